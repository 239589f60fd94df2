"""What an installation brings: the lock, the overrides and the declared dependencies agree."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINNED = re.compile(r"^([a-z0-9-]+)==\S+(?: ; [^\\]+)? \\$", re.MULTILINE)
# Where a module isn't called as its package.
PACKAGES = {"bidi": "python-bidi"}
NEVER = {"torch", "transformers", "scikit-learn", "scipy", "pandas", "camel-kenlm", "triton"}


@pytest.fixture(scope="module")
def project() -> dict[str, object]:
    loaded: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return loaded


def names(requirements: object) -> set[str]:
    """Package names of a list of requirements, group includes left out."""
    assert isinstance(requirements, list)
    texts = [entry for entry in requirements if isinstance(entry, str)]
    return {re.split(r"[\s<>=!~;\[]", text, maxsplit=1)[0] for text in texts}


def runtime(project: dict[str, object]) -> set[str]:
    table = project["project"]
    assert isinstance(table, dict)
    return names(table["dependencies"])


def development(project: dict[str, object]) -> set[str]:
    groups = project["dependency-groups"]
    assert isinstance(groups, dict)
    return {name for group in groups.values() for name in names(group)}


def overridden() -> set[str]:
    lines = (ROOT / "requirements" / "overrides.txt").read_text("utf-8").splitlines()
    return {line.partition(" ")[0] for line in lines if line and not line.startswith("#")}


def test_the_lock_names_no_host() -> None:
    assert "://" not in LOCK
    assert "index-url" not in LOCK


def test_every_pin_has_a_hash() -> None:
    blocks = re.split(r"^(?=[a-z])", LOCK, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(PINNED.findall(LOCK))
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_lock_holds_what_is_declared(project: dict[str, object]) -> None:
    assert runtime(project) | development(project) <= set(PINNED.findall(LOCK)), "run make lock"


def test_the_lock_holds_nothing_heavy() -> None:
    pinned = set(PINNED.findall(LOCK))
    assert not pinned & (NEVER | overridden())
    assert not [name for name in pinned if name.startswith(("nvidia", "cuda"))]


def top_imports(folder: Path) -> set[str]:
    """Top-level names of the foreign modules that the files of a folder import."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"claimdiff"}


def test_runtime_dependencies_are_declared_and_used(project: dict[str, object]) -> None:
    used = {PACKAGES.get(name, name).replace("_", "-") for name in top_imports(ROOT / "src")}
    assert used == runtime(project)

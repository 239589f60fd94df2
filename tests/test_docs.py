"""The documents say what is so: commands run, targets and paths exist, the reference is up to date.

In a ``console`` block of README.md a line ``$ command`` is run, and the lines below it must stand in what it
prints, in this order; a line ``…`` stands for anything.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from claimdiff.model import Verdict
from tests.conftest import ROOT

GUIDES = sorted(page for page in (ROOT / "docs").glob("*.md") if page.name != "commands.md")
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile")] + GUIDES
README = PAGES[0].read_text("utf-8")
REFERENCE = ROOT / "docs" / "commands.md"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!\w+://|#)([^)#]+)")
MAKE = re.compile(r"`make ([a-z-]+)`|^\s*\$? ?make ([a-z-]+)", re.MULTILINE)
PATH = re.compile(r"(?:`|pytest |python )((?:src|tests|data|bench|docs|requirements)/[\w./-]*)")
PLACEHOLDER = re.compile(r"[^/]*(?:NAME|CODE).*")
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
DESCRIBED = re.compile(r"^([a-z-]+):.*## ", re.MULTILINE)


def page_name(page: Path) -> str:
    return page.name


def examples(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each command of the console blocks with the lines that it is said to print."""
    for block in CONSOLE.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *printed = part.rstrip().split("\n")
            while command.endswith("\\"):
                command = command[:-1] + printed.pop(0)
            yield command, tuple(line.rstrip() for line in printed if line.strip() not in {"", "…"})


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean clone, as a newcomer has it; while one works on the project, of its files as they are.

    Its environment is ours: the commands of our own, with the clone's code, and marks that say that it is set up.
    """
    place = tmp_path_factory.mktemp("newcomer") / "claimdiff"
    asked = ["git", "-C", str(ROOT), "ls-files", "-z"]
    known = subprocess.run(asked, capture_output=True, text=True, timeout=60)
    if known.returncode:
        pytest.skip("no git here")
    for name in filter(None, known.stdout.split("\0")):
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place / name)
    (place / ".venv").mkdir()
    (place / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    for mark in (".locked", ".ready"):
        (place / ".venv" / mark).touch()
    return place


def run(command: str, place: Path) -> subprocess.CompletedProcess[str]:
    beside = str(Path(sys.executable).parent)
    environment = os.environ | {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
    if (place / "src").is_dir():
        environment["PYTHONPATH"] = str(place / "src")
    environment["PATH"] = beside + os.pathsep + environment["PATH"]
    shell = ["bash", "-o", "pipefail", "-c", command]
    return subprocess.run(shell, cwd=place, env=environment, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(("command", "printed"), list(examples(README)))
def test_readme_commands_run_in_a_clean_clone(command: str, printed: tuple[str, ...], clone: Path) -> None:
    if re.search(r"\bjq\b", command) and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    follows(command, printed, clone)


def test_the_first_command_shows_the_contradiction(clone: Path) -> None:
    """``make demo``, the first of the two commands that the README begins with; the other runs this test."""
    first, second = re.findall(r"^(make \w+)", README, re.MULTILINE)[:2]
    assert (first, second) == ("make demo", "make test")
    planned = run(f"{first} --dry-run", clone).stdout
    assert "venv --clear" not in planned, "the environment isn't made anew in a test"
    done = run(first, clone)
    assert done.returncode == 0, done.stderr
    assert "How many US troops are there in Iraq?" in done.stdout
    assert done.stdout.index("CONTRADICTION") < done.stdout.index("TENSION")


@pytest.mark.parametrize("page", GUIDES, ids=page_name)
def test_the_guides_commands_run_one_after_the_other(page: Path, tmp_path: Path) -> None:
    if not shutil.which("jq"):
        pytest.skip("jq is not installed")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    run("claimdiff extract -q data/raw -o claims.jsonl", tmp_path)
    for command, printed in examples(page.read_text("utf-8")):
        follows(command, printed, tmp_path)


def follows(command: str, printed: tuple[str, ...], place: Path) -> None:
    """The command runs, and prints these lines in this order."""
    done = run(command, place)
    assert done.returncode == 0, done.stderr
    rest = iter(line.rstrip() for line in done.stdout.splitlines())
    missing = [line for line in printed if line not in rest]
    assert not missing, done.stdout


def test_the_reader_of_examples_joins_lines_and_keeps_order() -> None:
    text = "```console\n$ one \\\n  two\nout\n\n…\nmore\n$ three\n```\n"
    assert list(examples(text)) == [("one   two", ("out", "more")), ("three", ())]


@pytest.fixture(scope="module")
def reference() -> str:
    """The command reference as typer writes it from the command line itself."""
    words = ["-m", "typer", "claimdiff.cli.app", "utils", "docs", "--name", "claimdiff"]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, timeout=120, check=True)
    return done.stdout


def test_the_command_reference_is_up_to_date(reference: str) -> None:
    assert REFERENCE.read_text("utf-8").strip() == reference.strip(), "run make docs"


def test_readme_names_every_command(reference: str) -> None:
    commands = re.findall(r"^## `(claimdiff \w+)`", reference, re.MULTILINE)
    assert len(commands) >= 6
    assert [command for command in commands if command not in README] == []


def test_every_target_is_described() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert TARGET.findall(makefile) == DESCRIBED.findall(makefile)


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_named_targets_exist(page: Path) -> None:
    named = {name for pair in MAKE.findall(page.read_text("utf-8")) for name in pair if name}
    assert named <= set(TARGET.findall((ROOT / "Makefile").read_text("utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_named_files_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    named = [*LINK.findall(text), *PATH.findall(text)]
    places = [ROOT, page.parent]
    assert [name for name in named if not any((one / PLACEHOLDER.sub("", name)).exists() for one in places)] == []


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_readme_explains_every_verdict(verdict: str) -> None:
    assert f"| `{verdict}` |" in README

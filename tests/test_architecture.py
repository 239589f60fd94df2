"""The shape of the house: who imports whom, how long things are, what a start costs, how words are kept."""

from __future__ import annotations

import ast
import io
import re
import statistics
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "claimdiff"
SOURCES = sorted(PACKAGE.rglob("*.py"))
LEXICONS = sorted(PACKAGE.rglob("*.toml"))

# Low to high. A part imports itself and what stands on a lower line, never a neighbour on its own line.
LAYERS = [
    ["errors", "collector"],
    ["model"],
    ["words"],
    ["text"],
    ["lexicon"],
    ["grammar"],
    ["lang"],
    ["claims"],
    ["store", "read", "compare"],
    ["report"],
    ["export"],
    ["evaluate"],
    ["pipeline"],
    ["run"],
    ["cli"],
    ["__main__"],
]
RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}
HEAVY = {"numpy", "pydantic", "camel_tools", "rapidfuzz", "msgspec", "rich.markdown", "babel", "hijridate"}
HEAVY |= {"jinja2", "trafilatura", "lxml", "bidi", "arabic_reshaper"}
LONGEST_FUNCTION, MEDIAN_FUNCTION, LONGEST_FILE = 40, 8, 300
ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
PRESENTATION = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|' + r"'[^']*'")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.Module, path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of each module or member that a file imports, relative imports resolved."""
    package = ["claimdiff", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else []
            module = ".".join([*base, *filter(None, [node.module])])
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(node: Function) -> int:
    """Lines from ``def`` to the end, without the docstring."""
    first = node.body[0]
    prose = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if prose and ast.get_docstring(node) else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def upward(path: Path, tree: ast.Module) -> Iterator[str]:
    here = part_of(path)
    for line, name in imported(tree, path):
        top, _, rest = name.partition(".")
        there = rest.partition(".")[0]
        if top == "claimdiff" and there in RANK and there != here and RANK[there] >= RANK[here]:
            yield f"{name_of(path)}:{line}: {here} imports {there}"


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: parse(path) for path in SOURCES}


def test_every_part_has_a_layer() -> None:
    parts = {part_of(path) for path in SOURCES} - {"__init__"}
    assert parts <= RANK.keys(), "give the new part a line in LAYERS"


def test_imports_go_downward(trees: dict[Path, ast.Module]) -> None:
    faults = [fault for path, tree in trees.items() if part_of(path) in RANK for fault in upward(path, tree)]
    assert not faults, "\n".join(faults)


def test_the_package_itself_imports_nothing(trees: dict[Path, ast.Module]) -> None:
    assert list(imported(trees[PACKAGE / "__init__.py"], PACKAGE / "__init__.py")) == []


@pytest.mark.parametrize(
    ("path", "code", "faults"),
    [
        ("text/fold.py", "from claimdiff.errors import ClaimdiffError", 0),
        ("text/fold.py", "from claimdiff import __version__", 0),
        ("text/fold.py", "from claimdiff.cli import app", 1),
        ("text/fold.py", "from claimdiff import cli", 1),
        ("text/fold.py", "import claimdiff.grammar.rule", 1),
        ("text/fold.py", "from ..lexicon import lookup", 1),
        ("text/fold.py", "from . import sentences", 0),
        ("text/fold.py", "def late():\n    from claimdiff.report import json", 1),
        ("store/jsonl.py", "from claimdiff.read import text", 1),
        ("cli/app.py", "from claimdiff.run import local", 0),
    ],
)
def test_the_import_rule_sees(path: str, code: str, faults: int) -> None:
    assert len(list(upward(PACKAGE / path, ast.parse(code)))) == faults


def test_no_function_is_long(trees: dict[Path, ast.Module]) -> None:
    faults = [
        f"{name_of(path)}:{node.lineno}: {node.name} has {length(node)} lines"
        for path, tree in trees.items()
        for node in functions(tree)
        if length(node) > LONGEST_FUNCTION
    ]
    assert not faults, "\n".join(faults)


def test_most_functions_are_short(trees: dict[Path, ast.Module]) -> None:
    assert statistics.median(length(node) for tree in trees.values() for node in functions(tree)) <= 8


def test_the_docstring_does_not_count() -> None:
    (node,) = functions(ast.parse('def f():\n    """One.\n\n    Two.\n    """\n    return 1\n'))
    assert length(node) == 2


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_code_has_one_arabic_string_a_line_and_none_in_grammar(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not PRESENTATION.search(text)
    strings = [t for t in tokenize.generate_tokens(io.StringIO(text).readline) if t.type == tokenize.STRING]
    lines = [token.start[0] for token in strings if ARABIC.search(token.string) and "\n" not in token.string]
    crowded = sorted({line for line in lines if lines.count(line) > 1})
    assert not crowded, f"{name_of(path)}: more than one Arabic string on lines {crowded}"
    if part_of(path) in {"grammar", "text"}:
        assert not any(ARABIC.search(code) for code in without_docstrings(text)), "words belong in TOML"


def without_docstrings(text: str) -> Iterator[str]:
    """Every token of a file but its docstrings, whose examples may quote the language."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if not (token.type == tokenize.STRING and token.string.lstrip("rR").startswith('"""')):
            yield token.string


@pytest.mark.parametrize("path", LEXICONS, ids=name_of)
def test_lexicon_lint(path: Path) -> None:
    text = path.read_text("utf-8")
    tomllib.loads(text)
    assert text.endswith("\n")
    for number, line in enumerate(text.splitlines(), 1):
        where = f"{name_of(path)}:{number}"
        assert not PRESENTATION.search(line), f"{where}: write plain letters, not presentation forms"
        arabic = [quoted for quoted in QUOTED.findall(line) if ARABIC.search(quoted)]
        assert len(arabic) <= 1, f"{where}: one Arabic string a line, so that bidi editors stay readable"


def repeats(value: object) -> Iterator[str]:
    """Every string that one list of a lexicon holds twice."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from repeats(inner)
    elif isinstance(value, list):
        words = [word for word in value if isinstance(word, str)]
        yield from (word for word in dict.fromkeys(words) if words.count(word) > 1)
        for inner in value:
            yield from repeats(inner)


@pytest.mark.parametrize("path", LEXICONS, ids=name_of)
def test_no_list_says_a_word_twice(path: Path) -> None:
    assert list(repeats(tomllib.loads(path.read_text("utf-8")))) == []


def loaded_by(*arguments: str) -> set[str]:
    """Names of the modules that one run of the command imports."""
    code = f"import sys; sys.argv = ['claimdiff', *{arguments!r}]; from claimdiff.cli.app import main; main()"
    command = [sys.executable, "-X", "importtime", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    rows = (line.rsplit("|", 1) for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {row[1].strip() for row in rows}


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_a_start_imports_nothing_heavy(argument: str) -> None:
    modules = loaded_by(argument)
    assert "claimdiff.cli.app" in modules
    assert not {m for m in modules if m in HEAVY or m.partition(".")[0] in HEAVY}

"""The command line, run for real in a process of its own, or here where only words matter."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimdiff.cli import app

Done = subprocess.CompletedProcess[str]
Command = Callable[..., Done]
Here = Callable[..., tuple[int, str, str]]

FRONT = "---\npublisher: {}\ndate: 2024-02-0{}\nlanguage: ar\n---\n"
FEW = "قال المتحدث إن نحو 2500 جندي أميركي يتمركزون في العراق."
MANY = "وأكد الخبير أن عدد القوات الأميركية في العراق تجاوز 10 آلاف جندي."
OTHER = "وقال المحافظ إن الزلزال وقع في 28 يناير 2024."


def environment(**changes: str) -> dict[str, str]:
    """A plain environment for child processes."""
    cleaned = {key: value for key, value in os.environ.items() if not key.startswith(("CLAIMDIFF", "FORCE_"))}
    return cleaned | changes


def arguments(*words: str | Path) -> list[str]:
    """The command with these words."""
    return [sys.executable, "-m", "claimdiff", *map(str, words)]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Run the command in an empty folder, or wherever it says."""

    def run(*words: str | Path, stdin: str | bytes = b"", env: dict[str, str] | None = None) -> Done:
        given = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
        done = subprocess.run(
            arguments(*words),
            cwd=tmp_path,
            input=given,
            capture_output=True,
            env=environment(**(env or {})),
            timeout=60,
        )
        return Done(words, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Here:
    """Run the command in this process, in an empty folder: code, output, errors."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str | Path) -> tuple[int, str, str]:
        code = app.run([str(word) for word in words])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three articles in ``data/raw``, two of which disagree."""
    folder = tmp_path / "data" / "raw"
    folder.mkdir(parents=True)
    for number, (name, text) in enumerate([("daily", FEW), ("herald", MANY), ("wire", OTHER)], 1):
        (folder / f"{name}.txt").write_text(FRONT.format(name.title(), number) + text, "utf-8")
    return folder


@pytest.fixture
def stored(corpus: Path, here: Here, tmp_path: Path) -> Path:
    """The store of the three articles."""
    assert here("extract")[0] == 0
    return tmp_path / "data" / "claims.jsonl"

"""``make corpus-diff``: each end is extracted by its own code, and the difference is told in words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from claimdiff.model import Claim, Document
from claimdiff.pipeline import extract
from claimdiff.store.jsonl import encode
from tools import corpus_diff

CODE = """import shutil, sys
from pathlib import Path
assert "extract" in sys.argv
shutil.copy(Path(__file__).with_name("found.jsonl"), sys.argv[-1])
"""
TEXT = "قُتل 14 شخصا في سوريا. وأصيب 30 شخصا."


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose code finds what stands beside it: two claims when committed, another one since."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    package = tmp_path / "project" / "src" / "claimdiff"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(CODE, "utf-8")
    killed, injured = extract(Document("a", TEXT))
    put(package, killed, injured)
    root = tmp_path / "project"
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], [*AUTHOR, "commit", "-q", "-m", "one"]):
        subprocess.run(["git", "-C", str(root), *words], check=True)
    put(package, replace(killed, topic="missing"))
    monkeypatch.setattr(corpus_diff, "ROOT", root)
    return root


AUTHOR = ["-c", "user.name=A", "-c", "user.email=a@example.org"]


def put(package: Path, *claims: Claim) -> None:
    (package / "found.jsonl").write_bytes(b"".join(encode(claim) for claim in claims))


def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    monkeypatch.setattr(sys, "argv", ["corpus_diff.py", *words])
    corpus_diff.main()
    return capsys.readouterr().out.replace("\u2068", "").replace("\u2069", "")


def test_this_folder_against_a_commit(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = run(capsys, monkeypatch, "--sample", str(project)).splitlines()
    assert told[:3] == ["~ changed a: 14 شخصا", "    topic: killed → missing", "    “قُتل 14 شخصا في سوريا.”"]
    assert told[3:7] == [
        "- lost a: 30 شخصا",
        "    kind: quantity",
        "    topic: injured",
        "    value: 30 people [30, 30] exact person",
    ]
    assert told[-6].endswith("→ this folder: 2 → 1 claims; 0 gained, 1 lost, 1 changed")
    assert told[-5] == "changed: topic 1"
    assert [line.split() for line in told[-4:]] == [
        ["topic", "gained", "lost", "changed"],
        ["injured", "·", "1", "·"],
        ["killed", "·", "·", "1"],
        ["missing", "·", "·", "1"],
    ]


def test_json_and_one_topic(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    said = json.loads(run(capsys, monkeypatch, "HEAD", "--json", "--topic", "injured", "--sample", str(project)))
    assert said["claims"] == {"before": 2, "after": 1, "gained": 0, "lost": 1, "changed": 0}
    (change,) = said["changes"]
    assert (change["what"], change["before"]["topic"], change["after"]) == ("lost", "injured", None)


def test_two_commits_leave_this_folder_aside_and_no_worktree_behind(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = run(capsys, monkeypatch, "HEAD", "--head", "HEAD", "--sample", str(project))
    assert "2 → 2 claims; 0 gained, 0 lost, 0 changed" in told
    assert len(corpus_diff.git("worktree", "list").splitlines()) == 1


def test_the_base_where_none_is_named(project: Path) -> None:
    assert corpus_diff.default_base() == "HEAD"
    corpus_diff.git("checkout", "-q", "--", ".")
    assert corpus_diff.default_base() == "HEAD~1"
    first = corpus_diff.git("rev-parse", "HEAD")
    corpus_diff.git("checkout", "-q", "-b", "other")
    corpus_diff.git(*AUTHOR, "commit", "-q", "--allow-empty", "-m", "two")
    assert corpus_diff.default_base() == first


def test_what_cannot_be_done_is_said(project: Path) -> None:
    with pytest.raises(SystemExit, match=r"git worktree: .*nowhere"):
        corpus_diff.compared("nowhere", None, [project])
    (project / "src" / "claimdiff" / "__main__.py").write_text("raise SystemExit('no such command')", "utf-8")
    with pytest.raises(SystemExit, match="extraction failed at this folder:\nno such command"):
        corpus_diff.compared("HEAD", None, [project])


def test_the_usual_sample_is_there() -> None:
    sample = corpus_diff.default_sample()
    assert all(path.exists() for path in sample)
    assert {path.name for path in sample} >= {"raw", "docs.jsonl"}

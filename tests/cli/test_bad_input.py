"""What can't be read gets one line each, the rest goes on, the exit code says so, and nothing is lost."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Here, arguments, environment

BAD = {
    "arabic.txt": "قتل ثلاثة جنود".encode("windows-1256"),
    "empty.txt": b"",
    "nul.txt": b"a\0b",
    "open.txt": b"---\ntitle: t\nwords",
    "records.jsonl": b'{"id": "x"}\n{"text": "a"\n',
    "cut.json": b'[{"id": "x", "te',
    "damaged.jsonl.gz": b"words",
}


def test_each_bad_file_gets_a_line_and_the_rest_is_extracted(corpus: Path, command: Command) -> None:
    for name, content in BAD.items():
        (corpus / name).write_bytes(content)
    (corpus.parent / "none").mkdir()
    done = command("extract", "data/raw", "data/none", "data/missing.txt", "-q")
    lines = done.stderr.splitlines()
    assert done.returncode == 3
    assert len(lines) == len(BAD) + 1 + 2
    assert all(line.startswith("claimdiff: data/") and line.endswith(")") for line in lines)
    assert all(any(f"data/raw/{name}" in line for line in lines) for name in BAD)
    stored = (corpus.parent / "claims.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["source"]["doc"] for line in stored} == {"daily", "herald", "wire"}


def test_a_store_is_not_emptied_when_nothing_could_be_read(stored: Path, here: Here) -> None:
    before = stored.read_bytes()
    code, _, err = here("extract", "missing.txt")
    assert code == 3
    assert "data/claims.jsonl was not touched" in err
    assert stored.read_bytes() == before
    assert sorted(path.name for path in stored.parent.iterdir()) == ["claims.jsonl", "raw"]


def test_repeats_are_told_and_harmless(corpus: Path, here: Here) -> None:
    code, _, err = here("extract", corpus / "daily.txt", corpus / "daily.txt")
    assert code == 0
    assert "the same document again" in err


def test_a_cut_store_is_read_up_to_the_cut(stored: Path, here: Here) -> None:
    stored.write_bytes(stored.read_bytes()[:-30])
    lines = stored.read_bytes().count(b"\n")
    code, out, err = here("claims", "--json")
    assert (code, len(out.splitlines())) == (3, lines)
    assert err.startswith(f"claimdiff: data/claims.jsonl:{lines + 1}: the last line is cut short (")
    assert err.count("\n") == 1
    code, out, err = here("conflicts", "--fail-on", "contradiction")
    assert code == 1
    assert "cut short" in err


@pytest.mark.parametrize("words", [["conflicts", "--json"], ["claims"], ["conflicts"]])
def test_a_missing_store_is_one_line(words: list[str], here: Here) -> None:
    code, out, err = here(*words)
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "data/claims.jsonl" in err and "claimdiff extract" in err


def test_articles_given_as_a_store_are_told_apart(tmp_path: Path, here: Here) -> None:
    (tmp_path / "news.jsonl").write_text('{"id": "x", "text": "words"}\n', "utf-8")
    code, _, err = here("conflicts", "news.jsonl")
    assert code == 3
    assert "news.jsonl:1: not a claim (make claims of articles first" in err


def test_many_problems_are_not_told_without_end(tmp_path: Path, here: Here) -> None:
    (tmp_path / "news.jsonl").write_text("words\n" * 250, "utf-8")
    code, _, err = here("claims", "news.jsonl")
    assert (code, len(err.splitlines())) == (3, 101)
    assert "150 more problems" in err.splitlines()[-1]
    assert len(here("--debug", "claims", "news.jsonl")[2].splitlines()) >= 250


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["frobnicate"], "No such command 'frobnicate' (see claimdiff --help)"),
        (["conflict"], "Did you mean"),
        (["extract", "--jobs", "-1"], "see claimdiff extract --help"),
        (["claims", "--kind", "guess"], "see claimdiff claims --help"),
        (["conflicts", "--format", "pdf"], "no report 'pdf'"),
        (["conflicts", "--topic", "troop"], "did you mean troops"),
        (["claims", "--topic", "zzzz"], "unknown topic 'zzzz' (claimdiff topics lists them)"),
        (["explain", " "], "there is no text"),
    ],
)
def test_wrong_use_is_one_line_and_exit_2(words: list[str], said: str, here: Here) -> None:
    code, out, err = here(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("claimdiff: ")
    assert said in err


def test_an_output_that_cant_be_written_is_one_line(corpus: Path, here: Here) -> None:
    code, _, err = here("extract", "-q", "-o", corpus / "daily.txt" / "claims.jsonl")
    assert (code, err.count("\n")) == (2, 1)
    assert "can't be written" in err


def test_a_mistake_of_ours_says_so(stored: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("claimdiff.compare.verdicts.compare", broken)
    code, _, err = here("conflicts")
    assert code == 70
    assert "ZeroDivisionError" in err and "Traceback" not in err
    assert "Traceback" in here("--debug", "conflicts")[2]


@pytest.mark.parametrize(
    ("sent", "code", "said"), [(signal.SIGINT, 130, "claimdiff: stopped"), (signal.SIGKILL, -9, "")]
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_stopped_in_the_middle_nothing_is_lost(
    sent: signal.Signals, code: int, said: str, jobs: str, stored: Path, tmp_path: Path
) -> None:
    before = stored.read_bytes()
    words = arguments("extract", "broken.jsonl", "-", "--jobs", jobs)
    (tmp_path / "broken.jsonl").write_text("words\n", "utf-8")
    with subprocess.Popen(
        words, cwd=tmp_path, env=environment(), stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert "broken JSON" in process.stderr.readline()
        process.send_signal(sent)
        rest = process.stderr.read()
    assert (process.returncode, rest[: len(said)]) == (code, said)
    assert sent == signal.SIGKILL or rest.count("\n") == 1
    assert stored.read_bytes() == before
    left = {path.name for path in stored.parent.iterdir()} - {"claims.jsonl", "raw"}
    assert all(name.startswith(".") for name in left)
    assert sent != signal.SIGINT or not left

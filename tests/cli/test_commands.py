"""The smaller commands, help, and what only a terminal sees."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimdiff import __version__, pipeline
from claimdiff.cli.summary import OTHERS, Tally
from claimdiff.model import Document, Mention, Quantity
from tests.cli.conftest import Command, Here
from tests.store.samples import claim

COMMANDS = ("extract", "conflicts", "claims", "topics", "explain", "mentions", "schema")


def test_version(command: Command) -> None:
    assert command("--version").stdout == f"claimdiff {__version__}\n"


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"]])
def test_help_names_every_command(words: list[str], here: Here) -> None:
    code, out, _ = here(*words)
    assert code == 0
    assert all(name in out for name in (*COMMANDS, "Exit codes"))


@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits_a_terminal(name: str, here: Here) -> None:
    code, out, _ = here(name, "--help")
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80


def test_topics(here: Here) -> None:
    code, out, _ = here("topics")
    rows = {line.split("\t")[0]: line.split("\t")[1:] for line in out.splitlines()}
    assert code == 0
    assert rows["killed"][0] == "cumulative"
    row = json.loads(here("topics", "--json")[1].splitlines()[0])
    assert set(row) == {"name", "dynamics", "kinds", "about", "origin"}
    assert isinstance(row["kinds"], list)


def test_schema(here: Here) -> None:
    every = json.loads(here("schema")[1])
    assert set(every) == {"claim", "finding", "findings"}
    assert json.loads(here("schema", "claim")[1]) == every["claim"]


def test_explain_prints_its_lines(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "explain", lambda text, topics: ["text", text])
    assert here("explain", "ثلاثة") == (0, "text\nثلاثة\n", "")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("نص".encode())))
    assert here("explain", "-") == (0, "text\nنص\n", "")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"\xff")))
    code, _, err = here("explain", "-")
    assert (code, err.count("\n")) == (3, 1)


def fake_mentions(document: Document, reference: str | None) -> list[Mention]:
    value = Quantity(float(len(document.text)), None, None, "exact", reference)
    return [Mention("quantity", document.text, 0, len(document.text), value)]


def test_mentions_answer_line_by_line(here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "mentions", fake_mentions)
    rows = ['{"id": 7, "text": "نص", "language": "ar", "reference": "2024-01-28"}', "{broken", '{"id": "x"}']
    (tmp_path / "texts.jsonl").write_text("\n".join(rows), "utf-8")
    code, out, err = here("mentions", "texts.jsonl")
    value = {"number": 2, "low": None, "high": None, "modifier": "exact", "unit": "2024-01-28"}
    mention = {"kind": "quantity", "text": "نص", "start": 0, "end": 2, "value": value}
    assert [json.loads(line) for line in out.splitlines()] == [{"id": 7, "mentions": [mention]}]
    assert '"number":2,' in out and "نص" in out
    assert (code, len(err.splitlines())) == (3, 2)


def test_mentions_of_plain_lines(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "mentions", fake_mentions)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("واحد\n\nاثنان\n".encode())))
    code, out, err = here("mentions")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["1", "3"]
    assert (code, err) == (0, "")


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_tables(stored: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    for words, head in ((["claims"], "source"), (["topics"], "may change")):
        shown = Terminal()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", shown)
            assert here(*words)[0] == 0
        assert head in shown.getvalue().splitlines()[0]


def test_a_long_table_ends_with_a_word(stored: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdiff.cli.claims.ROWS", 1)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert "more (--json or a pipe gives all)" in here("claims")[2]


def test_the_tally_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdiff.cli.summary.SOURCES", 2)
    tally = Tally()
    for number in range(5):
        one = claim(str(number))
        object.__setattr__(one.source, "publisher", None)
        tally.add([one])
    assert tally.by(0) == [("troops", 5, 3)]
    assert tally.by(1) == [(OTHERS, 3, 1), ("0", 1, 1), ("1", 1, 1)]

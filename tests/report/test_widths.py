"""At every width, in both languages, at a terminal and in a pipe: no number is cut, broken or moved."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from claimdiff import report, words
from claimdiff.report import terminal
from claimdiff.report._chart import charts
from claimdiff.report._cite import quote
from claimdiff.report._lines import Lines, Setting, breaks
from claimdiff.report._reworded import reworded
from tests.compare.build import claim
from tests.report.given import Given, hostile, sample

__all__ = ["sample"]
WIDTHS = (60, 80, 120, 200)
ISOLATES = re.compile("[\u2066-\u2069]")
CODES = re.compile(r"\x1b\[[0-9;]*m")
NUMBER = re.compile(r"\d(?:[\d.,]|[\s\u00a0](?=\d{3}(?!\d)))*(?<=\d)")
OPENING = "\u2066\u2067\u2068"
LONG = "\u0642\u0627\u0644 \u0627\u0644\u0645\u062a\u062d\u062f\u062b \u0625\u0646 # \u0634\u062e\u0635 " * 9


class Terminal(io.StringIO):
    """A screen that shows styles."""

    def isatty(self) -> bool:
        return True


def written(form: str, given: Given, width: int, language: str, tty: bool) -> str:
    findings, claims = given
    out = Terminal() if tty else io.StringIO()
    with words.speaking(language):
        report.load(form).render(reworded(findings, claims), claims, out, width)
    return out.getvalue()


def seen(text: str) -> list[str]:
    """The lines as they are on the screen."""
    return [ISOLATES.sub("", CODES.sub("", line)) for line in text.splitlines()]


def numbers(texts: Iterator[str] | list[str]) -> set[str]:
    return {found for text in texts for found in NUMBER.findall(text)}


def meant(given: Given, width: int) -> set[str]:
    """The numbers that panels show: those of the quotes that are chosen, of the ids and of the answers."""
    findings, claims = given
    shown = [one for f in findings for a in f.answers for one in terminal._chosen([claims[n] for n in a.claims], ())]
    return numbers([" ".join(quote(one)) for one in shown])


@pytest.mark.parametrize("tty", [True, False], ids=["terminal", "pipe"])
@pytest.mark.parametrize("language", words.languages())
@pytest.mark.parametrize("width", WIDTHS)
def test_panels_keep_every_number_whole(
    sample: Given, width: int, language: str, tty: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    lines = seen(written("terminal", sample, width, language, tty))
    assert max(map(cell_len, lines)) <= width
    assert meant(sample, width) <= numbers(lines)
    assert {line[0] for line in lines} <= set("╭│╰")


@pytest.mark.parametrize("language", words.languages())
@pytest.mark.parametrize("width", WIDTHS)
def test_frames_and_columns_are_not_moved(
    sample: Given, width: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each frame is outside all isolates, each line closes what it opened, and the same numbers stand in a pipe."""
    monkeypatch.setenv("TERM", "xterm-256color")
    made = written("terminal", sample, width, language, tty=True)
    for line in (CODES.sub("", line) for line in made.splitlines()):
        depth = 0
        for c in line:
            assert not (c == "│" and depth), line
            depth += (c in OPENING) - (c == "\u2069")
            assert depth >= 0
        assert depth == 0, line
        loose = re.sub("[\u2066-\u2068][^\u2066-\u2069]*\u2069", "", line)
        loose = re.sub("[\u2066-\u2068][^\u2066-\u2069]*\u2069", "", loose)
        assert not [c for c in loose if unicodedata.bidirectional(c) in ("R", "AL", "AN")] or "─" in line, line


@pytest.mark.parametrize("tty", [True, False], ids=["terminal", "pipe"])
@pytest.mark.parametrize("language", words.languages())
@pytest.mark.parametrize("width", WIDTHS)
def test_the_table_keeps_every_number_whole(
    sample: Given, width: int, language: str, tty: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimdiff.report._words import span

    monkeypatch.setenv("TERM", "xterm-256color")
    lines = seen(written("table", sample, width, language, tty))
    assert max(map(cell_len, lines)) <= width
    with words.speaking(language):
        spans = [f"{span(a, f.question.unit)} ({a.sources})" for f in sample[0] for a in f.answers]
    assert [one for one in spans if not any(one in line for line in lines)] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", words.languages())
def test_a_timeline_keeps_every_value_at_one_column(sample: Given, width: int, language: str) -> None:
    from claimdiff.compare import wording

    chosen = [one for one in sample[1].values() if one.topic == "troops" and one.kind == "quantity"]
    with words.speaking(language):
        lines = [ISOLATES.sub("", line.plain) for line in charts(chosen, width, Setting(isolate=True))]
        said = {wording.value(one.value) for one in chosen}
    rows = [line for line in lines if any(line.endswith(value) for value in said)]
    assert len(rows) == len(chosen)
    assert len({cell_len(next(line[: -len(v)] for v in said if line.endswith("  " + v))) for line in rows}) == 1


@pytest.mark.parametrize("width", [40, *WIDTHS])
def test_hostile_text_stays_in_its_panel(width: int) -> None:
    lines = seen(written("terminal", hostile(), width, "en", tty=True))
    assert all(cell_len(line) == min(width, 120) for line in lines)


def test_a_number_with_blanks_in_it_is_one_word() -> None:
    assert list(breaks("paid 2 500 000 dinars", 12)) == [5, 15]
    assert list(breaks("one two", 80)) == []


@drawn(
    st.lists(
        st.sampled_from(["\u0642\u0627\u0644", "said", "1,234,567", "12.5", "2 500", "(47)", "x" * 30]), max_size=30
    ),
    st.integers(12, 50),
)
def test_wrapping_loses_nothing_and_breaks_no_number(said: list[str], room: int) -> None:
    text = " ".join(said)
    lines = list(Lines(Text(text), Setting(isolate=True)).lines(room))
    plain = [ISOLATES.sub("", line.plain) for line in lines]
    assert "".join("".join(plain).split()) == "".join(text.split())
    assert all(cell_len(line) <= room for line in plain)
    for number in ("1,234,567", "12.5", "(47)"):
        assert sum(line.count(number) for line in plain) == text.count(number)
    assert all(line.plain.count("\u2069") == sum(map(line.plain.count, OPENING)) for line in lines)


def test_a_quote_over_many_lines_is_isolated_line_by_line() -> None:
    one = claim("a", "exact 47", sentence=LONG.replace("#", "48", 4))
    lines = [line.plain for line in terminal.quote(one, Setting(isolate=True, styles=True)).lines(40)]
    assert len(lines) > 3
    assert all(line[0] == "\u2067" and line[-1] == "\u2069" for line in lines)

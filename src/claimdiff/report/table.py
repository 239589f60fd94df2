"""One row a finding, for an overview at the terminal; no number is cut or wrapped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimdiff import words
from claimdiff.model import Answer, Claim, Finding
from claimdiff.report import _words
from claimdiff.report._cite import clean, outlet
from claimdiff.report._lines import COLOURS, Lines, Setting, apart, console, upright

FOR_PEOPLE = True
NARROW = 110
NAMES, LONGEST = 3, 24


def render(findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None) -> None:
    """Write the table; where columns are few, sources are left out and ids too."""
    said = words.now()
    screen, setting = console(out, width)
    wide = screen.width >= NARROW
    table = Table(box=None, pad_edge=False)
    table.add_column(apart(said("say", "verdict"), setting), no_wrap=True)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column(apart(said("say", "question"), setting))
    table.add_column(apart(said("say", "answers"), setting), no_wrap=True, min_width=_widest(findings, claims, wide))
    if wide:
        table.add_column("id", no_wrap=True)
    for finding in findings:
        table.add_row(*_cells(finding, claims, wide, setting))
    screen.print(table)


def _widest(findings: Sequence[Finding], claims: Mapping[str, Claim], wide: bool) -> int:
    """What the longest answer and name take, so that no other column presses them."""
    pairs = [(finding, answer) for finding in findings for answer in finding.answers]
    longest = max((cell_len(_shown(*pair)) for pair in pairs), default=0)
    names = [cell_len(name) for _, answer in pairs for name in _by(answer, claims, Setting()).split("\n")]
    return longest + (max(names, default=0) + 2 if wide else 0)


def _shown(finding: Finding, answer: Answer) -> str:
    return f"{_words.span(answer, finding.question.unit)} ({answer.sources})"


def _cells(finding: Finding, claims: Mapping[str, Claim], wide: bool, setting: Setting) -> list[RenderableType]:
    verdict = Text(apart(_words.verdict(finding.verdict), setting), style=COLOURS[finding.verdict])
    answers = Table.grid(padding=(0, 2))
    answers.add_column(no_wrap=True)
    answers.add_column(no_wrap=True)
    for answer in finding.answers:
        by = [_by(answer, claims, setting)] if wide else []
        answers.add_row(upright(_shown(finding, answer), setting), *map(Text, by))
    question = Lines(Text(clean(_words.title(finding, claims))), setting)
    cells: list[RenderableType] = [verdict, f"{finding.severity:.2f}", question, answers]
    return [*cells, finding.id] if wide else cells


def _by(answer: Answer, claims: Mapping[str, Claim], setting: Setting) -> str:
    """Who gives the answer, a name a line; each is isolated, and cut rather than wrapped, to stay in its column."""
    names = sorted({clean(outlet(claims[name])) for name in answer.claims if name in claims})
    cut = [name if cell_len(name) <= LONGEST else set_cell_size(name, LONGEST - 1).rstrip() + "…" for name in names]
    shown = [apart(name, setting) for name in cut[:NAMES]]
    more = [words.now().count("more_names", len(names) - NAMES)] if len(names) > NAMES else []
    return "\n".join([*shown, *more])

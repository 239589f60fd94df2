"""One row a finding, for an overview at the terminal; no number is cut or wrapped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from claimdiff.model import Answer, Claim, Finding
from claimdiff.report import _words
from claimdiff.report._cite import clean, outlet, turns

COLOURS = {"contradiction": "red", "tension": "yellow", "update": "cyan", "agreement": "green"}
NARROW = 110
NAMES, LONGEST = 3, 24


def render(findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None) -> None:
    """Write the table; where columns are few, sources are left out and ids too."""
    console = Console(file=out, width=width, highlight=False)
    wide = console.width >= NARROW
    table = Table(box=None, pad_edge=False, expand=console.is_terminal)
    table.add_column("verdict", no_wrap=True)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("question", ratio=3, overflow="fold")
    table.add_column("answers (sources)", ratio=3, overflow="fold")
    if wide:
        table.add_column("id", no_wrap=True)
    for finding in findings:
        table.add_row(*_cells(finding, claims, wide, console.is_terminal))
    console.print(table)


def _cells(finding: Finding, claims: Mapping[str, Claim], wide: bool, isolate: bool) -> list[RenderableType]:
    verdict = Text(finding.verdict, style=COLOURS[finding.verdict])
    answers = Table.grid(padding=(0, 2))
    answers.add_column(no_wrap=True)
    answers.add_column(no_wrap=True)
    for answer in finding.answers:
        by = [_by(answer, claims, isolate)] if wide else []
        answers.add_row(f"{_words.span(answer)} ({answer.sources})", *map(Text, by))
    cells: list[RenderableType] = [verdict, f"{finding.severity:.2f}", Text(_words.title(finding, claims)), answers]
    return [*cells, finding.id] if wide else cells


def _by(answer: Answer, claims: Mapping[str, Claim], isolate: bool) -> str:
    """Who gives the answer, a name a line; each is isolated, and cut rather than wrapped, to stay in its column."""
    names = sorted({clean(outlet(claims[name])) for name in answer.claims if name in claims})
    cut = [name if cell_len(name) <= LONGEST else set_cell_size(name, LONGEST - 1).rstrip() + "…" for name in names]
    shown = [f"\u2068{name}\u2069" if isolate and turns(name) else name for name in cut[:NAMES]]
    more = [f"+{len(names) - NAMES} more"] if len(names) > NAMES else []
    return "\n".join([*shown, *more])

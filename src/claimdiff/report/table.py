"""One row a finding, for an overview at the terminal; no number is cut or wrapped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimdiff.model import Claim, Finding
from claimdiff.report import _words
from claimdiff.report._cite import clean, outlet

COLOURS = {"contradiction": "red", "tension": "yellow", "update": "cyan", "agreement": "green"}
NARROW = 110
NAMES = 3


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
        table.add_column("by", ratio=2, overflow="fold")
        table.add_column("id", no_wrap=True)
    for finding in findings:
        table.add_row(*_cells(finding, claims, wide, console.is_terminal))
    console.print(table)


def _cells(finding: Finding, claims: Mapping[str, Claim], wide: bool, isolate: bool) -> list[Text]:
    verdict = Text(finding.verdict, style=COLOURS[finding.verdict])
    answers = "\n".join(f"{_words.span(answer)} ({answer.sources})" for answer in finding.answers)
    cells = [verdict, Text(f"{finding.severity:.2f}"), Text(_words.title(finding, claims)), Text(answers)]
    return [*cells, Text(_by(finding, claims, isolate)), Text(finding.id)] if wide else cells


def _by(finding: Finding, claims: Mapping[str, Claim], isolate: bool) -> str:
    """Who gives each answer, a line an answer; names are isolated so that they don't move their neighbours."""
    lines = []
    for answer in finding.answers:
        names = sorted({clean(outlet(claims[name])) for name in answer.claims if name in claims})
        more = f" +{len(names) - NAMES}" if len(names) > NAMES else ""
        shown = (f"\u2068{name}\u2069" if isolate else name for name in names[:NAMES])
        lines.append(", ".join(shown) + more)
    return "\n".join(lines)

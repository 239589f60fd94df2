"""What an extraction found, by topic and by source."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimdiff.cli.output import plural, say
from claimdiff.model import Claim

if TYPE_CHECKING:
    from rich.table import Table

# More sources than these are counted together, so that memory stays flat on large corpora.
SOURCES = 1000
SHOWN = 60
OTHERS = "(others)"


class Tally:
    """Counts of articles, and of claims by topic and source (the publisher, else the document)."""

    def __init__(self) -> None:
        self.articles = 0
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.sources: set[str] = set()

    def add(self, claims: Iterable[Claim]) -> None:
        """Count some claims."""
        for claim in claims:
            source = claim.source.publisher or claim.source.doc
            if len(self.sources) < SOURCES:
                self.sources.add(source)
            self.pairs[claim.topic, source if source in self.sources else OTHERS] += 1

    def by(self, part: int) -> list[tuple[str, int, int]]:
        """Name, claims and how many of the other part, by topic (0) or source (1), the most first."""
        claims: Counter[str] = Counter()
        for pair, number in self.pairs.items():
            claims[pair[part]] += number
        others = Counter(pair[part] for pair in self.pairs)
        return sorted(((n, c, others[n]) for n, c in claims.items()), key=lambda row: (-row[1], row[0]))

    def show(self, out: str) -> None:
        """The summary, on standard error."""
        claims = sum(self.pairs.values())
        place = "standard output" if out == "-" else out
        say(f"{plural(claims, 'claim')} of {plural(self.articles, 'article')} in {place}")
        if claims:
            _print(
                _table(("topic", "claims", "sources"), self.by(0)),
                _table(("source", "claims", "topics"), self.by(1)),
            )


def _table(heads: Sequence[str], rows: Sequence[tuple[str, int, int]]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column(heads[0], overflow="fold")
    for head in heads[1:]:
        table.add_column(head, justify="right")
    for name, *numbers in rows[:SHOWN]:
        table.add_row(_isolated(name), *(f"{number:,}" for number in numbers))
    if len(rows) > SHOWN:
        table.add_row(f"… and {len(rows) - SHOWN:,} more")
    return table


def _isolated(name: str) -> str:
    """The name without markup; on a terminal kept from reordering its neighbours."""
    from rich.markup import escape

    return f"\u2068{escape(name)}\u2069" if sys.stderr.isatty() and not name.isascii() else escape(name)


def _print(*tables: Table) -> None:
    from rich.console import Console

    console = Console(stderr=True, highlight=False)
    for table in tables:
        console.print()
        console.print(table)

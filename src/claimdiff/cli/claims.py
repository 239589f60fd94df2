"""``claimdiff claims``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import output, speech
from claimdiff.cli.options import STORE, KindName, StoreArgument, TopicOption

if TYPE_CHECKING:
    from claimdiff.model import Claim

ROWS = 1000
EPILOG = """\b
Examples:
  claimdiff claims --topic troops
  claimdiff claims --kind date --json claims.jsonl > dates.jsonl
  claimdiff claims --source agency-1 claims.jsonl | cut -f 4,5"""


def claims(
    store: StoreArgument = STORE,
    topic: TopicOption = None,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", "-s", metavar="NAME", help="Only this publisher or document; may be repeated."),
    ] = None,
    kind: Annotated[
        list[KindName] | None, typer.Option("--kind", "-k", help="Only this kind; may be repeated.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the claims as JSON lines.")] = False,
) -> int:
    """List the claims of a store."""
    from claimdiff import store as stores

    wanted = _Wanted(topic, source, kind)
    problems = output.Problems()
    chosen = wanted.among(stores.at(store).read(problems))
    with output.pipe(), speech.speaking(sys.stdout.isatty()):
        if json:
            _print_json(chosen)
        elif sys.stdout.isatty():
            _print_table(chosen)
        else:
            _print_lines(chosen)
    if wanted.seen and not wanted.found:
        name = "standard input" if store == "-" else store
        output.say(f"nothing found: none of {output.plural(wanted.seen, 'claim')} in {name} fits")
    return problems.close()


class _Wanted:
    """A filter that counts what it saw and let through."""

    def __init__(self, topics: list[str] | None, sources: list[str] | None, kinds: list[KindName] | None) -> None:
        self.topics, self.sources, self.kinds = (
            _topics(topics),
            frozenset(sources or ()),
            frozenset(kinds or ()),
        )
        self.seen = self.found = 0

    def among(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        for claim in claims:
            self.seen += 1
            if self._fits(claim):
                self.found += 1
                yield claim

    def _fits(self, claim: Claim) -> bool:
        return (
            (not self.topics or claim.topic in self.topics)
            and (not self.kinds or claim.kind in self.kinds)
            and (not self.sources or not self.sources.isdisjoint((claim.source.doc, claim.source.publisher)))
        )


def _topics(names: list[str] | None) -> frozenset[str]:
    if not names:
        return frozenset()
    from claimdiff.cli.options import known
    from claimdiff.cli.own import load_topics

    return known(names, load_topics(), "topic", "claimdiff topics lists them")


def _print_json(claims: Iterable[Claim]) -> None:
    from claimdiff.store.jsonl import encode

    for claim in claims:
        sys.stdout.write(encode(claim).decode("utf-8"))


def _cells(claim: Claim) -> tuple[str, str, str, str, str]:
    from claimdiff.compare.wording import value

    words = " ".join(claim.evidence.text.split())
    said = value(claim.value)
    return claim.source.publisher or claim.source.doc, claim.topic, claim.kind, said, words


def _heads() -> list[str]:
    from claimdiff.words import now

    parts = (("say", "source"), ("roles", "topic"), ("say", "kind"), ("roles", "value"), ("say", "words"))
    return [now()(*part) for part in parts]


def _print_lines(claims: Iterable[Claim]) -> None:
    for claim in claims:
        print("\t".join(_cells(claim)))


def _print_table(claims: Iterator[Claim]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(*_heads(), box=None, pad_edge=False)
    for claim in islice(claims, ROWS):
        table.add_row(*(f"\u2068{escape(cell)}\u2069" for cell in _cells(claim)))
    if table.row_count:
        Console(highlight=False).print(table)
    if rest := sum(1 for _ in claims):
        output.say(f"{rest:,} more (--json or a pipe gives all)")

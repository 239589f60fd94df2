"""Arguments that several commands take."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

CORPUS = "data/raw"
STORE = "data/claims.jsonl"


class KindName(StrEnum):
    """The kinds of claims, as a choice."""

    QUANTITY = "quantity"
    SHARE = "share"
    DATE = "date"
    DURATION = "duration"
    RANK = "rank"


class FailOn(StrEnum):
    """The verdicts that may make a command fail, as a choice."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"


StoreArgument = Annotated[
    str, typer.Argument(metavar="STORE|-", help="Claims as extract wrote them.", show_default=True)
]
TopicOption = Annotated[
    list[str] | None,
    typer.Option("--topic", "-t", metavar="TOPIC", help="Only this topic; may be repeated."),
]
TopicsOption = Annotated[
    str, typer.Option("--topics", metavar="DIR", help="A folder of your own topics, one TOML file each.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def known(names: Iterable[str], valid: Iterable[str], what: str, remedy: str) -> frozenset[str]:
    """The names, each of them valid. Raises UsageError with the nearest valid names."""
    chosen, all_names = frozenset(names), list(valid)
    for name in sorted(chosen - frozenset(all_names)):
        raise _unknown(name, all_names, what, remedy)
    return chosen


def _unknown(name: str, valid: list[str], what: str, remedy: str) -> Exception:
    from rapidfuzz import fuzz, process

    from claimdiff.errors import UsageError

    near = [found[0] for found in process.extract(name, valid, scorer=fuzz.WRatio, limit=3, score_cutoff=60)]
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    return UsageError(f"unknown {what} {name!r}", "", hint + remedy)

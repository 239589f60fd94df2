"""A store's claims in memory."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path

from claimdiff import store
from claimdiff.cli.output import Problems
from claimdiff.cli.progress import Progress
from claimdiff.model import Claim, Finding

SAMPLE = 256 * 1024


def load(place: str, problems: Problems) -> dict[str, Claim]:
    """The claims of a store by id. Claims hold no cycles, so the collector rests while they come in."""
    gc.disable()
    try:
        with Progress("claim", "read", lambda: _expected(place)) as progress:
            return {claim.id: claim for claim in progress.each(store.at(place).read(problems))}
    finally:
        gc.enable()
        gc.freeze()


def _expected(place: str) -> float | None:
    """About how many claims a store holds, by the length of its first lines; None where that can't be known."""
    if not Path(place).is_file():
        return None
    with Path(place).open("rb") as file:
        start = file.read(SAMPLE)
    return Path(place).stat().st_size / len(start) * start.count(b"\n") or None if start else None


def described(place: str, claims: dict[str, Claim]) -> str:
    """What was looked at, in words."""
    from claimdiff.cli.output import plural

    articles = len({claim.source.doc for claim in claims.values()})
    name = "standard input" if place == "-" else place
    return f"{plural(len(claims), 'claim')} of {plural(articles, 'article')} in {name}"


def compared(claims: Iterable[Claim]) -> list[Finding]:
    """All findings among claims."""
    from claimdiff.cli.own import dynamics
    from claimdiff.compare.verdicts import compare

    held = list(claims)
    with Progress("claim", "compared", lambda: len(held)) as progress:
        return compare(held, dynamics(), progress.add)

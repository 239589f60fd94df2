"""A store's claims in memory."""

from __future__ import annotations

import gc
from collections.abc import Iterable

from claimdiff import store
from claimdiff.cli.output import Problems
from claimdiff.model import Claim, Finding


def load(place: str, problems: Problems) -> dict[str, Claim]:
    """The claims of a store by id. Claims hold no cycles, so the collector rests while they come in."""
    gc.disable()
    try:
        return {claim.id: claim for claim in store.at(place).read(problems)}
    finally:
        gc.enable()
        gc.freeze()


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

    return compare(claims, dynamics())

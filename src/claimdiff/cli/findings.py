"""A store's findings, for the commands that write or show them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from claimdiff.cli.output import Problems
from claimdiff.model import Claim, Finding

SHOWN = ("contradiction", "tension")


def findings(
    store: str, problems: Problems, topics: Collection[str] = (), everything: bool = True
) -> tuple[list[Finding], dict[str, Claim]]:
    """The findings of a store, of some topics or all, and its claims by id. Raises UsageError for no topic."""
    from claimdiff.cli.loading import load

    claims = load(store, problems)
    return compared(claims.values(), topics, everything), claims


def compared(claims: Iterable[Claim], topics: Collection[str] = (), everything: bool = True) -> list[Finding]:
    """What the claims give, of some topics or all; contradictions and tensions alone unless ``everything``."""
    from claimdiff.cli import loading
    from claimdiff.cli.options import known
    from claimdiff.cli.own import load_topics

    wanted = known(topics, load_topics(), "topic", "claimdiff topics lists them")
    found = loading.compared(claims)
    return [one for one in found if (not wanted or one.topic in wanted) and (everything or one.verdict in SHOWN)]

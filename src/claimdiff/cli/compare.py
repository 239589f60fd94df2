"""``claimdiff compare``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from claimdiff.cli import output
from claimdiff.cli.options import STORE

EPILOG = """\b
Examples:
  claimdiff claims --topic killed               shows claims with their ids
  claimdiff compare 32bf7a10c55e9d04 90aa1be6f3d27c58
  claimdiff compare 32bf 90aa --store claims.jsonl"""


def compare(
    left: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or as much of it as is unique.")],
    right: Annotated[str, typer.Argument(metavar="CLAIM", help="Another claim's id.")],
    store: Annotated[str, typer.Option("--store", metavar="STORE|-", help="Where the claims are.")] = STORE,
) -> int:
    """Say why two claims are compared or not, and which verdict they get."""
    from claimdiff.cli.loading import load
    from claimdiff.cli.own import dynamics
    from claimdiff.compare.account import account

    problems = output.Problems()
    claims = load(store, problems)
    ids = [_whole(start, claims) for start in (left, right)]
    with output.pipe():
        for line in account(claims.values(), dynamics(), ids[0], ids[1]):
            typer.echo(line)
    return problems.close()


def _whole(start: str, claims: Iterable[str]) -> str:
    """The one id that begins so; UsageError where there is none or more."""
    from claimdiff.errors import UsageError

    fits = [name for name in claims if name.startswith(start)]
    if len(fits) != 1:
        many = "no claim" if not fits else f"{len(fits)} claims"
        raise UsageError(f"{many} with an id that begins with {start!r}", "", "claimdiff claims shows the ids")
    return fits[0]

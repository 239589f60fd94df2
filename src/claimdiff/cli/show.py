"""``claimdiff show``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import output, speech
from claimdiff.cli.options import STORE, StoreArgument

if TYPE_CHECKING:
    from claimdiff.model import Claim, Finding

EPILOG = """\b
Examples:
  claimdiff show ff38babc313eed9d               a finding or a claim, by its id
  claimdiff show ff38 claims.jsonl --articles archive/"""
SHORTEST = 4


def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="Of a finding or claim; its first letters are enough.")],
    store: StoreArgument = STORE,
    articles: Annotated[
        list[str] | None,
        typer.Option("--articles", "-a", metavar="PATH", help="The articles, for the paragraph.  [default: data/raw]"),
    ] = None,
) -> int:
    """Show one finding or claim whole, with the paragraphs that its words stand in."""
    from claimdiff.cli.articles import texts
    from claimdiff.cli.findings import findings

    problems = output.Problems()
    found, claims = findings(store, problems)
    if not claims and problems.missing:
        return problems.close()
    finding, claim = _named(name, found, claims)
    wanted = [claims[one] for answer in finding.answers for one in answer.claims] if finding else [claim]
    shown = [one for one in dict.fromkeys(wanted) if one]
    read = texts(articles, shown)
    with output.pipe(), speech.speaking():
        _print(finding, shown, claims, read, found)
    return problems.close()


def _named(name: str, found: list[Finding], claims: dict[str, Claim]) -> tuple[Finding | None, Claim | None]:
    """The one finding or claim whose id begins so. Raises UsageError where there is none, or more than one."""
    from claimdiff.errors import UsageError

    ids = [one.id for one in found if one.id.startswith(name)] + [one for one in claims if one.startswith(name)]
    if len(name) < SHORTEST or not ids:
        remedy = "claimdiff conflicts --all and claimdiff claims --json show ids; give at least four letters"
        raise UsageError("no finding or claim has this id", name, remedy)
    if len(ids) > 1:
        raise UsageError(f"{len(ids)} ids begin so", name, f"did you mean {' or '.join(ids[:3])}?")
    return next((one for one in found if one.id == ids[0]), None), claims.get(ids[0])


def _print(
    finding: Finding | None, shown: list[Claim], claims: dict[str, Claim], read: dict[str, str], found: list[Finding]
) -> None:
    from claimdiff.report import _single
    from claimdiff.report._lines import console
    from claimdiff.report._reworded import reworded

    screen, setting = console(sys.stdout)
    for one in reworded([finding] if finding else [], claims):
        screen.print(*_single.finding(one, claims, setting), sep="\n")
    for claim in shown:
        for part in _single.claim(claim, read.get(claim.source.doc), setting):
            screen.print(part)
    if not finding:
        for line in _single.elsewhere(shown[0], found, claims, setting):
            screen.print(line)

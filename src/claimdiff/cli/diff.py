"""``claimdiff diff``."""

from __future__ import annotations

from typing import Annotated

import typer

from claimdiff.cli import output
from claimdiff.cli.conflicts import DEFAULT, SHOWN, FailOnOption, FormatOption, chosen_form, fails, show
from claimdiff.cli.options import JsonOption

EPILOG = """\b
Examples:
  claimdiff diff ours.txt theirs.txt
  claimdiff diff --all --json draft.txt agency.txt"""


def diff(
    left: Annotated[str, typer.Argument(metavar="A", help="An article, or a file of several.")],
    right: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    everything: Annotated[bool, typer.Option("--all", help="Also updates and agreements.")] = False,
    json: JsonOption = False,
    form: FormatOption = DEFAULT,
    fail_on: FailOnOption = None,
) -> int:
    """Compare two articles directly, without a store."""
    from claimdiff.cli.loading import compared
    from claimdiff.cli.own import extractor
    from claimdiff.read import read
    from claimdiff.report import load as report

    form = chosen_form(form, json)
    report(form)
    problems, extract = output.Problems(), extractor()
    claims = {claim.id: claim for document in read([left, right], problems) for claim in extract(document)}
    found = compared(claims.values())
    chosen = [finding for finding in found if everything or finding.verdict in SHOWN]
    if not chosen:
        output.say(f"nothing found: {output.plural(len(claims), 'claim')}, none contradicts another")
    show(chosen, claims, form)
    return output.FOUND if fails(found, fail_on) else problems.close()

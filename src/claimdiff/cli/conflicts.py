"""``claimdiff conflicts``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import output
from claimdiff.cli.options import STORE, FailOn, JsonOption, StoreArgument, TopicOption

if TYPE_CHECKING:
    from claimdiff.model import Claim, Finding

DEFAULT = "terminal"
SHOWN = ("contradiction", "tension")
EPILOG = """\b
Examples:
  claimdiff conflicts                           of data/claims.jsonl
  claimdiff conflicts --topic killed --all claims.jsonl
  claimdiff conflicts --json claims.jsonl | jq '.findings[0].question.text'
  claimdiff conflicts --fail-on contradiction claims.jsonl || echo 'look here'"""


def conflicts(
    store: StoreArgument = STORE,
    topic: TopicOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Also updates and agreements.")] = False,
    json: JsonOption = False,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="terminal, concise, json, jsonl, …")
    ] = DEFAULT,
    fail_on: Annotated[
        FailOn | None,
        typer.Option("--fail-on", help="Exit with 1 if there is one (tension: or a contradiction)."),
    ] = None,
) -> int:
    """Show where the sources contradict each other."""
    from claimdiff.claims.frames import load_topics
    from claimdiff.cli.loading import load
    from claimdiff.cli.options import known
    from claimdiff.compare.verdicts import compare
    from claimdiff.report import load as report

    topics, show = load_topics(), report("json" if json else form)
    wanted = known(topic or (), topics, "topic", "claimdiff topics lists them")
    problems = output.Problems()
    claims = load(store, problems)
    if not claims and problems.missing:
        return problems.close()
    found = compare(claims.values(), {name: one.dynamics for name, one in topics.items()})
    found = [finding for finding in found if not wanted or finding.topic in wanted]
    chosen = [finding for finding in found if everything or finding.verdict in SHOWN]
    if not chosen:
        _nothing(store, claims, wanted, found)
    with output.pipe():
        if chosen or form != DEFAULT or json:
            show.render(chosen, claims, sys.stdout)
    code = problems.close()
    return output.FOUND if fail_on and _fails(found, fail_on) else code


def _fails(found: Sequence[Finding], fail_on: FailOn) -> bool:
    bad = SHOWN[: SHOWN.index(fail_on) + 1]
    return any(finding.verdict in bad for finding in found)


def _nothing(store: str, claims: dict[str, Claim], wanted: frozenset[str], found: Sequence[Finding]) -> None:
    """Say what was looked at."""
    from claimdiff.cli.loading import described

    about = f", {sum(claim.topic in wanted for claim in claims.values()):,} on {', '.join(sorted(wanted))}"
    hidden = f"; --all shows {output.plural(len(found), 'update and agreement')}" if found else ""
    looked = described(store, claims) + (about if wanted else "")
    output.say(f"nothing found: no contradiction or tension among {looked}{hidden}")

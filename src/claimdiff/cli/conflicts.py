"""``claimdiff conflicts``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import output, speech
from claimdiff.cli.options import STORE, FailOn, JsonOption, StoreArgument, TopicOption

if TYPE_CHECKING:
    from claimdiff.model import Claim, Finding

DEFAULT = "auto"
SHOWN = ("contradiction", "tension")
EPILOG = """\b
Examples:
  claimdiff conflicts                           of data/claims.jsonl
  claimdiff conflicts --topic killed --all claims.jsonl
  claimdiff conflicts --ui-lang ar
  claimdiff conflicts --since 2024-01-01 --place IQ --min-severity 0.6
  claimdiff conflicts --baseline known.json --accept ID --reason 'both hold'
  claimdiff conflicts --json claims.jsonl | jq '.findings[0].question.text'
  claimdiff conflicts --fail-on contradiction claims.jsonl || echo 'look here'"""

FormatOption = Annotated[
    str,
    typer.Option("--format", "-f", metavar="NAME", help="terminal, concise, json, …; auto: concise in a pipe."),
]
FailOnOption = Annotated[
    FailOn | None, typer.Option("--fail-on", help="Exit with 1 if there is one (tension: or a contradiction).")
]


def conflicts(
    store: StoreArgument = STORE,
    topic: TopicOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Also updates and agreements.")] = False,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="With a claim published since then.")] = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="With a claim of this publisher.")] = None,
    place: Annotated[str | None, typer.Option(metavar="CODE", help="With a claim on this place, as IQ.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="CODE", help="With a claim on this actor, as US.")] = None,
    min_severity: Annotated[float, typer.Option(min=0, max=1, help="As severe as this.")] = 0.0,
    min_origins: Annotated[int, typer.Option(min=0, help="With so many independent origins.")] = 0,
    baseline: Annotated[str | None, typer.Option(metavar="FILE", help="Hide the findings accepted there.")] = None,
    accept: Annotated[list[str] | None, typer.Option(metavar="ID", help="Accept a finding in the baseline.")] = None,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it is accepted.")] = None,
    json: JsonOption = False,
    form: FormatOption = DEFAULT,
    fail_on: FailOnOption = None,
) -> int:
    """Show where the sources contradict each other."""
    from claimdiff.cli import narrow
    from claimdiff.cli.loading import compared, load
    from claimdiff.cli.options import known
    from claimdiff.cli.own import load_topics
    from claimdiff.report import load as report

    form = chosen_form(form, json)
    report(form)
    topics = known(topic or (), load_topics(), "topic", "claimdiff topics lists them")
    filters = narrow.Narrow(topics, narrow.day(since), source, place, actor, min_severity, min_origins)
    problems = output.Problems()
    claims = load(store, problems)
    if not claims and problems.missing:
        return problems.close()
    found = compared(claims.values())
    hidden = narrow.accept(baseline, accept or (), reason, found)
    left = narrow.left([finding for finding in found if filters.fits(finding, claims)], hidden, baseline)
    chosen = [finding for finding in left if everything or finding.verdict in SHOWN]
    if not chosen:
        _nothing(store, claims, topics, left)
    show(chosen, claims, form)
    return output.FOUND if fails(left, fail_on) else problems.close()


def chosen_form(form: str, json: bool = False) -> str:
    """The form that is asked for; where none is, panels for a terminal and lines for a pipe."""
    usual = "terminal" if sys.stdout.isatty() else "concise"
    return "json" if json else usual if form == DEFAULT else form


def show(chosen: Sequence[Finding], claims: dict[str, Claim], form: str) -> None:
    """Print findings; where there are none, panels and lines print nothing."""
    from claimdiff.report import load as report

    with output.pipe(), speech.reporting(form, chosen, claims) as worded:
        if chosen or form not in ("terminal", "concise"):
            report(form).render(worded, claims, sys.stdout)


def fails(found: Sequence[Finding], fail_on: FailOn | None) -> bool:
    """Whether there is a finding that the caller wants to fail on."""
    bad = SHOWN[: SHOWN.index(fail_on) + 1] if fail_on else ()
    return any(finding.verdict in bad for finding in found)


def _nothing(store: str, claims: dict[str, Claim], wanted: frozenset[str], found: Sequence[Finding]) -> None:
    """Say what was looked at."""
    from claimdiff.cli.loading import described

    about = f", {sum(claim.topic in wanted for claim in claims.values()):,} on {', '.join(sorted(wanted))}"
    hidden = f"; --all shows {output.plural(len(found), 'update and agreement')}" if found else ""
    looked = described(store, claims) + (about if wanted else "")
    output.say(f"nothing found: no contradiction or tension among {looked}{hidden}")

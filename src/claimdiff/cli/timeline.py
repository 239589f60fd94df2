"""``claimdiff timeline``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import output, speech
from claimdiff.cli.options import STORE, StoreArgument

if TYPE_CHECKING:
    from claimdiff.model import Claim

EPILOG = """\b
Examples:
  claimdiff timeline --topic troops
  claimdiff timeline --topic killed --place SY claims.jsonl"""


def timeline(
    topic: Annotated[str, typer.Option("--topic", "-t", metavar="TOPIC", help="What to show.")],
    store: StoreArgument = STORE,
    place: Annotated[
        str | None, typer.Option("--place", metavar="CODE", help="Only of this place, as in claims: IQ, IQ/baghdad.")
    ] = None,
) -> int:
    """Show a topic's values over time, by source."""
    from claimdiff.cli.loading import described, load
    from claimdiff.cli.options import known
    from claimdiff.cli.own import load_topics

    known([topic], load_topics(), "topic", "claimdiff topics lists them")
    problems = output.Problems()
    claims = load(store, problems)
    chosen = [
        one
        for one in claims.values()
        if one.topic == topic and (place is None or f"{one.subject.place}/".startswith(f"{place}/"))
    ]
    if not chosen and claims:
        about = f" in {place}" if place else ""
        output.say(f"nothing found on {topic}{about} among {described(store, claims)}")
    with output.pipe(), speech.speaking():
        _show(chosen)
    return problems.close()


def _show(chosen: list[Claim]) -> None:
    from claimdiff.report._chart import charts
    from claimdiff.report._lines import console

    screen, setting = console(sys.stdout)
    width = screen.width if screen.is_terminal else max(screen.width, 100)
    for line in charts(chosen, width, setting):
        screen.print(line, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)

"""``claimdiff tally``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import output, speech
from claimdiff.cli.options import STORE, JsonOption, StoreArgument, TopicOption

if TYPE_CHECKING:
    from claimdiff.compare.tally import Tally

EPILOG = """\b
Examples:
  claimdiff tally --topic killed                low – best – high of each question
  claimdiff tally --topic killed --topic injured --json claims.jsonl"""


def tally(
    store: StoreArgument = STORE,
    topic: TopicOption = None,
    only: Annotated[int, typer.Option("--min-sources", min=1, help="Only questions with so many sources.")] = 1,
    json: JsonOption = False,
) -> int:
    """Show the low, best and high figure of each question, as casualty recorders do."""
    from dataclasses import asdict
    from json import dumps

    from claimdiff.cli.loading import compared, load
    from claimdiff.cli.options import known
    from claimdiff.cli.own import load_topics
    from claimdiff.compare.tally import POLICY, tallies

    wanted = known(topic or (), load_topics(), "topic", "claimdiff topics lists them")
    problems = output.Problems()
    claims = load(store, problems)
    found = [finding for finding in compared(claims.values()) if not wanted or finding.topic in wanted]
    rows = [row for row in tallies(found, claims) if row.sources >= only]
    with output.pipe():
        if json:
            body = {"schema": "claimdiff/tally/1", "policy": POLICY, "tallies": [asdict(row) for row in rows]}
            typer.echo(dumps(body, ensure_ascii=False, indent=2))
        else:
            _print(rows)
    if not rows:
        output.say(f"nothing to tally among {output.plural(len(claims), 'claim')}")
    return problems.close()


def _print(rows: list[Tally]) -> None:
    """Lines for people; whole in a pipe, wrapped at a terminal."""
    from rich.text import Text

    from claimdiff.report._lines import Lines, console
    from claimdiff.report._tally import lines

    screen, setting = console(sys.stdout)
    with speech.speaking():
        for line in lines(rows):
            if screen.is_terminal:
                screen.print(Lines(Text(line), setting))
            else:
                typer.echo(line)

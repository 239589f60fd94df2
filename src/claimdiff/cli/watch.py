"""``claimdiff watch``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import output, speech
from claimdiff.cli.conflicts import DEFAULT, FormatOption, chosen_form
from claimdiff.cli.options import CORPUS, STORE

if TYPE_CHECKING:
    from claimdiff.cli._watching import Watched

EPILOG = """\b
Examples:
  claimdiff watch                               data/raw, until Ctrl-C
  claimdiff watch inbox/ -o claims.jsonl --format concise
  claimdiff watch inbox/ --once                 a single look, as for cron

\b
Only files that changed are read again. Conflicts that follow from the store as
it was are known; each later one is shown once."""


def watch(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH", help=f"Folders and files.  [default: {CORPUS}]")
    ] = None,
    out: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The store that is kept up to date.")
    ] = STORE,
    form: FormatOption = DEFAULT,
    every: Annotated[float, typer.Option("--every", min=0.1, metavar="SECONDS", help="How often to look.")] = 2.0,
    once: Annotated[bool, typer.Option("--once", help="Look once and end.")] = False,
) -> int:
    """Keep a store up to date with a folder, and show new conflicts as they come."""
    import time

    from claimdiff.cli._watching import Watched
    from claimdiff.report import load

    form = chosen_form(form)
    load(form)
    problems = output.Problems()
    watched = Watched(paths or [CORPUS], out, problems)
    watched.missing()
    try:
        while True:
            _round(watched, form)
            if once:
                break
            time.sleep(every)
    except KeyboardInterrupt:
        output.say(f"stopped; {out} is up to date")
    return problems.close()


def _round(watched: Watched, form: str) -> None:
    """Look once; what is new goes to standard output."""
    from claimdiff.report import load

    changed, fresh = watched.look()
    if changed:
        output.say(f"{output.plural(changed, 'file')} changed, {output.plural(len(fresh), 'new conflict')}")
    if fresh:
        claims = watched.claims()
        with speech.reporting(form, fresh, claims) as worded:
            load(form).render(worded, claims, sys.stdout)
        sys.stdout.flush()

"""``claimdiff config``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from claimdiff.cli import output
from claimdiff.cli.speech import BIDI, UI_LANG

EPILOG = """\b
A file claimdiff.toml, or [tool.claimdiff] in pyproject.toml, in this folder or
one above it:
  store = "claims.jsonl"
  corpus = "articles"
  ui-lang = "ar"
  [conflicts]
  format = "table"
  [topics]
  dirs = ["topics"]                             your own, see claimdiff topics

\b
The environment goes over the file (CLAIMDIFF_STORE, CLAIMDIFF_CONFLICTS_FORMAT),
flags go over both."""


def config(
    ctx: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Also what nobody set.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> int:
    """Print which settings hold, and where each is from; check your own topics."""
    import os

    from claimdiff.cli.own import load_topics
    from claimdiff.cli.settings import FILE, SHARED, found, settings

    shared = (*SHARED, UI_LANG, BIDI)
    group: Any = ctx.find_root().command
    held = settings(group.commands, Path.cwd(), os.environ)
    place = found(Path.cwd())
    shown = [one for one in held if everything or one.origin != "default" or one.name in shared]
    with output.pipe():
        if json:
            from json import dumps

            print(dumps([one._asdict() for one in shown], ensure_ascii=False, indent=2, default=str))
        else:
            print(f"settings file: {place[0] if place else f'none ({FILE} here or above would be read)'}")
            for one in shown:
                print(f"{one.name} = {_said(one.value)}    # {one.origin}")
    load_topics()
    return output.OK


def _said(value: object) -> str:
    from json import dumps

    return dumps(value, ensure_ascii=False, default=str)

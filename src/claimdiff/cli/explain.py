"""``claimdiff explain``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claimdiff.cli import output
from claimdiff.cli.options import TopicsOption

EPILOG = """\b
Examples:
  claimdiff explain "TEXT"
  claimdiff explain - < article.txt"""


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT|-", help="The text; - reads standard input.")],
    topics: TopicsOption = "",
) -> int:
    """Show step by step how a text is read.

    Put the output into a report of a mistake.
    """
    from claimdiff import pipeline
    from claimdiff.cli.own import places
    from claimdiff.errors import UsageError

    said = _standard_input() if text == "-" else text
    if not said.strip():
        raise UsageError("there is no text", "", "claimdiff explain TEXT, or - to read standard input")
    with output.pipe():
        for line in pipeline.explain(said, places(topics)):
            print(line)
    return output.OK


def _standard_input() -> str:
    from claimdiff.read import decoded

    return decoded(sys.stdin.buffer.read(), "standard input")

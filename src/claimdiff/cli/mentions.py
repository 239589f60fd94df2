"""``claimdiff mentions``."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import output

if TYPE_CHECKING:
    from claimdiff.read import Request

EPILOG = """\b
Examples:
  claimdiff mentions texts.jsonl
  echo "TEXT" | claimdiff mentions

\b
A JSON line has a text, and may have an id, a language and a reference: the
day or time from which words like yesterday are counted."""


def mentions(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="JSON lines with a text each, or plain lines.")] = "-",
) -> int:
    """Find every number and date of a text, whatever it is about."""
    from claimdiff.read import opened, requests

    problems = output.Problems()
    name = "standard input" if file == "-" else file
    parse = functools.partial(requests, name=name, warn=problems)
    with output.pipe():
        for line in _answers(opened(file, problems, parse)):
            print(line)
    return problems.close()


def _answers(wanted: Iterator[Request]) -> Iterator[str]:
    """One JSON object for each request, whole numbers without a fraction."""
    import msgspec

    from claimdiff import pipeline
    from claimdiff.store.jsonl import plain

    for request in wanted:
        found = pipeline.mentions(request.document, request.reference)
        answer = {"id": request.id, "mentions": [replace(one, value=plain(one.value)) for one in found]}
        yield msgspec.json.encode(answer).decode("utf-8")

"""``claimdiff add``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import output
from claimdiff.cli.options import CORPUS

if TYPE_CHECKING:
    from claimdiff.model import Document

EPILOG = """\b
Examples:
  claimdiff add https://example.org/news/bridge
  claimdiff add saved-page.html dump.jsonl --to archive/

\b
It saves each article as a text file with its publisher, title, date and
address on top; an article that is already there is left alone. Only an
address that you name is fetched, and nothing else goes over the network."""


def add(
    places: Annotated[list[str], typer.Argument(metavar="URL|FILE…", help="Web addresses, saved pages, any articles.")],
    to: Annotated[str, typer.Option("--to", metavar="FOLDER", help="Where the articles go.")] = CORPUS,
    local: Annotated[bool, typer.Option("--local", help="Allow addresses of this machine and its network.")] = False,
) -> int:
    """Put articles from the web or from files into the corpus."""
    from claimdiff.cli._saving import save

    problems = output.Problems()
    for document in _documents(places, local, problems):
        path, new = save(document, Path(to))
        output.say(f"{path}{'' if new else ' is already there'}")
    return problems.close()


def _documents(places: list[str], local: bool, problems: output.Problems) -> Iterator[Document]:
    from claimdiff.errors import InputError
    from claimdiff.read import read
    from claimdiff.read._fetch import fetched

    for place in places:
        if "://" not in place:
            yield from read([place], problems)
            continue
        try:
            yield fetched(place, local, problems)
        except InputError as error:
            problems(error)

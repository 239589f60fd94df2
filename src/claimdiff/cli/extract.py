"""``claimdiff extract``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli.options import CORPUS, STORE, TopicsOption
from claimdiff.cli.output import Problems, pipe

if TYPE_CHECKING:
    from claimdiff.cli.progress import Progress
    from claimdiff.cli.summary import Tally
    from claimdiff.model import Claim, Document
    from claimdiff.run.base import Extract

EPILOG = """\b
Examples:
  claimdiff extract                             data/raw to data/claims.jsonl
  claimdiff extract news.jsonl archive/ -o claims.jsonl
  zcat news.jsonl.gz | claimdiff extract - -o - | claimdiff conflicts -

\b
It reads .txt (publisher, title, date, url, language may stand on top between
two lines ---), .jsonl and .json records with a text, each also as .gz,
directories of these, and standard input."""


def extract(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH|-", help=f"Articles: files and directories.  [default: {CORPUS}]"),
    ] = None,
    out: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where the claims go; - is standard output.")
    ] = STORE,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes to work with; 0 is one a processor.")] = 1,
    topics: TopicsOption = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary and no progress.")] = False,
) -> int:
    """Read articles and write the claims that they make."""
    from claimdiff import store
    from claimdiff.cli.own import extractor
    from claimdiff.cli.summary import Tally

    problems, tally, named = Problems(), Tally(), paths or [CORPUS]
    with _progress(named, not quiet and sys.stderr.isatty()) as progress, pipe():
        store.at(out).write(_claims(named, extractor(topics), jobs, problems, tally, progress, out))
    if not quiet:
        tally.show(out)
    return problems.close()


def _progress(paths: list[str], wanted: bool) -> Progress:
    from claimdiff.cli.progress import Progress
    from claimdiff.read import total

    return Progress("article", "read", lambda: total(paths), wanted, "MB/s")


def _claims(
    paths: list[str], how: Extract, jobs: int, problems: Problems, tally: Tally, progress: Progress, out: str
) -> Iterator[Claim]:
    """The claims of all articles; InputError where there is no article, so that no store is emptied."""
    from claimdiff.read import read
    from claimdiff.run import local

    documents = _seen(read(paths, problems), tally, progress)
    for found in local.run(documents, problems, jobs or _processors(), how):
        tally.add(found)
        yield from found
    if not tally.articles:
        raise _nothing(paths, out)


def _seen(documents: Iterator[Document], tally: Tally, progress: Progress) -> Iterator[Document]:
    for document in documents:
        tally.articles += 1
        progress.add(1, len(document.text.encode("utf-8")) if progress.wanted else 0)
        yield document


def _processors() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _nothing(paths: list[str], out: str) -> Exception:
    from claimdiff.errors import InputError

    kept = "" if out == "-" else f"; {out} was not touched"
    return InputError(f"no article could be read{kept}", ", ".join(paths), "name files or directories of articles")

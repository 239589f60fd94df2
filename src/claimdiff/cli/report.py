"""``claimdiff report``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import output, speech
from claimdiff.cli.options import STORE, StoreArgument, TopicOption

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

    from claimdiff.model import Claim, Finding

EPILOG = """\b
Examples:
  claimdiff report -o report.html               a page for the browser
  claimdiff report -o conflicts.csv --bom       a table that Excel opens as it should
  claimdiff report -o report.md claims.jsonl
  claimdiff report -f sarif -o - claims.jsonl   for code hosts and CI"""


def report(
    store: StoreArgument = STORE,
    out: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where the report goes; - is standard output.")
    ] = "report.html",
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="NAME", help="html, csv, markdown, sarif, …; told by FILE's suffix."),
    ] = None,
    articles: Annotated[
        list[str] | None,
        typer.Option(
            "--articles", "-a", metavar="PATH", help="The articles, to quote in context.  [default: data/raw]"
        ),
    ] = None,
    topic: TopicOption = None,
    everything: Annotated[bool, typer.Option("--all/--conflicts", help="Also updates and agreements.")] = True,
    bom: Annotated[bool, typer.Option("--bom", help="Begin with a byte order mark, for Excel.")] = False,
) -> int:
    """Write all findings as a page, a table or another file."""
    from claimdiff.cli.findings import findings
    from claimdiff.cli.writing import form_of, write

    name = form_of(out, form)
    problems = output.Problems()
    found, claims = findings(store, problems, topic or (), everything)
    if not claims and problems.missing:
        return problems.close()
    with speech.reporting(name, found, claims) as worded:
        write(out, lambda stream: _render(name, worded, claims, articles, stream), bom)
    if out != "-":
        output.say(f"{output.plural(len(found), 'finding')} in {out}")
    return problems.close()


def _render(
    name: str, found: list[Finding], claims: Mapping[str, Claim], articles: list[str] | None, stream: TextIO
) -> None:
    from claimdiff import report as reports

    if name != "html":
        reports.load(name).render(found, claims, stream)
        return
    from claimdiff.cli.articles import texts
    from claimdiff.report import html

    html.render(found, claims, stream, texts=texts(articles, claims.values()))

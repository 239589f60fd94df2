"""``claimdiff export``."""

from __future__ import annotations

from typing import Annotated

import typer

from claimdiff.cli import output
from claimdiff.cli.options import STORE, StoreArgument

EPILOG = """\b
Examples:
  claimdiff export claims.db                    of data/claims.jsonl; then: datasette claims.db
  claimdiff export claims.csv claims.jsonl --bom
  sqlite3 claims.db 'select * from conflicts'

\b
A database (.db, .sqlite) holds the tables sources, claims, findings, answers,
answer_claims, relations and the views conflicts, quotes, disagreements.
A table (.csv) holds the claims alone, a row each."""


def export(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What to write: .db, .sqlite, .csv or .jsonl.")],
    store: StoreArgument = STORE,
    bom: Annotated[bool, typer.Option("--bom", help="Begin a .csv with a byte order mark, for Excel.")] = False,
) -> int:
    """Write a whole store, and its findings, as a database or table."""
    from pathlib import Path

    from claimdiff import export as exports
    from claimdiff.cli.findings import findings

    chosen = exports.load(Path(file))
    problems = output.Problems()
    found, claims = findings(store, problems)
    if not claims and problems.missing:
        return problems.close()
    if bom and Path(file).suffix.lower() == ".csv":
        from claimdiff.export import csv

        csv.write(Path(file), claims.values(), found, bom=True)
    else:
        chosen.write(Path(file), claims.values(), found)
    output.say(f"{output.plural(len(claims), 'claim')} and {output.plural(len(found), 'finding')} for {file}")
    return problems.close()

"""``claimdiff topics``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claimdiff.cli import output

Row = tuple[str, str, str, str]


def topics(
    json: Annotated[bool, typer.Option("--json", help="Print the topics as JSON lines.")] = False,
) -> int:
    """List what is counted and dated, and how it may change."""
    from claimdiff.claims.frames import load_topics

    rows: list[Row] = [(one.name, one.dynamics, ", ".join(one.kinds), one.about) for one in load_topics().values()]
    with output.pipe():
        if json:
            _print_json(rows)
        elif sys.stdout.isatty():
            _print_table(rows)
        else:
            sys.stdout.writelines("\t".join(row) + "\n" for row in rows)
    return output.OK


def _print_json(rows: list[Row]) -> None:
    from json import dumps

    for name, dynamics, kinds, about in rows:
        row = {"name": name, "dynamics": dynamics, "kinds": kinds.split(", "), "about": about}
        print(dumps(row, ensure_ascii=False))


def _print_table(rows: list[Row]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("topic", "may change", "kinds", "what it is about", box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    Console(highlight=False).print(table)

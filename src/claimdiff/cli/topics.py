"""``claimdiff topics``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claimdiff.cli import output

Row = tuple[str, str, str, str, str]
EPILOG = """\b
Your own topics come from claimdiff.toml: folders of files, or tables:
  [topics]
  dirs = ["topics"]
  [topics.bees]
  about = "Hives of bees"
  dynamics = "level"
  kinds = ["quantity"]
  ar.words = ["WORD"]"""


def topics(
    json: Annotated[bool, typer.Option("--json", help="Print the topics as JSON lines.")] = False,
) -> int:
    """List what is counted and dated, how it may change, and whose topic it is."""
    rows = _rows()
    with output.pipe():
        if json:
            _print_json(rows)
        elif sys.stdout.isatty():
            _print_table(rows)
        else:
            sys.stdout.writelines("\t".join(row) + "\n" for row in rows)
    return output.OK


def _rows() -> list[Row]:
    """A row a topic; the last cell names the file of a topic that isn't claimdiff's."""
    from claimdiff.claims.frames import HERE, origins
    from claimdiff.cli.own import load_topics, places

    found = origins(places())
    origin = {name: "claimdiff" if one.path.parent == HERE else str(one.path) for name, one in found.items()}
    topics = load_topics().values()
    return [(one.name, one.dynamics, ", ".join(one.kinds), one.about, origin[one.name]) for one in topics]


def _print_json(rows: list[Row]) -> None:
    from json import dumps

    for name, dynamics, kinds, about, origin in rows:
        row = {"name": name, "dynamics": dynamics, "kinds": kinds.split(", "), "about": about, "origin": origin}
        print(dumps(row, ensure_ascii=False))


def _print_table(rows: list[Row]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("topic", "may change", "kinds", "what it is about", "from", box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    Console(highlight=False).print(table)

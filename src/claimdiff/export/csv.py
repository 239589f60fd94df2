"""The claims of a store as a table, a row each, with nothing lost.

None is an empty cell; an empty text is a cell with an apostrophe alone. A text that a spreadsheet would take for
a formula, and one that begins with an apostrophe, has an apostrophe before it.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from claimdiff.export._flat import COLUMNS, claim, flat
from claimdiff.model import Claim, Finding
from claimdiff.report._rows import bare, guarded, whole
from claimdiff.store import _atomic


def write(path: Path, claims: Iterable[Claim], findings: Sequence[Finding], bom: bool = False) -> None:
    """Write the claims in UTF-8, with a byte order mark for Excel where asked. Findings have no place here."""
    with _atomic.writable(path) as target:
        _atomic.replace(target, _lines(claims, bom))


def _lines(claims: Iterable[Claim], bom: bool) -> Iterator[bytes]:
    if bom:
        yield codecs.BOM_UTF8
    yield _line(COLUMNS)
    for one in claims:
        yield _line(_cell(value) for value in flat(one).values())


def _line(cells: Iterable[Any]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue().encode("utf-8")


def _cell(value: Any) -> Any:
    return "'" if value == "" else guarded(whole(value))


def read(path: Path) -> list[Claim]:
    """The claims of a file that ``write`` wrote."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        return [claim({name: _value(name, cell) for name, cell in row.items()}) for row in rows]


def _value(name: str, cell: str) -> Any:
    if cell == "":
        return None
    kind = COLUMNS[name]
    return float(cell) if kind == "REAL" else int(cell) if kind == "INTEGER" else bare(cell)

"""A table for spreadsheets: a row for each claim of each answer, quoted as RFC 4180 has it."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from typing import TextIO

from claimdiff.model import Claim, Finding
from claimdiff.report._rows import COLUMNS, guarded, rows


def render(findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None) -> None:
    """Write the head and the rows; texts that look like formulas are guarded by an apostrophe."""
    table = csv.writer(out)
    table.writerow(COLUMNS)
    table.writerows([guarded(cell) for cell in row] for row in rows(findings, claims))

"""One finding a line, as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TextIO

from claimdiff.model import Claim, Finding


def render(findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None) -> None:
    """Write each finding as one line of UTF-8 JSON."""
    for finding in findings:
        out.write(json.dumps(asdict(finding), ensure_ascii=False, allow_nan=False) + "\n")

"""One JSON object with all findings, as the specification has it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TextIO

from claimdiff.model import Claim, Finding

SCHEMA = "claimdiff/findings/1"


def render(findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None) -> None:
    """Write ``{"schema", "findings"}`` in UTF-8, indented; nothing is escaped that needn't be."""
    body = {"schema": SCHEMA, "findings": [asdict(finding) for finding in findings]}
    json.dump(body, out, ensure_ascii=False, indent=2, allow_nan=False)
    out.write("\n")

"""One line a finding, for pipes: verdict, severity, question, then each answer's range and sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from claimdiff.model import Claim, Finding
from claimdiff.report._words import span


def render(findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None) -> None:
    """Write ``verdict severity question: low–high (sources) | …``, never cut."""
    for finding in findings:
        answers = " | ".join(f"{span(answer)} ({answer.sources})" for answer in finding.answers)
        out.write(f"{finding.verdict} {finding.severity:.2f} {finding.question.text}: {answers}\n")

"""Which findings to show: filters of ``conflicts`` and the findings that somebody has accepted."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimdiff.cli import output
from claimdiff.errors import InputError, UsageError
from claimdiff.model import Claim, Finding

SCHEMA = "claimdiff/baseline/1"


@dataclass(frozen=True, slots=True)
class Narrow:
    """What a finding must have to be shown; an empty field asks for nothing."""

    topics: frozenset[str] = frozenset()
    since: str | None = None
    source: str | None = None
    place: str | None = None
    actor: str | None = None
    severity: float = 0.0
    origins: int = 0

    def fits(self, finding: Finding, claims: Mapping[str, Claim]) -> bool:
        """Whether the finding is to be shown."""
        inside = [claims[one] for answer in finding.answers for one in answer.claims if one in claims]
        return (
            (not self.topics or finding.topic in self.topics)
            and finding.severity >= self.severity
            and sum(answer.origins for answer in finding.answers) >= self.origins
            and (not self.since or any((claim.source.published or "") >= self.since for claim in inside))
            and (not self.source or any(_from(claim, self.source) for claim in inside))
            and (not self.place or any(_in(claim.subject.place, self.place) for claim in inside))
            and (not self.actor or any(_in(claim.subject.actor, self.actor) for claim in inside))
        )


def _from(claim: Claim, name: str) -> bool:
    return name.casefold() in ((claim.source.publisher or "").casefold(), claim.source.doc.casefold())


def _in(role: str | None, wanted: str) -> bool:
    """The place or actor itself, or what lies in it."""
    said, asked = (role or "").casefold(), wanted.casefold()
    return said == asked or said.startswith(f"{asked}/")


def day(text: str | None) -> str | None:
    """An ISO date as an option; UsageError where it is none."""
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        raise UsageError(f"{text!r} is no date", "--since", "write it as 2024-09-30") from None


def accepted(path: str | None) -> dict[str, str]:
    """The ids of accepted findings with the reasons."""
    if path is None or not Path(path).exists():
        return {}
    try:
        said = json.loads(Path(path).read_text("utf-8"))
        return {row["finding"]: row["reason"] for row in said["accepted"]}
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"no baseline: {error}", path, "write it with --accept ID --reason TEXT") from None


def accept(path: str | None, ids: Sequence[str], reason: str | None, found: Sequence[Finding]) -> dict[str, str]:
    """The baseline with some more findings in it, written back; each must be there and have a reason."""
    known = accepted(path)
    if not ids:
        return known
    if path is None or not reason:
        raise UsageError("a finding is accepted in a file and for a reason", "--accept", "add --baseline, --reason")
    for one in ids:
        if one not in {finding.id for finding in found}:
            raise UsageError(f"no finding {one!r}", "--accept", "the id stands below each finding")
        known[one] = reason
    rows = [{"finding": one, "reason": known[one]} for one in sorted(known)]
    body = json.dumps({"schema": SCHEMA, "accepted": rows}, ensure_ascii=False, indent=2)
    Path(path).write_text(body + "\n", "utf-8")
    return known


def left(found: Sequence[Finding], hidden: Mapping[str, str], baseline: str | None) -> list[Finding]:
    """The findings that nobody has accepted; how many are hidden is always said."""
    kept = [finding for finding in found if finding.id not in hidden]
    if baseline is not None:
        output.say(f"{output.plural(len(found) - len(kept), 'accepted finding')} hidden by {baseline}")
    return kept

"""Which claim answers which annotated row, and where it says something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claimdiff.evaluate._check import ROLES as SUBJECT
from claimdiff.evaluate.gold import Gold, Key, Row
from claimdiff.model import Claim, Finding, Moment, Quantity, Value

ROLES = ("modifier", "topic", "unit", *SUBJECT, "stance", "time")
# What a pair gets one of whose claims wasn't found.
LOST = "lost"
_NEAR = 1e-4
_QUALIFIER = re.compile(r"[~?%]")


class Graded(NamedTuple):
    """One thing about a claim that an annotator stated: what it should be, what was said."""

    role: str
    wanted: str | None
    said: str | None

    @property
    def right(self) -> bool:
        """Whether the claim says what it should."""
        return _plain(self.wanted) == _plain(self.said) if self.role == "time" else self.wanted == self.said


@dataclass(slots=True)
class Matched:
    """One document: rows with the claims that answer them, and what is left on either side."""

    doc: str
    rows: list[Row]
    found: list[tuple[Row, Claim]] = field(default_factory=list)
    allowed: list[tuple[Row, Claim]] = field(default_factory=list)
    missed: list[Row] = field(default_factory=list)
    spurious: list[Claim] = field(default_factory=list)
    trapped: list[tuple[Row, Claim]] = field(default_factory=list)


def match(doc: str, rows: Sequence[Row], claims: Iterable[Claim]) -> Matched:
    """Give each row the best claim that is still free: of its kind, meeting its words, with the stated value.

    Rows that must be found choose before optional ones; the right topic goes first, then the nearer start.
    """
    made, free = Matched(doc, list(rows)), list(claims)
    wanted = [row for row in rows if not row.trap]
    for row in sorted(wanted, key=lambda row: row.optional):
        fits = [claim for claim in free if _answers(row, claim)]
        if not fits:
            made.missed += [] if row.optional else [row]
            continue
        best = min(fits, key=lambda claim: _distance(row, claim))
        free.remove(best)
        (made.allowed if row.optional else made.found).append((row, best))
    for claim in free:
        trap = next((row for row in rows if row.trap and _meets(row, claim)), None)
        if trap and not any(_meets(row, claim) for row in wanted):
            made.trapped.append((trap, claim))
        else:
            made.spurious.append(claim)
    return made


def _distance(row: Row, claim: Claim) -> tuple[bool, int]:
    return claim.topic != row.said["topic"], abs(claim.evidence.start - row.start)


def _answers(row: Row, claim: Claim) -> bool:
    return claim.kind == row.said["kind"] and _meets(row, claim) and _same_value(row.said, claim.value)


def _meets(row: Row, claim: Claim) -> bool:
    return row.start < claim.evidence.end and claim.evidence.start < row.end


def _same_value(row: Mapping[str, Any], said: Value) -> bool:
    """Whether the stated value is the claim's; the unit of a count is graded apart, any other unit here."""
    value = row["value"]
    if isinstance(said, Moment):
        return _same_day(value["edtf"], said)
    if value["modifier"] in ("between", "vague"):
        fits = _close(value["low"], said.low) and _close(value["high"], said.high)
    else:
        fits = _close(value["number"], said.number)
    measured = row["kind"] in ("duration", "share") or value.get("unit") == "percent"
    return fits and (not measured or value.get("unit") in (None, said.unit))


def _close(wanted: float | None, said: float | None) -> bool:
    if wanted is None or said is None:
        return wanted is said
    return abs(wanted - said) <= _NEAR * max(1.0, abs(wanted), abs(said))


def _same_day(wanted: str, said: Moment) -> bool:
    """The same date; a year that the text lacks may be filled in where the claim owns that it is inferred."""
    a, b = _plain(wanted) or "", _plain(said.edtf) or ""
    return a == b or (bool(said.inferred) and a.startswith("XXXX-") and a[4:] == b[4:])


def _plain(edtf: str | None) -> str | None:
    return None if edtf is None else _QUALIFIER.sub("", edtf)


def graded(row: Row, claim: Claim) -> Iterator[Graded]:
    """Everything that the annotator stated about a claim, beside what the claim says."""
    said, value = row.said, claim.value
    yield Graded("modifier", said["value"]["modifier"], value.modifier)
    yield Graded("topic", said["topic"], claim.topic)
    if isinstance(value, Quantity) and claim.kind == "quantity":
        yield Graded("unit", said["value"].get("unit"), value.unit)
    for role in SUBJECT:
        if role in said:
            yield Graded(role, said[role], getattr(claim.subject, role))
    if "stance" in said:
        yield Graded("stance", said["stance"], claim.stance)
    if time := said.get("time"):
        edtf = time if isinstance(time, str) else time["edtf"]
        yield Graded("time", edtf, claim.time.edtf if claim.time else None)


def named(matched: Iterable[Matched]) -> dict[Key, str]:
    """The claim's id for each row that was found, by the key that pairs use; the first row of a key holds."""
    both = [(row, claim) for one in matched for row, claim in (*one.found, *one.allowed)]
    return {row.key: claim.id for row, claim in reversed(both)}


def by_claim(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings in which each claim stands, in their order."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        for claim in dict.fromkeys(claim for answer in finding.answers for claim in answer.claims):
            found.setdefault(claim, []).append(finding)
    return found


def verdict(findings: Mapping[str, Sequence[Finding]], a: str, b: str) -> str:
    """How two claims were judged: ``agreement`` in one answer, or what the relation of their answers says.

    ``findings`` are those of each claim, worst first; where several relate the two, the last has its way.
    """
    found = "none"
    for finding in findings.get(a, ()):
        left, right = _answers_with(finding, a), _answers_with(finding, b)
        if left & right:
            return "agreement"
        for one in finding.relations:
            if (one.left in left and one.right in right) or (one.right in left and one.left in right):
                found = one.verdict
    return found


def _answers_with(finding: Finding, claim: str) -> set[int]:
    return {n for n, answer in enumerate(finding.answers) if claim in answer.claims}


def judged(gold: Gold, ids: Mapping[Key, str], findings: Mapping[str, Sequence[Finding]]) -> list[tuple[str, str]]:
    """For each pair the verdict that it deserves and the one it got."""
    return [(pair.verdict, _judged(pair.verdict, ids.get(pair.a), ids.get(pair.b), findings)) for pair in gold.pairs]


def _judged(wanted: str, a: str | None, b: str | None, findings: Mapping[str, Sequence[Finding]]) -> str:
    if a is None or b is None:
        return "none" if wanted == "none" else LOST
    return verdict(findings, a, b)

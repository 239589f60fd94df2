"""What changed between two sets of claims from the same articles: claims gained, lost and changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from claimdiff.compare.wording import value as worded
from claimdiff.model import Claim, Moment
from claimdiff.store.jsonl import plain as whole

What = Literal["gained", "lost", "changed"]
Facts = Mapping[str, str | None]
SCHEMA = "claimdiff/changes/1"


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that came, went or is told otherwise; either side is None where there is no such claim."""

    what: What
    before: Claim | None
    after: Claim | None

    @property
    def claim(self) -> Claim:
        """The claim as it is now, or as it was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def differences(self) -> dict[str, tuple[str | None, str | None]]:
        """Each fact that isn't the same, before and after."""
        old, new = (facts(one) if one else {} for one in (self.before, self.after))
        names = dict.fromkeys([*old, *new])
        return {name: (old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)}


def facts(claim: Claim) -> Facts:
    """What a claim says, by name; how it was found (rule, confidence) is no part of it."""
    subject, spoken = claim.subject, claim.attribution
    roles = {name: getattr(subject, name) for name in ("noun", "group", "actor", "target", "place", "of")}
    time = f"{claim.time.modifier} {claim.time.edtf}" if claim.time else None
    said = {"words": claim.evidence.text, "kind": claim.kind, "topic": claim.topic, "value": _value(claim)}
    speaker = f"{spoken.speaker} ({spoken.cue})" if spoken else None
    return {**said, **roles, "time": time, "speaker": speaker, "stance": claim.stance}


def _value(claim: Claim) -> str:
    """The value in words, and exactly, so that no difference hides behind the words."""
    said = whole(claim.value)
    if isinstance(said, Moment):
        inferred = f", {' and '.join(said.inferred)} inferred" if said.inferred else ""
        return f"{said.modifier} {said.edtf} ({said.earliest} to {said.latest}{inferred})"
    return f"{worded(said)} [{said.low}, {said.high}] {said.modifier} {said.unit}"


def changes(before: Iterable[Claim], after: Iterable[Claim]) -> list[Change]:
    """All changes, in the order of documents and words.

    A claim of the same words and kind is the same claim; what is left over on both sides is one claim, changed,
    where the words meet, the same kind and the nearest start first.
    """
    old, new = _by_doc(before), _by_doc(after)
    docs = sorted(old.keys() | new.keys())
    return [change for doc in docs for change in _ordered(_between(old[doc], new[doc]))]


def _by_doc(claims: Iterable[Claim]) -> defaultdict[str, list[Claim]]:
    found = defaultdict[str, list[Claim]](list)
    for claim in claims:
        found[claim.source.doc].append(claim)
    return found


def _ordered(found: Iterable[Change]) -> list[Change]:
    return sorted(found, key=lambda one: (one.claim.evidence.start, one.claim.kind, one.what, one.claim.id))


def _between(old: list[Claim], new: list[Claim]) -> Iterator[Change]:
    """The changes of one document."""
    alike, gone, fresh = _paired(old, new)
    rivals = sorted(((_distance(a, b), n, m) for n, a in enumerate(gone) for m, b in enumerate(fresh) if _meet(a, b)))
    taken: tuple[set[int], set[int]] = set(), set()
    for _, n, m in rivals:
        if n not in taken[0] and m not in taken[1]:
            taken[0].add(n)
            taken[1].add(m)
            alike.append((gone[n], fresh[m]))
    yield from (Change("changed", a, b) for a, b in alike if facts(a) != facts(b))
    yield from (Change("lost", a, None) for n, a in enumerate(gone) if n not in taken[0])
    yield from (Change("gained", None, b) for m, b in enumerate(fresh) if m not in taken[1])


def _paired(old: list[Claim], new: list[Claim]) -> tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]:
    """Claims of the same words and kind, pair by pair; what has no such partner on either side."""
    free, alike, gone = defaultdict[object, list[Claim]](list), [], []
    for claim in new:
        free[_spot(claim)].append(claim)
    for claim in old:
        partners = free[_spot(claim)]
        if partners:
            alike.append((claim, partners.pop(0)))
        else:
            gone.append(claim)
    return alike, gone, [claim for partners in free.values() for claim in partners]


def _spot(claim: Claim) -> tuple[int, int, str]:
    return claim.evidence.start, claim.evidence.end, claim.kind


def _meet(a: Claim, b: Claim) -> bool:
    return a.evidence.start < b.evidence.end and b.evidence.start < a.evidence.end


def _distance(a: Claim, b: Claim) -> tuple[bool, int, int]:
    start, end = (abs(x - y) for x, y in zip(_spot(a)[:2], _spot(b)[:2], strict=True))
    return a.kind != b.kind, start, end


def by_topic(found: Iterable[Change]) -> dict[str, Counter[str]]:
    """How many claims each topic gained, lost and has changed; one that changed its topic counts for both."""
    counts = defaultdict[str, Counter[str]](Counter)
    for one in found:
        for topic in {side.topic for side in (one.before, one.after) if side}:
            counts[topic][one.what] += 1
    return dict(sorted(counts.items()))


def by_fact(found: Iterable[Change]) -> Counter[str]:
    """How many changed claims tell each fact otherwise, the most frequent first."""
    counts = Counter(name for one in found if one.what == "changed" for name in one.differences)
    return Counter(dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))))


def plain(one: Change) -> dict[str, object]:
    """A change for JSON: what and where, the facts on either side, and the sentence."""
    claim = one.claim
    sides = {"before": one.before, "after": one.after}
    told = {name: facts(side) if side else None for name, side in sides.items()}
    place = {"what": one.what, "doc": claim.source.doc, "start": claim.evidence.start, "id": claim.id}
    differing = list(one.differences) if one.what == "changed" else []
    return {**place, **told, "differences": differing, "sentence": claim.evidence.sentence}

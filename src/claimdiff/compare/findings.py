"""From judged pairs to findings: answers, the relations between them, the question in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from hashlib import blake2b

from rapidfuzz import fuzz

from claimdiff.compare import clashes, hints, origins, severity, wording
from claimdiff.compare.clashes import Clash, Pair
from claimdiff.compare.dynamics import RANK, Judgement
from claimdiff.compare.views import View
from claimdiff.compare.words import bare
from claimdiff.model import Answer, Claimants, Finding, Question, Relation, Verdict

SPELLING, TOLD, WORST = 90, 24, 8
# A role that one in more claims states isn't asked for.
HARDLY = 4
# Relations of a finding that are put in the order of how sure they are.
WEIGHED = 64


def findings(
    views: Sequence[View],
    judged: Mapping[Pair, Judgement],
    sets: Sequence[Sequence[int]],
    every: bool = True,
) -> list[Finding]:
    """One finding for each group of answers that relations connect, and for each answer with two claims.

    Unless ``every`` relation is asked for, an answer keeps only its worst; the few worst in a finding of more
    answers than are read one by one: what is told grows with claims, never with pairs.
    """
    between = clashes.worst(views, judged, sets)
    between = between if every else clashes.foremost(between)
    told = (clashes.merged(views, *part) for part in clashes.parted(sets, between))
    return [_finding(views, answers, found) for answers, found in told]


def _finding(views: Sequence[View], sets: Sequence[Sequence[int]], between: Mapping[Pair, Clash]) -> Finding:
    if len(sets) > TOLD:
        between = clashes.foremost(between, WORST)
    members = [[views[n] for n in chosen] for chosen in sets]
    order = sorted(range(len(members)), key=lambda n: _position(members[n]))
    place = sorted(range(len(order)), key=order.__getitem__)
    answers = tuple(answer(members[n]) for n in order)
    told = sorted(clashes.moved(between, place).items(), key=lambda item: item[0])
    weight = severity.greatest(
        (clash.judgement.verdict, views[clash.left], views[clash.right], min(answers[n].origins for n in pair))
        for pair, clash in told
    )
    relations = tuple(relation(views, clash, *pair) for pair, clash in _foremost(views, told))
    claims = sorted({(view.claim.id, view) for some in members for view in some}, key=lambda pair: pair[0])
    return assemble([view for _, view in claims], answers, relations, weight)


def _foremost(views: Sequence[View], told: Sequence[tuple[Pair, Clash]]) -> Sequence[tuple[Pair, Clash]]:
    """The relations, the worst and surest first; as the answers stand where they are too many to be weighed."""
    if len(told) > WEIGHED:
        return told

    def weight(one: tuple[Pair, Clash]) -> tuple[int, float, Pair]:
        (left, right), clash = one
        sure = severity.sureness(views[clash.left], views[clash.right])
        return -RANK[clash.judgement.verdict], -round(sure, 6), (left, right)

    return sorted(told, key=weight)


def pair(views: Sequence[View], said: Judgement) -> Finding:
    """The finding on two claims alone, of the topic of the first, each an answer though their numbers were one."""
    answers = answer(views[:1]), answer(views[1:])
    weight = severity.severity(said.verdict, views[0], views[1], min(one.origins for one in answers))
    return assemble(views, answers, (relation(views, Clash(0, 1, said), 0, 1),), weight)


def _position(members: Sequence[View]) -> tuple[int, float, float, str]:
    """More sources first, then smaller values."""
    low, high = _reach(members)
    return -origins.outlets(members), low, high, min(view.claim.id for view in members)


def _reach(members: Sequence[View]) -> tuple[float, float]:
    return min(v.measure.plain.low for v in members), max(v.measure.plain.high for v in members)


def answer(members: Sequence[View]) -> Answer:
    """Claims that agree, with the narrowest range that all of them allow (of dates, ISO days)."""
    views = sorted(members, key=lambda view: view.claim.id)
    low, high = _shared(views)
    ids = tuple(view.claim.id for view in views)
    return Answer(low, high, ids, origins.outlets(views), origins.origins(views))


def _shared(views: Sequence[View]) -> tuple[float | str | None, float | str | None]:
    if views[0].claim.kind == "date":
        spans = sorted((v.measure.plain.high - v.measure.plain.low, v.claim.id, v.measure) for v in views)
        narrow = spans[0][2].plain
        return _day(narrow.low, spans[0][2].cyclic), _day(narrow.high, spans[0][2].cyclic)
    lows = [low for view in views if (low := getattr(view.claim.value, "low", None)) is not None]
    highs = [high for view in views if (high := getattr(view.claim.value, "high", None)) is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is None or high is None or low <= high:
        return low, high
    return high, low


def _day(ordinal: float, cyclic: bool) -> str | None:
    if ordinal in (float("inf"), float("-inf")):
        return None
    if cyclic:
        return date.fromordinal(date(2000, 1, 1).toordinal() + int(ordinal) - 1).strftime("XXXX-%m-%d")
    return date.fromordinal(int(ordinal)).isoformat()


def relation(views: Sequence[View], clash: Clash, left: int, right: int) -> Relation:
    """How two answers stand to each other, told by the worst pair between them."""
    a, b, said = views[clash.left], views[clash.right], clash.judgement
    internal = a.claim.source.doc == b.claim.source.doc
    first, second = (b, a) if said.first == b.claim.id else (a, b)
    words = said.sentence or wording.explain(said.reason, first.claim.value, second.claim.value, said.ratio)
    hint = hints.hint(a, b) if said.verdict in ("contradiction", "tension") else None
    who = claimants(a, b)
    weighed = said.weighed or (first.claim.id, second.claim.id)
    return Relation(left, right, said.verdict, said.ratio, said.reason, who, internal, words, hint, weighed)


def claimants(a: View, b: View) -> Claimants:
    """Whether both claims come from one speaker; a surname alone is the same person as the full name."""
    left, right = (bare(view.claim.attribution.speaker).split() if view.claim.attribution else [] for view in (a, b))
    if not left or not right:
        return "unknown"
    part = set(left) <= set(right) or set(right) <= set(left)
    return "same" if part or _spelled(left, right) else "different"


def _spelled(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names differ by a letter in a long word alone, as foreign names do from paper to paper."""
    alike = (fuzz.ratio(x, y) >= SPELLING for x, y in zip(left, right, strict=False))
    return len(left) == len(right) and all(alike)


def assemble(
    views: Sequence[View], answers: tuple[Answer, ...], relations: tuple[Relation, ...], weight: float
) -> Finding:
    """The finished finding over claims that are sorted by id."""
    topic = views[0].claim.topic
    verdicts: list[Verdict] = [one.verdict for one in relations]
    verdict: Verdict = max(verdicts, key=RANK.__getitem__, default="agreement")
    ids = ",".join(sorted(view.claim.id for view in views))
    mark = blake2b(f"{topic}|{ids}".encode(), digest_size=8).hexdigest()
    return Finding(mark, topic, verdict, weight, question(views), answers, relations)


def question(views: Sequence[View]) -> Question:
    """What the claims answer: each role as most of them state it."""
    first = views[0].claim
    group = _only(views, lambda view: view.claim.subject.group)
    actor, target, place = (_most(views, n) for n in range(3))
    time = _only(views, _time) if 2 * sum(_time(view) is not None for view in views) > len(views) else None
    unit = getattr(first.value, "unit", None)
    subject = _only(views, lambda v: v.claim.subject.noun) if first.topic == "other" else None
    parts = [first.topic, subject or (unit if first.topic == "other" else None)]
    text = " · ".join(part for part in (*parts, group, actor, target, place, time) if part)
    return Question(text, first.topic, unit, group, actor, target, place, time)


def _time(view: View) -> str | None:
    return view.claim.time.edtf if view.claim.time else None


def _most(views: Sequence[View], role: int) -> str | None:
    """The role that most of the claims state that state one, unless hardly any does."""
    said = Counter(value for view in views if (value := view.roles[role]))
    top, number = min(said.items(), key=lambda item: (-item[1], item[0]), default=(None, 0))
    return top if 2 * number > said.total() and HARDLY * number >= len(views) else None


def _only(views: Sequence[View], read: Callable[[View], str | None]) -> str | None:
    said = {value for view in views if (value := read(view))}
    return said.pop() if len(said) == 1 else None

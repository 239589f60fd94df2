"""Parts and wholes: a part above its whole, parts that don't add up to it, told by the words between them.

A whole is known by the claim (``subject.of``) or by the words of ``parts.toml``: "47 out of 60", "60: 25 and
30", "25 and 30, 60 in total", "60, among them 25 and 40".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claimdiff.compare import intervals, wording
from claimdiff.compare.cues import cues
from claimdiff.compare.dynamics import Judgement
from claimdiff.compare.shares import miscounted as shares_of
from claimdiff.compare.views import Store, View
from claimdiff.compare.words import bare, noun
from claimdiff.model import Claim, Reason

Part = tuple[View, Judgement]
Misfit = tuple[View, list[Part]]

REACH = 3
FAR = 0.4
MANY = 12
MOST = 3.0
_COUNTED = frozenset(("person", "seat", "vote", "ballot", "body"))
_BALLOTS = frozenset(("seat", "vote"))
_SILENT = frozenset(("denied", "conditional", "superseded"))


def misfits(store: Store) -> Iterator[Misfit]:
    """Each whole with those parts of its sentence that can't all be true beside it, by documents."""
    by_sentence: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in store.claims:
        if claim.kind in ("quantity", "share") and claim.stance not in _SILENT:
            by_sentence[claim.source.doc, claim.evidence.sentence_start].append(claim)
    for place in sorted(by_sentence):
        if len(by_sentence[place]) > 1:
            inside = sorted(by_sentence[place], key=lambda claim: (claim.evidence.start, claim.id))
            yield from _inside(store.views(inside))


def _inside(told: list[View]) -> Iterator[Misfit]:
    views = [view for view in told if view.claim.kind == "quantity"]
    for at, whole in enumerate(views):
        parts, exhaustive = _parts(views, at)
        if parts and (found := list(_weigh(parts, whole, exhaustive))):
            yield whole, found
        elif len(parts) == 1 and (shares := list(shares_of(parts[0], whole, told))):
            yield parts[0], shares


def _parts(views: list[View], at: int) -> tuple[list[View], bool]:
    """The parts of the whole that stands at a place, and whether they are all of them."""
    whole = views[at]
    named = [view for view in views if _whole(view, views) is whole]
    if named:
        return _continued(named, views, whole), False
    before = list(_run(views[:at][::-1], whole))
    if before and _ends(_between(before[0], whole), cues("whole")):
        return (before, True) if len(before) > 1 and _listed(before) else (before[:1], False)
    if len(before) > 1 and (_ends(_between(before[0], whole), cues("total"), REACH) or _summed(before[0], whole)):
        return before, True
    if before and _definite(before[0], whole):
        return before[:1], False
    after = list(_run(views[at + 1 :], whole))
    opened = _between(whole, after[0]) if after else ""
    if len(after) > 1 and _starts(opened, cues("split")):
        return after, not _goes_on(after[-1])
    if after and len(opened.split()) <= REACH and _starts(opened, cues("among")):
        return [part for part in _beside(after) if _kindred(part, whole) and not _larger(part, whole, views)], False
    return [], False


def _summed(last: View, whole: View) -> bool:
    """ "51 and 19, that is 70 in all": a sum by the words on both sides of it."""
    return _ends(_between(last, whole), cues("equal")) and _starts(_tail(whole), cues("behind"))


def _goes_on(part: View) -> bool:
    """Whether a list goes on right behind its last number, with an item that is told in words."""
    word = next(iter(_tail(part).split()), "")
    return word in cues("and") or (len(word) > REACH and word.startswith(cues("joined")))


def _tail(view: View) -> str:
    """What stands behind a value in its sentence."""
    return bare(view.claim.evidence.sentence[view.claim.evidence.end - view.claim.evidence.sentence_start :])


def _continued(named: list[View], views: list[View], whole: View) -> list[View]:
    """Parts that name their whole, and those that go on with the list behind the last of them."""
    at = views.index(named[-1])
    if whole.claim.evidence.start > named[-1].claim.evidence.start:
        return named
    after = [view for view in _run(views[at + 1 :], whole) if _kindred(view, whole)]
    return [*named, *_beside([named[-1], *after])[1:]]


def _kindred(part: View, whole: View) -> bool:
    """Some of a whole count what it counts; parts of a sum of money may go to anything."""
    money = (getattr(whole.claim.value, "unit", None) or "").isupper()
    return money or part.claim.topic in (whole.claim.topic, "other")


def _beside(parts: list[View]) -> list[View]:
    """The first of the parts and those that follow it closely."""
    near = [len(_gap(a, b).split()) < REACH for a, b in pairwise(parts)]
    return parts[: near.index(False) + 1] if False in near else parts


def _whole(part: View, views: list[View]) -> View | None:
    """The claim that a part names as its whole: by id, else by its noun the nearest before it, no part itself."""
    named = part.claim.subject.of
    if not named:
        return None
    fits = [
        view
        for view in views
        if view is not part
        and (
            view.claim.id == named
            or (view.claim.subject.of is None and noun(view.claim.subject.noun) == noun(named) and _kin(part, view))
        )
    ]
    after = [view for view in fits if _start(view) > _start(part) and _starts(_between(part, view), cues("whole"))]
    before = [] if after else [view for view in fits if _start(view) < _start(part)]
    fits = after or fits
    whole = before[-1] if before else (fits[0] if fits else None)
    if before and _larger(part, before[-1], views):
        return None
    return whole if whole is None or whole.claim.id == named or not _interrupted(whole, part, views) else None


def _larger(part: View, whole: View, views: list[View]) -> bool:
    """Whether a part is too large for the nearest whole, but not for one before that: "69 in 17, 24 there"."""
    if _top(whole) >= part.measure.plain.low:
        return False
    return any(_start(one) < _start(whole) and _top(one) >= part.measure.plain.low for one in views)


def _interrupted(whole: View, part: View, views: list[View]) -> bool:
    """Whether a number that is no claim stands between: the part may be one of that."""
    first, last = sorted((whole, part), key=lambda view: view.claim.evidence.start)
    inside = [view.claim.evidence for view in views if _start(first) < _start(view) < _start(last)]
    said = _gap(first, last)
    for evidence in inside:
        said = said.replace(evidence.text, " ")
    return any(mark.isdigit() for mark in said)


def _start(view: View) -> int:
    return view.claim.evidence.start


def _kin(part: View, whole: View) -> bool:
    """Parts count what their whole counts; a vote is a part of the members present."""
    topics = {part.claim.topic, whole.claim.topic}
    return len(topics) == 1 or bool(topics & {"other", "seats", "attendance"})


def _run(views: Sequence[View], whole: View) -> Iterator[View]:
    """The values nearest to the whole that count in its unit, up to the first that doesn't.

    Votes and seats are told in turns: each list passes over the other.
    """
    unit = getattr(whole.claim.value, "unit", None)
    for view in views[:MANY]:
        if _alike(view, whole):
            yield view
        elif not {unit, getattr(view.claim.value, "unit", None)} <= _BALLOTS:
            return


def _alike(part: View, whole: View) -> bool:
    units = {getattr(view.claim.value, "unit", None) for view in (part, whole)}
    exact = min(part.measure.exactness, whole.measure.exactness) >= intervals.FIRM
    return exact and (len(units) == 1 or (units <= _COUNTED and not units <= _BALLOTS))


def _listed(before: list[View]) -> bool:
    """Whether parts before a whole are one list: of one topic, side by side."""
    return len({view.claim.topic for view in before}) == 1


def _definite(part: View, whole: View) -> bool:
    """ "1,200 of the 1,000 dead": the part's words go on with "of", the whole has its article."""
    said = bare(whole.claim.evidence.text)
    tail = bare(part.claim.evidence.text + _gap(part, whole)).split()
    linked = any(cue in tail[1:3] for cue in cues("of"))
    return linked and len(tail) <= 6 and any(re.match(rf"{cue}\s?\d", said) for cue in cues("definite"))


def _between(left: View, right: View) -> str:
    """The words from one value to the number of the other, folded."""
    own, *digits = re.split(r"\d", right.claim.evidence.text, maxsplit=1)
    return bare(_gap(left, right) + (own if digits else ""))


def _gap(left: View, right: View) -> str:
    start = left.claim.evidence.end - left.claim.evidence.sentence_start
    end = right.claim.evidence.start - right.claim.evidence.sentence_start
    return left.claim.evidence.sentence[start:end]


def _ends(text: str, cues: Sequence[str], reach: int = 0) -> bool:
    """Whether a cue stands before the number that a text leads up to, with few words between."""
    words = re.split(r"\d", text)[-1].split()[-REACH - 1 - reach :]
    return any(f" {cue} " in f" {' '.join(words)} " for cue in cues)


def _starts(text: str, cues: Sequence[str]) -> bool:
    """Whether a text begins with a cue, a comma or one word before it."""
    words = re.findall(r"[^\W_]+|:", text)[:4]
    return any(f" {cue} " in f" {' '.join(words)} " for cue in cues)


def _weigh(parts: list[View], whole: View, exhaustive: bool) -> Iterator[Part]:
    large = [part for part in parts if _top(whole) < part.measure.plain.low <= MOST * _top(whole)]
    for part in large:
        yield part, _say("part_exceeds_whole", part, whole)
    if not large and len(parts) > 1:
        chosen = _nearest(parts, whole)
        over, under = _total(chosen)[0] > _top(whole), _total(chosen)[1] < whole.measure.plain.low
        if (over and _apart(chosen)) or (exhaustive and (over or under)):
            yield from _misfit(chosen, whole)


def _nearest(parts: list[View], whole: View) -> list[View]:
    """As many of the parts, from the whole on, as come nearest to it; two at least."""
    sums = [(abs(sum(_number(part) for part in parts[:n]) - _number(whole)), n) for n in range(2, len(parts) + 1)]
    return parts[: min(sums)[1]]


def _misfit(chosen: list[View], whole: View) -> Iterator[Part]:
    total = sum(_number(part) for part in chosen)
    if abs(total - _number(whole)) <= FAR * _number(whole):
        ordered = sorted(chosen, key=lambda part: part.claim.evidence.start)
        shown = wording.total([_number(part) for part in ordered])
        weighed = tuple(view.claim.id for view in (*ordered, whole))
        for part in ordered:
            yield part, replace(_say("parts_do_not_sum", part, whole, shown), weighed=weighed)


def _total(parts: Sequence[View]) -> tuple[float, float]:
    """The least and the greatest sum that rounding allows."""
    low = sum(part.measure.plain.low - _doubt(part) for part in parts)
    return low, sum(part.measure.plain.high + _doubt(part) for part in parts)


def _top(whole: View) -> float:
    return whole.measure.plain.high + _doubt(whole)


def _doubt(view: View) -> float:
    """Half a unit of a value that may be rounded: one with noughts at its end."""
    number = view.measure.number
    return view.measure.grain if number is not None and number >= 1000 and number % 10 == 0 else 0.0


def _number(view: View) -> float:
    return view.measure.number if view.measure.number is not None else view.measure.plain.low


def _apart(parts: Sequence[View]) -> bool:
    """Two parts may overlap unless their nouns, groups or the words between tell them apart."""
    named = {(part.claim.subject.group, part.claim.subject.noun) for part in parts}
    ordered = sorted(parts, key=lambda part: part.claim.evidence.start)
    joined = all(len(_gap(a, b).split()) <= 4 for a, b in pairwise(ordered))
    return len(named) == len(parts) or joined


def _say(reason: Reason, part: View, whole: View, shown: str | None = None) -> Judgement:
    a, b = wording.value(part.claim.value), wording.value(whole.claim.value)
    sentence = wording.sentence(reason, a=shown or a, b=b)
    top = whole.measure.plain.high
    ratio = round(part.measure.plain.low / top, 2) if top and not shown else None
    weighed = part.claim.id, whole.claim.id
    return Judgement("contradiction", reason, ratio, sentence=sentence, weighed=weighed)

"""The judges: small functions that say how two unlike values may both be true, tried in order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from claimdiff.compare import dates, intervals, signs
from claimdiff.compare.changes import Change, beside, changes
from claimdiff.compare.repeats import closed, source
from claimdiff.compare.sameness import EVENT_WINDOW, LEVEL_WINDOW, PATIENCE, same_event, two_times
from claimdiff.compare.views import View
from claimdiff.model import Reason, Verdict

RANK: dict[Verdict, int] = {"agreement": 0, "update": 1, "tension": 2, "contradiction": 3}
TWICE, THRICE = 2.0, 3.0
CUT, THOUSAND = 200.0, 1000.0
EARLY = 12
SLIP_DAYS = 1.0
HOUR, RETOLD = 1.0 / 24, 0.6


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on two values, why, how far apart they are.

    ``first`` is the id of the claim that was said first, where that matters; ``sentence`` an explanation
    that the two values alone don't give, and ``weighed`` the claims that it speaks of.
    """

    verdict: Verdict
    reason: Reason
    ratio: float | None
    first: str | None = None
    sentence: str | None = None
    weighed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What judges know about the whole question."""

    changes: tuple[Change, ...] = ()
    first_said: dict[float, list[tuple[float, str, View]]] = field(default_factory=dict)


NOTHING = Context()


def context(views: Iterable[View]) -> Context:
    """The changes that sources state, and when each number was first said by whom."""
    views = list(views)
    said: defaultdict[float, list[tuple[float, str, View]]] = defaultdict(list)
    for view in views:
        if view.measure.number is not None and view.published and not view.published.cyclic:
            said[view.measure.number].append((view.published.low, view.claim.id, view))
    ordered = {number: sorted(times, key=lambda one: one[:2]) for number, times in said.items()}
    return Context(tuple(changes(views)), ordered)


def judge(a: View, b: View, known: Context) -> Judgement:
    """The verdict on two comparable claims: the first judge that has an opinion."""
    for one in JUDGES:
        if (found := one(a, b, known)) is not None:
            return found
    raise AssertionError("the last judge always has an opinion")


def explained(a: View, b: View) -> bool:
    """Whether time alone would explain two unlike values: then nobody is accused, and less must speak for them."""
    if a.dynamics not in ("cumulative", "level") or a.about is b.about:
        return False
    return any(one(a, b, NOTHING) is not None for one in (_grown, _moved))


def order(a: View, b: View) -> int | None:
    """-1 where ``a`` is earlier, 1 where later, 0 where they are of one time, None where unknown."""
    if a.claim.source.doc == b.claim.source.doc:
        return 0
    left, right = moments(a, b)
    if left is None or right is None or left.cyclic != right.cyclic or dates.meets(left, right):
        return 0 if left and right else None
    return -1 if left.high < right.low else 1


def moments(a: View, b: View) -> tuple[dates.Span | None, dates.Span | None]:
    """The times that order two claims: of the claims where both are stated and differ, else of the papers.

    The time beside a count that adds up is as often that of the event: papers that are dated go before it.
    """
    papers = a.dynamics == "cumulative" and a.published and b.published
    if not papers and a.own and b.own and not dates.meets(a.own, b.own) and not _one_event(a, b):
        return a.own, b.own
    if a.dynamics == "level":
        return _held(a), _held(b)
    return a.published, b.published


def _one_event(a: View, b: View) -> bool:
    """Whether two times beside counts that add up may be the event's: days side by side, one paper undated."""
    assert a.own and b.own
    return a.dynamics == "cumulative" and dates.gap(a.own, b.own) <= SLIP_DAYS


def _held(view: View) -> dates.Span | None:
    """When a level held: the stated time, unless it only opens a period or lacks its year."""
    time = view.claim.time
    open_ended = time is not None and time.modifier in ("since", "after", "until", "by", "before")
    usable = view.own is not None and not open_ended and not view.own.cyclic
    return view.own if usable else view.published


def _agreeing(a: View, b: View, known: Context) -> Judgement | None:
    if intervals.meet(a.measure, b.measure, stretch=False):
        return _say(a, b, "agreement", "agreement")
    return _say(a, b, "agreement", "rounding") if intervals.rounded(a.measure, b.measure) else None


def _changed(a: View, b: View, known: Context) -> Judgement | None:
    """The pair is the two ends of a stated change, or its later end and a value on the way there."""
    for change in known.changes:
        for old, new in ((a, b), (b, a)):
            ends = old is change.before and new is change.after
            if ends or (
                _same_figure(new, change.after) and (_is_old(old, change) or _on_the_way(old, new, change, known))
            ):
                down = new.dynamics == "cumulative" and _middle(new) < _middle(old)
                return _say(a, b, "update", "revision" if down else "stated_change", old)
    return None


def _same_figure(a: View, b: View) -> bool:
    firm = min(a.measure.exactness, b.measure.exactness) >= intervals.FIRM
    one = a.measure.number is not None and a.measure.number == b.measure.number
    return one or (firm and intervals.agree(a.measure, b.measure))


def _is_old(view: View, change: Change) -> bool:
    """The replaced value itself; a bound isn't, though it may allow it, unless it lies right beside it."""
    firm = view.measure.exactness >= intervals.FIRM or view.claim.value == change.before.claim.value
    early = view.dynamics == "event" or order(view, change.after) == -1
    return (early and beside(view, change.before)) or (firm and _same_figure(view, change.before))


def _on_the_way(old: View, new: View, change: Change, known: Context) -> bool:
    """An earlier value of a count that moves, between the two ends; no other end of one change from one beginning.

    One of unknown time may be an end of its own.
    """
    if old.dynamics not in ("level", "cumulative") or order(old, new) != -1:
        return False
    ends = [one for one in known.changes if old.dynamics == "level" and _same_figure(one.after, old)]
    if any(_same_figure(one.before, change.before) for one in ends):
        return False
    low, high = sorted((_middle(change.before), _middle(change.after)))
    return low <= _middle(old) <= high


def _middle(view: View) -> float:
    stated = view.measure.number
    return stated if stated is not None else view.measure.plain.low


def _corrected(a: View, b: View, known: Context) -> Judgement | None:
    """A source, one of these or another of the event, puts one number in the place of the other: "19 and not 32"."""
    for old, new in ((a, b), (b, a)):
        said = (view for _, _, view in known.first_said.get(new.measure.number or 0.0, ())[:EARLY])
        if any(old.measure.number in view.instead and same_event(view, old) for view in (new, *said)):
            return _say(a, b, "update", "revision", old)
    return None


def _racing(a: View, b: View, known: Context) -> Judgement | None:
    """Two figures near each other of a count that still grows, in papers of one hour: either may be the later."""
    left, right = a.published, b.published
    if a.dynamics != "cumulative" or a.about is b.about or left is None or right is None:
        return None
    hour = left.low == left.high and right.low == right.high and abs(left.low - right.low) <= HOUR
    near = (intervals.ratio(a.measure, b.measure) or THRICE) < THRICE
    moving = a.moving or b.moving or a.about.like(b.about) >= RETOLD
    return _say(a, b, "tension", "undated") if hour and near and moving else None


def _grown(a: View, b: View, known: Context) -> Judgement | None:
    """A cumulative count that is later and larger; or later and smaller, but an old figure repeated."""
    when = order(a, b) if a.dynamics == "cumulative" or _driven_out(a, b) else None
    if not when or closed(a, b):
        return None
    earlier, later = (a, b) if when < 0 else (b, a)
    if later.measure.plain.low > earlier.measure.plain.high:
        return _say(a, b, "update", "growth", earlier)
    lagged = a.dynamics == "cumulative" and _repeats(earlier, later, known)
    return _say(a, b, "update", "lagged", earlier) if lagged else None


def _shifted(a: View, b: View, known: Context) -> Judgement | None:
    """A level that the later article tells as risen or fallen to its value, which lies on that side of the earlier."""
    when = order(a, b) if a.dynamics == "level" and a.about is not b.about else None
    if not when:
        return None
    earlier, later = (a, b) if when < 0 else (b, a)
    up = later.measure.plain.low > earlier.measure.plain.high
    return _say(a, b, "update", "stated_change", earlier) if signs.shifted(later.claim) == (1 if up else -1) else None


def _driven_out(a: View, b: View) -> bool:
    """Whether two counts of the homeless are of one disaster, in the days in which they are counted."""
    struck = a.claim.topic == "displaced" and (a.about.struck or b.about.struck)
    return struck and bool(a.published and b.published) and a.about is not b.about


def _repeats(earlier: View, later: View, known: Context) -> bool:
    stated, since = later.measure.number, earlier.published
    if stated is None or since is None:
        return False
    said = known.first_said.get(stated, [])
    window = EVENT_WINDOW * (1 + PATIENCE * later.weights.chosen)
    first, last = (bisect_left(said, when, key=lambda one: one[0]) for when in (since.low - window, since.low))
    others = (view for _, _, view in said[first : min(last, first + EARLY)])
    return any(view.about not in (later.about, earlier.about) and source(view, earlier, later) for view in others)


def _moved(a: View, b: View, known: Context) -> Judgement | None:
    """A level at two times far apart."""
    if two_times(a, b):
        return _say(a, b, "update", "stated_change", min(a, b, key=_low))
    left, right = moments(a, b)
    if a.dynamics != "level" or a.claim.kind == "date" or left is None or right is None:
        return None
    far = left.cyclic == right.cyclic and dates.gap(left, right) > LEVEL_WINDOW
    return _say(a, b, "update", "apart_in_time") if far else None


def _low(view: View) -> float:
    return view.own.low if view.own else 0.0


def _stretched(a: View, b: View, known: Context) -> Judgement | None:
    near = intervals.meet(a.measure, b.measure, stretch=True) or _cut(a, b) or _cut(b, a)
    return _say(a, b, "tension", "stretched") if near else None


def _cut(short: View, long: View) -> bool:
    """Whether a number is another one cut short: 656,000 of 656,534, 1,400 of 1,477."""
    coarse, fine = short.measure.number, long.measure.number
    if (
        coarse is None
        or fine is None
        or short.measure.grain <= long.measure.grain
        or coarse < _least(short) * short.measure.grain
    ):
        return False
    return 0 <= fine - coarse < 2 * short.measure.grain


def _least(short: View) -> float:
    """A share of two digits may be cut and a thousand and more, a smaller count of three."""
    return CUT / 10 if short.claim.kind == "share" or (short.measure.number or 0.0) >= THOUSAND else CUT


def _inferred(a: View, b: View, known: Context) -> Judgement | None:
    """Dates that clash only in what context filled in."""
    return _say(a, b, "tension", "stretched") if a.measure.inferred or b.measure.inferred else None


def _undated(a: View, b: View, known: Context) -> Judgement | None:
    if a.claim.kind == "date" or order(a, b) is not None:
        return None
    near = (intervals.ratio(a.measure, b.measure) or TWICE) < TWICE
    if a.dynamics == "cumulative" or (a.dynamics == "level" and near):
        return _say(a, b, "tension", "undated")
    return None


def _disjoint(a: View, b: View, known: Context) -> Judgement | None:
    return _say(a, b, "contradiction", "disjoint")


JUDGES: tuple[Callable[[View, View, Context], Judgement | None], ...] = (
    _agreeing,
    _changed,
    _grown,
    _moved,
    _shifted,
    _corrected,
    _stretched,
    _racing,
    _inferred,
    _undated,
    _disjoint,
)


def _say(a: View, b: View, verdict: Verdict, reason: Reason, first: View | None = None) -> Judgement:
    dated = a.claim.kind == "date"
    ratio = None if dated else intervals.ratio(a.measure, b.measure)
    ratio = round(ratio, 2) if ratio is not None else None
    return Judgement(verdict, reason, ratio, first.claim.id if first else None)

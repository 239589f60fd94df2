"""What a value allows: plain and stretched intervals, rounding, durations in days."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from claimdiff.compare import dates
from claimdiff.model import Moment, Quantity, Value

INFINITE = float("inf")
DAYS = {
    "year": 365.2425,
    "month": 365.2425 / 12,
    "week": 7.0,
    "day": 1.0,
    "hour": 1 / 24,
    "minute": 1 / 1440,
}
EPSILON = 1e-9
FIRM = 0.7


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``, both within it; ``high`` may be infinite."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Measure:
    """A value made ready for comparing.

    ``plain`` and ``stretched`` are the two intervals of the specification. ``number`` is what is stated and
    ``grain`` half a unit of its last significant digit, both in the scale of the intervals. Dates are
    ordinals; ``cyclic`` marks one without a year, ``inferred`` one that context filled in.
    """

    plain: Interval
    stretched: Interval
    number: float | None = None
    grain: float = 0.0
    exactness: float = 1.0
    cyclic: bool = False
    inferred: bool = False


@lru_cache(maxsize=65536)
def measure(value: Value) -> Measure | None:
    """The value as intervals: None for a date of which neither year nor month is known."""
    return _dated(value) if isinstance(value, Moment) else _counted(value)


def agree(a: Measure, b: Measure) -> bool:
    """Whether the plain intervals meet or the numbers are one number in two roundings."""
    return meet(a, b, stretch=False) or rounded(a, b)


def meet(a: Measure, b: Measure, stretch: bool) -> bool:
    """Whether the plain (or stretched) intervals share a value."""
    if a.cyclic != b.cyclic:
        return dates.meets(_span(a), _span(b))
    left, right = (a.stretched, b.stretched) if stretch else (a.plain, b.plain)
    if left.low <= right.high and right.low <= left.high:
        return True
    slack = EPSILON * max(1.0, abs(left.low), abs(right.low))
    return slack < INFINITE and left.low <= right.high + slack and right.low <= left.high + slack


def rounded(a: Measure, b: Measure) -> bool:
    """Whether the numbers differ by no more than half a unit of the coarser one's last significant digit.

    A bound isn't rounded: more than 160 isn't 156.
    """
    if a.number is None or b.number is None or min(a.exactness, b.exactness) < FIRM:
        return False
    grain = max(a.grain, b.grain)
    return abs(a.number - b.number) <= grain * (1 + EPSILON) + EPSILON * abs(a.number)


def distance(a: Measure, b: Measure) -> float:
    """How far the nearest ends of the plain intervals lie apart, 0 where they meet."""
    if a.cyclic != b.cyclic:
        return dates.gap(_span(a), _span(b))
    return max(0.0, a.plain.low - b.plain.high, b.plain.low - a.plain.high)


def ratio(a: Measure, b: Measure) -> float | None:
    """The greater interval's low end over the smaller one's high end; 1 where they meet, None from zero.

    Days of a year are no multiples of each other.
    """
    if a.cyclic or b.cyclic or distance(a, b) == 0:
        return 1.0
    low, high = (a, b) if a.plain.high < b.plain.low else (b, a)
    return high.plain.low / low.plain.high if low.plain.high > 0 else None


def grain(number: float) -> float:
    """Half a unit of the last significant digit, the second digit at the coarsest.

    >>> grain(2500), grain(2478), grain(1000000), grain(6.8)
    (50.0, 0.5, 50000.0, 0.05)
    """
    if number == 0:
        return 0.0
    digits = Decimal(repr(float(number))).normalize()
    last = int(digits.as_tuple().exponent)
    second = digits.adjusted() - 1
    return float(Decimal(5).scaleb(min(last, second) - 1))


def _span(measure: Measure) -> dates.Span:
    return dates.Span(measure.plain.low, measure.plain.high, measure.cyclic)


def _dated(value: Moment) -> Measure | None:
    span = dates.stated(value)
    if span is None:
        return None
    here = Interval(span.low, span.high)
    sure = 1.0 if span.high - span.low < 1 else 0.7
    return Measure(here, here, exactness=sure, cyclic=span.cyclic, inferred=bool(value.inferred))


def _counted(value: Quantity) -> Measure:
    scale = DAYS.get(value.unit or "", 1.0)
    plain, stretched = _intervals(value)
    number = value.number
    return Measure(
        Interval(plain.low * scale, plain.high * scale),
        Interval(stretched.low * scale, stretched.high * scale),
        number * scale if number is not None else None,
        grain(number) * scale if number is not None else 0.0,
        _EXACTNESS[value.modifier],
    )


_EXACTNESS = {
    "exact": 1.0,
    "between": 0.8,
    "about": 0.7,
    "more_than": 0.6,
    "at_least": 0.6,
    "less_than": 0.6,
    "at_most": 0.6,
    "vague": 0.3,
}


def _intervals(value: Quantity) -> tuple[Interval, Interval]:
    """Plain and stretched, in the value's own unit, as the specification's table has them."""
    n = value.number
    low = value.low if value.low is not None else 0.0
    high = value.high if value.high is not None else INFINITE
    if value.modifier == "vague" or n is None:
        wide = Interval(low / 2, high * 2) if value.modifier == "vague" else Interval(low, high)
        return Interval(low, high), wide
    if value.modifier == "about":
        return _around(n, 0.1), _around(n, 0.25)
    if value.modifier in ("more_than", "at_least"):
        return Interval(n, 2 * n) if n >= 0 else Interval(n, INFINITE), Interval(n, INFINITE)
    if value.modifier in ("less_than", "at_most"):
        return Interval(n / 2, n), Interval(min(0.0, n), n)
    exact = Interval(low, high) if value.modifier == "between" else Interval(n, n)
    return exact, exact


def _around(n: float, part: float) -> Interval:
    reach = abs(n) * part
    return Interval(n - reach, n + reach)

"""How a value may have come to differ by mistake: a slip of the pen, a lost nought, another unit.

A hint is never a verdict; it stands on a relation and speaks for one question behind two figures.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from claimdiff import words
from claimdiff.compare.views import View
from claimdiff.grammar.calendar import MISFIT
from claimdiff.model import Moment, Quantity, Value

Text = tuple[str, str]
# The letters of a currency; how far two numbers lie apart that are one, rounded.
CODE, NEARLY = 3, 0.02
POWERS = (10.0, 100.0, 1000.0, 1_000_000.0)


def hint(a: View, b: View) -> str | None:
    """What mistake would explain two unlike values, in words."""
    left, right = a.claim.value, b.claim.value
    return foreign(left, right) or slip(left, right) or _misfit(left, right)


def foreign(a: Value, b: Value) -> str | None:
    """One number in two currencies."""
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.number is None or b.number is None:
        return None
    units = [one.unit for one in (a, b) if one.unit and len(one.unit) == CODE and one.unit.isupper()]
    near = abs(a.number - b.number) <= NEARLY * max(abs(a.number), abs(b.number))
    return words.now()("hints", "currency", *sorted(units)) if len(set(units)) > 1 and near else None


def slip(a: Value, b: Value) -> str | None:
    """The mistake between two numbers or days, if it is one of the usual."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if a.number is None or b.number is None or a.number == b.number:
            return None
        return next((said for test in TESTS if (said := test(a.number, b.number))), None)
    if isinstance(a, Moment) and isinstance(b, Moment):
        return _days(a, b)
    return None


def slipped(a: Value, b: Value) -> bool:
    """Whether one of the usual mistakes lies between two values; numbers recur in large questions."""
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return slip(a, b) is not None
    return a.number is not None and b.number is not None and a.number != b.number and _mistaken(a.number, b.number)


@lru_cache(maxsize=65536)
def _mistaken(a: float, b: float) -> bool:
    return any(test(a, b) is not None for test in TESTS)


def _misfit(a: Value, b: Value) -> str | None:
    """A day beside a weekday on which it doesn't fall."""
    days = [one for one in (a, b) if isinstance(one, Moment) and one.explain == MISFIT]
    return words.now()("hints", "weekday", days[0].edtf) if days else None


def _power(a: float, b: float) -> str | None:
    small, large = sorted((abs(a), abs(b)))
    if small == 0 or len(_digits(small)) < 2:
        return None
    for power in POWERS:
        if abs(large - small * power) <= 1e-9 * large:
            return words.now()("hints", "power", f"{power:,.0f}")
    return None


def _swapped(a: float, b: float) -> str | None:
    """Two digits that changed places; the same digits with one lost."""
    left, right = _figures(a), _figures(b)
    if left == right or min(len(left), len(right)) < 2:
        return None
    unlike = [n for n, (x, y) in enumerate(zip(left, right, strict=False)) if x != y]
    if len(left) == len(right) and len(unlike) == 2 and sorted(left) == sorted(right):
        first, second = unlike
        near = second - first <= 2
        return words.now()("hints", "swapped") if near else None
    return None


def _lost(a: float, b: float) -> str | None:
    """A nought lost inside: 97.08 and 97.8, 24,097 and 2,497."""
    short, long = sorted((_figures(a), _figures(b)), key=lambda text: (len(text), text))
    if len(long) != len(short) + 1 or len(short) < 3:
        return None
    lost = any(digit == "0" and long[:n] + long[n + 1 :] == short for n, digit in enumerate(long))
    return words.now()("hints", "lost") if lost else None


def _days(a: Moment, b: Moment) -> str | None:
    """The day and the month that changed places."""
    try:
        left, right = date.fromisoformat(a.edtf), date.fromisoformat(b.edtf)
    except ValueError:
        return None
    turned = left.year == right.year and (left.day, left.month) == (right.month, right.day)
    return words.now()("hints", "days") if turned and left != right else None


@lru_cache(maxsize=16384)
def _figures(n: float) -> str:
    """The digits that are written, without the point.

    >>> _figures(97.08), _figures(122146.0)
    ('9708', '122146')
    """
    return f"{n:.10g}".replace(".", "") if abs(n) < 1e10 else f"{n:.0f}"


def _digits(n: float) -> str:
    return _figures(n).strip("0")


TESTS: tuple[Callable[[float, float], str | None], ...] = (_power, _swapped, _lost)

"""Values on one scale: where they stand between 0 and 1, and the marks along it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from claimdiff.compare import wording

# From here on the least value would be lost at the edge of a plain scale.
WIDE = 20.0


class Scale(NamedTuple):
    """``at`` puts a value between 0 and 1; ``ticks`` are places and their words."""

    at: Callable[[float], float]
    ticks: tuple[tuple[float, str], ...]
    logarithmic: bool = False


def numbers(values: Iterable[float], days: bool = False) -> Scale | None:
    """A scale that holds all the values with some air around; logarithmic where they are far apart."""
    known = sorted(set(values))
    if not known:
        return None
    least, most = known[0], known[-1]
    logarithmic = not days and least > 0 and most / least > WIDE
    forth: Callable[[float], float] = math.log10 if logarithmic else float
    low, high = forth(least), forth(most)
    air = (high - low) * 0.08 or (0.05 if logarithmic else abs(high) * 0.1 or 1.0)
    start, width = low - air, high - low + 2 * air

    def at(value: float) -> float:
        return min(max((forth(value) - start) / width, 0.0), 1.0)

    words = _day if days else wording.number
    return Scale(at, tuple((at(tick), words(tick)) for tick in spread(known, at)), logarithmic)


def spread(known: Sequence[float], at: Callable[[float], float], apart: float = 0.15) -> list[float]:
    """Both ends, and of what lies between only what is far enough from those already chosen."""
    chosen = [known[0]]
    for value in [known[-1], *known[1:-1]]:
        if all(abs(at(value) - at(other)) >= apart for other in chosen):
            chosen.append(value)
    return sorted(chosen)


def _day(ordinal: float) -> str:
    return date.fromordinal(int(ordinal)).isoformat()

"""The head of a sentence that says where an agency writes."""

from __future__ import annotations

from collections.abc import Sequence

DATELINE = 12
_HEADS = frozenset({"PLACE", "NISBA", "SLASH", "COMMA", "NUM", "MONTH", "YEAR", "WEEKDAY", "DAY"})
_CLOSES = frozenset({"RPAR", "DASH"})


def _slashed(cats: Sequence[frozenset[str]], at: int) -> bool:
    """Whether a slash stands before an agency, not between two cities."""
    return "SLASH" in cats[at] and (at + 1 == len(cats) or "PLACE" not in cats[at + 1])


def dateline(cats: Sequence[frozenset[str]]) -> int:
    """How many tokens at the head of a sentence say where an agency writes: "Dubai (CNN)", "Beirut - AFP", "Paris - The
    minister said".
    """
    if not cats or "PLACE" not in cats[0] or "PREP" in cats[0]:
        return 0
    end = next((at for at, said in enumerate(cats) if not _CLOSES.isdisjoint(said) or _slashed(cats, at)), 0)
    opened = next((at for at in range(end) if "LPAR" in cats[at]), end)
    if not end or not all(_HEADS & said for said in cats[:opened]):
        return 0
    agency = opened < end or bool({"ORG", "SAY"} & (cats[end + 1] if end + 1 < len(cats) else frozenset[str]()))
    return end + 1 if agency else 0

"""Values, dates and reasons in English words. Another language is another module of this shape."""

from __future__ import annotations

from datetime import date

from claimdiff.model import Moment, Quantity, Value

_MODIFIERS = {
    "exact": "{}",
    "about": "about {}",
    "more_than": "more than {}",
    "at_least": "at least {}",
    "less_than": "less than {}",
    "at_most": "at most {}",
}
_WHEN = {
    "on": "",
    "early": "early ",
    "mid": "mid ",
    "late": "late ",
    "about": "about ",
    "between": "",
}
_UNITS = {"percent": "%", "person": "people"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

SENTENCES = {
    "agreement": "{a} and {b} can both be true.",
    "rounding": "{a} and {b} are one number, rounded differently.",
    "stated_change": "A source says that the value changed between {a} and {b}.",
    "revision": "A source says that {a} and {b} are before and after a correction.",
    "growth": "The count can only grow, and {later} was reported after {earlier}.",
    "lagged": "{later} is lower and came later, but repeats what another source had said before.",
    "apart_in_time": "{a} and {b} are more than 180 days apart, and such a value may move.",
    "stretched": "{a} and {b} meet only if their words are stretched.",
    "undated": "{a} and {b} differ, but the order in time is unknown and time could explain it.",
    "disjoint": "{a} and {b} can't both be true{factor}.",
    "part_exceeds_whole": "{a} is a part of {b} and yet larger.",
    "parts_do_not_sum": "{a}, not {b}: the parts don't add up to the stated total.",
}


def number(n: float) -> str:
    """A number with thousands marks, millions and more in words where nothing is lost.

    >>> number(2500.0), number(94.65), number(0.5)
    ('2,500', '94.65', '0.5')
    >>> number(52e9), number(1_700_000.0), number(5_329_253.0)
    ('52 billion', '1.7 million', '5,329,253')
    """
    for size, name in _SCALES:
        if abs(n) >= size and len(f"{n / size:.10g}") <= 5:
            return f"{n / size:.10g} {name}"
    return f"{int(n):,}" if n == int(n) else f"{n:,.6f}".rstrip("0")


def value(said: Value) -> str:
    """A value as a person would say it: "about 2,500 people", "late January 2024"."""
    return _moment(said) if isinstance(said, Moment) else _quantity(said)


def _quantity(said: Quantity) -> str:
    if said.number is not None:
        words = _MODIFIERS.get(said.modifier, "{}").format(number(said.number))
    elif said.low is not None and said.high is not None:
        words = f"{number(said.low)} to {number(said.high)}"
    elif said.low is not None:
        words = f"at least {number(said.low)}"
    else:
        words = f"at most {number(said.high)}" if said.high is not None else "an unknown number"
    return words + _unit(said.unit, said.number)


def _unit(unit: str | None, n: float | None) -> str:
    if unit is None:
        return ""
    name = _UNITS.get(unit, unit)
    if name == "%":
        return "%"
    if unit == "person" and n == 1:
        return " person"
    countable = name.isalpha() and name.islower() and len(name) > 2 and name != "people"
    several = countable and n != 1
    return f" {plural(name) if several else name}"


def plural(name: str) -> str:
    """English plural; vessels and craft that don't change keep their form."""
    if name.endswith("craft"):
        return name
    if name.endswith("y") and name[-2] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("s", "x", "ch", "sh")) else "s")


def _moment(said: Moment) -> str:
    words = " to ".join(edtf(part) for part in said.edtf.split("/"))
    return f"{_WHEN.get(said.modifier, said.modifier + ' ')}{words}"


def edtf(text: str) -> str:
    """An EDTF date in words; unknown parts are left out.

    >>> edtf("XXXX-01-28"), edtf("2014-22"), edtf("199X")
    ('28 January (no year)', 'summer 2014', 'the 1990s')
    """
    year, month, day = ([*text.strip("~?%").split("-"), "", ""])[:3]
    if month in _SEASONS:
        return f"{_SEASONS[month]} {year}"
    if "X" in year and year != "XXXX":
        return f"the {year.replace('X', '0')}s"
    known_year = year if year != "XXXX" else "(no year)"
    if not month.isdigit():
        return known_year
    name = date(2000, int(month), 1).strftime("%B")
    return " ".join(part for part in (day.lstrip("0") if day.isdigit() else "", name, known_year) if part)


def times(ratio: float) -> str:
    """A ratio as people say it.

    >>> times(1.38), times(6.0), times(112.4)
    ('1.4', '6', '112')
    """
    return f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.1f}".removesuffix(".0")


def explain(reason: str, a: Value, b: Value, ratio: float | None = None, reverse: bool = False) -> str:
    """One sentence for a relation; ``reverse`` where ``b`` was said before ``a``."""
    left, right = value(a), value(b)
    factor = f": they are {times(ratio)} times apart" if ratio is not None and ratio >= 1.1 else ""
    earlier, later = (right, left) if reverse else (left, right)
    said = SENTENCES[reason].format(a=left, b=right, factor=factor, earlier=earlier, later=later)
    return said[0].upper() + said[1:]

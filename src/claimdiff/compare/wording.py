"""Values, dates and reasons in the words that hold (claimdiff.words): English, unless a report asks for others."""

from __future__ import annotations

from claimdiff import words
from claimdiff.model import Moment, Quantity, Value

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_CRAFT = "craft"


def number(n: float) -> str:
    """A number with thousands marks, millions and more in words where nothing is lost.

    >>> number(2500.0), number(94.65), number(0.5), number(200 / 3)
    ('2,500', '94.65', '0.5', '66.67')
    >>> number(52e9), number(1_700_000.0), number(5_329_253.0)
    ('52 billion', '1.7 million', '5,329,253')
    """
    for size, name in _SCALES:
        if abs(n) >= size and len(f"{n / size:.10g}") <= 5:
            said = words.now()
            return said.form(said.table["scales"][name], n / size).format(f"{n / size:.10g}")
    if n == int(n):
        return f"{int(n):,}"
    text = f"{n:,.6f}".rstrip("0")
    return text if abs(n) < 1 or len(text.partition(".")[2]) <= 4 else f"{n:,.2f}"


def value(said: Value) -> str:
    """A value as a person would say it: "about 2,500 people", "late January 2024"."""
    return _moment(said) if isinstance(said, Moment) else _quantity(said)


def _quantity(said: Quantity) -> str:
    spoken = words.now()
    if said.number is not None:
        modifier = said.modifier if spoken.get("modifiers", said.modifier) else "exact"
        return spoken("modifiers", modifier, _counted(said.unit, said.number))
    if said.low is not None and said.high is not None:
        ends = spoken("modifiers", "range", low=number(said.low), high=number(said.high))
        return _counted(said.unit, said.high, ends)
    if said.low is None and said.high is None:
        return spoken("modifiers", "unknown") + (f" ({said.unit})" if said.unit else "")
    end, modifier = (said.low, "at_least") if said.low is not None else (said.high or 0.0, "at_most")
    return spoken("modifiers", modifier, _counted(said.unit, end))


def _counted(unit: str | None, n: float, shown: str | None = None) -> str:
    """A number with its unit; ``shown`` is what stands for the number."""
    spoken = words.now()
    text = shown or number(n)
    if unit is None:
        return text
    forms = spoken.get("units", unit)
    if forms is None:
        return f"{text} {plural(unit) if n != 1 and _countable(unit) else unit}"
    form = spoken.form(forms, n)
    return (form if "{}" in form or shown is None else forms.split(" | ")[-1]).format(text)


def _countable(unit: str) -> bool:
    """Whether a unit is an English word that takes a plural, and the interface is English."""
    word = unit.replace(" ", "").replace("-", "")
    return words.now().language == words.DEFAULT and word.isalpha() and word.islower() and len(word) > 2


def units(unit: str) -> str:
    """The name of many of a unit: "houses"."""
    spoken = words.now()
    if forms := spoken.get("units", unit):
        return spoken.form(forms, 5).replace("{}", "").strip()
    return plural(unit) if _countable(unit) else unit


def plural(name: str) -> str:
    """English plural; vessels and craft that don't change keep their form.

    >>> plural("dispatch"), plural("country"), plural("polling station"), plural("spacecraft")
    ('dispatches', 'countries', 'polling stations', 'spacecraft')
    """
    if name.endswith(_CRAFT):
        return name
    if name.endswith("y") and name[-2] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("s", "x", "ch", "sh")) else "s")


def _moment(said: Moment) -> str:
    return words.now()("moments", said.modifier, dates(said.edtf))


def dates(text: str) -> str:
    """An EDTF date or interval in words."""
    first, _, last = text.partition("/")
    return words.now()("moments", "span", first=edtf(first), last=edtf(last)) if last else edtf(first)


def edtf(text: str) -> str:
    """An EDTF date in words; unknown parts are left out.

    >>> edtf("XXXX-01-28"), edtf("2014-22"), edtf("199X")
    ('28 January (no year)', 'summer 2014', 'the 1990s')
    """
    spoken = words.now()
    year, month, day = ([*text.strip("~?%").split("-"), "", ""])[:3]
    if season := spoken.get("seasons", month):
        return spoken("moments", "season", season=season, year=year)
    if "X" in year and year != "XXXX":
        return spoken("moments", "decade", year.replace("X", "0"))
    known_year = year if year != "XXXX" else spoken("moments", "no_year")
    if not month.isdigit():
        return known_year
    parts = {"day": day.lstrip("0") if day.isdigit() else "", "month": spoken.months[int(month) - 1]}
    return " ".join(spoken("moments", "date", year=known_year, **parts).split())


def times(ratio: float) -> str:
    """A ratio as people say it.

    >>> times(1.38), times(6.0), times(112.4)
    ('1.4', '6', '112')
    """
    return f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.1f}".removesuffix(".0")


def explain(reason: str, a: Value, b: Value, ratio: float | None = None) -> str:
    """One sentence for a relation; where the order in time matters ``a`` was said first."""
    left, right = value(a), value(b)
    factor = words.now()("reasons", "factor", times(ratio)) if ratio is not None and ratio >= 1.1 else ""
    return sentence(reason, a=left, b=right, factor=factor, earlier=left, later=right)


def sentence(reason: str, **said: str) -> str:
    """The sentence of a reason with its values put in, as "5 people" or "25 + 11 = 36"."""
    text = words.now()("reasons", reason, **said)
    return text[0].upper() + text[1:]


def total(parts: list[float]) -> str:
    """A sum as it is reckoned: "25 + 11 = 36"."""
    return f"{' + '.join(map(number, parts))} = {number(sum(parts))}"

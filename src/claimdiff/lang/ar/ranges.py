"""Two numbers that make one value or a change: ranges, alternatives, opposite bounds, from and to."""

from __future__ import annotations

import math

from claimdiff.grammar.reading import Reading, between
from claimdiff.grammar.rule import Hit, rules
from claimdiff.lang.ar.counted import entry, exact, factor_of, made, stated, unit_of
from claimdiff.lang.ar.modifiers import has
from claimdiff.lexicon.lookup import Word

_LOW = frozenset({"more_than", "at_least"})
_HIGH = frozenset({"less_than", "at_most"})


def _range(hit: Hit) -> Reading | None:
    low, high, noun = hit.get("low"), hit.get("high"), has(hit, "noun")
    first, last = low.value, high.value
    first *= _shared_scale(first, high)
    if first >= last:
        return None
    return _between(hit, first, last, noun)


def _repeated(hit: Hit) -> Reading | None:
    """Three days to four days: the unit stands with both numbers; unlike units are two values."""
    first, last = entry(hit.get("noun1"), hit.tokens), entry(hit.get("noun"), hit.tokens)
    if first is None or last is None or first.item is not last.item or _changing(hit):
        return None
    return _range(hit)


def _from_dual(hit: Hit) -> Reading | None:
    """Two days to three days, a month or two: the first number is only the noun's form."""
    first, last = entry(hit.get("noun1"), hit.tokens), entry(hit.get("noun"), hit.tokens)
    if first is None or last is None or first.item is not last.item or _changing(hit):
        return None
    low = 2 if first.number == "du" else 1
    high = hit.get("high").value if "high" in hit.named else 2
    return _between(hit, low, high, hit.get("noun")) if low < high else None


def _turned(hit: Hit) -> Reading | None:
    """ "Between 80 and 60 percent": a range told from its upper end."""
    low, high = hit.get("low").value, hit.get("high").value
    scaled = "SCALED" in hit.get("high").cats or "SCALED" in hit.get("low").cats
    return _between(hit, high, low, has(hit, "noun")) if low > high and not scaled else _range(hit)


def _between(hit: Hit, first: float, last: float, noun: Word | None) -> Reading:
    found = entry(noun, hit.tokens)
    percent = has(hit, "percent") is not None or has(hit, "percent1") is not None
    factor, unit = factor_of(found), "percent" if percent else unit_of(found)
    reading = made(hit, between(exact(first * factor), exact(last * factor), unit), hit.start, noun)
    reading.bare = found is None and not percent
    return reading


def _opposed(hit: Hit) -> Reading | None:
    """More than five and fewer than eight: bounds from both sides make a range."""
    bounds = [hit.get(name).item("BOUND").modifier for name in ("bound1", "bound2")]
    values = [hit.get("low").value, hit.get("high").value]
    if bounds[0] in _HIGH and bounds[1] in _LOW:
        values.reverse()
    elif not (bounds[0] in _LOW and bounds[1] in _HIGH):
        return None
    if values[0] >= values[1]:
        return None
    if "FRACTION" in hit.get("low").cats | hit.get("high").cats:
        share = made(hit, between(values[0] * 100, values[1] * 100, "percent"), hit.start, None)
        return share if values[1] <= 1 else None
    return _between(hit, values[0], values[1], has(hit, "noun") or has(hit, "noun1"))


def _changing(hit: Hit) -> bool:
    return any("CHANGE" in token.cats for token in hit.tokens[: hit.start])


def _change(hit: Hit) -> list[Reading] | None:
    """From one number to another behind a verb of change: two values, of which the last holds."""
    if not _changing(hit):
        return None
    noun = has(hit, "noun") or has(hit, "noun1")
    found = entry(noun, hit.tokens)
    percent = "percent" if has(hit, "percent") is not None else None
    lent = {"low": _shared_scale(hit.get("low").value, hit.get("high"))}
    lent["high"] = _lent_scale(hit.get("low"), hit.get("high"))
    readings = []
    for group, bound in (("low", "bound1"), ("high", "bound2")):
        modifier = token.item("BOUND").modifier if (token := has(hit, bound)) is not None else "exact"
        factor = factor_of(found) * lent[group]
        quantity = stated(hit.get(group), modifier, percent or unit_of(found), factor)
        reading = made(hit, quantity, hit.match.start(bound if token is not None else group), noun)
        reading.end = hit.match.end(group) if group == "low" else hit.end
        reading.bare = noun is None and not percent
        reading.superseded = group == "low" or has(hit, "then") is not None
        readings.append(reading)
    return readings


def _from_to(hit: Hit) -> Reading | None:
    return None if _changing(hit) else _range(hit)


def _shared_scale(first: float, last: Word) -> float:
    """The scale word of a range's end may hold for its beginning: 10 and 15 thousand."""
    if "SCALED" not in last.cats or last.value is None or last.value <= 0:
        return 1
    scale = max(1000 ** int(math.log(last.value, 1000) + 1e-9), 1)
    return scale if 0 < first < last.value / scale else 1


def _lent_scale(first: Word, last: Word) -> float:
    """The scale word of a change's beginning may hold for its end: from 40 million barrels to 32."""
    start, end = first.value or 0, last.value or 0
    lent = "SCALED" in first.cats and "SCALED" not in last.cats and start >= 1 and 0 < end < 1000
    return float(max(1000 ** int(math.log(start, 1000) + 1e-9), 1)) if lent else 1.0


_COUNTED = "(?:NOUN|TIME|MONEY)"
_DUAL = "(?:NOUN_DU!DEF|TIME_DU!DEF)"
_TO = "(?:TO|DASH|(?=CONJ|MINUS)|AND)"
_TAIL = f"percent:PERCENT? noun:{_COUNTED}?"
_THEN = "then:(?: COMMA? THEN TO )?"
_RULES = (
    ("range", f"BOUND? BETWEEN BOUND? low:NUM (?:{_COUNTED}|PERCENT)? {_TO} BOUND? high:NUM {_TAIL}", _turned),
    (
        "change",
        f"FROM bound1:BOUND? low:NUM (?:PERCENT|noun1:{_COUNTED})? TO bound2:BOUND? high:NUM {_TAIL} {_THEN}",
        _change,
    ),
    ("range", f"FROM low:NUM {_COUNTED}? TO high:NUM {_TAIL}", _from_to),
    ("range", f"RANGEWORD .{{0,3}} low:NUM {_TO} high:NUM {_TAIL}", _range),
    ("range", f"BOUND? low:NUM (?:DASH|(?=MINUS)) high:NUM {_TAIL}", _range),
    ("range", f"BOUND? BETWEEN low:NUM noun1:{_COUNTED} (?:TO|(?=CONJ)) high:NUM noun:{_COUNTED}", _repeated),
    ("range", f"BOUND? low:NUM noun1:{_COUNTED} (?:OR|TO) high:NUM noun:{_COUNTED}", _repeated),
    ("range", f"BOUND? BETWEEN noun1:{_DUAL} (?:(?=CONJ)|TO) high:NUM noun:{_COUNTED}", _from_dual),
    ("range", f"BOUND? noun1:{_DUAL} (?:OR|TO) high:NUM noun:{_COUNTED}", _from_dual),
    ("range", f"BOUND? noun1:(?:NOUN!DEF|TIME!DEF) OR noun:{_DUAL}", _from_dual),
    ("range", f"BOUND? low:NUM OR high:NUM percent:PERCENT? noun:{_COUNTED}", _range),
    ("range", f"BOUND? low:NUM TO high:NUM (?: percent:PERCENT | noun:{_COUNTED} )", _from_to),
    (
        "opposed",
        "bound1:BOUND low:(?:NUM|FRACTION) (?:noun1:NOUN|percent1:PERCENT)? AND? bound2:BOUND high:(?:NUM|FRACTION) "
        + _TAIL,
        _opposed,
    ),
)
RULES = rules("ar.quantity", *_RULES)

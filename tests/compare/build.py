"""Claims in short notation, for the tests of the comparator."""

from __future__ import annotations

from typing import Any

from claimdiff.model import Claim, Evidence, Moment, Quantity, Source, Subject, Value

SENTENCE = "according to the report they counted # there"


def value(text: str, kind: str, inferred: bool = False) -> Value:
    """ "about 2500 person", "between 5 7", "late 2024-01" as a value."""
    modifier, *rest = text.split()
    if kind == "date":
        return Moment(rest[0], None, None, modifier, ("year",) if inferred else ())  # type: ignore[arg-type]
    numbers = [float(word) for word in rest if word[0].isdigit()]
    unit = rest[-1] if not rest[-1][0].isdigit() else (None if kind == "rank" else "person")
    if len(numbers) == 2:
        return Quantity(None, numbers[0], numbers[1], modifier, unit)  # type: ignore[arg-type]
    n = numbers[0]
    low, high = {
        "about": (0.9 * n, 1.1 * n),
        "more_than": (n, None),
        "at_least": (n, None),
        "less_than": (0.0, n),
        "at_most": (0.0, n),
    }.get(modifier, (n, n))
    return Quantity(n, low, high, modifier, unit)  # type: ignore[arg-type]


def _moment(text: str) -> Moment:
    """ "2024-01-08" or "since 2024-01-08" as a time."""
    *modifier, edtf = text.split()
    return Moment(edtf, None, None, modifier[0] if modifier else "on")  # type: ignore[arg-type]


def claim(id_: str, text: str, **said: Any) -> Claim:
    """One claim; what isn't said is that of an asserted count in Iraq on 10 January 2024."""
    kind = said.get("kind", "quantity")
    time = said.get("time")
    sentence = said.get("sentence", SENTENCE)
    bare = text.split(maxsplit=1)[1]
    start = said.get("start", max(sentence.find("#"), 0))
    fields: dict[str, Any] = {name: said.get(name) or None for name in ("group", "actor", "target", "of")}
    place = said.get("place", "IQ") or None
    fields["inferred"] = ("place",) if said.get("home") else ()
    return Claim(
        id_,
        kind,
        said.get("topic", "disaster" if kind == "date" else "troops"),
        value(text, kind, said.get("inferred", False)),
        Subject(noun=said.get("noun", "soldier"), place=place, **fields),
        _moment(time) if time else None,
        said.get("attribution"),
        said.get("stance", "asserted"),
        Evidence(
            bare,
            said.get("start", start),
            start + len(bare),
            sentence.replace("#", bare),
            said.get("sentence_start", 0),
        ),
        Source(
            said.get("doc", f"doc-{id_}"),
            said.get("publisher"),
            None,
            None,
            said.get("published", "2024-01-10") or None,
            None,
        ),
        "test",
        1.0,
    )

"""What is wrong with an annotated row, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, get_args

from rapidfuzz import fuzz, process

from claimdiff.model import DateModifier, Kind, Modifier, Stance, Verdict
from claimdiff.text.fold import fold

Fault = tuple[str, str]
ROLES = ("group", "actor", "target", "place")
FIELDS = {"doc", "text", "nth", "kind", "topic", "value", "stance", "time", "optional", "trap", "note", *ROLES}
PAIR = {"a", "b", "verdict", "why"}
VALUE = {"number", "low", "high", "modifier", "unit", "edtf"}
VERDICTS = (*get_args(Verdict), "none")
_DAY = r"[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?[~?%]?"
_EDTF = re.compile(rf"{_DAY}(?:/(?:\.\.|{_DAY})?)?|(?:\.\.)?/{_DAY}")
_SAY = {"between": '"low" and "high"', "vague": '"low" and "high"'}


def faults(row: Mapping[str, Any], texts: Mapping[str, str], topics: Collection[str]) -> Iterator[Fault]:
    """Everything that is wrong with a row of claims.jsonl; ``texts`` are the documents' by id."""
    yield from _place(row, texts)
    if "trap" in row:
        if "kind" in row:
            yield "a trap and a claim at once", 'leave out "trap" or "kind"'
        return
    yield from _among(row.get("kind"), get_args(Kind), "kind", "say what kind of claim it is")
    yield from _among(row.get("topic"), topics, "topic", "claimdiff topics lists them")
    yield from _among(row.get("stance", "asserted"), get_args(Stance), "stance", "leave it out where it isn't graded")
    if row.get("kind") in get_args(Kind):
        yield from _value(row.get("value"), row["kind"])
    for role in ROLES:
        if not isinstance(row.get(role), str | None):
            yield f"{role} is no text", "write a code or slug as in claims, or null if there must be none"
    yield from _time(row.get("time"))
    if not isinstance(row.get("optional", False), bool):
        yield "optional is neither true nor false", "write true, or leave it out"


def _place(row: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[Fault]:
    """What keeps the words from being found in their document."""
    doc, words, nth = row.get("doc"), row.get("text"), row.get("nth", 1)
    if not isinstance(doc, str) or doc not in texts:
        yield from _among(doc, texts, "doc", "name the id of one of the folder's documents")
        return
    if not isinstance(words, str) or not words:
        yield "no text", 'write the claim\'s words as "text", exactly as they stand in the document'
        return
    if isinstance(nth, bool) or not isinstance(nth, int) or nth < 1:
        yield f"nth is {nth!r}", "write 1 for the first occurrence of the words, 2 for the second, …"
        return
    text = texts[doc]
    count = len(places(text, words))
    if not count:
        yield f"the words {words!r} are not in {doc}", _spelled(text, words)
    elif nth > count:
        times = "once" if count == 1 else f"{count} times"
        yield f"nth is {nth}, but {words!r} stands only {times} in {doc}", f"write a number up to {count}"


def places(text: str, words: str) -> list[int]:
    """Where the words begin in a text, each time that they stand there.

    >>> places("a, aa", "a")
    [0, 3, 4]
    """
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _spelled(text: str, words: str) -> str:
    """How the document writes the same words, where they differ in marks, spaces or forms of letters alone."""
    there, sought = fold(text), " ".join(fold(words).text.split())
    loose = re.search(r"\s+".join(map(re.escape, sought.split(" "))), there.text) if sought else None
    if loose is None:
        return "copy them from the document"
    return f"the document writes {text[slice(*there.span(*loose.span()))]!r}"


def _value(value: Any, kind: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield "no value", '"value" is an object with "modifier", and "number" and "unit" or "edtf"'
        return
    dated = kind == "date"
    modifiers = get_args(DateModifier if dated else Modifier)
    yield from _among(value.get("modifier"), modifiers, "modifier", f"where no word says more: {modifiers[0]}")
    if dated:
        if not isinstance(value.get("edtf"), str) or not _EDTF.fullmatch(value["edtf"]):
            yield f"edtf is {value.get('edtf')!r}", "write 2024-09-28, 2024-09, 2024-21, XXXX-09-28 or 2024-01/2024-03"
        return
    yield from _numbers(value)
    bare = kind in ("rank", "share") or (kind == "quantity" and "unit" in value)
    if not (bare and value.get("unit") is None) and not isinstance(value.get("unit"), str):
        yield "no unit", "write person, percent, USD, km, year, the counted thing in English, or null for a bare number"


def _numbers(value: Mapping[str, Any]) -> Iterator[Fault]:
    """The stated number, or two ends where the modifier asks for them; a vague one may be open."""
    wanted = ("low", "high") if value.get("modifier") in _SAY else ("number",)
    for name in wanted:
        said = value.get(name, "")
        open_end = said is None and name != "number"
        if isinstance(said, bool) or not (open_end or isinstance(said, int | float)):
            asked = _SAY.get(value.get("modifier", ""), '"number"')
            yield f"{name} is {value.get(name)!r}", f"write {asked} as numbers, without marks"


def _time(time: Any) -> Iterator[Fault]:
    said = time.get("edtf") if isinstance(time, dict) else time
    if time is not None and not (isinstance(said, str) and _EDTF.fullmatch(said)):
        yield f"time is {time!r}", 'write {"edtf": "2024-09-28", "modifier": "on"}, or leave it out'


def pair_faults(row: Mapping[str, Any], known: Collection[str]) -> Iterator[Fault]:
    """What is wrong with a row of findings.jsonl; ``known`` are doc, text and nth of each claim, as written out."""
    for side in "ab":
        said = row.get(side)
        if not isinstance(said, list) or len(said) not in (2, 3):
            yield f"{side} is {said!r}", 'write ["doc", "text"], or ["doc", "text", nth]'
        elif repr([*said, 1][:3]) not in known:
            yield f"{side} is no claim: {said}", "name the doc, text and nth of a row of claims.jsonl that is no trap"
    yield from _among(row.get("verdict"), VERDICTS, "verdict", "none is for a pair that must not be compared")


def unknown(row: Mapping[str, Any]) -> Iterator[Fault]:
    """Fields of a row of either file that nothing looks at: a slip, or another tool's."""
    pair = "verdict" in row
    yield from _unknown(row, PAIR if pair else FIELDS, "field")
    if isinstance(row.get("value"), dict):
        yield from _unknown(row["value"], VALUE, "field of value")


def _unknown(row: Mapping[str, Any], known: Collection[str], what: str) -> Iterator[Fault]:
    for name in sorted(set(row) - set(known)):
        yield f"nothing looks at the {what} {name!r}", f"there are: {', '.join(sorted(known))}"


def _among(said: Any, known: Iterable[str], what: str, remedy: str) -> Iterator[Fault]:
    names = list(known)
    if said in names:
        return
    if not isinstance(said, str):
        yield f"no {what}" if said is None else f"{what} is {said!r}", remedy
        return
    near = [found[0] for found in process.extract(said, names, scorer=fuzz.ratio, limit=2, score_cutoff=60)]
    listed = " or ".join(near) or (", ".join(names) if len(names) <= 12 else "")
    yield f"unknown {what} {said!r}", f"did you mean {listed}? {remedy}" if near else f"{listed or remedy}"

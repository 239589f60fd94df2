"""Shares in Arabic: percentages, fractions of people and things, fractions in figures."""

from __future__ import annotations

from claimdiff.grammar.reading import Reading, bounded
from claimdiff.grammar.rule import Hit
from claimdiff.lang.ar import morphology
from claimdiff.lang.ar.counted import counted, exact, factor_of, made, stated, unit_of
from claimdiff.lang.ar.modifiers import has, modifier
from claimdiff.lexicon.lookup import Word

_PLAIN = frozenset({"UNKNOWN", "TOPIC"})


def percent(hit: Hit) -> Reading:
    said, start = modifier(hit)
    half = has(hit, "half")
    return made(hit, stated(hit.get("number"), said, "percent", more=half.value if half else 0), start, None)


def fraction(hit: Hit) -> Reading | None:
    """A fraction of people or things is a share in percent; of a unit of time or measure, a part of it."""
    noun = has(hit, "noun")
    said, start = modifier(hit)
    value = hit.get("number").value
    found = noun.entry("TIME") or noun.entry("NOUN") if noun is not None else None
    if found and found.number == "sg" and (found.cat == "TIME" or getattr(found.item, "measure", False)):
        return made(hit, bounded(exact(value * found.item.factor), said, found.item.unit), start, noun)
    if noun is not None and not found and not _told(noun):
        return None
    share = made(hit, bounded(round(value * 100, 5), said, "percent"), start, noun)
    share.kind = "share"
    return share


def _told(noun: Word) -> bool:
    """Whether a word that no lexicon counts is definite: "half the harvest", "half its harvest"."""
    return "DEF" in noun.cats or bool(noun.suffix) or (bool(_PLAIN & noun.cats) and morphology.possessed(noun.stem))


def fifth(hit: Hit) -> Reading:
    """ "A fifth of the people" is spelled like "five": the noun is definite."""
    said, start = modifier(hit)
    share = made(hit, bounded(20, said, "percent"), start, hit.get("noun"))
    share.kind = "share"
    return share


def slashed(hit: Hit) -> Reading | None:
    """3/4: of a counted noun so many, of a whole a share; alone only a mention."""
    top, bottom, noun = hit.get("number").value, hit.get("bottom").value, has(hit, "noun")
    if not bottom:
        return None
    found = counted(hit, noun)
    said, start = modifier(hit)
    value = exact(top / bottom)
    if noun is not None and "DEF" in noun.cats and value <= 1:
        share = made(hit, bounded(round(value * 100, 5), said, "percent"), start, noun)
        share.kind = "share"
        return share
    quantity = bounded(exact(value * factor_of(found)), said, unit_of(found))
    return made(hit, quantity, start, noun, bare=noun is None, loose=noun is None)

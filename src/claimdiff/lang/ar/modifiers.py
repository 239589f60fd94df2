"""Modifiers of numbers: which word bounds a number, from which side, and what stops its reach."""

from __future__ import annotations

from typing import Any

from claimdiff.grammar.rule import Hit
from claimdiff.lang.ar import morphology
from claimdiff.lexicon.lookup import Word

REACH, NEGATED = 7, 10
GAP = 4
_STOPS = frozenset({"COMMA", "STOP", "NUM", "VAGUENUM", "QUOTE", "COLON", "AND"})
_ENDS = frozenset({"COMMA", "STOP", "NUM", "VAGUENUM", "FRACTION", "QUOTE", "COLON", "AND", "CONJ", "BOUND", "PERCENT"})
_REACHING = frozenset({"distant", "split"})


def has(hit: Hit, group: str) -> Any:
    """The first token of a group that the rule may lack."""
    return hit.get(group)


def modifier(hit: Hit) -> tuple[str, int]:
    """The modifier and where it begins: before the number, behind its noun, or a verb some words before."""
    start = hit.match.start()
    front, back = has(hit, "bound"), has(hit, "back") or _behind(hit)
    said = back.item("BACKBOUND").modifier if back is not None else None
    if front is not None:
        made, start = _fronted(hit, front, start)
        return (said if said and made == "about" else made), start
    return (said, start) if said else _distant(hit, start)


def _fronted(hit: Hit, token: Word, start: int) -> tuple[str, int]:
    item = token.item("BOUND")
    if "DEF" in token.cats and item.reach == "distant":
        return "exact", start + 1
    if item.negated and _negated(hit, start):
        return item.negated, start - 1
    if item.reach == "split":
        return "exact", start + 1
    return item.modifier, start


def _negated(hit: Hit, at: int) -> bool:
    """A negation right before a verb; "except" is spelled like "that not", which is all that a verb can follow: "none
    but fewer than 90" isn't 90 at least.
    """
    before = hit.tokens[at - 1].cats if at > 0 else frozenset[str]()
    return "NEGATION" in before or ("ONLY" in before and bool(morphology.tense(hit.tokens[at].text.split()[0])))


def _behind(hit: Hit) -> Word | None:
    """At least, behind the noun and what describes it; a number, a conjunction or punctuation stops the search."""
    for token in hit.tokens[hit.match.end() : hit.match.end() + GAP]:
        cats = token.cats
        if "BACKBOUND" in cats and "CONJ" not in cats:
            found: Word = token
            return found
        if not _ENDS.isdisjoint(cats):
            break
    return None


def _boat(hit: Hit, at: int) -> bool:
    """Whether a word is spelled like a verb that means nearly, but is a boat: with its article, or where what it does
    follows ("a boat carrying", "a boat with 50 on board").
    """
    token, after = hit.tokens[at], hit.tokens[at + 1]
    if token.item("BOUND").modifier != "about":
        return False
    follows = not after.cats.isdisjoint(("ABOARD", "CONJ", "ON")) or bool(morphology.tense(after.text))
    return "DEF" in token.cats or follows


def _distant(hit: Hit, start: int) -> tuple[str, int]:
    """A verb such as "exceeded" reaches over its subject to the number; one that needs "on" only where it stands."""
    on = start > 0 and "ON" in hit.tokens[start - 1].cats
    for at in range(start - 1, max(-1, start - 1 - NEGATED), -1):
        token = hit.tokens[at]
        if not _STOPS.isdisjoint(token.cats):
            break
        item = token.item("BOUND") if "BOUND" in token.cats and not _boat(hit, at) else None
        if item and item.reach in _REACHING and (on or item.reach != "split"):
            if item.negated and _negated(hit, at):
                return item.negated, at - 1
            return (item.modifier, at) if start - at <= REACH else ("exact", start)
    return "exact", start

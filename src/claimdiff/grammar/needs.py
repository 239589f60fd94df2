"""What the pattern of a rule asks of a sentence, before it is matched: what must occur, and where."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\(\?<?[:=!]|[)|]|[A-Z][A-Z_]+(?:[.!][A-Z_]+)*|[.^$]")
_OPTIONAL = re.compile(r"\s*(?:[?*]|\{0,\d*\})")

# Of each set of atoms one must stand in the sentence.
Needs = tuple[frozenset[str], ...]


def needs(pattern: str) -> Needs:
    """The sets of atoms of which a sentence must hold one each, else the pattern can't match.

    >>> [sorted(choice) for choice in needs("lead:(?:PART*) day:(?:DAY|ORD) MONTH.DEF YEAR?")]
    [['DAY', 'ORD'], ['MONTH.DEF']]
    """
    return _branches(pattern, 0)[0]


def _branches(pattern: str, at: int) -> tuple[Needs, int]:
    """What the alternatives from a place on need in common, up to the end of their group."""
    found, own = list[Needs](), list[frozenset[str]]()
    while piece := _PIECE.search(pattern, at):
        at = piece.end()
        if piece[0] in {"|", ")"}:
            found.append(tuple(own))
            own = []
            if piece[0] == ")":
                return _common(found), at
            continue
        inner: Needs = (frozenset({piece[0]}),) if piece[0].isupper() else ()
        if piece[0][0] == "(":
            inner, at = _branches(pattern, at)
        if not (piece[0][-1] == "!" or _OPTIONAL.match(pattern, at)):
            own += inner
    return _common([*found, tuple(own)]), len(pattern)


def _common(branches: list[Needs]) -> Needs:
    """What each of some alternatives needs: its narrowest set, and the sets that all have in common."""
    if len(branches) == 1 or not all(branches):
        return branches[0] if all(branches) else ()
    either = frozenset[str]().union(*(min(branch, key=len) for branch in branches))
    shared = [choice for choice in branches[0] if all(choice in branch for branch in branches)]
    return (either, *(choice for choice in shared if choice != either))


def begins(pattern: str) -> frozenset[str]:
    """The atoms of which a match begins with one; among them "." where it may begin with anything.

    >>> sorted(begins("(?<!NUM) lead:(?:PART* | FROM) day:(?:DAY|ORD) MONTH"))
    ['DAY', 'FROM', 'ORD', 'PART']
    """
    return _first(pattern, 0)[0]


def _first(pattern: str, at: int) -> tuple[frozenset[str], bool, int]:
    """What the alternatives from a place on begin with, whether they may be empty, and the end of their group."""
    found, empty, open_ = set[str](), False, True
    while piece := _PIECE.search(pattern, at):
        at = piece.end()
        if piece[0] in {"|", ")"}:
            empty, open_ = empty or open_, True
            if piece[0] == ")":
                return frozenset(found), empty, at
            continue
        own, nothing = frozenset({piece[0]}), False
        if piece[0][0] == "(":
            own, nothing, at = _first(pattern, at)
        if piece[0][-1] in "=!^$":
            continue
        if open_:
            found |= own
        open_ = open_ and (nothing or bool(_OPTIONAL.match(pattern, at)))
    return frozenset(found), empty or open_, len(pattern)

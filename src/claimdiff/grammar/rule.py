"""Rules: a named pattern over the categories of tokens, with what it produces.

Each token of a sentence becomes one character that stands for its set of categories, so that a pattern over
tokens is an ordinary regular expression over that string, and runs at its speed. A pattern reads aloud::

    weekday:WEEKDAY? day:DAY month:MONTH YEARWORD? year:YEAR?

``DAY`` is any token that has the category, ``MONTH.DEF`` one that has both, ``WORD!CONJ`` one that lacks the
second; ``name:`` names it or the group ``(?:…)`` behind it.
Everything else is the syntax of ``re``; white space means nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from claimdiff.text.memo import Memo

_ATOM = re.compile(r"(?:([a-z]\w*):)?([A-Z][A-Z_]+(?:[.!][A-Z_]+)*)")
_GROUP = re.compile(r"([a-z]\w*):\(\?:")
_INNERMOST = re.compile(r"\(([^()]*)\)([?*]|\{0,\d\})?")
_AHEAD = re.compile(r"\(\?=\s*([A-Z][A-Z_.!]+)\s*\)")
_FIRST = 0xE000


class Rule(NamedTuple):
    """A named pattern with its production; a production that returns None declines the match, True silences it.

    ``needs`` are the categories without which the pattern can't match, ``choices`` sets of which it needs one.
    """

    name: str
    pattern: str
    make: Callable[[Hit], Any]
    needs: frozenset[str]
    choices: tuple[frozenset[str], ...]


def rules(prefix: str, *rows: tuple[str, str, Callable[[Hit], Any]]) -> tuple[Rule, ...]:
    """Rules from rows of name, pattern, production."""
    return tuple(Rule(f"{prefix}.{name}", pattern, make, *needs(pattern)) for name, pattern, make in rows)


class Hit(NamedTuple):
    """Where a rule's pattern matched: the tokens of the sentence and the groups."""

    rule: str
    tokens: Sequence[Any]
    match: re.Match[str]

    def get(self, group: str) -> Any:
        """The first token of a group, or None."""
        at = self.match.start(group)
        return self.tokens[at] if at >= 0 and self.match.end(group) > at else None

    def all(self, group: str) -> Sequence[Any]:
        """All tokens of a group."""
        return self.tokens[slice(*self.match.span(group))] if self.match.start(group) >= 0 else ()


class _Compiled(NamedTuple):
    """A pattern compiled when so many sets of categories were known, with the characters of its atoms."""

    size: int
    classes: tuple[str, ...]
    pattern: re.Pattern[str]


@dataclass(slots=True)
class Codes:
    """One character for each set of categories that rules can tell apart, and the patterns compiled over them."""

    relevant: frozenset[str]
    known: dict[frozenset[str], str] = field(default_factory=dict)
    chars: Memo[frozenset[str], str] = field(init=False)
    compiled: dict[str, _Compiled] = field(default_factory=dict)
    classes: dict[str, tuple[int, str]] = field(default_factory=dict)
    meaning: dict[str, int] = field(default_factory=dict)
    bits: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chars = Memo(self.learn)

    @classmethod
    def over(cls, rules: Sequence[Rule]) -> Codes:
        """The codes for the categories that some rules name."""
        atoms = (atom[2] for rule in rules for atom in _ATOM.finditer(rule.pattern))
        return cls(frozenset(cat for atom in atoms for cat in re.split("[.!]", atom)))

    def code(self, cats: frozenset[str]) -> str:
        """The character of a set of categories."""
        return self.chars[cats]

    def coded(self, many: Iterable[frozenset[str]]) -> str:
        """One character for each of some sets of categories."""
        return "".join(map(self.chars.__getitem__, many))

    def learn(self, cats: frozenset[str]) -> str:
        """The character of a set of categories that came up for the first time."""
        key = cats & self.relevant
        found = self.known.setdefault(key, chr(_FIRST + len(self.known)))
        self.meaning[found] = self.mask(key)
        return found

    def present(self, codes: str) -> int:
        """The categories that occur in a coded sentence, a bit each."""
        found = 0
        for char in set(codes):
            found |= self.meaning[char]
        return found

    def mask(self, cats: Iterable[str]) -> int:
        """Some categories as bits."""
        found = 0
        for cat in cats:
            found |= 1 << self.bits.setdefault(cat, len(self.bits))
        return found

    def pattern(self, source: str, wanted: int | None = None) -> re.Pattern[str]:
        """The regular expression of a rule's pattern, good for the first ``wanted`` sets of categories.

        It is made anew only where more of them are wanted than were known, and one of the pattern's own atoms
        stands for a new one.
        """
        made = self.compiled.get(source)
        wanted = len(self.known) if wanted is None else wanted
        if made is None or made.size < wanted:
            made = self.compiled[source] = self._compile(source, made)
        return made.pattern

    def _compile(self, source: str, made: _Compiled | None) -> _Compiled:
        classes = tuple(self._class(atom[2]) for atom in _ATOM.finditer(source))
        if made is not None and made.classes == classes:
            return made._replace(size=len(self.known))
        grouped = _GROUP.sub(r"(?P<\1>", source)
        pattern = re.compile(re.sub(r"\s+", "", _ATOM.sub(self._atom, grouped)))
        return _Compiled(len(self.known), classes, pattern)

    def _atom(self, atom: re.Match[str]) -> str:
        chars = self._class(atom[2])
        group = f"[{chars}]" if chars else "(?!)"
        return f"(?P<{atom[1]}>{group})" if atom[1] else group

    def _class(self, atom: str) -> str:
        """The characters of the sets that an atom stands for, kept; unseen sets are added as they come up."""
        size, made = self.classes.get(atom, (0, ""))
        if size != len(self.known):
            first, *rest = re.split(r"(?=[.!])", atom)
            wanted = {first, *(part[1:] for part in rest if part[0] == ".")}
            barred = {part[1:] for part in rest if part[0] == "!"}
            fresh = islice(self.known.items(), size, None)
            made += "".join([char for cats, char in fresh if wanted <= cats and not barred & cats])
            self.classes[atom] = len(self.known), made
        return made


def needs(pattern: str) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The categories without which a pattern can't match, and the sets of which it needs one each.

    >>> always, choices = needs("lead:(?:PART*) day:(?:DAY|ORD) MONTH.DEF YEAR?")
    >>> sorted(always), [sorted(choice) for choice in choices]
    (['DEF', 'MONTH'], [['DAY', 'ORD']])
    """
    pattern = _AHEAD.sub(r" \1 ", pattern)
    while (opened := _INNERMOST.sub(_opened, pattern)) != pattern:
        pattern = opened
    flat, groups = _outline(pattern)
    if "|" in flat:
        return frozenset(), ()
    return frozenset(_mandatory(flat)), tuple(choice for group in groups if (choice := _choice(group)))


def _opened(group: re.Match[str]) -> str:
    """A group without groups in it: what it asks for in any case; alternatives stay as they are."""
    if not group[0].startswith("(?:") or group[2]:
        return " "
    return group[0] if "|" in group[1] else f" {group[1][2:]} "


def _outline(pattern: str) -> tuple[str, list[str]]:
    """A pattern without its groups, and the groups that must match, where they hold no group themselves."""
    flat, groups, depth, start = "", list[str](), 0, 0
    for at, char in enumerate(pattern):
        if char == "(":
            start = at if depth == 0 else start
            depth += 1
        elif char == ")":
            depth -= 1
            inner = pattern[start + 3 : at]
            if depth == 0 and pattern.startswith("(?:", start) and "(" not in inner:
                groups += [inner] if pattern[at + 1 : at + 2] not in {"?", "*"} else []
        if depth == 0:
            flat += " " if char == ")" else char
    return flat.replace(" ?", " ").replace(" *", " ").replace(" +", " "), groups


def _mandatory(pattern: str) -> Iterator[str]:
    """The categories of the atoms that aren't optional."""
    for atom in _ATOM.finditer(pattern):
        if pattern[atom.end() : atom.end() + 1] not in {"?", "*"}:
            yield from atom[2].split("!")[0].split(".")


def _choice(group: str) -> frozenset[str] | None:
    """One category that each alternative of a group needs; None where one alternative needs nothing."""
    firsts = [next(_mandatory(part), None) for part in group.split("|")]
    return frozenset(first for first in firsts if first) if all(firsts) else None


@dataclass(slots=True)
class Table:
    """Rules in their order, found by what they need: most can't match most sentences.

    Rules with the same needs stand in one group; each group is filed under its rarest need.
    """

    rules: Sequence[Rule]
    codes: Codes
    keyed: list[tuple[int, list[tuple[int, tuple[int, ...], list[int]]]]] = field(init=False)

    def __post_init__(self) -> None:
        mask, groups = self.codes.mask, dict[tuple[frozenset[str], tuple[frozenset[str], ...]], list[int]]()
        for at, rule in enumerate(self.rules):
            groups.setdefault((rule.needs, rule.choices), []).append(at)
        wanted = Counter(cat for needs, _ in groups for cat in needs)
        keyed: dict[int, list[tuple[int, tuple[int, ...], list[int]]]] = {}
        for (needs, choices), places in groups.items():
            rarest = min(needs, key=lambda cat: (wanted[cat], cat), default=None)
            key = frozenset({rarest}) if rarest else min(choices, key=len, default=frozenset[str]())
            keyed.setdefault(mask(key), []).append((mask(needs), tuple(map(mask, choices)), places))
        self.keyed = list(keyed.items())

    def possible(self, present: int) -> list[Rule]:
        """The rules that the categories of a sentence allow to match, in their order."""
        found = list[int]()
        for key, groups in self.keyed:
            if key & present or not key:
                for needs, choices, places in groups:
                    if needs & present == needs and (not choices or all(choice & present for choice in choices)):
                        found += places
        return [self.rules[at] for at in sorted(found)]


def apply(table: Table, tokens: Sequence[Any], coded: str) -> Iterator[Any]:
    """What the rules produce on a sentence; an earlier rule's tokens are barred to later rules."""
    taken, codes = bytearray(len(tokens)), table.codes
    wanted = ord(max(coded, default=" ")) - _FIRST + 1
    for rule in table.possible(codes.present(coded)):
        for match in codes.pattern(rule.pattern, wanted).finditer(coded):
            start, end = match.span()
            if 1 in taken[start:end]:
                continue
            made = rule.make(Hit(rule.name, tokens, match))
            if made is not None:
                taken[start:end] = b"\1" * (end - start)
                yield made

"""Rules: a named pattern over the categories of tokens, with what it produces.

Each token of a sentence becomes one character that stands for its set of categories, so that a pattern over
tokens is an ordinary regular expression over that string, and runs at its speed. A pattern reads aloud::

    weekday:WEEKDAY? day:DAY month:MONTH YEARWORD? year:YEAR?

``DAY`` is any token that has the category, ``MONTH.DEF`` one that has both, ``WORD!CONJ`` one that lacks the
second; ``name:`` names it or the group ``(?:…)`` behind it.
Everything else is the syntax of ``re``; white space means nothing.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import or_
from typing import Any, NamedTuple

from claimdiff.grammar.needs import Needs, begins, needs
from claimdiff.text.memo import Memo

_ATOM = re.compile(r"(?:([a-z]\w*):)?([A-Z][A-Z_]+(?:[.!][A-Z_]+)*)")
_GROUP = re.compile(r"([a-z]\w*):\(\?:")
_NAME = re.compile(r"([a-z]\w*):")
_FIRST = 0xE000
_NOTHING = frozenset[str]()


class Rule(NamedTuple):
    """A named pattern with its production; a production that returns None declines the match, True silences it."""

    name: str
    pattern: str
    make: Callable[[Hit], Any]
    needs: Needs
    begins: frozenset[str]
    groups: frozenset[str]


def rules(prefix: str, *rows: tuple[str, str, Callable[[Hit], Any]]) -> tuple[Rule, ...]:
    """Rules from rows of name, pattern, production."""
    named = ((f"{prefix}.{name}", pattern, make) for name, pattern, make in rows)
    asked = ((*row, needs(row[1]), begins(row[1]), frozenset(_NAME.findall(row[1]))) for row in named)
    return tuple(Rule(*row) for row in asked)


class Hit:
    """Where a rule's pattern matched: the tokens of the sentence, where among them the match starts and ends, and its
    groups; ``named`` are the rule's groups.
    """

    __slots__ = ("end", "match", "named", "rule", "start", "tokens")

    def __init__(self, rule: Rule, tokens: Sequence[Any], match: re.Match[str], start: int, end: int) -> None:
        self.rule, self.named, self.tokens, self.match = rule.name, rule.groups, tokens, match
        self.start, self.end = start, end

    def get(self, group: str) -> Any:
        """The first token of a group; None where it is empty, or where the rule has none of this name."""
        if group not in self.named:
            return None
        start, end = self.match.span(group)
        return self.tokens[start] if start < end else None

    def all(self, group: str) -> Sequence[Any]:
        """All tokens of a group."""
        if group not in self.named:
            return ()
        start, end = self.match.span(group)
        return self.tokens[start:end] if start < end else ()


# A rule's next match from a place on; its first group is what its pattern matched.
Finder = Callable[..., re.Match[str] | None]


class _Atom(NamedTuple):
    """What one atom asks of a token: its categories, those that it must lack, and its bit among all atoms."""

    text: str
    wanted: frozenset[str]
    barred: frozenset[str]
    bit: int


@dataclass(slots=True)
class Codes:
    """One character for all sets of categories that mean the same to the rules, and the patterns compiled over them.

    What a set means are the atoms that it meets, a bit each: ``meaning`` by character, ``known`` the other way;
    ``classes`` are the characters of an atom, ``spelled`` the same with ranges, which compile sooner.
    """

    atoms: dict[str, _Atom] = field(default_factory=dict)
    filed: dict[str, list[_Atom]] = field(default_factory=dict)
    users: dict[str, set[str]] = field(default_factory=dict)
    known: dict[int, str] = field(default_factory=dict)
    chars: Memo[frozenset[str], str] = field(init=False)
    finders: dict[str, Finder] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    meaning: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chars = Memo(self.learn)

    @classmethod
    def over(cls, rules: Sequence[Rule]) -> Codes:
        """The codes for the categories that some rules name."""
        made = cls()
        for pattern, atom in [(rule.pattern, atom[2]) for rule in rules for atom in _ATOM.finditer(rule.pattern)]:
            made.users.setdefault(atom, set()).add(pattern)
            if atom not in made.atoms:
                made._file(atom)
        return made

    def _file(self, text: str) -> None:
        first, *rest = re.split(r"(?=[.!])", text)
        wanted = frozenset({first, *(part[1:] for part in rest if part[0] == ".")})
        barred = frozenset(part[1:] for part in rest if part[0] == "!")
        self.atoms[text] = made = _Atom(text, wanted, barred, 1 << len(self.atoms))
        self.filed.setdefault(first, []).append(made)

    def code(self, cats: frozenset[str]) -> str:
        """The character of a set of categories."""
        return self.chars[cats]

    def coded(self, many: Iterable[frozenset[str]]) -> list[str]:
        """One character for each of some sets of categories."""
        return list(map(self.chars.__getitem__, many))

    def learn(self, cats: frozenset[str]) -> str:
        """The character of a set of categories that came up for the first time."""
        asked = (atom for cat in cats for atom in self.filed.get(cat, ()))
        met = [atom for atom in asked if atom.wanted <= cats and atom.barred.isdisjoint(cats)]
        meaning = sum(atom.bit for atom in met)
        if meaning not in self.known:
            self._new(meaning, met)
        return self.known[meaning]

    def _new(self, meaning: int, met: list[_Atom]) -> None:
        """A character more; the patterns with an atom that it meets must be compiled anew."""
        self.known[meaning] = char = chr(_FIRST + len(self.known))
        self.meaning[char] = meaning
        for atom in met:
            self.classes[atom.text] = self.classes.get(atom.text, "") + char
            self.spelled.pop(atom.text, None)
            for source in self.users[atom.text]:
                self.finders.pop(source, None)

    def mask(self, atoms: Iterable[str]) -> int:
        """Some atoms as bits."""
        return sum(self.atoms[atom].bit for atom in atoms)

    def pattern(self, source: str) -> str:
        """The regular expression of a rule's pattern, good for the sets of categories that are known."""
        grouped = _GROUP.sub(r"(?P<\1>", source)
        return re.sub(r"\s+", "", _ATOM.sub(self._atom, grouped))

    def begin(self, rule: Rule) -> str:
        """The characters that a rule's matches begin with, as a regular expression."""
        return "." if "." in rule.begins else self._class("".join(self.classes.get(atom, "") for atom in rule.begins))

    def finder(self, rule: Rule) -> Finder:
        """How to find a rule's matches, as long as no set of categories is new to it.

        Where a match may begin ``re`` sees at once from a plain class; the pattern itself is held against the same
        place from behind that character.
        """
        made = self.finders.get(rule.pattern)
        if made is None:
            whole = rf"{self.begin(rule)}(?<=(?=({self.pattern(rule.pattern)})).)"
            made = self.finders[rule.pattern] = re.compile(whole).search
        return made

    def _atom(self, atom: re.Match[str]) -> str:
        group = self.spelled.get(atom[2])
        if group is None:
            group = self.spelled[atom[2]] = self._class(self.classes.get(atom[2], ""))
        return f"(?P<{atom[1]}>{group})" if atom[1] else group

    def _class(self, chars: str) -> str:
        """One of some characters, those in a row as a range."""
        there = set(map(ord, chars))
        firsts = sorted(code for code in there if code - 1 not in there)
        lasts = sorted(code for code in there if code + 1 not in there)
        ranges = "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(firsts, lasts, strict=True))
        return f"[{ranges}]" if ranges else "(?!)"


@dataclass(slots=True)
class Table:
    """Rules in their order, found by what they need: most can't match most sentences.

    What a rule needs is a bit for each set of atoms, ``every`` all of them. The characters of a sentence that meet a
    rule's rarest need open it; ``common`` names the categories that most sentences hold, the commonest first. ``met``
    are the needs that a character meets, ``opened`` the rules that it opens, by their places; ``free`` are the rules
    that need nothing.
    """

    rules: Sequence[Rule]
    codes: Codes
    common: tuple[str, ...] = ()
    needs: list[int] = field(init=False)
    choices: list[tuple[int, int, list[int]]] = field(init=False)
    free: frozenset[int] = field(init=False)
    every: int = field(init=False)
    size: int = 0
    met: dict[str, int] = field(default_factory=dict)
    opened: dict[str, frozenset[int]] = field(default_factory=dict)
    telling: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        wanted = Counter(choice for needs in {rule.needs for rule in self.rules} for choice in needs)
        bits = {choice: 1 << at for at, choice in enumerate(wanted)}
        opens: dict[frozenset[str], list[int]] = {}
        for at, rule in enumerate(self.rules):
            key = functools.partial(self._rank, wanted)
            opens.setdefault(min(rule.needs, key=key, default=_NOTHING), []).append(at)
        self.needs = [sum(bits[choice] for choice in set(rule.needs)) for rule in self.rules]
        self.free = frozenset(opens.get(_NOTHING, ()))
        self.choices = [(self.codes.mask(choice), bit, opens.get(choice, [])) for choice, bit in bits.items()]
        self.every = sum(bits.values())

    def _rank(self, wanted: Mapping[frozenset[str], int], choice: frozenset[str]) -> tuple[int, int, int]:
        """How often a need is met, it is guessed: by its commonest category, its atoms, the rules' asking."""
        return max(map(self._commonness, choice)), len(choice), wanted[choice]

    def _commonness(self, atom: str) -> int:
        """How common the rarest of an atom's categories is."""
        places = [
            self.common.index(cat) if cat in self.common else len(self.common) for cat in self.codes.atoms[atom].wanted
        ]
        return -max(places, default=0)

    def _meet(self) -> None:
        """Characters that are new, with the needs that they meet and the groups that they open."""
        for char, meaning in islice(self.codes.meaning.items(), self.size, None):
            met = [(bit, opens) for mask, bit, opens in self.choices if mask & meaning]
            opened = frozenset(at for _, opens in met for at in opens)
            if met:
                self.met[char] = sum(bit for bit, _ in met)
            if opened:
                self.opened[char] = opened
        self.size, self.telling, self.opening = len(self.codes.meaning), frozenset(self.met), frozenset(self.opened)

    def possible(self, coded: Iterable[str]) -> list[Rule]:
        """The rules that the characters of a sentence allow to match, in their order."""
        if self.size != len(self.codes.meaning):
            self._meet()
        telling = self.telling.intersection(coded)
        absent = functools.reduce(or_, map(self.met.__getitem__, telling), 0) ^ self.every
        opened = sorted(self.free.union(*map(self.opened.__getitem__, self.opening & telling)))
        needs, rules = self.needs, self.rules
        return [rules[at] for at in opened if not needs[at] & absent]


def apply(table: Table, tokens: Sequence[Any], chars: Sequence[str]) -> Iterator[Any]:
    """What the rules produce on a sentence; an earlier rule's tokens are barred to later rules."""
    taken, codes, coded = bytearray(len(tokens)), table.codes, "".join(chars)
    finders = codes.finders
    for rule in table.possible(chars):
        search = finders.get(rule.pattern) or codes.finder(rule)
        hit = search(coded)
        while hit is not None:
            start, end = hit.span(1)
            if taken.find(1, start, end) < 0 and (made := rule.make(Hit(rule, tokens, hit, start, end))) is not None:
                taken[start:end] = b"\1" * (end - start)
                yield made
            hit = search(coded, end)

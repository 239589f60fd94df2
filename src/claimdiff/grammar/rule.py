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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

_ATOM = re.compile(r"(?:([a-z]\w*):)?([A-Z][A-Z_]+(?:[.!][A-Z_]+)*)")
_GROUP = re.compile(r"([a-z]\w*):\(\?:")
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

    def may_match(self, present: frozenset[str]) -> bool:
        """Whether the categories that occur in a sentence allow a match."""
        if not self.needs <= present:
            return False
        return not any(choice.isdisjoint(present) for choice in self.choices)


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


@dataclass(slots=True)
class Codes:
    """One character for each set of categories that rules can tell apart, and the patterns compiled over them."""

    relevant: frozenset[str]
    known: dict[frozenset[str], str] = field(default_factory=dict)
    chars: dict[frozenset[str], str] = field(default_factory=dict)
    compiled: dict[str, tuple[int, re.Pattern[str]]] = field(default_factory=dict)
    classes: dict[str, tuple[int, str]] = field(default_factory=dict)
    meaning: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def over(cls, rules: Sequence[Rule]) -> Codes:
        """The codes for the categories that some rules name."""
        atoms = (atom[2] for rule in rules for atom in _ATOM.finditer(rule.pattern))
        return cls(frozenset(cat for atom in atoms for cat in re.split("[.!]", atom)))

    def code(self, cats: frozenset[str]) -> str:
        """The character of a set of categories."""
        found = self.chars.get(cats)
        if found is None:
            key = cats & self.relevant
            found = self.chars[cats] = self.known.setdefault(key, chr(_FIRST + len(self.known)))
            self.meaning[found] = key
        return found

    def present(self, codes: str) -> frozenset[str]:
        """The categories that occur in a coded sentence."""
        return frozenset().union(*map(self.meaning.__getitem__, set(codes)))

    def pattern(self, source: str) -> re.Pattern[str]:
        """The regular expression of a rule's pattern; made anew where unseen sets of categories came up."""
        size, pattern = self.compiled.get(source, (-1, None))
        if pattern is None or size != len(self.known):
            grouped = _GROUP.sub(r"(?P<\1>", source)
            pattern = re.compile(re.sub(r"\s+", "", _ATOM.sub(self._atom, grouped)))
            self.compiled[source] = len(self.known), pattern
        return pattern

    def _atom(self, atom: re.Match[str]) -> str:
        group = self._class(atom[2])
        return f"(?P<{atom[1]}>{group})" if atom[1] else group

    def _class(self, atom: str) -> str:
        """The characters of the sets that an atom stands for, kept until an unseen set comes up."""
        size, made = self.classes.get(atom, (-1, ""))
        if size != len(self.known):
            first, *rest = re.split(r"(?=[.!])", atom)
            wanted = {first, *(part[1:] for part in rest if part[0] == ".")}
            barred = {part[1:] for part in rest if part[0] == "!"}
            chars = "".join([char for cats, char in self.known.items() if wanted <= cats and not barred & cats])
            made = f"[{chars}]" if chars else "(?!)"
            self.classes[atom] = len(self.known), made
        return made


def needs(pattern: str) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The categories without which a pattern can't match, and the sets of which it needs one each.

    >>> always, choices = needs("lead:(?:PART*) day:(?:DAY|ORD) MONTH.DEF YEAR?")
    >>> sorted(always), [sorted(choice) for choice in choices]
    (['DEF', 'MONTH'], [['DAY', 'ORD']])
    """
    flat, groups = _outline(pattern)
    if "|" in flat:
        return frozenset(), ()
    return frozenset(_mandatory(flat)), tuple(choice for group in groups if (choice := _choice(group)))


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
    """Rules in their order, found by what they need: most can't match most sentences."""

    rules: Sequence[Rule]
    keyed: dict[str, list[int]] = field(init=False)
    free: list[int] = field(init=False)

    def __post_init__(self) -> None:
        wanted = Counter(cat for rule in self.rules for cat in rule.needs)
        self.keyed, self.free = {}, []
        for at, rule in enumerate(self.rules):
            rarest = min(rule.needs, key=lambda cat: (wanted[cat], cat), default=None)
            for key in [rarest] if rarest else min(rule.choices, key=len, default=()):
                self.keyed.setdefault(key, []).append(at)
            if not rule.needs and not rule.choices:
                self.free.append(at)

    def possible(self, present: frozenset[str]) -> list[Rule]:
        """The rules that the categories of a sentence allow to match, in their order."""
        found = {at for key in self.keyed.keys() & present for at in self.keyed[key]}
        found.update(self.free)
        return [rule for at in sorted(found) if (rule := self.rules[at]).may_match(present)]


def apply(table: Table, tokens: Sequence[Any], codes: str, registry: Codes) -> Iterator[Any]:
    """What the rules produce on a sentence; an earlier rule's tokens are barred to later rules."""
    taken = bytearray(len(tokens))
    for rule in table.possible(registry.present(codes)):
        for match in registry.pattern(rule.pattern).finditer(codes):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            made = rule.make(Hit(rule.name, tokens, match))
            if made is not None:
                taken[start:end] = b"\1" * (end - start)
                yield made

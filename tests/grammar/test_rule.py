"""Patterns over categories: what they match, what they need, and that unseen sets of categories are learnt."""

from __future__ import annotations

import itertools
from typing import NamedTuple

import pytest

from claimdiff.grammar.rule import Codes, Hit, Rule, Table, apply, needs, rules
from claimdiff.lang.pack import load


class Token(NamedTuple):
    text: str
    cats: frozenset[str]


def token(said: str) -> Token:
    """``five:NUM.DAY`` is a token "five" of two categories."""
    text, _, cats = said.partition(":")
    return Token(text, frozenset(cats.split(".")) - {""})


def matched(pattern: str, sentence: str, group: str | None = None) -> list[str]:
    tokens = [token(said) for said in sentence.split()]
    table = rules("test", ("rule", pattern, lambda hit: hit))
    codes = Codes.over(table)
    coded = "".join(codes.code(one.cats) for one in tokens)
    hits: list[Hit] = list(apply(Table(table, codes), tokens, coded))
    return [
        " ".join(one.text for one in (hit.all(group) if group else hit.tokens[slice(*hit.match.span())]))
        for hit in hits
    ]


@pytest.mark.parametrize(
    ("pattern", "sentence", "wanted"),
    [
        ("DAY MONTH", "5:NUM.DAY May:MONTH", ["5 May"]),
        ("DAY MONTH", "50:NUM May:MONTH", []),
        ("DAY MONTH YEAR?", "5:DAY May:MONTH 2024:YEAR", ["5 May 2024"]),
        ("NUM!CONJ NOUN", "5:NUM men:NOUN and6:NUM.CONJ men:NOUN", ["5 men"]),
        ("NUM.DEF", "5:NUM the6:NUM.DEF", ["the6"]),
        ("(?:NUM|ORD) NOUN", "fifth:ORD man:NOUN", ["fifth man"]),
        ("NUM (?!NOUN)", "5:NUM men:NOUN 6:NUM x:", ["6"]),
        ("^ NUM STOP", "1:NUM .:STOP 2:NUM .:STOP", ["1 ."]),
    ],
)
def test_patterns(pattern: str, sentence: str, wanted: list[str]) -> None:
    assert matched(pattern, sentence) == wanted


def test_groups() -> None:
    assert matched("lead:(?:PART*) day:DAY MONTH", "late:PART in:PART 5:DAY May:MONTH", "lead") == ["late in"]
    assert matched("lead:(?:PART*) day:DAY MONTH", "5:DAY May:MONTH", "lead") == [""]


@pytest.mark.parametrize(
    ("pattern", "always", "choices"),
    [
        ("DAY MONTH.DEF YEAR?", {"DAY", "MONTH", "DEF"}, []),
        ("(?:DAY|ORD) MONTH", {"MONTH"}, [{"DAY", "ORD"}]),
        ("(?:DAY|ORD)? MONTH", {"MONTH"}, []),
        ("(?:DAY|ORD?) MONTH", {"MONTH"}, []),
        ("lead:(?:PART*) NUM!CONJ (?= NOUN )", {"NUM", "NOUN"}, []),
        ("(?: THIS MONTH | MONTH? rel:(?:LAST|NEXT) )", set(), []),
        ("NUM | ORD", set(), []),
    ],
)
def test_needs(pattern: str, always: set[str], choices: list[set[str]]) -> None:
    said, either = needs(pattern)
    assert said == always
    assert all(choice in either for choice in choices)


@pytest.mark.parametrize("rule", load().rules, ids=lambda rule: rule.name)
def test_a_rule_never_needs_what_its_matches_lack(rule: Rule) -> None:
    """Every sentence of up to three sets of categories that a pattern matches passes its needs."""
    codes = load().codes
    pattern = codes.pattern(rule.pattern)
    cats = sorted((cats for cats in codes.known if cats and len(cats) <= 2), key=sorted)
    for some in itertools.chain(itertools.product(cats, repeat=1), itertools.product(cats, cats)):
        if pattern.search("".join(map(codes.code, some))):
            assert rule in load().table.possible(codes.mask(frozenset().union(*some))), some


def test_an_earlier_rule_keeps_its_tokens() -> None:
    tokens = [token("5:NUM"), token("May:MONTH")]
    table = rules("test", ("date", "NUM MONTH", lambda hit: "date"), ("number", "NUM", lambda hit: "number"))
    codes = Codes.over(table)
    coded = "".join(codes.code(one.cats) for one in tokens)
    assert list(apply(Table(table, codes), tokens, coded)) == ["date"]


def test_a_declined_match_leaves_its_tokens() -> None:
    tokens = [token("5:NUM")]
    table = rules("test", ("first", "NUM", lambda hit: None), ("second", "NUM", lambda hit: "second"))
    codes = Codes.over(table)
    assert list(apply(Table(table, codes), tokens, codes.code(tokens[0].cats))) == ["second"]


def test_unseen_sets_are_learnt() -> None:
    table = rules("test", ("rule", "NUM", lambda hit: True))
    codes = Codes.over(table)
    for cats in ({"NUM"}, {"NUM", "CONJ"}, {"NUM", "DEF"}):
        made = codes.code(frozenset(cats))
        assert codes.pattern("NUM").fullmatch(made)
    assert not codes.pattern("NUM").fullmatch(codes.code(frozenset({"CONJ"})))

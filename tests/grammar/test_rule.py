"""Patterns over categories: what they match, what they need, and that unseen sets of categories are learnt."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

import pytest

from claimdiff.grammar.needs import begins, needs
from claimdiff.grammar.rule import Codes, Hit, Rule, Table, apply, rules
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
        " ".join(one.text for one in (hit.all(group) if group else hit.tokens[hit.start : hit.end])) for hit in hits
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
    ("pattern", "wanted"),
    [
        ("DAY MONTH.DEF YEAR?", ["DAY", "MONTH.DEF"]),
        ("NUM!CONJ{0,3} MONTH", ["MONTH"]),
        ("(?:DAY|ORD) MONTH", ["DAY ORD", "MONTH"]),
        ("(?:DAY|ORD)? MONTH", ["MONTH"]),
        ("(?:DAY|ORD?) MONTH", ["MONTH"]),
        ("IN span:(?:month:MONTH (?: (?:SLASH|DASH) MONTH )? )", ["IN", "MONTH"]),
        ("(?: (?:FROM|IN) MONTH | MONTH (?:LAST|NEXT) )", ["MONTH"]),
        ("(?: FROM MONTH | TO )", ["FROM TO"]),
        ("lead:(?:PART*) NUM!CONJ (?= NOUN )", ["NUM!CONJ", "NOUN"]),
        ("NUM (?=NOUN|$)", ["NUM"]),
        ("(?<!TO) NUM (?!NOUN)", ["NUM"]),
        ("NUM | ORD", ["NUM ORD"]),
        ("^ NUM? STOP?", []),
    ],
)
def test_needs(pattern: str, wanted: list[str]) -> None:
    assert set(needs(pattern)) == {frozenset(choice.split()) for choice in wanted}


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("DAY MONTH.DEF YEAR?", "DAY"),
        ("DAY? MONTH", "DAY MONTH"),
        ("(?:DAY|ORD)? FROM* MONTH", "DAY FROM MONTH ORD"),
        ("(?:DAY FROM | ORD?) MONTH", "DAY MONTH ORD"),
        ("(?<!TO) (?!PART) lead:(?:PART*) month:MONTH", "MONTH PART"),
        ("^ NUM? STOP", "NUM STOP"),
        ("NUM | ORD DAY", "NUM ORD"),
        (". NUM", "."),
    ],
)
def test_what_a_match_begins_with(pattern: str, wanted: str) -> None:
    assert begins(pattern) == set(wanted.split())


def test_a_match_may_begin_with_anything() -> None:
    assert matched(". NUM", "x: 5:NUM") == ["x 5"]


@pytest.mark.parametrize("rule", load().rules, ids=lambda rule: rule.name)
def test_a_rule_never_needs_what_its_matches_lack(rule: Rule) -> None:
    """Every sentence of up to three of a pattern's own tokens that it matches passes its needs; so does its begin."""
    pack = load()
    pack.read(pack.tokens("x", 0, 1))
    codes = pack.codes
    pattern, begin = re.compile(codes.pattern(rule.pattern)), re.compile(codes.begin(rule))
    own = [codes.classes.get(atom, "")[-1:] for atom, users in codes.users.items() if rule.pattern in users]
    for length in (1, 2, 3):
        for some in map("".join, itertools.product(sorted({*own} - {""}), repeat=length)):
            if match := pattern.search(some):
                assert rule in pack.table.possible(some), some
                assert begin.match(some, match.start()), some
                assert (hit := codes.finder(rule)(some)) and hit.span(1) == match.span(), some


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
        assert re.fullmatch(codes.pattern("NUM"), made)
    assert not re.fullmatch(codes.pattern("NUM"), codes.code(frozenset({"CONJ"})))

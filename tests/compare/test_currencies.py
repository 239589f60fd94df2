"""One number under two currencies bears a hint and is no contradiction."""

from __future__ import annotations

from typing import Any

import pytest

from claimdiff.compare.hints import foreign
from claimdiff.compare.verdicts import compare
from claimdiff.model import Claim, Relation
from tests.compare.build import claim, value

TOLD = "the government borrowed # for the railway to the northern harbour"


def sum_of(name: str, money: str, doc: str = "", **said: Any) -> Claim:
    sentence = said.pop("sentence", TOLD)
    return claim(name, f"exact {money}", topic="debt", doc=doc or f"doc-{name}", sentence=sentence, actor="IQ", **said)


def hinted(*claims: Claim) -> list[Relation]:
    found = compare(claims, {"debt": "level"})
    return [one for finding in found for one in finding.relations if one.hint]


def test_one_number_in_two_currencies() -> None:
    (said,) = hinted(sum_of("a", "350000000 USD"), sum_of("b", "350000000 IQD"))
    assert (said.verdict, said.hint) == ("tension", "one number in two currencies, IQD and USD: one may be wrong")
    assert "350 million" in said.explanation


@pytest.mark.parametrize("money", ["350000000 USD", "470000000 IQD", "19 IQD"])
def test_one_currency_or_two_numbers(money: str) -> None:
    assert not hinted(sum_of("a", "350000000 USD"), sum_of("b", money))


def test_sums_of_two_things() -> None:
    other = sum_of("b", "350000000 IQD", sentence="farmers were promised # after a dry spring")
    assert not hinted(sum_of("a", "350000000 USD"), other)


def test_an_article_that_converts_its_sum() -> None:
    text = "the government borrowed # for the railway to the northern harbour, or 265000 USD"
    here = sum_of("b", "350000000 IQD", doc="y", sentence=text)
    beside = sum_of("c", "265000 USD", doc="y", sentence=text, start=70)
    assert not hinted(sum_of("a", "350000000 USD"), here, beside)


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("exact 50 USD", "exact 50 EUR", True),
        ("exact 50 USD", "exact 50.4 EUR", True),
        ("exact 50 USD", "exact 54 EUR", False),
        ("exact 50 USD", "exact 50 USD", False),
        ("exact 50 km", "exact 50 m", False),
    ],
)
def test_two_currencies(a: str, b: str, said: bool) -> None:
    assert bool(foreign(value(a, "quantity"), value(b, "quantity"))) == said

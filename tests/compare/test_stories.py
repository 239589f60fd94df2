"""Few articles on one story: where an article lies, what its earlier counts became, days under two topics."""

from __future__ import annotations

from typing import Any

import pytest

from claimdiff.compare.comparable import why_not
from claimdiff.compare.sameness import abroad, placed
from claimdiff.compare.verdicts import compare
from claimdiff.compare.views import Store, View
from claimdiff.model import Claim, Finding
from tests.compare.build import claim

PLACES = "they count different people or places"


def article(doc: str, place: str, of: str, value: str, **said: Any) -> list[Claim]:
    """A claim at a place of its own in an article of which three others lie at ``place``."""
    others = [claim(f"{doc}{n}", f"exact {n + 3} tent", topic="other", doc=doc, place=place) for n in range(3)]
    return [claim(doc, value, doc=doc, place=of, **said), *others]


def views(*articles: list[Claim]) -> list[View]:
    claims = [one for article in articles for one in article]
    return Store(claims, {"price": "level", "killed": "cumulative"}).views([one[0] for one in articles])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("IQ/baghdad", "IQ/baghdad"), ("IQ", "IQ"), (None, "IQ")),
        (("IQ/baghdad", "IQ/mosul"), ("IQ", "IQ"), ("IQ/mosul", "IQ")),
        (("IQ", "IQ"), ("IQ/baghdad", "IQ/mosul"), ("IQ", "IQ/mosul")),
        (("TN", "TN"), ("SA", "SA"), (None, None)),
        (("IQ", "IQ"), ("IQ", "IQ"), ("IQ", "IQ")),
    ],
)
def test_where_an_article_lies(left: tuple[str, str], right: tuple[str, str], expected: tuple[str, str]) -> None:
    a, b = views(article("x", *left, "exact 50"), article("y", *right, "exact 51"))
    assert placed(a, b) == expected


def test_a_value_that_agrees_is_not_kept_apart_by_where_its_article_lies() -> None:
    said = {"topic": "price", "sentence": "the banks sold it at # a piece"}
    a, b = views(article("x", "EG/cairo", "EG/cairo", "about 50", **said), article("y", "EG", "EG", "exact 49", **said))
    assert why_not(a, b) != PLACES
    a, b = views(article("x", "EG", "EG/cairo", "about 50", **said), article("y", "EG", "EG/giza", "exact 49", **said))
    assert why_not(a, b) == PLACES


def test_a_budget_is_its_countrys_wherever_the_article_lies() -> None:
    said = {"topic": "budget", "actor": "SA"}
    a, b = views(article("x", "US", "US", "exact 97", **said), article("y", "SA", "SA", "exact 79", **said))
    assert not abroad(a, b)
    a, b = views(
        article("x", "US", "US", "exact 97", topic="killed"), article("y", "SA", "SA", "exact 79", topic="killed")
    )
    assert abroad(a, b)


def told(now: int, then: int, sentence: str) -> list[Finding]:
    """A toll that an article opens with, what it tells later and says was replaced, and another count behind."""
    rows = [("a", now, 0, "asserted"), ("b", then, 200, "superseded"), ("c", 12, 400, "asserted")]
    made = [
        claim(
            name,
            f"exact {n}",
            topic="killed",
            doc="x",
            start=at,
            sentence_start=at,
            stance=stance,
            sentence=sentence if name == "b" else "the fires killed # there",
        )
        for name, n, at, stance in rows
    ]
    return compare(made, {"killed": "cumulative"})


def test_an_earlier_count_became_what_the_article_opens_with() -> None:
    (found,) = told(65, 7, "an earlier count had put it at #")
    assert {one for answer in found.answers for one in answer.claims} >= {"a", "b"}
    (found,) = told(65, 7, "it had been put at #")
    assert "b" in {one for answer in found.answers for one in answer.claims}
    assert "a" not in {one for answer in found.answers for one in answer.claims}


def test_days_are_not_set_against_each_other_where_an_article_tells_both() -> None:
    said = {"kind": "date", "sentence": "the blast of #"}
    blow = claim("a", "on 2024-01-09", topic="disaster", doc="x", **said)
    raid = claim("b", "on 2024-01-10", topic="attack", doc="y", **said)
    also = claim("c", "on 2024-01-09", topic="statement", doc="y", start=90, **said)
    assert [found.verdict for found in compare([blow, raid], {})] == ["contradiction"]
    assert "contradiction" not in {found.verdict for found in compare([blow, raid, also], {})}

"""A few articles on one story: one figure under two topics, what follows from who agrees, nouns and units as keys."""

from __future__ import annotations

from typing import Any

import pytest

from claimdiff.compare.coherence import coherent
from claimdiff.compare.comparable import why_not
from claimdiff.compare.dynamics import NOTHING, Judgement
from claimdiff.compare.keys import key
from claimdiff.compare.kindred import clashes, kindred
from claimdiff.compare.verdicts import compare
from claimdiff.compare.views import Store
from claimdiff.model import Claim
from tests.compare.build import claim

SAID = "the ferry of the island company carried # that evening"


def pair(a: dict[str, Any], b: dict[str, Any]) -> Store:
    """Two claims of two articles on one story."""
    made = [claim(name, doc=f"doc-{name}", **{"sentence": SAID, **said}) for name, said in (("a", a), ("b", b))]
    return Store(made, {"killed": "cumulative"})


def found(store: Store) -> list[tuple[str, ...]]:
    return [tuple(view.claim.id for view in group) for group in kindred(store)]


@pytest.mark.parametrize(
    ("a", "b", "echoed"),
    [
        ({"text": "exact 75", "topic": "killed"}, {"text": "exact 75", "topic": "other"}, True),
        ({"text": "exact 75", "topic": "killed"}, {"text": "exact 76", "topic": "other"}, False),
        ({"text": "exact 75", "topic": "killed"}, {"text": "exact 75", "topic": "injured"}, False),
        ({"text": "exact 75", "topic": "killed"}, {"text": "exact 75 boat", "topic": "other"}, False),
        (
            {"text": "exact 75", "topic": "killed"},
            {"text": "exact 75", "topic": "other", "sentence": "we saw #"},
            False,
        ),
        ({"text": "exact 340", "topic": "troops", "actor": "US"}, {"text": "exact 340", "topic": "other"}, True),
    ],
)
def test_one_small_figure_under_two_topics(a: dict[str, Any], b: dict[str, Any], echoed: bool) -> None:
    assert found(pair(a, b)) == ([("a", "b")] if echoed else [])


@pytest.mark.parametrize(
    ("day", "topics", "echoed"),
    [
        ("2023-10-07", ("attack", "other"), True),
        ("2024-01-09", ("attack", "other"), False),
        ("2024-01-09", ("attack", "war"), True),
        ("2023-10-07", ("attack", "election"), False),
    ],
)
def test_one_day_under_two_topics(day: str, topics: tuple[str, str], echoed: bool) -> None:
    a, b = ({"text": f"on {day}", "kind": "date", "topic": topic} for topic in topics)
    assert found(pair(a, b)) == ([("a", "b")] if echoed else [])


def test_a_number_that_an_article_has_twice_tells_nothing() -> None:
    made = [
        claim("a", "exact 75", topic="killed", doc="x", sentence=SAID),
        claim("b", "exact 75", topic="other", doc="y", sentence=SAID),
        claim("c", "exact 75", topic="injured", doc="y", sentence=SAID, start=60),
    ]
    assert not list(kindred(Store(made, {})))


def test_many_articles_are_no_story() -> None:
    made = [claim(f"{n:02}", "exact 75", topic=("killed", "other")[n % 2], sentence=SAID) for n in range(30)]
    assert not list(kindred(Store(made, {})))


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ({"noun": None}, {"noun": "tax"}, True),
        ({"noun": "tax"}, {"noun": "tax"}, False),
        ({"noun": None}, {"noun": "tax", "sentence": "nobody knows why # was asked"}, False),
        ({"noun": None, "group": "women"}, {"noun": "tax"}, False),
    ],
)
def test_shares_that_one_noun_lacks_clash_by_their_words(a: dict[str, Any], b: dict[str, Any], clash: bool) -> None:
    rates = {"kind": "share", "topic": "other", "sentence": "the new rate of the sales tax in July is # in all shops"}
    store = pair({"text": "exact 15 percent", **rates, **a}, {"text": "exact 12 percent", **rates, **b})
    assert [(a.claim.id, b.claim.id) for a, b, _ in clashes(store)] == ([("a", "b")] if clash else [])


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (("exact 7 ship", "vessel", SAID), ("exact 4 ship", "ship", SAID), True),
        (("exact 7", "passenger", SAID), ("exact 4", "people", "with # on board"), True),
        (("exact 7", "people", SAID), ("exact 4", "people", "with # on board"), False),
        (("exact 7", "migrant", SAID), ("exact 4", "migrant", SAID), True),
        (("exact 7", "migrant", SAID), ("exact 4", "people", SAID), False),
        (("exact 7", "voter", SAID), ("exact 4", "elector", SAID), True),
        (("exact 7 time", "visit", SAID), ("exact 4 time", "raid", SAID), False),
    ],
)
def test_units_and_nouns_tell_what_is_counted(
    left: tuple[str, str, str], right: tuple[str, str, str], one: bool
) -> None:
    a, b = (key(claim(text, text, topic="other", noun=noun, sentence=said)) for text, noun, said in (left, right))
    assert (a == b) is one


def tolls(*rows: tuple[str, str, str, str]) -> list[Claim]:
    """Tolls by id, number, article and sentence."""
    return [
        claim(name, number, topic="killed", doc=doc, sentence=said, start=60 * at, sentence_start=60 * at)
        for at, (name, number, doc, said) in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("repeated", "said", "follows"),
    [("exact 31", "our roof let in # buckets", True), ("at_most 40", "our roof let in # buckets", False)],
)
def test_who_repeats_a_number_is_contradicted_with_it(repeated: str, said: str, follows: bool) -> None:
    told = "the flood in the valley killed # people"
    made = tolls(("a", "exact 31", "x", told), ("b", "exact 900", "y", told), ("c", repeated, "z", said))
    ready = Store(made, {"killed": "cumulative"}).views(made)
    assert why_not(ready[1], ready[2]) == "nothing says that they count the same things"
    clash, same = Judgement("contradiction", "disjoint", None), Judgement("agreement", "agreement", None)
    held = coherent(ready, {(0, 1): clash, (0, 2): same}, NOTHING)
    assert ((1, 2) in held) is follows


def test_a_day_until_which_something_is_counted_dates_no_event() -> None:
    blast = claim("a", "on 2024-01-08", kind="date", doc="x", sentence="the blast in the harbour on #")
    counted = claim("b", "until 2024-01-09", kind="date", doc="y", sentence="the blast in the harbour until #")
    after = claim("b", "on 2024-01-09", kind="date", doc="y", sentence="the blast in the harbour on #")
    assert not [one for one in compare([blast, counted], {}) if one.verdict == "contradiction"]
    assert [one.verdict for one in compare([blast, after], {})] == ["contradiction"]


def test_a_level_that_is_told_as_fallen_has_changed() -> None:
    before = claim("a", "exact 165", published="2024-01-08", doc="x", sentence="the debt of the country is #")
    fell = claim("b", "exact 154", published="2024-01-10", doc="y", sentence="the debt of the country fell to #")
    rose = claim("b", "exact 154", published="2024-01-10", doc="y", sentence="the debt of the country rose to #")
    assert [one.verdict for one in compare([before, fell], {})] == ["update"]
    assert [one.verdict for one in compare([before, rose], {})] == ["contradiction"]


@pytest.mark.parametrize(("said", "verdicts"), [("the real harvest is #", ["contradiction"]), ("another one is #", [])])
def test_what_is_told_as_the_real_figure_answers_the_other(said: str, verdicts: list[str]) -> None:
    told = claim("a", "exact 43 t", topic="other", doc="x", sentence="they say the harvest is #")
    real = claim("b", "exact 30 t", topic="other", doc="x", sentence=said, start=60 + said.find("#"), sentence_start=60)
    assert [one.verdict for one in compare([told, real], {})] == verdicts


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ({"noun": "soldier"}, {"noun": "person"}, "one counts only some of the people"),
        ({"noun": "person"}, {"noun": "person"}, None),
    ],
)
def test_a_toll_of_some_is_not_one_of_all(left: dict[str, Any], right: dict[str, Any], why: str | None) -> None:
    said = {"topic": "killed", "sentence": "the fights in the valley killed # there"}
    store = pair({"text": "exact 22", **said, **left}, {"text": "exact 31", **said, **right})
    assert why_not(*store.views(store.claims)) == why


@pytest.mark.parametrize(("place", "alike"), [("MA", False), ("EG", True)])
def test_a_handful_of_dead_of_two_countries_is_one_number_by_chance(place: str, alike: bool) -> None:
    house = claim("a", "exact 5", topic="killed", doc="x", place="EG/cairo", sentence="# dead in a house")
    family = claim("b", "exact 5", topic="killed", doc="y", place=place, home=True, sentence="in our family # fell")
    found = [one.verdict for one in compare([house, family], {"killed": "cumulative"})]
    assert found == (["agreement"] if alike else [])

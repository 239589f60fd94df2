"""Why two values are not held against each other, from a table: each rule with a yes and a no."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimdiff.compare import cues, likeness, results
from claimdiff.compare.comparable import why_not
from claimdiff.compare.lists import ambiguous
from claimdiff.compare.verdicts import compare
from claimdiff.compare.views import Store, View
from claimdiff.model import Claim
from tests.compare.build import SENTENCE, claim

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("told.cases.toml").read_text("utf-8"))["case"]
MANY = 250


def ready(claims: list[Claim], dynamics: str = "level", many: bool = False) -> list[View]:
    """The claims among those of other papers, if there are to be many."""
    words = ("harbour", "museum", "orchard", "glacier", "railway")
    told = [f"the {words[n % 5]} of town{n} has # rooms" for n in range(MANY if many else 0)]
    others = [claim(f"z{n}", f"exact {n + 3} room", topic="other", sentence=text) for n, text in enumerate(told)]
    store = Store([*claims, *others], {claims[0].topic: dynamics})  # type: ignore[dict-item]
    return store.views(claims)


def side(case: dict[str, Any], n: int) -> Claim:
    return claim(
        "ab"[n],
        case["ab"[n]],
        kind=case.get("kind", "quantity"),
        topic=case.get("topic", "troops"),
        place=case.get("places", ["IQ", "IQ"])[n],
        actor=case.get("actors", ["", ""])[n],
        sentence=case.get("sentences", [SENTENCE, SENTENCE])[n],
        published=case.get("published", ["2024-01-10", "2024-01-10"])[n],
        time=case.get("times", ["", ""])[n],
        stance=case.get("stance", "asserted"),
        noun=case.get("nouns", "soldier"),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    claims = [side(case, 0), side(case, 1)]
    if beside := case.get("beside"):
        claims.append(claim("c", beside, topic="harvest", doc="doc-a", start=90, sentence=case["sentences"][0]))
    a, b = ready(claims, case.get("dynamics", "level"), case.get("many", False))[:2]
    for said in (why_not(a, b), why_not(b, a)):
        assert (case["rule"] in said) if case["rule"] and said else (said or "") == case["rule"]


def test_names_are_unique() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("sentence", "topic", "expected"),
    [
        ("with most votes counted the new mayor had #", "votes", "alone"),
        ("the votes counted # so far", "votes", "counted"),
        ("the quorum of # was missed", "attendance", "required"),
        ("# are still in hospital", "injured", "state"),
        ("# were hurt, including 3 in hospital", "injured", "alone"),
    ],
)
def test_how_a_value_stands(sentence: str, topic: str, expected: str) -> None:
    assert cues.place(claim("a", "exact 40", topic=topic, sentence=sentence)) == expected


def test_windows_of_time() -> None:
    assert cues.windowed(claim("a", "exact 40", sentence="the raids killed # since Monday"))
    assert not cues.windowed(claim("a", "exact 40", sentence="the raids killed # on Monday"))


def test_another_speaker() -> None:
    assert cues.rival(claim("a", "exact 381", sentence="it said another agency had # dead"))
    assert not cues.rival(claim("a", "exact 381", sentence="the agency said it had # dead"))


def toll(name: str, number: int, doc: str, sentence: str, start: int = 0, **said: Any) -> Claim:
    return claim(name, f"exact {number}", topic="killed", doc=doc, sentence=sentence, sentence_start=start, **said)


def test_passengers_and_crew_are_one_number() -> None:
    text = "# passengers and a crew of 6 died"
    crew = claim("c", "exact 6 crew", topic="other", doc="x", start=30, sentence=text)
    a, _, b = ready([toll("a", 60, "x", text, start=0), crew, toll("b", 66, "y", "# people died in the crash")])
    assert "one number" in (why_not(a, b) or "")
    a, b = ready([toll("a", 60, "x", "# passengers died"), toll("b", 66, "y", "# people died in the crash")])
    assert "one number" not in (why_not(a, b) or "")


def test_an_item_of_a_list_is_a_part() -> None:
    items = [toll("abc"[n], 4 + n, "x", "killed # in three states", start=0) for n in range(3)]
    placed = [claim(one.id, f"exact {4 + n}", topic="killed", doc="x", start=20 * n) for n, one in enumerate(items)]
    views = ready([*placed, claim("d", "exact 7", topic="killed", doc="y")], "cumulative", many=True)
    assert why_not(views[1], views[3]) == "one is an item of a list"
    assert why_not(views[0], views[3]) != "one is an item of a list"


def test_values_have_their_partners() -> None:
    """Two lists of two papers: a value that both hold answers itself, not the other."""
    rows = [("a", 54, "x"), ("b", 47, "x"), ("c", 54, "y"), ("d", 47, "y"), ("e", 51, "z")]
    claims = [claim(name, f"exact {n} seat", topic="seats", doc=doc, start=9 * ord(name)) for name, n, doc in rows]
    a, b, c, d, e = ready(claims, "static")
    assert ambiguous(a, d, [a, b], [c, d])
    assert not ambiguous(a, e, [a], [e])


def test_words_of_another_article_are_needed_for_likeness() -> None:
    """In a large store a figure of another event is never held against this one."""
    here = toll("a", 31, "x", "the flood killed # in the upper valley")
    there = toll("b", 90, "y", "gunmen shot # guests at a wedding", place="PK")
    a, b = ready([here, there], "cumulative", many=True)
    assert why_not(a, b)
    again = toll("b", 35, "y", "the flood killed # in the upper valley")
    a, b = ready([here, again], "cumulative", many=True)
    assert why_not(a, b) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("since the riots began # have died", True),
        ("they say that since Monday # have died", False),
        ("# died within two days", True),
        ("# died within the old town", False),
        ("# died on Monday", False),
    ],
)
def test_what_opens_a_window(sentence: str, expected: bool) -> None:
    assert cues.windowed(claim("a", "exact 40", topic="killed", sentence=sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("earlier, the radio had # dead", True),
        ("earlier they closed the port, and the radio said much later that some # died", False),
        ("an earlier toll, it said, was # dead", True),
        ("the radio had # dead", False),
    ],
)
def test_an_earlier_count(sentence: str, expected: bool) -> None:
    assert cues.stale(claim("a", "exact 40", topic="killed", sentence=sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("# died, rather than 52", {52.0}),
        ("# died, rather than dozens", set()),
        ("rather than 52, # died", set()),
        ("# died and 52 were hurt", set()),
    ],
)
def test_what_a_count_stands_in_the_place_of(sentence: str, expected: set[float]) -> None:
    assert cues.instead(claim("a", "exact 40", topic="killed", sentence=sentence)) == expected


def test_a_word_that_a_count_stands_in_the_place_of_is_a_claim() -> None:
    text = "# died, rather than seventy"
    here = toll("a", 40, "x", text)
    word = claim("b", "exact 70", topic="killed", doc="x", sentence=text, start=22)
    assert cues.instead(here, [here, word]) == {70.0}
    assert cues.instead(here, [here]) == frozenset()


def test_an_official_figure_is_what_another_says() -> None:
    assert cues.rival(claim("a", "exact 560", sentence="the official toll is lower: #"))
    assert not cues.rival(claim("a", "exact 560", sentence="the toll is lower: #"))


@pytest.mark.parametrize(("said", "verdicts"), [(560, ["contradiction"]), (4, [])])
def test_an_official_toll_far_from_the_other_is_of_something_else(said: int, verdicts: list[str]) -> None:
    text = "the official toll is lower: #"
    here = toll("a", 600, "x", "they say that # died")
    where = {"doc": "x", "sentence": text, "sentence_start": 200, "start": 200 + text.index("#")}
    there = claim("b", f"exact {said}", topic="killed", **where)
    found = compare([here, there], {"killed": "cumulative"})
    assert [one.verdict for finding in found for one in finding.relations] == verdicts


def test_whose_result_it_is_ends_at_a_contrast() -> None:
    text = "the mayor got # while his rival Haddad got 31"
    here, there = (claim(name, "exact 52 percent", kind="share", topic="votes", sentence=text) for name in "ab")
    other = claim("c", "exact 30 percent", kind="share", topic="votes", sentence="the rival Haddad got #")
    assert results.whose(here) & results.whose(there)
    assert not results.whose(here) & results.whose(other)


def test_the_toll_that_an_article_opens_with() -> None:
    """A figure far behind it, of another accident, is not what the other article contradicts."""
    text = "the plane fell and # died in the mountains"
    first = toll("a", 66, "x", text)
    far = claim("b", "exact 78", topic="killed", doc="x", sentence=text, sentence_start=2000, start=2018)
    other = toll("c", 65, "y", text)
    views = ready([first, far, other], "cumulative", many=True)
    assert "opens with" in (why_not(views[1], views[2]) or "")
    assert why_not(views[0], views[2]) is None


def test_refugees_of_a_disaster_grow_in_number() -> None:
    said = {"topic": "displaced", "sentence": "the quake drove # from the valley"}
    early = claim("a", "exact 70000", doc="x", published="2024-01-10", **said)
    late = claim("b", "exact 156000", doc="y", published="2024-01-12", **said)
    quake = claim("c", "exact 6.9 Mw", topic="magnitude", doc="x", sentence="the quake had #", sentence_start=90)
    assert [f.verdict for f in compare([early, late, quake], {"displaced": "level"})] == ["update"]
    assert [f.verdict for f in compare([early, late], {"displaced": "level"})] == ["contradiction"]


@pytest.mark.parametrize(("time", "silent"), [("2024-01-10", True), ("2024-01-03", False)])
def test_the_day_of_a_paper_need_not_be_said(time: str, silent: bool) -> None:
    """A stated day speaks against one that has none, unless it is the day of the other's paper."""
    a, b = ready([toll("a", 40, "x", "# died there", time=time), toll("b", 50, "y", "# died there")], "cumulative")
    assert ("time_one" not in dict(likeness.weighed(a, b))) == silent

"""The pieces of the comparator: intervals, dates, origins, answers, arithmetic, claimants, severity."""

from __future__ import annotations

from datetime import date

import pytest

from claimdiff.compare import dates, intervals, likeness, origins, views, wording
from claimdiff.compare.questions import cliques
from claimdiff.compare.severity import severity
from claimdiff.compare.verdicts import compare
from claimdiff.model import Attribution, Finding, Moment, Verdict
from tests.compare.build import claim, value

INF = float("inf")


@pytest.mark.parametrize(
    ("text", "plain", "stretched"),
    [
        ("exact 7", (7, 7), (7, 7)),
        ("between 5 7", (5, 7), (5, 7)),
        ("about 1000", (900, 1100), (750, 1250)),
        ("more_than 5300", (5300, 10600), (5300, INF)),
        ("at_least 10", (10, 20), (10, INF)),
        ("less_than 90", (45, 90), (0, 90)),
        ("at_most 300", (150, 300), (0, 300)),
        ("vague 20 99", (20, 99), (10, 198)),
    ],
)
def test_intervals(text: str, plain: tuple[float, float], stretched: tuple[float, float]) -> None:
    measure = intervals.measure(value(text, "quantity"))
    assert measure
    assert (measure.plain.low, measure.plain.high) == pytest.approx(plain)
    assert (measure.stretched.low, measure.stretched.high) == pytest.approx(stretched)


@pytest.mark.parametrize(
    ("edtf", "modifier", "low", "high"),
    [
        ("2024", "on", "2024-01-01", "2024-12-31"),
        ("2024-02", "on", "2024-02-01", "2024-02-29"),
        ("2024-01", "early", "2024-01-01", "2024-01-10"),
        ("2024-01", "mid", "2024-01-11", "2024-01-20"),
        ("2024-01", "late", "2024-01-21", "2024-01-31"),
        ("2023-02", "late", "2023-02-21", "2023-02-28"),
        ("2014-22", "on", "2014-06-01", "2014-08-31"),
        ("2014-24", "on", "2014-12-01", "2015-02-28"),
        ("199X", "on", "1990-01-01", "1999-12-31"),
        ("2023-10/2023-12", "between", "2023-10-01", "2023-12-31"),
        ("2023-10-17", "since", "2023-10-17", "2023-10-17"),
        ("2025-09~", "by", "2025-09-01", "2025-09-30"),
    ],
)
def test_dates(edtf: str, modifier: str, low: str, high: str) -> None:
    span = dates.stated(Moment(edtf, None, None, modifier))  # type: ignore[arg-type]
    assert span and not span.cyclic
    assert (date.fromordinal(int(span.low)), date.fromordinal(int(span.high))) == (
        date.fromisoformat(low),
        date.fromisoformat(high),
    )


@pytest.mark.parametrize("edtf", ["XXXX", "XXXX-XX-XX", "2023-02-30", "nonsense", ""])
def test_dates_that_say_nothing(edtf: str) -> None:
    assert dates.stated(Moment(edtf, None, None, "on")) is None


def test_days_stand_in_for_an_unknown_notation() -> None:
    span = dates.stated(Moment("?", "2024-01-01", None, "on"))
    assert span and span.high == INF


@pytest.mark.parametrize("text", ["", None, "soon", "2024-13-01"])
def test_no_publication_date(text: str | None) -> None:
    assert dates.published(text) is None


def test_time_zones_are_read() -> None:
    span = dates.published("2024-01-01T12:00:00Z")
    assert span and span.low == date(2024, 1, 1).toordinal() + 0.5


def test_maximal_cliques() -> None:
    assert cliques([{1}, {0, 2}, {1}, set()]) == [[0, 1], [1, 2], [3]]


def test_agreement_is_not_transitive() -> None:
    (found,) = compare([claim("a", "exact 58"), claim("b", "about 62"), claim("c", "exact 66")], {})
    assert [answer.claims for answer in found.answers] == [("a", "b"), ("b", "c")]
    assert [answer.low for answer in found.answers] == [58, 66]
    assert found.verdict == "contradiction"


def test_copies_of_one_text_are_one_origin() -> None:
    wire = "the ministry said on monday that # were wounded in the shelling of the northern market"
    own = "our reporter saw # carried into the two hospitals that still work in the old town"
    claims = [claim("a", "exact 40", sentence=wire), claim("b", "exact 40", sentence=wire + " it added")]
    ready = views.views([*claims, claim("c", "exact 40", sentence=own)], {})
    assert origins.outlets(ready) == 3
    assert origins.origins(ready) == 2


@pytest.mark.parametrize(
    ("here", "there", "independent"),
    [
        ("أحصى مراسل رويترز # في المستشفى", "ونقلت رويترز عن طبيب أن عددهم #", 1),
        ("أحصى مراسل رويترز # في المستشفى", "وأفادت فرانس برس بسقوط # في السوق", 2),
        ("قال مدير الصحة (أ ف ب) إنهم #", "وذكرت فرانس برس أن عددهم بلغ #", 1),
        ("قالت المديرية إنهم #", "وقال أحد السكان إن عددهم #", 2),
    ],
)
def test_who_credits_one_agency_has_one_origin(here: str, there: str, independent: int) -> None:
    ready = views.views([claim(name, "exact 40", sentence=said) for name, said in (("a", here), ("b", there))], {})
    assert origins.outlets(ready) == 2
    assert origins.origins(ready) == independent


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال لرويترز مسؤول محلي", "reuters"),
        ("Cairo (AFP) - officials said", "afp"),
        ("زلزال في هضبة الأناضول", None),
        ("نقلت وكالة الأناضول", "anadolu"),
    ],
)
def test_agencies_by_name(text: str, name: str | None) -> None:
    assert origins.agency(text) == name


def test_one_publisher_is_one_source() -> None:
    ready = views.views([claim(name, "exact 40", publisher="Daily") for name in "ab"], {})
    assert origins.outlets(ready) == 1


def disputes(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.verdict, one.reason) for finding in found for one in finding.relations]


def test_part_larger_than_its_whole() -> None:
    whole = claim("a", "exact 40", noun="independents", doc="x", topic="seats")
    part = claim("b", "exact 47", noun="voters", doc="x", of="independents", topic="votes")
    found = compare([whole, part], {})
    assert disputes(found) == [("contradiction", "part_exceeds_whole")]
    assert found[0].relations[0].internal
    assert "47" in found[0].relations[0].explanation


def test_part_within_its_whole_is_silent() -> None:
    whole = claim("a", "exact 329", noun="seats", doc="x")
    assert compare([whole, claim("b", "exact 90", doc="x", of="a", topic="attendance")], {}) == []


def test_parts_that_add_up_to_more() -> None:
    whole = claim("a", "exact 7", noun="wounded", doc="x")
    parts = [claim(name, f"exact {n}", noun=name, doc="x", of="a", topic="injured") for name, n in [("b", 5), ("c", 3)]]
    found = compare([whole, *parts], {})
    assert disputes(found) == [("contradiction", "parts_do_not_sum")] * 2
    assert "5 + 3 = 8" in found[0].relations[0].explanation


def test_parts_that_add_up_to_less_leave_room() -> None:
    whole = claim("a", "exact 9", noun="wounded", doc="x")
    parts = [claim(name, f"exact {n}", noun=name, doc="x", of="a", topic="injured") for name, n in [("b", 5), ("c", 3)]]
    assert compare([whole, *parts], {}) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Ali Karim", "Karim", "same"),
        ("Ali Karim", "Sara Nuri", "different"),
        ("Ali Karim", "", "unknown"),
        ("كينيث ماكنزي", "كينيث ماكينزي", "same"),
        ("محمد كريم", "محمود كريم", "different"),
        ("وزير الدفاع الروسي", "وزير الدفاع الفرنسي", "different"),
    ],
)
def test_claimants(left: str, right: str, expected: str) -> None:
    said = [Attribution(name, "said") if name else None for name in (left, right)]
    claims = [claim(name, f"exact {n}", attribution=who) for name, n, who in zip("ab", (10, 90), said, strict=True)]
    (found,) = compare(claims, {})
    assert found.relations[0].claimants == expected


def test_a_stated_change_explains_the_same_pair_elsewhere() -> None:
    old = claim("a", "exact 94.65 percent", kind="share", stance="superseded", doc="x", topic="votes")
    new = claim("b", "exact 84.3 percent", kind="share", doc="x", start=40, topic="votes")
    far = [claim("c", "exact 94.65 percent", kind="share", topic="votes")]
    (found,) = compare([old, new, *far], {"votes": "event"})
    assert found.verdict == "update"
    assert {one.reason for one in found.relations} == {"stated_change"}


def test_two_candidates_in_two_papers_are_no_dispute() -> None:
    claims = [
        claim("a", "exact 162 vote", doc="x", topic="votes"),
        claim("b", "exact 99 vote", doc="x", topic="votes"),
        claim("c", "exact 162 vote", doc="y", topic="votes"),
        claim("d", "exact 99 vote", doc="y", topic="votes"),
    ]
    found = compare(claims, {"votes": "event"})
    assert [one.verdict for one in found] == ["agreement", "agreement"]


def weight(verdict: Verdict, other: str, independent: int = 1) -> float:
    """The severity of "exact 100" against another value."""
    a, b = views.views([claim("a", "exact 100"), claim("b", other)], {})
    return severity(verdict, a, b, independent)


def test_severity_grows_with_distance_and_exactness() -> None:
    assert weight("contradiction", "exact 120") < weight("contradiction", "exact 900") <= 1
    assert weight("tension", "exact 900") < weight("contradiction", "exact 120")
    assert weight("contradiction", "vague 900 950") < weight("contradiction", "exact 900")
    assert weight("contradiction", "exact 900") < weight("contradiction", "exact 900", independent=5)
    assert weight("agreement", "exact 900") == 0


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("about 2500", "quantity", "about 2,500 people"),
        ("exact 1", "quantity", "1 person"),
        ("more_than 110 attack", "quantity", "more than 110 attacks"),
        ("vague 20 99 factory", "quantity", "20 to 99 factories"),
        ("exact 4 aircraft", "quantity", "4 aircraft"),
        ("exact 94.65 percent", "share", "94.65%"),
        ("late 2024-01", "date", "late January 2024"),
        ("on XXXX-10-07", "date", "7 October (no year)"),
        ("since 2003", "date", "since 2003"),
    ],
)
def test_values_in_words(text: str, kind: str, words: str) -> None:
    assert wording.value(value(text, kind)) == words


def test_the_town_of_an_article_stands_for_its_country_beside_that_town() -> None:
    told = [claim(f"t{n}", f"exact {n + 3}", place="IQ/basra", topic="injured", doc="doc-a") for n in range(3)]
    here = claim("a", "exact 5", place="IQ", topic="killed", doc="doc-a", home=True, time="2024-01-08")
    there = claim("b", "exact 7", place="IQ/basra", topic="killed", doc="doc-b", time="2024-01-08")
    elsewhere = claim("c", "exact 7", place="IQ/mosul", topic="killed", doc="doc-c", time="2024-01-08")
    later = claim("d", "exact 7", place="IQ/basra", topic="killed", doc="doc-d", time="2024-01-09")
    store = views.Store([*told, here, there, elsewhere, later], {})
    a, b, c, d = store.views([here, there, elsewhere, later])
    assert [roles[2] for roles in likeness.retold(a, d)] == ["IQ", "IQ/basra"]
    assert [roles[2] for roles in likeness.retold(a, b)] == ["IQ/basra", "IQ/basra"]
    assert [roles[2] for roles in likeness.retold(a, c)] == ["IQ", "IQ/mosul"]


def test_a_day_long_after_the_other_paper_speaks_against_one_question() -> None:
    early = claim("a", "exact 5", topic="killed", published="2024-01-10")
    soon = claim("b", "exact 7", topic="killed", published="2024-01-12", time="2024-01-11")
    late = claim("c", "exact 7", topic="killed", published="2024-01-16", time="2024-01-15")
    a, b, c = views.Store([early, soon, late], {"killed": "cumulative"}).views([early, soon, late])
    assert "time_apart" not in dict(likeness.weighed(a, b))
    assert dict(likeness.weighed(a, c))["time_apart"] == dict(likeness.weighed(c, a))["time_apart"] < 0


def test_the_exact_number_behind_a_round_headline_opens_its_article_too() -> None:
    headline = claim("a", "exact 100", topic="weapons", doc="doc-a", start=5)
    body = claim("b", "exact 103", topic="weapons", doc="doc-a", start=400)
    other = claim("c", "exact 140", topic="weapons", doc="doc-a", start=500)
    opened = views.Store([headline, body, other], {}).views([headline, body, other])
    assert [view.lead for view in opened] == [True, True, False]

"""Stated dates, resolved: what the publication date, the weekday and the date before settle or suggest."""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.grammar.calendar import Day
from claimdiff.grammar.dates import Context, Stated, Timeline, resolve

THURSDAY = dt.date(2024, 3, 14)
ON = Context(THURSDAY)


def edtf(stated: Stated, context: Context = ON) -> str | None:
    found = resolve(stated, context)
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [
        (Stated(Day(None, 1, 28)), "2024-01-28"),
        (Stated(Day(None, 12, 28)), "2023-12-28"),
        (Stated(Day(None, 3), direction=-1), "2023-03"),
        (Stated(Day(None, 2), direction=1), "2025-02"),
        (Stated(Day(None, 22), direction=-1), "2023-22"),
        (Stated(weekday=3), "2024-03-14"),
        (Stated(weekday=3, direction=-1), "2024-03-07"),
        (Stated(weekday=3, direction=1), "2024-03-21"),
        (Stated(weekday=5, ahead=True), "2024-03-16"),
        (Stated(weekday=1, modifier="until"), "2024-03-12"),
        (Stated(weekday=1, modifier="by"), "2024-03-19"),
        (Stated(weekday=0, shift=("week", -1)), "2024-03-04"),
        (Stated(shift=("week", 0)), "2024-03-11/2024-03-17"),
        (Stated(Day(day=4), shift=("month", 0)), "2024-03-04"),
        (Stated(Day(None, 10), shift=("year", -1)), "2023-10"),
        (Stated(Day(day=31), shift=("month", -1)), None),
        (Stated(Day(2023, 2, 29)), None),
        (Stated(Day(None, 12, 28), until=Stated(Day(None, 1, 3))), "2023-12-28/2024-01-03"),
        (Stated(Day(2020), until=Stated(Day(2010))), None),
        (Stated(weekday=6, until=Stated(weekday=3)), "2024-03-10/2024-03-14"),
    ],
)
def test_on_the_publication_date(stated: Stated, wanted: str | None) -> None:
    assert edtf(stated) == wanted


def test_the_weekday_settles_the_year_and_says_so() -> None:
    found = resolve(Stated(Day(None, 5, 1), weekday=0), Context(dt.date(2025, 3, 1)))
    assert found is not None
    assert (found.edtf, found.inferred) == ("2023-05-01", ("year",)) or found.edtf == "2024-05-01"
    settled = resolve(Stated(Day(None, 4, 30), weekday=1), Context(dt.date(2025, 4, 1)))
    assert settled is not None
    assert (settled.edtf, settled.inferred) == ("2024-04-30", ("year",))
    assert settled.explain


def test_a_weekday_that_fits_no_year_is_passed_over() -> None:
    wrong = resolve(Stated(Day(None, 3, 1), weekday=2), ON)
    assert wrong is not None
    assert (wrong.edtf, wrong.inferred) == ("2023-03-01", ("year",))
    never = resolve(Stated(Day(None, 3, 1), weekday=6), ON)
    assert never is not None
    assert (never.edtf, never.inferred) == ("2024-03-01", ())


def test_without_publication_a_year_is_only_inferred_from_nearby() -> None:
    stated = Stated(Day(None, 1, 8))
    assert edtf(stated, Context()) == "XXXX-01-08"
    assert edtf(stated, Context(previous=Day(2021, 12, 20))) == "XXXX-01-08"
    found = resolve(stated, Context(previous=Day(2021, 12, 20), near=True))
    assert found is not None
    assert (found.edtf, found.inferred) == ("2022-01-08", ("year",))
    assert found.explain is not None
    assert "2021-12-20" in found.explain


def test_the_publication_date_needs_no_mark() -> None:
    found = resolve(Stated(Day(None, 1, 8)), Context(THURSDAY, Day(2011, 1, 1), near=True))
    assert found is not None
    assert (found.edtf, found.inferred, found.explain) == ("2024-01-08", (), None)


def test_anaphors_count_from_the_date_before() -> None:
    context = Context(THURSDAY, Day(2011, 5, 3))
    assert edtf(Stated(shift=("year", 1), anaphoric=True), context) == "2012"
    assert edtf(Stated(shift=("day", 1), anaphoric=True), context) == "2011-05-04"
    assert edtf(Stated(Day(None, 9), anaphoric=True), context) == "2011-09"
    assert edtf(Stated(shift=("day", 1), anaphoric=True), Context(THURSDAY, Day(2011))) is None


def test_an_anaphor_without_a_date_before_it_is_marked() -> None:
    found = resolve(Stated(shift=("month", 1), anaphoric=True), ON)
    assert found is not None
    assert (found.edtf, found.inferred) == ("2024-04", ("year",))


def test_a_timeline_forgets_what_is_far() -> None:
    dates = Timeline(None)
    assert dates.resolve(Stated(Day(2015, 5, 3)), 0)
    near, far = dates.resolve(Stated(Day(None, 6, 1)), 50), dates.resolve(Stated(Day(None, 7, 1)), 5000)
    assert near is not None
    assert near.edtf == "2015-06-01"
    assert far is not None
    assert far.edtf == "XXXX-07-01"


def test_hijri_days_keep_both_calendars() -> None:
    found = resolve(Stated(Day(1444, 5, 13), calendar="hijri"), Context())
    assert found is not None
    assert found.edtf == "2022-12-07"
    assert "1444-05-13" in (found.explain or "")
    beside = resolve(Stated(Day(2022, 12, 7), beside=Day(1444, 5, 13)), Context())
    assert beside is not None
    assert "1444-05-13" in (beside.explain or "")


def test_a_hijri_month_without_a_year_is_the_nearest_past_one() -> None:
    assert edtf(Stated(Day(None, 7), calendar="hijri")) == "2024-01-13/2024-02-10"
    assert edtf(Stated(Day(None, 9), calendar="hijri", direction=1)) == "2025-03-01/2025-03-29"
    assert edtf(Stated(Day(None, 9), calendar="hijri", direction=-1)) == "2023-03-23/2023-04-20"
    assert edtf(Stated(Day(None, 9), calendar="hijri"), Context()) == "XXXX"


UNITS = st.sampled_from(["day", "week", "month", "year", "decade", "century"])
STATED = st.builds(
    Stated,
    st.builds(
        Day,
        st.none() | st.integers(1900, 2050),
        st.none() | st.integers(1, 12),
        st.none() | st.integers(1, 31),
        st.just(0),
    ),
    st.sampled_from(["on", "early", "mid", "late", "about", "before", "after", "since", "until", "by"]),
    weekday=st.none() | st.integers(0, 6),
    shift=st.none() | st.tuples(UNITS, st.integers(-3, 3)),
    direction=st.sampled_from([-1, 0, 1]),
    ahead=st.booleans(),
    anaphoric=st.booleans(),
    calendar=st.sampled_from(["gregorian", "gregorian", "hijri"]),
    until=st.none(),
    nth=st.none(),
    beside=st.none(),
)
PUBLISHED = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2050, 12, 31))
BEFORE = st.sampled_from([None, Day(2010), Day(2010, 2), Day(2012, 2, 29)])


@settings(max_examples=150, deadline=None)
@given(STATED, PUBLISHED, BEFORE, st.booleans())
def test_whatever_is_stated_resolves_to_valid_edtf(
    stated: Stated, published: dt.date | None, previous: Day | None, near: bool
) -> None:
    found = resolve(stated, Context(published, previous, near))
    if found is not None:
        assert parse_edtf(found.edtf)
        assert not (found.earliest and found.latest) or found.earliest <= found.latest
        assert bool(found.inferred) <= bool(found.explain)

"""The calendar: EDTF, the days it may mean, thirds, missing years, weeks, the Islamic calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.grammar import calendar, hijri
from claimdiff.grammar.calendar import Day

DAYS = st.dates(dt.date(1850, 1, 1), dt.date(2090, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2014-21", "2014-03-01", "2014-05-31"),
        ("2014-22", "2014-06-01", "2014-08-31"),
        ("2014-23", "2014-09-01", "2014-11-30"),
        ("2014-24", "2014-12-01", "2015-02-28"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2024-01/2024-03", "2024-01-01", "2024-03-31"),
        ("XXXX-01-28", None, None),
        ("XXXX", None, None),
    ],
)
def test_bounds(edtf: str, earliest: str | None, latest: str | None) -> None:
    made = calendar.moment(edtf)
    assert (made.earliest, made.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "modifier", "earliest", "latest"),
    [
        ("2024-02", "early", "2024-02-01", "2024-02-10"),
        ("2024-02", "mid", "2024-02-11", "2024-02-20"),
        ("2024-02", "late", "2024-02-21", "2024-02-29"),
        ("2024-02-03", "late", "2024-02-03", "2024-02-03"),
        ("2024-02-01/2024-02-15", "late", "2024-02-11", "2024-02-15"),
        ("2024", "early", "2024-01-01", "2024-04-30"),
        ("2024", "mid", "2024-05-01", "2024-08-31"),
        ("2024", "late", "2024-09-01", "2024-12-31"),
        ("2024", "since", "2024-01-01", None),
        ("2024", "until", None, "2024-12-31"),
        ("2024", "by", None, "2024-12-31"),
        ("2024", "before", None, "2023-12-31"),
        ("2024", "after", "2025-01-01", None),
    ],
)
def test_modifiers_narrow(edtf: str, modifier: str, earliest: str | None, latest: str | None) -> None:
    made = calendar.moment(edtf, modifier)
    assert (made.earliest, made.latest) == (earliest, latest)


@given(
    st.builds(
        Day,
        st.none() | st.integers(1000, 2100),
        st.none() | st.sampled_from([*range(1, 13), 21, 22, 23, 24]),
        st.none() | st.integers(1, 31),
        st.just(0),
    )
)
def test_every_edtf_string_is_valid(day: Day) -> None:
    if calendar.valid(day):
        assert parse_edtf(day.edtf())


@pytest.mark.parametrize("day", [Day(1990, unknown=1), Day(1800, unknown=2), Day(None, 22), Day(day=4), Day()])
def test_incomplete_edtf_is_valid(day: Day) -> None:
    assert parse_edtf(day.edtf())


@given(DAYS)
def test_a_day_bounds_itself_and_parses_back(day: dt.date) -> None:
    assert calendar.bounds(day.isoformat()) == (day, day)
    assert calendar.parse(day.isoformat()) == Day(day.year, day.month, day.day)


@given(DAYS, st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31)), st.sampled_from(["on", "since", "until", "by"]))
def test_a_filled_year_lies_near_publication(day: dt.date, published: dt.date, modifier: str) -> None:
    filled = calendar.with_year(Day(None, day.month, day.day), published, modifier)
    assert filled.year is not None
    assert calendar.valid(filled)
    away = (dt.date(filled.year, day.month, day.day) - published).days
    reach = {"on": 45, "since": 0}.get(modifier, 183)
    assert (-8 * 366 if (day.month, day.day) == (2, 29) else reach - 366) <= away <= reach


@pytest.mark.parametrize(
    ("day", "there"), [(Day(2023, 2, 29), False), (Day(2024, 2, 29), True), (Day(None, 2, 29), True)]
)
def test_leap_days(day: Day, there: bool) -> None:
    assert calendar.valid(day) is there


@given(DAYS, st.integers(-40, 40))
def test_shifting_there_and_back(day: dt.date, by: int) -> None:
    base = Day(day.year, day.month, day.day)
    there = calendar.shifted(base, "day", by)
    assert there is not None
    assert calendar.shifted(there, "day", -by) == base
    month = calendar.shifted(base, "month", by)
    assert month is not None
    assert calendar.shifted(month, "month", -by) == Day(day.year, day.month)


def test_what_a_base_lacks_cannot_be_shifted() -> None:
    assert calendar.shifted(Day(2003), "month", 1) is None
    assert calendar.shifted(Day(2003, 5), "day", 1) is None
    assert calendar.shifted(Day(2003), "decade", -1) == Day(1990, unknown=1)


@pytest.mark.parametrize(
    ("day", "unit", "number", "weekday", "edtf"),
    [
        (Day(2014, 9), "day", 3, 1, "2014-09-16"),
        (Day(2014, 9), "day", -1, 1, "2014-09-30"),
        (Day(2014, 9), "day", -1, None, "2014-09-30"),
        (Day(2015), "week", 1, None, "2014-12-29/2015-01-04"),
        (Day(2014, 2), "day", 5, 1, None),
        (Day(None, 9), "day", 1, 1, None),
    ],
)
def test_nth(day: Day, unit: str, number: int, weekday: int | None, edtf: str | None) -> None:
    assert calendar.nth(day, unit, number, weekday) == edtf


@given(st.integers(2, 1600), st.integers(1, 12))
def test_hijri_months_follow_each_other(year: int, month: int) -> None:
    span = hijri.days(year, month)
    assert span is not None
    assert (span[1] - span[0]).days + 1 in {28, 29, 30, 31}
    assert span[1] + dt.timedelta(1) == hijri.start(year, month + 1)


def test_no_thirtieth_day_in_a_short_hijri_month() -> None:
    assert hijri.days(1440, 9, 29) is not None
    assert hijri.days(1440, 9, 30) is None
    assert hijri.days(1440, 9, 31) is None


@given(st.dates(dt.date(1925, 1, 1), dt.date(2070, 1, 1)))
def test_a_day_lies_in_its_hijri_year(day: dt.date) -> None:
    span = hijri.days(hijri.year_of(day))
    assert span is not None
    assert span[0] <= day <= span[1]


@pytest.mark.parametrize(("year", "day"), [(2013, "2013-03-31"), (2019, "2019-04-21"), (2024, "2024-03-31")])
def test_easter(year: int, day: str) -> None:
    assert hijri.easter(year).isoformat() == day

"""Every date as CLDR writes it in the Arab countries parses back to the same day."""

from __future__ import annotations

import datetime as dt

import pytest
from babel import Locale, localedata
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.model import Document, Moment
from claimdiff.pipeline import mentions

LOCALES = sorted(name for name in localedata.locale_identifiers() if name == "ar" or name.startswith("ar_"))
DAYS = st.dates(dt.date(1901, 1, 1), dt.date(2060, 12, 31))


def read(text: str) -> list[str]:
    found = mentions(Document("babel", text, language="ar"))
    return [one.value.edtf for one in found if isinstance(one.value, Moment)]


def test_all_arab_countries_are_there() -> None:
    assert {"ar_DZ", "ar_EG", "ar_IQ", "ar_LB", "ar_MA", "ar_MR", "ar_SA", "ar_TN"} <= set(LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("style", ["long", "medium", "full"])
@settings(max_examples=25, deadline=None)
@given(day=DAYS)
def test_formatted_dates_parse_back(locale: str, style: str, day: dt.date) -> None:
    text = format_date(day, style, locale=Locale.parse(locale))
    assert read(text) == [day.isoformat()], text


@pytest.mark.parametrize("locale", LOCALES)
def test_every_month_of_every_country(locale: str) -> None:
    for month in range(1, 13):
        name = Locale.parse(locale).months["format"]["wide"][month]
        assert read(f"7 {name} 2019") == [f"2019-{month:02d}-07"], name

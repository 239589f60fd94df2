"""Mistakes that would explain two unlike figures, and figures that they don't explain."""

from __future__ import annotations

import pytest

from claimdiff.compare.cues import contrasted, place, some
from claimdiff.compare.hints import hint, slip
from claimdiff.compare.views import views
from claimdiff.model import Document
from claimdiff.pipeline import extract
from tests.compare.build import claim, value


@pytest.mark.parametrize(
    ("a", "b", "word"),
    [
        ("exact 122146", "exact 221146", "changed places"),
        ("exact 45", "exact 54", "changed places"),
        ("exact 97.08", "exact 97.8", "nought may be missing"),
        ("exact 2500", "exact 25000", "10 times"),
        ("exact 2500", "exact 2500000", "1,000 times"),
        ("exact 2500", "exact 3700", None),
        ("exact 20", "exact 200", None),
    ],
)
def test_slips_of_numbers(a: str, b: str, word: str | None) -> None:
    said = slip(value(a, "quantity"), value(b, "quantity"))
    assert (word in said) if word and said else said is None


def test_day_and_month_changed_places() -> None:
    assert slip(value("on 2024-03-05", "date"), value("on 2024-05-03", "date"))
    assert slip(value("on 2024-03-05", "date"), value("on 2024-05-06", "date")) is None


@pytest.mark.parametrize(
    ("here", "there", "hinted"),
    [
        ("الاثنين 15 مارس 2022", "الاثنين 14 مارس 2022", True),
        ("الثلاثاء 15 مارس 2022", "الاثنين 14 مارس 2022", False),
        ("15 مارس 2022", "14 مارس 2022", False),
    ],
)
def test_a_day_that_does_not_fall_on_its_weekday(here: str, there: str, hinted: bool) -> None:
    text = "انتخب البرلمان الكويتي رئيسه الجديد يوم {} في جلسة علنية."
    claims = [one for name, day in (("a", here), ("b", there)) for one in extract(Document(name, text.format(day)))]
    a, b = views([one for one in claims if one.kind == "date"], {})
    assert bool(hint(a, b)) == hinted
    assert not hinted or "2022-03-15" in (hint(a, b) or "")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("they counted # there", "alone"),
        ("forty seats, among them # for women", "part"),
        ("thirty voted out of # present", "whole"),
    ],
)
def test_parts_and_wholes(sentence: str, expected: str) -> None:
    assert place(claim("a", "exact 40", sentence=sentence)) == expected


def test_nouns_that_name_only_some() -> None:
    assert some(claim("a", "exact 4", noun="soldiers")) == "military"
    assert some(claim("a", "exact 4", noun="people")) is None
    assert some(claim("a", "exact 4 من", noun="people", sentence="# الجيش")) == "military"
    assert some(claim("a", "exact 4 هنا", noun="people", sentence="# الجيش")) is None
    assert some(claim("a", "exact 4 people", noun="people", sentence="# مسلح")) == "fighters"


def test_a_contrast_needs_someone_who_says_so() -> None:
    assert contrasted("dead, but the ministry said")
    assert not contrasted("dead, but many more")
    assert not contrasted("said the ministry, but")

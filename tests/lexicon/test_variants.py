"""Names spelled otherwise: found by sound and letters, and not where two answer or an ordinary word looks alike."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimdiff.lang.ar.build import build
from claimdiff.lexicon.variants import Spelling, Variants
from claimdiff.text.fold import fold_word

SPELLING = Spelling.over("al", {"vowels": ["a", "i", "u"], "endings": ["a", "h"], "alike": [{"letters": ["g", "j"]}]})

SURE = [
    ("بنسيلفانيا", "US/pennsylvania"),
    ("جوهانسبورغ", "ZA/johannesburg"),
    ("كالينينجراد", "RU/kaliningrad"),
    ("راولبيندي", "PK/rawalpindi"),
    ("فرجينيا", "US/virginia"),
    ("كامبالا", "UG/kampala"),
    ("موزامبيق", "MZ"),
    ("بوركينافاسو", "BF"),
    ("دياربكر", "TR/diyarbakir"),
    ("بوكوحرام", "boko-haram"),
    ("البشمركة", "peshmerga"),
]
# Ordinary words, names of persons, adjectives that look like names of places.
NEVER = [
    "بسعادة",
    "المراوغة",
    "البصيرة",
    "البرتقال",
    "كمبيوتر",
    "تلغرام",
    "فرانسوا",
    "سمراء",
    "مدينين",
    "تغييرات",
    "السلطان",
    "الكثيرين",
    "مسؤوليته",
    "منسقة",
]
LIKELY = [("سوربايا", True, "ID/surabaya"), ("سمارا", True, "RU/samara"), ("داهوك", True, "IQ/duhok")]
LIKELY += [("سيبريا", False, "RU/siberia"), ("زوريخ", False, "CH/zurich")]
UNLIKELY = [("حماية", False), ("ميزان", False), ("جبلية", True), ("حدودية", True), ("بورتلاند", True), ("يمكن", True)]


@pytest.fixture(scope="module")
def names() -> Iterator[Variants]:
    yield build().lexicon.names()


@pytest.fixture
def few() -> Variants:
    return Variants(SPELLING, [("karakas", "one"), ("tarbulus", "two"), ("terbilus", "three"), ("new dargan", "four")])


@pytest.mark.parametrize(("form", "owner"), SURE)
def test_a_long_name_is_known_wherever_it_stands(names: Variants, form: str, owner: str) -> None:
    name = names.sure(fold_word(form))
    assert name is not None and names.owners[name] == owner


@pytest.mark.parametrize("form", NEVER)
def test_an_ordinary_word_is_no_name(names: Variants, form: str) -> None:
    assert names.sure(fold_word(form)) is None


@pytest.mark.parametrize(("form", "town", "owner"), LIKELY)
def test_a_name_is_likely_where_a_place_is_named(names: Variants, form: str, town: bool, owner: str) -> None:
    name = names.likely[fold_word(form), town]
    assert name is not None and names.owners[name] == owner


@pytest.mark.parametrize(("form", "town"), UNLIKELY)
def test_what_only_resembles_a_name_is_none(names: Variants, form: str, town: bool) -> None:
    assert names.likely[fold_word(form), town] is None


def test_vowels_may_come_and_go_but_not_become_others(few: Variants) -> None:
    assert few.likely["karkas", True] == "karakas"
    assert few.likely["karikas", True] is None


def test_where_two_names_answer_neither_does() -> None:
    both = Variants(SPELLING, [("tarablus", "one"), ("tarbulus", "two")])
    assert both.likely["tarblus", True] is None


def test_words_written_together_are_the_name(few: Variants) -> None:
    assert few.sure("newdargan") == "new dargan"
    assert few.sure("newdurgan") is None

"""Folding does what camel-tools' normalisers and dediacritiser do, on words that vary in what they change."""

from __future__ import annotations

import pytest
from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import (
    normalize_alef_ar,
    normalize_alef_maksura_ar,
    normalize_teh_marbuta_ar,
    normalize_unicode,
)

from claimdiff.text.fold import fold, fold_word

WORDS = [
    "إسلام",
    "أربعة",
    "آلاف",
    "ٱلأول",
    "مستشفى",
    "على",
    "مدرسة",
    "جُنْدِيًّا",
    "مَدْرَسَةٌ",
    "قُتِلَ",
    "الثَّلاثُونَ",
    "هٰذا",
    "\ufedf\ufe8e",
    "\ufef7\ufead\ufe91\ufecc\ufe94",
    "\ufdf2",
    "\ufe8d\ufedf\ufecc\ufeae\ufe8d\ufed5",
]


def camel(word: str) -> str:
    """A word through camel-tools' steps. It keeps the seats of hamza and tatweel, which fold drops."""
    plain = dediac_ar(normalize_unicode(word))
    made: str = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(plain)))
    return made


@pytest.mark.parametrize("word", WORDS)
def test_fold_agrees(word: str) -> None:
    assert fold(word).text == fold_word(word) == camel(word)


@pytest.mark.parametrize("word", ["مسؤول", "رئيس", "مـدرسة"])
def test_fold_goes_further(word: str) -> None:
    assert fold_word(word) == fold_word(camel(word)) != camel(word)

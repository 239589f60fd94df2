"""Folding: variants become one, and every folded offset leads back to the raw text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.text.fold import fold, fold_word

ALPHABET = "ابتجنديةىئؤأإآ٣۴5,٬٫ \n\u064b\u0651\u0640\u200f\u202b\ufefb\ufe8d«»—٪ab"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أكثر", "اكثر"),
        ("إصابة", "اصابه"),
        ("آلاف", "الاف"),
        ("ٱلألف", "الالف"),
        ("حوالى", "حوالي"),
        ("مسؤول", "مسئول"),
        ("مِئَةٌ", "مئه"),
        ("مراكـــش", "مراكش"),
        ("ﻗﻮﺓ", "قوة"),
        ("ﻻ", "لا"),
        ("٢٥٠٠", "2500"),
        ("۱۲", "12"),
        ("٪", "%"),
        ("2\u202f500", "2 500"),
        ("«نعم»", '"نعم"'),
        ("5–7", "5-7"),
        ("\u202b110\u202c", "110"),
    ],
)
def test_variants_are_equal(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)


@pytest.mark.parametrize(("one", "other"), [("مئة", "ميتا"), ("قلب", "كلب"), ("سبعة", "تسعة"), ("٫", "٬"), ("5", "٦")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold_word(one) != fold_word(other)


@given(st.text(ALPHABET, max_size=40))
def test_offsets_lead_back(raw: str) -> None:
    folded = fold(raw)
    assert folded.text == fold_word(raw)
    at = 0
    for position, letter in enumerate(folded.text):
        start, end = folded.span(position, position + 1)
        assert at <= start < end <= len(raw)
        assert letter in fold_word(raw[start:end])
        at = start


@given(st.text(max_size=40))
def test_any_text_can_be_folded(raw: str) -> None:
    folded = fold(raw)
    spans = [folded.span(at, at + 1) for at in range(len(folded.text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(raw) for start, end in spans)


def test_marks_on_the_last_letter_belong_to_its_span() -> None:
    raw = "قاعدةً واحدة"
    assert raw[slice(*fold(raw).span(0, 5))] == "قاعدةً"
    assert unicodedata.name(raw[5]) == "ARABIC FATHATAN"

"""Cutting: plain text is split as the pattern of tokens would cut it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.lang.pack import load
from claimdiff.text.fold import fold


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ('قال الوزير: "لن نعود"، ثم خرج (غاضبا).', True),
        ("وصلت أ.ف.ب إلى بيروت - أمس!", True),
        ("قتل 5 رجال", False),
        ("انظر www.example.org", False),
        ("اكتب إلى a@b.org", False),
        ("رحلة بين بيروت/دمشق", False),
    ],
)
def test_what_has_only_words_and_marks_is_plain(text: str, plain: bool) -> None:
    cutter, text = load().cutter, fold(text).text
    assert (cutter.odd.search(text) is None) is plain
    assert cutter.cut(text, 0, len(text)) == cutter.pattern.findall(text)


@given(st.text(st.sampled_from('وبلاكمـة .,،:-!؟"()#*\u00a05٣a/@_')))
def test_cutting_is_what_the_pattern_says(text: str) -> None:
    cutter, text = load().cutter, fold(text).text
    assert cutter.cut(text, 0, len(text)) == cutter.pattern.findall(text)

"""Words looked up: clitics come off where the rest is known, and only there."""

from __future__ import annotations

import pytest

from claimdiff.lang.pack import load
from claimdiff.text.fold import fold_word

KNOWN = [
    ("وثلاثة", "NUMERAL", "و", "", False),
    ("بعشرة", "NUMERAL", "", "ب", False),
    ("الخمسة", "NUMERAL", "", "", True),
    ("للجنود", "NOUN", "", "ل", True),
    ("وبالصواريخ", "NOUN", "و", "ب", True),
    ("واحد", "NUMERAL", "", "", False),
    ("جنديين", "NOUN_DU", "", "", False),
    ("القاعدتان", "NOUN_DU", "", "", True),
    ("للعراق", "PLACE", "", "ل", False),
    ("والأميركيين", "NISBA", "و", "", True),
    ("لعشرات", "VAGUE", "", "ل", False),
    ("بغداد", "PLACE", "", "", False),
    ("سبتمبر", "MONTH", "", "", False),
    ("فبراير", "MONTH", "", "", False),
]


@pytest.mark.parametrize(("text", "cat", "conj", "prep", "definite"), KNOWN)
def test_known_words(text: str, cat: str, conj: str, prep: str, definite: bool) -> None:
    word = load().words[fold_word(text)]
    assert cat in word.cats
    assert (word.conj, word.prep, "DEF" in word.cats) == (conj, prep, definite)


@pytest.mark.parametrize("text", ["والد", "بيان", "لجنة", "منتشرين", "كاتب"])
def test_letters_that_look_like_clitics_stay(text: str) -> None:
    word = load().words[fold_word(text)]
    assert "NUMERAL" not in word.cats
    assert "MONTH" not in word.cats


@pytest.mark.parametrize(("text", "suffix"), [("جنودهم", "هم"), ("بيوتها", "ها"), ("إصابتهم", "هم")])
def test_pronouns_come_off(text: str, suffix: str) -> None:
    word = load().words[fold_word(text)]
    assert (word.suffix, "NOUN" in word.cats) == (suffix, True)


@pytest.mark.parametrize("text", ["زقزقنكع", "والزقزقنكع"])
def test_unknown_words_say_so(text: str) -> None:
    assert "UNKNOWN" in load().words[fold_word(text)].cats


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("https://example.org/5", "URL"),
        ("F-16", "IDENT"),
        ("A400M", "IDENT"),
        ("18:40", "CLOCK"),
        ("0522-45-67-89", "PHONE"),
        ("28/1/2024", "NUMDATE"),
        ("2024-01-28", "NUMDATE"),
        ("2,500", "DIGITS"),
        ("و700", "DIGITS"),
        ("ال 10", "DIGITS"),
    ],
)
def test_shapes(text: str, shape: str) -> None:
    assert shape in load().words[text].cats
    assert load().forms(text, 0, len(text)) == [text]

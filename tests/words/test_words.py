"""The interface's languages say the same things, each in its own way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest

from claimdiff import model, words
from claimdiff.claims.frames import load_topics
from claimdiff.compare import wording
from claimdiff.errors import UsageError
from claimdiff.model import Moment, Quantity, Question
from claimdiff.report import _names
from claimdiff.report._questions import ask
from claimdiff.report._reworded import reworded
from tests.conftest import ROOT
from tests.report.given import Given, sample, troops

__all__ = ["sample"]
# Tables in which a language may have entries of its own: what another language makes by rule.
OWN = {"units", "of_units", "adjectives", "names", "plural", "forms"}
# Some of these may stay out of a text: what another language says by its form.
PLACE = re.compile(r"\{(\w*)\}")
LEXICONS = sorted((ROOT / "src" / "claimdiff" / "lang").rglob("*.toml"))
OTHERS = [language for language in words.languages() if language != words.DEFAULT]


def texts(table: dict[str, Any], name: str = "") -> Iterator[tuple[str, str]]:
    """Name and text of all there is."""
    for key, value in table.items():
        if key in OWN and not name:
            continue
        if isinstance(value, dict):
            yield from texts(value, f"{name}{key}.")
        elif isinstance(value, str):
            yield f"{name}{key}", value
        else:
            yield f"{name}{key}", " ".join(map(str, value))


ENGLISH = dict(texts(dict(words.load(words.DEFAULT).table)))


@pytest.mark.parametrize("language", OTHERS)
def test_both_languages_have_the_same_texts(language: str) -> None:
    assert dict(texts(dict(words.load(language).table))).keys() == ENGLISH.keys()


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_asks_for_nothing_that_it_does_not_get(language: str) -> None:
    other = dict(texts(dict(words.load(language).table)))
    extra = {name: PLACE.findall(text) for name, text in other.items() if name != "question.of"}
    assert {name: gets for name, gets in extra.items() if not set(gets) <= set(PLACE.findall(ENGLISH[name]))} == {}


@pytest.mark.parametrize("language", words.languages())
def test_every_word_of_the_records_is_known(language: str) -> None:
    said = words.load(language)
    vocabularies = {"kinds": model.Kind, "verdicts": model.Verdict, "stances": model.Stance, "reasons": model.Reason}
    for part, literal in vocabularies.items():
        assert [name for name in get_args(literal) if not said.get(part, name)] == []
    assert [name for name in get_args(model.DateModifier) if not said.get("moments", name)] == []
    assert [name for name in load_topics() if not said.get("topics", name)] == []


@pytest.mark.parametrize("language", words.languages())
def test_units_and_counts_have_no_more_forms_than_the_language(language: str) -> None:
    said = words.load(language)
    for part in ("units", "counts", "scales"):
        assert [name for name, text in said.table[part].items() if text.count(" | ") >= len(said.table["forms"])] == []


@pytest.mark.parametrize("language", words.languages())
def test_every_matter_of_the_lexicons_has_a_name(language: str) -> None:
    marks = {found.lower() for one in LEXICONS for found in re.findall(r"MATTER_([A-Z_]+)", one.read_text("utf-8"))}
    assert marks
    assert {mark for mark in marks if not words.load(language).get("matters", mark)} == set()


def test_an_unknown_language_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="ar, en"):
        words.load("xx")


def test_english_holds_until_another_is_asked_for() -> None:
    five = Quantity(5, 5, 5, "exact", "person")
    assert wording.value(five) == "5 people"
    with words.speaking("ar"):
        assert wording.value(five) == "5 أشخاص"
        with words.speaking("en"):
            assert wording.value(five) == "5 people"
    assert wording.value(five) == "5 people"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Quantity(1, 1, 1, "exact", "person"), "شخص واحد"),
        (Quantity(2, 2, 2, "exact", "attack"), "هجومين"),
        (Quantity(7, 7, 7, "exact", "attack"), "7 هجمات"),
        (Quantity(47, 47, 47, "exact", "seat"), "47 مقعدا"),
        (Quantity(110, 110, None, "more_than", "attack"), "أكثر من 110 هجمات"),
        (Quantity(100, 100, None, "more_than", "attack"), "أكثر من 100 هجوم"),
        (Quantity(2500, 2250, 2750, "about", "person"), "نحو 2,500 شخص"),
        (Quantity(3e6, 3e6, 3e6, "exact", "barrel/day"), "3 ملايين برميل يوميا"),
        (Quantity(1.7e6, 1.7e6, 1.7e6, "exact", "person"), "1.7 مليون شخص"),
        (Quantity(52e9, 52e9, 52e9, "exact", "USD"), "52 مليار دولار أميركي"),
        (Quantity(None, 20, 99, "vague", "building"), "ما بين 20 و99 مبنى"),
        (Quantity(None, 5, 7, "between", "day"), "ما بين 5 و7 أيام"),
        (Quantity(None, 1, 2, "between", "person"), "ما بين 1 و2 شخص"),
        (Quantity(None, None, 60, "at_most", None), "60 على الأكثر"),
        (Quantity(48.03, 48.03, 48.03, "exact", "percent"), "48.03%"),
        (Quantity(5, 5, 5, "exact", "widget"), "5 widget"),
        (Moment("2024-01-28", "2024-01-28", "2024-01-28", "on"), "28 يناير 2024"),
        (Moment("2014-22", None, None, "on"), "صيف 2014"),
        (Moment("199X", None, None, "since"), "منذ عقد 1990"),
        (Moment("XXXX-01", None, None, "late"), "أواخر يناير (بلا سنة)"),
        (Moment("2024-01-01/2024-01-05", None, None, "between"), "من 1 يناير 2024 إلى 5 يناير 2024"),
    ],
)
def test_values_in_arabic(value: model.Value, said: str) -> None:
    with words.speaking("ar"):
        assert wording.value(value) == said


@pytest.mark.parametrize(
    ("asked", "kind", "said"),
    [
        ({"topic": "troops", "unit": "person", "actor": "US", "place": "IQ"}, "quantity",
         "كم عدد قوات الولايات المتحدة في العراق؟"),
        ({"topic": "killed", "unit": "person", "place": "LY/derna", "group": "children"}, "quantity",
         "كم عدد القتلى في درنة (الأطفال)؟"),
        ({"topic": "buildings", "unit": "house", "place": "MA"}, "quantity", "كم تضرر أو دُمر من منازل في المغرب؟"),
        ({"topic": "turnout", "unit": "percent", "place": "DZ", "time": "2024-09-07"}, "share",
         "كم بلغت نسبة المشاركة في الجزائر (7 سبتمبر 2024)؟"),
        ({"topic": "attack", "place": "JO"}, "date", "ما تاريخ الهجوم في الأردن؟"),
        ({"topic": "vote", "place": "IQ", "target": "withdrawal"}, "date", "ما تاريخ التصويت (الانسحاب) في العراق؟"),
    ],
)  # fmt: skip
def test_questions_in_arabic(asked: dict[str, str], kind: str, said: str) -> None:
    empty = Question("", "", None, None, None, None, None, None)
    with words.speaking("ar"):
        assert ask(replace(empty, **asked), kind) == said


def test_a_name_is_that_of_the_language() -> None:
    assert _names.name("IQ/baghdad") == "Baghdad, Iraq"
    with words.speaking("ar"):
        assert (_names.name("IQ/baghdad"), _names.name("IQ"), _names.name("nowhere")) == ("بغداد", "العراق", "Nowhere")


def test_reasons_are_said_anew_from_the_claims(sample: Given) -> None:
    """In the language that they were made in nothing changes; in another nothing of it is left."""
    findings, claims = sample
    assert reworded(findings, claims) == findings
    made = {relation.explanation for one in findings for relation in one.relations}
    with words.speaking("ar"):
        other = {relation.explanation for one in reworded(findings, claims) for relation in one.relations}
    assert made and other and not made & other
    assert not [text for text in other if re.search(r"[a-z]{3}", text)]


def test_a_relation_without_its_claims_keeps_its_words() -> None:
    findings, _ = troops()
    with words.speaking("ar"):
        assert reworded(findings, {}) == findings

"""The whole flow on small texts: spans, ids, languages, hostile input."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.model import Claim, Document
from claimdiff.pipeline import explain, extract, mentions

TEXT = "أعلنت الوزارة مقتل خمسة جنود وإصابة 30 آخرين في بغداد يوم 28 يناير 2024. وتضم القاعدة نحو ٢٬٥٠٠ جندي."


def claims(text: str, **more: str) -> list[Claim]:
    return extract(Document("doc", text, **more))


def test_evidence_is_the_exact_text() -> None:
    found = claims(TEXT)
    assert len(found) >= 4
    for claim in found:
        said = claim.evidence
        assert TEXT[said.start : said.end] == said.text
        assert TEXT[said.sentence_start :].startswith(said.sentence)
        assert said.sentence_start <= said.start < said.end <= said.sentence_start + len(said.sentence)


def test_ids_are_stable_and_unlike() -> None:
    ids = [claim.id for claim in claims(TEXT)]
    assert ids == [claim.id for claim in claims(TEXT)]
    assert len(set(ids)) == len(ids)
    assert all(len(one) == 16 and int(one, 16) >= 0 for one in ids)
    other = extract(Document("other", TEXT))
    assert not set(ids) & {claim.id for claim in other}


def test_marks_and_bidi_controls_change_no_value() -> None:
    plain = claims("قُتل خمسةُ آلاف شخص")
    dirty = claims("قُتِلَ \u202bخَمْسَةُ\u202c آلافِ شخـــصٍ")
    assert [claim.value for claim in plain] == [claim.value for claim in dirty] != []


@pytest.mark.parametrize("language", ["xx", "fr", "en-GB"])
def test_a_language_without_a_pack_yields_nothing(language: str) -> None:
    assert claims(TEXT, language=language) == []
    assert mentions(Document("doc", TEXT, language=language)) == []


def test_arabic_by_region_is_arabic() -> None:
    assert [replace(c, source=None) for c in claims(TEXT, language="ar-IQ")] == [  # type: ignore[arg-type]
        replace(c, source=None)  # type: ignore[arg-type]
        for c in claims(TEXT, language="ar")
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("واحدخمسةألفمليون5٦ %٪.,،٫٬-/:()\n«»بالعامينيرقتلجندي\u200f\u0640\u064b"), max_size=60))
def test_any_text_is_survived(text: str) -> None:
    for claim in claims(text):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_unicode_is_survived(text: str) -> None:
    for mention in mentions(Document("doc", text), "2024-02-29"):
        assert text[mention.start : mention.end] == mention.text


def test_mentions_resolve_dates_on_the_reference() -> None:
    found = mentions(Document("doc", "في 28 يناير"), "2024-02-10T00:00:00")
    assert [mention.value.edtf for mention in found if hasattr(mention.value, "edtf")] == ["2024-01-28"]


def test_explain_shows_tokens_rules_and_claims() -> None:
    lines = "\n".join(explain(TEXT))
    for word in ("tokens", "ar.quantity.counted", "ar.date.day", "killed", "place: IQ/baghdad", "stance: asserted"):
        assert word in lines

"""The table of claims: for marked values their topic, roles, stance, time and speaker."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimdiff.claims.frames import load_topics
from claimdiff.claims.ids import _spelled
from claimdiff.lang.ar.build import build
from claimdiff.model import Claim, Document, Moment, Quantity, Value
from claimdiff.pipeline import extract
from claimdiff.text.fold import fold_word
from tests.test_cases import _unmarked

CASES = [
    case
    for name in ("claims", "roles")
    for case in tomllib.loads(Path(__file__).with_name(f"{name}.cases.toml").read_text("utf-8"))["case"]
]


def _told(claim: Claim) -> dict[str, str | None]:
    subject = claim.subject
    return {
        "topic": claim.topic,
        "stance": claim.stance,
        "group": subject.group,
        "actor": subject.actor,
        "target": subject.target,
        "place": subject.place,
        "of": subject.of,
        "time": claim.time.edtf if claim.time else None,
        "speaker": claim.attribution.speaker if claim.attribution else None,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_claims(case: dict[str, Any]) -> None:
    text, spans = _unmarked(case["text"])
    claims = extract(Document("case", text, language="ar"))
    for mark, (start, end) in spans.items():
        if mark in case:
            found = next((c for c in claims if c.evidence.start < end and start < c.evidence.end), None)
            assert found is not None, text[start:end]
            wanted = {name: None if want == "none" else want for name, want in case[mark].items()}
            told = _told(found)
            assert {name: told[name] for name in wanted} == wanted
    assert not case.get("none") or case["none"] not in {claim.kind for claim in claims}


@pytest.mark.parametrize(("published", "topic"), [("2030-01-01", "plan"), ("2031-05-06", "other"), (None, "other")])
def test_what_is_yet_to_come_and_nothing_else_is_a_plan(published: str | None, topic: str) -> None:
    text = "يوضع حجر الأساس للجسر في 5 مايو 2031."
    claims = extract(Document("case", text, published=published, language="ar"))
    assert [claim.topic for claim in claims] == [topic]


def test_a_date_to_come_is_planned() -> None:
    text = "يلتقي الوفدان في 5 مايو 2031."
    claims = extract(Document("case", text, published="2030-01-01", language="ar"))
    assert [claim.stance for claim in claims] == ["planned"]


def test_announcing_words_come_without_an_article() -> None:
    """A word listed with its article hides the noun that the lexicon finds without."""
    lexicon = build().lexicon
    listed = {word for topic in load_topics().values() for word in [*topic.ar.words, *topic.ar.faint]}
    forms = {word: lexicon.word(fold_word(word)) for word in listed if " " not in word}
    articled = {word for word, said in forms.items() if "DEF" in said.cats and "PREP" not in said.cats}
    assert {word for word in articled if fold_word(word) not in lexicon.forms} == set()


@pytest.mark.parametrize("topic", load_topics().values(), ids=lambda topic: topic.name)
def test_no_phrase_is_listed_with_and_without_its_article(topic: Any) -> None:
    """A rule makes the one of the other."""
    pack = build()
    for role in ("words", "faint", "measures", "sums", "seals", "leads"):
        listed = set(getattr(topic.ar, role))
        assert not [word for word in listed if listed & set(list(pack.agreeing(word))[1:])]


@pytest.mark.parametrize("topic", load_topics().values(), ids=lambda topic: topic.name)
def test_every_topic_has_examples(topic: Any) -> None:
    assert len(topic.ar.yes) >= 2
    assert topic.ar.no


@pytest.mark.parametrize(
    "value",
    [
        Quantity(5.0, 4.5, None, "about", "person"),
        Quantity(None, 1e15, 2e15, "vague", None),
        Moment("2019-05-03", "2019-05-03", None, "since", ("year",), "the year of the date before it, '2019'"),
    ],
)
def test_ids_are_made_of_what_repr_says(value: Value) -> None:
    """An id names a claim for good: a field more in a value must not change it unseen."""
    assert _spelled(value) == repr(value)

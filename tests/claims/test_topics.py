"""Tables of sentences whose marks name the topic that must be found: one table a field, one list a topic."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimdiff.model import Claim, Document
from claimdiff.pipeline import extract

MARK = re.compile(r"<(/?)([a-z]+)>")
TABLES = sorted(Path(__file__).parent.glob("*.topics.toml"))


def _rows(kind: str) -> Iterator[tuple[str, str]]:
    for path in TABLES:
        for topic, said in tomllib.loads(path.read_text("utf-8")).items():
            yield from ((topic, text) for text in said.get(kind, ()))


def _marked(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    plain, at, start = "", 0, 0
    spans = []
    for mark in MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark[1]:
            spans.append((mark[2], start, len(plain)))
        start = len(plain)
    return plain + text[at:], spans


def _claims(text: str) -> list[Claim]:
    return list(extract(Document("case", text, language="ar")))


@pytest.mark.parametrize("text", [text for _, text in _rows("yes")])
def test_values_get_the_topic_that_is_marked(text: str) -> None:
    plain, spans = _marked(text)
    claims = _claims(plain)
    told = [{c.topic for c in claims if c.evidence.start < end and start < c.evidence.end} for _, start, end in spans]
    assert spans
    assert told == [{mark} for mark, _, _ in spans], [plain[a:b] for _, a, b in spans]


@pytest.mark.parametrize(("topic", "text"), list(_rows("no")))
def test_tempting_words_announce_nothing(topic: str, text: str) -> None:
    assert topic not in {claim.topic for claim in _claims(text)}

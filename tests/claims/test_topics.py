"""The table of topics: what each marked value is about, and sentences that only sound like a topic."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from claimdiff.claims.frames import load_topics
from claimdiff.model import Claim, Document
from claimdiff.pipeline import extract

MARK = re.compile(r"<(/?)([a-z]+)>")
TABLE = tomllib.loads(Path(__file__).with_name("topics.cases.toml").read_text("utf-8"))
YES = [(topic, text) for topic, said in TABLE.items() for text in said["yes"]]
NO = [(topic, text) for topic, said in TABLE.items() for text in said["no"]]


def _claims(text: str) -> list[Claim]:
    return list(extract(Document("case", MARK.sub("", text), language="ar")))


def _marked(text: str, topic: str) -> list[tuple[str, int, int]]:
    """The topic of each mark, and where in the text without marks it stands."""
    found: list[tuple[str, int, int]] = []
    start = gone = 0
    for mark in MARK.finditer(text):
        at = mark.start() - gone
        gone += len(mark[0])
        if mark[1]:
            found.append((topic if mark[2] == "n" else mark[2], start, at))
        start = at
    return found


@pytest.mark.parametrize(("topic", "text"), YES)
def test_topic_of_each_value(topic: str, text: str) -> None:
    told = [(claim.topic, claim.evidence) for claim in _claims(text)]
    for wanted, start, end in _marked(text, topic):
        assert wanted in load_topics()
        assert wanted in {name for name, found in told if found.start < end and start < found.end}


@pytest.mark.parametrize(("topic", "text"), NO)
def test_only_sounds_like_it(topic: str, text: str) -> None:
    assert topic not in {claim.topic for claim in _claims(text)}

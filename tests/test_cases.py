"""The case tables that stand beside the rules: texts with the values that must be read, and silences.

A case marks its spans inline, ``<n>...</n>``, and names under the mark what must be read there; ``none = true``
says that nothing may be read, ``none = "date"`` that nothing of that kind may be.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from claimdiff.claims.frames import load_topics
from claimdiff.model import Document
from claimdiff.pipeline import extract, mentions

SOURCE = Path(__file__).parent.parent / "src" / "claimdiff"
MARK = re.compile(r"<(/?)([a-z]\w*)>")


def _tables() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in sorted(SOURCE.rglob("*.cases.toml")):
        rows = tomllib.loads(path.read_text("utf-8"))["case"]
        found += [(f"{path.parent.name}/{path.stem}:{number}", row) for number, row in enumerate(rows, 1)]
    return found


def _unmarked(text: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """A text without its marks, and where they stood."""
    plain, at = "", 0
    spans: dict[str, tuple[int, int]] = {}
    starts: dict[str, int] = {}
    for mark in MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark[1]:
            spans[mark[2]] = (starts[mark[2]], len(plain))
        else:
            starts[mark[2]] = len(plain)
    return plain + text[at:], spans


def _told(value: Any, wanted: dict[str, Any]) -> dict[str, Any]:
    said = asdict(value.value) | {"kind": value.kind}
    return {name: _close(said.get(name), want) for name, want in wanted.items()}


def _close(said: Any, want: Any) -> Any:
    """What was said, or what was wanted where the two are equal but for the representation of numbers."""
    if isinstance(said, float) and isinstance(want, int | float):
        return want if abs(said - want) <= 1e-6 * max(1, abs(want)) else said
    return list(said) if isinstance(said, tuple) else said


@pytest.mark.parametrize(("name", "case"), _tables(), ids=lambda value: value if isinstance(value, str) else "")
def test_case(name: str, case: dict[str, Any]) -> None:
    text, spans = _unmarked(case["text"])
    found = mentions(Document("case", text, language=case.get("language")), case.get("reference"))
    told = {(one.start, one.end): one for one in found}
    for mark, span in spans.items():
        assert span in told, f"{text[slice(*span)]!r} isn't read; read: {[one.text for one in found]}"
        assert _told(told[span], case[mark]) == case[mark]
    if silent := case.get("none"):
        assert [one.text for one in found if silent is True or one.kind == silent] == []
    elif not case.get("more"):
        assert sorted(told) == sorted(spans.values()), [one.text for one in found]


def _examples(kind: str) -> list[tuple[str, str]]:
    return [(topic.name, text) for topic in load_topics().values() for text in getattr(topic.ar, kind)]


@pytest.mark.parametrize(("topic", "text"), _examples("yes"))
def test_topic_is_announced(topic: str, text: str) -> None:
    assert topic in {claim.topic for claim in extract(Document("case", text))}


@pytest.mark.parametrize(("topic", "text"), _examples("no"))
def test_topic_is_not_announced(topic: str, text: str) -> None:
    assert topic not in {claim.topic for claim in extract(Document("case", text))}

"""A user's own topics: used where they are right, refused by file and line where they aren't."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimdiff.claims.frames import load_topics
from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document
from claimdiff.pipeline import extract

BEES = """name = "bees"
about = "Hives of bees"
dynamics = "level"
kinds = ["quantity"]

[ar]
words = [
  "مناحل",
]
"""


def _topic(folder: Path, text: str) -> Path:
    (folder / "bees.toml").write_text(text, "utf-8")
    return folder


def test_own_topics_are_used_and_stay_with_their_folder(tmp_path: Path) -> None:
    document = Document("own", "تضم مناحل القرية 300 صندوق.")
    own = _topic(tmp_path, BEES)
    assert [claim.topic for claim in extract(document, (own,))] == ["bees"]
    assert [claim.topic for claim in extract(document)] == ["other"]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('dynamics = "level"', 'dynamics = "calm"', 3, "dynamics"),
        ("kinds =", "colour = 3\nkinds =", 4, "colour"),
        ('about = "Hives of bees"', 'whole = "hives"\nabout = "Hives"', 2, "no topic"),
        ('name = "bees"', 'name = "wasps"', 1, "wasps"),
    ],
)
def test_wrong_topics_are_refused_with_file_and_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    own = _topic(tmp_path, BEES.replace(old, new))
    with pytest.raises(ClaimdiffError, match=said) as caught:
        load_topics((own,))
    assert f"bees.toml:{line}" in str(caught.value)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClaimdiffError, match="no such folder"):
        load_topics((tmp_path / "none",))

"""Lexicon files are checked when they are read; what is wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimdiff.errors import ClaimdiffError
from claimdiff.lexicon.entries import load


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[[noun]]\nsingular = 'x'\n", "unit"),
        ("[[noun]]\nsingular = 'x'\nunit = 'y'\ncolour = 'red'\n", "colour"),
        ("[[nuon]]\nsingular = 'x'\n", "no such table"),
        ("[[noun]\n", "TOML"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "nouns.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(ClaimdiffError, match=r"nouns\.toml") as raised:
        load(path)
    assert said in str(raised.value)


def test_a_right_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "nouns.toml"
    path.write_text("[[noun]]\nsingular = 'x'\nunit = 'y'\n", "utf-8")
    assert [item.unit for item in load(path)["noun"]] == ["y"]  # type: ignore[attr-defined]

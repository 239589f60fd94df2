"""Arabic for terminals that can't set it."""

from __future__ import annotations

import io
import unicodedata

import pytest

from claimdiff.cli._visual import Visual, seen

WORD = "\u0628\u0639\u062f"
NAME = "\u2068\u062f\u0627\u0631 (\u0627\u0644\u0631\u0623\u064a)\u2069"


def plain(text: str) -> str:
    """Shaped letters as ordinary ones."""
    return unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plain 5", "plain 5"),
        (f"\u2502 {WORD}   \u2502", f"\u2502 {WORD[::-1]}   \u2502"),
        (f"x {WORD} 12", f"x {WORD[::-1]} 12"[:2] + "12 " + WORD[::-1]),
        (f"x \u2068{WORD}\u2069 12", f"x {WORD[::-1]} 12"),
        (f"{WORD} (12)", f"(12) {WORD[::-1]}"),
        (f"\x1b[1m{WORD}\x1b[0m", WORD[::-1]),
        (f"\u2068{WORD}", WORD[::-1]),
    ],
)
def test_a_line_as_it_is_seen(line: str, expected: str) -> None:
    assert plain(seen(line)) == expected


def test_numbers_and_brackets_stay_in_their_column() -> None:
    made = plain(seen(f"2024-01-10  {NAME}   2,500 people"))
    assert made.startswith("2024-01-10  (")
    assert made.endswith("   2,500 people")


def test_lines_are_set_when_they_are_whole() -> None:
    out = io.StringIO()
    screen = Visual(out)
    screen.write(WORD)
    assert out.getvalue() == ""
    screen.write(" \nrest")
    assert plain(out.getvalue()) == f"{WORD[::-1]} \n"
    screen.flush()
    assert out.getvalue().endswith("rest")
    assert screen.isatty()

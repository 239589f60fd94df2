"""Where sentences end, and where a full stop ends none."""

from __future__ import annotations

import pytest

from claimdiff.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("قتل خمسة. وأصيب ستة.", ["قتل خمسة.", "وأصيب ستة."]),
        ("بلغ 2.5 مليون", ["بلغ 2.5 مليون"]),
        ("هل قتل خمسة؟ نعم!", ["هل قتل خمسة؟", "نعم!"]),
        ("قال د. أحمد إنهم خمسة", ["قال د. أحمد إنهم خمسة"]),
        ("عنوان بلا نقطة\nمتن الخبر", ["عنوان بلا نقطة", "متن الخبر"]),
        ('قال: "انتهى." ثم خرج', ['قال: "انتهى."', "ثم خرج"]),
        ("a...  b", ["a...", "b"]),
        ("  \n\n ", []),
        ("", []),
    ],
)
def test_sentences(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == pieces

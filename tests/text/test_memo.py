"""What is kept: an answer is asked for once, and a dictionary doesn't grow for ever."""

from __future__ import annotations

import pytest

from claimdiff.text import memo
from claimdiff.text.memo import Memo, lazy


class Asked:
    def __init__(self) -> None:
        self.times = 0

    @lazy
    def answer(self) -> int:
        """How often it was asked."""
        self.times += 1
        return self.times


def test_a_lazy_property_is_found_once_for_each_object() -> None:
    one, other = Asked(), Asked()
    assert [one.answer, one.answer, other.answer] == [1, 1, 1]
    assert one.times == 1


def test_a_memo_is_emptied_when_it_has_grown_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "LARGEST", 3)
    doubled = Memo[int, int](lambda n: 2 * n)
    assert [doubled[n] for n in range(9)] == [2 * n for n in range(9)]
    assert len(doubled) <= 4

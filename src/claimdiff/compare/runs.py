"""Runs of text between blanks, and what is known of each: learnt when it is first met, for news repeats its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from claimdiff.text.fold import fold

REMEMBERED = 131_072
T = TypeVar("T")


class Runs(dict[str, T]):
    """What is known of each run; all are forgotten when they are too many."""

    def __init__(self, learn: Callable[[str], T]) -> None:
        super().__init__()
        self.learn = learn

    def __missing__(self, run: str) -> T:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[run] = self.learn(run)
        return found

    def of(self, text: str) -> Iterator[T]:
        """What is known of each run of a text, in their order.

        >>> list(Runs(len).of("one run behind  another"))
        [3, 3, 6, 7]
        """
        return map(self.__getitem__, text.split())


def _folded(run: str) -> str:
    return fold(run).text.lower()


FOLDED = Runs(_folded)

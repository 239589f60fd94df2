"""What was once found out is kept, up to a size."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

LARGEST = 200_000
_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Memo(dict[_Key, _Value]):
    """A dictionary that asks a function for what it lacks; it is emptied when it has grown too large.

    >>> lengths = Memo(len)
    >>> lengths["word"], list(lengths)
    (4, ['word'])
    """

    def __init__(self, function: Callable[[_Key], _Value]) -> None:
        super().__init__()
        self.function = function

    def __missing__(self, key: _Key) -> _Value:
        if len(self) > LARGEST:
            self.clear()
        made = self[key] = self.function(key)
        return made

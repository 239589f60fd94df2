"""What was once found out is kept, up to a size."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

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


class lazy(Generic[_Value]):  # noqa: N801 - it reads like property
    """A property found when it is first asked for, then kept: functools.cached_property without its lock."""

    def __init__(self, function: Callable[[Any], _Value]) -> None:
        self.function, self.__doc__ = function, function.__doc__
        self.name = function.__name__

    def __get__(self, owner: Any, _: type) -> _Value:
        made = owner.__dict__[self.name] = self.function(owner)
        return made

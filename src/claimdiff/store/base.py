"""What every store offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from claimdiff.errors import InputError
from claimdiff.model import Claim

Warn = Callable[[InputError], None]


class Store(Protocol):
    """Claims in one place, sorted by document, place in it, kind and id."""

    def write(self, claims: Iterable[Claim]) -> int:
        """Put the claims in place of what was there, all or nothing; how many there are.

        Raises ClaimdiffError where the place can't be written.
        """
        ...

    def read(self, warn: Warn) -> Iterator[Claim]:
        """The claims one by one; what can't be read goes to ``warn`` and is left out."""
        ...

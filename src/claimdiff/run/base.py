"""What every engine offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from claimdiff.errors import InputError
from claimdiff.model import Claim, Document

Warn = Callable[[InputError], None]
Extract = Callable[[Document], list[Claim]]


class Engine(Protocol):
    """A way to run extraction over many documents."""

    def run(
        self, documents: Iterable[Document], warn: Warn, jobs: int = 1, extract: Extract | None = None
    ) -> Iterator[list[Claim]]:
        """The claims of each document, in the order of the documents, whatever ``jobs`` is.

        A document that can't be analysed goes to ``warn`` and yields no claims. ``extract`` is the pipeline's
        where it isn't given; with several jobs it must be a module's function.
        """
        ...

"""When garbage is looked for: seldom while very many records are made that hold next to no cycles."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

# How many new objects, and how many collections of the young ones, the collector waits for.
SELDOM = (200_000, 20, 20)


@contextlib.contextmanager
def seldom() -> Iterator[None]:
    """Garbage is looked for seldom meanwhile."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)

"""Where claims are kept, behind one small interface."""

from __future__ import annotations

from pathlib import Path

from claimdiff.store.base import Store


def at(place: str | Path) -> Store:
    """The store in a file, or in standard input and output where the place is ``-``."""
    from claimdiff.store.jsonl import JsonLines

    return JsonLines(place)

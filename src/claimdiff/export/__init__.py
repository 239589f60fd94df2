"""A whole store in another form, and back without loss: one module each, its name is the file's suffix."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, cast

from claimdiff.errors import UsageError
from claimdiff.model import Claim, Finding

FORMS = {".db": "sqlite", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".csv": "csv", ".jsonl": "jsonl"}


class Export(Protocol):
    """What each module of this folder offers."""

    def write(self, path: Path, claims: Iterable[Claim], findings: Sequence[Finding]) -> None:
        """Put all of it in place of what the file held, all or nothing. Raises ClaimdiffError."""
        ...

    def read(self, path: Path) -> list[Claim]:
        """The claims, as they were written."""
        ...


def load(path: Path) -> Export:
    """What writes a file of that name; UsageError where there is none."""
    name = FORMS.get(path.suffix.lower())
    if name is None:
        raise UsageError("no export for this suffix", str(path), f"name it {', '.join(sorted(FORMS))}")
    return cast(Export, importlib.import_module(f"claimdiff.export.{name}"))

"""The claims as JSON lines: the store's own form, for a copy of a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from claimdiff.errors import InputError
from claimdiff.model import Claim, Finding
from claimdiff.store.jsonl import JsonLines


def write(path: Path, claims: Iterable[Claim], findings: Sequence[Finding]) -> None:
    """Write the claims. Findings have no place here."""
    JsonLines(path).write(claims)


def read(path: Path) -> list[Claim]:
    """The claims. Raises InputError at the first that can't be read."""

    def fail(problem: InputError) -> None:
        raise problem

    return list(JsonLines(path).read(fail))

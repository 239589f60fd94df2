"""Ways to show findings: one module each, its name is its option, imported only when chosen.

A module that is made for people (``FOR_PEOPLE``) speaks the language of whoever looks; what machines read is in
English unless another language is asked for, so that it is the same everywhere.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from typing import Protocol, TextIO, cast

from claimdiff.errors import UsageError
from claimdiff.model import Claim, Finding


class Report(Protocol):
    """What each module of this folder offers."""

    def render(
        self, findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None
    ) -> None:
        """Write the findings to ``out``; ``claims`` by id, ``width`` in columns where that matters."""
        ...


def names() -> list[str]:
    """The reports there are, sorted."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


def load(name: str) -> Report:
    """The report of that name; UsageError where there is none."""
    if name not in names():
        raise UsageError(f"no report {name!r}", "--format", f"choose one of {', '.join(names())}")
    return cast(Report, importlib.import_module(f"claimdiff.report.{name}"))


def for_people(name: str) -> bool:
    """Whether a report is made for people rather than programs."""
    return bool(getattr(load(name), "FOR_PEOPLE", False))

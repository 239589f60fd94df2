"""What claimdiff itself says, one TOML file an interface language; articles' languages are in ``lang``.

Whatever is worded takes the words that hold at the time: English, unless somebody asked with ``speaking`` for
others. Nothing here looks at the system's locale, so the same input gives the same words everywhere.
"""

from __future__ import annotations

import contextlib
import functools
import tomllib
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from importlib.resources import files
from typing import Any

from claimdiff.errors import UsageError

DEFAULT = "en"


class Words:
    """The texts of one interface language."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table = table
        self.language: str = table["language"]
        self.direction: str = table["direction"]
        self.months: list[str] = table["months"]

    def __call__(self, part: str, name: str, *values: object, **named: object) -> str:
        """The text of that name with values put in."""
        text: str = self.table[part][name]
        return text.format(*values, **named)

    def get(self, part: str, name: str | None) -> str | None:
        """The text of a name that there may be, as it stands."""
        found: str | None = self.table[part].get(name)
        return found

    def named(self, part: str, name: str) -> str:
        """The text of a name, else the name: topics and groups of a user's own have no other."""
        return self.get(part, name) or name

    def count(self, noun: str, number: int) -> str:
        """A counted noun, as "3 sources"."""
        return self.form(self.table["counts"][noun], number).format(f"{number:,}")

    def form(self, forms: str, number: float) -> str:
        """That one of several forms that goes with a number."""
        several = forms.split(" | ")
        return several[min(self._place(number), len(several) - 1)]

    def _place(self, number: float) -> int:
        for row in self.table["plural"]:
            rest = number % row["mod"] if "mod" in row else number
            if row["from"] <= rest <= row["to"] and rest == int(rest):
                return int(row["form"])
        return len(self.table["forms"]) - 1


def languages() -> list[str]:
    """The interface languages there are."""
    names = (one.name for one in files("claimdiff.words").iterdir())
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


@functools.cache
def load(language: str) -> Words:
    """The words of a language. Raises UsageError where it has none."""
    if language not in languages():
        raise UsageError(f"no words in {language!r}", "--ui-lang", f"choose one of {', '.join(languages())}")
    text = files("claimdiff.words").joinpath(f"{language}.toml").read_text("utf-8")
    return Words(tomllib.loads(text))


_SPOKEN: ContextVar[str] = ContextVar("spoken", default=DEFAULT)


def now() -> Words:
    """The words that hold."""
    return load(_SPOKEN.get())


@contextlib.contextmanager
def speaking(language: str) -> Iterator[Words]:
    """Let the words of a language hold for a while."""
    words = load(language)
    token = _SPOKEN.set(language)
    try:
        yield words
    finally:
        _SPOKEN.reset(token)

"""The schema of the lexicon files: one class a table, checked by pydantic, and the loader.

A lexicon file is TOML; each array of tables (``[[noun]]``) holds entries of one kind. Words are written in
their normal spelling; folding makes the variants equal.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from claimdiff.errors import ClaimdiffError


class Item(BaseModel):
    """An entry of a lexicon file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Numeral(Item):
    """A word that states a number. ``role`` says how it combines with its neighbours.

    ``own`` are the forms before a pronoun ("a third of it"), ``own_dual`` those of the dual ("two thirds of it").
    """

    value: float
    role: Literal["unit", "one", "teen", "ten", "tens", "hundred", "scale", "fraction", "ordinal"]
    forms: list[str]
    dual: list[str] = []
    plural: list[str] = []
    accusative: list[str] = []
    own: list[str] = []
    own_dual: list[str] = []
    joined: str | None = None


class Vague(Item):
    """A word for an unstated number between ``low`` and ``high``."""

    low: float
    high: float
    forms: list[str]


class Bound(Item):
    """A modifier of numbers: what it says, which way it reaches, and what it becomes when negated.

    A ``distant`` verb may stand some words before its number, a ``split`` one only where "on" leads the number.
    """

    modifier: str
    forms: list[str]
    reach: Literal["forward", "backward", "distant", "split"] = "forward"
    negated: str | None = None


class Noun(Item):
    """A counted noun with its listed plurals; other forms are made by rule."""

    singular: str
    plurals: list[str] = []
    unit: str
    gender: Literal["m", "f"] = "m"
    dual: bool = True
    measure: bool = False
    ambiguous: bool = False
    sense: str | None = None
    factor: float = 1
    aliases: list[str] = []


class Month(Item):
    """A month's names in one calendar."""

    number: int
    calendar: Literal["gregorian", "hijri"]
    names: list[str]


class Named(Item):
    """A weekday (0 is Monday), season (EDTF 21-24), relative day (an offset in days) or decade (its first year)."""

    number: int
    forms: list[str]


class Part(Item):
    """A word that narrows or bounds a date: early, late, before, since, ..."""

    modifier: str
    forms: list[str]


class Feast(Item):
    """A feast that names a day: its month and day in its calendar; Easter is reckoned."""

    calendar: Literal["gregorian", "hijri", "easter"]
    month: int = 0
    day: int = 0
    forms: list[str]


class Cue(Item):
    """A word that the grammar asks for by name; ``means`` is the noun for what several words tell of."""

    name: str
    forms: list[str]
    means: str | None = None


class Currency(Item):
    """A currency's names, or a word that several share ("dinar"): then ``countries`` says whose is meant.

    ``code`` is ISO 4217; of a shared word it is what is meant where no country is named, or empty.
    ``measure`` is the unit that the word names where none of its countries is spoken of (ounces).
    """

    code: str = ""
    names: list[str]
    plurals: list[str] = []
    countries: dict[str, str] = {}
    factor: float = 1
    measure: str = ""

    @property
    def unit(self) -> str | None:
        """The currency's code; None where a country must settle it."""
        return self.code or None

    @property
    def singular(self) -> str:
        """The first name."""
        return self.names[0]


class Entity(Item):
    """A country, place or organisation with its names and adjectives."""

    id: str
    kind: str
    names: list[str]
    adjectives: list[str] = []
    metonym: str | None = None
    ambiguous: bool = False


TABLES: dict[str, type[Item]] = {
    "numeral": Numeral,
    "vague": Vague,
    "bound": Bound,
    "noun": Noun,
    "month": Month,
    "weekday": Named,
    "bareweekday": Named,
    "feast": Feast,
    "season": Named,
    "day": Named,
    "decade": Named,
    "part": Part,
    "cue": Cue,
    "currency": Currency,
    "entity": Entity,
}


def load(path: Path) -> dict[str, list[Item]]:
    """The checked entries of a lexicon file by table. Raises ClaimdiffError with the entry that is wrong."""
    with path.open("rb") as file:
        try:
            tables = tomllib.load(file)
        except tomllib.TOMLDecodeError as error:
            raise ClaimdiffError(str(error), str(path), "mend the TOML at that place") from error
    return {name: _checked(path, name, rows) for name, rows in tables.items() if isinstance(rows, list)}


def _checked(path: Path, name: str, rows: list[object]) -> list[Item]:
    if name not in TABLES:
        raise ClaimdiffError(f"no such table: {name}", str(path), f"use one of {', '.join(TABLES)}")
    try:
        return [TABLES[name].model_validate(row) for row in rows]
    except ValidationError as error:
        first = error.errors()[0]
        where = f"{path}: [[{name}]] with {first['input']!r}"
        raise ClaimdiffError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}", where, "mend the entry") from error

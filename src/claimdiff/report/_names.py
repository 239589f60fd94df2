"""Names of places and organisations, in the words that hold."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from claimdiff import words


def name(role: str) -> str:
    """A country's name, a city's with its country, an organisation's.

    >>> name("GB"), name("IQ/al-anbar"), name("un")
    ('Britain', 'Al Anbar, Iraq', 'UN')
    """
    return _name(role, words.now().language)


@lru_cache(maxsize=4096)
def _name(role: str, language: str) -> str:
    said = words.load(language)
    country, _, city = role.partition("/")
    if known := _gazetteer(language).get(role):
        return said("question", "city", city=known, country=name(country)) if city else known
    if city:
        return said("question", "city", city=city.replace("-", " ").title(), country=name(country))
    if plain := said.get("names", country):
        return plain
    if len(country) == 2 and country.isupper():
        return _territory(country, language)
    return country.upper() if len(country) < 5 else country.replace("-", " ").title()


def _territory(code: str, language: str) -> str:
    from babel import Locale

    found: str | None = Locale(language).territories.get(code)
    return found or code


@lru_cache(maxsize=4)
def _gazetteer(language: str) -> dict[str, str]:
    """The first name of each city and organisation that the language's own lexicons hold."""
    folder = files("claimdiff.lang").joinpath(language, "gazetteer")
    found: dict[str, str] = {}
    for part in ("towns.toml", "cities.toml", "organisations.toml"):
        file = folder.joinpath(part)
        rows = tomllib.loads(file.read_text("utf-8"))["entity"] if file.is_file() else ()
        found |= {row["id"]: row["names"][0] for row in rows}
    return found

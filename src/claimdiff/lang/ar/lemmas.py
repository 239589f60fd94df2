"""What a counted noun is that no lexicon lists: by camel-tools' morphology where its data is installed, else by stem.

camel-tools reads a CALIMA database that a user installs with ``camel_data``; importing its morphology without the
catalogue would ask the network for one, so the data is looked for first and nothing imported where it is missing.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import os
import sys
import types
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from claimdiff.lang.ar import morphology
from claimdiff.lexicon.lookup import Lexicon
from claimdiff.text.fold import fold_word

HAMZA, SEATS = "\u0621", "\u0621\u0624\u0626"
_NOMINAL = frozenset({"noun", "noun_prop", "noun_quant", "noun_num", "adj", "adj_comp"})
_RATIONAL = frozenset({"r", "y"})
Analyse = Callable[[str], Iterable[dict[str, Any]]]


class Lemma(NamedTuple):
    """What is known of a word: whether it is a noun, and the unit that it counts."""

    noun: bool
    unit: str | None


class Lemmas:
    """Answers for one lexicon, each word asked once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.known: dict[str, Lemma | None] = {}

    def __call__(self, word: str) -> Lemma | None:
        """What a folded word is; None where nothing is known of it."""
        if word not in self.known:
            analyse = analyser()
            found = self._analysed(analyse, word) if analyse else None
            self.known[word] = found or self._stemmed(word)
        return self.known[word]

    def _analysed(self, analyse: Analyse, word: str) -> Lemma | None:
        rows = [row for spelling in spellings(word) for row in analyse(spelling)]
        nouns = [row for row in rows if row.get("pos") in _NOMINAL]
        if not nouns:
            return Lemma(False, None) if rows else None
        units = (self._unit(fold_word(str(row.get("lex", "")).split("_")[0].split("-")[0])) for row in nouns)
        unit = next((unit for unit in units if unit), None)
        rational = any(row.get("rat") in _RATIONAL for row in nouns)
        return Lemma(True, unit or ("person" if rational else None))

    def _unit(self, form: str) -> str | None:
        entry = next((e for e in self.lexicon.forms.get(form, ()) if e.cat == "NOUN"), None)
        return entry.item.unit if entry else None

    def _stemmed(self, word: str) -> Lemma | None:
        """Women named by the feminine of a listed man, plurals and duals that the lexicon lacks."""
        persons = (stem for stem in morphology.stems(word) if self._unit(stem) == "person")
        return Lemma(True, "person") if any(True for _ in persons) else None


def spellings(word: str) -> Iterator[str]:
    """A folded word with its first bare hamza on each seat that it may have had."""
    yield from (word.replace(HAMZA, seat, 1) for seat in SEATS) if HAMZA in word else (word,)


def folder() -> Path:
    """Where camel-tools keeps its data: ``CAMELTOOLS_DATA``, else its place in the user's home."""
    if told := os.environ.get("CAMELTOOLS_DATA"):
        return Path(told).expanduser().absolute()
    return Path.home() / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")


def installed(place: Path) -> bool:
    """Whether a folder holds a catalogue and a morphological database."""
    return (place / "catalogue.json").is_file() and any(place.glob("data/morphology_db/*/morphology.db"))


def analyser() -> Analyse | None:
    """camel-tools' analyser over its default database; None where the data is missing."""
    place = folder()
    return _analyser(place) if installed(place) else None


@contextlib.contextmanager
def _standing_in(name: str) -> Iterator[None]:
    """An empty module for one that camel-tools' helpers import for their own commands, where it isn't installed."""
    missing = importlib.util.find_spec(name) is None
    if missing:
        sys.modules[name] = types.ModuleType(name)
    try:
        yield
    finally:
        if missing:
            del sys.modules[name]


@functools.cache
def _analyser(place: Path) -> Analyse:
    with _standing_in("docopt"):
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB

    made: Analyse = Analyzer(MorphologyDB.builtin_db()).analyze
    return made

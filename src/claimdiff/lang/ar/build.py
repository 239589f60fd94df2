"""The Arabic pack, built from its lexicon files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from claimdiff.lang.ar import dates, morphology, quantities, silences
from claimdiff.lang.pack import Pack
from claimdiff.lexicon.entries import (
    Bound,
    Cue,
    Currency,
    Entity,
    Feast,
    Item,
    Month,
    Named,
    Noun,
    Numeral,
    Part,
    Vague,
    load,
)
from claimdiff.lexicon.lookup import Clitic, Entry, Lexicon
from claimdiff.text.fold import fold_word

HERE = Path(__file__).parent
TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
_ALONE = "DIGITS NUMERAL VAGUE FRACTION NOUN_DU TIME_DU TIME BOUND ONE RANK"
_ALONE += " MONTH HIJRIMONTH FEAST RELDAY WEEKDAY SEASON DECADE NUMDATE"
ANCHORS = (*(frozenset({cat}) for cat in _ALONE.split()), frozenset({"ORDINAL"}))
MARKS = {"(": "LPAR", ")": "RPAR", "/": "SLASH", "-": "DASH", ":": "COLON", "%": "PERCENT"}
MARKS |= {",": "COMMA", "\u060c": "COMMA", "\u061b": "STOP", ".": "STOP", '"': "QUOTE"}


def build() -> Pack:
    """Read the lexicon files and make the pack."""
    lexicon = _lexicon()
    for path in sorted([*HERE.glob("*.toml"), *HERE.glob("gazetteer/*.toml")]):
        if path.stem not in {"clitics", "morphology", "shapes", "overrides"} and not path.name.endswith(".cases.toml"):
            for table, items in load(path).items():
                for item in items:
                    _add(lexicon, table, item)
    for mark, cat in MARKS.items():
        lexicon.add(mark, Entry(cat, None))
    return _pack(lexicon)


def _pack(lexicon: Lexicon) -> Pack:
    pattern, shapes = _shapes(lexicon)
    return Pack(
        "ar",
        pattern,
        shapes,
        lexicon,
        ANCHORS,
        morphology.verb,
        dates.FIRST + silences.RULES + dates.RULES + quantities.RULES,
    )


def _toml(name: str) -> dict[str, Any]:
    with (HERE / name).open("rb") as file:
        return tomllib.load(file)


def _lexicon() -> Lexicon:
    said = _toml("clitics.toml")
    clitics = [Clitic("", "", "", False)]
    for conj, prep in product(["", *said["conjunctions"]], ["", *said["prepositions"]]):
        contracted = prep and said["contracted"].startswith(prep)
        article = said["contracted"][len(prep) :] if contracted else said["article"]
        locative = prep in said["locative"]
        clitics += [Clitic(conj + prep, conj, prep, False, locative)] if conj + prep else []
        clitics.append(Clitic(conj + prep + article, conj, prep, True, locative))
    clitics.sort(key=lambda clitic: len(clitic.text))
    bound, free = fold_word(said["feminine_bound"]), fold_word(said["feminine_free"])
    suffixable = frozenset({"NOUN", "TOPIC", "TIME"})
    return Lexicon(clitics, said["article"], said["enclitics"], (bound, free), suffixable=suffixable)


def _shapes(lexicon: Lexicon) -> tuple[re.Pattern[str], list[tuple[re.Pattern[str], str]]]:
    clitics = _written_together(lexicon)
    rows = _toml("shapes.toml")["shape"]
    patterns = [(row["pattern"].replace("{clitics}", clitics), row["name"]) for row in rows]
    # Plain words and marks are most of a text, white space the rest of it: they are settled first.
    plain = r"[^\W\d_]++(?![\d@_-]|://|\.\w| ?\d)|[\u060c.:()](?![\w/])"
    joined = "|".join(pattern for pattern, _ in patterns)
    return re.compile(rf"{plain}|(?=\S)(?:{joined})"), [
        (re.compile(pattern), name) for pattern, name in patterns if name not in {"WORD", "MARK"}
    ]


def _written_together(lexicon: Lexicon) -> str:
    """The clitics that may stand before digits, each with or without a space; of the article also the bare lam."""
    conj = "".join(sorted({c.conj for c in lexicon.proclitics}))
    prep = "".join(sorted({c.prep for c in lexicon.proclitics}))
    article = f"(?:{lexicon.article} ?|{lexicon.article[1]} ?)?"
    return rf"(?:(?<![^\W_])(?:[{conj}] ?)?(?:[{prep}] ?)?{article})?"


def _add(lexicon: Lexicon, table: str, item: Item) -> None:
    for form, entry in _forms(table, item):
        lexicon.add(form, entry)


def _forms(table: str, item: Item) -> Iterator[tuple[str, Entry]]:
    match item:
        case Numeral():
            yield from _numeral(item)
        case Vague() | Named() | Feast() | Part() | Cue() | Bound():
            yield from ((form, Entry(_category(table, item), item)) for form in item.forms)
        case Noun():
            yield from _noun(item)
        case Currency():
            yield from _currency(item)
        case Month():
            cat = "MONTH" if item.calendar == "gregorian" else "HIJRIMONTH"
            yield from ((name, Entry(cat, item)) for name in item.names)
        case Entity():
            yield from (
                (name, Entry("PLACE" if item.kind in {"country", "city", "region"} else "ORG", item))
                for name in item.names
            )
            yield from (
                (form, Entry("NISBA", item)) for adjective in item.adjectives for form in morphology.nisba(adjective)
            )


def _category(table: str, item: Item) -> str:
    if isinstance(item, Cue):
        return item.name
    if isinstance(item, Bound):
        return "BACKBOUND" if item.reach == "backward" else "BOUND"
    return {"day": "RELDAY"}.get(table, table.upper())


def _numeral(item: Numeral) -> Iterator[tuple[str, Entry]]:
    cat = "ORDINAL" if item.role == "ordinal" else "NUMERAL"
    numbers = [(item.forms, "sg"), (item.dual, "du"), (item.plural, "pl"), (item.accusative, "acc")]
    yield from ((form, Entry(cat, item, number)) for forms, number in numbers for form in forms)
    if item.joined:
        hundred = Numeral(value=item.value * 100, role="hundred", forms=[])
        yield from ((form, Entry("NUMERAL", hundred, "sg")) for form in _hundreds(item.joined))


def _hundreds(stem: str) -> list[str]:
    spelled = _toml("numerals.toml")
    forms = next(row["forms"] for row in spelled["numeral"] if row["value"] == 100)
    return [stem + form for form in forms]


def _currency(item: Currency) -> Iterator[tuple[str, Entry]]:
    """A currency's full names, or the forms of a word that several share."""
    yield from ((name, Entry("MONEY", item, "sg")) for name in item.names if " " in name)
    for name in item.names:
        if " " not in name:
            forms = morphology.noun(name, item.plurals, True)
            yield from ((form, Entry("MONEY", item, number)) for form, number in forms)
    yield from ((plural, Entry("MONEY", item, "pl")) for plural in item.plurals)


def _noun(item: Noun) -> Iterator[tuple[str, Entry]]:
    cat = "TIME" if item.unit in TIME_UNITS else "NOUN"
    for form, number in morphology.noun(item.singular, item.plurals, item.dual):
        yield form, Entry(cat, item, number)
        if number == "du":
            yield form, Entry(f"{cat}_DU", item, number)
    yield from ((alias, Entry(cat, item, "sg")) for alias in item.aliases)

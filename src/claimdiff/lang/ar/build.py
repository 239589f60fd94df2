"""The Arabic pack, built from its lexicon files."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from claimdiff.lang.ar import dates, morphology, quantities, silences
from claimdiff.lang.ar.lemmas import Lemmas
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
from claimdiff.lexicon.variants import Spelling
from claimdiff.text.cut import Cutter
from claimdiff.text.fold import fold_word

HERE = Path(__file__).parent
TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
_ANCHORS = (
    "DIGITS NUMERAL VAGUE FRACTION NOUN_DU TIME_DU TIME BOUND ONE RANK FIFTH SIGN EXTENT AMONG"
    " BEFALLEN KILLED MONTH HIJRIMONTH FEAST RELDAY WEEKDAY SEASON DECADE NUMDATE ORDINAL"
)
ANCHORS = frozenset(_ANCHORS.split())
_APART = frozenset({"clitics", "morphology", "shapes", "overrides", "variants"})
_FUNCTION = frozenset({"STOPWORD", "TO", "FROM", "IN", "ON", "OR", "NEGATION", "EVERY", "THEN", "PRONOUN"})
# What plain text holds besides Arabic letters: no digits, which join what stands apart, and nothing that links have.
PLAIN = '.,:!?"()-\u060c\u061b\u061f#*'
MARKS = {"(": "LPAR", ")": "RPAR", "/": "SLASH", "-": "DASH", ":": "COLON", "%": "PERCENT"}
MARKS |= {"+": "PLUS", "\u00a9": "COPYRIGHT"}
MARKS |= {",": "COMMA", "\u060c": "COMMA", "\u061b": "STOP", ".": "STOP", '"': "QUOTE"}


def build() -> Pack:
    """Read the lexicon files and make the pack."""
    lexicon = _lexicon()
    for path in sorted([*HERE.glob("*.toml"), *HERE.glob("gazetteer/*.toml")]):
        if path.stem not in _APART and not path.name.endswith(".cases.toml"):
            for table, items in load(path).items():
                for item in items:
                    _add(lexicon, table, item)
    _clear(lexicon)
    for mark, cat in MARKS.items():
        lexicon.add(mark, Entry(cat, None))
    return _pack(lexicon)


def _clear(lexicon: Lexicon) -> None:
    """No noun is spelled like a function word, with or without a conjunction: that is what the form always is."""
    words = [form for form, said in lexicon.forms.items() if any(entry.cat in _FUNCTION for entry in said)]
    for form in [lead + word for word in words for lead in ("", *_toml("clitics.toml")["conjunctions"])]:
        kept = [entry for entry in lexicon.forms.get(form, ()) if not entry.cat.startswith("NOUN")]
        if kept:
            lexicon.forms[form] = kept
        else:
            lexicon.forms.pop(form, None)


def _pack(lexicon: Lexicon) -> Pack:
    pattern, shapes = _shapes(lexicon)
    return Pack(
        "ar",
        Cutter(pattern, r"\u0621-\u064a", PLAIN),
        shapes,
        lexicon,
        ANCHORS,
        morphology.verb,
        morphology.tense,
        morphology.cases,
        morphology.agreeing,
        morphology.base,
        morphology.ends(),
        dates.FIRST + silences.RULES + dates.RULES + quantities.rules_with(Lemmas(lexicon)),
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
    spelling = Spelling.over(said["article"], _toml("variants.toml"))
    return Lexicon(clitics, said["article"], said["enclitics"], (bound, free), suffixable=suffixable, spelling=spelling)


def _shapes(lexicon: Lexicon) -> tuple[re.Pattern[str], list[tuple[re.Pattern[str], str]]]:
    clitics = _written_together(lexicon)
    rows = _toml("shapes.toml")["shape"]
    patterns = [(row["pattern"].replace("{clitics}", clitics), row["name"]) for row in rows]
    # Plain words and marks are most of a text, white space the rest of it: they are settled first.
    letters = r"[\u0621-\u064a]++(?=[ \u060c\n\"()][^\d])|[^\W\d_]++(?![\d@_-]|://|\.\w| ?\d)"
    plain = rf"{letters}|[\u060c.:()](?![\w/])"
    joined = "|".join(pattern for pattern, _ in patterns)
    return re.compile(rf"\s*+({plain}|(?=\S)(?:{joined}))"), [
        (re.compile(pattern), name) for pattern, name in patterns if name not in {"WORD", "MARK"}
    ]


def _written_together(lexicon: Lexicon) -> str:
    """The clitics that may stand before digits, each with or without a space; of the article also the bare lam."""
    conj = "".join(sorted({c.conj for c in lexicon.proclitics}))
    prep = "".join(sorted({c.prep for c in lexicon.proclitics}))
    lam = lexicon.article[1]
    article = f"(?:{lexicon.article} ?|(?<={lam}){lam} ?)?"
    return rf"(?:(?<![^\W_])(?:[{conj}] ?)?(?:[{prep}] ?)?{article})?"


def _add(lexicon: Lexicon, table: str, item: Item) -> None:
    if isinstance(item, Cue) and item.soft:
        lexicon.soft.add(item.name)
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
    yield from ((form, Entry("ADVERB", item)) for form in item.accusative if cat == "ORDINAL")
    yield from ((form, Entry(cat, item, number)) for form, number, cat in _own_parts(item))
    if item.joined:
        hundred = Numeral(value=item.value * 100, role="hundred", forms=[])
        yield from ((item.joined + form, Entry("NUMERAL", hundred, "sg")) for form in _spelled(100))
    if item.role in {"unit", "one"} and item.value:
        teen = Numeral(value=item.value + 10, role="ten", forms=[])
        yield from ((form + ten, Entry("NUMERAL", teen, "sg")) for form in item.forms for ten in _spelled(10))


def _own_parts(item: Numeral) -> Iterator[tuple[str, str, str]]:
    """ "A quarter of them": a fraction in the construct state with a pronoun, and that it has one."""
    for forms, number in ((item.own, "sg"), (item.own_dual, "du"), (item.plural if item.own else [], "pl")):
        # The shortest pronoun is spelled like the feminine ending: "a fifth of it" like "five".
        pronouns = [pronoun for pronoun in _toml("clitics.toml")["enclitics"] if len(pronoun) > 1] if forms else []
        for form, pronoun in product(forms, pronouns):
            yield from ((form + pronoun, number, cat) for cat in ("NUMERAL", "OWN"))


@functools.cache
def _spelled(value: int) -> list[str]:
    """The forms of a numeral that is written together with others."""
    forms: list[str] = next(row["forms"] for row in _toml("numerals.toml")["numeral"] if row["value"] == value)
    return forms


def _currency(item: Currency) -> Iterator[tuple[str, Entry]]:
    """A currency's full names, or the forms of a word that several share."""
    yield from ((name, Entry("MONEY", item, "sg")) for name in item.names if " " in name)
    for name in item.names:
        if not name[-1].isalpha():
            yield from ((name, Entry(cat, item, "sg")) for cat in ("MONEY", "SIGN"))
        elif " " not in name:
            forms = morphology.noun(name, item.plurals, True)
            yield from ((form, Entry("MONEY", item, number)) for form, number in forms)
    yield from ((plural, Entry("MONEY", item, "pl")) for plural in item.plurals)


def _noun(item: Noun) -> Iterator[tuple[str, Entry]]:
    cat = "TIME" if item.unit in TIME_UNITS else "NOUN"
    for form, number in morphology.noun(item.singular, item.plurals, item.dual):
        yield form, Entry(cat, item, number)
        if definite := morphology.definite(form):
            yield definite, Entry(cat, item, number)
        if number == "du":
            yield form, Entry(f"{cat}_DU", item, number)
        elif number == "sg" and item.unit == "person" and form == item.singular + morphology.ALEF:
            yield form, Entry("NOUN_ACC", item, number)
    yield from ((alias, Entry(cat, item, "sg")) for alias in item.aliases)

"""Forms made by pattern: duals, sound plurals, cases, nisba adjectives, verbs.

Sources: W. Wright, A Grammar of the Arabic Language, part 2 (number and case of nouns, the nisba);
K. Ryding, A Reference Grammar of Modern Standard Arabic, chapters 7 and 21-24. Forms come unvowelled.
The endings stand in morphology.toml.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from claimdiff.lang.pack import Ends
from claimdiff.text.fold import fold_word

ALEF = "\u0627"
YEH = "\u064a"
ARTICLE = "\u0627\u0644"
# "My", written to a noun, is spelled like a dual before its owner.
MINE = "\u062a\u064a"
Endings = dict[str, list[str]]
_JOINED = "\u0648\u0641"


@functools.cache
def _endings() -> dict[str, Endings]:
    with Path(__file__).with_name("morphology.toml").open("rb") as file:
        loaded: dict[str, Endings] = tomllib.load(file)
    return loaded


def noun(singular: str, plurals: list[str], dual: bool) -> Iterator[tuple[str, str]]:
    """The forms of a noun with their number: "sg", "du", "pl".

    A dual that is spelled like the noun's own sound plural is left to the plural.
    """
    ends = _endings()["noun"]
    plural_forms = {form for plural in plurals for form in _plural(singular, plural, ends)}
    yield from ((form, "pl") for form in sorted(plural_forms))
    feminine = singular.endswith(ends["feminine"][0])
    yield singular, "sg"
    if not feminine and not singular.endswith(tuple(ends["no_accusative"])):
        yield _accusative(singular, ends), "sg"
    if not dual:
        return
    stem = singular[:-1] if feminine else _before_dual(singular, ends)
    for ending in ends["dual_feminine" if feminine else "dual"]:
        if stem + ending not in plural_forms:
            yield stem + ending, "du"


def _accusative(singular: str, ends: Endings) -> str:
    """The accusative; an adjective behind its noun has the case with it ("a military site")."""
    noun, space, adjective = singular.partition(" ")
    open_ended = not noun.endswith(tuple(ends["no_accusative"]))
    return (noun + ends["accusative"][0] if space and open_ended else noun) + space + adjective + ends["accusative"][0]


def _before_dual(singular: str, ends: Endings) -> str:
    """A final alef maqsura turns into ya before the dual's ending."""
    alef, ya = ends["final_alef"]
    return singular[:-1] + ya if singular.endswith(alef) else singular


def _plural(singular: str, plural: str, ends: Endings) -> Iterator[str]:
    """A plural with its cases; a broken plural that happens to end like a sound one ("prisons") isn't one."""
    yield plural
    sound = ends["sound_plural"]
    short = singular[:-1] if singular.endswith(tuple(ends["shortened"])) else singular
    if plural in {singular + sound[0], short + sound[0]}:
        yield from (plural[: -len(sound[0])] + ending for ending in sound[1:])
    elif not plural.endswith(tuple(ends["no_accusative"])):
        yield plural + ends["accusative"][0]


def base(word: str) -> tuple[str, bool]:
    """What a folded noun has in common with its adjective of relation, and whether this is such an adjective."""
    for kind in ("adjective", "noun"):
        for ending in map(fold_word, _endings()["base"][kind]):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return word.removesuffix(ending), kind == "adjective"
    return word, False


def ends() -> Ends:
    """What folded words end in that claims ask about."""
    said = {name: tuple(map(fold_word, found)) for name, found in _endings()["asked"].items()}
    relation = said.pop("relation")
    return Ends(**{name: ending for name, (ending,) in said.items()}, relation=relation)


def definite(phrase: str) -> str:
    """A noun and its adjective with the article on both; the noun's comes off as a clitic. Nothing of other phrases."""
    noun, _, adjective = phrase.partition(" ")
    described = adjective.endswith(tuple(_endings()["noun"]["adjective"])) and " " not in adjective
    return f"{noun} {ARTICLE}{adjective}" if described and not adjective.startswith(ARTICLE) else ""


def agreeing(phrase: str) -> Iterator[str]:
    """A noun and its adjective as they stand, and with the article on both, or on neither."""
    yield phrase
    noun, _, adjective = phrase.partition(" ")
    bare = f"{noun} {adjective.removeprefix(ARTICLE)}"
    if bare != phrase and definite(bare) == phrase:
        yield bare
    elif both := definite(phrase):
        yield both


def cases(phrase: str) -> Iterator[str]:
    """A word and its accusative; an indefinite noun and its adjective take it together."""
    yield phrase
    ends = _endings()["noun"]
    words = phrase.split()
    adjective = len(words) == 2 and words[1].endswith(tuple(ends["adjective"]))
    if len(words) == 1 or adjective:
        bare = tuple(ends["no_accusative"])
        yield " ".join(word if word.endswith(bare) else word + ends["accusative"][0] for word in words)


def nisba(adjective: str) -> Iterator[str]:
    """All forms of an adjective of origin, from its masculine singular."""
    return (adjective + ending for ending in _endings()["nisba"]["endings"])


def verb(third_person: str) -> Iterator[str]:
    """The forms of a verb that news uses, from "he did" or "past/present" for a verb whose stem changes.

    Persons of the third and first plural; without mood, which isn't written. Words behind it ("past/present hold of")
    stand behind each form.
    """
    verb, space, rest = third_person.partition(" ")
    return (form + space + rest for form in _conjugated(*verb.partition("/")[::2]))


def _conjugated(past: str, present: str) -> Iterator[str]:
    ends = _endings()["verb"]
    yield from _weak(past, "past", ends)
    stem = present[1:] if present else past
    for prefix in ends["prefixes"]:
        yield from (prefix + form for form in _weak(stem, "present", ends))


def _weak(stem: str, tense: str, ends: Endings) -> Iterator[str]:
    """A stem with the endings of a tense; a weak last letter falls away before most ("he called", "she called")."""
    yield from (stem + ending for ending in ends[tense])
    if stem.endswith(tuple(ends["weak"])):
        yield from (stem[:-1] + ending for ending in ends[f"{tense}_weak"])


def future(word: str) -> bool:
    """Whether a folded word looks like a verb of the future, by its prefix."""
    return len(word) > 4 and word.startswith(_future())


@functools.cache
def _future() -> tuple[str, ...]:
    return tuple(prefix for prefix in _endings()["verb"]["prefixes"] if len(prefix) > 1)


def countable(word: str, accusative: bool) -> bool:
    """Whether an unknown folded word may be a counted noun: by its ending, and not a verb by its shape."""
    ends = _endings()["unknown"]
    if accusative:
        return word.endswith(tuple(ends["accusative"]))
    verbal = word.endswith(tuple(ends["verbal"])) and not word.endswith(tuple(ends["plural"]))
    return not verbal and not (word.startswith(tuple(ends["imperfect"])) and word.endswith(tuple(ends["persons"])))


def possessed(word: str) -> bool:
    """Whether a folded word may end in a pronoun that makes it definite: "its people"."""
    return len(word) > 4 and word.endswith(tuple(_endings()["unknown"]["pronouns"]))


@functools.cache
def _doing() -> re.Pattern[str]:
    return re.compile("|".join(_endings()["unknown"]["doers"]))


def doers(word: str) -> bool:
    """Whether an unknown folded word has the form of a participle in the plural: those who do something to a thing."""
    return _doing().fullmatch(word) is not None


def agrees(word: str, accusative: bool, plural: bool) -> bool:
    """Whether a folded adjective stands as a number asks: accusative behind 11 to 99, plural behind 3 to 10."""
    ends = _endings()["unknown"]
    if plural:
        return word.endswith(tuple(ends["many"]))
    return word.endswith(tuple(ends["accusative"])) if accusative else not word.endswith(tuple(ends["not_bare"]))


def is_broken(word: str, adjectives: list[str]) -> bool:
    """Whether a folded word is a broken plural that is listed beside the adjectives of a nation."""
    return not word.endswith(YEH) and word in map(fold_word, adjectives)


def stems(word: str) -> Iterator[str]:
    """What is left of a folded word without an ending of number or gender, longest ending first."""
    for ending in _endings()["unknown"]["light"]:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            yield word[: -len(ending)]


@functools.cache
def _tenses() -> list[tuple[str, re.Pattern[str]]]:
    ends = _endings()["tense"]
    barred = f"(?!(?:[{_JOINED}])?(?:{'|'.join(ends['not_future'])}))"
    found = [(name, re.compile("|".join(ends[name]))) for name in ("present", "either")]
    return [("future", re.compile(barred + "|".join(ends["future"]))), *found]


def tense(word: str) -> str:
    """What the shape of a folded word says of its tense, were it a verb: future, present, either, or nothing."""
    return next((name for name, shape in _tenses() if shape.fullmatch(word)), "")

"""What an article is about: the country, or the city, that it names oftenest."""

from __future__ import annotations

from collections.abc import Iterable

from claimdiff.claims.datelines import DATELINE, dateline
from claimdiff.lexicon.lookup import Word
from claimdiff.text.memo import Memo

PASSING, LEAD = 2, 3
_LED = frozenset({"LOC"})
_KINDS = frozenset({"country", "city", "region"})
_WRITTEN = frozenset({"DEF", "CONJ", "PREP"})
_NONE = frozenset[str]()


def home(named: Iterable[tuple[int, list[Word], list[int]]]) -> str | None:
    """What a document is about: the country named oftenest, or its city where that is two fifths of it.

    A name behind "in" counts threefold; adjectives ("American") count only where no place is named, and those of
    forces never: they are abroad as often as not. Where an agency writes counts only where nothing else does. What
    is named once has to be named in the title or the first sentences. ``named`` are the sentences with a name in them,
    the title the first of all: their number, their words, and where the names stand.
    """
    counted: dict[str, int] = {}
    adjectives: dict[str, int] = {}
    datelines: dict[str, int] = {}
    again: dict[str, int] = {}
    first: dict[str, int] = {}
    for number, words, places in named:
        start = dateline([word.cats for word in words[:DATELINE]]) if places[0] == 0 else 0
        told = 0
        for at in places:
            if at < told:
                continue
            name, cats, width = _name(words, at)
            told = at + width
            before = words[at - 1].cats if at else _NONE
            earlier = words[at - 2].cats if at > 1 else _NONE
            if not name or _within(earlier, before, words[told].cats if told < len(words) else _NONE):
                continue
            first.setdefault(name.split("/")[0], number)
            again[name] = again.get(name, 0) + (PASSING if number < LEAD else 1)
            if at < start:
                datelines[name] = datelines.get(name, 0) + 1
            elif "PLACE" in cats:
                inside = ("LOC" in cats or "IN" in before) and "TIED" not in before
                zone = "ZONE" in before or "ZONE" in earlier
                if not zone and (inside > ("DEF" in cats) or "ORDINARY" not in cats):
                    counted[name] = counted.get(name, 0) + (3 if inside else 1)
            elif "FORCE" not in before and "DEF" in cats:
                adjectives[name] = adjectives.get(name, 0) + 1
    borne = (told for told in (counted, adjectives, datelines) if _borne_out(told, again))
    return next((_fullest(told, again, first) for told in borne), None)


def _name(words: list[Word], at: int) -> tuple[str | None, frozenset[str] | set[str], int]:
    """The place that a word names, alone or with those behind it, what the word is (an ordinary one is marked), and how
    many words the name has.
    """
    word = words[at]
    if word.longer and at + 1 < len(words) and (found := word.longer.get(words[at + 1].text)):
        for rest, name in found:
            if [one.text for one in words[at + 1 : at + 1 + len(rest)]] == rest:
                return name, {"PLACE"} | (word.cats & _LED), 1 + len(rest)
    return *_ALONE[word], 1


def _within(earlier: frozenset[str], before: frozenset[str], behind: frozenset[str]) -> bool:
    """Whether a name is but a word of a channel's name ("Syria 24") or of another town's ("New Mexico")."""
    if "DIGITS" in behind and "BROADCAST" in (earlier if "QUOTE" in before else before):
        return True
    return "NAMEHEAD" in before or ("NAMETAIL" in behind and not _WRITTEN & behind)


def _alone(word: Word) -> tuple[str | None, frozenset[str]]:
    item = word.item("PLACE") or word.item("NISBA")
    if item is None or item.kind not in _KINDS:
        return None, _NONE
    return item.id, word.cats | {"ORDINARY"} if item.ambiguous else word.cats


_ALONE = Memo(_alone)


def _borne_out(told: dict[str, int], again: dict[str, int]) -> bool:
    """Whether a country among the names is named more than in passing."""
    said = _countries(again)
    return any(said[name.split("/")[0]] >= PASSING for name in told)


def _countries(counted: dict[str, int]) -> dict[str, int]:
    countries: dict[str, int] = {}
    for name, count in counted.items():
        country = name.split("/")[0]
        countries[country] = countries.get(country, 0) + count
    return countries


def _fullest(counted: dict[str, int], again: dict[str, int], first: dict[str, int]) -> str | None:
    """The country, or its city where that is much of it and named again; of two on a par the one of an earlier
    sentence.
    """
    countries, said = _countries(counted), _countries(again)
    ranks = {name: (countries[name], said[name], -first[name]) for name in countries}
    country = max(ranks, key=ranks.__getitem__)
    if list(ranks.values()).count(ranks[country]) > 1:
        return None
    city = max(counted, key=lambda name: (name.startswith(country + "/"), counted[name], name))
    rival = max([n for name, n in counted.items() if name != city and name.startswith(country + "/")], default=0)
    told = "/" in city and 5 * counted[city] >= 2 * countries[country] and again[city] >= PASSING
    return city if told and 3 * counted[city] >= 4 * rival else country

"""Claims made ready for comparing: intervals, spans of time, roles, and what their document is about."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from claimdiff.compare import dates, intervals
from claimdiff.model import Claim, Dynamics

Roles = tuple[str | None, str | None, str | None]

_WORD = re.compile(r"[^\W\d_]+")
# Forms of one letter that Arabic papers use side by side.
_LETTERS = str.maketrans(
    "أإآٱىةؤئ",
    "اااايهوي",
)
_ARTICLE = re.compile("^(?:وال|بال|كال|فال|لل|ال)(?=..)")
# Accusative, plural, dual and feminine endings, which depend on the number before the noun.
_ENDING = re.compile("(?<=..)(?:ات|ين|ون|ان|ا|ه)$")


@dataclass(frozen=True, slots=True)
class About:
    """What a document is about.

    ``who`` are the countries and organisations that its claims name, ``country`` the one most of them lie
    in, ``words`` the stems around them, ``figures`` its telling numbers (three digits and more that count).
    """

    who: frozenset[str]
    words: frozenset[str]
    country: str | None = None
    figures: frozenset[tuple[str, float]] = frozenset()


@dataclass(frozen=True, slots=True)
class View:
    """One claim and all that judges look at. ``own`` is the time that the words state."""

    claim: Claim
    dynamics: Dynamics
    measure: intervals.Measure
    roles: Roles
    own: dates.Span | None
    published: dates.Span | None
    about: About
    words: frozenset[str]


def views(claims: Iterable[Claim], dynamics: dict[str, Dynamics]) -> list[View]:
    """Every claim that has a value to compare, in the order of their ids, each id once."""
    ordered = [claim for _, claim in sorted({claim.id: claim for claim in claims}.items())]
    about = abouts(ordered)
    made = (view(claim, dynamics.get(claim.topic, "level"), about[claim.source.doc]) for claim in ordered)
    return [one for one in made if one is not None]


def view(claim: Claim, dynamics: Dynamics, about: About) -> View | None:
    """The claim made ready, or None where its value says nothing that could be compared."""
    measure = intervals.measure(claim.value)
    if measure is None:
        return None
    subject = claim.subject
    return View(
        claim,
        dynamics,
        measure,
        (subject.actor, subject.target, subject.place),
        dates.stated(claim.time) if claim.time else None,
        dates.published(claim.source.published),
        about,
        words(f"{subject.noun or ''} {claim.evidence.sentence}"),
    )


def abouts(claims: list[Claim]) -> dict[str, About]:
    """For each document what its claims together are about."""
    by_doc: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_doc[claim.source.doc].append(claim)
    return {doc: _about(inside) for doc, inside in by_doc.items()}


def _about(claims: list[Claim]) -> About:
    subjects = [claim.subject for claim in claims]
    named = (role for one in subjects for role in (one.actor, one.target, one.place) if role)
    places = Counter(one.place.split("/")[0] for one in subjects if one.place).most_common(2)
    alone = len(places) == 1 or (len(places) == 2 and places[0][1] > places[1][1])
    return About(
        frozenset(role.split("/")[0] for role in named),
        words(" ".join(sorted({claim.evidence.sentence for claim in claims}))),
        places[0][0] if alone else None,
        frozenset((claim.topic, number) for claim in claims if (number := _telling(claim)) is not None),
    )


def _telling(claim: Claim) -> float | None:
    number = getattr(claim.value, "number", None)
    if number is None or claim.kind != "quantity":
        return None
    return number if len(f"{number:.0f}".rstrip("0")) >= 3 else None


@lru_cache(maxsize=65536)
def words(text: str) -> frozenset[str]:
    """The stems of a text's words of four letters and more."""
    return frozenset(stem(word) for word in _WORD.findall(bare(text)) if len(word) > 3)


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """Lower case, without vowel marks and tatweel, variants of one letter made one."""
    marks = (c for c in unicodedata.normalize("NFKC", text).casefold() if not unicodedata.combining(c))
    return "".join(marks).replace("ـ", "").translate(_LETTERS)


def stem(word: str) -> str:
    """A word without article and number ending, light enough to never join two nouns.

    >>> stem("the"), stem("soldiers")
    ('the', 'soldier')
    """
    if word.isascii():
        return word[:-1] if len(word) > 3 and word.endswith("s") else word
    return _ENDING.sub("", _ARTICLE.sub("", word))


def noun(text: str | None) -> str | None:
    """The counted noun alone, stemmed; None where there is none."""
    found = _WORD.findall(bare(text or ""))
    return stem(found[0]) if found else None

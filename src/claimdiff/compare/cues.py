"""The words of ``parts.toml``, and what they say of a value in its sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

from claimdiff.compare.words import bare, noun, stem
from claimdiff.model import Claim

Place = Literal["part", "whole", "required", "counted", "state", "since", "alone"]
REACH, WINDOW, FEW, AGO = 3, 5, 8, 10
# The lists that say how a value stands.
PLACES = (
    "after",
    "among",
    "counting",
    "crew",
    "others",
    "required",
    "rest",
    "state",
    "those",
    "total",
    "whole",
    "window",
    "within",
)
COUNTED = frozenset(("votes", "turnout", "seats", "other"))


@cache
def table() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("parts.toml").read_text("utf-8"))


@cache
def cues(name: str) -> tuple[str, ...]:
    """The folded words of one list."""
    return tuple(bare(cue) for cue in _list(name))


def _list(name: str) -> list[str]:
    """The list of a name; "scopes.towns" lies in a table of its own."""
    found: Any = table()
    for part in name.split("."):
        found = found[part]
    return list(found)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One of a list's words, alone or joined to "and", whatever mark stands beside it."""
    joined, words = ("|".join(map(re.escape, cues(one))) for one in ("joined", name))
    return re.compile(rf"(?<!\w)(?:{joined})?(?:{words})(?!\w)")


def searched(name: str, said: str) -> bool:
    """Whether some folded text has one of a list's words."""
    return bool(pattern(name).search(said))


def places(name: str, said: str) -> list[int]:
    """Where a list's words stand in some folded text."""
    return [hit.start() for hit in pattern(name).finditer(said)]


@cache
def _groups() -> dict[str, str]:
    return {stem(bare(word)): group for group, words in table()["some"].items() for word in words}


def place(claim: Claim) -> Place:
    """How a value stands: as a part of another, as a whole, as what must be reached, as what has been counted, as
    those in one state, as the time since when, or alone."""
    before = bare(claim.evidence.sentence[: claim.evidence.start - claim.evidence.sentence_start][-40:])
    own = bare(claim.evidence.text)
    near = " ".join([*before.split()[-REACH:], *re.split(r"\d", own)[0].split()[:2]])
    if pattern("whole").search(near) or pattern("total").search(near):
        return "whole"
    if claim.topic in COUNTED and pattern("counting").search(near) and not pattern("recounted").search(before):
        return "counted"
    if claim.kind != "rank" and pattern("required").search(" ".join([*near.split(), *_behind(claim)])):
        return "required"
    if claim.topic == "killed" and pattern("others").search(" ".join([own, *_behind(claim)[:1]])):
        return "part"
    behind = pattern("among").split(" ".join(_behind(claim)))[0]
    if pattern("state").search(" ".join([*before.split()[-WINDOW:], behind])):
        return "state"
    if claim.kind == "duration" and any(pattern(name).search(near) for name in ("window", "within", "after")):
        return "since"
    return "part" if claim.subject.of or _parted(claim, near, own) else "alone"


def _parted(claim: Claim, near: str, own: str) -> bool:
    """Whether the words beside a count make it one of some: "among them 5", "50 of those killed"."""
    behind = " ".join([*own.split()[1:], *_behind(claim)[:REACH]])
    if pattern("among").search(near) or pattern("among").search(own) or pattern("those").search(behind):
        return True
    rest = pattern("rest").search(" ".join(ahead(claim).split()[-WINDOW:]))
    return bool(rest) or _boarded(claim)


def _boarded(claim: Claim) -> bool:
    """Whether passengers are counted beside a crew."""
    counted = bare(f"{claim.evidence.text} {claim.subject.noun or ''}")
    return bool(pattern("passengers").search(counted) and pattern("crew").search(bare(claim.evidence.sentence)))


def added(claim: Claim) -> bool:
    """Whether a value is told as coming on top of another."""
    behind = " ".join([*bare(claim.evidence.text).split()[1:], *_behind(claim)[:2]])
    return bool(pattern("added").search(behind) or pattern("adding").search(" ".join(ahead(claim).split()[-REACH:])))


def states(claim: Claim) -> frozenset[str]:
    """The states of people that a sentence names: in hospital, in danger, identified."""
    return frozenset(pattern("state").findall(bare(claim.evidence.sentence)))


def stale(claim: Claim) -> bool:
    """Whether a sentence tells its count as an earlier one, or the words before it do."""
    if pattern("earlier").search(bare(claim.evidence.sentence)):
        return True
    return bool(pattern("before").search(" ".join(ahead(claim).split()[-AGO:])))


def moving(claim: Claim) -> bool:
    """Whether a sentence tells its count as one that still grows: it rose, so far, a first count."""
    return bool(pattern("moving").search(bare(claim.evidence.sentence)))


def instead(claim: Claim, beside: Sequence[Claim] = ()) -> frozenset[float]:
    """The numbers that a sentence puts its count in the place of: "19 and not 32"; those in words are claims."""
    said, start = bare(claim.evidence.sentence), claim.evidence.sentence_start
    hit = pattern("instead").search(said, claim.evidence.end - start)
    if hit is None:
        return frozenset()
    digits = re.findall(r"\d+", " ".join(said[hit.end() :].split()[:REACH]))
    near = (one for one in beside if 0 < one.evidence.start - start - hit.end() <= FEW)
    told = (getattr(one.value, "number", None) for one in near)
    return frozenset((*map(float, digits), *(number for number in told if number is not None)))


def windowed(claim: Claim) -> bool:
    """Whether a count is one of a window of time: since a day, within so many."""
    if claim.time is not None and claim.time.modifier == "since":
        return True
    behind = " ".join(_behind(claim))
    if pattern("window").search(behind) or pattern("window").match(_clause(claim)):
        return True
    within = pattern("within").search(behind)
    return bool(within and pattern("lengths").search(" ".join(behind[within.end() :].split()[:REACH])))


def _clause(claim: Claim) -> str:
    """What stands before a value from the last mark on."""
    return re.split(r"[^\w\s%]\s", ahead(claim))[-1].lstrip()


def ahead(claim: Claim) -> str:
    """What stands before a value in its sentence."""
    return bare(claim.evidence.sentence[: claim.evidence.start - claim.evidence.sentence_start])


def _behind(claim: Claim) -> tuple[str, ...]:
    """A few words behind the value."""
    evidence = claim.evidence
    return _from(evidence.sentence, evidence.start - evidence.sentence_start + len(evidence.text))


@lru_cache(maxsize=16384)
def _from(sentence: str, at: int) -> tuple[str, ...]:
    """The first words of a sentence from an offset on."""
    return tuple(re.findall(r"\w+", bare(sentence[at:]))[:WINDOW])


def some(claim: Claim) -> str | None:
    """Whom a counted noun names if it names only some people, None where it names all."""
    behind = _behind(claim)[: REACH + 1]
    near = {*bare(claim.evidence.text).split(), *behind[:1]}
    indefinite = [word for word in behind[:1] if not word.startswith(cues("definite"))]
    of = " ".join(indefinite if near.isdisjoint(cues("of")) else behind)
    words = re.findall(r"[^\W\d_]+", bare(f"{claim.evidence.text} {claim.subject.noun or ''} {of}"))
    return next((group for word in words if (group := _groups().get(stem(word)))), None)


def rival(claim: Claim) -> bool:
    """Whether a sentence tells what another speaker says: "another agency put the dead at 381"."""
    before = ahead(claim)
    turn = pattern("said").search(before)
    between = before[turn.end() :].split() if turn else []
    if len(between) <= FEW and pattern("another").search(" ".join(between)):
        return True
    return bool(pattern("official").search(" ".join(before.split()[-FEW:])))


def contrasted(text: str) -> bool:
    """Whether the words between two values set them against each other, each told by its own source."""
    said = bare(text)
    turn = pattern("contrast").search(said)
    return bool(turn and pattern("said").search(said, turn.end()))


def tallied(claim: Claim) -> bool:
    """Whether a claim counts what is counted anew after each match: points, goals."""
    return noun(claim.subject.noun) in _sports()


@cache
def _sports() -> frozenset[str]:
    return frozenset(stem(word) for word in cues("sports"))


def unrest(claim: Claim) -> bool:
    """Whether a sentence tells of protests or clashes, which have new counts every day."""
    return bool(pattern("unrest").search(bare(claim.evidence.sentence)))


def between(a: Claim, b: Claim) -> str:
    """The words from one value to the next; those before it where it stands in another sentence."""
    start = b.evidence.start - b.evidence.sentence_start
    same = a.evidence.sentence_start == b.evidence.sentence_start
    return bare(b.evidence.sentence[a.evidence.end - a.evidence.sentence_start if same else 0 : start])


def takes_up(claim: Claim, apart: bool) -> bool:
    """Whether the words right before a value say what it counts by taking up what was said, or only who says it.

    In a sentence of its own it must be taken up: "the ministry put the share at 31 percent".
    """
    before = re.findall(r"\w+", ahead(claim))[-2:]
    own = re.findall(r"\w+", bare(claim.evidence.text))
    if len(before) < 2 or not own:
        return False
    taken = any(word in cues("taken") for word in before)
    last = before[-1] in (*cues("linked"), *cues("said"), *cues("versus"))
    return (taken or (last and not apart)) and _closed(claim)


def _closed(claim: Claim) -> bool:
    """Whether a mark, the end or a word of saying follows right behind a value; behind a share what it is of may."""
    tail = bare(claim.evidence.sentence[claim.evidence.end - claim.evidence.sentence_start :]).lstrip()
    if claim.kind == "share" and tail.split()[:1] and tail.split()[0] in cues("of"):
        return True
    return not tail or not tail[0].isalnum() or bool(pattern("said").match(tail))


def turned(words: str, apart: bool) -> bool:
    """Whether words between two values turn to another speaker: a contrast; in another sentence at its beginning."""
    return bool(pattern("versus").match(words) if apart else pattern("versus").search(words))


def countered(claim: Claim, words: str) -> bool:
    """Whether a value has its speaker before it and, behind it, a mark with one more: "…, and the union says 40"."""
    return bool(pattern("said").search(ahead(claim)) and _speaker().search(words))


@cache
def _speaker() -> re.Pattern[str]:
    """At the end of some words: a mark, "and", a speaker of a word or two, a word of saying."""
    joined, said, linked = ("|".join(map(re.escape, cues(name))) for name in ("joined", "said", "linked"))
    return re.compile(rf"[^\w\s%]\s*(?:{joined})\s*\w+(?:\s\w+)?\s(?:{said})(?:\s(?:{linked}))?\s*$")


def said_by(claim: Claim, words: str) -> bool:
    """Whether the words before a value or right behind it tell who says it."""
    return bool(pattern("said").search(words)) or bool(pattern("said").search(" ".join(_behind(claim)[:REACH])))

"""The words of ``parts.toml``, and what they say of a value in its sentence."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal

from claimdiff.compare.words import bare, stem
from claimdiff.model import Claim

Place = Literal["part", "whole", "required", "counted", "state", "since", "alone"]
REACH, WINDOW, FEW = 3, 5, 8
_COUNTED = frozenset(("votes", "turnout", "seats", "other"))


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
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{'|'.join(re.escape(cue) for cue in cues(name))})(?=\s|$)")


@cache
def _groups() -> dict[str, str]:
    return {stem(bare(word)): group for group, words in table()["some"].items() for word in words}


def place(claim: Claim) -> Place:
    """How a value stands: as a part of another, as a whole, as what must be reached, as what has been counted, as
    those in one state, as the time since when, or alone."""
    before = bare(claim.evidence.sentence[: claim.evidence.start - claim.evidence.sentence_start][-40:])
    own = bare(claim.evidence.text)
    near = " ".join([*before.split()[-REACH:], *re.split(r"\d", own)[0].split()[:2]])
    if _pattern("whole").search(near) or _pattern("total").search(near):
        return "whole"
    if claim.topic in _COUNTED and _pattern("counting").search(near):
        return "counted"
    if _pattern("required").search(" ".join([*near.split(), *_behind(claim)])):
        return "required"
    if claim.topic == "killed" and _pattern("others").search(" ".join([own, *_behind(claim)[:1]])):
        return "part"
    behind = _pattern("among").split(" ".join(_behind(claim)))[0]
    if _pattern("state").search(" ".join([*before.split()[-WINDOW:], behind])):
        return "state"
    if claim.kind == "duration" and (_pattern("window").search(near) or _pattern("after").search(near)):
        return "since"
    part = claim.subject.of or _pattern("among").search(near) or _pattern("among").search(own)
    return "part" if part else "alone"


def stale(claim: Claim) -> bool:
    """Whether a sentence tells its count as an earlier one."""
    return bool(_pattern("earlier").search(bare(claim.evidence.sentence)))


def windowed(claim: Claim) -> bool:
    """Whether a count is one of a window of time: since a day, within so many."""
    if claim.time is not None and claim.time.modifier == "since":
        return True
    return bool(_pattern("window").search(" ".join(_behind(claim))))


def _behind(claim: Claim) -> list[str]:
    """A few words behind the value."""
    at = claim.evidence.start - claim.evidence.sentence_start
    return re.findall(r"\w+", bare(claim.evidence.sentence[at + len(claim.evidence.text) :]))[:WINDOW]


def interim(claim: Claim) -> bool:
    """Whether a sentence speaks of votes that are still being counted."""
    return claim.topic in _COUNTED and bool(_pattern("counting").search(bare(claim.evidence.sentence)))


def some(claim: Claim) -> str | None:
    """Whom a counted noun names if it names only some people, None where it names all."""
    behind = _behind(claim)[: REACH + 1]
    of = " ".join(behind) if behind and behind[0] in cues("of") else ""
    words = re.findall(r"[^\W\d_]+", bare(f"{claim.evidence.text} {claim.subject.noun or ''} {of}"))
    return next((group for word in words if (group := _groups().get(stem(word)))), None)


def rival(claim: Claim) -> bool:
    """Whether a sentence tells what another speaker says: "another agency put the dead at 381"."""
    before = bare(claim.evidence.sentence[: claim.evidence.start - claim.evidence.sentence_start])
    turn = _pattern("said").search(before)
    between = before[turn.end() :].split() if turn else []
    return len(between) <= FEW and bool(_pattern("another").search(" ".join(between)))


def contrasted(text: str) -> bool:
    """Whether the words between two values set them against each other, each told by its own source."""
    said = bare(text)
    turn = _pattern("contrast").search(said)
    return bool(turn and _pattern("said").search(said, turn.end()))

"""Questions in words: "How many US troops are there in Iraq?"."""

from __future__ import annotations

from claimdiff import words
from claimdiff.compare import wording
from claimdiff.model import Question
from claimdiff.report._names import name

# What a country has in its own land beside what others have there.
_OWNED = frozenset(("troops", "deployment", "withdrawal", "bases", "weapons", "attacks"))
_PEOPLE = frozenset(("person", "seat", None))


def ask(asked: Question, kind: str) -> str:
    """The whole question, with its mark."""
    opening = _opening(asked, kind).format_map(_parts(asked))
    return words.now()("question", "whole", opening=opening, details=_details(asked))


def _opening(asked: Question, kind: str) -> str:
    """The text of the question, with places for its parts."""
    said, topic = words.now(), asked.topic
    if kind == "quantity" and (counted := said.get("counted", topic)):
        return counted if asked.unit in _PEOPLE else said.get("of_units", topic) or counted
    own = {"quantity": "measured", "share": "shared", "duration": "lasting"}.get(kind)
    if own and (text := said.get(own, topic)):
        return text + "{of}{for}{in}"
    if kind == "quantity":
        return said.table["question"]["number" if _countable(asked.unit) else "amount"]  # type: ignore[no-any-return]
    return said.table["question"][kind]  # type: ignore[no-any-return]


def _countable(unit: str | None) -> bool:
    """Whether a unit is a thing: no currency, no measure."""
    return bool(unit) and str(unit).islower() and len(str(unit)) > 2


def _parts(asked: Question) -> dict[str, str]:
    """What may stand in a question."""
    said = words.now()
    actor = asked.actor if asked.actor != asked.place else None
    target = asked.target if asked.target != asked.place else None
    return {
        "whose": _whose(asked),
        "counted": wording.units(asked.unit or ""),
        "event": said("question", "event") if asked.topic == "other" else said.named("topics", asked.topic),
        "about": _filled("about", None if asked.topic == "other" else said.named("topics", asked.topic)),
        "of": _filled("of", name(actor) if actor else None),
        "on": _filled("on", name(target) if target else None),
        "for": _for(target),
        **{into: _filled(into, name(asked.place) if asked.place else None) for into in ("in", "to", "from")},
    }


def _for(target: str | None) -> str:
    """Whom it concerns; of a vote or an agreement, what it is about."""
    if target and (matter := words.now().get("matters", target)):
        return _filled("about", matter)
    return _filled("for", name(target) if target else None)


def _filled(part: str, said: str | None) -> str:
    return words.now()("question", part, said) if said else ""


def _whose(asked: Question) -> str:
    """What is counted, and of whom: "US troops", "troops of France"."""
    said = words.now()
    nouns = (said.get("nouns", asked.topic) or "").split(" | ")
    if asked.unit not in _PEOPLE:
        nouns = [wording.units(asked.unit or "")]
    if not asked.actor or (asked.actor == asked.place and asked.topic not in _OWNED):
        return nouns[0]
    if adjective := said.get("adjectives", asked.actor):
        return said("question", "described", adjective=adjective, noun=nouns[0])
    return said("question", "owned", noun=nouns[-1], actor=name(asked.actor))


def _details(asked: Question) -> str:
    said = words.now()
    noun = asked.text.split(" · ")[1] if asked.topic == "other" and " · " in asked.text else None
    group = said.named("groups", asked.group) if asked.group else None
    time = wording.dates(asked.time) if asked.time else None
    given = [noun if noun != asked.unit else None, group, time]
    return _filled("details", said("question", "comma").join(part for part in given if part))

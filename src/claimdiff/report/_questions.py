"""Questions in words: "How many US troops are in Iraq?"."""

from __future__ import annotations

from functools import lru_cache

from claimdiff.compare import wording
from claimdiff.model import Question

# What is counted, what is said of it, the word before the place.
COUNTED = {
    "troops": ("troops", "are", "in"),
    "deployment": ("troops", "were sent", "to"),
    "withdrawal": ("troops", "were withdrawn", "from"),
    "attacks": ("attacks", "were there", "in"),
    "killed": ("people", "were killed", "in"),
    "injured": ("people", "were injured", "in"),
    "missing": ("people", "are missing", "in"),
    "arrested": ("people", "were arrested", "in"),
    "hostages": ("hostages or prisoners", "were counted", "in"),
    "displaced": ("people", "are displaced", "in"),
    "rescued": ("people", "were rescued", "in"),
    "protesters": ("people", "protested", "in"),
    "seats": ("seats", "are there", "in"),
    "attendance": ("members", "were present", "in"),
    "votes": ("votes", "were cast", "in"),
    "signatures": ("people", "signed", "in"),
    "turnout": ("people", "voted", "in"),
    "bases": ("bases", "are there", "in"),
    "factions": ("factions", "are there", "in"),
    "weapons": ("weapons", "were counted", "in"),
    "buildings": ("buildings", "were damaged or destroyed", "in"),
    "cases": ("cases", "were there", "in"),
    "recoveries": ("people", "recovered", "in"),
    "vaccinated": ("people", "were vaccinated", "in"),
    "population": ("people", "live", "in"),
}
MEASURED = {
    "magnitude": "How strong was the earthquake",
    "depth": "How deep was the earthquake",
    "production": "How much is produced",
    "reserves": "How large are the reserves",
    "price": "What is the price",
    "budget": "How large is the budget",
    "debt": "How large is the debt",
    "aid": "How much aid is given",
    "trade": "How much is traded",
    "losses": "How large are the losses",
    "investment": "How much is invested",
}
SHARED = {
    "votes": "What share of the votes was it",
    "turnout": "What was the turnout",
    "attendance": "What share was present",
    "inflation": "What is the rate of inflation",
    "growth": "What is the rate of growth",
    "unemployment": "What is the rate of unemployment",
}
_LASTING = {"presence": "How long has the presence lasted", "ceasefire": "How long is the ceasefire"}
# A country that another name says better than the register's.
_PLAIN = {"GB": "Britain", "US": "the US", "KR": "South Korea", "AE": "the UAE"}
_BEFORE = {"US": "US", "un": "UN", "eu": "EU", "nato": "NATO", "pmf": "PMF"}
_PEOPLE = frozenset(("person", "seat", None))


def ask(asked: Question, kind: str) -> str:
    """The whole question, with its mark."""
    return f"{_opening(asked, kind)}{_details(asked)}?"


def _opening(asked: Question, kind: str) -> str:
    if kind == "quantity" and asked.topic in COUNTED:
        return _counted(asked)
    where = _of(asked) + _place(asked, "in")
    if kind == "date":
        return f"When was the {_event(asked)}{where}"
    if kind == "duration":
        return _LASTING.get(asked.topic, f"How long{_about(asked)}") + where
    if kind == "rank":
        return f"Which rank{_about(asked)}{where}"
    if kind == "share":
        return SHARED.get(asked.topic, f"What share{_about(asked)}") + where
    if asked.topic in MEASURED:
        return MEASURED[asked.topic] + where
    unit = asked.unit if asked.unit and asked.unit.islower() and len(asked.unit) > 2 else None
    return (f"How many {_plural(unit)}" if unit else "How much") + where


def _counted(asked: Question) -> str:
    noun, verb, into = COUNTED[asked.topic]
    noun = noun if asked.unit in _PEOPLE else _plural(asked.unit or "")
    before = _BEFORE.get(asked.actor or "")
    whose = f"{before} {noun}" if before else noun + (f" of {name(asked.actor)}" if asked.actor else "")
    target = f" on {name(asked.target)}" if asked.target and asked.target != asked.place else ""
    return f"How many {whose} {verb}{target}{_place(asked, into)}"


def _plural(unit: str) -> str:
    return "people" if unit == "person" else wording.plural(unit)


def _place(asked: Question, into: str) -> str:
    return f" {into} {name(asked.place)}" if asked.place else ""


def _of(asked: Question) -> str:
    said = f" of {name(asked.actor)}" if asked.actor and asked.actor != asked.place else ""
    return said + (f" for {name(asked.target)}" if asked.target and asked.target != asked.place else "")


def _event(asked: Question) -> str:
    return "event" if asked.topic == "other" else asked.topic


def _about(asked: Question) -> str:
    return "" if asked.topic == "other" else f" ({asked.topic})"


def _details(asked: Question) -> str:
    noun = asked.text.split(" · ")[1] if asked.topic == "other" and " · " in asked.text else None
    time = " to ".join(wording.edtf(part) for part in asked.time.split("/")) if asked.time else None
    words = [noun if noun != asked.unit else None, asked.group, time]
    said = ", ".join(part for part in words if part)
    return f" ({said})" if said else ""


@lru_cache(maxsize=1024)
def name(role: str) -> str:
    """A country's English name, a city with its country, an organisation as its slug says."""
    country, _, city = role.partition("/")
    if city:
        return f"{city.replace('-', ' ').title()}, {name(country)}"
    if country in _PLAIN:
        return _PLAIN[country]
    if len(country) == 2 and country.isupper():
        return _territory(country)
    return country.upper() if len(country) < 5 else country.replace("-", " ").title()


def _territory(code: str) -> str:
    from babel import Locale

    found: str | None = Locale("en").territories.get(code)
    return found or code

"""A store of synthetic claims: any number of them, the same for the same seed.

usage: python bench/synthetic.py NUMBER [-o FILE] [--seed N]

Events happen on a day in a place; each is told by a few documents, some by hundreds (Zipf), in made-up words of
which some belong to the event. A document has about eight claims in five sentences of some 175 letters; kinds,
topics, stances and roles are as frequent as in a store of 50,000 claims of real news. A claim states what is true
of its event, the same rounded, or another number.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path

from claimdiff.model import Claim, Evidence, Kind, Moment, Quantity, Source, Stance, Subject, Value
from claimdiff.store.jsonl import encode

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
FIRST_DAY, DAYS = date(2015, 1, 1), 3650
WORDS, NOUNS, PUBLISHERS, BIGGEST = 40_000, 4_000, 200, 400
COUNTRIES = tuple(f"{a}{b}" for a in "ABEILMST" for b in "DEQRSYZ")

# How often a claim is of a kind and a topic, in thousandths of a store.
SHARES: tuple[tuple[Kind, str, str | None, int], ...] = (
    ("date", "other", None, 250),
    ("date", "statement", None, 95),
    ("date", "attack", None, 60),
    ("date", "disaster", None, 25),
    ("date", "election", None, 25),
    ("date", "talks", None, 25),
    ("quantity", "killed", "person", 80),
    ("quantity", "injured", "person", 35),
    ("quantity", "other", "person", 60),
    ("quantity", "other", "building", 50),
    ("quantity", "price", "USD", 30),
    ("quantity", "votes", "vote", 20),
    ("quantity", "weapons", "missile", 20),
    ("quantity", "troops", "person", 15),
    ("quantity", "displaced", "person", 15),
    ("quantity", "budget", "USD", 35),
    ("duration", "other", "year", 50),
    ("duration", "presence", "month", 35),
    ("share", "other", "percent", 40),
    ("share", "turnout", "percent", 20),
    ("rank", "other", None, 15),
)
STANCES: tuple[tuple[Stance, int], ...] = (("asserted", 907), ("planned", 80), ("conditional", 9), ("superseded", 4))
MODIFIERS = ("exact", "exact", "exact", "exact", "exact", "exact", "about", "more_than", "at_least", "less_than")


@dataclass(frozen=True)
class Event:
    """What the documents on one event share."""

    number: int
    day: date
    place: str
    actor: str | None
    words: tuple[str, ...]
    size: int


class World:
    """Words and events of one seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        chance = random.Random(f"{seed} words")
        self.words = [_word(chance) for _ in range(WORDS)]
        self.weights = list(accumulate(1 / (n + 20) for n in range(WORDS)))
        self.nouns = self.words[-NOUNS:]
        self.noun_weights = list(accumulate(1 / (n + 5) for n in range(NOUNS)))
        self.shares = list(accumulate(share for *_, share in SHARES))

    def event(self, number: int) -> Event:
        """The event of a number."""
        chance = random.Random(f"{self.seed} event {number}")
        country = chance.choice(COUNTRIES)
        return Event(
            number,
            FIRST_DAY + timedelta(chance.randrange(DAYS)),
            country if chance.random() < 0.7 else f"{country}/{chr(97 + chance.randrange(20))}",
            chance.choice(COUNTRIES) if chance.random() < 0.4 else None,
            tuple(_word(chance) for _ in range(12)),
            min(BIGGEST, int(chance.paretovariate(0.9))),
        )


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=min(9, 2 + int(chance.expovariate(0.3)))))


def claims(number: int, seed: int = 0) -> Iterator[Claim]:
    """So many claims in the order of a store."""
    return islice(_all(World(seed)), number)


def _all(world: World) -> Iterator[Claim]:
    number = doc = 0
    while True:
        event = world.event(number)
        for _ in range(event.size):
            yield from _document(world, event, doc)
            doc += 1
        number += 1


def _document(world: World, event: Event, doc: int) -> Iterator[Claim]:
    chance = random.Random(f"{world.seed} document {doc}")
    published = event.day + timedelta(min(9, int(chance.expovariate(0.7))))
    source = Source(
        f"doc-{doc:09}",
        f"paper-{chance.randrange(PUBLISHERS):03}",
        " ".join((*chance.choices(world.words, cum_weights=world.weights, k=5), *chance.sample(event.words, 3))),
        f"https://example.org/{doc:09}",
        f"{published.isoformat()}T{chance.randrange(24):02}:{chance.randrange(60):02}:00+00:00",
        "ar",
    )
    start = 0
    for _ in range(chance.randint(3, 7)):
        words = chance.choices(world.words, cum_weights=world.weights, k=chance.randint(18, 36))
        for word in chance.sample(event.words, 3):
            words[chance.randrange(len(words))] = word
        said = [_said(world, event, chance) for _ in range(chance.choice((1, 1, 2, 2)))]
        places = sorted(chance.sample(range(len(words)), len(said)))
        texts = [*words]
        for at, one in zip(places, said, strict=True):
            texts[at] = one.text
        sentence = " ".join(texts)
        for at, one in zip(places, said, strict=True):
            begin = start + sum(len(text) + 1 for text in texts[:at])
            yield one.claim(f"{chance.getrandbits(64):016x}", source, begin, sentence, start)
        start += len(sentence) + chance.randint(1, 200)


@dataclass(frozen=True)
class Said:
    """One statement, before it has its place in a sentence."""

    kind: Kind
    topic: str
    value: Value
    subject: Subject
    stance: Stance
    text: str

    def claim(self, name: str, source: Source, begin: int, sentence: str, start: int) -> Claim:
        """The claim where its words stand in a sentence."""
        evidence = Evidence(self.text, begin, begin + len(self.text), sentence, start)
        own = (name, self.kind, self.topic, self.value, self.subject, None, None, self.stance)
        return Claim(*own, evidence, source, f"made.{self.kind}", 0.75)


def _said(world: World, event: Event, chance: random.Random) -> Said:
    kind, topic, unit, _ = chance.choices(SHARES, cum_weights=world.shares)[0]
    noun = chance.choices(world.nouns, cum_weights=world.noun_weights)[0] if chance.random() < 0.75 else None
    stance = chance.choices([name for name, _ in STANCES], [share for _, share in STANCES])[0]
    actor = event.actor if chance.random() < 0.4 else None
    subject = Subject(noun=noun, actor=actor, place=event.place if chance.random() < 0.97 else None)
    if kind == "date":
        moment = _moment(event, chance)
        return Said(kind, topic, moment, subject, stance, moment.edtf.replace("-", "/"))
    value = _quantity(event, topic, unit, chance)
    return Said(kind, topic, value, subject, stance, f"{value.number:g} {noun or ''}".strip())


def _moment(event: Event, chance: random.Random) -> Moment:
    slip = 0 if chance.random() < 0.7 else chance.randint(-40, 40)
    day = (event.day + timedelta(slip)).isoformat()
    return Moment(day, day, day, "on")


def _quantity(event: Event, topic: str, unit: str | None, chance: random.Random) -> Quantity:
    true = random.Random(f"{event.number} {topic} {unit}").lognormvariate(4, 2)
    true = min(true, 95.0) if unit == "percent" else true
    number = float(max(1, round(true)))
    drawn = chance.random()
    if drawn > 0.85:
        number = float(max(1, round(chance.lognormvariate(4, 2))))
    elif drawn > 0.7:
        number = float(f"{number:.1e}")
    modifier = MODIFIERS[chance.randrange(len(MODIFIERS))]
    low, high = {
        "about": (0.9 * number, 1.1 * number),
        "more_than": (number, None),
        "at_least": (number, None),
        "less_than": (0.0, number),
    }.get(modifier, (number, number))
    return Quantity(number, low, high, modifier, unit)  # type: ignore[arg-type]


def write(place: Path, number: int, seed: int = 0) -> None:
    """Write so many claims as a store."""
    with place.open("wb") as file:
        file.writelines(map(encode, claims(number, seed)))


def main() -> None:
    """Write a store."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("number", type=int)
    ask.add_argument("-o", "--output", type=Path, default=Path("synthetic.jsonl"))
    ask.add_argument("--seed", type=int, default=0)
    said = ask.parse_args()
    write(said.output, said.number, said.seed)


if __name__ == "__main__":
    main()

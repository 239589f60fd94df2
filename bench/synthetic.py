"""A store of synthetic claims: any number of them, the same for the same seed.

usage: python bench/synthetic.py NUMBER [-o FILE] [--seed N] [--question]

Events happen day by day in a place, so that a larger store covers more years; each is told by a few documents, some
by many, in made-up words of which some belong to the event. A document has about eight claims in five sentences of
some 175 letters. Kinds, topics, stances, roles, countries, documents a day and documents that tell of one event are
as frequent as in 50,000 claims of a year of real news (ANT, 2018), and about as many pairs agree or clash. Some
claims state what is true of their event, the same rounded, or another number; most tell of something beside it.

With --question all claims answer one question instead: the dead of one country, one or two to a document.
"""

from __future__ import annotations

import argparse
import random
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path

from claimdiff.model import Claim, Evidence, Kind, Moment, Quantity, Source, Stance, Subject, Value
from claimdiff.store.jsonl import encode

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
FIRST_DAY, A_DAY = date(2015, 1, 1), 17
WORDS, NOUNS, PUBLISHERS = 40_000, 4_000, 200
# Documents on one event: at most, as Pareto draws them, on an average.
BIGGEST, STEEP, SIZE = 100, 1.0, 5
COUNTRIES = tuple(f"{a}{b}" for a in "ABEILMST" for b in "DEQRSYZ")
# How often a claim lies in the first countries, in thousandths; in each of the others.
LIKELY = (104, 79, 55, 54, 51, 48, 44, 44, 40, 36, 35, 34, 29, 26, 26, 20, 19, 16, 12, 11, 11, 10, 10, 9, 8)
UNLIKELY = 3
SILENT, TOWN, ACTED, TIMED, COARSE = 0.04, 0.3, 0.17, 0.16, 0.4
TRUE, ROUNDED, BESIDE, SLIPPED = 0.12, 0.16, 0.19, 0.1

# How often a claim is of a kind and a topic, in thousandths of a store.
SHARES: tuple[tuple[Kind, str, str | None, int], ...] = (
    ("date", "other", None, 213),
    ("date", "statement", None, 114),
    ("date", "attack", None, 34),
    ("date", "talks", None, 21),
    ("date", "election", None, 18),
    ("date", "agreement", None, 13),
    ("date", "plan", None, 13),
    ("date", "vote", None, 10),
    ("date", "disaster", None, 9),
    ("date", "visit", None, 9),
    ("date", "war", None, 25),
    ("quantity", "other", "person", 48),
    ("quantity", "killed", "person", 43),
    ("quantity", "injured", "person", 16),
    ("quantity", "other", "USD", 40),
    ("quantity", "other", "target", 40),
    ("quantity", "other", "km", 20),
    ("quantity", "other", "country", 60),
    ("quantity", "price", "USD", 12),
    ("quantity", "votes", "vote", 10),
    ("quantity", "weapons", "missile", 10),
    ("quantity", "troops", "person", 8),
    ("quantity", "displaced", "person", 8),
    ("quantity", "budget", "USD", 10),
    ("duration", "other", "year", 42),
    ("duration", "other", "month", 14),
    ("duration", "other", "day", 22),
    ("duration", "presence", "month", 10),
    ("share", "other", "percent", 30),
    ("share", "price", "percent", 18),
    ("share", "turnout", "percent", 5),
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
    asked: bool = False


class World:
    """Words and events of one seed."""

    def __init__(self, seed: int, asked: bool = False) -> None:
        self.seed, self.asked = seed, asked
        chance = random.Random(f"{seed} words")
        self.words = [_word(chance) for _ in range(WORDS)]
        self.weights = list(accumulate(1 / (n + 20) for n in range(WORDS)))
        self.nouns = self.words[-NOUNS:]
        self.noun_weights = list(accumulate(1 / (n + 5) for n in range(NOUNS)))
        self.shares = list(accumulate(share for *_, share in SHARES))
        self.countries = list(accumulate((*LIKELY, *[UNLIKELY] * (len(COUNTRIES) - len(LIKELY)))))

    def event(self, number: int) -> Event:
        """The event of a number."""
        chance = random.Random(f"{self.seed} event {number}")
        country, actor = chance.choices(COUNTRIES, cum_weights=self.countries, k=2)
        return Event(
            number,
            FIRST_DAY + timedelta(SIZE * number // A_DAY),
            f"{country}/{chr(97 + chance.randrange(20))}" if chance.random() < TOWN else country,
            actor if chance.random() < 2 * ACTED else None,
            tuple(_word(chance) for _ in range(12)),
            min(BIGGEST, int(chance.paretovariate(STEEP))),
            self.asked,
        )


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=min(9, 2 + int(chance.expovariate(0.3)))))


def claims(number: int, seed: int = 0, asked: bool = False) -> Iterator[Claim]:
    """So many claims in the order of a store; all of one question, if that is ``asked``."""
    return islice(_all(World(seed, asked)), number)


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
    for _ in range(chance.randint(1, 2) if event.asked else chance.randint(3, 7)):
        words = chance.choices(world.words, cum_weights=world.weights, k=chance.randint(18, 36))
        for word in chance.sample(event.words, 3):
            words[chance.randrange(len(words))] = word
        said = [_said(world, event, chance) for _ in range(1 if event.asked else chance.choice((1, 1, 2, 2)))]
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
    time: Moment | None
    stance: Stance
    text: str

    def claim(self, name: str, source: Source, begin: int, sentence: str, start: int) -> Claim:
        """The claim where its words stand in a sentence."""
        evidence = Evidence(self.text, begin, begin + len(self.text), sentence, start)
        own = (name, self.kind, self.topic, self.value, self.subject, self.time, None, self.stance)
        return Claim(*own, evidence, source, f"made.{self.kind}", 0.75)


def _said(world: World, event: Event, chance: random.Random) -> Said:
    if event.asked:
        subject = Subject(noun=world.nouns[0], place=COUNTRIES[0])
        value = _quantity(event, "killed", "person", chance)
        return Said("quantity", "killed", value, subject, None, "asserted", f"{value.number:g} {world.nouns[0]}")
    kind, topic, unit, _ = chance.choices(SHARES, cum_weights=world.shares)[0]
    noun = chance.choices(world.nouns, cum_weights=world.noun_weights)[0] if chance.random() < 0.75 else None
    stance = chance.choices([name for name, _ in STANCES], [share for _, share in STANCES])[0]
    actor = event.actor if chance.random() < 0.5 else None
    subject = Subject(noun=noun, actor=actor, place=event.place if chance.random() >= SILENT else None)
    time = _moment(event, chance) if chance.random() < TIMED else None
    if kind == "date":
        moment = _moment(event, chance)
        return Said(kind, topic, moment, subject, time, stance, moment.edtf.replace("-", "/"))
    value = _quantity(event, topic, unit, chance)
    return Said(kind, topic, value, subject, time, stance, f"{value.number:g} {noun or ''}".strip())


def _moment(event: Event, chance: random.Random) -> Moment:
    """The event's day, one near it, or its month or year."""
    day = event.day + timedelta(0 if chance.random() < 0.5 else chance.randint(-40, 40))
    if chance.random() >= COARSE:
        return Moment(day.isoformat(), day.isoformat(), day.isoformat(), "on")
    first, last = (day.month, day.month) if chance.random() < 0.5 else (1, 12)
    end = date(day.year, last, monthrange(day.year, last)[1])
    edtf = f"{day.year}-{first:02}" if first == last else f"{day.year}"
    return Moment(edtf, date(day.year, first, 1).isoformat(), end.isoformat(), "on")


def _quantity(event: Event, topic: str, unit: str | None, chance: random.Random) -> Quantity:
    true = random.Random(f"{event.number} {topic} {unit}").lognormvariate(4, 2)
    number = float(max(1, round(true)))
    drawn = chance.random()
    if ROUNDED <= drawn < BESIDE:
        number = float(max(1, round(true * chance.uniform(1 - SLIPPED, 1 + SLIPPED))))
    elif drawn >= BESIDE:
        number = float(max(1, round(chance.lognormvariate(3, 2))))
    elif drawn >= TRUE:
        number = float(f"{number:.1e}")
    number = min(number, 95.0) if unit == "percent" else number
    modifier = MODIFIERS[chance.randrange(len(MODIFIERS))]
    low, high = {
        "about": (0.9 * number, 1.1 * number),
        "more_than": (number, None),
        "at_least": (number, None),
        "less_than": (0.0, number),
    }.get(modifier, (number, number))
    return Quantity(number, low, high, modifier, unit)  # type: ignore[arg-type]


def write(place: Path, number: int, seed: int = 0, asked: bool = False) -> None:
    """Write so many claims as a store."""
    with place.open("wb") as file:
        file.writelines(map(encode, claims(number, seed, asked)))


def main() -> None:
    """Write a store."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("number", type=int)
    ask.add_argument("-o", "--output", type=Path, default=Path("synthetic.jsonl"))
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--question", action="store_true", help="all claims answer one question")
    said = ask.parse_args()
    write(said.output, said.number, said.seed, said.question)


if __name__ == "__main__":
    main()

"""Money that a sentence states without its currency: rates of one in another, billions of the currency told last."""

from __future__ import annotations

from collections.abc import Iterator

from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.lexicon.entries import Currency

REACH = 12
MILLION = 1e6
Told = tuple[object, str | None]


def rated(scene: Scene, reading: Reading) -> Told | None:
    """ "The pound fell to 49 for the dollar": the currency before it, where another stands behind it."""
    behind = range(reading.end, min(reading.end + 2, len(scene.tokens)))
    if not any({"MONEY", "DEF"} <= scene.cats(at) for at in behind):
        return None
    reach = scene.tokens[max(0, reading.start - REACH) : reading.start]
    noun = next((token.item("MONEY") for token in reversed(reach) if {"MONEY", "DEF"} <= token.cats), None)
    return (noun, noun.unit) if noun is not None else None


def rate(scene: Scene, reading: Reading) -> bool:
    """Whether it is so much for another currency: "25 pesos for each dollar", "49 pounds to the dollar"."""
    if not isinstance(reading.noun, Currency) or not reading.quantity or (reading.quantity.number or 0) >= MILLION:
        return False
    behind = [at for at in range(reading.end, reading.end + 2) if "MONEY" in scene.cats(at)]
    return any({"DEF", "EVERY", "EACH"} & (scene.cats(at) | scene.cats(at - 1)) for at in behind)


def exchanged(scene: Scene, reading: Reading) -> bool:
    """Whether it is what a currency costs in another: "the dollar reached 49 pounds", or how much of it
    it lost: "the dollar fell by 2 percent"."""
    if not (isinstance(reading.noun, Currency) or (reading.kind == "share" and reading.noun is None)):
        return False
    if reading.quantity is not None and (reading.quantity.number or 0) >= MILLION:
        return False
    if any({"MONEY", "DEF"} <= scene.cats(at) for at in range(reading.end, reading.end + 2)):
        return True
    before = [token for token in scene.tokens[max(0, reading.start - REACH) : reading.start] if "DEF" in token.cats]
    return any("MONEY" in token.cats and token.item("MONEY") is not reading.noun for token in before)


def spoken_of(scene: Scene, reading: Reading) -> Told | None:
    """ "A debt of 152 billion": money, where the sentence speaks of some, in the currency told last."""
    if "SCALED" not in scene.cats(reading.end - 1) or not reading.quantity or (reading.quantity.number or 0) < MILLION:
        return None
    told = (announcer.topic.units for at, announcer in scene.announcers if 0 < reading.start - at <= REACH)
    if not any("money" in units and "person" not in units for units in told):
        return None
    return next(_currencies(scene, reading), None)


def _currencies(scene: Scene, reading: Reading) -> Iterator[Told]:
    """The currencies told before a reading, the last first, also in the sentences before."""
    one: Scene | None = scene
    for _ in range(REACH):
        if one is None:
            return
        for other in reversed(one.readings):
            if (
                isinstance(other.noun, Currency)
                and other.quantity
                and (one is not scene or other.start < reading.start)
            ):
                yield other.noun, other.quantity.unit
        one = one.before

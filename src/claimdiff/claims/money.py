"""Money that a sentence states without its currency: rates of one in another, billions of the currency told last."""

from __future__ import annotations

from collections.abc import Iterator

from claimdiff.claims.bare import put
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.lexicon.entries import Currency

REACH, NEAR = 12, 3
_WALL = frozenset({"COMMA", "STOP"})
_PRICED, _NAMED = frozenset({"MONEY", "DEF"}), frozenset({"NOUN", "TIME", "NISBA"})
MILLION, BILLION = 1e6, 1e9
Told = tuple[object, str | None]


def rated(scene: Scene, reading: Reading) -> Told | None:
    """ "The pound fell to 49 for the dollar": the currency before it, where another stands behind it."""
    behind = range(reading.end, min(reading.end + 2, len(scene.tokens)))
    if not any(scene.cats(at) >= _PRICED for at in behind):
        return None
    reach = scene.tokens[max(0, reading.start - REACH) : reading.start]
    noun = next((token.item("MONEY") for token in reversed(reach) if token.cats >= _PRICED), None)
    return (noun, noun.unit) if noun is not None else None


def rate(scene: Scene, reading: Reading) -> bool:
    """Whether it is so much for another currency: "25 pesos for each dollar", "49 pounds to the dollar"."""
    if type(reading.noun) is not Currency or not reading.quantity or (reading.quantity.number or 0) >= MILLION:
        return False
    behind = [at for at in range(reading.end, reading.end + 2) if "MONEY" in scene.cats(at)]
    return any({"DEF", "EVERY", "EACH"} & (scene.cats(at) | scene.cats(at - 1)) for at in behind)


def exchanged(scene: Scene, reading: Reading) -> bool:
    """Whether it is what a currency costs in another: "the dollar reached 49 pounds", or how much of it
    it lost: "the dollar fell by 2 percent"."""
    if not (type(reading.noun) is Currency or (reading.kind == "share" and reading.noun is None)):
        return False
    if reading.quantity is not None and (reading.quantity.number or 0) >= MILLION:
        return False
    if any(scene.cats(at) >= _PRICED for at in range(reading.end, reading.end + 2)):
        return True
    before = [token for token in scene.tokens[max(0, reading.start - REACH) : reading.start] if "DEF" in token.cats]
    return any("MONEY" in token.cats and token.item("MONEY") is not reading.noun for token in before)


def spoken_of(scene: Scene, reading: Reading) -> Told | None:
    """ "A debt of 152 billion": money, where the sentence speaks of some, in the currency told last."""
    if "SCALED" not in scene.cats(reading.end - 1) or not reading.quantity:
        return None
    if (reading.quantity.number or 0) < MILLION and "MONEYWORD" not in scene.cats(reading.start - 1):
        return None
    told = next(_currencies(scene, reading), None) if _money(scene, reading) else None
    reading.superseded = reading.superseded or (told is not None and came_from(scene, reading))
    return told


def _money(scene: Scene, reading: Reading) -> bool:
    """Whether a round number is one of money: by the words before it, or by billions of nothing that is named."""
    told = (announcer.topic.units for at, announcer in scene.announcers if 0 < reading.start - at <= REACH)
    if any("money" in units and "person" not in units for units in told):
        return True
    if any(reading.start - REACH <= at < reading.start for at in scene.index.get("MONEYWORD", ())):
        return True
    assert reading.quantity is not None
    return (reading.quantity.number or 0) >= BILLION and _unnamed(scene, reading.end)


def _unnamed(scene: Scene, at: int) -> bool:
    """Whether nothing stands there that a number might count."""
    cats = scene.cats(at)
    return "DEF" in cats or "UNKNOWN" in cats or _NAMED.isdisjoint(cats)


def _currencies(scene: Scene, reading: Reading) -> Iterator[Told]:
    """The currencies told before a reading, the last first, also in the sentences before."""
    one: Scene | None = scene
    for _ in range(REACH):
        if one is None:
            return
        for other in reversed(one.readings):
            earlier = one is not scene or other.start < reading.start
            if earlier and type(other.noun) is Currency and other.quantity and not _converted(one, other):
                yield other.noun, other.quantity.unit
        one = one.before


def _converted(scene: Scene, reading: Reading) -> bool:
    """Whether an amount in brackets only says in another currency what stands before them."""
    return "LPAR" in scene.cats(reading.start - 1)


def came_from(scene: Scene, reading: Reading) -> bool:
    """ "Raised to 42 billion dirhams from 32 billion": the amount behind "from", its end told before it."""
    return "FROM" in scene.cats(reading.start - 1) and "CHANGE" in scene.marks and "TO" in scene.marks


def misread(scene: Scene, reading: Reading) -> bool:
    """Whether a word behind billions that no lexicon knows is no counted noun where money is spoken of: it is bare."""
    large = reading.quantity is not None and (reading.quantity.number or 0) >= BILLION
    if not (large and reading.rule.endswith("unknown") and reading.noun_at is not None):
        return False
    if next(_currencies(scene, reading), None) is None:
        return False
    reading.end, reading.noun_at, reading.bare = reading.noun_at, None, True
    return True


def currency(noun: object, country: str | None) -> str | None:
    """The code that a word shared by several currencies ("dinar") has in a country."""
    return noun.countries.get(country) if type(noun) is Currency and country else None


def settle(scene: Scene, reading: Reading) -> None:
    """A shared word is the currency of a country named before it in the sentence, or right behind."""
    if type(reading.noun) is not Currency or reading.quantity is None or reading.quantity.unit:
        return
    near = [
        (abs(at - reading.end), item.id.split("/")[0])
        for at, cat, item in scene.entities
        if cat != "ORG" and -REACH <= at - reading.end < NEAR and (at < reading.end or _owned(scene, reading, at))
    ]
    codes = (currency(reading.noun, country) for _, country in sorted(near))
    put(reading, reading.noun, next((code for code in codes if code), None))


def _owned(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a country behind an amount may own its money: it neither gets it nor starts the next clause."""
    given = "PREP" in scene.cats(at) and "LOC" not in scene.cats(at)
    return not given and not scene.breaks(reading.end, at, _WALL)

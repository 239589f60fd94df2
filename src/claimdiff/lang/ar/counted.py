"""What a number counts: the noun behind it, its unit by sense, and the reading that the two make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from claimdiff.grammar.reading import Reading, bounded, vague
from claimdiff.grammar.rule import Hit
from claimdiff.lexicon.entries import Currency
from claimdiff.lexicon.lookup import Entry, Word
from claimdiff.model import Quantity
from claimdiff.text.memo import Memo

MANY = 3
_NOUNS = ("TIME", "MONEY", "NOUN")
_WHOLE = 1e15


def counted(hit: Hit, token: Word | None) -> Any:
    """The counted noun that a token of a match is, with the number of the match to choose by."""
    number = hit.get("number")
    # Dozens and hundreds count a plural.
    return entry(token, hit.tokens, None if number is None else MANY if number.value is None else number.value)


def entry(token: Word | None, tokens: Sequence[Word] = (), count: float | None = None) -> Any:
    """The counted noun that a token is.

    Of two words spelled alike the one in the form that the number asks for ("eight hundred" counts a singular);
    of two senses that of which a word in the sentence speaks, else the first.
    """
    if token is None:
        return None
    found = _ENTRIES[token]
    if len(found) > 1 and tokens:
        found = [e for e in found if count is None or e.number == _asked(count)] or found
        return next((e for e in found if _spoken(e, tokens)), found[0])
    return found[0] if found else None


_ENTRIES: Memo[Word, list[Entry]] = Memo(
    lambda word: [e for cat in _NOUNS if cat in word.cats for e in word.entries if e.cat == cat]
)


def _asked(count: float) -> str:
    return "pl" if 3 <= count % 100 <= 10 else "sg"


def _spoken(entry: Entry, tokens: Sequence[Word]) -> bool:
    sense = getattr(entry.item, "sense", None)
    return sense is not None and any(sense.upper() in word.cats for word in tokens)


def stated(token: Word, modifier: str, unit: str | None, factor: float = 1, more: float = 0) -> Quantity:
    """The value of a number or vague number in a unit; ``more`` is a half behind the noun."""
    if token.low is not None and token.high is not None:
        return vague(token.low * factor, token.high * factor, unit)
    return bounded(exact(((token.value or 0) + more) * factor), modifier, unit)


def exact(value: float) -> float:
    """A product without the noise of binary fractions."""
    if abs(value) < _WHOLE and value == int(value):
        return float(value)
    return float(f"{value:.15g}")


def unit_of(found: Any) -> str | None:
    """The unit of an entry."""
    return found.item.unit if found else None


def factor_of(found: Any) -> float:
    """How many of its unit an entry stands for."""
    return found.item.factor if found else 1


def made(hit: Hit, quantity: Quantity, start: int, noun: Word | None, **more: Any) -> Reading:
    """The reading of a match, with its noun."""
    found = counted(hit, noun)
    time = found is not None and found.cat == "TIME"
    kind: Any = "duration" if time else "share" if quantity.unit == "percent" else "quantity"
    item = found.item if found else None
    at = place(hit, noun)
    quantity = _settled(hit, quantity, item, at)
    return Reading(kind, hit.rule, start, hit.end, quantity, None, item, at, **more)


def _settled(hit: Hit, quantity: Quantity, item: Any, at: int | None) -> Quantity:
    """A currency's shared name is settled by the adjective behind it: "Libyan dinars"."""
    if quantity.unit is not None or at is None or not isinstance(item, Currency) or at + 1 >= len(hit.tokens):
        return quantity
    nation = hit.tokens[at + 1].item("NISBA")
    return replace(quantity, unit=item.countries.get(nation.id)) if nation else quantity


def place(hit: Hit, noun: Word | None) -> int | None:
    """Where a token of the match stands."""
    if noun is None:
        return None
    return hit.tokens.index(noun, hit.start, hit.end)

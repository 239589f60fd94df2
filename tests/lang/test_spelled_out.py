"""Numbers spelled out by others and read back: num2words, and ICU's Arabic rules where PyICU is installed."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from num2words import num2words

from claimdiff.model import Document, Quantity
from claimdiff.pipeline import mentions

NUMBERS = st.integers(0, 12).flatmap(lambda size: st.integers(0, 10**size))
CARDINALS = ("cardinal-masculine", "cardinal-feminine", "numbering", "numbering-year")
NOUN = " \u0634\u062e\u0635"
ORDINALS = ("ordinal-masculine", "ordinal-feminine")
every = settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(text: str) -> list[float | None]:
    found = [one.value for one in mentions(Document("case", text))]
    return [value.number if isinstance(value, Quantity) else None for value in found]


@functools.cache
def rules() -> Any:
    icu = pytest.importorskip("icu", reason="PyICU isn't installed; it needs Debian's libicu-dev, pkg-config and g++")
    return icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale("ar"))


def speller(name: str) -> Callable[[float], str]:
    found = rules()
    found.setDefaultRuleSet(f"%spellout-{name}")
    spell: Callable[[float], str] = found.format
    return spell


@every
@given(NUMBERS)
def test_num2words(number: int) -> None:
    """With a noun: two thousand comes in the construct state, which alone reads as a thousand in the accusative."""
    assert read(num2words(number, lang="ar") + NOUN) == [number]


@every
@given(NUMBERS)
def test_num2words_behind_a_conjunction(number: int) -> None:
    assert read("\u0648" + num2words(number + 3, lang="ar") + NOUN) == [number + 3]


@every
@given(NUMBERS)
@pytest.mark.parametrize("name", CARDINALS)
def test_icu_cardinals(name: str, number: int) -> None:
    assert read(speller(name)(number)) == [number]


@every
@given(st.integers(-(10**9), -1))
def test_icu_negative_numbers(number: int) -> None:
    assert read(speller("cardinal-masculine")(number)) == [number]


@every
@given(st.integers(0, 999), st.integers(1, 99))
def test_icu_decimals(whole: int, hundredths: int) -> None:
    number = float(f"{whole}.{hundredths:02}")
    assert read(speller("cardinal-masculine")(number)) == [number]


@pytest.mark.parametrize("name", ORDINALS)
def test_icu_ordinals(name: str) -> None:
    """Up to 99: beyond, ICU's ordinals are cardinals, and a million is called a thousand."""
    spell = speller(name)
    wrong = [number for number in range(1, 100) if read(spell(number)) != [number]]
    assert wrong == []


@pytest.mark.parametrize("number", [0, 1, 2, 10, 11, 12, 99, 100, 200, 1000, 2000, 11000, 10**6, 2 * 10**9, 10**12])
def test_corners(number: int) -> None:
    assert read(num2words(number, lang="ar") + NOUN) == [number]

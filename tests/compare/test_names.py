"""Whose result it is, by the words before it, from a table."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimdiff.compare.keys import key
from claimdiff.compare.names import names, signs
from claimdiff.compare.results import cast
from tests.compare.build import claim

TABLE = tomllib.loads(Path(__file__).with_name("names.cases.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", TABLE["case"], ids=[case["name"] for case in TABLE["case"]])
def test_names(case: dict[str, Any]) -> None:
    made = claim("a", "exact 12", topic="seats", sentence=case["sentence"])
    assert names(made) == frozenset(case["names"])


@pytest.mark.parametrize("case", TABLE["cast"], ids=[case["name"] for case in TABLE["cast"]])
def test_votes_cast_are_turnout(case: dict[str, Any]) -> None:
    made = claim("a", "exact 1200 vote", topic="votes", sentence=case["sentence"])
    assert cast(made) is case["cast"]
    assert (key(made)[1] == "turnout") is case["cast"]


def test_a_name_that_two_lists_share_tells_neither() -> None:
    north = claim("a", "exact 25", topic="seats", sentence="the party of Northern Valley won # seats")
    south = claim("b", "exact 18", topic="seats", sentence="the party of Southern Valley won # seats")
    assert signs(north, [south]) == {"northern"}
    assert signs(south, [north, south]) == {"southern"}


def test_a_list_that_is_told_twice_keeps_its_name() -> None:
    now = claim("a", "exact 25", topic="seats", sentence="the party of Northern Valley won # seats")
    then = claim("b", "exact 90", topic="seats", sentence="the party of Northern Valley had # seats")
    assert signs(now, [then]) == names(now) == {"northern", "valley"}

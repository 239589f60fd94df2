"""A mask tells every list of which a passage holds a cue; what it leaves out is never there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.synthetic import claims
from claimdiff.compare import cues, masks, results, scopes
from claimdiff.compare.views import views
from claimdiff.compare.words import bare
from claimdiff.model import Claim
from tests.compare.build import claim

SEARCHED = (*cues.PLACES, "added", "adding", "before", "counting", "earlier", "instead", "moving", "unrest")
WORDS = sorted({word for name in SEARCHED for word in cues.cues(name)} | {"harbour", "7", "ميناء", "."})
TEXTS = st.lists(
    st.tuples(st.sampled_from(["", "", "و", '"', "("]), st.sampled_from(WORDS), st.sampled_from(["", ",", ":"]))
)


@settings(max_examples=400)
@given(TEXTS)
def test_what_a_pattern_finds_is_in_the_mask(runs: list[tuple[str, str, str]]) -> None:
    text = " ".join("".join(run) for run in runs)
    found = {name for name in SEARCHED if cues.pattern(name).search(bare(text))}
    assert found <= {name for name in SEARCHED if masks.mask(text) & masks.bits(name)}


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("so far 12 were counted", "moving", True),
        ("#protests in town", "unrest", True),
        ("the harbour was closed", "unrest", False),
        ("the harbour was closed", "moving", False),
        ("in towns 12 percent", "spread", True),
        ("", "moving", False),
    ],
)
def test_masks(text: str, name: str, held: bool) -> None:
    assert bool(masks.mask(text) & masks.bits(name)) is held


def test_a_list_has_a_bit_and_a_table_those_of_its_lists() -> None:
    assert masks.bits("moving").bit_count() == 1
    assert masks.bits("scopes").bit_count() == len(cues.table()["scopes"])
    assert not masks.bits("moving") & masks.bits("scopes", "unrest")


ASKED = {
    "place": cues.place,
    "some": cues.some,
    "window": cues.windowed,
    "interim": results.interim,
    "moving": cues.moving,
    "added": cues.added,
    "unrest": cues.unrest,
    "turn": scopes.turn,
    "covers": scopes.covers,
    "spread": scopes.spread,
}
SENTENCES = [
    "so far # died since Monday, the second wave of protests, in four states",
    "of # soldiers 12 were still in hospital",
    "# more, additional ones, in urban areas, the rest later",
    "a quorum of # was required",
    "their number came to # in all, women and children among them",
    "after # nothing else was told",
]


@pytest.mark.parametrize("topic", ["killed", "votes", "inflation", "troops"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_view_says_what_its_cues_say(topic: str, sentence: str) -> None:
    assert_same(claim("00", "exact 12 person", topic=topic, sentence=sentence, time="since 2024-01-01"))
    assert_same(claim("00", "exact 12 person", topic=topic, sentence=sentence, noun="women"))


def test_views_of_a_store_say_what_their_cues_say() -> None:
    for one in claims(300):
        assert_same(one)


def assert_same(one: Claim) -> None:
    (view,) = views([one], {})
    for name, ask in ASKED.items():
        assert getattr(view, name) == ask(one), name

"""What silence joins is parted again where roles differ; no judged pair is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.compare.parting import Pair, parted
from claimdiff.compare.views import views
from tests.compare.build import claim

Claims = list[tuple[str, str, str]]

# Place, actor, target of each claim; the pairs that were judged; the groups.
TABLE: list[tuple[str, Claims, list[Pair], list[list[int]]]] = [
    ("nothing judged", [("IQ", "", ""), ("IQ", "", "")], [], []),
    ("one place", [("IQ", "", ""), ("IQ", "", ""), ("", "", "")], [(0, 1), (1, 2)], [[0, 1, 2]]),
    (
        "silence between two countries",
        [("IQ", "", ""), ("", "", ""), ("SY", "", "")],
        [(0, 1), (1, 2)],
        [[0, 1], [1, 2]],
    ),
    (
        "two silent ones go where they are held most",
        [("IQ", "", ""), ("", "", ""), ("", "", ""), ("SY", "", "")],
        [(0, 1), (0, 2), (1, 2), (2, 3)],
        [[0, 1, 2], [2, 3]],
    ),
    (
        "two countries that one pair joins",
        [("IQ", "", ""), ("", "", ""), ("SY", "", "")],
        [(0, 1), (0, 2), (1, 2)],
        [[0, 1, 2]],
    ),
    (
        "a country between two towns",
        [("IQ/a", "", ""), ("IQ", "", ""), ("IQ/b", "", "")],
        [(0, 1), (1, 2)],
        [[0, 1], [1, 2]],
    ),
    ("a country and its town", [("IQ", "", ""), ("IQ/a", "", ""), ("", "", "")], [(0, 1), (1, 2)], [[0, 1, 2]]),
    ("two actors", [("IQ", "US", ""), ("IQ", "", ""), ("IQ", "FR", "")], [(0, 1), (1, 2)], [[0, 1], [1, 2]]),
    ("two targets", [("", "US", "IQ"), ("", "US", ""), ("", "US", "SY")], [(0, 1), (1, 2)], [[0, 1], [1, 2]]),
    (
        "two groups apart anyway",
        [("IQ", "", ""), ("IQ", "", ""), ("SY", "", ""), ("SY", "", "")],
        [(0, 1), (2, 3)],
        [[0, 1], [2, 3]],
    ),
]


def groups(roles: Claims, pairs: list[Pair]) -> list[tuple[list[int], list[Pair]]]:
    made = [
        claim(f"{n:02}", "exact 5 person", place=place, actor=actor, target=target)
        for n, (place, actor, target) in enumerate(roles)
    ]
    return list(parted(views(made, {}), pairs))


@pytest.mark.parametrize(("roles", "pairs", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_groups(roles: Claims, pairs: list[Pair], expected: list[list[int]]) -> None:
    assert sorted(group for group, _ in groups(roles, pairs)) == expected


ROLES = st.tuples(
    st.sampled_from(["", "IQ", "IQ/a", "IQ/b", "SY"]), st.sampled_from(["", "US", "FR"]), st.sampled_from(["", "IR"])
)


@given(st.lists(ROLES, min_size=2, max_size=8), st.data())
def test_every_pair_stands_in_a_group_that_holds_all_pairs_of_its_claims(roles: Claims, data: st.DataObject) -> None:
    every = [(i, j) for i in range(len(roles)) for j in range(i + 1, len(roles))]
    pairs = sorted(data.draw(st.sets(st.sampled_from(every))))
    found = groups(roles, pairs)
    assert sorted({pair for _, inside in found for pair in inside}) == pairs
    for group, inside in found:
        assert group == sorted({n for pair in inside for n in pair})
        assert inside == [(i, j) for i, j in pairs if i in group and j in group]

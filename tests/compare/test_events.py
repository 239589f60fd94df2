"""The ties of a store, found at once, are those that two documents have for themselves."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import combinations, pairwise

import numpy as np
import pytest

from bench.synthetic import claims
from claimdiff.compare import columns, events, questions, quick, sameness, ties
from claimdiff.compare.events import UNDATED, Paper
from claimdiff.compare.views import Store, View
from claimdiff.model import Claim
from tests.compare.build import claim

# Day, stems that all weigh 1; the pairs that share two of them and came out within 45 days.
PAPERS = [
    ([(1, [7, 8]), (2, [7, 8, 9]), (3, [9])], {(0, 1): 2}),
    ([(1, [7, 8]), (60, [7, 8])], {}),
    ([(1, [7, 8]), (46, [8, 7])], {(0, 1): 2}),
    ([(1, [7, 8]), (60, [7, 8]), (UNDATED, [7, 8, 9]), (UNDATED, [9, 8])], {(0, 2): 2, (1, 2): 2, (2, 3): 2}),
    ([(1, []), (1, [])], {}),
    ([(1, [7, 8, 9]), (1, []), (1, [7, 8, 9])], {(0, 2): 3}),
    ([], {}),
]


@pytest.mark.parametrize("step", [2, events.STEP])
@pytest.mark.parametrize(("papers", "expected"), PAPERS)
def test_overlaps(
    monkeypatch: pytest.MonkeyPatch,
    step: int,
    papers: list[tuple[float, list[int]]],
    expected: dict[tuple[int, int], int],
) -> None:
    monkeypatch.setattr(events, "STEP", step)
    told = [Paper(day, array("I", stems), array("d", [1.0] * len(stems))) for day, stems in papers]
    rows = list(events.overlaps(told, 45, 2))
    assert len(rows) == len(papers)
    found = {(int(at), n): sums[k] for n, (others, sums) in enumerate(rows) for k, at in enumerate(others)}
    assert found == expected


def test_each_stem_looks_back_at_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "CROWD", 2)
    papers = [Paper(1, array("I", [7, 8]), array("d", [1.0, 1.0])) for _ in range(5)]
    assert [others.tolist() for others, _ in events.overlaps(papers, 45, 2)] == [[], [0], [0, 1], [1, 2], [2, 3]]


def test_the_graph_ties_what_two_documents_tell_themselves() -> None:
    store = Store(claims(2500), {})
    made = ties.graph(store.about.values())
    views = [store.view(about.claims[0]) for about in store.about.values()]
    days = [view.published.low for view in views if view and view.published]
    assert days == sorted(days)
    tied = 0
    for a, b in combinations([view for view in views if view], 2):
        assert a.published and b.published
        said = made.tied(a.about.number, b.about.number)
        if b.published.low - a.published.low > sameness.EVENT_WINDOW:
            assert said is None
            continue
        assert said is sameness.same_event(a, b)
        assert made.tied(b.about.number, a.about.number) is said
        tied += bool(said)
        like = made.like(a.about.number, b.about.number)
        assert (like is not None) is said
        assert like is None or like == pytest.approx(a.about.like(b.about))
    assert tied > 500


def figured(n: int, day: str, numbers: Sequence[int]) -> list[Claim]:
    """The claims of a document that shares no words with others."""
    return [
        claim(
            f"{n:03}-{at}", f"exact {number} person", doc=f"doc-{n:03}", published=day, sentence=f"{chr(97 + n) * 9} #"
        )
        for at, number in enumerate(numbers)
    ]


def test_two_telling_figures_tie_and_one_does_not() -> None:
    strange = [one for n in range(3, 220) for one in figured(n % 26 + 26 * (n // 26), "2024-03-01", [n])]
    rows = [*figured(0, "2024-01-01", [1234, 5678]), *figured(1, "2024-01-05", [1234, 5678, 99])]
    store = Store([*rows, *figured(2, "2024-01-06", [1234, 9999]), *strange], {})
    made = ties.graph(store.about.values())
    place = [store.about[f"doc-{n:03}"].number for n in range(3)]
    assert made.tied(place[0], place[1]) is True
    assert made.tied(place[0], place[2]) is False


def block(asked: bool = False) -> list[View]:
    """The largest block of a store, or of one question."""
    store = Store(claims(1000, asked=True) if asked else claims(4000), {"killed": "cumulative"})
    return max((inside for _, inside in questions.blocks(store)), key=len)


def test_columns_see_what_a_glance_sees() -> None:
    inside = block()
    made = columns.Columns(inside, ties.graph(inside[0].about.shared.abouts))
    may = quick.glance(inside[0])
    pairs = np.array(list(combinations(range(0, len(inside), 7), 2)))
    seen = made.may(pairs[:, 0], pairs[:, 1]).tolist()
    assert seen == [may(inside[i], inside[j]) for i, j in pairs.tolist()]
    assert True in seen and False in seen


def test_a_few_articles_are_all_held_against_each_other() -> None:
    inside = [view for _, some in questions.blocks(Store(claims(400), {})) for view in some]
    made = columns.Columns(inside, ties.graph(inside[0].about.shared.abouts))
    assert made.reach is None
    assert made.may(np.array([0, 1]), np.array([5, 6])).all()


def paired(inside: list[View], most: tuple[int, int] | None) -> list[tuple[int, int]]:
    """All pairs that the columns of a block give."""
    made = columns.Columns(inside, ties.graph(inside[0].about.shared.abouts))
    parts = (part for edges in made.tied() for part in made.pairs(*edges, most))
    return sorted(pair for i, j in parts for pair in zip(i.tolist(), j.tolist(), strict=True))


def test_pairs_are_those_of_tied_documents_whatever_is_held_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = block()
    whole = paired(inside, None)
    may, graph = quick.glance(inside[0]), ties.graph(inside[0].about.shared.abouts)
    assert whole == [
        (i, j)
        for i, j in combinations(range(len(inside)), 2)
        if inside[i].about is not inside[j].about
        and graph.tied(inside[i].about.number, inside[j].about.number)
        and may(inside[i], inside[j])
    ]
    monkeypatch.setattr(columns, "HELD", 100)
    assert paired(inside, None) == whole


def test_of_very_many_each_claim_keeps_the_likeliest_behind_it() -> None:
    inside = block(asked=True)
    whole, kept = paired(inside, None), paired(inside, (2, 1))
    assert set(kept) < set(whole)
    made = columns.Columns(inside, ties.graph(inside[0].about.shared.abouts))
    looks: dict[tuple[int, bool], int] = {}
    for i, j in kept:
        late = max(i, j, key=lambda n: (inside[n].about.number, n))
        meet = bool(made.low[i] <= made.high[j] and made.low[j] <= made.high[i])
        looks[late, meet] = looks.get((late, meet), 0) + 1
    assert max(n for (_, meet), n in looks.items() if not meet) == 2
    assert max(n for (_, meet), n in looks.items() if meet) == 1


def test_nearer_values_and_liker_articles_are_likelier() -> None:
    rows = [claim(f"{n:02}", f"exact {number} person") for n, number in enumerate([100, 110, 500])]
    inside = [view for _, some in questions.blocks(Store(rows, {})) for view in some]
    made = columns.Columns(inside, ties.graph(inside[0].about.shared.abouts))
    at = np.array([0, 0, 0])
    likely = made.likely(at, np.array([1, 2, 1]), np.array([0.1, 0.1, 0.2])).tolist()
    assert all(x > y for x, y in pairwise([likely[2], likely[0], likely[1]]))

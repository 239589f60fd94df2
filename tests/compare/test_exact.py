"""Findings beside brute force: equal for small questions, no clash lost from large ones.

What is guaranteed. Up to ``sweep.SMALL`` claims all pairs are judged, so findings say exactly what brute force
says: every pair that agrees shares an answer, every pair that clashes stands in a relation at least as grave, and
every relation is the worst of the pairs between its answers; of more than ``findings.TOLD`` answers each keeps its
``findings.WORST`` alone. Beyond that two guarantees hold, up to ``questions.MANY`` claims:

* Claims of articles that came out within the window of an event and share heavy words are all held against each
  other, unless one of them is held against ``questions.CROWD`` likelier ones that came out before it, or more than
  ``events.CROWD`` articles share some of those words.
* Of claims that are alike in all but value and day, every claim that contradicts some other stands in an answer that a
  contradiction touches, and none is touched where nothing clashes.

Beyond ``questions.MANY`` the second holds within each event that documents are tied to by their words, each claim by
``questions.LOOKS`` looks back of its own, and within each lasting state. Claims that differ in more (roles, words,
articles) are held against those that stand nearest and those with the farthest values: a clash of two claims that are
neither may be missed, none is invented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.synthetic import claims
from claimdiff.compare import (
    bounds,
    coherence,
    comparable,
    dates,
    intervals,
    judging,
    likeness,
    lists,
    questions,
    quick,
    sameness,
    severity,
    sweep,
    verdicts,
    views,
)
from claimdiff.compare.dynamics import RANK, Judgement, context, judge
from claimdiff.model import Claim, Dynamics, Finding, Verdict
from tests.compare.build import claim

MODIFIERS = ["exact", "about", "more_than", "at_least", "less_than", "at_most"]
DYNAMICS: list[Dynamics] = ["level", "cumulative", "event", "static"]
VALUES = st.tuples(st.sampled_from(MODIFIERS), st.sampled_from([3, 20, 90, 100, 110, 2478, 2500, 3000, 10000]))
DAYS = st.sampled_from(["", "2024-01-01", "2024-01-02", "2024-02-15", "2024-07-20", "2024-12-31"])
ROLES = st.tuples(st.sampled_from(["IQ", "IQ", "SY", "IQ/baghdad", ""]), st.sampled_from(["US", "US", "FR", ""]))
STANCES = st.sampled_from(["asserted"] * 6 + ["planned", "superseded"])
SENTENCES = st.sampled_from(
    [
        "according to the report they counted # there",
        "officials there counted # after heavy fighting near bridges",
        "yesterday another ministry spoke about # without further details",
    ]
)
PAPERS = st.integers(0, 9)
ROWS = st.lists(st.tuples(VALUES, DAYS, ROLES, STANCES, SENTENCES, PAPERS), min_size=1, max_size=10)
Pairs = dict[frozenset[str], Judgement]


def build(rows: Sequence[tuple[tuple[str, int], str, tuple[str, str], str, str, int]]) -> list[Claim]:
    """A claim a row; rows of one paper stand in one document, of the day of its first."""
    days: dict[int, str] = {}
    return [
        claim(
            f"{n:02}",
            f"{modifier} {number}",
            published=days.setdefault(paper, day),
            place=place,
            actor=actor,
            stance=stance,
            sentence=sentence,
            doc=f"paper-{paper}",
            sentence_start=1000 * n,
            start=1000 * n + sentence.find("#"),
        )
        for n, ((modifier, number), day, (place, actor), stance, sentence, paper) in enumerate(rows)
    ]


def brute(ready: Sequence[views.View]) -> Pairs:
    """The judgement of every pair that is held against each other, less what coheres with nothing."""
    known = context(ready)
    stated = {frozenset((one.before.claim.id, one.after.claim.id)) for one in known.changes}
    ordered = sorted(ready, key=lambda view: view.claim.id)
    found: dict[tuple[int, int], Judgement] = {}
    for (i, a), (j, b) in combinations(enumerate(ordered), 2):
        if comparable.why_not(a, b) is not None and names(a, b) not in stated:
            continue
        said = judge(a, b, known)
        beside = [[one for one in ordered if one.about is view.about] for view in (a, b)]
        sure = said.verdict in ("update", "agreement") or a.about is b.about
        if sure or not lists.ambiguous(a, b, *beside):
            found[i, j] = said
    return {names(ordered[i], ordered[j]): said for (i, j), said in coherence.coherent(ordered, found, known).items()}


def names(a: views.View, b: views.View) -> frozenset[str]:
    """The ids of two claims."""
    return frozenset((a.claim.id, b.claim.id))


def grave(said: Judgement) -> tuple[int, float]:
    """How bad a judgement is; an undated pair yields to a dated one."""
    return RANK["agreement" if said.reason == "undated" else said.verdict], said.ratio or 0.0


def between(finding: Finding, left: int, right: int) -> Iterator[frozenset[str]]:
    """The pairs of claims of two answers."""
    for a in finding.answers[left].claims:
        yield from (frozenset((a, b)) for b in finding.answers[right].claims if a != b)


@settings(max_examples=2000, deadline=None)
@given(ROWS, st.sampled_from(DYNAMICS))
def test_small_questions_are_exact(
    rows: list[tuple[tuple[str, int], str, tuple[str, str], str, str, int]], how: Dynamics
) -> None:
    ready = views.views(build(rows), {"troops": how})
    pairs, found = brute(ready), verdicts.weigh(ready)
    together = {frozenset(pair) for one in found for answer in one.answers for pair in combinations(answer.claims, 2)}
    assert {names for names, said in pairs.items() if said.verdict == "agreement"} <= together
    told: Pairs = {}
    for finding in found:
        for one in finding.relations:
            inside = [pairs[names] for names in between(finding, one.left, one.right) if names in pairs]
            clashes = [said for said in inside if said.verdict != "agreement"]
            worst = max(map(grave, clashes))
            assert grave(Judgement(one.verdict, one.reason, one.ratio)) == worst
            told.update((names, pairs[names]) for names in between(finding, one.left, one.right) if names in pairs)
    assert {names for names, said in pairs.items() if said.verdict != "agreement"} <= set(told)


@settings(max_examples=300, deadline=None)
@given(ROWS, st.sampled_from(DYNAMICS))
def test_what_is_quick_decides_as_what_explains(
    rows: list[tuple[tuple[str, int], str, tuple[str, str], str, str, int]], how: Dynamics
) -> None:
    for a, b in combinations(views.views(build(rows), {"troops": how}), 2):
        held = comparable.why_not(a, b) is None
        assert comparable.apart(a, b) is not held
        assert not held or (quick.glance(a)(a, b) and comparable.tied(a, b))
        like = likeness.likeness(a, b)
        for least in (like - 2, like - 0.1, like, like + 1e-12, like + 0.1, like + 2):
            assert bounds.reaches(a, b, least) is (like >= least)


@settings(max_examples=100, deadline=None)
@given(ROWS, st.lists(st.sampled_from(sorted(severity.SHARES)), min_size=1, max_size=6))
def test_the_gravest_is_found_without_weighing_all(
    rows: list[tuple[tuple[str, int], str, tuple[str, str], str, str, int]], kinds: list[Verdict]
) -> None:
    pairs = list(combinations(views.views(build(rows), {}), 2))
    cases = [(kinds[n % len(kinds)], a, b, n % 4 + 1) for n, (a, b) in enumerate(pairs)]
    assert severity.greatest(cases) == max((severity.severity(*case) for case in cases), default=0.0)


def test_every_check_is_made_quickly_too() -> None:
    assert set(comparable._QUICK_ALIKE) == set(comparable.ALIKE)
    assert set(comparable._QUICK_UNLIKE) == set(comparable.UNLIKE)


def test_a_date_without_a_beginning_meets_only_what_lies_before_its_end() -> None:
    open_ended = intervals.Interval(float("-inf"), 100.0)
    before = intervals.Measure(open_ended, open_ended)
    inside, later = (intervals.Measure(day, day) for day in (intervals.Interval(99, 99), intervals.Interval(140, 140)))
    assert intervals.agree(before, inside)
    assert not intervals.agree(before, later) and not intervals.agree(later, before)


ALIKE = st.lists(st.tuples(VALUES, DAYS), min_size=1, max_size=12)


def touched(found: Sequence[Finding]) -> set[str]:
    """The claims of answers that a contradiction touches."""
    return {
        name
        for finding in found
        for one in finding.relations
        if one.verdict == "contradiction"
        for at in (one.left, one.right)
        for name in finding.answers[at].claims
    }


@pytest.mark.parametrize("many", [0, questions.MANY])
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ALIKE, st.sampled_from(DYNAMICS))
def test_sweep_loses_no_clash(
    monkeypatch: pytest.MonkeyPatch, many: int, rows: list[tuple[tuple[str, int], str]], how: Dynamics
) -> None:
    for module in (questions, verdicts):
        monkeypatch.setattr(module, "MANY", many)
    monkeypatch.setattr(questions, "LOOKS", (questions.CROWD, questions.CROWD))
    made = [claim(f"{n:02}", f"{m} {number}", published=day, actor="US") for n, ((m, number), day) in enumerate(rows)]
    ready = views.views(made, {"troops": how})
    clashing = {name for names, said in brute(ready).items() if said.verdict == "contradiction" for name in names}
    assert clashing <= touched(verdicts.weigh(ready, small=0))
    assert bool(clashing) == bool(touched(verdicts.weigh(ready, small=0)))


def test_one_event_of_a_large_question_is_judged_whole() -> None:
    dynamics: dict[str, Dynamics] = {"killed": "cumulative", "attack": "static", "presence": "level"}
    large = [block for _, block in questions.blocks(views.Store(claims(8000), dynamics)) if len(block) > sweep.SMALL]
    assert {block[0].claim.topic for block in large} >= {"killed", "attack", "other", "statement"}
    for block in large:
        known = context(block)
        pairs, more = verdicts._likely(block)
        looks = Counter(n for pair in pairs for n in pair)
        looked = judging.judged(block, known, pairs, more)
        every = judging.judged(block, known, combinations(range(len(block)), 2))
        missed = every.keys() - looked.keys()
        alone = [(i, j) for i, j in missed if max(looks[i], looks[j]) < questions.CROWD]
        assert not [(i, j) for i, j in alone if one_event(block[i], block[j])]
        assert len(missed) <= 0.03 * len(every)


def one_event(a: views.View, b: views.View) -> bool:
    """Whether the articles of two claims came out within the window of one event and are alike by their words."""
    assert a.published and b.published
    near = dates.gap(a.published, b.published) < sameness.EVENT_WINDOW
    return near and a.about.like(b.about) >= sameness.TIED

"""What holds for any claims: order doesn't matter, the sweep finds what all pairs find, output is small."""

from __future__ import annotations

from dataclasses import asdict
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.compare import intervals, verdicts, views
from claimdiff.compare.comparable import why_not
from claimdiff.compare.dynamics import RANK, Judgement, context, judge
from claimdiff.model import Claim, Dynamics
from tests.compare.build import claim

MODIFIERS = ["exact", "about", "more_than", "at_least", "less_than", "at_most"]
DYNAMICS: list[Dynamics] = ["level", "cumulative", "event", "static"]
NUMBERS = st.sampled_from([3, 20, 90, 100, 110, 2478, 2500, 3000, 10000])
DATES = st.sampled_from(["", "2024-01-01", "2024-01-02", "2024-02-15", "2024-07-20", "2024-12-31"])
ROWS = st.lists(st.tuples(st.sampled_from(MODIFIERS), NUMBERS, DATES), min_size=1, max_size=12)


def build(rows: list[tuple[str, int, str]]) -> list[Claim]:
    """A claim a row, each of its own paper."""
    return [claim(f"{n:02}", f"{modifier} {number}", published=date) for n, (modifier, number, date) in enumerate(rows)]


def judged(ready: list[views.View]) -> list[Judgement]:
    """All pairs, judged one by one."""
    known = context(ready)
    return [judge(a, b, known) for a, b in combinations(ready, 2) if why_not(a, b) is None]


def brute(ready: list[views.View]) -> str:
    """The worst verdict over all pairs."""
    return max((one.verdict for one in judged(ready)), key=RANK.__getitem__, default="none")


@settings(max_examples=300, deadline=None)
@given(ROWS, st.sampled_from(DYNAMICS))
def test_worst_verdict_is_that_of_all_pairs(rows: list[tuple[str, int, str]], how: Dynamics) -> None:
    ready = views.views(build(rows), {"troops": how})
    found = verdicts.weigh(ready)
    worst = max((finding.verdict for finding in found), key=RANK.__getitem__, default="none")
    if any(one.reason == "undated" for one in judged(ready)):
        # A dated pair of the same two answers may explain what an undated one leaves open.
        assert (worst == "contradiction") == (brute(ready) == "contradiction")
    else:
        assert worst == brute(ready)


@settings(max_examples=300, deadline=None)
@given(ROWS, st.sampled_from(DYNAMICS))
def test_sweep_finds_a_contradiction_where_there_is_one(rows: list[tuple[str, int, str]], how: Dynamics) -> None:
    ready = views.views(build(rows), {"troops": how})
    swept = any(finding.verdict == "contradiction" for finding in verdicts.weigh(ready, small=0))
    assert swept == (brute(ready) == "contradiction")


@settings(max_examples=200, deadline=None)
@given(ROWS, st.sampled_from(DYNAMICS), st.randoms())
def test_order_of_claims_changes_nothing(rows: list[tuple[str, int, str]], how: Dynamics, chance: object) -> None:
    claims = build(rows)
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert verdicts.compare(claims, {"troops": how}) == verdicts.compare(shuffled, {"troops": how})


@settings(max_examples=200, deadline=None)
@given(ROWS, st.sampled_from(DYNAMICS))
def test_claims_of_one_answer_agree(rows: list[tuple[str, int, str]], how: Dynamics) -> None:
    claims = build(rows)
    measures = {one.id: intervals.measure(one.value) for one in claims}
    for finding in verdicts.compare(claims, {"troops": how}):
        for answer in finding.answers:
            for a, b in combinations(answer.claims, 2):
                left, right = measures[a], measures[b]
                assert left and right and intervals.agree(left, right)


def test_many_claims_on_one_question_stay_linear() -> None:
    rows = [(MODIFIERS[n % 6], 100 + 7 * (n * 37 % 900), f"2024-01-{n % 28 + 1:02}") for n in range(900)]
    claims = [claim(f"{n:05}", f"{m} {x}", published=d) for n, (m, x, d) in enumerate(rows)]
    found = verdicts.compare(claims, {"troops": "cumulative"})
    assert found[0].verdict == "contradiction"
    answers = [answer for finding in found for answer in finding.answers]
    assert sum(len(finding.relations) for finding in found) <= len(answers)
    assert sum(len(answer.claims) for answer in answers) <= 3 * len(claims)
    assert {one for answer in answers for one in answer.claims} <= {one.id for one in claims}


def test_findings_are_sorted_and_their_ids_stable() -> None:
    claims = [
        claim("a", "exact 100", place="IQ"),
        claim("b", "exact 900", place="IQ"),
        claim("c", "exact 5", place="SY"),
        claim("d", "exact 5", place="SY"),
        claim("e", "about 2500", place="JO"),
        claim("f", "more_than 3000", place="JO"),
        claim("g", "exact 100", place="LY", published="2020-01-01"),
        claim("h", "exact 900", place="LY"),
    ]
    found = verdicts.compare(claims, {"troops": "level"})
    assert [one.verdict for one in found] == ["contradiction", "tension", "update", "agreement"]
    assert all(len(one.id) == 16 and int(one.id, 16) >= 0 for one in found)
    assert [asdict(one) for one in found] == [asdict(one) for one in verdicts.compare(claims[::-1], {})]

"""Parts and wholes of one sentence, told by the words between them."""

from __future__ import annotations

import pytest

from claimdiff.compare.verdicts import compare
from claimdiff.model import Claim
from tests.compare.build import claim


def said(sentence: str, *numbers: int) -> list[Claim]:
    """A claim for each number of a sentence."""
    return [
        claim(f"c{n}", f"exact {number} seat", doc="x", topic="seats", noun="seat", sentence=sentence, start=at)
        for n, number in enumerate(numbers)
        if (at := sentence.index(f"{number} seat")) >= 0
    ]


@pytest.mark.parametrize(
    ("sentence", "numbers", "reasons"),
    [
        ("they won 47 seat out of 40 seat", (47, 40), ["part_exceeds_whole"]),
        ("they won 30 seat out of 40 seat", (30, 40), []),
        ("the house has 40 seat: 25 seat for one, 11 seat for all others", (40, 25, 11), ["parts_do_not_sum"] * 2),
        ("the house has 40 seat: 25 seat for one, 15 seat for all others", (40, 25, 15), []),
        ("the house has 40 seat, among them 25 seat and 11 seat", (40, 25, 11), []),
        ("the house has 40 seat, among them 25 seat and 19 seat", (40, 25, 19), ["parts_do_not_sum"] * 2),
        ("it has 25 seat here and 11 seat there, 40 seat altogether", (25, 11, 40), []),
        ("it has 25 seat here and 11 seat there, in total 40 seat", (25, 11, 40), ["parts_do_not_sum"] * 2),
        ("they won 51 seat and 19 seat, that is 69 seat in all", (51, 19, 69), ["parts_do_not_sum"] * 2),
        ("they won 51 seat and 19 seat, that is 70 seat in all", (51, 19, 70), []),
        ("they won 51 seat and 19 seat, that is 69 seat of the house", (51, 19, 69), []),
        ("the house has 40 seat, namely 25 seat and 11 seat", (40, 25, 11), ["parts_do_not_sum"] * 2),
        ("للمجلس 40 seat، وهم 25 seat و11 seat", (40, 25, 11), ["parts_do_not_sum"] * 2),
        ("للمجلس 40 seat، وهم 25 seat و15 seat", (40, 25, 15), []),
        ("the house has 40 seat: 25 seat, 11 seat and a few for the rest", (40, 25, 11), []),
    ],
)
def test_parts_and_wholes(sentence: str, numbers: tuple[int, ...], reasons: list[str]) -> None:
    found = compare(said(sentence, *numbers), {"seats": "static"})
    assert [one.reason for finding in found for one in finding.relations] == reasons


@pytest.mark.parametrize(("seats", "misfits"), [((9, 8, 16), 2), ((9, 7, 16), 0)])
def test_votes_and_seats_in_turns(seats: tuple[int, ...], misfits: int) -> None:
    first, second, whole = seats
    text = f"500 vote and {first} seat for one, 300 vote and {second} seat for the other out of {whole} seat"
    votes = [
        claim(
            f"v{n}",
            f"exact {n} vote",
            doc="x",
            topic="votes",
            noun="vote",
            sentence=text,
            start=text.index(f"{n} vote"),
        )
        for n in (500, 300)
    ]
    found = compare([*votes, *said(text, *seats)], {"seats": "static", "votes": "event"})
    assert sum(one.reason == "parts_do_not_sum" for finding in found for one in finding.relations) == misfits


def test_the_sum_is_shown() -> None:
    (found,) = compare(said("the house has 40 seat: 25 seat for one, 11 seat for all others", 40, 25, 11), {})
    assert "25 + 11 = 36" in found.relations[0].explanation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("47 seat out of 60 seat, or 60 percent", "78.3%, not 60%"),
        ("47 seat out of 60 seat, or 78 percent", ""),
        ("47 seat out of 60 seat, while 60 percent stayed away", ""),
    ],
)
def test_a_percentage_that_its_numbers_do_not_give(text: str, expected: str) -> None:
    share = text.split(" percent")[0].split()[-1]
    place = {"doc": "x", "sentence": text}
    counts = said(text, 47, 60)
    (percent,) = [
        claim(
            "s", f"exact {share} percent", kind="share", topic="turnout", start=text.index(f"{share} percent"), **place
        )
    ]
    found = compare([*counts, percent], {"seats": "static"})
    assert expected in "".join(one.explanation for finding in found for one in finding.relations)
    assert bool(found) == bool(expected)

"""What changed between two extractions: a claim that moved or was retold is changed, never lost and gained."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimdiff.evaluate.changes import by_fact, by_topic, changes, plain
from claimdiff.model import Claim, Document, Quantity
from claimdiff.pipeline import extract

TEXT = "قُتل 14 شخصا في سوريا. وأصيب 30 شخصا في 5 مارس 2024."


def found() -> dict[str, Claim]:
    """The claims of a text by kind and topic."""
    return {f"{claim.kind} {claim.topic}": claim for claim in extract(Document("a", TEXT))}


def moved(claim: Claim, start: int, end: int, **changed: Any) -> Claim:
    """The claim with other words."""
    spot = replace(claim.evidence, start=start, end=end, text=TEXT[start:end])
    return replace(claim, id=f"{claim.id}x", evidence=spot, **changed)


def test_the_same_claims_in_any_order_have_no_changes() -> None:
    claims = list(found().values())
    assert len(claims) == 3
    assert changes(claims, reversed(claims)) == []


def test_how_a_claim_was_found_is_no_change() -> None:
    claims = list(found().values())
    other = [replace(claim, id="0", rule="ar.other", confidence=0.1) for claim in claims]
    assert changes(claims, other) == []


def test_gained_lost_and_changed() -> None:
    claims = found()
    killed, injured = claims["quantity killed"], claims["quantity injured"]
    retold = replace(killed, topic="missing", subject=replace(killed.subject, place=None))
    first, second = changes([killed, injured], [retold])
    assert (first.what, first.differences) == ("changed", {"topic": ("killed", "missing"), "place": ("SY", None)})
    assert (second.what, second.before, second.after) == ("lost", injured, None)
    (third,) = changes([], [killed])
    assert (third.what, third.claim) == ("gained", killed)
    assert third.differences["topic"] == (None, "killed")


def test_a_value_is_told_exactly() -> None:
    killed = found()["quantity killed"]
    assert isinstance(killed.value, Quantity)
    near = replace(killed, value=replace(killed.value, high=14.00001))
    (one,) = changes([killed], [near])
    assert list(one.differences) == ["value"]


def test_words_that_meet_are_one_claim_the_same_kind_first() -> None:
    killed = found()["quantity killed"]
    start, end = killed.evidence.start, killed.evidence.end
    longer, rank = moved(killed, start - 5, end), moved(killed, start, end, kind="rank")
    first, second = sorted(changes([killed], [rank, longer]), key=lambda one: one.what)
    assert (first.what, first.before, first.after) == ("changed", killed, longer)
    assert (second.what, second.after) == ("gained", rank)
    assert list(first.differences) == ["words"]


def test_words_apart_are_two_claims() -> None:
    killed = found()["quantity killed"]
    away = moved(killed, killed.evidence.end, killed.evidence.end + 3)
    assert [one.what for one in changes([killed], [away])] == ["lost", "gained"]
    other = replace(killed, source=replace(killed.source, doc="b"))
    assert [(one.what, one.claim.source.doc) for one in changes([killed], [other])] == [("lost", "a"), ("gained", "b")]


def test_counts_by_topic() -> None:
    claims = found()
    killed, injured = claims["quantity killed"], claims["quantity injured"]
    made = changes([killed, injured], [replace(killed, topic="missing")])
    assert by_topic(made) == {"injured": {"lost": 1}, "killed": {"changed": 1}, "missing": {"changed": 1}}


def test_counts_by_fact() -> None:
    before = list(found().values())
    after = [replace(one, topic="missing", stance="denied") for one in before[:2]] + [replace(before[2], topic="x")]
    assert list(by_fact(changes(before, after)).items()) == [("topic", 3), ("stance", 2)]
    assert by_fact(changes(before, [])) == {}


def test_a_change_for_machines() -> None:
    killed = found()["quantity killed"]
    (one,) = changes([killed], [replace(killed, stance="denied")])
    said = plain(one)
    assert (said["what"], said["doc"], said["differences"]) == ("changed", "a", ["stance"])
    assert said["sentence"] == killed.evidence.sentence

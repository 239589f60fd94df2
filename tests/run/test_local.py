"""One process or several: the same claims in the same order, and no document stops the rest."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from claimdiff import collector
from claimdiff.errors import ClaimdiffError, InputError
from claimdiff.model import Claim, Document
from claimdiff.run import local
from tests.run.fakes import die, one_a_word


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "BATCH", 40)


def documents() -> Iterator[Document]:
    for number in range(30):
        yield Document(f"d{number}", "fail" if number in {7, 8} else "word " * (number % 5))


def outcome(jobs: int) -> tuple[list[list[Claim]], list[str]]:
    problems: list[InputError] = []
    found = list(local.run(documents(), problems.append, jobs, one_a_word))
    return found, [str(problem) for problem in problems]


def test_several_processes_give_what_one_gives() -> None:
    found, problems = outcome(1)
    assert outcome(2) == (found, problems)
    assert [len(claims) for claims in found][:9] == [0, 1, 2, 3, 4, 0, 1, 0, 0]


def test_a_failing_document_is_named_in_one_line() -> None:
    _, problems = outcome(1)
    assert problems == [
        f"{name}: can't be analysed: ValueError: this text (it is left out; please report it)" for name in ("d7", "d8")
    ]


def test_the_cause_is_kept_for_debugging() -> None:
    problem = local.attempt(Document("x", "fail"), one_a_word)
    assert isinstance(problem, InputError)
    assert isinstance(problem.__cause__, ValueError)


@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_are_read_only_as_far_as_needed(jobs: int) -> None:
    read: list[Document] = []

    def endless() -> Iterator[Document]:
        while True:
            read.append(Document(f"d{len(read)}", "word " * 8))
            yield read[-1]

    found = local.run(endless(), lambda problem: None, jobs, one_a_word)
    assert [len(next(found)) for _ in range(3)] == [8, 8, 8]
    found.close()  # type: ignore[attr-defined]
    assert len(read) <= 3 + jobs * local.AHEAD


def test_a_dead_process_is_told() -> None:
    with pytest.raises(ClaimdiffError, match="a worker process died"):
        list(local.run(documents(), lambda problem: None, 2, die))


def test_nothing_gives_nothing() -> None:
    assert list(local.run(iter(()), lambda problem: None, 2, one_a_word)) == []


def test_the_pipeline_is_the_default() -> None:
    from claimdiff.pipeline import extract

    document = Document("a", "قتل ثلاثة جنود في بغداد.", language="ar")
    assert list(local.run([document], lambda problem: None)) == [extract(document)]


def test_the_collector_waits_meanwhile_and_is_as_before_behind_it() -> None:
    before, meanwhile = gc.get_threshold(), set[tuple[int, int, int]]()
    run = local.run(documents(), lambda error: None, 1, one_a_word)
    for _ in run:
        meanwhile.add(gc.get_threshold())
    assert (meanwhile, gc.get_threshold()) == ({collector.SELDOM}, before)
    closed = local.run(documents(), lambda error: None, 1, one_a_word)
    next(closed)
    closed.close()  # type: ignore[attr-defined]
    assert gc.get_threshold() == before

"""Tallies as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimdiff import words
from claimdiff.compare import wording
from claimdiff.compare.tally import Tally
from claimdiff.report import _words
from claimdiff.report._questions import ask


def lines(tallies: Iterable[Tally]) -> Iterator[str]:
    """Each question with low – best – high, then its answers; the policy at the end."""
    said, any_ = words.now(), False
    for row in tallies:
        any_ = True
        kind = "share" if row.question.unit == "percent" else "quantity"
        yield f"{ask(row.question, kind)}  {_figures(row)}  ({_words.verdict(row.verdict)})"
        for answer in row.answers:
            span = _span(answer.low, answer.high)
            counted = said.count("source", answer.sources), said.count("origin", answer.origins)
            yield f"  {span}: {said('question', 'comma').join(counted)}"
    if any_:
        yield said("say", "policy", said("say", "best"))


def _figures(row: Tally) -> str:
    return " – ".join(wording.number(n) if n is not None else "?" for n in (row.low, row.best, row.high))


def _span(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"≥ {wording.number(low)}" if low is not None else f"≤ {wording.number(high or 0)}"
    return wording.number(low) if low == high else f"{wording.number(low)}–{wording.number(high)}"

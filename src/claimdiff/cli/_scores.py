"""Scores for people: a table each for claims, kinds, topics, roles and verdicts, then each miss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from claimdiff.evaluate.figures import Role, Score
    from claimdiff.evaluate.misses import Miss
    from claimdiff.evaluate.score import Evaluation

NARROWEST = 72


def show(found: Evaluation) -> None:
    """Print the scores."""
    figures = found.figures
    screen = Console(highlight=False)
    console = Console(highlight=False, width=max(screen.width, NARROWEST))
    claims = {"detected": figures.detected, "strict": figures.strict}
    groups = {"claims": claims, "kind": figures.kinds, "topic": figures.topics}
    if len(found.folders) > 1:
        groups = {"folder, strict": {Path(name).name: one.strict for name, one in found.folders.items()}, **groups}
    for title, scores in groups.items():
        console.print(_table(title, scores), "")
    if figures.roles:
        console.print(_roles(figures.roles), "")
    if figures.pairs.wanted:
        console.print(_table("verdict", {**figures.verdicts, "all": figures.pairs}))
        if figures.lost:
            console.print(f"pairs of which a claim was not found: {figures.lost}")
    if figures.traps:
        console.print(f"traps taken: {figures.trapped} of {figures.traps}")


def _headed(title: str, *columns: str) -> Table:
    table = Table(box=None, pad_edge=False, title_justify="left")
    table.add_column(title, min_width=14, no_wrap=True)
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _table(title: str, scores: dict[str, Score]) -> Table:
    table = _headed(title, "precision", "recall", "F1", "wanted", "said", "right")
    for name, one in scores.items():
        table.add_row(escape(name), *_ratios(one), *(f"{n:,}" for n in (one.wanted, one.said, one.right)))
    return table


def _roles(roles: dict[str, Role]) -> Table:
    table = _headed("role, where found", "precision", "recall", "F1", "graded", "right", "accuracy")
    for name, one in roles.items():
        table.add_row(name, *_ratios(one.score), f"{one.graded:,}", f"{one.right:,}", _ratio(one.accuracy))
    return table


def _ratios(one: Score) -> Iterator[str]:
    return map(_ratio, (one.precision, one.recall, one.f1))


def _ratio(number: float | None) -> str:
    return "–" if number is None else f"{number:.3f}"


def lines(misses: Iterable[Miss]) -> Iterator[str]:
    """Each miss in a few lines: what and where, the words, what was expected and said, the sentence."""
    for one in misses:
        yield f"{one.what} {one.where} {one.doc}: {_isolated(one.words)}"
        yield f"  expected: {_isolated(one.expected)}"
        yield f"  said:     {_isolated(one.said)}"
        if one.sentence:
            yield f"  sentence: {_isolated(' '.join(one.sentence.split()))}"


def _isolated(words: str) -> str:
    """Words of any direction, kept from turning the rest of the line round."""
    return f"\u2068{words}\u2069"

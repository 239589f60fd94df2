"""How far work is: shown at a terminal, for work that lasts."""

from __future__ import annotations

import io
import sys

import pytest

from claimdiff.cli import progress
from claimdiff.cli.progress import Progress, pace


class Terminal(io.StringIO):
    """A screen."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch, patience: float = 0.0) -> Terminal:
    """Standard error at a terminal; the capture of a test begins anew after its fixtures, so this is none."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    return shown


def work(things: int = 1000) -> list[int]:
    with Progress("claim", "read", lambda: things) as bar:
        return list(bar.each(range(things), every=100))


def test_work_of_more_than_a_second_shows_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    assert work() == list(range(1000))
    said = screen.getvalue()
    assert "claims read" in said and "claims/s, 0:00 left" in said


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch, 1.0)
    work()
    assert screen.getvalue() == ""


def test_a_pipe_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    work()
    assert shown.getvalue() == ""


def test_an_unknown_end_has_a_rate_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    with Progress("article", "read", lambda: None, unit="MB/s") as bar:
        bar.add(1, 5000)
    assert "MB/s" in screen.getvalue() and "left" not in screen.getvalue()


@pytest.mark.parametrize(
    ("done", "elapsed", "total", "said"),
    [
        (10, 10, 36_010, "1 claims/s, 10:00:00 left"),
        (10, 5, 10, "2 claims/s, 0:00 left"),
        (0, 5, 10, ""),
        (5, 0, 10, ""),
        (50, 5, 20, "10 claims/s, 0:00 left"),
    ],
)
def test_pace(done: float, elapsed: float, total: float, said: str) -> None:
    assert pace(done, elapsed, total, "claims/s") == said

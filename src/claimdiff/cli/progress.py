"""How far work is, for a person at a terminal: how much is done, how fast, how long it will take."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from claimdiff.cli.output import plural

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

T = TypeVar("T")
# Work that is over sooner shows nothing.
PATIENCE = 1.0


class Progress:
    """A bar on standard error once the work has taken a second; nothing at all where it isn't wanted.

    ``noun`` and ``verb`` say what is done, ``total`` how much of ``unit`` there is: bytes, or the things themselves.
    """

    def __init__(
        self, noun: str, verb: str, total: Callable[[], float | None], wanted: bool | None = None, unit: str = ""
    ) -> None:
        self.noun, self.verb, self.total, self.unit = noun, verb, total, unit
        self.wanted = sys.stderr.isatty() if wanted is None else wanted
        self.things, self.amount = 0, 0.0
        self.began = time.monotonic()
        self.bar: Bar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar is not None:
            self.bar.stop()

    def add(self, things: int, amount: float | None = None) -> None:
        """So many things more are done, which are so much work."""
        if not self.wanted:
            return
        self.things += things
        self.amount += things if amount is None else amount
        if self.bar is None and time.monotonic() - self.began >= PATIENCE:
            self._show()
        if self.bar is not None:
            self.bar.update(
                self.task, completed=self.amount, description=f"{plural(self.things, self.noun)} {self.verb}"
            )

    def each(self, things: Iterable[T], every: int = 500) -> Iterator[T]:
        """The things as they are, counted now and then as they go by."""
        at = 0
        for at, thing in enumerate(things, 1):
            if at % every == 0:
                self.add(every)
            yield thing
        self.add(at % every)

    def _show(self) -> None:
        self.bar = _bar(self.unit or f"{self.noun}s/s")
        self.task = self.bar.add_task("", total=self.total(), completed=0)
        # The work began before the bar did, and its speed is reckoned from there.
        self.bar.tasks[0].start_time = self.bar.get_time() - (time.monotonic() - self.began)
        self.bar.start()


def _bar(unit: str) -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn
    from rich.text import Text

    class Speed(ProgressColumn):
        """How much a second, and how long it takes at that speed, from the beginning on."""

        def render(self, task: Task) -> Text:
            return Text(pace(task.completed, task.elapsed or 0.0, task.total, unit))

    columns = (TextColumn("{task.description}"), BarColumn(), Speed())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def pace(done: float, elapsed: float, total: float | None, unit: str) -> str:
    """The speed, and the time that is left where the end is known.

    >>> pace(5e6, 2.0, 20e6, "MB/s"), pace(3000, 3.0, None, "claims/s")
    ('2.5 MB/s, 0:06 left', '1,000 claims/s')
    """
    if not done or not elapsed:
        return ""
    speed = done / elapsed
    said = f"{speed / 1e6:.1f} {unit}" if unit == "MB/s" else f"{speed:,.0f} {unit}"
    if total is None:
        return said
    left = round(max(total - done, 0) / speed)
    hours, minutes, seconds = left // 3600, left // 60 % 60, left % 60
    clock = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"{said}, {clock} left"

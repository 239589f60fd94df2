"""How far extraction is, for a person at a terminal."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self

from claimdiff.model import Document

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


class Progress:
    """A bar on standard error while the work lasts; nothing at all where it isn't wanted."""

    def __init__(self, paths: list[str], wanted: bool) -> None:
        self.articles = self.bytes = 0
        self.bar: Bar | None = _bar() if wanted else None
        if self.bar is not None:
            from claimdiff.read import total

            self.task = self.bar.add_task("0 articles", total=total(paths))

    def __enter__(self) -> Self:
        if self.bar is not None:
            self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar is not None:
            self.bar.stop()

    def read(self, document: Document) -> None:
        """Another article was read."""
        if self.bar is not None:
            self.articles += 1
            self.bytes += len(document.text.encode("utf-8"))
            words = f"{self.articles:,} articles"
            self.bar.update(self.task, completed=self.bytes, description=words)


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)

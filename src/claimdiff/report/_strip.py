"""The answers of a finding as ranges on one scale, a line each, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from claimdiff import words
from claimdiff.model import Finding
from claimdiff.report import _words
from claimdiff.report._charts import Bar, strip
from claimdiff.report._lines import Setting, apart

NARROWEST, WIDEST = 12, 60
COLOURS = ("blue", "red", "yellow", "magenta", "green", "cyan")


def strips(finding: Finding, width: int, setting: Setting, shown: Sequence[int]) -> Iterator[Text]:
    """A line for each answer shown: its number, its range, its ends in figures. Nothing where there is no room."""
    drawn = strip(finding)
    ends = [_words.span(finding.answers[n], finding.question.unit) for n in shown]
    least = max(map(cell_len, ends))
    nth = len(f"{max(shown, default=0) + 1}")
    room = min(width - least - nth - 4, WIDEST)
    if drawn is None or room < NARROWEST:
        return
    for bar, end in zip((drawn.bars[n] for n in shown), ends, strict=True):
        colour = COLOURS[(bar.number - 1) % len(COLOURS)]
        yield Text.assemble(
            f"{bar.number:>{nth}} ", (_line(bar, room), colour), "  ", apart(end, setting), no_wrap=True
        )
    if drawn.logarithmic:
        yield Text(" " * (nth + 1) + apart(words.now()("say", "scale"), setting), style="dim", no_wrap=True)


def _line(bar: Bar, room: int) -> str:
    """The track as dots; on it a point, or a stretch with its ends, open where it has none."""
    first, last = round(bar.x / 100 * (room - 1)), round((bar.x + bar.width) / 100 * (room - 1))
    cells = ["·"] * room
    cells[first : last + 1] = "━" * (last - first + 1)
    cells[first] = "●" if bar.point or first == last else "┣"
    if not bar.point and first != last:
        cells[last] = "→" if bar.open else "┫"
    return "".join(cells)

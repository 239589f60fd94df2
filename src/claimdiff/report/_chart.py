"""Values over time as lines of text: a row a claim, its range on one scale, for the terminal and for pipes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from claimdiff import words
from claimdiff.compare import wording
from claimdiff.model import Claim
from claimdiff.report import _scale, _words
from claimdiff.report._charts import middle
from claimdiff.report._cite import clean, low_high, outlet, when
from claimdiff.report._lines import Setting, apart
from claimdiff.report._scale import Scale

COLOURS = ("blue", "red", "yellow", "magenta", "green", "cyan")
DAY, LONGEST_NAME, SHORTEST_NAME, NARROWEST = 10, 28, 6, 12


def charts(claims: Sequence[Claim], width: int, setting: Setting) -> Iterator[Text]:
    """A chart for each kind and unit: values in the order of time, undated ones last, a colour a source."""
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if middle(claim) is not None:
            groups[claim.kind, getattr(claim.value, "unit", None) or ""].append(claim)
    for (kind, unit), inside in sorted(groups.items(), key=lambda row: (-len(row[1]), row[0])):
        shown = f" ({wording.units(unit)})" if unit else ""
        yield Text(apart(f"{words.now()('kinds', kind)}{shown}", setting), style="bold")
        yield from _chart(inside, width, setting)
        yield Text("")


def _chart(claims: list[Claim], width: int, setting: Setting) -> Iterator[Text]:
    claims.sort(key=lambda one: (str(when(one) or "9999"), outlet(one), one.evidence.start))
    values = [clean(_words.stated(claim)) for claim in claims]
    names = {name: n for n, name in enumerate(dict.fromkeys(map(outlet, claims)))}
    said = max(map(cell_len, values))
    left = width - DAY - 6 - said
    named = min(max(map(cell_len, names)), LONGEST_NAME, max(left - NARROWEST, SHORTEST_NAME))
    room = left - named if left - named >= NARROWEST // 2 else 0
    named = named if room else min(max(map(cell_len, names)), max(left, SHORTEST_NAME))
    scale = _scale.numbers(_ends(claims), claims[0].kind == "date") if room else None
    for claim, value in zip(claims, values, strict=True):
        strip = _strip(claim, scale, room) if scale else " " * room
        colour = COLOURS[names[outlet(claim)] % len(COLOURS)]
        name = _fitted(outlet(claim), named, setting)
        day = str(when(claim) or words.now()("say", "undated"))
        yield Text.assemble(
            _fitted(day, DAY, setting),
            "  ",
            name,
            "  ",
            (strip, colour),
            "  ",
            apart(value, setting),
            end="",
            no_wrap=True,
        )
    if scale:
        yield Text(" " * (DAY + named + 4) + _axis(scale, room, setting), style="dim", no_wrap=True)


def _ends(claims: Sequence[Claim]) -> list[float]:
    found = [end for claim in claims for end in (*low_high(claim), middle(claim)) if end is not None]
    return [end for end in found if end > 0] or found


def _fitted(name: str, width: int, setting: Setting) -> str:
    """The name in so many cells; cut where it is longer, isolated so that it doesn't move the columns."""
    cut = name if cell_len(name) <= width else set_cell_size(name, width - 1).rstrip() + "…"
    filled = " " * (width - cell_len(cut))
    return apart(cut, setting) + filled


def _strip(claim: Claim, scale: Scale, room: int) -> str:
    """The range as a line, the value as a dot in it, an arrow where an end is open."""
    low, high = low_high(claim)
    value = middle(claim)
    cells = [" "] * room
    start, end = _cell(low, scale, room, 0), _cell(high, scale, room, room - 1)
    cells[start : end + 1] = "─" * (end - start + 1)
    cells[_cell(value, scale, room, 0)] = "●"
    if high is None:
        cells[-1] = "→"
    return "".join(cells)


def _cell(value: float | None, scale: Scale, room: int, unknown: int) -> int:
    if value is None:
        return unknown
    at = scale.at(value) if value > 0 or not scale.logarithmic else 0.0
    return round(at * (room - 1))


def _axis(scale: Scale, room: int, setting: Setting) -> str:
    """The scale's marks, as many as fit."""
    line = ""
    for at, mark in scale.ticks:
        start = min(max(round(at * (room - 1)) - cell_len(mark) // 2, 0), max(room - cell_len(mark), 0))
        if start >= cell_len(line) + 2 or not line:
            line += " " * (start - cell_len(line)) + mark
    note = f" {apart(words.now()('say', 'scale'), setting)}"
    return line + (note if scale.logarithmic and cell_len(line + note) <= room else "")

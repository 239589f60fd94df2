"""For a person at a terminal: one panel a finding, ranges on a scale, quotes stacked, the number marked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TextIO

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from claimdiff import words
from claimdiff.model import Answer, Claim, Finding
from claimdiff.report import _cite
from claimdiff.report._lines import COLOURS, MARKED, Lines, Setting, apart, console
from claimdiff.report._strip import strips
from claimdiff.report._words import counted, foremost, reasons, sourced, spoken, title, verdict

FOR_PEOPLE = True
# More answers are for ``claimdiff show``, and for the reports that one searches.
ANSWERS = 8
QUOTES = 4
REASONS = 3
# Longer lines are hard to follow.
WIDEST = 120
# What a frame takes from a line: its two sides and a blank beside each.
FRAME = 4


def render(findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None) -> None:
    """Write a panel for each finding; colour and bidi isolates only where ``out`` is a terminal."""
    screen, setting = console(out, width)
    for finding in findings:
        screen.print(panel(finding, claims, setting, min(screen.width, WIDEST)))
    if not findings:
        screen.print(words.now()("say", "none"))


def panel(finding: Finding, claims: Mapping[str, Claim], setting: Setting, width: int) -> Panel:
    """The finding as one panel."""
    said, colour = words.now(), COLOURS[finding.verdict]
    rows: list[RenderableType] = [Lines(Text(_cite.clean(title(finding, claims)), style="bold"), setting)]
    shown = foremost(finding, ANSWERS)
    if drawn := list(strips(finding, width - FRAME, setting, shown)):
        rows += ["", *drawn]
    weighed = {claim for one in reasons(finding)[:REASONS] for claim in one.weighed}
    for n in shown:
        rows += ["", *_answer(n + 1, finding.answers[n], claims, weighed, setting)]
    if hidden := len(finding.answers) - len(shown):
        rows += ["", Text(said.count("more_answers", hidden), style="dim")]
    if finding.relations:
        rows += ["", *_reasons(finding, setting)]
    heading = apart(f"{verdict(finding.verdict).upper()}  {said('say', 'severity')} {finding.severity:.2f}", setting)
    begin, end = ("left", "right") if said.direction == "ltr" else ("right", "left")
    return Panel(
        Group(*rows),
        title=Text(heading, style=f"bold {colour}"),
        title_align=begin,  # type: ignore[arg-type]
        subtitle=finding.id,
        subtitle_align=end,  # type: ignore[arg-type]
        border_style=colour,
        width=width,
    )


def _answer(
    n: int, answer: Answer, claims: Mapping[str, Claim], weighed: Collection[str], setting: Setting
) -> Iterator[RenderableType]:
    values = _cite.clean(spoken(answer, claims))
    yield Lines(Text.assemble((f"{n}. {values}", "bold"), f"  — {counted(answer)}"), setting)
    known = [claims[claim] for claim in answer.claims if claim in claims]
    for claim in _chosen(known, weighed):
        yield Lines(Text(sourced(claim, setting), style="dim"), setting, indent=3)
        yield quote(claim, setting)
    if len(known) > QUOTES:
        yield Lines(Text(words.now().count("more_claims", len(known) - QUOTES), style="dim"), setting, indent=3)


def _chosen(known: Sequence[Claim], weighed: Collection[str]) -> list[Claim]:
    """A few claims, those that a reason speaks of among them, each outlet's first before any outlet's second."""
    seen: dict[str, int] = {}
    ranked: list[tuple[int, int, Claim]] = []
    for claim in sorted(known, key=lambda one: (one.source.published or "9999", one.source.doc, one.id)):
        outlet = claim.source.publisher or claim.source.doc
        seen[outlet] = seen.get(outlet, 0) + 1
        ranked.append((seen[outlet], len(ranked), claim))
    chosen = sorted(ranked, key=lambda row: (row[2].id not in weighed, *row[:2]))[:QUOTES]
    return [claim for *_, claim in sorted(chosen, key=lambda row: row[:2])]


def quote(claim: Claim, setting: Setting) -> Lines:
    """The sentence on lines of its own, the words that bear the value marked."""
    before, marked, after = _cite.quote(claim)
    return Lines(Text.assemble(before, (setting.mark(marked), MARKED), after), setting, indent=3, quoted=True)


def _reasons(finding: Finding, setting: Setting) -> Iterator[RenderableType]:
    """Why: the sentence of the worst relations first."""
    said, ordered = words.now(), reasons(finding)
    for one in ordered[:REASONS]:
        notes = [
            said("say", "inside") if one.internal else "",
            said("say", "one_speaker") if one.claimants == "same" and not one.internal else "",
            said("say", "hint", one.hint) if one.hint else "",
        ]
        why = " ".join([_cite.clean(one.explanation), *filter(None, notes)])
        yield Lines(Text(f"→ {verdict(one.verdict)}: {why}"), setting)
    if len(ordered) > REASONS:
        yield Padding(Text(said.count("more_relations", len(ordered) - REASONS), style="dim"), (0, 0, 0, 2))

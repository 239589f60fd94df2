"""For a person at a terminal: one panel a finding, quotes stacked, the number marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from claimdiff.model import Answer, Claim, Finding, Relation
from claimdiff.report._words import sourced, spoken, title

COLOURS = {"contradiction": "red", "tension": "yellow", "update": "cyan", "agreement": "green"}
QUOTES = 4
REASONS = 3
MARKED = "bold reverse"
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def render(findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None) -> None:
    """Write a panel for each finding; colour and bidi isolates only where ``out`` is a terminal."""
    console = Console(file=out, width=width, highlight=False, soft_wrap=False)
    for finding in findings:
        console.print(panel(finding, claims, isolate=console.is_terminal))
    if not findings:
        console.print("No findings.")


def panel(finding: Finding, claims: Mapping[str, Claim], isolate: bool = False) -> Panel:
    """The finding as one panel."""
    colour = COLOURS[finding.verdict]
    head = Text(title(finding, claims), style="bold", overflow="fold")
    rows: list[RenderableType] = [head]
    for n, answer in enumerate(finding.answers, 1):
        rows += ["", *_answer(n, answer, claims, isolate)]
    if finding.relations:
        rows += ["", *_reasons(finding)]
    label = Text(f"{finding.verdict.upper()}  severity {finding.severity:.2f}", style=f"bold {colour}")
    return Panel(
        Group(*rows),
        title=label,
        title_align="left",
        subtitle=finding.id,
        subtitle_align="right",
        border_style=colour,
    )


def _answer(n: int, answer: Answer, claims: Mapping[str, Claim], isolate: bool) -> Iterator[Text]:
    yield Text.assemble((f"{n}. {spoken(answer, claims)}", "bold"), f"  — {_counted(answer)}", overflow="fold")
    known = [claims[claim] for claim in answer.claims if claim in claims]
    for claim in _chosen(known):
        yield Text(f"   {isolated(sourced(claim), isolate)}", style="dim", overflow="fold")
        yield quote(claim, isolate)
    if len(known) > QUOTES:
        yield Text(f"   … and {len(known) - QUOTES} more claims", style="dim")


def _counted(answer: Answer) -> str:
    sources = f"{answer.sources} source{'s' if answer.sources != 1 else ''}"
    same = f", {answer.origins} independent" if answer.origins != answer.sources else ""
    return sources + same


def _chosen(known: Sequence[Claim]) -> list[Claim]:
    """A few claims, each outlet's first before any outlet's second."""
    seen: dict[str, int] = {}
    ranked: list[tuple[int, int, Claim]] = []
    for claim in sorted(known, key=lambda one: (one.source.published or "9999", one.source.doc, one.id)):
        outlet = claim.source.publisher or claim.source.doc
        seen[outlet] = seen.get(outlet, 0) + 1
        ranked.append((seen[outlet], len(ranked), claim))
    return [claim for _, _, claim in sorted(ranked, key=lambda row: row[:2])[:QUOTES]]


def quote(claim: Claim, isolate: bool = False) -> Text:
    """The sentence on lines of its own, the words that bear the value marked."""
    evidence = claim.evidence
    start = evidence.start - evidence.sentence_start
    before, after = evidence.sentence[:start], evidence.sentence[start + len(evidence.text) :]
    inside = evidence.sentence[start : start + len(evidence.text)] == evidence.text
    parts = [_clean(before), _clean(evidence.text), _clean(after)] if inside else [_clean(evidence.sentence), "", ""]
    opening, closing = (FIRST_STRONG_ISOLATE, POP_ISOLATE) if isolate else ("", "")
    text = Text(opening, overflow="fold")
    text.append(parts[0].lstrip()).append(parts[1], style=MARKED).append(parts[2].rstrip()).append(closing)
    text.pad_left(3)
    return text


def _clean(text: str) -> str:
    """No line breaks, and no control or bidi character of the article that could steer the terminal."""
    spaced = "".join(" " if c.isspace() else c for c in text)
    return "".join(c for c in spaced if c.isprintable() or c in "\u200c\u200d")


def isolated(text: str, isolate: bool) -> str:
    """The text between isolates, so that its direction doesn't leak into its neighbours."""
    cleaned = _clean(text)
    return f"{FIRST_STRONG_ISOLATE}{cleaned}{POP_ISOLATE}" if isolate else cleaned


def _reasons(finding: Finding) -> Iterator[Text]:
    """Why: the sentence of the worst relations first."""
    rank = list(COLOURS)
    ordered: list[Relation] = sorted(finding.relations, key=lambda one: (rank.index(one.verdict), -(one.ratio or 0)))
    for one in ordered[:REASONS]:
        inside = " (inside one article)" if one.internal else ""
        who = " (one speaker, quoted differently)" if one.claimants == "same" and not one.internal else ""
        hint = f" Hint: {one.hint}." if one.hint else ""
        yield Text(f"→ {one.verdict}: {one.explanation}{inside}{who}{hint}", overflow="fold")
    if len(ordered) > REASONS:
        yield Text(f"  … and {len(ordered) - REASONS} more relations", style="dim")

"""One finding or one claim, whole: all that is known of it, and the paragraph that its words stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimdiff.compare import wording
from claimdiff.model import Claim, Finding, Moment
from claimdiff.report import _words
from claimdiff.report._cite import clean, outlet, turns

COLOURS = {"contradiction": "red", "tension": "yellow", "update": "cyan", "agreement": "green"}
ROLES = ("noun", "group", "actor", "target", "place", "of")
MARKED = "bold reverse"


def finding(one: Finding, claims: Mapping[str, Claim]) -> Iterator[Text]:
    """The question, the answers in a line each, every reason."""
    yield Text.assemble(
        (one.verdict.upper(), f"bold {COLOURS[one.verdict]}"), f"  severity {one.severity:.2f}  {one.id}"
    )
    yield Text(clean(_words.title(one, claims)), style="bold", overflow="fold")
    for number, answer in enumerate(one.answers, 1):
        yield Text(f"{number}. {clean(_words.spoken(answer, claims))} ({', '.join(answer.claims)})", overflow="fold")
    for relation in one.relations:
        pair = f"{relation.left + 1} / {relation.right + 1}"
        ratio = f", ratio {relation.ratio:g}" if relation.ratio is not None else ""
        yield Text(
            f"→ {pair} {relation.verdict} ({relation.reason}{ratio}): {clean(relation.explanation)}", overflow="fold"
        )


def claim(one: Claim, text: str | None, isolate: bool = False) -> Iterator[RenderableType]:
    """The claim's paragraph with its words marked, then what was made of it."""
    yield Text("")
    yield Text.assemble(
        (_apart(outlet(one), isolate), "bold"), f", {(one.source.published or 'undated')[:10]}  {one.id}"
    )
    yield _paragraph(one, text, isolate)
    known = Table.grid(padding=(0, 2))
    known.add_column(style="dim", no_wrap=True)
    known.add_column(overflow="fold")
    for name, value in _known(one):
        known.add_row(Text(f"  {name}"), Text(_apart(value, isolate)))
    yield known


def _paragraph(one: Claim, text: str | None, isolate: bool) -> Text:
    """The words in their paragraph; in their sentence alone where the article isn't there or has changed."""
    start, end = one.evidence.start, one.evidence.end
    if text is None or text[start:end] != one.evidence.text:
        text, start = one.evidence.sentence, max(start - one.evidence.sentence_start, 0)
        end = start + len(one.evidence.text)
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = last if last >= 0 else len(text)
    parts = text[first:start], text[start:end], text[end:last]
    before, marked, after = map(clean, parts)
    opening, closing = ("\u2068", "\u2069") if isolate else ("", "")
    return Text.assemble(opening, before.lstrip(), (marked, MARKED), after.rstrip(), closing, overflow="fold")


def _known(one: Claim) -> Iterator[tuple[str, str]]:
    """Names and values of all that is known."""
    yield "value", clean(wording.value(one.value))
    yield "topic", f"{one.topic} ({one.kind}, {one.stance})"
    yield from ((role, clean(said)) for role in ROLES if (said := getattr(one.subject, role)))
    if one.time:
        yield "time", clean(wording.value(one.time))
    if isinstance(one.value, Moment) and one.value.inferred:
        yield "inferred", f"{', '.join(one.value.inferred)}: {one.value.explain or ''}"
    if one.attribution:
        yield "speaker", f"{clean(one.attribution.speaker)} ({clean(one.attribution.cue)})"
    named = {"title": one.source.title, "address": one.source.url, "document": one.source.doc}
    yield from ((name, clean(said)) for name, said in named.items() if said)
    yield "rule", f"{one.rule}, confidence {one.confidence:g}, characters {one.evidence.start}–{one.evidence.end}"


def _apart(text: str, isolate: bool) -> str:
    return f"\u2068{text}\u2069" if isolate and turns(text) else text


def elsewhere(one: Claim, found: Sequence[Finding], claims: Mapping[str, Claim]) -> Iterator[Text]:
    """The findings that a claim stands in."""
    for other in found:
        if any(one.id in answer.claims for answer in other.answers):
            yield Text(f"→ {other.verdict} {other.id}: {clean(_words.title(other, claims))}", overflow="fold")

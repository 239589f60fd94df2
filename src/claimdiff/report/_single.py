"""One finding or one claim, whole: all that is known of it, and the paragraph that its words stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimdiff import words
from claimdiff.compare import wording
from claimdiff.model import Claim, Finding, Moment
from claimdiff.report import _words
from claimdiff.report._cite import clean, outlet, published
from claimdiff.report._lines import COLOURS, MARKED, Lines, Setting, apart, upright

ROLES = ("noun", "group", "actor", "target", "place", "of")


def finding(one: Finding, claims: Mapping[str, Claim], setting: Setting) -> Iterator[RenderableType]:
    """The question, the answers in a line each, every reason once, the worst first."""
    said = words.now()
    heading = (_words.verdict(one.verdict).upper(), f"bold {COLOURS[one.verdict]}")
    yield Text.assemble(heading, f"  {said('say', 'severity')} {one.severity:.2f}  {one.id}")
    yield Lines(Text(clean(_words.title(one, claims)), style="bold"), setting)
    for number, answer in enumerate(one.answers, 1):
        values = clean(_words.spoken(answer, claims))
        yield Lines(Text(f"{number}. {apart(values, setting)} ({', '.join(answer.claims)})"), setting)
    for relation in _words.reasons(one):
        pair = f"{relation.left + 1} / {relation.right + 1}"
        ratio = f", {said('say', 'ratio', f'{relation.ratio:g}')}" if relation.ratio is not None else ""
        why = f"({relation.reason}{ratio}): {clean(relation.explanation)}"
        yield Lines(Text(f"→ {pair} {_words.verdict(relation.verdict)} {why}"), setting)


def claim(one: Claim, text: str | None, setting: Setting) -> Iterator[RenderableType]:
    """The claim's paragraph with its words marked, then what was made of it."""
    day = published(one)
    when = upright(day, setting) if day else words.now()("say", "undated")
    comma = words.now()("question", "comma")
    yield Text("")
    yield Lines(Text.assemble((apart(outlet(one), setting), "bold"), f"{comma}{when}  {one.id}"), setting)
    yield Lines(_paragraph(one, text, setting), setting, quoted=True)
    known = Table.grid(padding=(0, 2))
    known.add_column(style="dim", no_wrap=True)
    known.add_column(overflow="fold")
    for name, value in _known(one):
        known.add_row(Text(f"  {words.now()('roles', name)}"), Lines(Text(value), setting, quoted=True))
    yield known


def _paragraph(one: Claim, text: str | None, setting: Setting) -> Text:
    """The words in their paragraph; in their sentence alone where the article isn't there or has changed."""
    start, end = one.evidence.start, one.evidence.end
    if text is None or text[start:end] != one.evidence.text:
        text, start = one.evidence.sentence, max(start - one.evidence.sentence_start, 0)
        end = start + len(one.evidence.text)
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = last if last >= 0 else len(text)
    parts = text[first:start], text[start:end], text[end:last]
    before, marked, after = map(clean, parts)
    return Text.assemble(before.lstrip(), (setting.mark(marked), MARKED), after.rstrip())


def _known(one: Claim) -> Iterator[tuple[str, str]]:
    """Names and values of all that is known."""
    said = words.now()
    yield "value", clean(_words.stated(one))
    kind = said("question", "comma").join((said("kinds", one.kind), said("stances", one.stance)))
    yield "topic", f"{_words.topic(one.topic)} ({kind})"
    yield from ((role, clean(found)) for role in ROLES if (found := getattr(one.subject, role)))
    if one.time:
        yield "time", clean(wording.value(one.time))
    if isinstance(one.value, Moment) and one.value.inferred:
        yield "inferred", f"{', '.join(one.value.inferred)}: {one.value.explain or ''}"
    if one.attribution:
        yield "speaker", f"{clean(one.attribution.speaker)} ({clean(one.attribution.cue)})"
    named = {"title": one.source.title, "address": one.source.url, "document": one.source.doc}
    yield from ((name, clean(found)) for name, found in named.items() if found)
    place = {"start": one.evidence.start, "end": one.evidence.end}
    yield "rule", said("say", "rule", rule=one.rule, confidence=f"{one.confidence:g}", **place)


def elsewhere(
    one: Claim, found: Sequence[Finding], claims: Mapping[str, Claim], setting: Setting
) -> Iterator[RenderableType]:
    """The findings that a claim stands in."""
    for other in found:
        if any(one.id in answer.claims for answer in other.answers):
            title = clean(_words.title(other, claims))
            yield Lines(Text(f"→ {_words.verdict(other.verdict)} {other.id}: {title}"), setting)

"""What the HTML page shows, put together before the template sets it: findings, answers, quotes, articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, get_args

from claimdiff.model import Answer, Claim, Finding, Relation, Verdict
from claimdiff.report import _words
from claimdiff.report._charts import Strip, Timeline, strip, timeline
from claimdiff.report._cite import Quote, clean, language, link, outlet, published, quote

VERDICTS: tuple[str, ...] = tuple(reversed(get_args(Verdict)))


class Cited(NamedTuple):
    """A claim as a card quotes it."""

    id: str
    quote: Quote
    outlet: str
    speaker: str | None
    published: str | None
    title: str | None
    url: str | None
    language: str | None
    value: str
    stance: str


class Card(NamedTuple):
    """One answer."""

    number: int
    words: str
    counts: str
    quotes: list[Cited]


class Item(NamedTuple):
    """One finding."""

    id: str
    topic: str
    verdict: str
    severity: float
    title: str
    cards: list[Card]
    reasons: list[Relation]
    sources: list[str]
    strip: Strip | None
    timeline: Timeline | None


class Piece(NamedTuple):
    """A stretch of an article: plain, or marked; ``ids`` are the claims that begin here."""

    text: str
    marked: bool
    ids: tuple[str, ...]


class Article(NamedTuple):
    """A document's paragraphs with its claims marked; ``whole`` where its full text was there."""

    doc: str
    outlet: str
    title: str | None
    published: str | None
    url: str | None
    language: str | None
    paragraphs: list[list[Piece]]
    whole: bool


class Page(NamedTuple):
    """Everything on the page."""

    items: list[Item]
    articles: list[Article]
    topics: list[tuple[str, list[int]]]
    sources: list[str]
    verdicts: list[tuple[str, int]]
    claims: int


def page(findings: Sequence[Finding], claims: Mapping[str, Claim], texts: Mapping[str, str]) -> Page:
    """The page of these findings; ``texts`` holds the articles that are there, by document."""
    items = [item(finding, claims) for finding in findings]
    counts = Counter((one.topic, one.verdict) for one in items)
    # What is disputed most stands first.
    topics = sorted({one.topic for one in items}, key=lambda name: ([-counts[name, v] for v in VERDICTS], name))
    shown = {
        name: claims[name] for one in findings for answer in one.answers for name in answer.claims if name in claims
    }
    return Page(
        items,
        list(articles(shown.values(), texts)),
        [(topic, [counts[topic, verdict] for verdict in VERDICTS]) for topic in topics],
        sorted({source for one in items for source in one.sources}),
        [(verdict, sum(one.verdict == verdict for one in items)) for verdict in VERDICTS],
        len(shown),
    )


def item(finding: Finding, claims: Mapping[str, Claim]) -> Item:
    """A finding with its answers as cards and its reasons, the worst first."""
    cards = [card(number, answer, claims) for number, answer in enumerate(finding.answers, 1)]
    reasons = _words.reasons(finding)
    return Item(
        finding.id,
        finding.topic,
        finding.verdict,
        finding.severity,
        clean(_words.title(finding, claims)),
        cards,
        reasons,
        sorted({one.outlet for card in cards for one in card.quotes}),
        strip(finding),
        timeline(finding, claims),
    )


def card(number: int, answer: Answer, claims: Mapping[str, Claim]) -> Card:
    """An answer and who gives it, in the order of publication."""
    known = [claims[name] for name in answer.claims if name in claims]
    known.sort(key=lambda one: (one.source.published or "9999", one.source.doc, one.evidence.start, one.id))
    words = clean(_words.spoken(answer, claims))
    return Card(number, words, _words.counted(answer), [cited(claim) for claim in known])


def cited(claim: Claim) -> Cited:
    """A claim with all that a reader needs to find it again."""
    speaker = clean(claim.attribution.speaker) if claim.attribution else None
    title = clean(claim.source.title) if claim.source.title else None
    return Cited(
        claim.id,
        quote(claim),
        outlet(claim),
        speaker,
        published(claim),
        title,
        link(claim.source.url),
        language(claim),
        clean(_words.stated(claim)),
        claim.stance,
    )


def articles(claims: Iterable[Claim], texts: Mapping[str, str]) -> Iterator[Article]:
    """Each document of the claims, by outlet and date, with its claims marked."""
    by_doc: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_doc[claim.source.doc].append(claim)
    for doc, inside in sorted(
        by_doc.items(), key=lambda row: (outlet(row[1][0]), row[1][0].source.published or "", row[0])
    ):
        inside.sort(key=lambda one: (one.evidence.start, one.id))
        text = texts.get(doc, "")
        whole = all(text[one.evidence.start : one.evidence.end] == one.evidence.text for one in inside)
        first = cited(inside[0])
        marked = list(_whole(text, inside) if whole else _sentences(inside))
        yield Article(clean(doc), first.outlet, first.title, first.published, first.url, first.language, marked, whole)


def _whole(text: str, claims: Sequence[Claim]) -> Iterator[list[Piece]]:
    """The article's paragraphs, each in pieces."""
    at = 0
    for line in text.splitlines(keepends=True):
        inside = [one for one in claims if at <= one.evidence.start < at + len(line)]
        if line.strip():
            yield pieces(line, at, inside)
        at += len(line)


def _sentences(claims: Sequence[Claim]) -> Iterator[list[Piece]]:
    """The sentences that hold claims, each once."""
    by_start: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_start[claim.evidence.sentence_start].append(claim)
    for start, inside in by_start.items():
        yield pieces(inside[0].evidence.sentence, start, inside)


def pieces(text: str, at: int, claims: Sequence[Claim]) -> list[Piece]:
    """The text, which begins at offset ``at``, cut where evidence begins and ends; claims in order of place."""
    inside = [(max(one.evidence.start - at, 0), min(one.evidence.end - at, len(text)), one.id) for one in claims]
    cuts = sorted({0, len(text), *(cut for start, end, _ in inside for cut in (start, end) if 0 <= cut <= len(text))})
    found = []
    for start, end in pairwise(cuts):
        ids = tuple(name for first, _, name in inside if first == start)
        marked = any(first <= start and end <= last for first, last, _ in inside)
        found.append(Piece(clean(text[start:end]), marked, ids))
    return found

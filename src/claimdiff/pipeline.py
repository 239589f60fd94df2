"""The whole flow for one document, top to bottom."""

from __future__ import annotations

import functools

from claimdiff.claims import build
from claimdiff.claims.frames import Own, Topics, install, load_topics
from claimdiff.grammar import calendar
from claimdiff.grammar.dates import Timeline
from claimdiff.grammar.reading import Reading
from claimdiff.lang.pack import Pack, for_language, load
from claimdiff.lang.passage import passage
from claimdiff.model import Claim, Document, Mention, Moment
from claimdiff.text.fold import fold
from claimdiff.text.sentences import sentences


@functools.cache
def _ready(language: str | None, own: Own = ()) -> tuple[Pack, Topics] | None:
    """A language's pack with the topics' words in it; None where the language has no pack."""
    pack = for_language(language)
    return _equipped(pack, own) if pack else None


@functools.cache
def _equipped(pack: Pack, own: Own) -> tuple[Pack, Topics]:
    """A pack with the topics' words in it: once, however many names its language goes by ("ar", "ar-EG", none)."""
    topics = load_topics(own)
    # A user's topics have a pack of their own, so that their words stay with them.
    pack = load.__wrapped__(pack.language) if own else pack
    install(pack, topics)
    return pack, topics


def extract(document: Document, topics: Own = ()) -> list[Claim]:
    """All claims of a document, in the order of their evidence; none in a language without a pack.

    ``topics`` are the places of topics that are added to ours, or take their place.
    """
    ready = _ready(document.language, topics)
    return list(build.claims(document, *ready)) if ready else []


def mentions(document: Document, reference: str | None = None) -> list[Mention]:
    """Every number and date of a text, whatever it is about; dates resolved on the day of ``reference``."""
    ready = _ready(document.language)
    if ready is None:
        return []
    pack, folded, found = ready[0], fold(document.text), []
    dates = Timeline(calendar.reference(reference))
    text = passage(pack, folded.text)
    for sentence in text.sentences:
        if text.anchored(sentence[3]):
            tokens = text.tokens(sentence)
            for reading in pack.read(tokens):
                span = folded.span(*tokens.span(reading.start, reading.end))
                if mention := _mention(document, reading, span, dates):
                    found.append(mention)
    return found


def _mention(document: Document, reading: Reading, span: tuple[int, int], dates: Timeline) -> Mention | None:
    value = dates.resolve(reading.stated, span[0]) if reading.stated else reading.quantity
    return Mention(reading.kind, document.text[slice(*span)], *span, value) if value else None


def explain(text: str, topics: Own = ()) -> list[str]:
    """How a text is read, line by line: the tokens of each sentence, the rules that fired, the claims."""
    ready = _ready(None, topics)
    assert ready is not None
    pack, folded, lines = ready[0], fold(text), []
    for start, end in sentences(folded.text):
        tokens = pack.tokens(folded.text, start, end)
        lines += ["sentence " + text[slice(*folded.span(start, end))], "  tokens"]
        lines += [f"    {word.text}\t{' '.join(sorted(word.cats)) or '-'}" for word in tokens.words]
        lines.append("  rules")
        for reading in pack.read(tokens):
            words = text[slice(*folded.span(*tokens.span(reading.start, reading.end)))]
            lines.append(f"    {reading.rule}\t{words}\t{reading.quantity or reading.stated}")
    lines.append("claims")
    return lines + [line for claim in extract(Document("text", text), topics) for line in _told(claim)]


def _told(claim: Claim) -> list[str]:
    """A claim as indented lines, what is unknown left out."""
    value = claim.value
    said = (
        f"{value.edtf} {value.modifier}"
        if isinstance(value, Moment)
        else f"{value.modifier} {value.low} – {value.high} {value.unit}"
    )
    roles = {name: getattr(claim.subject, name) for name in ("noun", "group", "actor", "target", "place", "of")}
    lines = [f"  {claim.kind} {claim.topic}\t{claim.evidence.text}\t{said}"]
    lines += [f"    {name}: {role}" for name, role in roles.items() if role]
    lines += [f"    time: {claim.time.edtf} {claim.time.modifier}"] if claim.time else []
    lines += [f"    speaker: {claim.attribution.speaker} ({claim.attribution.cue})"] if claim.attribution else []
    return [*lines, f"    stance: {claim.stance}", f"    rule: {claim.rule}", f"    id: {claim.id}"]

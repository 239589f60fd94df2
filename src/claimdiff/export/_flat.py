"""A claim as one flat row, and the claim of a row. Empty is None; an empty text is told from it by the writer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from claimdiff.model import Attribution, Claim, Evidence, Moment, Quantity, Source, Subject, Value

Row = dict[str, Any]
SUBJECT = ("noun", "group", "actor", "target", "place", "of")
SOURCE = ("doc", "publisher", "title", "url", "published", "language")
MOMENT = ("edtf", "earliest", "latest", "modifier", "inferred", "explain")
# Name and type of each column, as SQLite calls types.
COLUMNS: dict[str, str] = {
    "id": "TEXT", "kind": "TEXT", "topic": "TEXT",
    "number": "REAL", "low": "REAL", "high": "REAL", "modifier": "TEXT", "unit": "TEXT",
    "edtf": "TEXT", "earliest": "TEXT", "latest": "TEXT", "inferred": "TEXT", "explain": "TEXT",
    **{f"subject_{name}": "TEXT" for name in (*SUBJECT, "inferred")},
    **{f"time_{name}": "TEXT" for name in MOMENT},
    "speaker": "TEXT", "cue": "TEXT", "stance": "TEXT",
    "text": "TEXT", "start": "INTEGER", "end": "INTEGER", "sentence": "TEXT", "sentence_start": "INTEGER",
    **dict.fromkeys(SOURCE, "TEXT"),
    "rule": "TEXT", "confidence": "REAL",
}  # fmt: skip


def flat(claim: Claim) -> Row:
    """The claim under COLUMNS."""
    evidence = claim.evidence
    row: Row = dict.fromkeys(COLUMNS)
    row |= {"id": claim.id, "kind": claim.kind, "topic": claim.topic, "stance": claim.stance}
    row |= _value(claim.value)
    row |= {f"subject_{name}": getattr(claim.subject, name) for name in SUBJECT}
    row["subject_inferred"] = " ".join(claim.subject.inferred) or None
    row |= {f"time_{name}": said for name, said in _moment(claim.time).items()} if claim.time else {}
    row |= {"speaker": claim.attribution.speaker, "cue": claim.attribution.cue} if claim.attribution else {}
    row |= {"text": evidence.text, "start": evidence.start, "end": evidence.end}
    row |= {"sentence": evidence.sentence, "sentence_start": evidence.sentence_start}
    row |= {name: getattr(claim.source, name) for name in SOURCE}
    return row | {"rule": claim.rule, "confidence": claim.confidence}


def _value(value: Value) -> Row:
    if isinstance(value, Moment):
        return _moment(value)
    return {name: getattr(value, name) for name in ("number", "low", "high", "modifier", "unit")}


def _moment(moment: Moment) -> Row:
    return {name: getattr(moment, name) for name in MOMENT} | {"inferred": " ".join(moment.inferred) or None}


def claim(row: Mapping[str, Any]) -> Claim:
    """The claim of a row."""
    said = row["speaker"]
    return Claim(
        id=row["id"],
        kind=row["kind"],
        topic=row["topic"],
        value=_read(row, "") if row["kind"] == "date" else _quantity(row),
        subject=Subject(**{one: row[f"subject_{one}"] for one in SUBJECT}, inferred=_names(row["subject_inferred"])),
        time=_read(row, "time_") if row["time_edtf"] is not None else None,
        attribution=Attribution(said, row["cue"]) if said is not None else None,
        stance=row["stance"],
        evidence=Evidence(*(row[name] for name in ("text", "start", "end", "sentence", "sentence_start"))),
        source=Source(*(row[name] for name in SOURCE)),
        rule=row["rule"],
        confidence=row["confidence"],
    )


def _quantity(row: Mapping[str, Any]) -> Quantity:
    return Quantity(*(row[name] for name in ("number", "low", "high", "modifier", "unit")))


def _read(row: Mapping[str, Any], prefix: str) -> Moment:
    edtf, earliest, latest, modifier, inferred, explain = (row[prefix + name] for name in MOMENT)
    return Moment(edtf, earliest, latest, cast(Any, modifier), _names(inferred), explain)


def _names(said: str | None) -> tuple[str, ...]:
    return tuple((said or "").split())

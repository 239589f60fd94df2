"""JSON-LD for the web: schema.org ClaimReview and Claim, the quotes as W3C Web Annotations.

claimdiff doesn't know what is true: a review's rating is the verdict on how the claims stand to one another.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO
from urllib.parse import quote

from claimdiff.model import Claim, Finding
from claimdiff.report import _words
from claimdiff.report._cite import language, link, selectors

Node = dict[str, Any]
SCHEMA_ORG, ANNOTATION = "https://schema.org", "http://www.w3.org/ns/anno.jsonld"
AUTHOR = {"@type": "Organization", "name": "claimdiff"}


def render(findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None) -> None:
    """Write one graph: the reviews, then each claim with its annotation, once."""
    graph = [_review(finding, claims) for finding in findings]
    named = dict.fromkeys(name for one in findings for answer in one.answers for name in answer.claims)
    for claim in (claims[name] for name in named if name in claims):
        graph += [_claim(claim), _annotation(claim)]
    json.dump({"@context": SCHEMA_ORG, "@graph": graph}, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _review(finding: Finding, claims: Mapping[str, Claim]) -> Node:
    why = " ".join(dict.fromkeys(relation.explanation for relation in finding.relations))
    known = dict.fromkeys(name for answer in finding.answers for name in answer.claims if name in claims)
    rating = {
        "@type": "Rating",
        "alternateName": finding.verdict,
        "ratingValue": round(1 - finding.severity, 4),
        "bestRating": 1,
        "worstRating": 0,
        "ratingExplanation": why,
    }
    return {
        "@type": "ClaimReview",
        "@id": f"urn:claimdiff:finding:{finding.id}",
        "claimReviewed": _words.title(finding, claims),
        "about": finding.topic,
        "author": AUTHOR,
        "reviewRating": rating,
        "itemReviewed": [{"@id": _urn(name)} for name in known],
    }


def _claim(claim: Claim) -> Node:
    node = {
        "@type": "Claim",
        "@id": _urn(claim.id),
        "text": claim.evidence.sentence,
        "about": claim.topic,
        "appearance": dict(_appearance(claim)),
    }
    if claim.attribution:
        node["author"] = {"@type": "Person", "name": claim.attribution.speaker}
    return node


def _appearance(claim: Claim) -> Iterator[tuple[str, Any]]:
    source = claim.source
    yield "@type", "CreativeWork"
    yield "identifier", source.doc
    said = {
        "url": link(source.url),
        "headline": source.title,
        "datePublished": source.published,
        "inLanguage": language(claim),
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
    }
    yield from ((name, value) for name, value in said.items() if value)


def _annotation(claim: Claim) -> Node:
    """Where exactly the claim stands in its article."""
    target = link(claim.source.url) or f"urn:claimdiff:document:{quote(claim.source.doc, safe='')}"
    return {
        "@context": ANNOTATION,
        "id": f"urn:claimdiff:annotation:{claim.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": _urn(claim.id),
        "target": {"source": target, "selector": selectors(claim)},
    }


def _urn(name: str) -> str:
    return f"urn:claimdiff:claim:{name}"

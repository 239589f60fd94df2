"""Markdown for notes, wikis and issues: headings, answers, quotes with the value in bold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO

from claimdiff import words
from claimdiff.model import Answer, Claim, Finding
from claimdiff.report import _words
from claimdiff.report._cite import clean, link, outlet, published, quote

FOR_PEOPLE = True
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~>-])|^(\d+)(?=[.)])")
_ADDRESS = str.maketrans({" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", '"': "%22", "\\": "%5C"})


def render(findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None) -> None:
    """Write a section for each finding."""
    out.write(f"# {words.now()('say', 'heading')}\n")
    if not findings:
        out.write(f"\n{words.now()('say', 'none')}\n")
    for finding in findings:
        out.writelines(f"{line}\n" for line in _section(finding, claims))


def escaped(text: str) -> str:
    """The text as Markdown shows it, whatever it holds.

    >>> escaped("*a* <b> [c](d) 1. e"), escaped("1. f")
    ('\\\\*a\\\\* &lt;b\\\\> \\\\[c\\\\]\\\\(d\\\\) 1. e', '1\\\\. f')
    """
    marked = _SPECIAL.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\", clean(text))
    return re.sub(r"&(?!(?:lt);)", "&amp;", marked.replace("<", "\0")).replace("\0", "&lt;")


def _section(finding: Finding, claims: Mapping[str, Claim]) -> Iterator[str]:
    yield f"\n## {escaped(_words.title(finding, claims))}"
    said = words.now()
    heading = f"**{_words.verdict(finding.verdict)}**", f"{said('say', 'severity')} {finding.severity:.2f}"
    yield "\n" + said("question", "comma").join((*heading, f"`{finding.id}`"))
    for number, answer in enumerate(finding.answers, 1):
        yield from _answer(number, answer, claims)
    yield ""
    for relation in _words.reasons(finding):
        inside = f" {said('say', 'inside')}" if relation.internal else ""
        yield f"- **{_words.verdict(relation.verdict)}**: {escaped(relation.explanation)}{inside}"


def _answer(number: int, answer: Answer, claims: Mapping[str, Claim]) -> Iterator[str]:
    yield f"\n### {number}\\. {escaped(_words.spoken(answer, claims))}"
    yield f"\n{_words.counted(answer)}"
    for claim in (claims[name] for name in answer.claims if name in claims):
        before, marked, after = map(escaped, quote(claim))
        bold = f"**{marked}**" if marked else ""
        yield f"\n> {before}{bold}{after}\n>\n> — {_sourced(claim)}"


def _sourced(claim: Claim) -> str:
    said, url, name = words.now(), link(claim.source.url), escaped(outlet(claim))
    where = f"[{name}]({url.translate(_ADDRESS)})" if url else name
    if claim.attribution:
        where = said("say", "quoting", source=where, speaker=escaped(claim.attribution.speaker))
    return said("question", "comma").join((where, published(claim) or said("say", "undated")))

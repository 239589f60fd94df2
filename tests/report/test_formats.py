"""Each format read back by a reader or a schema of its own, and held against its golden file.

After a change that is meant, ``CLAIMDIFF_GOLDEN=write pytest tests/report`` writes the golden files anew.
"""

from __future__ import annotations

import csv
import io
import json
import os
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from pyld import jsonld
from sarif_pydantic.sarif import Sarif, SarifBaseModel

from claimdiff import report, words
from claimdiff.read import read
from claimdiff.report import _rows
from claimdiff.report._reworded import reworded
from tests.compare.build import claim
from tests.conftest import ROOT
from tests.report.given import Given, compared, hostile, troops, written

SCHEMAS = ROOT / "tests" / "report" / "schemas"
GOLDEN = ROOT / "tests" / "golden"


@pytest.mark.parametrize("name", report.names())
def test_golden(name: str) -> None:
    place = GOLDEN / f"report.{name}"
    made = written(name, troops())
    if os.environ.get("CLAIMDIFF_GOLDEN") == "write":
        place.write_text(made, "utf-8", newline="")
    with place.open(encoding="utf-8", newline="") as file:
        assert made == file.read(), "if this is meant: CLAIMDIFF_GOLDEN=write pytest tests/report"


@pytest.mark.parametrize("name", report.names())
def test_nothing_found_and_hostile_text_are_no_problem(name: str) -> None:
    written(name, compared([]))
    assert "\x1b" not in written(name, hostile())


def checked(name: str, given: Given, schema: str) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(written(name, given))
    rules = json.loads((SCHEMAS / f"{schema}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(rules)
    faults = [f"{fault.json_path}: {fault.message}" for fault in Draft202012Validator(rules).iter_errors(body)]
    assert faults == []
    return body


@pytest.mark.parametrize("given", [troops, hostile, lambda: compared([])])
def test_sarif_fits_its_schema(given: Any) -> None:
    findings, _ = made = given()
    (run,) = checked("sarif", made, "sarif-2.1.0-subset")["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[one["ruleIndex"]] for one in run["results"]] == [one.verdict for one in findings]


def test_sarif_points_at_the_words(sample: Given) -> None:
    findings, claims = sample
    results = checked("sarif", sample, "sarif-2.1.0-subset")["runs"][0]["results"]
    spans = {(one.evidence.start, one.evidence.end - one.evidence.start): one.evidence.text for one in claims.values()}
    for one in results:
        for place in [*one["locations"], *one["relatedLocations"]]:
            region = place["physicalLocation"]["region"]
            assert spans[region["charOffset"], region["charLength"]] == region["snippet"]["text"] or region["snippet"]
    assert len(results) == len(findings)


@pytest.mark.parametrize("given", [troops, hostile, lambda: compared([])])
def test_claimreview_fits_its_schema(given: Any) -> None:
    findings, _ = made = given()
    graph = checked("claimreview", made, "claimreview")["@graph"]
    known = {node.get("@id") for node in graph if node.get("@type") == "Claim"}
    reviews = [node for node in graph if node.get("@type") == "ClaimReview"]
    assert len(reviews) == len(findings)
    assert {item["@id"] for one in reviews for item in one["itemReviewed"]} <= known


SCHEMA_ORG, OA = "https://schema.org/", "http://www.w3.org/ns/oa#"
NUMBER = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
# Of the context that the Web Annotation recommendation publishes, what we use of it.
ANNOTATION: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    "Annotation": f"{OA}Annotation",
    "TextQuoteSelector": f"{OA}TextQuoteSelector",
    "TextPositionSelector": f"{OA}TextPositionSelector",
    "identifying": f"{OA}identifying",
    "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
    "body": {"@type": "@id", "@id": f"{OA}hasBody"},
    "target": {"@type": "@id", "@id": f"{OA}hasTarget"},
    "source": {"@type": "@id", "@id": f"{OA}hasSource"},
    "selector": {"@type": "@id", "@id": f"{OA}hasSelector"},
    **{name: f"{OA}{name}" for name in ("exact", "prefix", "suffix")},
    **{name: {"@type": NUMBER, "@id": f"{OA}{name}"} for name in ("start", "end")},
}
CONTEXTS: dict[str, dict[str, Any]] = {
    "https://schema.org": {"@vocab": SCHEMA_ORG},
    "http://www.w3.org/ns/anno.jsonld": ANNOTATION,
}


def offline(address: str, options: dict[str, Any]) -> dict[str, Any]:
    """The two contexts without a network; any other is a KeyError."""
    body = {"@context": CONTEXTS[address]}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": body}


def nodes(given: Given) -> list[dict[str, Any]]:
    """The graph as a JSON-LD processor reads it, every name an address."""
    found: list[dict[str, Any]] = jsonld.expand(json.loads(written("claimreview", given)), {"documentLoader": offline})
    return found


def said(node: dict[str, Any], name: str) -> list[Any]:
    """The values or addresses of a property."""
    return [one.get("@value", one.get("@id")) for one in node.get(name, [])]


def test_a_json_ld_reader_finds_reviews_of_claims_and_their_quotes(sample: Given) -> None:
    findings, _ = sample
    graph = nodes(sample)
    by_type = {kind: {one["@id"]: one for one in graph if kind in one["@type"]} for kind in (
        f"{SCHEMA_ORG}ClaimReview", f"{SCHEMA_ORG}Claim", f"{OA}Annotation"
    )}  # fmt: skip
    reviews, made, notes = by_type.values()
    assert len(reviews) == len(findings) and sum(map(len, by_type.values())) == len(graph)
    for review in reviews.values():
        assert said(review, f"{SCHEMA_ORG}claimReviewed")[0].endswith("?")
        assert set(said(review, f"{SCHEMA_ORG}itemReviewed")) <= made.keys()
        (rating,) = review[f"{SCHEMA_ORG}reviewRating"]
        (value,), (low,), (high,) = (
            said(rating, f"{SCHEMA_ORG}{name}") for name in ("ratingValue", "worstRating", "bestRating")
        )
        assert low <= value <= high
    assert {said(note, f"{OA}hasBody")[0] for note in notes.values()} == made.keys()


def test_selectors_find_the_quote_in_the_article(sample: Given) -> None:
    """By their offsets, and by the words with those around them: the same place, and no other."""
    texts = {one.id: one.text for one in read([ROOT / "data" / "raw"], lambda problem: None)}
    notes = [one for one in nodes(sample) if f"{OA}Annotation" in one["@type"]]
    for note in notes:
        claim = sample[1][said(note, f"{OA}hasBody")[0].rpartition(":")[2]]
        text = texts[claim.source.doc]
        (target,) = note[f"{OA}hasTarget"]
        quote, place = target[f"{OA}hasSelector"]
        (before,), (exact,), (after,) = (said(quote, f"{OA}{name}") for name in ("prefix", "exact", "suffix"))
        (start,), (end,) = (said(place, f"{OA}{name}") for name in ("start", "end"))
        assert text[int(start) : int(end)] == exact == claim.evidence.text
        assert text.count(before + exact + after) == 1
        assert text.index(before + exact + after) + len(before) == int(start)
    assert len(notes) > 10


def unknown(record: Any) -> list[str]:
    """The fields of a SARIF record, and of those in it, that the format doesn't have."""
    if isinstance(record, list):
        return [name for one in record for name in unknown(one)]
    if not isinstance(record, SarifBaseModel):
        return []
    inner = [name for field in type(record).model_fields for name in unknown(getattr(record, field))]
    return [*(record.model_extra or {}), *inner]


@pytest.mark.parametrize("given", [troops, hostile, lambda: compared([])])
def test_a_sarif_reader_reads_it_whole(given: Any) -> None:
    findings, _ = made = given()
    body = written("sarif", made)
    log = Sarif.model_validate_json(body)
    assert unknown(log) == ["columnKind"], "a run has it (3.14.17), which this reader leaves out"
    (run,) = log.runs
    assert [one.rule_id for one in run.results or []] == [one.verdict for one in findings]
    again = json.loads(log.model_dump_json(by_alias=True, exclude_unset=True))
    assert again["runs"] == json.loads(body)["runs"]


@pytest.mark.parametrize(("name", "language"), [(name, "ar") for name in report.names() if report.for_people(name)])
def test_golden_in_arabic(name: str, language: str) -> None:
    place = GOLDEN / f"report.{language}.{name}"
    with words.speaking(language):
        findings, claims = troops()
        made = written(name, (reworded(findings, claims), claims))
    if os.environ.get("CLAIMDIFF_GOLDEN") == "write":
        place.write_text(made, "utf-8", newline="")
    with place.open(encoding="utf-8", newline="") as file:
        assert made == file.read(), "if this is meant: CLAIMDIFF_GOLDEN=write pytest tests/report"


def test_annotations_select_the_words(sample: Given) -> None:
    _, claims = sample
    graph = checked("claimreview", sample, "claimreview")["@graph"]
    notes = [node for node in graph if node.get("type") == "Annotation"]
    assert notes
    for note in notes:
        quote, position = note["target"]["selector"]
        claim = claims[note["body"].rpartition(":")[2]]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in claim.evidence.sentence
        assert position["end"] - position["start"] == len(quote["exact"])


def test_csv_has_a_row_for_each_claim_of_each_answer(sample: Given) -> None:
    findings, claims = sample
    rows = list(csv.DictReader(io.StringIO(written("csv", sample), newline="")))
    assert len(rows) == sum(len(answer.claims) for one in findings for answer in one.answers)
    assert {row["claim"] for row in rows} <= claims.keys()
    assert all(row["sentence"] == claims[row["claim"]].evidence.sentence for row in rows)


def test_no_cell_is_a_formula() -> None:
    cells = [cell for row in csv.reader(io.StringIO(written("csv", hostile()), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("text", ["=1", "'=1", "'", "plain", "-5", "\tx", ""])
def test_a_guard_comes_off(text: str) -> None:
    assert _rows.bare(str(_rows.guarded(text))) == text


def test_markdown_shows_hostile_text_as_text() -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).parse(written("markdown", hostile()))
    inside = [child for token in tokens for child in token.children or []]
    assert not [
        one.type for one in [*tokens, *inside] if one.type in ("html_block", "html_inline", "code_block", "image")
    ]
    assert not [one for one in inside if one.type == "link_open"]


def test_markdown_marks_the_words_and_links_the_source(sample: Given) -> None:
    tokens = MarkdownIt("commonmark").parse(written("markdown", sample))
    inside = [child for token in tokens for child in token.children or []]
    links = [str(one.attrs["href"]) for one in inside if one.type == "link_open"]
    assert links and all(link.startswith("https://") for link in links)
    assert len([one for one in tokens if one.type == "blockquote_open"]) <= len(
        [o for o in inside if o.type == "strong_open"]
    )


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_table_cuts_no_number(width: int) -> None:
    out = io.StringIO()
    findings, claims = troops()
    report.load("table").render(findings, claims, out, width)
    said = out.getvalue()
    assert all(len(line) <= width for line in said.splitlines())
    for one in ("contradiction", "2,500 (2)", "≥ 10,000 (1)"):
        assert one in said


def many_answers() -> Given:
    """Thirty claims of ten unlike values, of which only the ends contradict each other."""
    said = [
        claim(
            f"{n:02}", f"about {100 + 30 * n}", publisher=f"Paper {n}", published=f"2024-01-{n + 1:02}", doc=f"d{n:02}"
        )
        for n in range(12)
    ]
    return compared(said)


def test_a_terminal_shows_the_disputed_answers_of_many_and_says_how_many_more_there_are() -> None:
    given = many_answers()
    (finding,) = [one for one in given[0] if one.verdict == "contradiction"]
    shown = written("terminal", given)
    assert len(finding.answers) > 8
    assert f"… and {len(finding.answers) - 8} more answer" in shown
    worst = next(one for one in finding.relations if one.verdict == "contradiction")
    assert all(f" {n + 1}. " in shown for n in (worst.left, worst.right))
    assert len([line for line in shown.splitlines() if "source" in line]) == 8
    assert "more answer" not in written("terminal", troops())


def test_a_claim_that_a_reason_speaks_of_is_quoted_before_others() -> None:
    said = [claim(f"a{n}", "exact 100", publisher=f"Paper {n}", published=f"2024-01-{n + 1:02}") for n in range(6)]
    given = compared([*said, claim("b0", "exact 900", publisher="Other", published="2024-01-01", actor="US")])
    worst = max((one for finding in given[0] for one in finding.relations), key=lambda one: one.ratio or 0)
    shown = written("terminal", given)
    assert {given[1][name].source.publisher for name in worst.weighed} <= {
        line.split(" (")[0].strip("│ ") for line in shown.splitlines()
    }

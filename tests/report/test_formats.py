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

from claimdiff import report
from claimdiff.report import _rows
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
    for words in ("contradiction", "2,500 (2)", "≥ 10,000 (1)"):
        assert words in said

"""What the reports write."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping

import pytest
from rich.console import Console

from claimdiff import report
from claimdiff.compare.verdicts import compare
from claimdiff.errors import UsageError
from claimdiff.model import Claim, Finding
from claimdiff.report import _names, _words, terminal
from claimdiff.report._lines import Setting
from tests.compare.build import claim

ARABIC = "\u0648\u0641\u064a \u0627\u0644\u0639\u0631\u0627\u0642 # \u062c\u0646\u062f\u064a"


def troops() -> tuple[list[Finding], dict[str, Claim]]:
    claims = [
        claim("a", "about 2500", actor="US", publisher="Daily", sentence="About # soldiers stay in the country."),
        claim("b", "more_than 10000", actor="US", publisher="Weekly", published="", sentence=ARABIC),
    ]
    return compare(claims, {"troops": "level"}), {one.id: one for one in claims}


def written(name: str, width: int | None = None) -> str:
    findings, claims = troops()
    out = io.StringIO()
    report.load(name).render(findings, claims, out, width)
    return out.getvalue()


def plain(one: Claim) -> str:
    return terminal.quote(one, Setting()).text.plain


def test_names_are_the_modules() -> None:
    assert {"concise", "html", "json", "jsonl", "sarif", "terminal"} <= set(report.names())
    assert not [name for name in report.names() if name.startswith("_")]


def test_an_unknown_report_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="concise, csv, html, json, jsonl"):
        report.load("_words")


def test_json_has_schema_and_findings() -> None:
    body = json.loads(written("json"))
    assert body["schema"] == "claimdiff/findings/1"
    (finding,) = body["findings"]
    assert finding["verdict"] == "contradiction"
    assert [answer["low"] for answer in finding["answers"]] == [2250, 10000]
    assert finding["answers"][1]["high"] is None
    assert finding["relations"][0]["ratio"] == 3.64


def test_json_lines_are_one_a_finding() -> None:
    (line,) = written("jsonl").splitlines()
    assert json.loads(line)["question"]["text"] == "troops · US · IQ"


def test_concise_is_one_uncut_line() -> None:
    assert written("concise", 20) == "contradiction 0.80 troops · US · IQ: 2,250–2,750 (1) | ≥ 10,000 (1)\n"


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_terminal_says_all_and_cuts_no_number(width: int) -> None:
    said = written("terminal", width)
    for words in (
        "CONTRADICTION",
        "about 2,500",
        "more than 10,000",
        "Daily",
        "Weekly",
        "undated",
        "2500",
        "10000",
    ):
        assert words in said
    assert "US troops" in " ".join(said.replace("│", " ").split())
    assert all(len(line) <= width for line in said.splitlines())


def test_a_pipe_gets_no_control_characters() -> None:
    assert not any(mark in written("terminal", 100) for mark in ("\x1b", "\u2068", "\u2069"))


def test_a_terminal_gets_isolates_and_marks() -> None:
    findings, claims = troops()
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=100, color_system="standard")
    console.print(terminal.panel(findings[0], claims, Setting(isolate=True, styles=True), 100))
    assert out.getvalue().count("\u2067") == out.getvalue().count("\u2069") == 1
    assert "\x1b[1;7m2500\x1b[0m" in out.getvalue()


def test_articles_cannot_steer_the_terminal() -> None:
    wild = claim("a", "exact 5", sentence="red \x1b[31m text \u202e and # [bold]marks[/bold]\nnext")
    assert plain(wild) == "red [31m text  and **5** [bold]marks[/bold] next"


def test_evidence_that_is_not_in_its_sentence_is_shown_unmarked() -> None:
    odd = claim("a", "exact 5", sentence="no number here", start=3)
    assert plain(odd) == "no number here"


def test_nothing_found() -> None:
    out = io.StringIO()
    report.load("terminal").render([], {}, out, 80)
    assert out.getvalue() == "No findings.\n"


def test_many_claims_are_not_all_quoted() -> None:
    claims = {f"{n}": claim(f"{n}", "exact 5", publisher=f"paper {n}") for n in range(9)}
    out = io.StringIO()
    report.load("terminal").render(compare(claims.values(), {}), claims, out, 100)
    assert "9 sources, 1 independent" in out.getvalue()
    assert "5 more claims" in out.getvalue()


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("IQ", "Iraq"),
        ("IQ/al-anbar", "Al Anbar, Iraq"),
        ("isis", "Isis"),
        ("un", "UN"),
        ("kataib-hezbollah", "Kataib Hezbollah"),
        ("ZZZ", "ZZZ"),
    ],
)
def test_roles_in_words(role: str, words: str) -> None:
    assert _names.name(role) in (words, words.upper())


@pytest.mark.parametrize(
    ("kind", "text", "topic", "start"),
    [
        ("date", "on 2014", "founding", "When was the founding"),
        ("rank", "exact 2", "production", "Which rank (production)"),
        ("duration", "exact 8 month", "presence", "How long"),
        ("share", "exact 8 percent", "turnout", "What was the turnout"),
        ("quantity", "exact 8 dam", "other", "How many dams"),
        ("quantity", "exact 8", "killed", "How many people were killed"),
    ],
)
def test_questions_in_words(kind: str, text: str, topic: str, start: str) -> None:
    claims: Mapping[str, Claim] = {
        name: claim(name, text, kind=kind, topic=topic, noun="dam", time="2024-01-01") for name in "ab"
    }
    (found,) = compare(claims.values(), {})
    assert _words.title(found, claims).startswith(start)
    assert "1 January 2024" in _words.title(found, claims)

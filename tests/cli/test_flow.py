"""From articles to conflicts, as a person or a pipe would."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Here


def test_the_defaults_lead_from_articles_to_a_contradiction(corpus: Path, command: Command) -> None:
    extracted = command("extract")
    assert (extracted.returncode, extracted.stdout) == (0, "")
    assert "of 3 articles in data/claims.jsonl" in extracted.stderr
    assert all(word in extracted.stderr for word in ("topic", "troops", "source", "Herald"))
    shown = command("conflicts", "--format", "terminal")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "CONTRADICTION" in shown.stdout
    assert "\x1b" not in shown.stdout
    assert "2500" in shown.stdout


def test_pipes_carry_claims_and_findings(corpus: Path, command: Command) -> None:
    extracted = command("extract", corpus, "-o", "-", "--quiet")
    assert extracted.stderr == ""
    found = command("conflicts", "--json", "-", stdin=extracted.stdout)
    body = json.loads(found.stdout)
    assert body["schema"] == "claimdiff/findings/1"
    assert body["findings"][0]["topic"] == "troops"
    assert body["findings"][0]["verdict"] == "contradiction"


def test_articles_on_standard_input(command: Command) -> None:
    record = json.dumps({"id": "x", "text": "قتل ثلاثة جنود.", "language": "ar"}, ensure_ascii=False)
    done = command("extract", "-", "-o", "-", "-q", stdin=record)
    assert [json.loads(line)["source"]["doc"] for line in done.stdout.splitlines()] == ["x"]


def test_several_jobs_give_the_same_bytes(corpus: Path, command: Command) -> None:
    outputs = [command("extract", corpus, "-q", "-o", "-", "--jobs", jobs) for jobs in ("1", "2", "0")]
    assert len({done.stdout for done in outputs}) == 1
    assert outputs[0].stdout


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}, {"NO_COLOR": "1"}])
def test_output_is_utf8_in_any_locale(env: dict[str, str], stored: Path, command: Command) -> None:
    done = command("claims", stored, env=env)
    assert done.returncode == 0
    assert "جندي" in done.stdout


def test_a_reader_that_has_had_enough_is_no_error(tmp_path: Path, stored: Path) -> None:
    import subprocess

    from tests.cli.conftest import arguments, environment

    (tmp_path / "large.jsonl").write_bytes(stored.read_bytes() * 3000)
    for words in (["claims", "--json", "large.jsonl"], ["schema"], ["extract", "data/raw", "-q", "-o", "-"]):
        with subprocess.Popen(
            arguments(*words),
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0


def test_claims_are_lines_when_piped(stored: Path, here: Here) -> None:
    code, out, _ = here("claims", "--topic", "troops")
    rows = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert [row[:3] for row in rows] == [["Daily", "troops", "quantity"], ["Herald", "troops", "quantity"]]


@pytest.mark.parametrize(
    ("words", "docs"),
    [
        (["--source", "Daily"], {"daily"}),
        (["--source", "wire", "--source", "herald"], {"wire", "herald"}),
        (["--kind", "date"], {"wire"}),
        (["--topic", "troops", "--kind", "quantity"], {"daily", "herald"}),
        ([], {"daily", "herald", "wire"}),
    ],
)
def test_claims_are_filtered(words: list[str], docs: set[str], stored: Path, here: Here) -> None:
    code, out, _ = here("claims", "--json", *words)
    assert code == 0
    assert {json.loads(line)["source"]["doc"] for line in out.splitlines()} == docs


def test_claims_as_json_are_the_store(stored: Path, here: Here) -> None:
    assert here("claims", "--json")[1] == stored.read_text("utf-8")


def test_nothing_found_says_what_was_looked_at(stored: Path, here: Here) -> None:
    code, out, err = here("claims", "--source", "Nobody")
    assert (code, out) == (0, "")
    assert "none of" in err and "data/claims.jsonl" in err
    code, out, err = here("conflicts", "--topic", "killed")
    assert (code, out) == (0, "")
    assert "3 articles in data/claims.jsonl, 0 on killed" in err
    code, out, err = here("conflicts", "--topic", "killed", "--json")
    assert json.loads(out)["findings"] == []
    assert "nothing found" in err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--fail-on", "contradiction"], 1),
        (["--fail-on", "tension"], 1),
        (["--topic", "killed", "--fail-on", "tension"], 0),
        (["--all"], 0),
    ],
)
def test_fail_on(words: list[str], code: int, stored: Path, here: Here) -> None:
    assert here("conflicts", *words)[0] == code


@pytest.mark.parametrize("form", ["terminal", "concise", "json", "jsonl"])
def test_every_format(form: str, stored: Path, here: Here) -> None:
    code, out, _ = here("conflicts", "--format", form)
    assert code == 0
    assert "contradiction" in out.lower()

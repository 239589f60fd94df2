"""The commands around the comparator: compare, diff, tally, filters and the baseline of conflicts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import FEW, FRONT, MANY, Command


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    files = tmp_path / "few.txt", tmp_path / "many.txt"
    for n, (file, text) in enumerate(zip(files, (FEW, MANY), strict=True), 1):
        file.write_text(FRONT.format(file.stem, n) + text, "utf-8")
    return files


@pytest.fixture
def stored(command: Command, pair: tuple[Path, Path]) -> str:
    assert command("extract", *pair, "-o", "claims.jsonl").returncode == 0
    return "claims.jsonl"


def test_diff_needs_no_store(command: Command, pair: tuple[Path, Path]) -> None:
    done = command("diff", "--json", *pair)
    (found,) = json.loads(done.stdout)["findings"]
    assert found["verdict"] == "contradiction"
    assert command("diff", "--fail-on", "contradiction", *pair).returncode == 1
    assert "none contradicts" in command("diff", pair[0], pair[0]).stderr


def test_compare_says_why(command: Command, stored: str, tmp_path: Path) -> None:
    ids = [json.loads(line)["id"] for line in (tmp_path / stored).read_text("utf-8").splitlines()]
    done = command("compare", ids[0], ids[1][:8], "--store", stored)
    assert "likeness" in done.stdout
    assert "in the store: contradiction" in done.stdout
    assert command("compare", "zz", ids[0], "--store", stored).returncode == 2


def test_tally_gives_low_best_and_high(command: Command, stored: str) -> None:
    done = command("tally", "--topic", "troops", stored)
    assert "2,500" in done.stdout and "10,000" in done.stdout and "policy:" in done.stdout
    body = json.loads(command("tally", "--json", stored).stdout)
    assert {"low", "best", "high", "answers"} <= body["tallies"][0].keys()


@pytest.mark.parametrize(
    ("option", "shown"),
    [
        (("--since", "2024-02-02"), True),
        (("--since", "2025-01-01"), False),
        (("--source", "few"), True),
        (("--source", "nobody"), False),
        (("--place", "IQ"), True),
        (("--place", "FR"), False),
        (("--actor", "US"), True),
        (("--min-severity", "0.99"), False),
        (("--min-origins", "2"), True),
        (("--min-origins", "3"), False),
    ],
)
def test_filters(command: Command, stored: str, option: tuple[str, str], shown: bool) -> None:
    done = command("conflicts", "-f", "concise", *option, stored)
    assert bool(done.stdout) == shown


def test_a_baseline_hides_and_says_how_many(command: Command, stored: str) -> None:
    (found,) = json.loads(command("conflicts", "--json", stored).stdout)["findings"]
    with_it = ("conflicts", "--baseline", "known.json", stored)
    assert "0 accepted findings hidden" in command(*with_it).stderr
    accepted = command(*with_it, "--accept", found["id"], "--reason", "both are right")
    assert "1 accepted finding hidden" in accepted.stderr
    again = command(*with_it, "--fail-on", "contradiction", "-f", "concise")
    assert (again.returncode, again.stdout) == (0, "")
    assert command(*with_it, "--accept", "0000", "--reason", "?").returncode == 2
    assert command("conflicts", "--accept", found["id"], stored).returncode == 2

"""The committed store is what `claimdiff extract` writes from the sample corpus, and the demo's finding is in it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", "claimdiff", *arguments], capture_output=True, cwd=ROOT, check=True)
    return done.stdout.decode("utf-8")


def test_the_store_is_up_to_date() -> None:
    assert run("extract", "data/raw", "-o", "-", "--quiet") == (ROOT / "data" / "claims.jsonl").read_text("utf-8"), (
        "run: make corpus"
    )


def test_the_troop_contradiction_comes_first() -> None:
    first = json.loads(run("conflicts", "--json"))["findings"][0]
    question = first["question"]
    assert (first["topic"], first["verdict"]) == ("troops", "contradiction")
    assert (question["actor"], question["place"]) == ("US", "IQ")
    assert sorted(answer["low"] for answer in first["answers"])[:: len(first["answers"]) - 1] == [2250, 10000]

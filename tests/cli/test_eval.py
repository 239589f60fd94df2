"""``claimdiff eval`` on a small annotation of ours, and on the same with mistakes in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Here
from tests.conftest import ROOT

FERRY = ROOT / "tests" / "gold" / "ferry"
Row = dict[str, Any]


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A copy of the annotation, to be changed."""
    shutil.copytree(FERRY, tmp_path / "ferry")
    return tmp_path / "ferry"


def change(folder: Path, use: Callable[[list[Row]], object], name: str = "claims.jsonl") -> None:
    """Change the rows of an annotation."""
    rows = [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]
    use(rows)
    (folder / name).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def scored(here: Here, *words: str | Path) -> tuple[int, dict[str, Any]]:
    code, out, _ = here("eval", "--json", "--misses", *words)
    return code, json.loads(out)


def test_our_own_annotation_is_met(here: Here) -> None:
    code, said = scored(here, FERRY, "--lang", "ar", "--fail-under", "1", "--fail-under", "pairs.right=1")
    assert code == 0
    assert said["misses"] == []
    assert said["claims"] == {
        "documents": 2,
        "gold": 5,
        "predicted": 5,
        "detected": 5,
        "strict": 5,
        "optional": 1,
        "traps": 1,
        "trapped": 0,
    }


def test_another_language_is_missed_unless_left_aside(here: Here) -> None:
    code, said = scored(here, FERRY, "--fail-under", "detected.recall=0.9")
    assert code == 1
    assert [(one["what"], one["line"], one["doc"]) for one in said["misses"]] == [
        ("missed", 9, "night-wire"),
        ("verdict", 3, "harbour-news, night-wire"),
    ]
    assert said["detected"]["recall"] == 0.8333
    assert said["pairs"]["lost"] == 1


def test_tables_for_people(here: Here) -> None:
    code, out, _ = here("eval", FERRY, "--lang", "ar")
    assert code == 0
    rows = {line.split()[0]: line.split()[1:] for line in out.splitlines() if line.strip()}
    assert rows["detected"] == ["1.000", "1.000", "1.000", "5", "5", "5"]
    assert rows["killed"] == ["1.000", "1.000", "1.000", "2", "2", "2"]
    assert rows["place"] == ["1.000", "1.000", "1.000", "2", "2", "1.000"]
    assert rows["contradiction"] == ["1.000", "1.000", "1.000", "1", "1", "1"]
    assert out.endswith("traps taken: 0 of 1\n")


def spoil(rows: list[Row]) -> None:
    """A miss of every sort: what claimdiff says stays, what the person says is another."""
    rows[0]["value"]["edtf"] = "2024-03-06"
    rows[1] |= {"topic": "injured", "place": "LB/beirut"}
    rows[2] |= {"trap": "a test"}
    for name in ("kind", "topic", "value", "stance"):
        del rows[2][name]
    rows[5]["value"]["modifier"] = "about"


def test_each_miss_with_its_place(ferry: Path, here: Here) -> None:
    change(ferry, spoil)
    (ferry / "findings.jsonl").unlink()
    _, out, _ = here("eval", ferry, "--lang", "ar", "--misses")
    told = out[: out.index("claims  ")].replace("\u2068", "").replace("\u2069", "").splitlines()
    found = [line for line in told if not line.startswith("  sentence:")]
    place = f"{ferry}/claims.jsonl"
    assert found == [
        f"missed {place}:1 harbour-news: مساء الثلاثاء 5 مارس 2024",
        "  expected: date disaster on 2024-03-06",
        "  said:     date disaster 5 March 2024",
        f"wrong {place}:2 harbour-news: 14 شخصا",
        "  expected: topic injured, place LB/beirut",
        "  said:     topic killed, place " + found[5].rpartition(" ")[2],
        f"spurious {place} harbour-news: مساء الثلاثاء 5 مارس 2024",
        "  expected: nothing",
        "  said:     date disaster 5 March 2024",
        f"trapped {place}:3 harbour-news: نحو 30 آخرين",
        "  expected: nothing (a test)",
        "  said:     quantity injured about 30 people",
        f"wrong {place}:6 coast-daily: 30 شخصا",
        "  expected: modifier about",
        "  said:     modifier exact",
    ]


def test_verdicts_are_scored(ferry: Path, here: Here) -> None:
    change(ferry, lambda rows: rows[0].update(verdict="update"), "findings.jsonl")
    _, said = scored(here, ferry, "--lang", "ar")
    (miss,) = said["misses"]
    assert (miss["what"], miss["line"], miss["said"]) == ("verdict", 1, "contradiction")
    assert miss["expected"].startswith("update (14 people and 41")
    assert said["verdicts"]["update"] == {
        "wanted": 1,
        "said": 0,
        "right": 0,
        "precision": None,
        "recall": 0.0,
        "f1": 0.0,
    }
    assert said["verdicts"]["contradiction"]["precision"] == 0.0


def test_a_store_is_scored_as_it_stands(ferry: Path, here: Here, tmp_path: Path) -> None:
    here("extract", "-q", ferry / "docs.jsonl", "-o", "c.jsonl")
    lines = (tmp_path / "c.jsonl").read_text("utf-8").splitlines()
    (tmp_path / "c.jsonl").write_text("\n".join(line for line in lines if "41 شخصا" not in line) + "\n", "utf-8")
    _, said = scored(here, ferry, "--lang", "ar", "--claims", "c.jsonl")
    assert next((one["what"], one["words"]) for one in said["misses"]) == ("missed", "41 شخصا")
    (ferry / "docs.jsonl").write_text((ferry / "docs.jsonl").read_text("utf-8").replace("41", "41 "), "utf-8")
    change(ferry, lambda rows: rows.pop(4))
    (ferry / "findings.jsonl").unlink()
    code, _, err = here("eval", ferry, "--claims", "c.jsonl")
    assert code == 2
    assert "the store was made of other texts; extract again" in err


def test_nothing_is_scored_where_a_row_is_wrong(ferry: Path, here: Here) -> None:
    change(ferry, lambda rows: rows[0].update(topic="disastre"))
    code, out, err = here("eval", ferry)
    assert (code, out) == (3, "")
    assert "claims.jsonl:1: unknown topic 'disastre' (did you mean disaster? claimdiff topics lists them)" in err
    assert "nothing was scored" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--fail-under", "high"), "'high' is no number"),
        (("--fail-under", "topics.kiled.f1=1"), "did you mean topics.killed.f1"),
    ],
)
def test_a_limit_that_is_none(here: Here, words: tuple[str, ...], said: str) -> None:
    code, _, err = here("eval", FERRY, *words)
    assert code == 2
    assert said in err


def test_a_limit_on_what_cannot_be_measured(ferry: Path, here: Here) -> None:
    (ferry / "findings.jsonl").unlink()
    code, _, err = here("eval", ferry, "--lang", "ar", "--fail-under", "pairs.right=0.5")
    assert code == 1
    assert "pairs.right is unknown: there is nothing to measure, under 0.5" in err


def test_one_document_in_two_folders(ferry: Path, here: Here) -> None:
    code, _, err = here("eval", FERRY, ferry)
    assert code == 2
    assert "'harbour-news' is in two folders" in err


def test_a_draft_is_met_by_what_made_it(ferry: Path, here: Here) -> None:
    (ferry / "claims.jsonl").unlink()
    (ferry / "findings.jsonl").unlink()
    code, out, err = here("eval", "--draft", ferry)
    assert (code, out) == (0, "")
    assert f"in {ferry}: correct them" in err
    _, said = scored(here, ferry)
    assert said["misses"] == []
    assert said["claims"]["gold"] == 6
    assert said["pairs"]["pairs"] == 2


def test_a_draft_of_the_sample_is_met_by_what_made_it(here: Here, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data" / "raw", tmp_path / "raw")
    assert here("eval", "--draft", "raw")[0] == 0
    _, said = scored(here, "raw")
    assert said["misses"] == []
    assert said["claims"]["gold"] > 50


@pytest.mark.parametrize("name", ["claims.jsonl", "findings.jsonl"])
def test_a_draft_is_never_written_over_an_annotation(ferry: Path, here: Here, name: str) -> None:
    (ferry / ("claims.jsonl" if name == "findings.jsonl" else "findings.jsonl")).unlink()
    before = sorted((path.name, path.read_bytes()) for path in ferry.iterdir())
    code, _, err = here("eval", "--draft", ferry)
    assert code == 2
    assert f"{name}: is there already" in err
    assert sorted((path.name, path.read_bytes()) for path in ferry.iterdir()) == before


def test_own_topics_are_known(ferry: Path, here: Here, tmp_path: Path) -> None:
    change(ferry, lambda rows: rows[1].update(topic="lost"))
    body = 'about = "Lost"\ndynamics = "cumulative"\nkinds = ["quantity"]\n'
    assert here("eval", ferry)[0] == 3
    (tmp_path / "claimdiff.toml").write_text(f"[topics.lost]\n{body}", "utf-8")
    assert here("eval", ferry)[0] == 0


def test_each_folder_has_its_scores(ferry: Path, here: Here) -> None:
    for path in ferry.iterdir():
        text = path.read_text("utf-8")
        for name in ("harbour-news", "coast-daily", "night-wire"):
            text = text.replace(name, f"other-{name}")
        path.write_text(text, "utf-8")
    change(ferry, lambda rows: rows[1].update(topic="injured"))
    _, said = scored(here, FERRY, ferry, "--lang", "ar")
    assert [one["strict"]["f1"] for one in said["folders"].values()] == [1.0, 0.8]
    assert said["strict"]["f1"] == 0.9
    assert "folder, strict" in here("eval", FERRY, ferry, "--lang", "ar")[1]


def test_limits_in_the_settings_and_a_store_there_that_is_not_scored(here: Here, tmp_path: Path) -> None:
    (tmp_path / "claimdiff.toml").write_text('store = "no.jsonl"\n[eval]\nlang = "ar"\nfail-under = 0.9\n', "utf-8")
    assert here("eval", FERRY)[0] == 0
    (tmp_path / "claimdiff.toml").write_text('[eval]\nfail-under = ["strict.f1=1"]\n', "utf-8")
    assert here("eval", FERRY)[0] == 1


def test_all_our_annotations(here: Here) -> None:
    """More is annotated than claimdiff finds, so that a change for the worse is seen, and one for the better too."""
    limits = ["0.9", "traps.avoided=1", "pairs.right=0.7", "verdicts.contradiction.precision=1"]
    flags = [word for limit in limits for word in ("--fail-under", limit)]
    assert here("eval", FERRY, FERRY.parent / "budget-vote", "--lang", "ar", *flags)[0] == 0

"""A user's own topics in the settings: every command that needs topics honours them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.conftest import FRONT, Here
from tests.conftest import ROOT

TABLE = """[{prefix}topics.bees]
about = "Hives of bees"
dynamics = "static"
kinds = ["quantity"]
ar.words = ["مناحل"]
"""
FEW, MANY = "تضم مناحل لبنان 300 صندوق.", "وتضم مناحل لبنان 900 صندوق."


@pytest.fixture
def hives(tmp_path: Path) -> Path:
    """Two articles that disagree about something that only the user cares about."""
    folder = tmp_path / "data" / "raw"
    folder.mkdir(parents=True)
    for number, (name, text) in enumerate([("daily", FEW), ("herald", MANY)], 1):
        (folder / f"{name}.txt").write_text(FRONT.format(name, number) + text, "utf-8")
    return tmp_path


def in_file(place: Path) -> None:
    (place / "claimdiff.toml").write_text(TABLE.format(prefix=""), "utf-8")


def in_project(place: Path) -> None:
    (place / "pyproject.toml").write_text(TABLE.format(prefix="tool.claimdiff."), "utf-8")


def in_folder(place: Path) -> None:
    (place / "own").mkdir()
    body = TABLE.format(prefix="").partition("\n")[2]
    (place / "own" / "bees.toml").write_text(f'name = "bees"\n{body}', "utf-8")
    (place / "claimdiff.toml").write_text('[topics]\ndirs = ["own"]\n', "utf-8")


@pytest.mark.parametrize("put", [in_file, in_project, in_folder], ids=lambda put: put.__name__)
def test_every_command_knows_them(hives: Path, here: Here, put: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert callable(put)
    put(hives)
    (hives / "deep").mkdir()
    monkeypatch.chdir(hives / "deep")
    raw, store = hives / "data" / "raw", hives / "c.jsonl"
    assert here("extract", "-q", raw, "-o", store)[0] == 0
    assert len(here("claims", "-t", "bees", store)[1].splitlines()) == 2
    (found,) = json.loads(here("conflicts", "-t", "bees", "--json", store)[1])["findings"]
    assert (found["topic"], found["verdict"]) == ("bees", "contradiction")
    assert (
        json.loads(here("diff", raw / "daily.txt", raw / "herald.txt", "--json")[1])["findings"][0]["topic"] == "bees"
    )
    assert "quantity bees" in here("explain", FEW)[1]
    assert "bees" in here("watch", raw, "--once", "-f", "concise", "-o", hives / "w.jsonl")[1]
    assert here("tally", "-t", "bees", store)[0] == here("timeline", "-t", "bees", store)[0] == 0


def test_without_them_the_claims_are_of_no_topic(hives: Path, here: Here) -> None:
    here("extract", "-q", hives / "data" / "raw", "-o", hives / "c.jsonl")
    assert [row.split("\t")[1] for row in here("claims", hives / "c.jsonl")[1].splitlines()] == ["other", "other"]


def test_topics_says_whose_a_topic_is(hives: Path, here: Here) -> None:
    in_file(hives)
    rows = [json.loads(line) for line in here("topics", "--json")[1].splitlines()]
    origins = {row["name"]: row["origin"] for row in rows}
    assert (origins["killed"], origins["bees"]) == ("claimdiff", str(hives / "claimdiff.toml"))


def test_config_shows_and_checks_them(hives: Path, here: Here) -> None:
    in_folder(hives)
    code, out, _ = here("config")
    assert code == 0
    assert f'topics.dirs = ["{hives / "own"}"]' in out


def test_config_shows_a_topic_that_is_wrong(hives: Path, here: Here) -> None:
    (hives / "claimdiff.toml").write_text(TABLE.format(prefix="").replace("static", "calm"), "utf-8")
    code, out, err = here("config")
    assert code == 2
    assert "topics.bees" in out
    assert "claimdiff.toml:3: topics.bees.dynamics: Input should be" in err


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("[topics]\ndirs = 3\n", "topics.dirs is no list of folders"),
        ('[topics]\ndirs = ["nowhere"]\n', r"nowhere, which is no folder \(write \[topics\] dirs"),
        ('[topics]\nfolders = ["own"]\n', "no setting 'topics.folders'"),
        ("[topics.dirs]\nabout = 1\n", "topics.dirs is no list of folders"),
        ('[topics.bees]\nabout = "Bees"\n', r"claimdiff.toml:1: topics.bees.dynamics: Field required \(add it"),
        (TABLE.format(prefix="") + "colour = 3\n", r"claimdiff.toml:6: topics.bees.colour: Extra inputs .*a topic has"),
        (TABLE.format(prefix="") + 'whole = "hum"\n', r"claimdiff.toml:6: whole names 'hum', which is no topic"),
        (
            TABLE.format(prefix="") + 'name = "wasps"\n',
            r"claimdiff.toml:6: the topic is named 'wasps' \(name the table",
        ),
        (TABLE.format(prefix="") + "[topics.bees.en]\nwords = 3\n", r"claimdiff.toml:6: topics.bees.en: Extra"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(hives: Path, here: Here, body: str, said: str) -> None:
    (hives / "claimdiff.toml").write_text(body, "utf-8")
    code, _, err = here("extract", "-q")
    assert code == 2
    assert re.search(said, err), err
    assert not (hives / "data" / "claims.jsonl").exists()


def test_the_environment_names_folders(hives: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    in_folder(hives)
    (hives / "claimdiff.toml").unlink()
    (hives / "more").mkdir()
    monkeypatch.setenv("CLAIMDIFF_TOPICS_DIRS", os.pathsep.join([str(hives / "own"), str(hives / "more")]))
    assert "quantity bees" in here("explain", FEW)[1]
    monkeypatch.setenv("CLAIMDIFF_TOPICS_DIRS", "")
    assert "quantity bees" not in here("explain", FEW)[1]


def test_a_flag_goes_over_the_settings(hives: Path, here: Here) -> None:
    in_folder(hives)
    (hives / "mine").mkdir()
    text = (hives / "own" / "bees.toml").read_text("utf-8")
    (hives / "mine" / "bees.toml").write_text(text.replace('"quantity"', '"share"'), "utf-8")
    assert "quantity bees" in here("explain", FEW)[1]
    assert "quantity bees" not in here("explain", FEW, "--topics", hives / "mine")[1]


def test_no_command_asks_for_claimdiffs_topics_alone() -> None:
    folder = ROOT / "src" / "claimdiff" / "cli"
    asking = [path.name for path in folder.glob("*.py") if "frames import load_topics" in path.read_text("utf-8")]
    assert asking == []


def test_the_topics_of_the_guide_are_sound(hives: Path, here: Here) -> None:
    page = (ROOT / "docs" / "topics.md").read_text("utf-8")
    (body,) = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (hives / "claimdiff.toml").write_text(body, "utf-8")
    (hives / "topics").mkdir()
    assert here("config")[0] == 0
    assert "quantity hives" in here("explain", FEW)[1]

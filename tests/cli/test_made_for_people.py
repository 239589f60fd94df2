"""show, timeline, report, export, add, config, doctor, watch, completion."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from claimdiff.cli import _saving, settings
from tests.cli.conftest import FRONT, MANY, Command, Here, arguments, environment

NAME = re.compile(r"[0-9a-f]{16}")


def finding_of(stored: Path, here: Here) -> tuple[str, str]:
    """The ids of the store's conflict and of one of its claims."""
    (found,) = json.loads(here("conflicts", "--json", stored)[1])["findings"]
    return found["id"], found["answers"][0]["claims"][0]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("r.html", "<!doctype html>"),
        ("r.csv", "finding,verdict"),
        ("r.md", "# Where"),
        ("r.sarif", "{"),
        ("r.json", "{"),
    ],
)
def test_a_report_takes_its_form_from_its_name(stored: Path, here: Here, tmp_path: Path, name: str, start: str) -> None:
    code, out, err = here("report", stored, "-o", name)
    assert (code, out) == (0, "")
    assert f"in {name}" in err
    assert (tmp_path / name).read_text("utf-8").lstrip().startswith(start)


def test_a_report_quotes_whole_articles(stored: Path, here: Here, tmp_path: Path) -> None:
    here("report", stored)
    assert "only the sentences" not in (tmp_path / "report.html").read_text("utf-8")
    (tmp_path / "empty").mkdir()
    here("report", stored, "-a", "empty")
    assert "only the sentences" in (tmp_path / "report.html").read_text("utf-8")


def test_a_table_for_excel(stored: Path, here: Here, tmp_path: Path) -> None:
    assert here("report", stored, "-o", "r.csv", "--bom")[0] == 0
    assert (tmp_path / "r.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_report_to_a_pipe(stored: Path, command: Command) -> None:
    done = command("report", stored, "-o", "-", "-f", "sarif")
    assert json.loads(done.stdout)["version"] == "2.1.0"


@pytest.mark.parametrize("words", [("-o", "r.xyz"), ("-o", "-"), ("-o", "r.html", "-f", "nothing")])
def test_a_form_that_is_none(stored: Path, here: Here, words: tuple[str, ...]) -> None:
    code, _, err = here("report", stored, *words)
    assert code == 2
    assert "html" in err


@pytest.mark.parametrize("name", ["x.db", "x.csv", "x.jsonl"])
def test_export(stored: Path, here: Here, tmp_path: Path, name: str) -> None:
    assert here("export", name, stored)[0] == 0
    assert (tmp_path / name).stat().st_size > 0


def test_an_exported_database_is_queried(stored: Path, here: Here, tmp_path: Path) -> None:
    here("export", "x.db", stored)
    with closing(sqlite3.connect(tmp_path / "x.db")) as base:
        assert base.execute("SELECT verdict FROM conflicts").fetchall() == [("contradiction",)]


def test_show_a_finding_and_a_claim(stored: Path, here: Here) -> None:
    finding, claim = finding_of(stored, here)
    code, out, _ = here("show", finding, stored)
    assert code == 0
    assert out.startswith("CONTRADICTION")
    assert claim in out and "2500" in out and "10" in out
    code, out, _ = here("show", claim[:8], stored)
    assert code == 0
    assert "rule" in out and finding in out


@pytest.mark.parametrize("name", ["zzzz", "a", ""])
def test_show_what_is_not_there(stored: Path, here: Here, name: str) -> None:
    code, _, err = here("show", name, stored)
    assert code == 2
    assert "no finding or claim" in err


def test_show_names_what_an_id_could_mean(stored: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdiff.cli.show.SHORTEST", 0)
    assert "ids begin so" in here("show", "", stored)[2]


def test_timeline(stored: Path, here: Here) -> None:
    code, out, _ = here("timeline", "-t", "troops", stored)
    assert code == 0
    rows = [line for line in out.splitlines() if line.startswith("2024")]
    assert [row[:10] for row in rows] == ["2024-02-01", "2024-02-02"]
    assert "●" in rows[0] and rows[1].rstrip().endswith("more than 10,000 people") and "→" in rows[1]


def test_timeline_of_nothing(stored: Path, here: Here) -> None:
    assert here("timeline", "-t", "nothing", stored)[0] == 2
    code, out, err = here("timeline", "-t", "troops", "--place", "FR", stored)
    assert (code, out) == (0, "")
    assert "nothing found on troops in FR" in err


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
@pytest.mark.parametrize("words", [("timeline", "-t", "troops"), ("conflicts", "-f", "table"), ("conflicts",)])
def test_no_number_is_cut_at_any_width(stored: Path, command: Command, columns: int, words: tuple[str, ...]) -> None:
    done = command(*words, stored, env={"COLUMNS": str(columns), "NO_COLOR": "1"})
    assert "10,000" in done.stdout
    assert "2,500" in done.stdout or "2,250–2,750" in done.stdout


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_file_above_the_environment_and_flags(stored: Path, command: Command, tmp_path: Path) -> None:
    write(tmp_path / "claimdiff.toml", '[conflicts]\nformat = "concise"\n')
    assert command("conflicts").stdout.startswith("contradiction 0.")
    env = {"CLAIMDIFF_CONFLICTS_FORMAT": "markdown"}
    assert command("conflicts", env=env).stdout.startswith("# Where")
    assert command("conflicts", "--format", "jsonl", env=env).stdout.startswith('{"id"')


def test_the_store_and_corpus_of_a_file_are_where_the_file_is(
    corpus: Path, here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "pyproject.toml", '[tool.claimdiff]\nstore = "c.jsonl"\ncorpus = "data/raw"\n')
    (tmp_path / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep" / "er")
    assert here("extract", "-q")[0] == 0
    assert (tmp_path / "c.jsonl").is_file()
    _, out, _ = here("config", "--json")
    (store, *_) = json.loads(out)
    assert store == {"name": "store", "value": str(tmp_path / "c.jsonl"), "origin": str(tmp_path / "pyproject.toml")}


def test_config_says_what_holds_and_from_where(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDIFF_STORE", "here.jsonl")
    code, out, _ = here("config", "--all")
    assert code == 0
    assert 'store = "here.jsonl"    # CLAIMDIFF_STORE' in out
    assert 'corpus = "data/raw"    # default' in out
    assert 'conflicts.format = "auto"    # default' in out


@pytest.mark.parametrize("text", ["nothing = 1", "[conflicts]\nnothing = 1", "store = "])
def test_a_wrong_file_is_named(here: Here, tmp_path: Path, text: str) -> None:
    place = write(tmp_path / "claimdiff.toml", text)
    code, _, err = here("topics")
    assert code == 2
    assert str(place) in err


def test_another_projects_broken_file_is_not_ours(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "not toml")
    assert settings.found(tmp_path) is None or settings.found(tmp_path)


def test_doctor_says_what_is_missing_and_how_to_get_it(here: Here) -> None:
    code, out, _ = here("doctor")
    assert code == 0
    assert re.search(r"^ok +Python: 3\.", out, re.MULTILINE)
    assert re.search(r"^note +articles: data/raw is not here\n +→ claimdiff add", out, re.MULTILINE)
    assert "morphology data" in out


def test_doctor_fails_where_a_package_is_missing(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdiff.cli.doctor._declared", lambda: ["no-such-package"])
    code, out, _ = here("doctor")
    assert code == 3
    assert "MISSING no-such-package: not installed" in out


def test_watch_shows_a_conflict_once(corpus: Path, here: Here, tmp_path: Path) -> None:
    look = ("watch", "--once", "--format", "concise")
    code, out, err = here(*look)
    assert (code, out.count("contradiction")) == (0, 1)
    assert "3 files changed, 1 new conflict" in err
    assert here(*look)[1] == ""
    write(corpus / "later.txt", FRONT.format("Later", 4) + MANY.replace("10", "70"))
    assert here(*look)[1].count("contradiction") == 1
    assert "later" in (tmp_path / "data" / "claims.jsonl").read_text("utf-8")


def test_watch_sees_files_come_and_ends_with_ctrl_c(corpus: Path, tmp_path: Path) -> None:
    few, many = corpus / "daily.txt", corpus / "herald.txt"
    text = many.read_text("utf-8")
    many.unlink()
    words = arguments("watch", "--every", "0.1", "--format", "concise")
    with subprocess.Popen(
        words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as run:
        assert run.stderr and run.stdout
        assert b"2 files changed, 0 new conflicts" in run.stderr.readline()
        write(many, text)
        assert run.stdout.readline().startswith(b"contradiction")
        few.touch()
        time.sleep(0.3)
        run.send_signal(signal.SIGINT)
        assert run.wait(30) == 0
        assert run.stdout.read() == b""
        assert b"is up to date" in run.stderr.read()


def test_watch_names_a_path_that_is_not_there(here: Here) -> None:
    code, out, err = here("watch", "nowhere", "--once")
    assert (code, out) == (3, "")
    assert "nowhere: no such file or directory" in err


def test_watch_keeps_the_store_of_a_folder_that_came_loose(corpus: Path, here: Here, tmp_path: Path) -> None:
    from claimdiff.cli._watching import Watched
    from claimdiff.cli.output import Problems

    here("watch", "--once")
    store = tmp_path / "data" / "claims.jsonl"
    before = store.read_bytes()
    watched = Watched([str(corpus)], str(store), Problems())
    watched.look()
    for path in corpus.iterdir():
        path.unlink()
    assert watched.look() == (3, [])
    assert store.read_bytes() == before


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(here: Here, shell: str) -> None:
    code, out, _ = here("completion", shell)
    assert code == 0
    assert "_CLAIMDIFF_COMPLETE" in out


def test_a_shell_is_told_what_could_follow(command: Command) -> None:
    asked = {"_CLAIMDIFF_COMPLETE": "complete_bash", "COMP_WORDS": "claimdiff con", "COMP_CWORD": "1"}
    assert set(command(env=asked).stdout.split()) == {"conflicts", "config"}


@pytest.mark.parametrize("value", ["plain", '"quoted"', "'", "two\nlines", " spaced "])
def test_saved_metadata_reads_back(value: str) -> None:
    from claimdiff.model import Document
    from claimdiff.read.text import front_matter

    fields, text = front_matter(_saving.written(Document("d", "text\n---\nmore", title=value)), "d")
    assert fields["title"] == " ".join(value.split())
    assert text == "text\n---\nmore"


@pytest.mark.parametrize("name", ["https://example.org/" + "x" * 300, "../../etc/passwd", "خبر/اليوم", "", "a" * 400])
def test_file_names_stay_in_their_folder(name: str) -> None:
    made = _saving.slug(name)
    assert made and os.sep not in made and not made.startswith(".")
    assert len(made.encode("utf-8")) < 200

"""The interface's language and the terminal's order: who asks for what, and who wins."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from claimdiff.cli import speech
from claimdiff.cli._visual import Visual
from claimdiff.errors import UsageError
from tests.cli.conftest import Command, Here

QUESTION = "\u0643\u0645 \u0639\u062f\u062f \u0642\u0648\u0627\u062a"
ENGLISH = "How many US troops"
ARABIC = {"LC_ALL": "ar_EG.UTF-8"}


def test_people_are_spoken_to_in_the_locales_language(stored: Path, command: Command) -> None:
    for words in (("conflicts", "-f", "terminal"), ("conflicts", "-f", "table"), ("tally",), ("show", "TOP")):
        if "TOP" in words:
            (found,) = json.loads(command("conflicts", "--json", stored).stdout)["findings"]
            words = ("show", found["id"])
        assert QUESTION in command(*words, stored, env=ARABIC).stdout
        assert ENGLISH in command(*words, stored).stdout


def test_flag_over_environment_over_file_over_locale(stored: Path, command: Command, tmp_path: Path) -> None:
    table = ("conflicts", "-f", "table", stored)
    (tmp_path / "claimdiff.toml").write_text('ui-lang = "ar"\n')
    assert QUESTION in command(*table).stdout
    assert ENGLISH in command(*table, env={"CLAIMDIFF_UI_LANG": "en"}).stdout
    assert QUESTION in command(*table, "--ui-lang", "ar", env={"CLAIMDIFF_UI_LANG": "en"}).stdout
    assert ENGLISH in command("--ui-lang=en", *table, env=ARABIC).stdout


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "sarif", "claimreview", "concise"])
def test_programs_get_the_same_bytes_in_every_locale(stored: Path, command: Command, form: str) -> None:
    assert (
        command("conflicts", "-f", form, stored, env=ARABIC).stdout == command("conflicts", "-f", form, stored).stdout
    )


def test_programs_get_arabic_reasons_where_asked_for(stored: Path, here: Here) -> None:
    (found,) = json.loads(here("conflicts", "--json", stored, "--ui-lang", "ar")[1])["findings"]
    (plain,) = json.loads(here("conflicts", "--json", stored)[1])["findings"]
    ((said,), (english,)) = (one.pop("relations") for one in (found, plain))
    assert found == plain
    assert "can't both be true" in english.pop("explanation")
    assert "\u0644\u0627 \u064a\u0645\u0643\u0646" in said.pop("explanation")
    assert said == english


def test_a_page_in_arabic(stored: Path, here: Here, tmp_path: Path) -> None:
    assert here("report", stored, "--ui-lang", "ar", "-o", "r.html")[0] == 0
    page = (tmp_path / "r.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page and QUESTION in page


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (("--ui-lang", "xx", "topics"), "--ui-lang"),
        (("topics", "--ui-lang"), "--ui-lang wants a value"),
        (("topics", "--bidi", "sideways"), "--bidi"),
    ],
)
def test_a_choice_that_is_none(here: Here, words: tuple[str, ...], where: str) -> None:
    code, out, err = here(*words)
    assert (code, out) == (2, "")
    assert where in err


def test_a_wrong_language_is_told_with_its_file_and_config_still_says_it(here: Here, tmp_path: Path) -> None:
    (tmp_path / "claimdiff.toml").write_text('ui-lang = "xx"\n')
    code, _, err = here("topics")
    assert code == 2
    assert str(tmp_path / "claimdiff.toml") in err and "auto, ar, en" in err
    assert 'ui-lang = "xx"' in here("config")[1]


@pytest.mark.parametrize(
    ("words", "hoisted"),
    [
        (["conflicts", "--ui-lang", "ar", "x"], ["--ui-lang", "ar", "conflicts", "x"]),
        (["conflicts", "--ui-lang=ar"], ["--ui-lang=ar", "conflicts"]),
        (["explain", "--", "--bidi"], ["explain", "--", "--bidi"]),
        (["show", "--debug", "x"], ["--debug", "show", "x"]),
    ],
)
def test_shared_options_stand_anywhere(words: list[str], hoisted: list[str]) -> None:
    assert speech.hoisted(words, {"--ui-lang": True, "--bidi": True, "--debug": False}) == hoisted


class Terminal(io.StringIO):
    """A screen."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("mode", "name", "visual"),
    [
        ("auto", "xterm-256color", False),
        ("auto", "alacritty", True),
        ("logical", "alacritty", False),
        ("visual", "xterm-256color", True),
    ],
)
def test_a_terminal_that_cannot_is_helped(monkeypatch: pytest.MonkeyPatch, mode: str, name: str, visual: bool) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("TERM", name)
    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    speech.order(mode, "--bidi")
    assert isinstance(sys.stdout, Visual) == visual


def test_a_pipe_is_never_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    speech.order("visual", "--bidi")
    assert not isinstance(sys.stdout, Visual)
    with pytest.raises(UsageError, match="auto, logical, visual"):
        speech.order("both", "--bidi")


def test_a_pipe_gets_a_line_a_finding_uncut(stored: Path, command: Command) -> None:
    done = command("conflicts", stored, env={"COLUMNS": "20"})
    assert done.stdout == command("conflicts", "--format", "concise", stored).stdout
    (line,) = done.stdout.splitlines()
    assert line.startswith("contradiction 0.") and line.endswith("≥ 10,000 (1)")
    assert "╭" in command("conflicts", "--format", "terminal", stored).stdout


def test_a_terminal_gets_panels(stored: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", shown)
        patch.setenv("TERM", "xterm-256color")
        assert here("conflicts", stored)[0] == 0
    assert "╭" in shown.getvalue()

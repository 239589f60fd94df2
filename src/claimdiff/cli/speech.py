"""Which language claimdiff speaks, and to what kind of terminal."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from claimdiff.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimdiff.model import Claim, Finding

UI_LANG, BIDI = "ui-lang", "bidi"
MODES = ("auto", "logical", "visual")
# Terminals that print letters in the order that they are stored in, whatever their script.
UNABLE = ("linux", "alacritty", "foot")


class Chosen:
    """The language that was asked for, by flag, environment or file; None where nobody did."""

    language: str | None = None


def choose(language: str, origin: str) -> None:
    """Let a language hold for this call; ``auto`` is none. Raises UsageError where there is no such language."""
    from claimdiff.words import languages

    if language not in ("auto", *languages()):
        raise UsageError(f"no words in {language!r}", origin, f"choose one of auto, {', '.join(languages())}")
    Chosen.language = None if language == "auto" else language


def of_locale(environment: Mapping[str, str]) -> str:
    """The interface language of a locale, English where it has none.

    >>> of_locale({"LANG": "ar_EG.UTF-8"}), of_locale({"LANG": "ar_EG", "LC_ALL": "C"}), of_locale({"LANG": "fr_FR"})
    ('ar', 'en', 'en')
    """
    from claimdiff.words import DEFAULT, languages

    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    said = next((name for name in names if name), "").partition("_")[0].partition(".")[0].lower()
    return said if said in languages() else DEFAULT


def language(people: bool) -> str:
    """What is spoken: what was asked for, else the locale's to people and English to programs."""
    from claimdiff.words import DEFAULT

    return Chosen.language or (of_locale(os.environ) if people else DEFAULT)


@contextlib.contextmanager
def speaking(people: bool = True) -> Iterator[None]:
    """Speak that language for a while."""
    from claimdiff.words import speaking as spoken

    with spoken(language(people)):
        yield


@contextlib.contextmanager
def reporting(form: str, findings: Sequence[Finding], claims: Mapping[str, Claim]) -> Iterator[list[Finding]]:
    """The findings with their reasons in the language that goes with a report's form, while it is written."""
    from claimdiff.report import for_people
    from claimdiff.report._reworded import reworded

    with speaking(for_people(form)):
        yield reworded(findings, claims)


def unable(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is one that is known not to order Arabic.

    >>> unable({"TERM": "alacritty"}), unable({"TERM": "xterm-256color"})
    (True, False)
    """
    return environment.get("TERM", "").startswith(UNABLE) or environment.get("TERM_PROGRAM") == "vscode"


def order(mode: str, origin: str) -> None:
    """Set Arabic for a terminal that can't, where that is asked for or known. Raises UsageError for no mode."""
    if mode not in MODES:
        raise UsageError(f"no mode {mode!r}", origin, f"choose one of {', '.join(MODES)}")
    if sys.stdout.isatty() and (mode == "visual" or (mode == "auto" and unable(os.environ))):
        from claimdiff.cli._visual import Visual

        sys.stdout = Visual(sys.stdout)


def hoisted(arguments: Sequence[str], options: Mapping[str, bool]) -> list[str]:
    """The options that all commands share moved to the front, wherever they stand; others as they were.

    ``options`` says of each whether it takes a value.

    >>> hoisted(["show", "x", "--bidi", "visual", "--", "--debug"], {"--bidi": True, "--debug": False})
    ['--bidi', 'visual', 'show', 'x', '--', '--debug']
    """
    front: list[str] = []
    rest: list[str] = []
    left = list(arguments)
    while left:
        word = left.pop(0)
        if word == "--":
            rest += [word, *left]
            break
        name, _, value = word.partition("=")
        shared = name in options
        (front if shared else rest).append(word)
        if shared and options[name] and not value:
            if not left:
                raise UsageError(f"{name} wants a value", "", "claimdiff --help says which")
            front.append(left.pop(0))
    return front + rest

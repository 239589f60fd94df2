"""``claimdiff doctor``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import typer

from claimdiff.cli import output, speech


class Checked(NamedTuple):
    """One thing that was looked at; ``remedy`` is what to do where it isn't well."""

    name: str
    well: bool
    said: str
    remedy: str = ""
    needed: bool = True


def doctor(ctx: typer.Context) -> int:
    """Look at what claimdiff needs and could use here, and say what is missing and how to get it."""
    rows = [*_programs(), _morphology(), *_terminal(), *_files(ctx.find_root().command)]
    with output.pipe():
        for row in rows:
            mark = "ok      " if row.well else "MISSING " if row.needed else "note    "
            print(f"{mark}{row.name}: {row.said}")
            if row.remedy and not row.well:
                print(f"        → {row.remedy}")
    return output.OK if all(row.well or not row.needed for row in rows) else output.UNREADABLE


def _programs() -> Iterator[Checked]:
    import platform

    from claimdiff import __version__

    yield Checked("claimdiff", True, __version__)
    known = platform.python_version_tuple()
    yield Checked(
        "Python", tuple(map(int, known[:2])) >= (3, 11), platform.python_version(), "take Python 3.11 or newer"
    )
    for name in _declared():
        yield _package(name)


def _declared() -> list[str]:
    """Names of the packages that claimdiff asks for."""
    import re
    from importlib.metadata import PackageNotFoundError, requires

    try:
        asked = requires("claimdiff") or []
    except PackageNotFoundError:
        return []
    return sorted(re.split(r"[^\w.-]", one, maxsplit=1)[0] for one in asked if "extra ==" not in one)


def _package(name: str) -> Checked:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return Checked(name, True, version(name))
    except PackageNotFoundError:
        return Checked(name, False, "not installed", f"pip install {name}")


def _morphology() -> Checked:
    """camel-tools' data is looked for by its folder alone: asking the package would try the network."""
    import os

    home = os.environ.get("CAMELTOOLS_DATA")
    place = Path(home) if home else Path.home() / ".camel_tools"
    there = (place / "data" / "morphology_db").is_dir() or (place / "morphology_db").is_dir()
    remedy = "nouns and verbs that the word lists lack would be known: pip install docopt tabulate; camel_data -i light"
    return Checked("morphology data of camel-tools", there, str(place) if there else f"none in {place}", remedy, False)


def _terminal() -> Iterator[Checked]:
    import os
    import sys

    encoding = sys.stdout.encoding or "unknown"
    yield Checked("output", encoding.lower().replace("-", "") == "utf8", encoding, "set LANG=C.UTF-8", False)
    if not sys.stdout.isatty():
        yield Checked("terminal", True, "none; output goes to a pipe or file, without colour")
        return
    size = os.get_terminal_size(sys.stdout.fileno()).columns
    yield Checked("terminal", size >= 60, f"{size} columns", "60 or more read better", False)
    known, helped = bidi(os.environ), speech.unable(os.environ)
    said = "set by claimdiff, for this terminal doesn't" if helped else "set by this terminal" if known else "unknown"
    remedy = "if Arabic runs the wrong way here: claimdiff --bidi visual …, or claimdiff report -o report.html"
    yield Checked("right to left", known or helped, said, remedy, False)
    yield Checked("language", True, f"{speech.language(people=True)} (--ui-lang, {speech.UI_LANG}, or the locale)")


def bidi(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is one that is known to order Arabic itself.

    >>> bidi({"VTE_VERSION": "7200"}), bidi({"TERM": "linux"}), bidi({"KONSOLE_VERSION": "230400", "TMUX": "x"})
    (True, False, False)
    """
    if "TMUX" in environment or environment.get("TERM", "").startswith("screen"):
        return False
    recent = environment.get("VTE_VERSION", "0")
    own = "KONSOLE_VERSION" in environment or "MLTERM" in environment
    return own or environment.get("TERM_PROGRAM") == "Apple_Terminal" or (recent.isdigit() and int(recent) >= 5800)


def _files(group: Any) -> Iterator[Checked]:
    import os

    from claimdiff.cli.settings import FILE, found, settings

    held = {one.name: str(one.value) for one in settings(group.commands, Path.cwd(), os.environ)}
    corpus, store, place = Path(held["corpus"]), Path(held["store"]), found(Path.cwd())
    add = "claimdiff add URL, or name your files: claimdiff extract PATH"
    yield Checked("articles", corpus.is_dir(), f"{corpus}{'' if corpus.is_dir() else ' is not here'}", add, False)
    make = "claimdiff extract makes it"
    yield Checked("claims", store.is_file(), f"{store}{'' if store.is_file() else ' is not here'}", make, False)
    yield Checked("settings", True, str(place[0]) if place else f"none ({FILE} would be read)")

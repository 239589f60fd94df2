"""From the paths that a person names to the files behind them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from claimdiff.errors import InputError
from claimdiff.read.base import Warn

STDIN = "standard input"


class Found(NamedTuple):
    """A file to read: what to open, what to call it, the stem for ids, the suffix that names its format.

    The suffix is empty where only the content can tell: standard input, pipes.
    """

    place: str | Path
    name: str
    stem: str
    suffix: str

    def size(self) -> int | None:
        """Bytes of text in it; None where that isn't known before reading."""
        try:
            known = self.suffix and not str(self.place).endswith(".gz")
            return Path(self.place).stat().st_size if known else None
        except OSError:
            return 0


def expand(paths: Sequence[str | Path], suffixes: Collection[str], warn: Warn) -> Iterator[Found]:
    """Every file that the paths name; problems with a path go to ``warn``."""
    for path in paths:
        if str(path) == "-":
            yield Found("-", STDIN, "stdin", "")
        elif Path(path).is_dir():
            yield from _inside(Path(path), suffixes, warn)
        else:
            yield from _named(Path(path), suffixes, warn)


def _inside(folder: Path, suffixes: Collection[str], warn: Warn) -> Iterator[Found]:
    """The folder's files of known formats, deep, hidden ones left out."""
    empty = True
    for path in _walk(folder, warn):
        found = _found(path)
        if found.suffix in suffixes:
            empty = False
            yield found
    if empty:
        warn(InputError("no documents in this directory", str(folder), _known(suffixes)))


def _walk(folder: Path, warn: Warn) -> Iterator[Path]:
    def failed(error: OSError) -> None:
        warn(InputError(error.strerror or str(error), str(error.filename), "check that it may be read"))

    for place, folders, files in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))


def _named(path: Path, suffixes: Collection[str], warn: Warn) -> Iterator[Found]:
    """A file that a person named: a regular one must be of a known format, a pipe may be anything."""
    found = _found(path)
    if not path.exists():
        warn(InputError("no such file or directory", str(path), "check the name"))
    elif found.suffix in suffixes:
        yield found
    elif not path.is_file():
        yield found._replace(stem="stdin", suffix="")
    else:
        what = f"unknown format {found.suffix}" if found.suffix else "a name without a suffix"
        warn(InputError(what, str(path), _known(suffixes)))


def _found(path: Path) -> Found:
    inner = path.with_suffix("") if path.suffix == ".gz" else path
    return Found(path, str(path), inner.stem, inner.suffix.lower())


def _known(suffixes: Collection[str]) -> str:
    return f"claimdiff reads {', '.join(sorted(suffixes))}, and each of them as .gz"

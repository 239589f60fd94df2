"""Files that are replaced whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimdiff.errors import ClaimdiffError


@contextlib.contextmanager
def writable(place: Path) -> Iterator[Path]:
    """The file behind a place, its folder made where needed; what fails there is a ClaimdiffError."""
    try:
        target = place.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        yield target
    except OSError as error:
        what = f"can't be written: {error.strerror or error}"
        raise ClaimdiffError(what, str(place), "choose another file with -o, or make room for it") from error


def replace(target: Path, lines: Iterable[bytes]) -> None:
    """Write the lines beside the target, make sure that they are on the disk, then put them in its place.

    A pipe or device is written directly. A process that dies midway leaves the target as it was, and at
    worst a hidden file ``.NAME.….tmp``.
    """
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            file.writelines(lines)
        return
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        _fill(beside, lines)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _fill(path: Path, lines: Iterable[bytes]) -> None:
    with path.open("xb") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the new name itself safe against a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

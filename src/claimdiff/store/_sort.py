"""Sorting more lines than memory should hold: sorted runs on disk, merged."""

from __future__ import annotations

import contextlib
import heapq
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, cast

Key = Callable[[bytes], Any]
RUN = 20_000
FAN = 64


def ordered(lines: Iterable[bytes], key: Key, folder: Path | None = None, run: int = RUN) -> Iterator[bytes]:
    """The lines, each with its newline, in the order of ``key``; at most ``run`` of them are held at once.

    Runs are nameless temporary files in ``folder``, so nothing stays behind, whatever happens.
    """
    source = iter(lines)
    with contextlib.ExitStack() as open_runs:
        runs: list[BinaryIO] = []
        held = sorted(islice(source, run), key=key)
        while following := list(islice(source, run)):
            runs.append(open_runs.enter_context(_spill(held, folder)))
            if len(runs) == FAN:
                runs = [open_runs.enter_context(_merged(runs, key, folder))]
            held = sorted(following, key=key)
        yield from heapq.merge(*runs, held, key=key)


def _merged(runs: list[BinaryIO], key: Key, folder: Path | None) -> BinaryIO:
    merged = _spill(heapq.merge(*runs, key=key), folder)
    for run in runs:
        run.close()
    return merged


def _spill(lines: Iterable[bytes], folder: Path | None) -> BinaryIO:
    file = cast(BinaryIO, tempfile.TemporaryFile(dir=folder))  # noqa: SIM115
    file.writelines(lines)
    file.seek(0)
    return file

"""Articles in: files, directories and standard input become documents, one reader a format.

A format is a module of this folder; its suffixes are found by listing the folder.
"""

from __future__ import annotations

import functools
import gzip
import importlib
import pkgutil
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from claimdiff.errors import InputError
from claimdiff.model import Document
from claimdiff.read._bytes import decoded
from claimdiff.read._files import STDIN, Found, expand
from claimdiff.read._requests import Request, requests
from claimdiff.read._sniff import sniffed
from claimdiff.read._twins import distinct
from claimdiff.read.base import HarmlessError, Origin, Reader, Warn

T = TypeVar("T")
__all__ = ["HarmlessError", "Request", "decoded", "formats", "opened", "read", "requests", "total"]


@functools.cache
def formats() -> dict[str, Reader]:
    """The reader of each suffix, ``.txt`` and so on."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    chosen = [name for name in names if not name.startswith("_") and name != "base"]
    readers = [cast(Reader, importlib.import_module(f"{__name__}.{name}")) for name in chosen]
    return {suffix: reader for reader in readers for suffix in reader.SUFFIXES}


def read(paths: Sequence[str | Path], warn: Warn) -> Iterator[Document]:
    """The documents of files, of directories and of standard input (``-``), one by one, ids made unique.

    Each problem goes to ``warn`` as one InputError, and the rest goes on; where nothing is missing it is a
    HarmlessError. Directories are walked in the order of their names.
    """
    return distinct(_documents(paths, warn), warn)


def total(paths: Sequence[str | Path]) -> int | None:
    """How many bytes there are to read; None where that can't be known beforehand."""
    sizes = [found.size() for found in expand(paths, formats(), lambda _: None)]
    known = [size for size in sizes if size is not None]
    return sum(known) if len(known) == len(sizes) else None


def opened(place: str | Path, warn: Warn, use: Callable[[BinaryIO], Iterator[T]]) -> Iterator[T]:
    """What ``use`` makes of an open file; what goes wrong in opening and reading goes to ``warn``."""
    name = STDIN if str(place) == "-" else str(place)
    try:
        if str(place) == "-":
            yield from use(sys.stdin.buffer)
        else:
            with _open(Path(place)) as stream:
                yield from use(stream)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        warn(InputError(f"damaged gzip file: {error}", name, "fetch it again; what came before is used"))
    except OSError as error:
        warn(InputError(error.strerror or str(error), name, "check that it exists and may be read"))


def _open(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path) if path.suffix == ".gz" else path.open("rb"))


def _documents(paths: Sequence[str | Path], warn: Warn) -> Iterator[Document]:
    for found in expand(paths, formats(), warn):
        yield from opened(found.place, warn, functools.partial(_parse, found, warn))


def _parse(found: Found, warn: Warn, stream: BinaryIO) -> Iterator[Document]:
    reader = formats().get(found.suffix)
    if reader is None:
        stream, suffix = sniffed(stream)
        reader = formats()[suffix]
    yield from reader.read(stream, Origin(found.name, found.stem), warn)

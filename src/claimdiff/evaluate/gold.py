"""Annotated folders: articles, the claims that are in them, and pairs with the verdict that they deserve.

``claims.jsonl`` has a row a claim or trap, ``findings.jsonl`` a row a pair; the articles are ``docs.jsonl``, or else
whatever articles the folder holds. docs/evaluating.md describes the fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimdiff import read
from claimdiff.errors import InputError
from claimdiff.evaluate._check import Fault, faults, pair_faults, places, unknown
from claimdiff.model import Document
from claimdiff.read.base import HarmlessError, Warn

DOCS, CLAIMS, FINDINGS = "docs.jsonl", "claims.jsonl", "findings.jsonl"
Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of ``claims.jsonl``: where its words stand, and what it says of them."""

    line: int
    doc: str
    words: str
    nth: int
    start: int
    end: int
    said: Mapping[str, Any]

    @property
    def trap(self) -> bool:
        """Whether the words must yield no claim."""
        return "trap" in self.said

    @property
    def optional(self) -> bool:
        """Whether the claim may be found or not."""
        return bool(self.said.get("optional"))

    @property
    def key(self) -> Key:
        """How pairs name the row."""
        return self.doc, self.words, self.nth


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of ``findings.jsonl``: two rows and the verdict that they deserve."""

    line: int
    a: Key
    b: Key
    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated folder."""

    folder: Path
    documents: tuple[Document, ...]
    rows: tuple[Row, ...]
    pairs: tuple[Pair, ...]


def load(folder: Path, topics: Iterable[str], warn: Warn, docs: Path | None = None) -> Gold:
    """The folder, with the articles of ``docs`` where they aren't in it; each malformed row goes to ``warn``."""
    documents = articles(folder, warn, docs)
    texts, names = {one.id: one.text for one in documents}, frozenset(topics)
    rows, wrongs, seen = list[Row](), list[Any](), dict[str, int]()
    for line, said in _lines(folder / CLAIMS, warn):
        wrong = [*faults(said, texts, names), *_again(said, line, seen)]
        _tell(said, wrong, folder / CLAIMS, line, warn)
        if wrong:
            wrongs.append([said.get("doc"), said.get("text"), said.get("nth", 1)])
        else:
            rows.append(_row(line, said, texts))
    # A pair that names a malformed row isn't wrong itself.
    known = [*([*row.key] for row in rows if not row.trap), *wrongs]
    return Gold(folder, documents, tuple(rows), tuple(_pairs(folder / FINDINGS, known, warn)))


def articles(folder: Path, warn: Warn, docs: Path | None = None) -> tuple[Document, ...]:
    """The articles of a folder: ``docs`` where that is given, else its docs.jsonl, else what articles it holds."""
    own = folder / DOCS
    if not folder.is_dir():
        warn(InputError("no such folder", str(folder), "name a folder of articles and their annotation"))
        return ()
    inside = [path for path in sorted(folder.iterdir()) if path.name not in (CLAIMS, FINDINGS) and _readable(path)]
    named = [docs] if docs else [own] if own.is_file() else inside
    if not named:
        warn(InputError("no articles", str(folder), f"put them into {DOCS}, a record with id and text a line"))
    return tuple(read.read(named, warn))


def _readable(path: Path) -> bool:
    return path.is_file() and path.suffix in read.formats()


def _lines(path: Path, warn: Warn, needed: bool = True) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The objects of a file of JSON lines with their line numbers."""
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        if needed or path.exists():
            remedy = f"make a draft of it with: claimdiff eval --draft {path.parent}"
            warn(InputError(getattr(error, "strerror", None) or "not UTF-8", str(path), remedy))
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                said = json.loads(line)
            except ValueError as error:
                warn(InputError(f"broken JSON: {error}", f"{path}:{number}", "mend or remove this line"))
                continue
            if isinstance(said, dict):
                yield number, said
            else:
                warn(InputError("not a JSON object", f"{path}:{number}", 'a row looks like {"doc": …, "text": …}'))


def _tell(said: Mapping[str, Any], wrong: Iterable[Fault], path: Path, line: int, warn: Warn) -> None:
    """What is wrong with a row, and what is only odd about it."""
    for what, remedy in wrong:
        warn(InputError(what, f"{path}:{line}", remedy))
    for what, remedy in unknown(said):
        warn(HarmlessError(what, f"{path}:{line}", remedy))


def _again(said: Mapping[str, Any], line: int, seen: dict[str, int]) -> Iterator[Fault]:
    """A complaint where an earlier line says the same of the same words."""
    same = json.dumps([said.get(name) for name in ("doc", "text", "kind", "value")] + [said.get("nth", 1)])
    first = seen.setdefault(same, line)
    if first != line:
        yield f"told before, in line {first}", 'remove one, or say with "nth" which occurrence is meant'


def _row(line: int, said: Mapping[str, Any], texts: Mapping[str, str]) -> Row:
    doc, words, nth = said["doc"], said["text"], said.get("nth", 1)
    start = places(texts[doc], words)[nth - 1]
    return Row(line, doc, words, nth, start, start + len(words), said)


def _pairs(path: Path, claims: Sequence[list[Any]], warn: Warn) -> Iterator[Pair]:
    known = set(map(repr, claims))
    for line, said in _lines(path, warn, needed=False):
        wrong = list(pair_faults(said, known))
        _tell(said, wrong, path, line, warn)
        if not wrong:
            a, b = ((*said[side], 1)[:3] for side in "ab")
            yield Pair(line, a, b, said["verdict"], said.get("why", ""))

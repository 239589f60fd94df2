"""A store and its findings as an SQLite database, as Datasette and any SQL tool opens it.

Tables ``sources``, ``claims``, ``findings``, ``answers``, ``answer_claims``, ``relations``; views ``conflicts``,
``quotes`` and ``disagreements``. Answers are numbered from 1.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from claimdiff.export._flat import COLUMNS, SOURCE, claim, flat
from claimdiff.model import Claim, Finding
from claimdiff.report import _words
from claimdiff.store import _atomic

_CHUNK = 1024 * 1024
_OWN = tuple(name for name in COLUMNS if name not in SOURCE)


def write(path: Path, claims: Iterable[Claim], findings: Sequence[Finding]) -> None:
    """Write the database beside its place and then put it there. Raises ClaimdiffError."""
    by_id = {one.id: one for one in claims}
    with _atomic.writable(path) as target, TemporaryDirectory(dir=target.parent, prefix=".export-") as folder:
        beside = Path(folder, "x.db")
        with contextlib.closing(sqlite3.connect(beside)) as base, base:
            base.executescript(files("claimdiff.export").joinpath("schema.sql").read_text("utf-8"))
            _fill(base, by_id, findings)
        _atomic.replace(target, _chunks(beside))


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while part := file.read(_CHUNK):
            yield part


def _fill(base: sqlite3.Connection, claims: Mapping[str, Claim], findings: Sequence[Finding]) -> None:
    sources = {source: n for n, source in enumerate(dict.fromkeys(one.source for one in claims.values()), 1)}
    _put(base, "sources", (), ((n, *(getattr(source, name) for name in SOURCE)) for source, n in sources.items()))
    rows = ((flat(one), sources[one.source]) for one in claims.values())
    _put(base, "claims", (*_OWN, "source"), ((*(row[name] for name in _OWN), n) for row, n in rows))
    for finding in findings:
        _finding(base, finding, claims)


def _finding(base: sqlite3.Connection, finding: Finding, claims: Mapping[str, Claim]) -> None:
    asked = finding.question
    roles = (asked.text, asked.unit, asked.group, asked.actor, asked.target, asked.place, asked.time)
    title = _words.title(finding, claims)
    _put(base, "findings", (), [(finding.id, finding.topic, finding.verdict, finding.severity, title, *roles)])
    for n, one in enumerate(finding.answers, 1):
        words = _words.spoken(one, claims)
        _put(base, "answers", (), [(finding.id, n, one.low, one.high, words, one.sources, one.origins)])
        _put(base, "answer_claims", (), [(finding.id, n, at, name) for at, name in enumerate(one.claims)])
    _put(base, "relations", (), (
        (finding.id, one.left + 1, one.right + 1, at, one.verdict, one.ratio, one.reason, one.claimants,
         int(one.internal), one.explanation)
        for at, one in enumerate(finding.relations)
    ))  # fmt: skip


def _put(base: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    ready = list(rows)
    if ready:
        quoted = ", ".join(f'"{name}"' for name in columns)
        named = f" ({quoted})" if columns else ""
        marks = ", ".join("?" * len(ready[0]))
        base.executemany(f"INSERT INTO {table}{named} VALUES ({marks})", ready)


def read(path: Path) -> list[Claim]:
    """The claims of a database that ``write`` wrote, in their order."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as base:
        base.row_factory = sqlite3.Row
        found = base.execute(
            "SELECT * FROM claims JOIN sources ON sources.number = claims.source ORDER BY claims.rowid"
        )
        return [claim({name: row[name] for name in row.keys()}) for row in found]  # noqa: SIM118

"""SQLite and CSV give back every claim as it was."""

from __future__ import annotations

import asyncio
import csv
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff import export
from claimdiff.errors import ClaimdiffError, UsageError
from claimdiff.export import csv as table
from claimdiff.export import sqlite
from claimdiff.model import Attribution, Claim, Evidence, Moment, Quantity, Source, Subject
from tests.report.given import hostile, sample, troops

__all__ = ["sample"]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["=1", "'", "''x", "-5", "\r\n"]
)
MAYBE = st.none() | TEXT
NUMBER = st.none() | st.floats(allow_nan=False, allow_infinity=False)
OFFSET = st.integers(0, 2**40)
WORDS = st.lists(st.sampled_from(["year", "month", "day"]), max_size=2, unique=True).map(tuple)
MOMENTS = st.builds(Moment, TEXT, MAYBE, MAYBE, st.sampled_from(["on", "late"]), WORDS, MAYBE)
QUANTITIES = st.builds(Quantity, NUMBER, NUMBER, NUMBER, st.sampled_from(["exact", "vague"]), MAYBE)
REST = {
    "id": st.text("0123456789abcdef", min_size=16, max_size=16),
    "topic": TEXT,
    "subject": st.builds(Subject, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE),
    "time": st.none() | MOMENTS,
    "attribution": st.none() | st.builds(Attribution, TEXT, TEXT),
    "stance": st.sampled_from(["asserted", "denied"]),
    "evidence": st.builds(Evidence, TEXT, OFFSET, OFFSET, TEXT, OFFSET),
    "source": st.builds(Source, TEXT, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE),
    "rule": TEXT,
    "confidence": st.floats(0, 1),
}
CLAIMS = st.builds(Claim, kind=st.just("date"), value=MOMENTS, **REST) | st.builds(
    Claim, kind=st.sampled_from(["quantity", "rank"]), value=QUANTITIES, **REST
)


@pytest.mark.parametrize("name", ["x.db", "x.csv"])
@settings(max_examples=60, deadline=None)
@given(claims=st.lists(CLAIMS, max_size=4, unique_by=lambda one: one.id))
def test_every_claim_comes_back_as_it_was(name: str, claims: list[Claim]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, name)
        export.load(place).write(place, claims, [])
        assert export.load(place).read(place) == claims
        assert [one.name for one in Path(folder).iterdir()] == [name]


@pytest.mark.parametrize("name", ["x.db", "x.csv", "x.jsonl"])
def test_the_sample_comes_back(name: str, tmp_path: Path, sample: tuple[list[object], dict[str, Claim]]) -> None:
    claims = list(sample[1].values())
    place = tmp_path / name
    export.load(place).write(place, claims, [])
    assert export.load(place).read(place) == claims


def test_a_byte_order_mark_for_excel(tmp_path: Path) -> None:
    place = tmp_path / "x.csv"
    claims = list(troops()[1].values())
    table.write(place, claims, [], bom=True)
    assert place.read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert table.read(place) == claims


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    place = tmp_path / "x.csv"
    table.write(place, hostile()[1].values(), [])
    with place.open(encoding="utf-8", newline="") as file:
        assert not [cell for row in csv.reader(file) for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_the_database_is_sound_and_answers(tmp_path: Path) -> None:
    place = tmp_path / "x.db"
    findings, claims = troops()
    sqlite.write(place, claims.values(), findings)
    with closing(sqlite3.connect(place)) as base:
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        (conflict,) = base.execute("SELECT id, verdict FROM conflicts")
        assert conflict == (findings[0].id, "contradiction")
        quotes = base.execute("SELECT answer, source, words FROM quotes").fetchall()
        assert [row[1] for row in quotes if row[0] == 2] in (["Weekly"], ["Daily", "Evening"], ["Evening", "Daily"])
        pairs = base.execute("SELECT one, other, findings FROM disagreements").fetchall()
        assert {frozenset(row[:2]) for row in pairs} == {
            frozenset(("Daily", "Weekly")),
            frozenset(("Evening", "Weekly")),
        }
        indexes = base.execute("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql NOTNULL").fetchone()
        assert indexes[0] >= 6


@pytest.mark.parametrize("table", ["conflicts", "quotes", "disagreements", "claims", "findings", "answers"])
def test_datasette_opens_it_and_shows_its_tables_and_views(tmp_path: Path, table: str) -> None:
    from datasette.app import Datasette

    place = tmp_path / "x.db"
    findings, claims = hostile()
    sqlite.write(place, claims.values(), findings)
    with closing(sqlite3.connect(place)) as base:
        expected = base.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    async def ask(path: str) -> Any:
        served = Datasette([str(place)], settings={"num_sql_threads": 0})
        await served.invoke_startup()
        return await served.client.get(path)

    rows = asyncio.run(ask(f"/x/{table}.json?_shape=array"))
    assert rows.status_code == 200 and len(rows.json()) == expected > 0
    page = asyncio.run(ask(f"/x/{table}"))
    assert page.status_code == 200 and "<script>window.hit" not in page.text


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    place = tmp_path / "x.db"
    findings, claims = hostile()
    sqlite.write(place, claims.values(), findings)
    assert sqlite.read(place) == list(claims.values())


def test_an_older_database_is_replaced_whole_or_kept(tmp_path: Path) -> None:
    place = tmp_path / "x.db"
    findings, claims = troops()
    sqlite.write(place, claims.values(), findings)
    before = place.read_bytes()
    broken = [one for one in findings for _ in range(2)]
    with pytest.raises(sqlite3.IntegrityError):
        sqlite.write(place, claims.values(), broken)
    assert place.read_bytes() == before
    sqlite.write(place, [], [])
    assert sqlite.read(place) == []


def test_an_unknown_suffix_and_an_unwritable_place(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no export for this suffix"):
        export.load(Path("x.xlsx"))
    (tmp_path / "file").write_text("")
    with pytest.raises(ClaimdiffError, match="can't be written"):
        sqlite.write(tmp_path / "file" / "x.db", [], [])

"""A process that is killed while it writes leaves the old store as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimdiff import store
from claimdiff.read import read
from tests.conftest import ROOT
from tests.store.samples import claim

BLOCKED = 'print("ready", flush=True); time.sleep(60)'
WHILE_COLLECTING = f"""
import sys, time
from claimdiff import store
from tests.store.samples import claim
def claims():
    yield claim("new")
    {BLOCKED}
store.at(sys.argv[1]).write(claims())
"""
WHILE_FILLING = f"""
import sys, time
from pathlib import Path
from claimdiff.store import _atomic
from claimdiff.store.jsonl import encode
from tests.store.samples import claim
def lines():
    for number in range(5000):
        yield encode(claim("new", number))
    {BLOCKED}
_atomic.replace(Path(sys.argv[1]), lines())
"""
BEFORE_THE_NAME = f"""
import sys, time
from pathlib import Path
from claimdiff import store
from claimdiff.store import _atomic
from tests.store.samples import claim
def fill(path, lines):
    done(path, lines)
    {BLOCKED}
done, _atomic._fill = _atomic._fill, fill
store.at(sys.argv[1]).write([claim("new")])
"""


@pytest.mark.parametrize("script", [WHILE_COLLECTING, WHILE_FILLING, BEFORE_THE_NAME])
def test_the_old_store_is_intact(script: str, tmp_path: Path) -> None:
    place = tmp_path / "claims.jsonl"
    store.at(place).write([claim("old", number) for number in range(100)])
    before = place.read_bytes()
    command = [sys.executable, "-c", script, str(place)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.kill()
    assert process.returncode < 0
    assert place.read_bytes() == before
    left = [path.name for path in tmp_path.iterdir() if path != place]
    assert all(name.startswith(".") and name.endswith(".tmp") for name in left)
    place.unlink()
    problems: list[Exception] = []
    assert list(read([tmp_path], problems.append)) == []
    assert "no documents" in str(problems[0])


def test_what_a_killed_process_left_disturbs_no_later_write(tmp_path: Path) -> None:
    place = tmp_path / "claims.jsonl"
    (tmp_path / ".claims.jsonl.0a1b2c3d.tmp").write_bytes(b'{"id": "cut')
    assert store.at(place).write([claim()]) == 1
    assert list(store.at(place).read(lambda problem: None)) == [claim()]

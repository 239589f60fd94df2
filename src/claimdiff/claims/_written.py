"""Topics as they are written: a TOML file each in a folder, or tables of a file of settings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from claimdiff.errors import ClaimdiffError

# Where a file of settings keeps topics: claimdiff.toml, then pyproject.toml.
TABLES = (("topics",), ("tool", "claimdiff", "topics"))
_HEADER = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[^\s."']+|"[^"]*"|'[^']*'""")
_AT_LINE = re.compile(r"at line (\d+)")


class Written(NamedTuple):
    """A topic before it is checked: its name, its file, the keys that lead to it there, and what it says."""

    name: str
    path: Path
    keys: tuple[str, ...]
    body: Mapping[str, Any]

    def where(self, *fields: str) -> str:
        """The file with the line of a field, or of the nearest thing around it that has a line."""
        lines = dict(reversed(list(_lines(self.path.read_text("utf-8")))))
        wanted = (*self.keys, *fields)
        found = next((lines[wanted[:n]] for n in range(len(wanted), 0, -1) if wanted[:n] in lines), 1)
        return f"{self.path}:{found}"


def written(place: Path) -> Iterator[Written]:
    """The topics of a folder, or of a file of settings. Raises ClaimdiffError naming file and line."""
    if place.is_dir():
        for path in sorted(place.glob("*.toml")):
            yield Written(path.stem, path, (), _parsed(path))
    elif place.is_file():
        yield from _tables(place)
    else:
        remedy = "name a folder that holds one TOML file a topic"
        raise ClaimdiffError("no such folder of topics", str(place), remedy)


def _tables(path: Path) -> Iterator[Written]:
    whole = _parsed(path)
    for keys in TABLES:
        table: Any = whole
        for key in keys:
            table = table.get(key, {}) if isinstance(table, dict) else {}
        for name, body in table.items() if isinstance(table, dict) else ():
            if isinstance(body, dict):
                yield Written(name, path, (*keys, name), {"name": name, **body})


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        line = _AT_LINE.search(str(error))
        where = f"{path}:{line[1]}" if line else str(path)
        raise ClaimdiffError(str(error), where, "mend the TOML at that place") from error


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every table and key of a TOML text, as far as a line begins with it, with its line."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_parts(key[1])), number


def _parts(key: str) -> tuple[str, ...]:
    """The parts of a dotted key.

    >>> _parts('tool."claim diff".topics')
    ('tool', 'claim diff', 'topics')
    """
    return tuple(part.strip("\"'") for part in _PART.findall(key))

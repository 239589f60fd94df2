"""Settings: a file found upward of where one is, the environment over it, flags over all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from claimdiff.errors import UsageError

FILE, PROJECT = "claimdiff.toml", "pyproject.toml"
# What one setting is called in each command: the store of claims, and the folder of articles.
SHARED = {"store": ("store", "output:extract", "output:watch"), "corpus": ("paths", "articles", "to")}
# Folders of a user's own topics; a table beside it is such a topic itself.
DIRS = "topics.dirs"
Table = Mapping[str, Any]


class Setting(NamedTuple):
    """What holds, and where it is from: a file, a variable, or ``default``."""

    name: str
    value: Any
    origin: str


def found(start: Path) -> tuple[Path, Table] | None:
    """The nearest file with settings, from ``start`` upward, and what it says. Raises UsageError."""
    for folder in (start, *start.parents):
        for name in (FILE, PROJECT):
            table = _table(folder / name)
            if table is not None:
                return folder / name, table
    return None


def _table(path: Path) -> Table | None:
    if not path.is_file():
        return None
    import tomllib

    try:
        body = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        if path.name == PROJECT:
            return None
        raise UsageError(f"not TOML: {error}", str(path), "mend it, or move it away") from error
    table = body.get("tool", {}).get("claimdiff") if path.name == PROJECT else body
    return table if isinstance(table, dict) else None


def settings(commands: Mapping[str, Any], start: Path, environment: Mapping[str, str]) -> list[Setting]:
    """Every setting that there is, with what holds for it. Raises UsageError for a name that is none."""
    named = {name: default for name, _, _, default in _names(commands)}
    held = {name: Setting(name, default, "default") for name, default in named.items()}
    place = found(start)
    for name, value in _flat(place[1]) if place else ():
        if name not in named and not _is_topic(name, value):
            raise UsageError(f"no setting {name!r}", str(place and place[0]), "claimdiff config lists them")
        held[name] = Setting(name, _placed(name, value, place[0].parent if place else start), str(place and place[0]))
    for name in named:
        variable = variable_of(name)
        if variable in environment:
            said = environment[variable]
            held[name] = Setting(name, _folders(said) if name == DIRS else said, variable)
    return list(held.values())


def topic_places(start: Path, environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where a user's own topics are: folders, and the file of settings itself. Raises UsageError."""
    place = found(start)
    said = dict(_flat(place[1])) if place else {}
    variable = variable_of(DIRS)
    folders, origin = (_placed(DIRS, said.get(DIRS, []), place[0].parent), str(place[0])) if place else ([], "")
    if variable in environment:
        folders, origin = _folders(environment[variable]), variable
    remedy = f'write [topics] dirs = ["FOLDER"], or {variable}=FOLDER'
    if not isinstance(folders, list) or not all(isinstance(one, str) for one in folders):
        raise UsageError(f"{DIRS} is no list of folders", origin, remedy)
    if gone := [one for one in folders if not Path(one).is_dir()]:
        raise UsageError(f"{DIRS} names {gone[0]}, which is no folder", origin, remedy)
    inline = [place[0]] if place and any(_is_topic(*one) for one in said.items()) else []
    return (*map(Path, folders), *inline)


def _folders(said: str) -> list[str]:
    """The folders of a variable, separated as the system separates paths."""
    return [one for one in said.split(os.pathsep) if one]


def _is_topic(name: str, value: Any) -> bool:
    """Whether a setting is a topic of the user's, as a table."""
    return name.startswith("topics.") and name != DIRS and isinstance(value, dict)


def variable_of(name: str) -> str:
    """The environment variable of a setting.

    >>> variable_of("store"), variable_of("conflicts.fail-on")
    ('CLAIMDIFF_STORE', 'CLAIMDIFF_CONFLICTS_FAIL_ON')
    """
    return "CLAIMDIFF_" + name.replace(".", "_").replace("-", "_").upper()


def _flat(table: Table) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", said) for inner, said in value.items())
        else:
            yield name, value


def _placed(name: str, value: Any, folder: Path) -> Any:
    """A shared path of a file is meant from where the file is."""
    if name == DIRS and isinstance(value, list):
        return [str(folder / one) if isinstance(one, str) else one for one in value]
    return str(folder / value) if name in SHARED and isinstance(value, str) and value != "-" else value


def _names(commands: Mapping[str, Any]) -> Iterator[tuple[str, str, str, Any]]:
    """Name, command, parameter and default of every setting; shared ones bear no command."""
    from claimdiff.cli.options import CORPUS, STORE

    yield "store", "", "", STORE
    yield "corpus", "", "", CORPUS
    yield "ui-lang", "", "", "auto"
    yield "bidi", "", "", "auto"
    yield DIRS, "", "", []
    for command, body in sorted(commands.items()):
        for parameter in body.params:
            option = _option(parameter)
            if option and option != "help":
                yield f"{command}.{option}", command, parameter.name, parameter.default


def _option(parameter: Any) -> str | None:
    """The long name of an option; None for an argument."""
    long = [name for name in parameter.opts if name.startswith("--")]
    return long[0].removeprefix("--") if long else None


def defaults(commands: Mapping[str, Any], held: list[Setting]) -> dict[str, dict[str, Any]]:
    """What stands for flags that aren't given: for each command its parameters' values."""
    said = {one.name: one.value for one in held if one.origin != "default"}
    chosen: dict[str, dict[str, Any]] = {}
    for command, body in commands.items():
        values = {}
        for parameter in body.params:
            option = _option(parameter)
            own = said.get(f"{command}.{option}")
            shared = _shared(command, option or parameter.name, said)
            value = own if own is not None else shared
            if value is not None:
                several = parameter.nargs == -1 or getattr(parameter, "multiple", False)
                values[parameter.name] = [value] if several and not isinstance(value, list) else value
        chosen[command] = values
    return chosen


def _shared(command: str, name: str, said: Mapping[str, Any]) -> Any:
    """The shared setting that a command's parameter takes."""
    for setting, names in SHARED.items():
        if name in names or f"{name}:{command}" in names:
            return said.get(setting)
    return None

"""Settings: a file found upward of where one is, the environment over it, flags over all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from claimdiff.errors import UsageError

FILE, PROJECT = "claimdiff.toml", "pyproject.toml"
# What one setting is called in each command: the store of claims, and the folder of articles.
SHARED = {"store": ("store", "output:extract", "output:watch"), "corpus": ("paths", "articles", "to")}
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
        if name not in named:
            raise UsageError(f"no setting {name!r}", str(place and place[0]), "claimdiff config lists them")
        held[name] = Setting(name, _placed(name, value, place[0].parent if place else start), str(place and place[0]))
    for name in named:
        variable = variable_of(name)
        if variable in environment:
            held[name] = Setting(name, environment[variable], variable)
    return list(held.values())


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
    return str(folder / value) if name in SHARED and isinstance(value, str) and value != "-" else value


def _names(commands: Mapping[str, Any]) -> Iterator[tuple[str, str, str, Any]]:
    """Name, command, parameter and default of every setting; shared ones bear no command."""
    from claimdiff.cli.options import CORPUS, STORE

    yield "store", "", "", STORE
    yield "corpus", "", "", CORPUS
    yield "ui-lang", "", "", "auto"
    yield "bidi", "", "", "auto"
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

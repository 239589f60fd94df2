"""Records that are frozen and slotted, and yet made fast."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

_Record = TypeVar("_Record")


def quick(cls: type[_Record]) -> type[_Record]:
    """A frozen, slotted dataclass whose records are filled while they are still of a class that isn't frozen.

    A frozen one sets each field by way of ``object.__setattr__``, which takes as long as all the rest.
    """
    told = fields(cls)  # type: ignore[arg-type]
    thawed = type(cls.__name__, (), {"__slots__": cls.__slots__})  # type: ignore[attr-defined]
    known = {f"_{one.name}": one.default for one in told if one.default is not MISSING}
    said = ", ".join(f"{one.name}=_{one.name}" if f"_{one.name}" in known else one.name for one in told)
    lines = ["_set(self, '__class__', _thawed)", *(f"self.{one.name} = {one.name}" for one in told)]
    source = f"def __init__(self, {said}):\n " + "\n ".join([*lines, "self.__class__ = _frozen"])
    scope: dict[str, Any] = {"_set": object.__setattr__, "_thawed": thawed, "_frozen": cls, **known}
    exec(source, scope)
    setattr(cls, "__init__", scope["__init__"])  # noqa: B010 - mypy lets nobody assign to it
    return cls

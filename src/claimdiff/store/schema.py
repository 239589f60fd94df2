"""JSON Schemas of what claimdiff writes, made from the records themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import TypeAdapter

from claimdiff.model import Claim, Finding

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Findings:
    """What ``claimdiff conflicts --json`` prints."""

    schema: Literal["claimdiff/findings/1"]
    findings: list[Finding]


_TYPES: dict[str, type] = {"claim": Claim, "finding": Finding, "findings": Findings}
NAMES = tuple(_TYPES)


def schema(name: str) -> Schema:
    """The JSON Schema (2020-12) of one claim, one finding, or the document that holds findings."""
    body = TypeAdapter(_TYPES[name]).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        **{key: value for key, value in body.items() if key != "title"},
    }

"""The published schemas accept what is written, and nothing that isn't so."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from claimdiff.model import Answer, Finding, Question, Relation
from claimdiff.store.jsonl import encode
from claimdiff.store.schema import NAMES, schema
from tests.store.samples import JANUARY, TROOPS, claim

FINDING = Finding(
    "f" * 16,
    "troops",
    "contradiction",
    0.74,
    Question("troops · US · IQ", "troops", "person", None, "US", None, "IQ", None),
    (Answer(10000.0, None, ("a",), 1, 1), Answer(2250.0, 2750.0, ("b",), 1, 1)),
    (Relation(0, 1, "contradiction", 3.64, "disjoint", "different", False, "They can't both hold."),),
)


def written(value: object) -> Any:
    return json.loads(json.dumps(value))


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["title"] == name


@pytest.mark.parametrize("value", [TROOPS, JANUARY])
def test_a_claim_is_valid(value: Any) -> None:
    Draft202012Validator(schema("claim")).validate(json.loads(encode(claim(value=value))))


def test_findings_are_valid() -> None:
    one = written(asdict(FINDING))
    Draft202012Validator(schema("finding")).validate(one)
    Draft202012Validator(schema("findings")).validate({"schema": "claimdiff/findings/1", "findings": [one]})


@pytest.mark.parametrize(("key", "value"), [("kind", "guess"), ("value", {}), ("evidence", None), ("stance", "maybe")])
def test_what_is_no_claim_is_refused(key: str, value: object) -> None:
    row = json.loads(encode(claim()))
    with pytest.raises(ValidationError):
        Draft202012Validator(schema("claim")).validate({**row, key: value})

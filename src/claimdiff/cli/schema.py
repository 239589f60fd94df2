"""``claimdiff schema``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claimdiff.cli import output


class Schema(StrEnum):
    """The records that have a schema, as a choice."""

    CLAIM = "claim"
    FINDING = "finding"
    FINDINGS = "findings"


def schema(
    name: Annotated[
        Schema | None, typer.Argument(help="One of them alone; findings is what conflicts --json prints.")
    ] = None,
) -> int:
    """Print the JSON Schemas of claims and findings."""
    from json import dumps

    from claimdiff.store import schema as schemas

    body = schemas.schema(name) if name else {one: schemas.schema(one) for one in schemas.NAMES}
    with output.pipe():
        print(dumps(body, ensure_ascii=False, indent=2))
    return output.OK

"""The articles behind claims, where they are still there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claimdiff.cli.options import CORPUS
from claimdiff.model import Claim


def texts(paths: list[str] | None, claims: Iterable[Claim]) -> dict[str, str]:
    """The text of each claim's document that the paths hold; what can't be read is as if it weren't there.

    Without paths the usual corpus is looked at, where there is one.
    """
    from claimdiff.read import read

    wanted = {claim.source.doc for claim in claims}
    named = paths or ([CORPUS] if Path(CORPUS).is_dir() else [])
    found = read(named, lambda problem: None)
    return {document.id: document.text for document in found if document.id in wanted}

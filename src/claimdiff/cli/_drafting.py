"""A draft of an annotation, written where there is none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimdiff.cli import output
from claimdiff.errors import UsageError
from claimdiff.evaluate import draft
from claimdiff.evaluate.gold import CLAIMS, FINDINGS
from claimdiff.model import Claim, Document, Finding
from claimdiff.store import _atomic


def write(folder: Path, documents: Sequence[Document], claims: Sequence[Claim], findings: Sequence[Finding]) -> None:
    """Write claims.jsonl and findings.jsonl. Raises UsageError, and writes nothing, where one of them is there."""
    for name in (CLAIMS, FINDINGS):
        if (folder / name).exists():
            remedy = "a draft is never written over an annotation; move it away first"
            raise UsageError("is there already", str(folder / name), remedy)
    texts = {one.id: one.text for one in documents}
    rows = list(draft.rows(claims, texts))
    pairs = list(draft.pairs(findings, {one.id: one for one in claims}, texts))
    _save(folder / CLAIMS, rows)
    _save(folder / FINDINGS, pairs)
    told = f"{output.plural(len(rows), 'claim')} and {output.plural(len(pairs), 'pair')}"
    output.say(f"{told} in {folder}: correct them, add what is missing, then claimdiff eval {folder}")


def _save(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    with _atomic.writable(path) as target:
        _atomic.replace(target, [json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n" for row in rows])

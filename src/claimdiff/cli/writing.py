"""Reports and exports into files: what a file's name says of its form, and writing it whole or not at all."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from claimdiff.errors import UsageError

FORMS = {".htm": "html", ".md": "markdown", ".txt": "concise", ".jsonld": "claimreview", ".ndjson": "jsonl"}


def form_of(out: str, form: str | None) -> str:
    """The form that was asked for, else that of the file's suffix. Raises UsageError where neither tells."""
    from claimdiff.report import load, names

    suffix = Path(out).suffix.lower()
    name = form or FORMS.get(suffix) or suffix.removeprefix(".")
    if not name or (form is None and name not in names()):
        remedy = f"give a --format: {', '.join(names())}"
        raise UsageError("the file's name doesn't tell a format", out, remedy)
    load(name)
    return name


def write(out: str, use: Callable[[TextIO], None], bom: bool = False) -> None:
    """Write what ``use`` writes, in UTF-8; a file is replaced whole. Raises ClaimdiffError."""
    from claimdiff.cli.output import pipe
    from claimdiff.store import _atomic

    stream = io.StringIO(newline="")
    use(stream)
    data = (codecs.BOM_UTF8 if bom else b"") + stream.getvalue().encode("utf-8", "replace")
    if out == "-":
        with pipe():
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        return
    with _atomic.writable(Path(out)) as target:
        _atomic.replace(target, [data])

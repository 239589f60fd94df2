"""Reading with problems collected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimdiff.errors import InputError
from claimdiff.model import Document
from claimdiff.read import read

Outcome = tuple[list[Document], list[InputError]]
Reading = Callable[..., Outcome]
Put = Callable[..., Path]


@pytest.fixture
def reading() -> Reading:
    """The documents of some paths, and the problems told on the way."""

    def run(*paths: str | Path) -> Outcome:
        problems: list[InputError] = []
        return list(read(paths, problems.append)), problems

    return run


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file, its folders made where needed."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return write

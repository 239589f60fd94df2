"""What all tests share: where the project is, and the reference material that may lie beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Tests speak English whatever the system's language is.
os.environ["LC_ALL"] = "C.UTF-8"
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold files, seeds and corpora (``CLAIMDIFF_SHARED``, else ``../shared``); else a skip."""
    place = Path(os.environ.get("CLAIMDIFF_SHARED", ROOT.parent / "shared"))
    if not place.is_dir():
        pytest.skip(f"no reference material in {place}: put it there or set CLAIMDIFF_SHARED")
    return place

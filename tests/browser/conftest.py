"""Debian's chromium without a window; where it is missing the tests say so and are skipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from claimdiff import words
from claimdiff.report._reworded import reworded
from tests.report.given import Given, hostile, sample, troops, written

__all__ = ["sample"]
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1200,900")


@pytest.fixture(scope="session")
def browser() -> Iterator[webdriver.Chrome]:
    """A browser that keeps what pages write to the console."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.skip("no browser: apt-get install chromium chromium-driver")
    options = Options()
    options.binary_location = binary
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in FLAGS:
        options.add_argument(flag)
    chrome = webdriver.Chrome(options=options, service=Service(driver))
    yield chrome
    chrome.quit()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, sample: Given) -> dict[str, str]:
    """Addresses of the pages that are looked at."""
    folder: Path = tmp_path_factory.mktemp("pages")
    found = {}
    for name, given in {"sample": sample, "troops": troops(), "hostile": hostile()}.items():
        place = folder / f"{name}.html"
        place.write_text(written("html", given), "utf-8")
        found[name] = place.as_uri()
    with words.speaking("ar"):
        findings, claims = sample
        place = folder / "arabic.html"
        place.write_text(written("html", (reworded(findings, claims), claims)), "utf-8")
    found["arabic"] = place.as_uri()
    return found

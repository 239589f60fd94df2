"""Saved pages, and pages of a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from claimdiff.errors import InputError
from claimdiff.read import text
from claimdiff.read._fetch import fetched
from claimdiff.read.base import LIMIT, Origin
from tests.read.conftest import Put, Reading

FIRST = "قال ناطق باسم البلدية يوم السبت إن نحو 2500 عامل يبنون الجسر الجديد منذ سنوات طويلة على ضفتي النهر."
SECOND = "وأضاف أن الافتتاح سيكون في 28 يناير 2024 بحضور عدد من المسؤولين من المدينتين، وأن القرار سيعلن بعده."
PAGE = f"""<!doctype html><html lang="ar-IQ" dir="rtl"><head><meta charset="utf-8"><title>الجسر - صحيفة النهر</title>
<meta property="og:site_name" content="صحيفة النهر">
<meta property="og:title" content="قصة الجسر">
<meta property="article:published_time" content="2024-02-03T10:00:00+03:00">
<link rel="canonical" href="https://example.org/bridge"></head>
<body><nav><ul><li><a href="/">الرئيسية 77</a></li></ul></nav>
<article><h1>قصة الجسر</h1><p>{FIRST}</p><p>{SECOND}</p></article>
<aside><a href="/jobs">اقرأ أيضا: 99 وظيفة</a></aside><footer>هاتف 123456</footer></body></html>"""


def test_the_article_and_what_the_page_says_about_it(put: Put, reading: Reading) -> None:
    (document,), problems = reading(put("bridge.html", PAGE))
    assert problems == []
    assert document.id == "bridge"
    assert document.text.split("\n") == [FIRST, SECOND]
    assert (document.title, document.publisher) == ("قصة الجسر", "صحيفة النهر")
    assert (document.published, document.language, document.url) == ("2024-02-03", "ar", "https://example.org/bridge")


def test_the_charset_that_the_page_states(put: Put, reading: Reading) -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1256"').encode("windows-1256")
    (document,), _ = reading(put("old.htm", page))
    assert document.text.startswith("قال ناطق")


@pytest.mark.parametrize("page", ["", "<html><body></body></html>", "<!doctype html><p></p>"])
def test_a_page_without_an_article_is_named(put: Put, reading: Reading, page: str) -> None:
    documents, problems = reading(put("empty.html", page))
    assert documents == []
    assert "empty.html" in str(problems[0])


def test_a_huge_page_is_refused(put: Put, reading: Reading) -> None:
    documents, (problem,) = reading(put("huge.html", b"<html>" + b"x" * LIMIT))
    assert documents == []
    assert "longer than 16 MB" in str(problem)


def test_a_folder_of_all_formats(put: Put, reading: Reading, tmp_path: Path) -> None:
    put("a.html", PAGE)
    put("b.txt", SECOND)
    put("c.jsonl", '{"text": "نص"}\n')
    documents, problems = reading(tmp_path)
    assert [one.id for one in documents] == ["a", "b", "c:1"]
    assert problems == []


class Quiet(SimpleHTTPRequestHandler):
    """A file server that keeps silent, and can send elsewhere."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a server on loopback with one page."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "bridge.html").write_text(PAGE, "utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as http:
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{http.server_address[1]}"
        http.shutdown()
        thread.join()


def unexpected(problem: InputError) -> None:
    raise problem


def test_a_page_is_fetched(server: str) -> None:
    document = fetched(f"{server}/bridge.html", True, unexpected)
    assert document.text.split("\n") == [FIRST, SECOND]
    assert document.publisher == "صحيفة النهر"


@pytest.mark.parametrize(
    ("path", "local", "words"),
    [("/bridge.html", False, "no answer"), ("/none.html", True, "404")],
)
def test_what_is_not_fetched_says_why(server: str, path: str, local: bool, words: str) -> None:
    with pytest.raises(InputError, match=words):
        fetched(server + path, local, unexpected)


def test_only_the_web_is_fetched() -> None:
    with pytest.raises(InputError, match="not a web address"):
        fetched("file:///etc/passwd", True, unexpected)


def test_added_articles_read_back_as_they_were(server: str, tmp_path: Path) -> None:
    from claimdiff.cli import app

    folder = tmp_path / "raw"
    for _ in range(2):
        assert app.run(["add", f"{server}/bridge.html", "--to", str(folder), "--local"]) == 0
    (saved,) = folder.iterdir()
    with saved.open("rb") as stream:
        (document,) = text.read(stream, Origin(str(saved), saved.stem), unexpected)
    assert document.text.split("\n") == [FIRST, SECOND]
    assert (document.title, document.published, document.language) == ("قصة الجسر", "2024-02-03", "ar")
    assert app.run(["add", f"{server}/none.html", "--to", str(folder), "--local"]) == 3


def test_another_text_under_one_name_is_kept_too(put: Put, tmp_path: Path) -> None:
    from claimdiff.cli import app

    folder = tmp_path / "raw"
    for words in (FIRST, SECOND):
        assert app.run(["add", str(put("one.txt", words)), "--to", str(folder)]) == 0
    assert sorted(one.name for one in folder.iterdir()) == ["one-2.txt", "one.txt"]

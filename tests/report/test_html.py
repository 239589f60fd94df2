"""The page as text; tests/browser holds what only a browser can tell."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from claimdiff.model import Claim
from claimdiff.report import _page, html
from tests.compare.build import claim
from tests.report.given import Given, compared, hostile, troops, written

CSS = files("claimdiff.report").joinpath("page", "page.css").read_text("utf-8")
VOID = {"meta", "input", "br", "img", "link"}
VARIABLE = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")


def at(start: int, one: Claim) -> Claim:
    """The claim with its evidence beginning there."""
    moved = replace(one.evidence, start=start, end=start + len(one.evidence.text))
    return replace(one, evidence=moved)


class Tree(HTMLParser):
    """Elements with their attributes; complains about tags that don't close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.elements if "id" in attrs]


@pytest.mark.parametrize("given", [troops, hostile, lambda: compared([])])
def test_tags_close_and_ids_are_unique(given: object) -> None:
    assert callable(given)
    tree = Tree(written("html", given()))
    assert len(tree.ids()) == len(set(tree.ids()))


def test_every_link_inside_the_page_has_its_target(sample: Given) -> None:
    tree = Tree(written("html", sample))
    links = {attrs["href"] or "" for tag, attrs in tree.elements if tag == "a"}
    assert {link[1:] for link in links if link.startswith("#")} <= set(tree.ids())
    assert len([name for name in tree.ids() if name.startswith("claim-")]) > 10


def test_nothing_comes_from_the_network(sample: Given) -> None:
    tree = Tree(written("html", sample))
    assert not {tag for tag, _ in tree.elements} & {"link", "img", "iframe", "object", "embed"}
    assert not [attrs for _, attrs in tree.elements if "src" in attrs or "style" in attrs]
    assert "url(" not in CSS and "@import" not in CSS


def test_articles_inject_nothing() -> None:
    text = written("html", hostile())
    tree = Tree(text)
    assert [tag for tag, _ in tree.elements].count("script") == 1
    assert not {tag for tag, _ in tree.elements} & {"img", "b"}
    assert not [attrs for _, attrs in tree.elements if any(name.startswith("on") for name in attrs)]
    assert "javascript:" not in text
    assert "\u202e" not in text
    assert "{{ 7*7 }}" in text


def test_a_whole_article_is_marked_where_its_claims_stand() -> None:
    text = "First words.\nThey counted 90 of 329 there.\n\nLast words."
    said = [
        at(26, claim("a1", "exact 90", sentence="They counted # of 329 there.", doc="d")),
        at(32, claim("b2", "exact 329", sentence="They counted 90 of # there.", doc="d")),
    ]
    (article,) = _page.articles(said, {"d": text})
    assert article.whole
    first, marked, last = article.paragraphs
    assert [(piece.text, piece.marked, piece.ids) for piece in marked] == [
        ("They counted ", False, ()),
        ("90", True, ("a1",)),
        (" of ", False, ()),
        ("329", True, ("b2",)),
        (" there. ", False, ()),
    ]
    assert [piece.text.strip() for piece in first + last] == ["First words.", "Last words."]


def test_the_page_takes_whole_articles() -> None:
    findings, claims = troops()
    text = claims["a1"].evidence.sentence
    out = io.StringIO()
    html.render(findings, claims, out, texts={"doc-a1": text + "\nNext line."})
    assert "Next line." in out.getvalue()


def test_evidence_within_evidence_is_marked_once() -> None:
    said = [at(3, claim("a1", "exact 90 of")), at(3, claim("b2", "exact 90"))]
    found = _page.pieces("in 90 of 329", 0, said)
    assert [(piece.text, piece.marked, piece.ids) for piece in found] == [
        ("in ", False, ()),
        ("90", True, ("a1", "b2")),
        (" of", True, ()),
        (" 329", False, ()),
    ]


def test_a_changed_article_falls_back_to_sentences() -> None:
    findings, claims = troops()
    out = io.StringIO()
    html.render(findings, claims, out, texts={"doc-a1": "another text by now"})
    assert "another text by now" not in out.getvalue()
    assert "only the sentences that bear claims" in out.getvalue()


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palettes() -> Iterator[dict[str, str]]:
    for block in re.findall(r"\{([^{}]*--bg: #[^{}]*)\}", CSS):
        yield dict(VARIABLE.findall(block))


@pytest.mark.parametrize("palette", list(palettes()), ids=["light", "dark by system", "dark"])
def test_contrast_is_that_of_wcag_aa(palette: dict[str, str]) -> None:
    text = ["fg", "muted", "link", "contradiction", "tension", "update", "agreement"]
    assert min(contrast(palette[name], palette[ground]) for name in text for ground in ("bg", "card")) >= 4.5
    assert contrast(palette["mark"], palette["on-mark"]) >= 4.5
    shapes = [f"a{n}" for n in range(html.SHAPES)] + ["focus"]
    assert min(contrast(palette[name], palette[ground]) for name in shapes for ground in ("bg", "card")) >= 3


def test_the_measure_of_contrast() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48

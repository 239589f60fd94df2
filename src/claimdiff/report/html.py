"""One self-contained page for the browser: no network, no foreign code, right to left where the text is."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TextIO

from claimdiff import words
from claimdiff.model import Claim, Finding
from claimdiff.report import _words
from claimdiff.report._page import VERDICTS, page

# A verdict is never told by its colour alone.
SIGNS = {"contradiction": "×", "tension": "~", "update": "→", "agreement": "="}
SHAPES = 6
FOR_PEOPLE = True


def render(
    findings: Sequence[Finding],
    claims: Mapping[str, Claim],
    out: TextIO,
    width: int | None = None,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Write the page. ``texts`` are the articles by document: with them the quotes stand in their whole text."""
    from jinja2 import Environment, StrictUndefined

    style, script = (_asset(f"page.{kind}") for kind in ("css", "js"))
    jinja = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    jinja.filters["json"] = lambda value: json.dumps(value, ensure_ascii=False)
    template = jinja.from_string(_asset("page.html"))
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'"
    shown = page(findings, claims, texts or {})
    parts = {"page": shown, "signs": SIGNS, "verdicts": VERDICTS, "shapes": SHAPES}
    spoken = {"say": words.now(), "comma": words.now()("question", "comma"), "topic_name": _words.topic}
    out.writelines(
        template.generate(**parts, **spoken, style=style, script=script, policy=policy + "; form-action 'none'")
    )
    out.write("\n")


def _asset(name: str) -> str:
    return files("claimdiff.report").joinpath("page", name).read_text("utf-8")


def _hash(text: str) -> str:
    """The hash by which a browser knows our own script or style, and runs no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"

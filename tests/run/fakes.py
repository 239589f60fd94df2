"""Stand-ins for extraction that worker processes can import."""

from __future__ import annotations

import os
import time

from claimdiff.model import Claim, Document
from tests.store.samples import claim


def one_a_word(document: Document) -> list[Claim]:
    """A claim for each word, or a failure where the text asks for one; short texts take longest."""
    if document.text == "fail":
        raise ValueError("this text\ncan't be read")
    time.sleep(0.01 / (1 + len(document.text)))
    return [claim(document.id, start) for start, _ in enumerate(document.text.split())]


def die(document: Document) -> list[Claim]:
    """The process ends without a word."""
    os._exit(9)

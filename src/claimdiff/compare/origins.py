"""How many independent origins stand behind an answer: copies of one text count once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from claimdiff.compare.views import View
from claimdiff.compare.words import bare

SHINGLE = 4
SKETCH = 8
ALIKE = 0.6
_WORD = re.compile(r"\w+")


def outlets(views: Iterable[View]) -> int:
    """The number of publishers; a document without one counts for itself."""
    return len({_outlet(view) for view in views})


def origins(views: list[View]) -> int:
    """The number of outlets once those that print the same passage are joined."""
    passages: defaultdict[str, set[str]] = defaultdict(set)
    for view in views:
        passages[_outlet(view)].add(view.claim.evidence.sentence)
    if len(passages) < 2:
        return len(passages)
    sketches = [_sketch(" ".join(sorted(passages[name]))) for name in sorted(passages)]
    parent = list(range(len(sketches)))
    for left, right in _candidates(sketches):
        if _near(sketches[left].shingles, sketches[right].shingles):
            parent[_root(parent, right)] = _root(parent, left)
    return len({_root(parent, n) for n in range(len(sketches))})


def _outlet(view: View) -> str:
    return view.claim.source.publisher or view.claim.source.doc


class Sketch(NamedTuple):
    """Hashes of all runs of four words of a text, of the whole where it is shorter, and the smallest of them."""

    shingles: frozenset[int]
    smallest: tuple[int, ...]


@lru_cache(maxsize=2048)
def _sketch(text: str) -> Sketch:
    words = _WORD.findall(bare.__wrapped__(text))
    runs = range(max(1, len(words) - SHINGLE + 1)) if words else range(0)
    shingles = frozenset(crc32(" ".join(words[n : n + SHINGLE]).encode()) for n in runs)
    return Sketch(shingles, tuple(sorted(shingles)[:SKETCH]))


def _candidates(sketches: list[Sketch]) -> list[tuple[int, int]]:
    """Neighbours in each bucket of the smallest hashes: linear in documents, never all pairs."""
    buckets: defaultdict[int, list[int]] = defaultdict(list)
    for n, sketch in enumerate(sketches):
        for smallest in sketch.smallest:
            buckets[smallest].append(n)
    return sorted({pair for docs in buckets.values() if len(docs) > 1 for pair in pairwise(docs)})


def _near(a: frozenset[int], b: frozenset[int]) -> bool:
    smaller = min(len(a), len(b))
    return bool(smaller) and len(a & b) / smaller >= ALIKE


def _root(parent: list[int], n: int) -> int:
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n

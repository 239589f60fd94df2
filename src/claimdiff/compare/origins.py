"""How many independent origins stand behind an answer: copies of one text, and of one agency's, count once."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from claimdiff.compare.views import View
from claimdiff.compare.words import bare
from claimdiff.text.fold import fold

SHINGLE = 4
SKETCH = 8
ALIKE = 0.6
_WORD = re.compile(r"\w+")


def outlets(views: Iterable[View]) -> int:
    """The number of publishers; a document without one counts for itself."""
    return len({_outlet(view) for view in views})


def origins(views: list[View]) -> int:
    """The number of outlets once those are joined that print the same passage or credit the same agency."""
    passages: defaultdict[str, set[str]] = defaultdict(set)
    for view in views:
        passages[_outlet(view)].add(view.claim.evidence.sentence)
    if len(passages) < 2:
        return len(passages)
    names = sorted(passages)
    sketches = [_sketch(" ".join(sorted(passages[name]))) for name in names]
    parent = list(range(len(names)))
    copied = (pair for pair in _candidates(sketches) if _near(*(sketches[n].shingles for n in pair)))
    for left, right in (*copied, *_credited(views, names)):
        parent[_root(parent, right)] = _root(parent, left)
    return len({_root(parent, n) for n in range(len(names))})


def _credited(views: Iterable[View], names: Sequence[str]) -> list[tuple[int, int]]:
    """Neighbours of those that credit one agency, as positions among the names of outlets."""
    place = {name: n for n, name in enumerate(names)}
    by_agency: defaultdict[str, set[int]] = defaultdict(set)
    for view in views:
        if found := agency(view.claim.evidence.sentence) or agency(view.claim.source.publisher or ""):
            by_agency[found].add(place[_outlet(view)])
    return [pair for name in sorted(by_agency) for pair in pairwise(sorted(by_agency[name]))]


@lru_cache(maxsize=4096)
def agency(text: str) -> str | None:
    """The first news agency that a text names, by its id in ``agencies.toml``; None where it names none."""
    pattern, ids = _agencies()
    hit = pattern.search(fold(text).text.lower())
    return ids[hit[1]] if hit else None


@cache
def _agencies() -> tuple[re.Pattern[str], dict[str, str]]:
    table = tomllib.loads(resources.files(__package__).joinpath("agencies.toml").read_text("utf-8"))["agency"]
    ids = {bare(name).lower(): agency for agency, names in table.items() for name in names}
    longest = sorted(ids, key=lambda name: (-len(name), name))
    # Clitics may stand before a name: "and Reuters", "to Reuters".
    return re.compile(rf"(?<!\w)[^\W\d_]{{0,2}}({'|'.join(map(re.escape, longest))})(?!\w)"), ids


def _outlet(view: View) -> str:
    return view.claim.source.publisher or view.claim.source.doc


class Sketch(NamedTuple):
    """Hashes of all runs of four words of a text, of the whole where it is shorter, and the smallest of them."""

    shingles: frozenset[int]
    smallest: tuple[int, ...]


@lru_cache(maxsize=512)
def _sketch(text: str) -> Sketch:
    words = _WORD.findall(fold(text).text.lower())
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

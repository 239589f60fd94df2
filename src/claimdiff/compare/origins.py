"""How many independent origins stand behind an answer: copies of one text, and of one agency's, count once."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import chain, pairwise
from typing import NamedTuple
from zlib import crc32

from claimdiff.compare.joined import Joined
from claimdiff.compare.runs import FOLDED, Runs
from claimdiff.compare.views import View
from claimdiff.compare.words import bare
from claimdiff.text.fold import fold

SHINGLE = 4
CLITICS = 2
SKETCH = 8
ALIKE = 0.6
Shingle = tuple[int, ...]
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
    copied = _copied([" ".join(sorted(passages[name])) for name in names])
    return len(Joined(len(names), (*copied, *_credited(views, names))).groups())


def _copied(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Texts that tell one passage; most of two alone share too few words for that."""
    if len(texts) == 2 and _strange(*(_marks(text) for text in texts)):
        return []
    sketches = [_sketch(text) for text in texts]
    return [pair for pair in _candidates(sketches) if _near(*(sketches[n].shingles for n in pair))]


def _strange(a: list[int], b: list[int]) -> bool:
    """Whether the shorter of two texts has fewer words in the other than runs that would have to be there.

    Runs are no more than words less three, and each that both share begins with a word of its own place.
    """
    short, long = (a, set(b)) if len(a) <= len(b) else (b, set(a))
    return sum(mark in long for mark in short) < ALIKE * len({*_shingles(short)})


def _credited(views: Iterable[View], names: Sequence[str]) -> list[tuple[int, int]]:
    """Neighbours of those that credit one agency, as positions among the names of outlets."""
    place = {name: n for n, name in enumerate(names)}
    by_agency: defaultdict[str, set[int]] = defaultdict(set)
    for view in views:
        if found := _credits(view.claim.evidence.sentence) or agency(view.claim.source.publisher or ""):
            by_agency[found].add(place[_outlet(view)])
    return [pair for name in sorted(by_agency) for pair in pairwise(sorted(by_agency[name]))]


def _credits(sentence: str) -> str | None:
    """The first agency that a sentence names; most hold no word that an agency's name begins with."""
    return agency(sentence) if any(NAMING.of(sentence)) else None


def _naming(run: str) -> bool:
    words, firsts = _WORD.findall(FOLDED[run]), _firsts()
    return any(word[cut:] in firsts for word in words for cut in range(CLITICS + 1))


def _numbered(run: str) -> tuple[int, ...]:
    return tuple(crc32(word.encode()) for word in _WORD.findall(FOLDED[run]))


# Whether a run may begin an agency's name; its words as numbers.
NAMING, NUMBERED = Runs(_naming), Runs(_numbered)


@cache
def _firsts() -> frozenset[str]:
    """The first words of the names of agencies."""
    return frozenset(re.split(r"\W", name)[0] for name in _agencies()[1])


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
    return re.compile(rf"(?<!\w)[^\W\d_]{{0,{CLITICS}}}({'|'.join(map(re.escape, longest))})(?!\w)"), ids


def _outlet(view: View) -> str:
    return view.claim.source.publisher or view.claim.source.doc


class Sketch(NamedTuple):
    """All runs of four words of a text, the whole of a shorter one, and the smallest of them; words as numbers."""

    shingles: frozenset[Shingle]
    smallest: tuple[Shingle, ...]


@lru_cache(maxsize=512)
def _sketch(text: str) -> Sketch:
    shingles = frozenset(_shingles(_marks(text)))
    return Sketch(shingles, tuple(sorted(shingles)[:SKETCH]))


def _marks(text: str) -> list[int]:
    """The words of a text as numbers."""
    return list(chain.from_iterable(NUMBERED.of(text)))


def _shingles(marks: list[int]) -> Iterator[Shingle]:
    """All runs of four words, the whole of fewer."""
    if len(marks) > SHINGLE:
        return zip(*(marks[n:] for n in range(SHINGLE)), strict=False)
    return iter([tuple(marks)] if marks else [])


def _candidates(sketches: list[Sketch]) -> list[tuple[int, int]]:
    """Neighbours in each bucket of the smallest hashes: linear in documents, never all pairs."""
    buckets: defaultdict[Shingle, list[int]] = defaultdict(list)
    for n, sketch in enumerate(sketches):
        for smallest in sketch.smallest:
            buckets[smallest].append(n)
    return sorted({pair for docs in buckets.values() if len(docs) > 1 for pair in pairwise(docs)})


def _near(a: frozenset[Shingle], b: frozenset[Shingle]) -> bool:
    smaller = min(len(a), len(b))
    return bool(smaller) and len(a & b) / smaller >= ALIKE

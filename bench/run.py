"""Throughput of extraction beside what it is made of, as ratios in one run.

usage: python bench/run.py [FILE] [--megabytes N]

FILE is news as JSON lines, plain or gzipped; by default the 20 MB sample of the shared material where there is
one, else the sample corpus over and over. Prints MB of UTF-8 a second of CPU time, the ratio of extraction to
reading and decoding and to camel-tools' word tokenizer, and the peak of memory half way and at the end.
"extract" begins with no word looked up; what is measured behind it finds the words known.
"""

from __future__ import annotations

import argparse
import itertools
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claimdiff.errors import InputError
from claimdiff.model import Document
from claimdiff.pipeline import extract, mentions
from claimdiff.read import read
from claimdiff.run import local

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("CLAIMDIFF_SHARED", ROOT.parent / "shared"))
SAMPLE = SHARED / "ant" / "news_20mb.jsonl.gz"


def documents(place: Path | None, megabytes: float) -> Iterator[Document]:
    """Documents of a file up to a size, or the sample corpus again and again."""
    left = megabytes * 1e6
    if place is None:
        corpus = list(read([ROOT / "data" / "raw"], warn))
        source: Iterable[Document] = itertools.cycle(corpus)
    else:
        source = read([place], warn)
    for document in source:
        left -= len(document.text.encode())
        if left < 0:
            return
        yield document


def warn(error: InputError) -> None:
    """Say what couldn't be read."""
    print(error, file=sys.stderr)


def timed(work: Callable[[], object]) -> float:
    """Seconds of CPU time that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def peak() -> float:
    """The largest resident size so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def each(function: Callable[[Document], object], corpus: Iterable[Document]) -> Callable[[], None]:
    """The work of calling a function on every document, results thrown away."""

    def work() -> None:
        for document in corpus:
            function(document)

    return work


def extraction(corpus: Iterable[Document]) -> Callable[[], None]:
    """The work of extracting as ``claimdiff extract`` does it in one process, claims thrown away."""

    def work() -> None:
        for _ in local.run(corpus, warn):
            pass

    return work


def main() -> None:
    """Run the benchmark and print its table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", nargs="?", type=Path, default=SAMPLE if SAMPLE.exists() else None)
    ask.add_argument("--megabytes", type=float, default=20)
    said = ask.parse_args()
    from camel_tools.tokenizers.word import simple_word_tokenize

    loaded = timed(lambda: extract(Document("warm-up", "5")))
    reading = timed(lambda: list(documents(said.file, said.megabytes)))
    corpus = list(documents(said.file, said.megabytes))
    size = sum(len(document.text.encode()) for document in corpus) / 1e6
    print(f"{size:.1f} MB in {len(corpus)} documents; lexicons load in {loaded:.2f} s")
    half = len(corpus) // 2
    first = timed(extraction(corpus[:half]))
    middle = peak()
    rows = {
        "extract": first + timed(extraction(corpus[half:])),
        "extract again, all forms known": timed(extraction(corpus)),
        "mentions, all forms known": timed(each(mentions, corpus)),
        "camel-tools simple_word_tokenize": timed(each(lambda d: simple_word_tokenize(d.text), corpus)),
        "read and decode": reading,
    }
    for name, seconds in rows.items():
        print(f"{name:34} {size / seconds:8.2f} MB/s   extract takes {rows['extract'] / seconds:6.2f} x as long")
    print(f"peak of memory: {middle:.0f} MB half way, {peak():.0f} MB at the end")


if __name__ == "__main__":
    main()

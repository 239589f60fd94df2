"""How comparing grows with a store: time beside that of parsing the same store, and memory, in one run.

usage: python bench/scale.py [NUMBER …] [--seed N] [--question] [--store FILE]

For each number (50,000 and 100,000 by default) a store of so many synthetic claims is made and read twice by a
process of its own: once claim by claim, once into memory to be compared. Seconds are those of its processor. With
--question all claims of a store answer one question, and 8,000 are made.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from claimdiff import store
from claimdiff.claims.frames import load_topics
from claimdiff.cli.loading import load
from claimdiff.cli.output import Problems
from claimdiff.compare.verdicts import compare

HERE = Path(__file__).parent
HEAD = f"{'claims':>10} {'parse':>9} {'compare':>9} {'ratio':>7} {'findings':>9} {'held':>9} {'peak':>9}"


def peak() -> float:
    """The largest resident size so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0


def steps(place: str) -> Iterator[tuple[float, float, int]]:
    """After each step its seconds, the memory so far and what it gave: parse, load, compare."""
    dynamics = {name: topic.dynamics for name, topic in load_topics().items()}
    problems = Problems()
    start = time.process_time()
    number = sum(1 for _ in store.at(place).read(problems))
    yield time.process_time() - start, peak(), number
    claims = load(place, problems)
    start = time.process_time()
    yield 0.0, peak(), len(claims)
    found = compare(claims.values(), dynamics)
    yield time.process_time() - start, peak(), len(found)


def measure(place: str) -> None:
    """One row: the ratio of comparing to parsing, bytes a claim of the claims held and at the peak."""
    (parse, base, number), (_, held, _), (seconds, top, found) = steps(place)
    print(
        f"{number:>10,} {parse:>7.2f} s {seconds:>7.2f} s {seconds / parse:>7.1f} {found:>9,}"
        f" {(held - base) / number:>7.0f} B {(top - base) / number:>7.0f} B"
    )


def main() -> None:
    """Make the stores and measure each in a process of its own."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("numbers", nargs="*", type=int, metavar="NUMBER")
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--question", action="store_true", help="all claims answer one question")
    ask.add_argument("--store", help="measure this store instead")
    said = ask.parse_args()
    if said.store:
        measure(said.store)
        return
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for number in said.numbers or ([8_000] if said.question else [50_000, 100_000]):
            made = str(Path(folder) / "synthetic.jsonl")
            options = [str(number), "-o", made, "--seed", str(said.seed), *["--question"] * said.question]
            subprocess.run([sys.executable, HERE / "synthetic.py", *options], check=True)
            subprocess.run([sys.executable, __file__, "--store", made], check=True)


if __name__ == "__main__":
    main()

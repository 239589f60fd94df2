"""Claims gained, lost and changed on a frozen sample between two commits.

``make corpus-diff`` runs it: extraction as it was at BASE, in a worktree of its own, against extraction as it is in
this folder, or at HEAD=COMMIT. The sample is the sample corpus, our own annotated articles and, where the reference
material lies beside the project, its articles; or SAMPLE, paths that ``claimdiff extract`` reads.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimdiff import store
from claimdiff.evaluate.changes import SCHEMA, Change, What, by_fact, by_topic, changes, plain
from claimdiff.model import Claim

ROOT = Path(__file__).resolve().parent.parent
MAIN = "main"
COUNTED: tuple[What, ...] = ("gained", "lost", "changed")


@dataclass(frozen=True, slots=True)
class Compared:
    """The two ends, how many claims each gives, and what is between them."""

    base: str
    head: str
    before: int
    after: int
    found: list[Change]


def git(*words: str) -> str:
    """What git says; SystemExit with its complaint where it has one."""
    done = subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"git {words[0]}: {done.stderr.strip()}")
    return done.stdout.strip()


def default_base() -> str:
    """Where this branch left the main one; on the main one HEAD if there is something uncommitted, else its parent."""
    head = git("rev-parse", "HEAD")
    with contextlib.suppress(SystemExit):
        fork = git("merge-base", "HEAD", MAIN)
        if fork != head:
            return fork
    return "HEAD" if git("status", "--porcelain", "--untracked-files=no", "--", "src") else "HEAD~1"


def default_sample() -> list[Path]:
    """The sample corpus and our annotated articles, and the reference material's where that is there."""
    shared = Path(os.environ.get("CLAIMDIFF_SHARED", ROOT.parent / "shared"))
    beside = [*sorted(shared.glob("gold/dev/*/docs.jsonl")), *sorted(shared.glob("ant/docs.jsonl"))]
    return [ROOT / "data" / "raw", *sorted(ROOT.glob("tests/gold/*/docs.jsonl")), *beside]


@contextlib.contextmanager
def tree(commit: str | None) -> Iterator[Path]:
    """The project's files at a commit, or as they are in this folder."""
    if commit is None:
        yield ROOT
        return
    with tempfile.TemporaryDirectory(prefix="corpus-diff-") as room:
        place = Path(room, "tree")
        git("worktree", "add", "--detach", "--quiet", str(place), commit)
        try:
            yield place
        finally:
            git("worktree", "remove", "--force", str(place))


def extracted(commit: str | None, sample: Sequence[Path]) -> list[Claim]:
    """The claims that the code of a commit finds in the sample, found by that code in a process of its own."""
    with tree(commit) as place, tempfile.TemporaryDirectory(prefix="corpus-diff-") as room:
        out = Path(room, "claims.jsonl")
        command = [sys.executable, "-m", "claimdiff", "extract", *map(str, sample), "-o", str(out)]
        kept = {name: said for name, said in os.environ.items() if not name.startswith("CLAIMDIFF_")}
        environment = kept | {"PYTHONPATH": str(place / "src"), "PYTHONSAFEPATH": "1"}
        done = subprocess.run(command, cwd=room, env=environment, capture_output=True, text=True)
        if not out.is_file():
            raise SystemExit(f"extraction failed at {commit or 'this folder'}:\n{done.stderr.strip()}")
        return list(store.at(out).read(lambda problem: print(problem, file=sys.stderr)))


def compared(base: str, head: str | None, sample: Sequence[Path]) -> Compared:
    """Extraction at two commits, ``head`` being this folder where it is None."""
    old, new = extracted(base, sample), extracted(head, sample)
    ends = [git("describe", "--always", "--tags", one) for one in (base, head) if one]
    return Compared(ends[0], ends[1] if head else "this folder", len(old), len(new), changes(old, new))


def summary(said: Compared) -> Iterator[str]:
    """The counts, all together and by topic."""
    totals = Counter(one.what for one in said.found)
    told = ", ".join(f"{totals[what]:,} {what}" for what in COUNTED)
    yield f"{said.base} → {said.head}: {said.before:,} → {said.after:,} claims; {told}"
    if facts := by_fact(said.found):
        yield "changed: " + ", ".join(f"{name} {count:,}" for name, count in facts.items())
    topics = by_topic(said.found)
    if topics:
        yield f"{'topic':14}" + "".join(f"{what:>9}" for what in COUNTED)
    for topic, counts in topics.items():
        yield f"{topic:14}" + "".join(f"{counts[what] or '·':>9}" for what in COUNTED)


def lines(one: Change) -> Iterator[str]:
    """A change: where, each fact that isn't the same, and the sentence."""
    claim = one.claim
    sign = {"gained": "+", "lost": "-", "changed": "~"}[one.what]
    yield f"{sign} {one.what} {claim.source.doc}: {isolated(claim.evidence.text)}"
    for name, (old, new) in one.differences.items():
        if one.what == "changed":
            yield f"    {name}: {isolated(old or 'none')} → {isolated(new or 'none')}"
        elif name != "words":
            yield f"    {name}: {isolated(new or old or 'none')}"
    yield f"    “{isolated(' '.join(claim.evidence.sentence.split()))}”"


def isolated(words: str) -> str:
    """Words of any direction, kept from turning the rest of the line round."""
    return f"\u2068{words}\u2069"


def body(said: Compared) -> dict[str, object]:
    """All of it for JSON."""
    totals = Counter(one.what for one in said.found)
    counts = {"before": said.before, "after": said.after} | {str(what): totals[what] for what in COUNTED}
    ends = {
        "base": said.base,
        "head": said.head,
        "claims": counts,
        "topics": by_topic(said.found),
        "facts": by_fact(said.found),
    }
    return {"schema": SCHEMA, **ends, "changes": [plain(one) for one in said.found]}


def main() -> None:
    """Print the changes, the counts last, where they stay in sight."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("base", nargs="?", help="a commit; where this branch left main, or the commit before")
    ask.add_argument("--head", help="another commit; else this folder as it is")
    ask.add_argument("--sample", nargs="+", type=Path, help="what to read instead")
    ask.add_argument("--topic", action="append", help="only changes of this topic, before or after; repeatable")
    ask.add_argument("--json", action="store_true", help="print JSON")
    told = ask.parse_args()
    sample = [path.resolve() for path in told.sample or default_sample()]
    said = compared(told.base or default_base(), told.head, sample)
    if told.topic:
        said.found[:] = [one for one in said.found if {c.topic for c in (one.before, one.after) if c} & {*told.topic}]
    if told.json:
        print(json.dumps(body(said), ensure_ascii=False, indent=2))
        return
    for one in said.found:
        print("\n".join(lines(one)))
    print("\n".join(summary(said)))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main()

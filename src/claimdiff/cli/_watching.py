"""Files that are looked at again and again: what changed, and what conflicts that brings."""

from __future__ import annotations

from pathlib import Path

from claimdiff import store
from claimdiff.cli.findings import compared
from claimdiff.cli.loading import load
from claimdiff.cli.output import Problems
from claimdiff.cli.own import extractor
from claimdiff.errors import InputError
from claimdiff.model import Claim, Finding

Stamp = tuple[int, int]
Key = tuple[object, ...]


class Watched:
    """Some paths, the claims of each of their files, and the conflicts that were shown."""

    def __init__(self, paths: list[str], out: str, problems: Problems) -> None:
        self.paths, self.out, self.problems = paths, out, problems
        self.extract = extractor()
        self.stamps: dict[Path, Stamp] = {}
        self.by_file: dict[Path, list[Claim]] = {}
        known = load(out, problems) if Path(out).is_file() else {}
        self.shown = {key(one) for one in compared(known.values(), everything=False)}

    def claims(self) -> dict[str, Claim]:
        """All claims by id."""
        return {one.id: one for path in sorted(self.by_file) for one in self.by_file[path]}

    def missing(self) -> None:
        """Tell which of the paths aren't there."""
        for path in self.paths:
            if not Path(path).exists():
                self.problems(InputError("no such file or directory", path, "check the name"))

    def look(self) -> tuple[int, list[Finding]]:
        """How many files came, changed or went, and the conflicts that weren't shown before."""
        stamps = dict(self._stamps())
        changed = [path for path, stamp in stamps.items() if self.stamps.get(path) != stamp]
        gone = [path for path in self.stamps if path not in stamps]
        for path in gone:
            self.by_file.pop(path, None)
        for path in changed:
            self.by_file[path] = self._extracted(path)
        self.stamps = stamps
        # A folder that is suddenly empty is rather one that came loose: the store is kept.
        if not changed and not (gone and stamps):
            return len(gone), []
        claims = self.claims()
        store.at(self.out).write(claims.values())
        found = compared(claims.values(), everything=False)
        fresh = [one for one in found if key(one) not in self.shown]
        self.shown |= {key(one) for one in fresh}
        return len(changed) + len(gone), fresh

    def _stamps(self) -> list[tuple[Path, Stamp]]:
        """Each file's time and size; a file that goes meanwhile is as if it had never been."""
        from claimdiff.read import formats
        from claimdiff.read._files import expand

        found = []
        for one in expand(self.paths, formats(), lambda problem: None):
            try:
                stat = Path(one.place).stat()
            except OSError:
                continue
            found.append((Path(one.place), (stat.st_mtime_ns, stat.st_size)))
        return found

    def _extracted(self, path: Path) -> list[Claim]:
        from claimdiff.read import read
        from claimdiff.run import local

        documents = read([path], self.problems)
        return [one for found in local.run(documents, self.problems, extract=self.extract) for one in found]


def key(finding: Finding) -> Key:
    """What makes a conflict another one: its question and the values that are held against each other."""
    answers = sorted((_end(one.low), _end(one.high)) for one in finding.answers)
    return (finding.verdict, finding.question.text, finding.question.unit, *answers)


def _end(end: float | str | None) -> str:
    """An end as text, the same whether the number is a whole one in memory or was read as a fraction."""
    return f"{end:g}" if isinstance(end, int | float) else str(end)

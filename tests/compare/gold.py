"""Turn gold rows into claims, so that the comparator can be held against perfect extraction.

usage: gold.py FOLDER... — prints the scores; needs the gold folders and their score.py.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from claimdiff.compare.verdicts import compare
from claimdiff.model import Claim, Dynamics, Evidence, Moment, Quantity, Source, Subject, Value

TOPICS: dict[Dynamics, str] = {
    "cumulative": """attacks killed injured missing arrested rescued weapons buildings cases recoveries
        vaccinated""",
    "event": "deployment withdrawal protesters attendance votes signatures turnout",
    "static": """seats magnitude depth invasion war vote election talks agreement attack killing ceasefire
        resolution founding defeat statement visit disaster deadline plan""",
}
DYNAMICS: dict[str, Dynamics] = {topic: how for how, topics in TOPICS.items() for topic in topics.split()}
SENTENCE = re.compile(r"[^.!?؟\n]*(?:\.(?=\d)[^.!?؟\n]*)*[.!?؟\n]?")
ROLES = ("actor", "target", "place")


def module(folder: Path) -> ModuleType:
    """The scoring module beside the gold folders."""
    root = next(parent for parent in folder.resolve().parents if (parent / "score.py").exists())
    sys.path.insert(0, str(root))
    spec = importlib.util.spec_from_file_location("score", root / "score.py")
    assert spec and spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def claims(folder: Path, score: ModuleType) -> list[Claim]:
    """A claim for each row that isn't a trap."""
    texts = score.documents(folder)
    about = {row["id"]: row for row in score.rows(folder / "docs.jsonl")}
    rows = [row for row in score.rows(folder / "claims.jsonl") if "trap" not in row]
    made = []
    for n, row in enumerate(rows):
        start, end = score.locate(texts[row["doc"]], row["text"], row.get("nth", 1))
        made.append(_claim(f"{folder.name}-{n:04}", row, texts[row["doc"]], start, end, about))
    return made


def _claim(id_: str, row: dict[str, Any], text: str, start: int, end: int, about: dict[str, Any]) -> Claim:
    doc = about.get(row["doc"], {})
    sentence = next(hit for hit in SENTENCE.finditer(text) if hit.end() > start)
    noun = re.sub(r"[\d.,٠-٩٬٫%]+", " ", row["text"]).split()
    time = row.get("time")
    return Claim(
        id_,
        row["kind"],
        row["topic"],
        _value(row["kind"], row["value"]),
        Subject(noun[-1] if noun else None, **cast(Any, {role: row.get(role) for role in ROLES})),
        _moment(time) if isinstance(time, dict) else None,
        None,
        row.get("stance") or "asserted",
        Evidence(row["text"], start, end, sentence[0], sentence.start()),
        Source(row["doc"], doc.get("publisher"), doc.get("title"), doc.get("url"), doc.get("date"), None),
        "gold",
        1.0,
    )


def _moment(value: dict[str, Any]) -> Moment:
    return Moment(value["edtf"], None, None, value.get("modifier", "on"))


def _value(kind: str, value: dict[str, Any]) -> Value:
    if kind == "date":
        return _moment(value)
    number: Any = value.get("number")
    modifier = value["modifier"]
    low, high = value.get("low", number), value.get("high", number)
    if modifier == "about":
        low, high = 0.9 * number, 1.1 * number
    if modifier in ("more_than", "at_least"):
        high = None
    if modifier in ("less_than", "at_most"):
        low = 0
    return Quantity(number, low, high, modifier, value.get("unit"))


def scores(folders: list[Path], lang: str | None, misses: bool = False) -> dict[str, Any]:
    """What score.py says about the findings over the gold claims of all folders together."""
    score = module(folders[0])
    rows = [claim for folder in folders for claim in claims(folder, score)]
    found = [asdict(finding) for finding in compare(rows, DYNAMICS)]
    with tempfile.TemporaryDirectory() as room:
        claims_path, findings_path = Path(room, "claims.jsonl"), Path(room, "findings.json")
        lines = (json.dumps(asdict(row), ensure_ascii=False) for row in rows)
        claims_path.write_text("\n".join(lines), "utf-8")
        findings_path.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
        result: dict[str, Any] = score.score(claims_path, str(findings_path), folders, misses, lang)
        return result


if __name__ == "__main__":
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folders", nargs="+", type=Path)
    ask.add_argument("--lang")
    said = ask.parse_args()
    result = scores(said.folders, said.lang, misses=True)
    notes = [note for note in result["misses"] if note.startswith("VERDICT")]
    sys.stdout.write("\n".join([*notes, json.dumps(result["verdicts"])]) + "\n")

"""``claimdiff eval``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimdiff.cli import output
from claimdiff.cli.options import JsonOption, TopicsOption

if TYPE_CHECKING:
    from claimdiff.model import Claim, Document, Finding

HEADLINE = "strict.f1"
EPILOG = """\b
Examples:
  claimdiff eval --draft mine/                  a first annotation to correct
  claimdiff eval mine/ --misses
  claimdiff eval mine/ other/ --lang ar --json
  claimdiff eval mine/ --fail-under 0.9 --fail-under detected.recall=0.95

\b
A folder holds docs.jsonl (or any articles), claims.jsonl with the claims that
a person found in them, and findings.jsonl with pairs and their verdicts if
verdicts are to be scored. docs/evaluating.md describes the fields."""


def evaluate(
    folders: Annotated[list[Path], typer.Argument(metavar="FOLDER", help="Annotated articles.")],
    claims: Annotated[
        str | None, typer.Option("--claims", metavar="STORE|-", help="Score these claims; else extract anew.")
    ] = None,
    docs: Annotated[Path | None, typer.Option("--docs", metavar="PATH", help="Where the articles are instead.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Only articles in this language.")] = None,
    topics: TopicsOption = "",
    misses: Annotated[bool, typer.Option("--misses", help="Also each miss, with its place.")] = False,
    json: JsonOption = False,
    fail_under: Annotated[
        list[str] | None,
        typer.Option("--fail-under", metavar="[NAME=]N", help=f"Exit with 1 if a figure is lower; {HEADLINE} alone."),
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="Write an annotation to correct; never over one.")] = False,
) -> int:
    """Score extraction and verdicts on articles that a person annotated."""
    from claimdiff.cli import _scores
    from claimdiff.evaluate import gold, score

    limits = _limits(fail_under or ())
    problems = output.Problems()
    if draft:
        return _draft(folders, docs, topics, problems)
    names = _names(topics)
    loaded = [gold.load(folder, names, problems, docs) for folder in folders]
    if problems.missing:
        output.say("nothing was scored: mend these first")
        return problems.close()
    said = _claims([one for folder in loaded for one in folder.documents], claims, topics, problems)
    score.check(loaded, said)
    findings = _findings(said, topics) if any(one.pairs for one in loaded) else []
    found = score.evaluate(loaded, said, findings, lang)
    with output.pipe():
        if json:
            _print_json(found.plain(), found.misses if misses else None)
        else:
            for line in _scores.lines(found.misses if misses else ()):
                print(line)
            _scores.show(found)
    return _under(found.plain(), limits) or problems.close()


def _names(topics: str) -> Iterable[str]:
    from claimdiff.cli.own import load_topics

    return load_topics(topics)


def _claims(documents: Sequence[Document], store: str | None, topics: str, problems: output.Problems) -> list[Claim]:
    """The claims of a store, or those that extraction finds now."""
    from claimdiff.cli.loading import load
    from claimdiff.cli.own import extractor
    from claimdiff.run import local

    if store is not None:
        return list(load(store, problems).values())
    return [claim for found in local.run(documents, problems, extract=extractor(topics)) for claim in found]


def _findings(claims: Sequence[Claim], topics: str) -> list[Finding]:
    from claimdiff.cli.own import dynamics
    from claimdiff.compare.verdicts import compare

    return compare(claims, dynamics(topics))


def _print_json(figures: dict[str, Any], misses: Iterable[Any] | None) -> None:
    from dataclasses import asdict
    from json import dumps

    told = {} if misses is None else {"misses": [asdict(one) for one in misses]}
    print(dumps(figures | told, ensure_ascii=False, indent=2))


def _limits(said: Sequence[str]) -> list[tuple[str, float]]:
    """The least figures that are asked for, by name. Raises UsageError."""
    from claimdiff.errors import UsageError

    limits = []
    for one in said:
        name, _, number = one.rpartition("=")
        try:
            limits.append((name or HEADLINE, float(number)))
        except ValueError:
            remedy = f"write 0.9 for {HEADLINE}, or a name as in --json: detected.recall=0.95"
            raise UsageError(f"{number!r} is no number", "--fail-under", remedy) from None
    return limits


def _under(figures: Mapping[str, Any], limits: Sequence[tuple[str, float]]) -> int:
    """1 where a figure is lower than asked for, and a line for each that is; else 0."""
    failed = [(name, limit, got) for name, limit in limits if (got := _figure(figures, name)) is None or got < limit]
    for name, limit, got in failed:
        output.say(f"{name} is {'unknown: there is nothing to measure' if got is None else got}, under {limit:g}")
    return output.FOUND if failed else output.OK


def _figure(figures: Mapping[str, Any], name: str) -> float | None:
    """A figure by its dotted name in the JSON. Raises UsageError with the names that there are."""
    from claimdiff.cli.options import known

    every = dict(_named(figures))
    known([name], every, "figure", "--json shows them all")
    figure: float | None = every[name]
    return figure


def _named(figures: Mapping[str, Any], prefix: str = "") -> Iterable[tuple[str, Any]]:
    for name, said in figures.items():
        if isinstance(said, Mapping):
            yield from _named(said, f"{prefix}{name}.")
        elif not isinstance(said, str):
            yield f"{prefix}{name}", said


def _draft(folders: Sequence[Path], docs: Path | None, topics: str, problems: output.Problems) -> int:
    """Write what claimdiff finds as annotations, for a person to correct."""
    from claimdiff.cli._drafting import write
    from claimdiff.evaluate.gold import articles

    for folder in folders:
        documents = articles(folder, problems, docs)
        if documents:
            claims = _claims(documents, None, topics, problems)
            write(folder, documents, claims, _findings(claims, topics))
    return problems.close()

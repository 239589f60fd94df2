"""Pictures of the documentation, made of the sample corpus by the commands themselves.

``make docs`` runs it: docs/terminal.svg is a finding and a timeline at a terminal, docs/report.png is the HTML
report in Debian's chromium (left as it is where there is no chromium).
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
STORE = ROOT / "data" / "claims.jsonl"
COLUMNS = 92
VIEW = "1100,1250"
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={VIEW}")

TEXT = re.compile(r'(<text [^>]*textLength=")([\d.]+)("[^>]*>)([^<]*)</text>')
RIGHT, POP = "\u2067", "\u2069"


def claimdiff(*words: str) -> str:
    """What the command prints, as at a terminal of so many columns."""
    environment = os.environ | {
        "COLUMNS": str(COLUMNS),
        "FORCE_COLOR": "1",
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        # Without a terminal to write to it would print lines for a pipe.
        "CLAIMDIFF_CONFLICTS_FORMAT": "terminal",
    }
    command = [sys.executable, "-m", "claimdiff", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def terminal(place: Path) -> None:
    """A finding and a timeline as a drawing of a terminal, without the fonts that rich would fetch."""
    console = Console(record=True, width=COLUMNS, file=open(os.devnull, "w"))  # noqa: SIM115, PTH123
    for words in (["conflicts", "--topic", "troops"], ["timeline", "--topic", "troops"]):
        console.print(Text(f"$ claimdiff {' '.join(words)}", style="bold"))
        for line in Text.from_ansi(claimdiff(*words)).split():
            console.print(placed(line), soft_wrap=True)
    drawn = console.export_svg(title="claimdiff", unique_id="terminal")
    place.write_text(TEXT.sub(fitted, re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)), "utf-8")


def fitted(text: re.Match[str]) -> str:
    """A piece of text as long as what is seen of it; the drawing counts isolates as letters."""
    start, length, rest, said = text.groups()
    hidden = sum("\u2066" <= c <= "\u2069" for c in said)
    return f"{start}{float(length) * (1 - hidden / max(len(html.unescape(said)), 1)):.1f}{rest}{said}</text>"


def placed(line: Text) -> Text:
    """The line with the pieces of a quote from right to left: a drawing puts each piece where the last one ended."""
    start, end = line.plain.find(RIGHT), line.plain.rfind(POP)
    if start < 0:
        return line
    before, inside, after = line.divide([start, end + 1])
    inner = inside[1:-1]
    cuts = sorted({cut for span in inner.spans for cut in (span.start, span.end) if 0 < cut < len(inner)})
    pieces = [Text.assemble(RIGHT, piece, POP) for piece in inner.divide(cuts)]
    return Text.assemble(before, *reversed(pieces), after)


def report(place: Path) -> None:
    """The page in a browser, its top."""
    browser = shutil.which("chromium")
    if browser is None:
        print("no chromium: docs/report.png is left as it is", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "report.html")
        claimdiff("report", "--conflicts", "-o", str(page), str(STORE))
        subprocess.run([browser, *FLAGS, f"--screenshot={place}", page.as_uri()], capture_output=True, check=True)


if __name__ == "__main__":
    terminal(DOCS / "terminal.svg")
    report(DOCS / "report.png")

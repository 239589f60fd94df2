"""Pictures of the documentation, made of the sample corpus by the commands themselves.

``make docs`` runs it: docs/terminal.svg is an overview and a timeline at a terminal, docs/report.png is the HTML
report in Debian's chromium (left as it is where there is no chromium).
"""

from __future__ import annotations

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


def claimdiff(*words: str) -> str:
    """What the command prints, as at a terminal of so many columns."""
    environment = os.environ | {
        "COLUMNS": str(COLUMNS),
        "FORCE_COLOR": "1",
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
    }
    command = [sys.executable, "-m", "claimdiff", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def terminal(place: Path) -> None:
    """An overview and a timeline as a drawing of a terminal, without the fonts that rich would fetch."""
    console = Console(record=True, width=COLUMNS, file=open(os.devnull, "w"))  # noqa: SIM115, PTH123
    for words in (["conflicts", "--format", "table"], ["timeline", "--topic", "troops"]):
        console.print(Text(f"$ claimdiff {' '.join(words)}", style="bold"))
        console.print(Text.from_ansi(claimdiff(*words)))
    drawn = console.export_svg(title="claimdiff", unique_id="terminal")
    place.write_text(re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL), "utf-8")


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

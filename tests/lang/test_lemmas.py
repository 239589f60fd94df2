"""Counted nouns that no lexicon lists: by camel-tools over a tiny database, and by stem without it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimdiff.lang.ar import lemmas
from claimdiff.lang.pack import load
from claimdiff.text.fold import fold_word

POTTER, JAR, WROTE = "فاخوري", "خابية", "تماطل"
MARKS = ("DEFINES", "DEFAULTS", "ORDER", "TOKENIZATIONS", "STEMBACKOFF", "PREFIXES", "SUFFIXES", "STEMS")
FEATURES = ("pos", "diac", "lex", "rat", "gloss")


def stem(word: str, pos: str, rational: str) -> str:
    folded = fold_word(word)
    return f"{folded}\tStem\tdiac:{word} lex:{word} pos:{pos} rat:{rational} gloss:x"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A CALIMA database of three words, with the catalogue that names it, as ``CAMELTOOLS_DATA``."""
    folder = tmp_path / "data" / "morphology_db" / "tiny"
    folder.mkdir(parents=True)
    defines = [f"DEFINE {name} {name}:*open*" for name in FEATURES]
    defaults = [f"DEFAULT pos:{pos} diac:* lex:* rat:n gloss:*" for pos in ("noun", "verb", "digit")]
    stems = [stem(POTTER, "noun", "r"), stem(JAR, "noun", "i"), stem(WROTE, "verb", "n")]
    lines = ["###DEFINES###", *defines, "###DEFAULTS###", *defaults, "###ORDER###", "ORDER " + " ".join(FEATURES)]
    lines += ["###TOKENIZATIONS###", "TOKENIZATION lex", "###STEMBACKOFF###", "STEMBACKOFF NOUN Stem"]
    lines += ["###PREFIXES###", "\tPre\tdiac: ", "###SUFFIXES###", "\tSuff\tdiac: ", "###STEMS###", *stems]
    lines += ["###TABLE AB###", "Pre Stem", "###TABLE BC###", "Stem Suff", "###TABLE AC###", "Pre Suff", ""]
    (folder / "morphology.db").write_text("\n".join(lines), "utf-8")
    dataset = {"default": "tiny", "datasets": {"tiny": {"path": "morphology_db/tiny"}}}
    catalogue = {"version": "1.6", "packages": {}, "components": {"MorphologyDB": dataset}}
    (tmp_path / "catalogue.json").write_text(json.dumps(catalogue), "utf-8")
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    return tmp_path


def told(folder: Path, home: Path) -> dict[str, object]:
    """What a fresh interpreter reads with that data; camel-tools fixes its folder when it is imported."""
    words = [fold_word(word) for word in (POTTER, JAR, WROTE)]
    code = (
        "import json; from claimdiff.lang.ar.lemmas import Lemmas; from claimdiff.lang.pack import load;"
        f"ask = Lemmas(load().lexicon); print(json.dumps({{word: ask(word) for word in {words!r}}}))"
    )
    environment = {"CAMELTOOLS_DATA": str(folder), "HOME": str(home), "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_camel_tools_says_what_is_a_noun_and_who_is_a_person(data: Path, tmp_path: Path) -> None:
    answer = told(data, tmp_path)
    assert answer[fold_word(POTTER)] == [True, "person"]
    assert answer[fold_word(JAR)] == [True, None]
    assert answer[fold_word(WROTE)] == [False, None]


def test_without_data_nothing_is_imported(tmp_path: Path) -> None:
    code = (
        "import sys; from claimdiff.lang.ar.lemmas import Lemmas; from claimdiff.lang.pack import load;"
        "print(Lemmas(load().lexicon)('x'), any(m.startswith('camel_tools') for m in sys.modules))"
    )
    environment = {"CAMELTOOLS_DATA": str(tmp_path), "HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.split() == ["None", "False"]
    assert list(tmp_path.iterdir()) == []


def test_the_data_is_looked_for_in_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert lemmas.folder() == tmp_path / ".camel_tools"
    assert not lemmas.installed(lemmas.folder())


def test_a_catalogue_without_a_database_is_no_data(data: Path) -> None:
    assert lemmas.installed(data)
    (data / "data" / "morphology_db" / "tiny" / "morphology.db").unlink()
    assert not lemmas.installed(data)


@pytest.mark.parametrize(
    ("word", "unit"),
    [("\u062d\u062f\u0627\u062f\u0627\u062a", None), ("\u062c\u0646\u062f\u064a\u0627\u062a", "person")],
)
def test_light_stems_of_listed_persons(
    word: str, unit: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    found = lemmas.Lemmas(load().lexicon)(word)
    assert (found.unit if found else None) == unit


def test_hamza_is_tried_on_every_seat() -> None:
    assert list(lemmas.spellings("a\u0621b")) == ["a\u0621b", "a\u0624b", "a\u0626b"]
    assert list(lemmas.spellings("ab")) == ["ab"]


def test_a_counted_noun_takes_its_unit_from_camel_tools(data: Path, tmp_path: Path) -> None:
    text = f"\u062d\u0636\u0631 100 {POTTER}"
    code = (
        "from claimdiff.model import Document; from claimdiff.pipeline import mentions;"
        f"print(*(one.value.unit for one in mentions(Document('case', {text!r}))))"
    )
    for folder, unit in ((data, "person"), (tmp_path / "none", "None")):
        environment = {"CAMELTOOLS_DATA": str(folder), "HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path)}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
        assert done.stdout.split() == [unit]

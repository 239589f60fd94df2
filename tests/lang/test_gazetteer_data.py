"""The lexicon's data: well formed, sorted, without repeats, and what CLDR says today."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from claimdiff.lang.ar import morphology
from claimdiff.lexicon.entries import Currency, Entity, Month, Noun, load
from claimdiff.text.fold import fold_word

ROOT = Path(__file__).parents[2]
LEXICON = ROOT / "src" / "claimdiff" / "lang" / "ar"
GAZETTEER = sorted((LEXICON / "gazetteer").glob("*.toml"))
FILES = [*GAZETTEER, *(LEXICON / f"{stem}.toml" for stem in ("nouns", "months", "currencies"))]
RAW = sorted((ROOT / "data" / "raw").glob("*.txt"))
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
UNPLAIN = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\ufb50-\ufdff\ufe70-\ufeff\u200b-\u200f\u202a-\u202e]")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SYMBOL = re.compile(r"[A-Za-z0-9\[\]_/%]+")


def entities(path: Path) -> list[Entity]:
    return [item for item in load(path)["entity"] if isinstance(item, Entity)]


def nouns() -> list[Noun]:
    return [item for item in load(LEXICON / "nouns.toml")["noun"] if isinstance(item, Noun)]


def months() -> list[Month]:
    return [item for item in load(LEXICON / "months.toml")["month"] if isinstance(item, Month)]


def currencies() -> list[Currency]:
    return [item for item in load(LEXICON / "currencies.toml")["currency"] if isinstance(item, Currency)]


def repeats(words: list[str]) -> list[str]:
    return [word for word, times in Counter(map(fold_word, words)).items() if times > 1]


def country_codes() -> set[str]:
    return {entity.id for entity in entities(LEXICON / "gazetteer" / "countries.toml")}


@pytest.fixture(scope="module")
def cldr() -> ModuleType:
    pytest.importorskip("babel", reason="babel is not installed: the tables can't be generated")
    spec = importlib.util.spec_from_file_location("cldr", ROOT / "tools" / "cldr.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def geonames() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cities", ROOT / "tools" / "cities.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["cities"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", [*FILES, ROOT / "tools" / "overrides.toml"], ids=lambda path: str(path.stem))
def test_one_plain_arabic_string_a_line(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        strings = [said for said in re.findall(r'"([^"]*)"', line) if ARABIC.search(said)]
        assert len(strings) <= 1, f"{path.name}:{number}"
        assert not UNPLAIN.search(line), f"{path.name}:{number}: marks, tatweel or presentation forms"
        assert all(said == " ".join(said.split()) for said in strings), f"{path.name}:{number}: spaces"


@pytest.mark.parametrize("path", GAZETTEER, ids=lambda path: str(path.stem))
def test_entities_sorted_and_of_known_kinds(path: Path) -> None:
    rows = entities(path)
    ids = [row.id for row in rows]
    assert ids == sorted(set(ids))
    kinds = {"countries": {"country"}, "cities": {"city", "region"}, "towns": {"city"}}
    allowed = kinds.get(
        path.stem, {"organisations": {"organisation", "producer", "league"}, "media": {"media"}}.get(path.stem)
    )
    assert {row.kind for row in rows} == allowed
    assert all(row.names for row in rows)


def test_no_name_or_adjective_belongs_to_two_entities() -> None:
    rows = [row for path in GAZETTEER for row in entities(path)]
    assert repeats([name for row in rows for name in row.names]) == []
    assert repeats([adjective for row in rows for adjective in row.adjectives]) == []
    assert not [i for i, times in Counter(row.id for row in rows).items() if times > 1]


def test_ids_are_codes_and_slugs() -> None:
    countries = country_codes()
    assert all(re.fullmatch("[A-Z]{2}", code) for code in countries)
    for path in GAZETTEER:
        for row in entities(path) if path.stem != "countries" else []:
            country, _, slug = row.id.rpartition("/")
            assert SLUG.fullmatch(slug), row.id
            assert (country in countries) == (path.stem in {"cities", "towns"}), row.id
            assert row.metonym in {None, country or "un"}, row.id


def test_country_codes_are_those_of_iso(cldr: ModuleType) -> None:
    hyphenless = {code for code in cldr.Locale("en").territories if re.fullmatch("[A-Z]{2}", code)}
    assert country_codes() == hyphenless - cldr.UNASSIGNED
    assert len(country_codes()) == 250


def test_every_state_has_a_capital() -> None:
    territories = re.findall(
        "[A-Z]{2}",
        "AQ AS AI AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE "
        "KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SC SH SJ SX TC TF TK UM VG VI WF YT",
    )
    nameless = {"DM", "GW"}  # the names of their capitals are other places' or countries' names in Arabic
    placed = {row.id[:2] for row in entities(LEXICON / "gazetteer" / "cities.toml")}
    assert country_codes() - placed == set(territories) | nameless


def test_nouns_sorted_and_senses_marked() -> None:
    rows = nouns()
    singulars = [row.singular for row in rows]
    assert singulars == sorted(singulars)
    assert len(rows) > 500
    shared = {word for word, times in Counter(singulars).items() if times > 1}
    told = {row.singular for row in rows if row.sense}
    # A sense may also tell a noun from the currency that is spelled like it.
    assert {row.singular for row in rows if row.ambiguous} == shared == told - {"أونصة"}
    assert len({(row.singular, row.sense) for row in rows}) == len(rows)
    assert repeats(sorted(set(singulars))) == []


def test_noun_forms_and_units() -> None:
    for row in nouns():
        said = [row.singular, *row.plurals, *row.aliases]
        assert repeats(said) == [], row.singular
        pattern = SYMBOL if row.measure else re.compile("[a-z ]+")
        assert pattern.fullmatch(row.unit.replace(" ", "" if row.measure else " ")), row.singular
        assert row.factor > 0


@pytest.mark.parametrize("word", ["طالبان", "حرمين", "سيلان", "ميلان", "بطلان", "لصين", "علمين", "دوران"])
def test_no_dual_is_an_everyday_word(word: str) -> None:
    made = {form for row in nouns() for form, number in morphology.noun(row.singular, row.plurals, row.dual)}
    assert word not in made


@pytest.mark.parametrize(
    ("form", "unit"),
    [
        ("قتلى", "person"),
        ("جثة", "body"),
        ("مقعدا", "seat"),
        ("صاروخان", "missile"),
        ("توقيع", "signature"),
        ("استهدافات", "attack"),
        ("قاعدتين", "base"),
        ("مدنيين", "person"),
        ("مسكنا", "house"),
        ("مروحيتان", "helicopter"),
        ("قرون", "year"),
        ("ليال", "day"),
    ],
)
def test_a_form_has_its_unit(form: str, unit: str) -> None:
    found = [r for r in nouns() if form in dict(morphology.noun(r.singular, r.plurals, r.dual))]
    assert found[0].unit == unit


def test_longer_units_of_time_state_their_length() -> None:
    factors = {(row.singular, row.sense): row.factor for row in nouns() if row.unit == "year"}
    assert factors == {("سنة", None): 1, ("عام", None): 1, ("عقد", "decade"): 10, ("قرن", None): 100}


def test_months_of_both_calendars() -> None:
    rows = months()
    order = [(row.calendar, row.number) for row in rows]
    assert order == [(calendar, n) for calendar in ("gregorian", "hijri") for n in range(1, 13)]
    assert repeats([name for row in rows for name in row.names]) == []


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("كانون الثاني", 1),
        ("نيسان", 4),
        ("جوان", 6),
        ("غشت", 8),
        ("أوت", 8),
        ("شتنبر", 9),
        ("تشرين الثاني", 11),
    ],
)
def test_a_month_of_each_region(name: str, number: int) -> None:
    assert [row.number for row in months() if name in row.names] == [number]


def test_currencies_have_codes_and_no_shared_name() -> None:
    rows = [row for row in currencies() if row.code]
    codes = [row.code for row in rows]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert repeats([name for row in rows for name in [*row.names, *row.plurals]]) == []


def test_shared_words_lead_to_known_currencies() -> None:
    codes = {row.code for row in currencies() if row.code}
    shared = {row.singular: row.countries for row in currencies() if not row.code}
    assert all(set(countries.values()) <= codes for countries in shared.values())
    assert shared["دينار"]["IQ"] == "IQD"


def test_currency_codes_are_those_of_iso(cldr: ModuleType) -> None:
    assert {row.code for row in currencies() if row.code} <= set(cldr.Locale("en").currencies)


@pytest.mark.parametrize("table", ["gazetteer/countries.toml", "months.toml", "currencies.toml"])
def test_generated_tables_are_up_to_date(cldr: ModuleType, table: str) -> None:
    made = cldr.TABLES[table]().encode()
    assert made == (LEXICON / table).read_bytes(), "run: python tools/cldr.py"


@pytest.mark.parametrize(
    ("country", "adjective"),
    [("العراق", "عراقي"), ("سوريا", "سوري"), ("مصر", "مصري"), ("فرنسا", "فرنسي"), ("هايتي", "هايتي")],
)
def test_nisba_rule(cldr: ModuleType, country: str, adjective: str) -> None:
    assert cldr.nisba(country) == adjective


def test_adjectives_that_no_rule_makes() -> None:
    said = {row.id: row.adjectives for row in entities(LEXICON / "gazetteer" / "countries.toml")}
    assert [said[code][0] for code in ("GB", "AE", "AT")] == ["بريطاني", "إماراتي", "نمساوي"]


def body(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("---\n", 2)[2]


def front_matter(path: Path) -> dict[str, str]:
    return dict(re.findall(r"^(\w+): (.+)$", path.read_text(encoding="utf-8").split("---\n")[1], re.M))


def test_sample_corpus_has_front_matter() -> None:
    heads = [front_matter(path) for path in RAW]
    assert len(RAW) == 6
    assert len({head["publisher"] for head in heads}) == 6
    assert all(head["language"] == "ar" and "://example.org/" in head["url"] for head in heads)
    dates = sorted(head["date"] for head in heads if "date" in head)
    assert len(dates) == 5
    assert dates[0] >= "2024-02" and dates[-1] < "2024-09"
    assert all(100 <= len(body(path).split()) <= 200 for path in RAW)


@pytest.mark.parametrize(
    ("fact", "articles"),
    [
        (r"2500 جندي|٢٥٠٠ جندي|ألفان وخمسمئة جندي", 5),
        (r"(10|١٠) آلاف جندي|عشرة آلاف جندي", 4),
        (r"أكثر من 110 (هجمات|استهدافات)", 2),
        (r"عشرات الهجمات", 2),
        (r"(329|٣٢٩|وعشرون) مقعدا", 4),
        (r"(90|٩٠|تسعين) نائبا", 4),
        (r"١٠٠ توقيع|مئة نائب", 3),
        (r"(30|ثلاثين) جريحا", 2),
        (r"أواخر يناير", 2),
        (r"2020|٢٠٢٠", 5),
        (r"2003", 3),
        (r"(7|السابع من) (أكتوبر|تشرين الأول)", 4),
        (r"28 (يناير|كانون الثاني)", 3),
        (r"منتصف (أغسطس|آب) 2023", 2),
        (r"سبتمبر 2025", 3),
        (r"ثمانية أشهر", 2),
        (r"ثلاث قواعد", 3),
        (r"اللواء 12|للواء 12", 2),
        (r"الرقم 18|رقم ١٨", 3),
        (r"البرج 22", 3),
    ],
)
def test_sample_corpus_reports(fact: str, articles: int) -> None:
    assert sum(bool(re.search(fact, body(path))) for path in RAW) == articles


@pytest.mark.parametrize(("name", "slug"), [("Al Qūşīyah", "al-qusiyah"), ("'Ākra", "akra"), ("São Tomé", "sao-tome")])
def test_a_town_goes_by_a_slug(geonames: ModuleType, name: str, slug: str) -> None:
    assert geonames.slug(name) == slug


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (["Gaza City", "مدينة غزة", "غزة"], ("غزة",)),
        (["شیراز", "شيراز"], ("شيراز",)),
        (["بئر-خادم", "بئر خادم"], ("بئر خادم",)),
        (["قاندالا", "قندلة", "كندالا", "كنداله"], ("قاندالا", "قندلة", "كندالا")),
        (["Ufa"], ()),
    ],
)
def test_names_of_a_town_in_arabic_spelling(geonames: ModuleType, said: list[str], kept: tuple[str, ...]) -> None:
    assert geonames.arabic(said) == kept


def test_of_two_towns_with_one_name_only_a_far_larger_one_bears_it(geonames: ModuleType) -> None:
    def town(name: str, people: int, said: str) -> object:
        return geonames.Town(name, people, (said,))

    found = geonames.new(
        [
            town("XX/big", 900_000, "كبرشهر"),
            town("YY/small", 20_000, "كبرشهر"),
            town("XX/one", 50_000, "صغرشهر"),
            town("YY/two", 20_000, "صغرشهر"),
            town("XX/baghdad", 90_000, "بغداد"),
        ]
    )
    assert [one.id for one in found] == ["XX/big"]


def test_generated_towns_leave_the_hand_written_alone(geonames: ModuleType) -> None:
    names, ids = geonames.known()
    rows = entities(LEXICON / "gazetteer" / "towns.toml")
    assert len(rows) > 1000
    assert ids.isdisjoint(row.id for row in rows)
    assert names.isdisjoint(fold_word(name) for row in rows for name in row.names)

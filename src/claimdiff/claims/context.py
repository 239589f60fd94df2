"""What surrounds a claim: who states it, whether it is asserted, when it held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claimdiff.claims.scene import KNOWN, Scene
from claimdiff.grammar.reading import Reading
from claimdiff.lexicon import lookup
from claimdiff.model import Attribution, Moment, Stance
from claimdiff.text.memo import Memo

REACH = 14
SPEAKER, HEAD = 6, 3
WAS = 5
PART, LONG = 3, 24
_SOURCES = frozenset({"ACCORDING", "SAY"})
# The date of a demand or a denial is itself neither demanded nor denied.
SAID = "statement"
LEADING, TRAILING = 0.5, 1.5
_BORDERS = frozenset({"CLAUSE", "RELATIVE"})
_STOP, _SPEECH = frozenset({"STOP"}), frozenset({"STOP", "THAT"})
_COMMA = frozenset({"COMMA"})
_CLAUSE, _WHEN = frozenset({"CLAUSE"}), frozenset({"WHEN"})
_TOLD = frozenset({"STOP", "THAT", "SAY", "ACCORDING", "QUOTE"})
_STANCES: tuple[tuple[str, Stance], ...] = (
    ("DENIAL", "denied"),
    ("EARLIER", "superseded"),
    ("CONDITION", "conditional"),
    ("PLAN", "planned"),
)
_DENIED = frozenset({"DENIAL"})
_ENDS = frozenset({"THAT", "COMMA", "STOP", "COLON", "QUOTE", "IN", "DASH", "LPAR", "RELATIVE", "CLAUSE", "TO"})
# A day is when somebody spoke, and what is counted is said, not who says it.
_NOBODY = frozenset({"TIME", "BAREWEEKDAY", "DAYPART", "DAYWORD", "DIGITS", "NUM", "RELDAY", "VAGUENUM", "WEEKDAY"})
_PREPOSITIONS = frozenset({"TO", "FROM", "ON", "ONTHEM", "HISWORDS"})
_NAMED = frozenset({"DEF", "ORG", "PLACE"})
_LED = frozenset({"CONJ", "PREP", "CLAUSE"})
_SPOKEN = frozenset({"STOP", "COMMA", "SAY", "WAS", "MAY", "NEGATION", "RELATIVE", "CLAUSE", "NUM", "DASH", "RPAR"})
# Words that say something only before "that": they mean something else as well.
_HALF = frozenset({"BETWEEN", "CARRIED"})
_LEAD = frozenset({"THAT", "COLON"})
_WALL = frozenset({"COMMA", "STOP"})
_TURNS = frozenset({"RELATIVE", "NEGATION"})
_LOUD = _TURNS | {"HAPPENED"}
_SAID: Memo[frozenset[str], Stance | None] = Memo(lambda cats: _said(cats))
# What asserts whatever its form is and goes on, and the commonest set of those whose form settles it.
_SILENT: Memo[frozenset[str], bool] = Memo(lambda cats: _said(cats) == "asserted" and _LOUD.isdisjoint(cats))
_UNKNOWN = lookup.one({"UNKNOWN"})


def stance(scene: Scene, reading: Reading, moment: Moment | None, published: str | None) -> Stance:
    """Asserted, unless its clause denies, plans or conditions it, a change has replaced it, or its date is to come.

    What is listed with another value shares its stance.
    """
    if reading.superseded or _apposed(scene, reading):
        return "superseded"
    # "Ten and not eight": what somebody else had said.
    if reading.quantity is not None and "NEGATION" in scene.cats(reading.start - 1):
        return "denied"
    said = "asserted" if scene.topics.get(reading.start) == SAID else _clause(scene, reading)
    if said == "asserted" and moment and published and (moment.earliest or "") > published:
        return "planned"
    if said == "asserted" and reading.kin is not None and not reading.kin.superseded:
        return stance(scene, reading.kin, None, None) if _shared(scene, reading, reading.kin) else said
    whole = scene.beside(reading) if said == "asserted" and scene.part(reading) else None
    return _clause(scene, whole) if whole is not None and _shared(scene, reading, whole) else said


def _shared(scene: Scene, reading: Reading, other: Reading) -> bool:
    """Whether a value stands in one clause behind another, or is picked out of it ("a billion, of it 200 million")."""
    gap = reading.start - other.end
    if 0 <= gap <= PART and scene.part(reading):
        return True
    return 0 <= gap <= REACH and not scene.breaks(other.end, reading.start, _WALL)


def _apposed(scene: Scene, reading: Reading) -> bool:
    """ "Its earlier toll, 79 dead": the value stands behind a comma."""
    return "EARLIER" in scene.cats(reading.start - 2) and "COMMA" in scene.cats(reading.start - 1)


def _clause(scene: Scene, reading: Reading) -> Stance:
    """The nearest cue before a reading in its clause; a denial goes before all, a relative clause is its own."""
    wall = scene.last(_WALL, reading.start)
    first = max(0, reading.start - REACH, wall + 1)
    if _continued(scene, wall):
        first = max(0, reading.start - LONG, scene.last(_WALL, wall) + 1)
    if scene.last(_DENIED, reading.start) >= first:
        return "denied"
    kinds, tokens, tenses = scene.kinds, scene.tokens, scene.pack.tenses
    for at in range(reading.start - 1, first - 1, -1):
        cats = kinds[at]
        if _SILENT[cats] or (cats is _UNKNOWN and tenses[tokens[at].text] != "future"):
            continue
        if "HAPPENED" in cats and (at < reading.start - 1 or "SINCE" in cats):
            return "asserted"
        found = _SAID[cats]
        if found is None:
            found = _cue(scene, at, cats)
        if found != "asserted" or not _TURNS.isdisjoint(cats):
            return found
    return "asserted"


def _continued(scene: Scene, wall: int) -> bool:
    """ "Calls for a rise of 1,500, and for a hiring of 300": behind the comma a joined preposition goes on."""
    if wall < 0 or "COMMA" not in scene.kinds[wall]:
        return False
    joined = scene.cats(wall + 1)
    if "UNKNOWN" in joined:
        leads = scene.pack.lexicon.proclitics
        return any(c.conj and c.prep and scene.tokens[wall + 1].text.startswith(c.text) for c in leads)
    return "CONJ" in joined and ("PREP" in joined or "TO" in joined)


def _cue(scene: Scene, at: int, cats: frozenset[str]) -> Stance:
    """The stance that a word tells whose categories settle none."""
    if "MAY" in cats:
        return "conditional" if _possible(scene, at, cats) else "asserted"
    return "planned" if scene.pack.tenses[scene.tokens[at].text] == "future" else "asserted"


def _said(cats: frozenset[str]) -> Stance | None:
    """The stance that a word's categories settle; None where that takes its form or what follows it."""
    if "MAY" in cats:
        return None
    cue = next((said for cue, said in _STANCES if cue in cats), None)
    return cue or (None if KNOWN.isdisjoint(cats) else "asserted")


def _possible(scene: Scene, at: int, cats: frozenset[str]) -> bool:
    """The particle means "may" before the present tense; before the past it means "has"."""
    tense = scene.tense(at + 1)
    was = any("WAS" in scene.cats(before) for before in range(at - WAS, at))
    return tense == "present" or (tense == "either" and not was and "CONJ" not in cats)


def speakers(scene: Scene, last: Attribution | None) -> list[tuple[int, Attribution]]:
    """Who speaks in a sentence, with the token of the cue: behind "according to", or between a verb of saying and
    "that"; the last speaker where "he added that" names nobody, or where a quotation runs on.
    """
    if scene.aside:
        return []
    found: list[tuple[int, Attribution]] = []
    for at in scene.where(_SOURCES):
        if name := _speaker(scene, at) or _before(scene, at) or _same(scene, at, last):
            found.append((at, Attribution(name, scene.text(at, at + 1))))
    return found or ([(-1, last)] if last is not None and _quoted(scene) else [])


def _before(scene: Scene, at: int) -> str | None:
    """ "The observatory says that": who stands at the head of the sentence, before the verb."""
    head = 0 < at <= SPEAKER and "SAY" in scene.cats(at) and bool(_LEAD & scene.cats(at + 1))
    if not head or not _NAMED & scene.cats(0) or _LED & scene.cats(0) or scene.breaks(0, at, _SPOKEN):
        return None
    return scene.text(0, at)


def _same(scene: Scene, at: int, last: Attribution | None) -> str | None:
    unnamed = "HISWORDS" in scene.cats(at + 1) or ("SAY" in scene.cats(at) and {"THAT", "COLON"} & scene.cats(at + 1))
    return last.speaker if last is not None and unnamed else None


def attribution(scene: Scene, reading: Reading, said: list[tuple[int, Attribution]]) -> Attribution | None:
    """Whose statement a value is: the last speaker before it, or whom "according to" names behind it."""
    if not said:
        return None
    before = [who for at, who in said if at < reading.start]
    behind = [who for at, who in said if at >= reading.end and "ACCORDING" in scene.cats(at)]
    return before[-1] if before else behind[0] if behind else None


def _quoted(scene: Scene) -> bool:
    """Whether a sentence begins inside a quotation, in the paragraph of the one before."""
    text = scene.folded.text
    return text.count('"', text.rfind("\n", 0, scene.start) + 1, scene.start) % 2 == 1


def _speaker(scene: Scene, at: int) -> str | None:
    """The words up to "that" or a comma; a verb of saying needs the one or the other, and what it announces is no
    speaker ("it announced the death of ...").
    """
    at = _reported(scene, at)
    limit = min(at + 1 + SPEAKER, len(scene.tokens))
    end = next((i for i in range(at + 1, limit) if not _ENDS.isdisjoint(scene.kinds[i])), None)
    said = "ACCORDING" not in scene.cats(at)
    half = _HALF & scene.cats(at) and not (end and _LEAD & scene.cats(end))
    if _PREPOSITIONS & scene.cats(at + 1) or (said and (half or _announced(scene, at + 1))):
        return None
    if end is None:
        end = len(scene.tokens) if limit == len(scene.tokens) else None if said else limit
    end = next((i for i in range(at + 1, end or 0) if not _NOBODY.isdisjoint(scene.tokens[i].cats)), end)
    return _bare(scene, at + 1, end) if end is not None and end > at + 1 else None


def _bare(scene: Scene, start: int, end: int) -> str:
    """The words of a speaker, without the "for" that is written to the first."""
    text, first = scene.text(start, end), scene.tokens[start]
    lam = scene.pack.lexicon.article[1]
    if "PREP" not in first.cats or first.prep != lam:
        return text
    return scene.pack.lexicon.article + text[2:] if text[:2] == lam + lam else text[1:]


def _announced(scene: Scene, at: int) -> bool:
    """Whether the indefinite word of an event that is counted stands at a place."""
    if not 0 <= at < scene.size or "TOPIC" not in scene.cats(at) or _NAMED & scene.cats(at):
        return False
    return any(entry.cat == "TOPIC" and "quantity" in entry.item.topic.kinds for entry in scene.tokens[at].entries)


def _reported(scene: Scene, at: int) -> int:
    """ "According to what the agency reported": the verb with its pronoun behind "what"."""
    word = scene.tokens[at + 2] if "ACCORDING" in scene.cats(at) and at + 2 < scene.size else None
    if word is None or "STOPWORD" not in scene.cats(at + 1):
        return at
    ends = (end for end in scene.pack.lexicon.enclitics if word.text.endswith(end))
    cores = [word.text, *(word.text[: -len(end)] for end in ends)]
    told = any("SAY" in scene.pack.words[core].cats for core in cores if core)
    return at + 2 + ("ONTHEM" in scene.cats(at + 3)) if told else at


def time(scene: Scene, reading: Reading, moments: dict[int, Moment]) -> Moment | None:
    """The date that stands nearest in the same sentence, if it is near; else that of the value it is listed with."""
    near = min([(_distance(scene, reading, scene.readings[at]), at) for at in moments], default=None)
    if near and near[0] <= REACH:
        return _both(scene, near[1], moments)
    # A number may take its noun from one behind it ("from 5 to 7 men"); time is taken only from one before it.
    kin = reading.kin if reading.kin is not None and reading.kin.start < reading.start else None
    leader = kin or scene.previous(reading)
    listed = leader is not None and (leader is kin or scene.part(reading) or scene.listed(leader, reading))
    if leader is not None and listed:
        return time(scene, leader, moments)
    return _set_off(scene, reading, moments)


def _both(scene: Scene, at: int, moments: dict[int, Moment]) -> Moment:
    """A day, with the next where "and" joins that to it: "on the two days of Tuesday and Wednesday"."""
    for one, other in ((at, at + 1), (at - 1, at)):
        if one in moments and other in moments and _joined(scene, one, other):
            first, last = moments[one], moments[other]
            if _next(first, last):
                edtf = f"{first.edtf}/{last.edtf}"
                return replace(first, edtf=edtf, latest=last.latest, modifier="between")
    return moments[at]


def _joined(scene: Scene, one: int, other: int) -> bool:
    """Whether "and" alone stands between two readings."""
    behind = scene.readings[other].start
    return scene.readings[one].end == behind and "CONJ" in scene.cats(behind)


def _next(first: Moment, last: Moment) -> bool:
    """Whether two days are known and the one follows the other."""
    days = [first.earliest, first.latest, last.earliest, last.latest]
    if None in days or days[0] != days[1] or days[2] != days[3] or not first.modifier == last.modifier == "on":
        return False
    here, there = (date.fromisoformat(day).toordinal() for day in (days[0], days[2]) if day)
    return there - here == 1


def _set_off(scene: Scene, reading: Reading, moments: dict[int, Moment]) -> Moment | None:
    """The one day of a sentence that tells of people at its head, however far behind, where marks set it off.

    "Ten people were hurt when the old bridge over the river gave way, Friday, in the north of the country".
    """
    if len(moments) != 1 or reading.start > HEAD or reading.quantity is None or reading.quantity.unit != "person":
        return None
    at, moment = next(iter(moments.items()))
    day = scene.readings[at]
    marks = (scene.cats(day.start - 1), scene.cats(day.end) or _WALL)
    if day.start < reading.end or moment.modifier != "on" or moment.earliest != moment.latest:
        return None
    apart = all(not _WALL.isdisjoint(cats) for cats in marks) and not scene.breaks(reading.end, day.start, _TOLD)
    clauses, whens = (scene.breaks(reading.end, day.start, cats) for cats in (_CLAUSE, _WHEN))
    return moment if apart and clauses == whens else None


def _distance(scene: Scene, reading: Reading, other: Reading) -> float:
    """What stands before a value dates it rather than what follows, unless that is right behind."""
    if other.end <= reading.start:
        start, end, weight = other.end, reading.start, LEADING
    else:
        start, end, weight = reading.end, other.start, TRAILING
        if end - start == 1 and "IN" in scene.cats(start):
            return 0
        if "FELL" in scene.cats(start) and end - start == 1 + ("IN" in scene.cats(start + 1)):
            return -1
    borders = scene.breaks(start, end, _COMMA) + scene.breaks(start, end, _BORDERS)
    walls = scene.breaks(start, end, _SPEECH if weight == TRAILING else _STOP)
    return min(weight, 1) * (end - start) + 4 * weight * borders + 20 * walls

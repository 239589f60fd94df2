"""Parts and wholes inside one sentence: a part above its whole, parts that add up to more than it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimdiff.compare import wording
from claimdiff.compare.dynamics import Judgement
from claimdiff.compare.views import View, noun
from claimdiff.model import Reason

Misfit = tuple[View, View, Judgement]


def misfits(views: Iterable[View]) -> Iterator[Misfit]:
    """Each part and whole of one document that can't both be true, in the order of their ids."""
    by_doc: defaultdict[str, list[View]] = defaultdict(list)
    for view in views:
        if view.claim.kind == "quantity" and view.claim.stance in ("asserted", "planned"):
            by_doc[view.claim.source.doc].append(view)
    for doc in sorted(by_doc):
        yield from _inside(by_doc[doc])


def _inside(views: list[View]) -> Iterator[Misfit]:
    parts: defaultdict[str, list[View]] = defaultdict(list)
    wholes = {view.claim.id: view for view in views}
    for part in views:
        whole = _whole(part, views) if part.claim.subject.of else None
        if whole is not None:
            parts[whole.claim.id].append(part)
    for mark in sorted(parts):
        yield from _weigh(parts[mark], wholes[mark])


def _whole(part: View, views: list[View]) -> View | None:
    """The claim that ``of`` names: by id, or by its noun in the same sentence."""
    named = part.claim.subject.of
    for view in views:
        if view is part:
            continue
        nearby = view.claim.evidence.sentence_start == part.claim.evidence.sentence_start
        if view.claim.id == named or (nearby and noun(view.claim.subject.noun) == noun(named)):
            return view
    return None


def _weigh(parts: list[View], whole: View) -> Iterator[Misfit]:
    large = [part for part in parts if part.measure.plain.low > whole.measure.plain.high]
    for part in large:
        yield part, whole, _say("part_exceeds_whole", part, whole)
    unit = getattr(whole.claim.value, "unit", None)
    alike = [part for part in parts if getattr(part.claim.value, "unit", None) == unit]
    total = sum(part.measure.plain.low for part in alike)
    # Two parts may overlap unless their nouns or groups tell them apart.
    apart = len({(part.claim.subject.group, part.claim.subject.noun) for part in alike}) == len(alike)
    if not large and len(alike) > 1 and apart and total > whole.measure.plain.high:
        shown = " + ".join(wording.number(part.measure.plain.low) for part in alike)
        for part in alike:
            yield part, whole, _say("parts_do_not_sum", part, whole, f"{shown} = {wording.number(total)}")


def _say(reason: Reason, part: View, whole: View, shown: str | None = None) -> Judgement:
    a, b = wording.value(part.claim.value), wording.value(whole.claim.value)
    sentence = wording.SENTENCES[reason].format(a=shown or a, b=b)
    top = whole.measure.plain.high
    ratio = round(part.measure.plain.low / top, 2) if top and not shown else None
    return Judgement("contradiction", reason, ratio, sentence=sentence[0].upper() + sentence[1:])

"""What a later count may not be explained by: growth after its day is over, an older count that knew other things."""

from __future__ import annotations

from claimdiff.compare import dates
from claimdiff.compare.keys import TOLLS
from claimdiff.compare.sameness import same_event
from claimdiff.compare.views import View
from claimdiff.model import Quantity

# Days after which nobody is counted anew among the dead of one day; papers between which nothing grows by then.
OVER, HALF_DAY, FEW = 2.0, 0.5, 2


def source(old: View, earlier: View, later: View) -> bool:
    """Whether a later count may come from one older than an earlier one: of its event, of its day of unrest.

    Two that tell the same 14 wounded know the same: the fewer dead beside them are no old news, unless those were
    told with the 14, too.
    """
    if old.unrest and later.unrest and old.own and later.own and not dates.meets(old.own, later.own):
        return False
    if not same_event(old, later):
        return False
    common = _companions(earlier) & _companions(later)
    return not common or not common.isdisjoint(_companions(old))


def _companions(view: View) -> frozenset[tuple[str, float]]:
    """The other tolls of a count's sentence, by topic; of one or two any article tells."""
    beside = view.about.counts.get(view.claim.evidence.sentence_start, ())
    tolls = (one for one in beside if one.topic in TOLLS and one.topic != view.claim.topic)
    numbers = ((one.topic, one.value.number) for one in tolls if isinstance(one.value, Quantity))
    return frozenset((topic, number) for topic, number in numbers if number is not None and number > FEW)


def closed(a: View, b: View) -> bool:
    """Whether two counts are of one stated day that was over when both papers came out, of one day themselves."""
    if a.own is None or b.own is None or a.own.cyclic or a.own != b.own or a.own.low != a.own.high:
        return False
    if a.window or b.window or not (a.published and b.published) or a.about is b.about:
        return False
    papers = sorted((a.published.low, b.published.low))
    return papers[0] - a.own.low >= OVER and papers[1] - papers[0] <= HALF_DAY

"""What a later count may not be explained by: growth after its day is over, an older count that knew other things."""

from __future__ import annotations

from claimdiff.compare import dates
from claimdiff.compare.sameness import same_event
from claimdiff.compare.views import View

# Days after which nobody is counted anew among the dead of one day; papers between which nothing grows by then.
OVER, HALF_DAY = 2.0, 0.5


def source(old: View, later: View, common: frozenset[float]) -> bool:
    """Whether a count may come from an older one: of its event, of its day of unrest, with what stands beside it.

    Two that tell the same 14 wounded know the same: the fewer dead beside them are no old news.
    """
    if old.unrest and later.unrest and old.own and later.own and not dates.meets(old.own, later.own):
        return False
    return same_event(old, later) and (not common or bool(common & old.beside))


def closed(a: View, b: View) -> bool:
    """Whether two counts are of one stated day that was over when both papers came out, of one day themselves."""
    if a.own is None or b.own is None or a.own.cyclic or a.own != b.own or a.own.low != a.own.high:
        return False
    if a.window or b.window or not (a.published and b.published) or a.about is b.about:
        return False
    papers = sorted((a.published.low, b.published.low))
    return papers[0] - a.own.low >= OVER and papers[1] - papers[0] <= HALF_DAY

"""What changes from hour to hour or from match to match: winds, quotes of a market, what a market gained, points."""

from __future__ import annotations

from claimdiff.compare import dates
from claimdiff.compare.cues import pattern, tallied
from claimdiff.compare.sameness import HAND
from claimdiff.compare.views import View
from claimdiff.compare.words import bare

# Units of what changes by the hour, and for how long one value of it holds, in days.
HOURLY, MORNING = frozenset(("km/h", "mph", "m/s", "Cel")), 0.25
# Topics that a price in a market may be read as.
QUOTED = frozenset(("price", "investment", "other", "growth"))


def hourly(a: View, b: View) -> str | None:
    """The speed of a wind changes by the hour: papers of one morning may differ, those of two days do."""
    if getattr(a.claim.value, "unit", None) not in HOURLY or not (a.published and b.published):
        return None
    return "it changes by the hour" if dates.gap(a.published, b.published) > MORNING else None


def quoted(a: View, b: View) -> str | None:
    """A quote of a market is that of one minute; in a few articles that somebody put together it may be disputed."""
    if a.claim.topic not in QUOTED or a.weights.chosen > HAND or a.about is b.about:
        return None
    return "a market's quotes change by the minute" if _traded(a) or _traded(b) else None


def _traded(view: View) -> bool:
    return bool(pattern("market").search(bare(view.claim.evidence.sentence)))


def scored(a: View, b: View) -> str | None:
    """Points, goals and matches are counted anew after each match, and of many teams."""
    if a.claim.topic != "other" or a.weights.chosen > HAND:
        return None
    return "they are counted anew after each match" if tallied(a.claim) or tallied(b.claim) else None

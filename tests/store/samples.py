"""Claims to store."""

from __future__ import annotations

from claimdiff.model import Attribution, Claim, Evidence, Moment, Quantity, Source, Subject, Value

TROOPS = Quantity(2500.0, 2250.0, 2750.0, "about", "person")
JANUARY = Moment("XXXX-01-28", None, None, "on", ("year",), "the weekday")


def claim(doc: str = "a", start: int = 0, value: Value = TROOPS, name: str = "0" * 16, sentence: str = "نص") -> Claim:
    """A claim that differs from others only in what is asked for."""
    return Claim(
        id=name,
        kind="date" if isinstance(value, Moment) else "quantity",
        topic="troops",
        value=value,
        subject=Subject(noun="جندي", actor="US", place="IQ"),
        time=JANUARY,
        attribution=Attribution("محمد", "أضاف"),
        stance="asserted",
        evidence=Evidence("نص", start, start + 2, sentence, 0),
        source=Source(doc, "Daily", None, None, "2024-01-28", "ar"),
        rule="ar.quantity.counted",
        confidence=0.93,
    )

"""Records that are made fast are as frozen, equal and slotted as any."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from claimdiff.model import Quantity
from claimdiff.records import quick


@quick
@dataclass(frozen=True, slots=True)
class Point:
    """A record with a default."""

    x: int
    y: int = 2


def test_a_record_is_made_with_its_defaults() -> None:
    assert (Point(1).x, Point(1).y, Point(y=3, x=0).y) == (1, 2, 3)
    assert Point(1) == Point(1, 2) != Point(1, 3)
    assert hash(Point(1)) == hash(Point(1, 2))
    assert repr(Point(1)) == "Point(x=1, y=2)"


def test_a_record_stays_frozen_and_slotted() -> None:
    made = Point(1)
    with pytest.raises(FrozenInstanceError):
        made.x = 2  # type: ignore[misc]
    assert type(made) is Point
    assert not hasattr(made, "__dict__")


def test_what_is_missing_or_too_much_is_named() -> None:
    with pytest.raises(TypeError, match="'x'"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="'z'"):
        Point(1, z=2)  # type: ignore[call-arg]


def test_a_record_is_copied_and_pickled() -> None:
    quantity = Quantity(1.0, 1.0, None, "at_least", "person")
    assert replace(quantity, unit=None) == Quantity(1.0, 1.0, None, "at_least", None)
    assert pickle.loads(pickle.dumps(quantity)) == quantity

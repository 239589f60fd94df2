"""Things that belong together by pairs: the groups that pairs connect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Joined:
    """The numbers below ``size`` in groups, each its own until pairs join them.

    >>> some = Joined(5, [(0, 3), (3, 4)])
    >>> some.together(0, 4), some.groups()
    (True, [[0, 3, 4], [1], [2]])
    """

    def __init__(self, size: int, pairs: Iterable[tuple[int, int]] = ()) -> None:
        self.parent = list(range(size))
        for left, right in pairs:
            self.join(left, right)

    def join(self, a: int, b: int) -> None:
        """Make one group of two."""
        self.parent[self.root(b)] = self.root(a)

    def together(self, a: int, b: int) -> bool:
        """Whether two numbers are in one group."""
        return self.root(a) == self.root(b)

    def root(self, n: int) -> int:
        """The number that stands for the group of another."""
        parent = self.parent
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    def groups(self) -> list[list[int]]:
        """All groups, sorted."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for n in range(len(self.parent)):
            found[self.root(n)].append(n)
        return sorted(found.values())

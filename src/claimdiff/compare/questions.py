"""Which claims may answer one question: blocks by topic, unit and group, then roles that fit together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimdiff.compare import intervals
from claimdiff.compare.comparable import compatible
from claimdiff.compare.views import Roles, View, bare, noun

Key = tuple[str, str, str, str, str]
MANY_SIGNATURES = 16
_SILENT = frozenset(("denied", "conditional"))


def key(view: View) -> Key:
    """What two claims must share to be looked at together: kind, topic, unit, group, noun for ``other``."""
    claim = view.claim
    unit = getattr(claim.value, "unit", None) or ""
    unit = "duration" if unit in intervals.DAYS else unit
    named = (noun(claim.subject.noun) or f"?{claim.id}") if claim.topic == "other" else ""
    return claim.kind, claim.topic, unit, bare(claim.subject.group or ""), named


def blocks(views: Iterable[View]) -> Iterator[tuple[Key, list[View]]]:
    """Blocks of two claims and more, sorted by key; denied and conditional claims are in none."""
    found: defaultdict[Key, list[View]] = defaultdict(list)
    for view in views:
        if view.claim.stance not in _SILENT:
            found[key(view)].append(view)
    yield from ((name, found[name]) for name in sorted(found) if len(found[name]) > 1)


def questions(block: list[View]) -> list[list[View]]:
    """The block's claims by sets of roles that fit together, each set as large as can be.

    A claim with a role unknown may be in several.
    """
    by_roles: defaultdict[Roles, list[View]] = defaultdict(list)
    for view in block:
        by_roles[view.roles].append(view)
    signatures = sorted(by_roles, key=lambda roles: tuple(role or "" for role in roles))
    sets = _cliques(signatures) if len(signatures) <= MANY_SIGNATURES else _specific(signatures)
    return [[view for roles in chosen for view in by_roles[roles]] for chosen in sets]


def _specific(signatures: list[Roles]) -> list[list[Roles]]:
    """Each signature that no other makes more precise, with all that it makes more precise."""
    known = set(signatures)
    general: defaultdict[Roles, list[Roles]] = defaultdict(list)
    for roles in signatures:
        for wider in _wider(roles):
            if wider in known:
                general[roles].append(wider)
    covered = {wider for roles in signatures for wider in general[roles]}
    return [[*general[roles], roles] for roles in signatures if roles not in covered]


def _wider(roles: Roles) -> Iterator[Roles]:
    """The same roles with one or more of them unknown."""
    seen = set()
    for mask in range(1, 8):
        actor, target, place = (None if mask >> n & 1 else role for n, role in enumerate(roles))
        wider = (actor, target, place)
        if wider != roles and wider not in seen:
            seen.add(wider)
            yield wider


def _cliques(signatures: list[Roles]) -> list[list[Roles]]:
    """All maximal sets of mutually compatible signatures."""
    near = [
        {j for j, other in enumerate(signatures) if i != j and compatible(one, other)}
        for i, one in enumerate(signatures)
    ]
    return [[signatures[n] for n in clique] for clique in cliques(near)]


def cliques(near: list[set[int]], most: int = 10_000) -> list[list[int]]:
    """The maximal cliques of a graph given as neighbour sets, sorted; at most ``most`` of them."""
    found: list[list[int]] = []
    stack: list[tuple[list[int], set[int], set[int]]] = [([], set(range(len(near))), set())]
    while stack and len(found) < most:
        chosen, open_, done = stack.pop()
        if not open_ and not done:
            found.append(sorted(chosen))
            continue
        if not open_:
            continue
        pivot = max(sorted(open_ | done), key=lambda n: len(near[n] & open_))
        for n in sorted(open_ - near[pivot]):
            stack.append(([*chosen, n], open_ & near[n], done & near[n]))
            open_, done = open_ - {n}, done | {n}
    return sorted(found)

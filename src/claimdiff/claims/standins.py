""" "The party", "the movement": the organisation of the article that was named last and whose name has that word."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from claimdiff.lang.pack import Pack
from claimdiff.text.fold import fold_word

LOOK_BACK = 4000


def standing(pack: Pack, head: str, text: str, end: int) -> Any:
    """The organisation named last before a place of a folded text, of those whose names begin with a word."""
    entities = _names(pack).get(head)
    found = _pattern(tuple(entities)).findall(text, max(0, end - LOOK_BACK), end) if entities else []
    return entities[found[-1]] if entities and found else None


@functools.cache
def _names(pack: Pack) -> dict[str, dict[str, Any]]:
    """For each word that organisations' names begin with, their names, and whose each is."""
    heads: dict[str, dict[str, Any]] = {}
    for first, _, entry in pack.lexicon.all_phrases():
        if entry.cat == "ORG":
            heads.setdefault(first, {}).update(_named(entry.item))
    return heads


def _named(entity: Any) -> Iterator[tuple[str, Any]]:
    return ((fold_word(name), entity) for name in entity.names)


@functools.lru_cache(1 << 10)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)\w{{0,2}}?({'|'.join(map(re.escape, longest))})(?!\w)")

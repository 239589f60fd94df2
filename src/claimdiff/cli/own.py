"""The topics that hold here: claimdiff's, the settings' own, and those of a folder that a flag names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from claimdiff.cli.settings import topic_places
from claimdiff.model import Dynamics

if TYPE_CHECKING:
    from claimdiff.claims.frames import Own, Topic
    from claimdiff.run.base import Extract


def places(folder: str = "") -> Own:
    """Where the user's own topics are, the settings' and then the flag's; the later go over the earlier."""
    return (*topic_places(Path.cwd(), os.environ), *([Path(folder)] if folder else []))


def load_topics(folder: str = "") -> dict[str, Topic]:
    """All topics by name. Raises ClaimdiffError naming the file and line of what is wrong in the user's own."""
    from claimdiff.claims import frames

    return frames.load_topics(places(folder))


def dynamics(folder: str = "") -> dict[str, Dynamics]:
    """How the values of each topic may change."""
    return {name: one.dynamics for name, one in load_topics(folder).items()}


def extractor(folder: str = "") -> Extract:
    """The extraction with the user's topics, checked before the first article is read."""
    from functools import partial

    from claimdiff.pipeline import extract

    own = places(folder)
    if not own:
        return extract
    load_topics(folder)
    return partial(extract, topics=own)

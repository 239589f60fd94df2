"""What all commands share in talking to people and pipes: problems, exit codes, streams."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator

from claimdiff.errors import ClaimdiffError, InputError

OK, FOUND, USAGE, UNREADABLE, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 70, 130
SHOWN = 100


class Debug:
    """Whether errors come with their traces; the root command sets it."""

    on = False


class Problems:
    """Takes what couldn't be read, a line each on standard error, and knows the exit code that follows."""

    def __init__(self) -> None:
        self.told = self.missing = 0

    def __call__(self, problem: InputError) -> None:
        from claimdiff.read.base import HarmlessError

        self.told += 1
        self.missing += not isinstance(problem, HarmlessError)
        if self.told <= SHOWN or Debug.on:
            tell(problem)

    @property
    def code(self) -> int:
        """3 where something is missing, else 0."""
        return UNREADABLE if self.missing else OK

    def close(self) -> int:
        """Say how many problems weren't told one by one; the exit code."""
        if self.told > SHOWN and not Debug.on:
            say(f"{self.told - SHOWN:,} more problems like these (claimdiff --debug … shows all)")
        return self.code


def say(text: str) -> None:
    """A line on standard error under the program's name."""
    print(f"claimdiff: {text}", file=sys.stderr)


def tell(problem: BaseException) -> None:
    """A problem in one line; with its trace where asked for."""
    if Debug.on:
        import traceback

        traceback.print_exception(problem)
    say(" ".join(str(problem).split()))


def failed(error: Exception) -> int:
    """Tell an error that ended a command; the exit code."""
    if isinstance(error, ClaimdiffError):
        tell(error)
        return UNREADABLE if isinstance(error, InputError) else USAGE
    if hasattr(error, "format_message"):
        path = getattr(getattr(error, "ctx", None), "command_path", "claimdiff")
        say(f"{' '.join(error.format_message().split()).rstrip('.')} (see {path} --help)")
        return USAGE
    tell(error)
    say(f"that is a mistake in claimdiff: {type(error).__name__} (please report it; --debug shows where)")
    return INTERNAL


def prepare() -> None:
    """Let standard streams speak UTF-8 whatever the system's locale, and never fail on an odd file name."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


@contextlib.contextmanager
def pipe() -> Iterator[None]:
    """Write to standard output until its reader has had enough, and then stop without a word."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123
            os.dup2(nowhere.fileno(), sys.stdout.fileno())


def plural(number: int, noun: str) -> str:
    """A counted noun.

    >>> plural(1, "claim"), plural(2500, "claim")
    ('1 claim', '2,500 claims')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

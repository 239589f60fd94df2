"""What goes wrong, where, and what to do about it."""


class ClaimdiffError(Exception):
    """A failure that a person can act on.

    ``what`` says what is wrong, ``where`` names the file and place, ``remedy`` says what to do.
    The three are the exception's arguments, so it survives pickling between processes.

    >>> print(ClaimdiffError("not UTF-8", "a.txt, byte 7", "convert it with iconv"))
    a.txt, byte 7: not UTF-8 (convert it with iconv)
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.remedy})" if self.remedy else ""
        return f"{place}{self.what}{advice}"


class InputError(ClaimdiffError):
    """Some input couldn't be read; the rest of the work goes on."""


class UsageError(ClaimdiffError):
    """The command was asked for something that it can't do."""

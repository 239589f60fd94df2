"""``claimdiff completion``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claimdiff.cli import output

EPILOG = """\b
Put it where the shell looks:
  claimdiff completion bash > ~/.local/share/bash-completion/completions/claimdiff
  claimdiff completion zsh > ~/.zfunc/_claimdiff
  claimdiff completion fish > ~/.config/fish/completions/claimdiff.fish"""


class Shell(StrEnum):
    """The shells that can be served, as a choice."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def completion(shell: Annotated[Shell, typer.Argument(help="Which shell.")]) -> int:
    """Print the script by which a shell completes commands and options."""
    from typer._completion_shared import get_completion_script

    with output.pipe():
        print(get_completion_script(prog_name="claimdiff", complete_var="_CLAIMDIFF_COMPLETE", shell=shell.value))
    return output.OK

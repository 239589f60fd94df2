"""The ``claimdiff`` command."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from claimdiff import __version__
from claimdiff.cli import (
    add,
    claims,
    compare,
    completion,
    config,
    conflicts,
    diff,
    doctor,
    eval,
    explain,
    export,
    extract,
    mentions,
    output,
    report,
    schema,
    show,
    speech,
    tally,
    timeline,
    topics,
    watch,
)

EPILOG = """\b
Start here:
  claimdiff extract articles/ -o claims.jsonl   read articles, write claims
  claimdiff conflicts claims.jsonl              show what contradicts what

\b
More:
  claimdiff conflicts --topic killed --all claims.jsonl
  claimdiff claims --topic troops --json claims.jsonl
  claimdiff extract articles/ -o - | claimdiff conflicts --json -
  claimdiff explain "TEXT"

\b
--ui-lang, --bidi and --debug may stand anywhere in a call.

\b
Exit codes: 0 done; 1 only with --fail-on or --fail-under; 2 used wrongly; 3 some
input could not be read, and the rest was done."""


# The options that may stand behind a command too, and whether each takes a value.
SHARED = {"--ui-lang": True, "--bidi": True, "--debug": False}


class Commands(TyperGroup):
    """The commands together; Ctrl-C ends them in words."""

    def invoke(self, ctx: Any) -> Any:
        """Run the chosen command."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            output.say("stopped; no store was changed")
            raise typer.Exit(output.INTERRUPTED) from None


app = typer.Typer(
    name="claimdiff",
    cls=Commands,
    help="Find where news articles contradict each other on numbers and dates.",
    epilog=EPILOG,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog=extract.EPILOG)(extract.extract)
app.command(epilog=add.EPILOG)(add.add)
app.command(epilog=conflicts.EPILOG)(conflicts.conflicts)
app.command(epilog=diff.EPILOG)(diff.diff)
app.command(epilog=compare.EPILOG)(compare.compare)
app.command(epilog=tally.EPILOG)(tally.tally)
app.command(epilog=show.EPILOG)(show.show)
app.command(epilog=timeline.EPILOG)(timeline.timeline)
app.command(epilog=claims.EPILOG)(claims.claims)
app.command(epilog=report.EPILOG)(report.report)
app.command(epilog=export.EPILOG)(export.export)
app.command(epilog=topics.EPILOG)(topics.topics)
app.command(epilog=explain.EPILOG)(explain.explain)
app.command(epilog=mentions.EPILOG)(mentions.mentions)
app.command("eval", epilog=eval.EPILOG)(eval.evaluate)
app.command()(schema.schema)
app.command(epilog=watch.EPILOG)(watch.watch)
app.command(epilog=config.EPILOG)(config.config)
app.command()(doctor.doctor)
app.command(epilog=completion.EPILOG)(completion.completion)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimdiff {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the trace of every problem.", envvar="CLAIMDIFF_DEBUG")
    ] = False,
    ui_lang: Annotated[
        str | None,
        typer.Option("--ui-lang", metavar="LANG", help="Speak ar or en.  [default: the locale's]"),
    ] = None,
    bidi: Annotated[
        str | None,
        typer.Option("--bidi", metavar="MODE", help="auto, logical, or visual: for terminals that can't set Arabic."),
    ] = None,
) -> None:
    """Set what all commands share; without a command show the help."""
    output.Debug.on = debug
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
    elif not ctx.resilient_parsing:
        _configure(ctx, {speech.UI_LANG: ui_lang, speech.BIDI: bidi})


def _configure(ctx: Any, flags: dict[str, str | None]) -> None:
    """Let the settings stand for flags that aren't given."""
    import os
    from pathlib import Path

    from claimdiff.cli.settings import defaults, settings

    commands = ctx.command.commands
    held = settings(commands, Path.cwd(), os.environ)
    ctx.default_map = defaults(commands, held)
    if ctx.invoked_subcommand == "config":
        return
    said = {one.name: (str(one.value), f"{one.name} of {one.origin}") for one in held if one.name in flags}
    said |= {name: (flag, f"--{name}") for name, flag in flags.items() if flag}
    speech.choose(*said[speech.UI_LANG])
    speech.order(*said[speech.BIDI])


def _complete() -> None:
    """Make ready for a shell that asks what could follow; its question comes in the environment."""
    import os

    if "_CLAIMDIFF_COMPLETE" in os.environ:
        from typer._completion_classes import completion_init

        completion_init()


def run(arguments: list[str]) -> int:
    """One call of the command line; its exit code."""
    try:
        _complete()
        with output.pipe():
            words = speech.hoisted(arguments, SHARED)
            return typer.main.get_command(app)(words, "claimdiff", standalone_mode=False) or output.OK
        return output.OK
    except Exception as error:
        return output.failed(error)


def main() -> None:
    """The entry point of the ``claimdiff`` script."""
    output.prepare()
    sys.exit(run(sys.argv[1:]))

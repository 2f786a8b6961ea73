"""The command line, a module a command: the only place, with the engine, that prints and exits."""

import gc
import io
import os
import sys
import traceback
from importlib import import_module
from typing import Any

import click

BUG = "this is a bug in chipkb, please report it: {error}\n这是 chipkb 的错误，请报告：{error}"
WITH_TRACEBACK = "CHIPKB_TRACEBACK"  # set, it shows where in our code


# The commands in the order of the help, each with its module: only that of the one that was asked
# for is imported, as the check has no use for a site builder or the dictionaries of the search.
COMMANDS = {
    "check": "check",
    "explain": "explain",
    "find": "find",
    "new": "new",
    "fmt": "fmt",
    "rename": "rename",
    "merge": "rename",
    "init": "init",
    "build": "build",
    "diff": "diff",
    "render": "render",
    "audit": "audit",
    "stats": "stats",
    "ledger": "ledger",
    "links": "links",
    "schema": "schema",
    "parquet": "parquet",
    "verify": "verify",
}


class _Commands(click.Group):
    """Says in a sentence what went wrong, whatever it was."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(
            import_module(f"chipkb.cli.{COMMANDS[cmd_name]}"), cmd_name
        )
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            raise click.ClickException(f"{error.filename or ''}: {error.strerror}") from None
        except Exception as error:
            if os.environ.get(WITH_TRACEBACK):
                traceback.print_exc()
            said = f"{type(error).__name__}: {error}"
            raise click.ClickException(BUG.format(error=said)) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="chipkb")
def main() -> None:
    """chipkb: facts in YAML, checked, rendered in Chinese and English."""
    # What a command reads it keeps to its end: looking through it for garbage again and again finds
    # none and takes a quarter of the time.
    gc.set_threshold(200_000, 50, 100)
    for stream in (sys.stdout, sys.stderr):  # a console may lack our characters: GBK, cp1252
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")

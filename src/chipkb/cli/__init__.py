"""The command line, a module a command: the only place, with the engine, that prints and exits."""

import io
import os
import sys
import traceback
from typing import Any

import click

from chipkb.cli.audit import audit
from chipkb.cli.build import build
from chipkb.cli.check import check
from chipkb.cli.diff import diff
from chipkb.cli.explain import explain
from chipkb.cli.find import find
from chipkb.cli.fmt import fmt
from chipkb.cli.init import init
from chipkb.cli.ledger import ledger
from chipkb.cli.links import links
from chipkb.cli.new import new
from chipkb.cli.parquet import parquet
from chipkb.cli.rename import merge, rename
from chipkb.cli.render import render
from chipkb.cli.stats import stats
from chipkb.cli.verify import verify

BUG = "this is a bug in chipkb, please report it: {error}\n这是 chipkb 的错误，请报告：{error}"
WITH_TRACEBACK = "CHIPKB_TRACEBACK"  # set, it shows where in our code


class _Commands(click.Group):
    """Says in a sentence what went wrong, whatever it was."""

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
    for stream in (sys.stdout, sys.stderr):  # a console may lack our characters: GBK, cp1252
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


for command in (
    check,
    explain,
    find,
    new,
    fmt,
    rename,
    merge,
    init,
    build,
    diff,
    render,
    audit,
    stats,
    ledger,
    links,
    parquet,
    verify,
):
    main.add_command(command)

"""The command line, a module a command: the only place, with the engine, that prints and exits."""

import click

from chipkb.cli.audit import audit
from chipkb.cli.check import check
from chipkb.cli.ledger import ledger
from chipkb.cli.render import render
from chipkb.cli.stats import stats


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="chipkb")
def main() -> None:
    """chipkb: facts in YAML, checked, rendered in Chinese and English."""


for command in (check, render, audit, stats, ledger):
    main.add_command(command)

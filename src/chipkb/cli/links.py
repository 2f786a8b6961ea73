"""`chipkb links`: which addresses of sources still answer. The only command that asks other hosts."""

import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from chipkb.cli.data import root_option, whole

_AGENT = "Mozilla/5.0 (compatible; chipkb link check)"
_SECONDS = 20
_AT_ONCE = 8
Ask = Callable[[str], str]


@click.command()
@root_option
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="A Markdown file for the report."
)
def links(root: Path, out: Path | None) -> None:
    """Ask each source's address whether it still answers, and report those that do not.

    Exit code 0 whatever comes: a page that is gone is no fault of the data. Look for a copy, and
    name it in the source's `carrier`.
    """
    addresses = {s.url: id_ for id_, s in whole(root).sources.items() if s.url}
    report = report_of(addresses, answer)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(report, "utf-8")
    click.echo(report, nl=False)


def report_of(addresses: dict[str, str], ask: Ask) -> str:
    """A Markdown table of the addresses (to their sources) that `ask` has something to say of."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        said = list(pool.map(ask, addresses))
    rows = [
        f"| {addresses[url]} | <{url}> | {word} |"
        for url, word in zip(addresses, said, strict=True)
        if word
    ]
    head = f"{len(rows)} of {len(addresses)} addresses do not answer / 个网址没有应答\n"
    table = (
        "\n| source | address | answer |\n|---|---|---|\n" + "\n".join(rows) + "\n" if rows else ""
    )
    return head + table


def answer(url: str) -> str:
    """What is wrong with an address, in a word; empty where it answers."""
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT}, method="GET")
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:
            return "" if response.status < 400 else str(response.status)
    except urllib.error.HTTPError as error:
        return "" if error.code in (401, 403, 405, 429) else str(error.code)
    except (OSError, ValueError) as error:
        return type(getattr(error, "reason", error)).__name__

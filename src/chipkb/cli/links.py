"""`chipkb links`: which addresses of sources still answer. The only command that asks other hosts."""

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path

import click

from chipkb.cli.data import root_option, whole
from chipkb.cli.files import write_texts
from chipkb.curate.archived import with_copy
from chipkb.model.kb import KnowledgeBase

_AGENT = "Mozilla/5.0 (compatible; chipkb link check)"
_SECONDS = 20
_AT_ONCE = 8
_COPIES = "https://archive.org/wayback/available?url="
Ask = Callable[[str], str]  # of an address: what is wrong with it, or where its copy is; or empty


@dataclass(frozen=True, slots=True)
class Address:
    """A page that is cited, and the source or the claim that cites it. `copy`: where one is kept."""

    url: str
    cited_by: str
    file: str
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """An address that does not answer, what it said, and a copy if there is one."""

    address: Address
    said: str
    copy: str


@click.command()
@root_option
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="A Markdown file for the report."
)
@click.option(
    "--note", is_flag=True, help="Note the copies that are found as `archived` in the sources."
)
def links(root: Path, out: Path | None, note: bool) -> None:
    """Ask the address of each source and each piece of evidence whether it still answers.

    Those that do not are reported, with the copy that the Internet Archive has. Exit code 0 whatever
    comes: a page that is gone is no fault of the data.
    """
    every = addresses(whole(root))
    lost = lost_of(every, answer, copy_of)
    report = report_of(lost, len(every))
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(report, "utf-8")
    click.echo(report, nl=False)
    if note:
        texts = {one.address.file: one.copy for one in lost if _is_news(one)}
        write_texts(
            root, {f: with_copy((root / f).read_text("utf-8"), c) for f, c in texts.items()}
        )


def addresses(kb: KnowledgeBase) -> tuple[Address, ...]:
    """Each page once: those of sources, then those that stand beside a claim alone."""
    found = {
        source.url: Address(source.url, source.id, source.place.file, source.archived or "")
        for source in kb.sources.values()
        if source.url
    }
    for placed in kb.all_claims():
        for evidence in placed.claim.evidence:
            if evidence.url:
                one = Address(evidence.url, placed.ref, placed.entity.place.file)
                found.setdefault(evidence.url, one)
    return tuple(found.values())


def lost_of(every: Iterable[Address], ask: Ask, ask_copy: Ask) -> list[Lost]:
    """The addresses of which `ask` has something to say."""
    every = tuple(every)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        said = pool.map(ask, [one.url for one in every])
        silent = [(one, word) for one, word in zip(every, said, strict=True) if word]
        copies = pool.map(lambda one: one[0].copy or ask_copy(one[0].url), silent)
        return [Lost(one, word, copy) for (one, word), copy in zip(silent, copies, strict=True)]


def report_of(lost: list[Lost], asked: int) -> str:
    """A Markdown table of them."""
    head = f"{len(lost)} of {asked} addresses do not answer / 个网址没有应答\n"
    if not lost:
        return head
    rows = (
        f"| {one.address.cited_by} | <{one.address.url}> | {one.said} | "
        f"{f'<{one.copy}>' if one.copy else ''} |\n"
        for one in lost
    )
    return f"{head}\n| cited by | address | answer | copy |\n|---|---|---|---|\n{''.join(rows)}"


def _is_news(one: Lost) -> bool:
    """Whether the copy belongs to a source that does not name one yet."""
    return bool(one.copy) and not one.address.copy and one.address.file.startswith("data/sources/")


def answer(url: str) -> str:
    """What is wrong with an address, in a word; empty where it answers."""
    try:
        with _open(url) as response:
            return "" if response.status < 400 else str(response.status)
    except urllib.error.HTTPError as error:
        return "" if error.code in (401, 403, 405, 429) else str(error.code)
    except (OSError, ValueError) as error:
        return type(getattr(error, "reason", error)).__name__


def copy_of(url: str) -> str:
    """The address of the newest copy that the Internet Archive has; empty where it has none."""
    try:
        with _open(_COPIES + urllib.parse.quote(url, safe="")) as response:
            closest = json.load(response).get("archived_snapshots", {}).get("closest", {})
    except (OSError, ValueError):
        return ""
    copy = str(closest.get("url", "")) if closest.get("available") else ""
    return copy.replace("http://", "https://", 1) if copy.startswith("http") else ""


def _open(url: str) -> HTTPResponse:
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT}, method="GET")
    response: HTTPResponse = urllib.request.urlopen(request, timeout=_SECONDS)
    return response

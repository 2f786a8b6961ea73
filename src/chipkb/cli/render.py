"""`chipkb render`: the site's pages as Markdown files."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from chipkb.cli.data import root_option, whole
from chipkb.engine.zensical import project
from chipkb.render.pages import render_pages
from chipkb.values.artifact import Artifact
from chipkb.values.text import Text

_MADE_BY_US = ".chipkb-render"  # marks a folder that may be replaced


@click.command()
@root_option
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="A new or empty folder, or one that an earlier render made, which is replaced.",
)
@click.option(
    "--for",
    "builder",
    type=click.Choice(["any", "zensical"]),
    default="any",
    help="zensical: a whole project, with the files beside the pages and its settings.",
)
@click.option("--name", default="chipkb", help="The site's name, of a whole project.")
@click.option("--base", default="", help="The site's address, of a whole project: https://…/")
def render(root: Path, out: Path, builder: str, name: str, base: str) -> None:
    """Write the site's pages as a tree of Markdown files, for any builder."""
    kb = whole(root)
    if out.exists() and any(out.iterdir()) and not (out / _MADE_BY_US).exists():
        raise click.ClickException(f"{out} is not empty, and no render made it")
    if builder == "zensical":
        _replace_folder(out, project(kb, Text(zh=name, en=name), base))
    else:
        _replace_folder(out, (page.artifact for page in render_pages(kb)))


def _replace_folder(out: Path, artifacts: Iterable[Artifact]) -> None:
    """Writes beside `out` first, so that the old tree stays until the new one is whole."""
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=_existing_parent(out)))
    (fresh / _MADE_BY_US).touch()
    for artifact in artifacts:
        path = fresh / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    if out.exists():
        shutil.rmtree(out)
    fresh.chmod(0o755)
    fresh.rename(out)


def _existing_parent(out: Path) -> Path:
    out.parent.mkdir(parents=True, exist_ok=True)
    return out.parent

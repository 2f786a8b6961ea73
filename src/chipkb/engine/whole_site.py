"""A whole site in a folder, by MkDocs: what `mkdocs build --strict` does, without its command line."""

import logging
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from chipkb.engine.plugin import ChipkbPlugin
from chipkb.engine.publish import NotPublished


def build_site(config: Path, folder: Path, last: Path | None = None) -> None:
    """With the files of the `last` site where they are alike, if that is beside it.

    Raises NotPublished where MkDocs gives up; the log has said why.
    """
    try:
        settings = load_config(str(config), site_dir=str(folder), strict=True)
        for plugin in settings.plugins.values():
            if isinstance(plugin, ChipkbPlugin):
                plugin.last = last
        settings.plugins.on_startup(command="build", dirty=False)
        try:
            build(settings)
        finally:
            settings.plugins.on_shutdown()
    except MkDocsException as error:
        raise NotPublished(str(error) or "it could not be built · 未能生成") from None


def tell_warnings() -> None:
    """Warnings and errors on the terminal, as `mkdocs build --quiet` does."""
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    for name in ("mkdocs", "chipkb"):
        logging.getLogger(name).addHandler(told)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)

"""Which files of others are published beside ours, and that no file takes another's place."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from chipkb.load.tree import is_picture
from chipkb.values.artifact import is_inside

# Of the theme's own: maps for its developers, and the search engine that ours stands in for.
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


def kept_files(files: Iterable[File], config: MkDocsConfig) -> list[File]:
    """The theme's files that pages use, and the pictures of pages written by hand."""
    return [file for file in files if _is_kept(file, config)]


def _is_kept(file: File, config: MkDocsConfig) -> bool:
    if file.is_documentation_page():
        return False
    if file.src_dir == config.docs_dir:
        path = Path(file.src_dir, file.src_uri)
        return is_picture(file.src_uri) and not path.is_symlink()
    return not file.src_uri.endswith(".map") and not file.src_uri.startswith(_UNUSED)


def all_apart(files: list[File]) -> list[File]:
    """The same files; PluginError where two would be one file of the site, or one is outside it."""
    taken: dict[str, File] = {}
    for file in files:
        path = file.dest_uri.lower()  # as some disks and some hosts see it
        if path in taken:
            raise PluginError(
                f"two files of the site would be '{file.dest_uri}': "
                f"from {taken[path].src_uri} and from {file.src_uri}"
            )
        if not is_inside(file.dest_uri):
            raise PluginError(f"no file of the site can be called '{file.dest_uri}'")
        taken[path] = file
    return files

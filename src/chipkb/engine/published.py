"""Which files of others are published beside ours, and that no file takes another's place."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from chipkb.engine.site_folder import SiteFolder
from chipkb.load.tree import is_picture
from chipkb.values.artifact import Artifact, is_inside

# Of the theme's own: maps for its developers, the search engine that ours stands in for, and the
# style sheets that are in ours.
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "assets/stylesheets/")


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


@dataclass
class Places:
    """The places in the site's folder that are taken, and from where."""

    _taken: dict[str, str] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)  # of all files but pages

    @classmethod
    def of(cls, files: Files) -> "Places":
        """Those of the files that MkDocs knows."""
        places = cls()
        for file in files:
            places.take(file.dest_uri, file.src_uri)
            if not file.is_documentation_page():
                places.addresses.add(file.url)
        return places

    def write(self, folder: SiteFolder, artifact: Artifact) -> None:
        """One of the files that are made of the facts; MkDocs need not know of it."""
        self.take(artifact.path, artifact.path)
        self.addresses.add(quote(artifact.path))
        folder.write(artifact.path, artifact.content)

    def take(self, path: str, source: str) -> None:
        """PluginError where two would be one file of the site, or one is outside it."""
        place = path.lower()  # as some disks and some hosts see it
        if place in self._taken:
            raise PluginError(
                f"two files of the site would be '{path}': "
                f"from {self._taken[place]} and from {source}"
            )
        if not is_inside(path):
            raise PluginError(f"no file of the site can be called '{path}'")
        self._taken[place] = source

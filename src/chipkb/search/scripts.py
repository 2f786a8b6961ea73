"""Our JavaScript modules, joined into the classic scripts that a browser is given.

Material starts its worker as a classic one (`new Worker(url)`), which cannot import. The modules are plain:
imports name a sibling file, exports stand before a declaration, top-level names are unique (a test checks),
so putting the files one after the other inside one function is all it takes. Comments stay at home: lines of
their own are left out, for the sake of who loads a script over a slow network.
"""

import re
from collections.abc import Mapping

from chipkb.search.files import hashed
from chipkb.values.artifact import Artifact

_COMMENT = re.compile(r"^[ ]*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_IMPORT = re.compile(r"^import\s[^;]*?from\s+\"\./([\w-]+\.js)\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function|class|const)\b)", re.MULTILINE)


def build_scripts(
    modules: Mapping[str, str], folder: str = "assets/search/"
) -> dict[str, Artifact]:
    """The scripts {"worker.js": …, "ui.js": …} of the modules {file name: text}."""
    return {
        entry: hashed(
            folder, entry.removesuffix(".js"), joined(modules, entry).encode("utf-8"), "js"
        )
        for entry in ("worker.js", "ui.js")
    }


def joined(modules: Mapping[str, str], entry: str) -> str:
    """One script: the entry module after everything that it imports."""
    order: dict[str, None] = {}
    _collect(modules, entry, order)
    body = "\n".join(_EXPORT.sub("", _IMPORT.sub("", modules[name])) for name in order)
    return f'(() => {{\n"use strict";\n{_COMMENT.sub("", body)}}})();\n'


def _collect(modules: Mapping[str, str], name: str, order: dict[str, None]) -> None:
    for imported in _IMPORT.findall(modules[name]):
        if imported not in order:
            _collect(modules, imported, order)
    order[name] = None

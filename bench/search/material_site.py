"""The same pages with Material's own search, to measure ours beside it.

    python -m bench.search.material_site --out build/material-site

The Markdown tree that `chipkb render` writes is built by plain MkDocs with Material's search plugin
as its documentation says for Chinese: both languages in one index, jieba, a separator for both.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).parents[2]
CONFIG = {
    "site_name": "chipkb",
    "theme": {"name": "material", "language": "zh", "font": False},
    "plugins": [{"search": {"lang": ["zh", "en"], "separator": r"[\s\u200b\-]"}}],
    "markdown_extensions": ["attr_list", "tables"],
    "nav": [{"首页": "index.md"}],
    "validation": {"omitted_files": "ignore", "links": {"not_found": "ignore"}},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out.resolve()
    with tempfile.TemporaryDirectory() as folder:
        tree, config = Path(folder) / "tree", Path(folder) / "mkdocs.yml"
        _run("chipkb", "render", "--root", str(REPOSITORY), "--out", str(tree))
        config.write_text(yaml.safe_dump(CONFIG | {"docs_dir": str(tree)}, allow_unicode=True))
        _run("mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(out))


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True)


if __name__ == "__main__":
    main()

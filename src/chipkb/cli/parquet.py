"""`chipkb parquet`: the tables as Parquet, for a release."""

import json
from pathlib import Path
from typing import Any

import click

from chipkb.cli.data import read, root_option, whole
from chipkb.engine.history import dated
from chipkb.export.json_api import tables_of


@click.command()
@root_option
@click.option("--base", default="", help="The site's address, with a slash at its end.")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
def parquet(root: Path, base: str, out: Path) -> None:
    """Write facts, entities, glossary and sources as Parquet files.

    Texts in two languages become structures of zh and en; numbers stay decimal text.
    Needs pyarrow: pip install 'chipkb[parquet]'.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise click.ClickException("pyarrow is not there: pip install 'chipkb[parquet]'") from None
    whole(root)  # nothing is released while anything is wrong
    kb = dated(root, read(root))
    out.mkdir(parents=True, exist_ok=True)
    about = {"version": kb.release.version, "licence": "CC BY 4.0"}
    for name, rows in tables_of(kb, base).items():
        table = pa.Table.from_pylist([_flat(row) for row in rows])
        pq.write_table(table.replace_schema_metadata(about), out / f"{name}.parquet")
        click.echo(f"{name}.parquet: {len(rows)}")


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """Lists of records as JSON, as most readers of Parquet take no deeper structure."""
    return {
        key: json.dumps(value, ensure_ascii=False) if _is_deep(value) else value
        for key, value in row.items()
    }


def _is_deep(value: Any) -> bool:
    return isinstance(value, list) or (isinstance(value, dict) and set(value) != {"zh", "en"})

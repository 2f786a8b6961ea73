"""The tables as Parquet, where pyarrow is."""

import pytest
from click.testing import CliRunner

from chipkb.cli import main


def test_every_fact_is_a_row(world, kb, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    result = CliRunner().invoke(main, ["parquet", "--root", str(world), "--out", str(tmp_path)])
    assert result.exit_code == 0, result.output
    table = parquet.read_table(tmp_path / "facts.parquet")
    assert table.column("ref").to_pylist() == [placed.ref for placed in kb.all_claims()]
    assert b"version" in table.schema.metadata

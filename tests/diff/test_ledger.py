"""The ledger only grows."""

from chipkb.diff.ledger import ledger_files
from chipkb.load.tree import load
from tests.conftest import REPOSITORY


def write(root) -> dict[str, str]:
    """The ledger of the data at `root`, after one more release."""
    for file in ledger_files(load(root).kb, ("data/facts.csv",)):
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return {p.name: p.read_text("utf-8") for p in (root / "data/ledger").rglob("*.txt")}


def test_every_id_is_entered(world):
    files = write(world)
    assert "\nfact star-chip/patents\n" in files["gpu.txt"]
    for id_ in ("star-chip/invested-by.moon-fund", "star-chip/to-moon-fund"):
        assert f"\nrelation {id_}\n" in files["gpu.txt"]
    assert "\n/\n" in files["pages.txt"]
    assert files["files.txt"].endswith("\ndata/facts.csv\n")


def test_nothing_is_taken_out_and_no_line_wanders(world):
    before = write(world)
    assert write(world) == before
    (world / "data/gpu/star-chip.yml").rename(world / "data/memory/star-chip.yml")
    after = write(world)
    assert after["gpu.txt"] == before["gpu.txt"]
    (world / "data/memory/star-chip.yml").unlink()
    assert write(world) == after


def test_what_we_published_is_all_there(real):
    ledger = real.kb.ledger
    assert len(ledger.released) > 2900
    assert (REPOSITORY / "data/ledger/entities.txt").exists()

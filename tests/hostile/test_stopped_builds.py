"""The real build, stopped by force, by a full disk, by a disk that may not be written, by another.

What is left is one whole site, the old one or the new one, to the byte. tests/engine/test_publish.py
stops a stand-in at every kind of moment; here the whole program runs, so there are few in `make test`.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import WORLD

WHOLE = os.environ.get("HOSTILE") == "whole"  # make hostile
DURING = [(number + 0.5) / 40 for number in range(40)] if WHOLE else [0.6]
EXCHANGING = range(1, 11) if WHOLE else [2]
SIZES = range(0, 400_000, 40_000) if WHOLE else [100_000]

# `chipkb build`, which kills itself at the system call of this number after the build is done:
# at the exchange of the sites and the clearing that follows it.
CHILD = """
import os, signal, sys
from chipkb.cli import main
from chipkb.engine import publish

moment, *arguments = sys.argv[1:]
put, seen = publish._put, None

def watched(fresh, site):
    global seen
    seen = 0
    put(fresh, site)

def watch(event, _):
    global seen
    if seen is not None and event.startswith(("os.", "shutil.", "ctypes.", "fcntl.", "open")):
        seen += 1
        if seen == int(moment):
            os.kill(os.getpid(), signal.SIGKILL)

publish._put = watched
sys.addaudithook(watch)
main(["build", *arguments])
"""


class Worlds(NamedTuple):
    """A world and its next state, with the site of each and how long a build takes (seconds)."""

    root: Path
    old: Path
    new: Path
    seconds: float

    def site(self, folder: Path) -> Path:
        """A place with the old site in it."""
        shutil.copytree(self.old, folder / "site")
        return folder / "site"

    def is_whole(self, site: Path) -> bool:
        return digest(site) in (digest(self.old), digest(self.new))


def digest(site: Path) -> str:
    """Of all names and bytes in a folder."""
    whole = hashlib.sha256()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(site)}\0{path.stat().st_size}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def building(root: Path, site: Path, moment: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CHILD, str(moment)]
    return subprocess.Popen(
        [*command, "--config", str(root / "mkdocs.yml"), "--site", str(site)],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,  # it and its workers are killed together, as a machine stops
    )


def stopped(process: subprocess.Popen[str]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    folder = tmp_path_factory.mktemp("worlds")
    root, old, new = folder / "world", folder / "old", folder / "new"
    shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns("site", ".cache"))
    assert building(root, old).wait() == 0
    edited = root / "data/gpu/star-chip.yml"
    edited.write_text(edited.read_text("utf-8").replace("240 亿元", "250 亿元"), "utf-8")
    began = time.monotonic()
    assert building(root, new).wait() == 0
    assert digest(old) != digest(new)
    return Worlds(root, old, new, time.monotonic() - began)


@pytest.mark.parametrize("share", DURING)
def test_killed_while_it_builds_the_old_site_stays(worlds, tmp_path, share):
    site = worlds.site(tmp_path)
    process = building(worlds.root, site)
    try:
        process.wait(share * worlds.seconds)
    except subprocess.TimeoutExpired:
        stopped(process)
    assert worlds.is_whole(site)


@pytest.mark.parametrize("moment", EXCHANGING)
def test_killed_while_the_sites_are_exchanged_one_of_them_is_whole(worlds, tmp_path, moment):
    site = worlds.site(tmp_path)
    process = building(worlds.root, site, moment)
    process.wait()
    assert process.returncode == -signal.SIGKILL
    assert worlds.is_whole(site)
    # and the next build is as if nothing had been
    assert building(worlds.root, site).wait() == 0
    assert digest(site) == digest(worlds.new)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


@pytest.mark.skipif(not WHOLE, reason="make hostile: a stand-in does so in test_publish.py")
def test_two_at_once_take_turns_and_the_second_is_told_so(worlds, tmp_path):
    site = worlds.site(tmp_path)
    both = [building(worlds.root, site), building(worlds.root, site)]
    said = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sum("another build is at it" in text for text in said) == 1
    assert digest(site) == digest(worlds.new)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of ten megabytes; mounting one takes an administrator on Linux."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=10m", "tmpfs", str(folder)]
    try:
        if subprocess.run(mounted, capture_output=True).returncode:
            pytest.skip("no disk can be mounted here")
    except OSError:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.parametrize("room", SIZES)
def test_on_a_full_disk_the_old_site_stays_and_the_reason_is_said(worlds, disk, room):
    """`room`: bytes that the disk has left, too few for a second site."""
    site = worlds.site(disk)
    left = shutil.disk_usage(disk).free
    (disk / "other").write_bytes(b"x" * max(0, left - room))
    process = building(worlds.root, site)
    said = process.communicate()[0]
    assert process.returncode == 1
    assert "the disk is full" in said and "Traceback" not in said
    assert digest(site) == digest(worlds.old)


def test_on_a_disk_that_may_not_be_written_the_reason_is_said(worlds, disk):
    site = worlds.site(disk)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    process = building(worlds.root, site)
    said = process.communicate()[0]
    assert process.returncode == 1
    assert "cannot be written" in said and "Traceback" not in said
    assert digest(site) == digest(worlds.old)

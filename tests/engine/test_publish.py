"""Publishing: whatever stops it and whenever, the folder holds one whole site."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from chipkb.engine import publish as publishing
from chipkb.engine.publish import NotPublished, publish

FILES = 12
# Publishes version sys.argv[2] in sys.argv[1]; kills itself, as a machine that loses power would
# stop it, at the system call of this number among those that touch the disk.
CHILD = f"""
import os, signal, sys
from pathlib import Path
from chipkb.engine.publish import publish

site, version, moment = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
TOUCHING = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.scandir", "os.listdir", "os.chmod", "shutil.rmtree", "ctypes.dlsym", "glob.glob", "fcntl.flock", "tempfile.mkdtemp")
begun, seen = False, 0

def watch(event, arguments):
    global seen
    if begun and event in TOUCHING:
        seen += 1
        if seen == moment:
            os.kill(os.getpid(), signal.SIGKILL)

def build(folder):
    for number in range({FILES}):
        below = folder / f"page{{number}}"
        below.mkdir()
        (below / "index.html").write_text(version)

sys.addaudithook(watch)
begun = True
publish(build, site, waiting=lambda: None)
begun = False
print(seen)
"""


def child(site: Path, version: str, moment: int = 0) -> subprocess.Popen:
    command = [sys.executable, "-c", CHILD, str(site), version, str(moment)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def version_of(site: Path) -> str:
    """The one version of which the site is whole."""
    texts = {path.read_text("utf-8") for path in site.rglob("index.html")}
    assert len(list(site.rglob("index.html"))) == FILES, "a part of a site"
    [version] = texts
    return version


def test_killed_at_any_moment_it_leaves_one_whole_site(tmp_path):
    site = tmp_path / "site"
    done = child(site, "0")
    steps = int(done.communicate()[0])
    moments = sorted({1 + round(i * (steps + 40) / 49) for i in range(50)})
    stopped = 0
    for moment in moments:
        before = version_of(site)
        running = child(site, str(moment), moment)
        running.wait()
        stopped += running.returncode == -signal.SIGKILL
        assert version_of(site) in (before, str(moment))
    assert stopped >= 40
    child(site, "last").wait()
    assert version_of(site) == "last"
    assert sorted(path.name for path in tmp_path.iterdir()) in ([".site.lock", "site"], ["site"])


def test_two_at_once_take_turns(tmp_path):
    site = tmp_path / "site"
    for round_ in range(3):
        running = [child(site, f"{round_}-{number}") for number in range(3)]
        assert [one.wait() for one in running] == [0, 0, 0]
        assert version_of(site).startswith(f"{round_}-")


@pytest.mark.parametrize("without_exchange", [False, True])
def test_what_the_build_raises_leaves_the_last_site(tmp_path, monkeypatch, without_exchange):
    if without_exchange:
        monkeypatch.setattr(publishing, "_exchanged", lambda one, other: False)
    site = tmp_path / "site"

    def good(folder: Path) -> None:
        (folder / "index.html").write_text("good")

    def full(folder: Path) -> None:
        (folder / "index.html").write_text("half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))

    publish(good, site, waiting=lambda: None)
    publish(good, site, waiting=lambda: None)
    with pytest.raises(OSError):
        publish(full, site, waiting=lambda: None)
    assert (site / "index.html").read_text() == "good"
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["site"]


def test_an_exchange_in_two_steps_that_was_stopped_between_is_mended(tmp_path):
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old/index.html").write_text("old")

    def fails(folder: Path) -> None:
        raise NotPublished("no")

    with pytest.raises(NotPublished):
        publish(fails, tmp_path / "site", waiting=lambda: None)
    assert (tmp_path / "site/index.html").read_text() == "old"


def test_a_file_or_a_link_in_its_place_is_left_alone(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    with pytest.raises(NotPublished):
        publish(lambda folder: None, tmp_path / "site", waiting=lambda: None)

"""A site in the place of another: built beside it, looked at, exchanged for it in one step.

Whenever the machine stops, the folder holds one whole site, the old or the new. What a build that was
stopped left beside it is cleared away by the next.
"""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # Linux
_RENAME_SWAP = 2  # macOS


class NotPublished(Exception):
    """Why the last site stays."""


def publish(build: Callable[[Path], None], site: Path, waiting: Callable[[], None]) -> None:
    """Has `build` write a whole site into a folder beside `site`, then puts it in its place.

    Only one at a time: another one `waiting` is told so, once. Whatever `build` raises is raised
    here, and the last site stays.
    """
    site = site.absolute()
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise NotPublished(f"{site} is not a folder")
    site.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_beside(site, "lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    with lock:
        _mend(site)
        fresh = Path(tempfile.mkdtemp(prefix=_beside(site, "new-").name, dir=site.parent))
        try:
            fresh.chmod(0o755)  # a web server must read what is made for one person alone
            build(fresh)
            _put(fresh, site)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}")


def _mend(site: Path) -> None:
    """Clears what a stopped build left. Where folders cannot be exchanged it may have stopped
    between two renames: then the old site is put back."""
    old = _beside(site, "old")
    if old.exists() and not site.exists():
        old.rename(site)
    for left in (*site.parent.glob(_beside(site, "new-*").name), old):
        shutil.rmtree(left, ignore_errors=True)


def _put(fresh: Path, site: Path) -> None:
    if not site.exists():
        fresh.rename(site)
    elif not _exchanged(fresh, site):
        old = _beside(site, "old")
        site.rename(old)
        fresh.rename(site)
        shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the two have changed places in one step; no where the system has no such step."""
    first, second = os.fsencode(one), os.fsencode(other)
    if os.name != "posix":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform.startswith("linux") and hasattr(libc, "renameat2"):
        call = libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
        return bool(call == 0)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(first, second, _RENAME_SWAP) == 0)
    return False

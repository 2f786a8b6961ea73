"""Links between pages, relative, so that the site works under any address and from disk."""

import posixpath


def relative_link(page: str, target: str) -> str:
    """From the page at `page` to `target` (both as in permalink), as a directory address.

    >>> relative_link("entity/smic", "gpu#x")
    '../../gpu/#x'
    >>> relative_link("", "gpu")
    'gpu/'
    """
    path, hash_sign, fragment = target.partition("#")
    if path == page and fragment:
        return f"#{fragment}"
    link = posixpath.relpath(f"/{path}", f"/{page}") if path != page else "."
    return ("./" if link == "." else f"{link}/") + hash_sign + fragment

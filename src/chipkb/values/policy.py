"""The Content Security Policy of a page: scripts of the site alone, and inline ones by their hashes."""

import base64
import hashlib
import re
from collections.abc import Iterable

BLANK = "%policy%"
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_HAS_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_RUN = ("", "module", "text/javascript", "application/javascript")


def policy(inline: Iterable[str]) -> str:
    """What a page with these inline scripts may do. Styles may stand in attributes: charts have
    such; a style that a stranger wrote would still fetch nothing, as pictures come from the site."""
    scripts = " ".join(["'self'", *sorted({hash_of(script) for script in inline})])
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "worker-src 'self'",
            "object-src 'none'",
            "frame-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def with_policy(page: str) -> str:
    """The page with its policy in the place that the template left for it."""
    return page.replace(BLANK, policy(inline_scripts(page)), 1)


def hash_of(script: str) -> str:
    """An inline script as a policy names it. Browsers hash it with its line ends as `\\n`."""
    plain = script.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(plain.encode('utf-8')).digest()).decode()}'"


def runs(kind: str) -> bool:
    """Whether a script of this type is run; others, such as JSON-LD, are data."""
    return kind.strip().lower() in _RUN


def inline_scripts(page: str) -> list[str]:
    """The inline scripts of a page of ours that run."""
    return [
        text
        for attributes, text in _SCRIPT.findall(page)
        if not _HAS_SOURCE.search(attributes) and runs(_type(attributes))
    ]


def read_policy(text: str) -> dict[str, list[str]]:
    """The words of each directive."""
    directives = (part.split() for part in text.split(";") if part.strip())
    return {name: words for name, *words in directives}


def _type(attributes: str) -> str:
    found = _TYPE.search(attributes)
    return found[1] if found else ""

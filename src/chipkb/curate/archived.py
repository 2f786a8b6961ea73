"""Where a copy of a page is kept, noted in the file of its source."""

import re

_URL = re.compile(r"^url:[^\n]*\n", re.MULTILINE)
_ARCHIVED = re.compile(r"^archived:[^\n]*\n", re.MULTILINE)


def with_copy(text: str, address: str) -> str:
    """The text of a source with the address of its copy below its own.

    >>> with_copy("title: x\\nurl: https://a.example/\\n", "https://copies.example/1")
    'title: x\\nurl: https://a.example/\\narchived: https://copies.example/1\\n'
    """
    rest = _ARCHIVED.sub("", text)
    return _URL.sub(lambda found: f"{found.group()}archived: {address}\n", rest, count=1)

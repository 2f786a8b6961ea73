"""Material's markup where HTML does not have it so, and its indentation: mended in the finished page."""

import re

_AUTOCOMPLETE = re.compile(r'(<input class="md-toggle" [^>]*?) autocomplete="off"')  # of a checkbox
_NO_NUMBER = ' tabindex=""'
_NO_CONTROL = ' for="__toc"'  # what opens the contents on small screens, where a page has them
_CONTROL = 'id="__toc"'
_CONTENT, _END = "<article", "</article>"
_LINE_BREAKS = re.compile(r"[ \t\r]*\n[ \t\r\n]*")


def mended(page: str) -> str:
    """The page, valid, and around its content without indentation and empty lines."""
    page = _AUTOCOMPLETE.sub(r"\1", page).replace(_NO_NUMBER, "")
    page = page if _CONTROL in page else page.replace(_NO_CONTROL, "")
    before, content, after = _around(page)
    return _LINE_BREAKS.sub("\n", before) + content + _LINE_BREAKS.sub("\n", after)


def _around(page: str) -> tuple[str, str, str]:
    """The theme's frame around the content: there spaces have no meaning, in the content they may."""
    begin, end = page.find(_CONTENT), page.rfind(_END)
    return (
        (page, "", "") if begin < 0 or end < begin else (page[:begin], page[begin:end], page[end:])
    )

"""Material's markup where HTML does not have it so: mended in the finished page."""

import re

_AUTOCOMPLETE = re.compile(r'(<input class="md-toggle" [^>]*?) autocomplete="off"')  # of a checkbox
_NO_NUMBER = ' tabindex=""'
_NO_CONTROL = ' for="__toc"'  # what opens the contents on small screens, where a page has them
_CONTROL = 'id="__toc"'


def mended(page: str) -> str:
    """The page, valid."""
    page = _AUTOCOMPLETE.sub(r"\1", page).replace(_NO_NUMBER, "")
    return page if _CONTROL in page else page.replace(_NO_CONTROL, "")

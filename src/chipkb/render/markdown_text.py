"""Text as text where Markdown is read: nothing in a name or a title is markup, whatever the builder.

Every sign that any flavour of Markdown gives a meaning to becomes a character reference, which all of
them show as the sign and none takes for markup.
"""

import re

from markupsafe import Markup

# Beyond the signs themselves: what a flavour turns into a link by its look (www., name@host).
_SIGNS = re.compile(r"[\\`*_{}\[\]<>()#+!|~^=$:@&\"']|(?<=www)\.|--+|\.\.\.", re.IGNORECASE)


def markdown_text(text: str) -> Markup:
    """`text` for a line of Markdown, in which it shows as it is."""
    return Markup(_SIGNS.sub(_reference, " ".join(text.split())))


def _reference(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match.group())

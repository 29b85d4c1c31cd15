"""Web pages: their text as a browser shows it, line by line, by the library inscriptis."""

from __future__ import annotations

import re
from collections.abc import Generator

from inscriptis import get_text
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.model.config import ParserConfig

from extract.content import Asked, Budget, Content, Found, NotRead, Text
from extract.decoding import decode

_CONFIG = ParserConfig(css=CSS_PROFILES["strict"], display_links=False, display_images=False)

# What the page says of its own encoding, before its text: it was decoded already. Matches: '<?xml version="1.0"?>'.
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


# A blank that may not be broken. Matches: "&nbsp;", "&#160;".
_UNBROKEN = re.compile("&nbsp;|&#160;|&#x0*a0;|\xa0", re.I)
_KEPT = "\ue5e5"
"""What stands for one meanwhile: a character of nobody's."""


def read(content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
    """The text of a page."""
    page = decode(content.held(asked.limits))
    if page.problem is not None:
        raise NotRead(page.problem)
    # The library takes blanks that may not be broken for ordinary ones, of which a browser shows one for many.
    marked = _UNBROKEN.sub(_KEPT, _DECLARATION.sub("", page.text, count=1))
    yield Text((get_text(marked, _CONFIG).replace(_KEPT, " "),), page.encoding)

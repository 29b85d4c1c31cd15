"""Plain text: decoded as it is read, so that a file of any length takes little memory."""

from __future__ import annotations

from collections.abc import Generator

from extract.content import Asked, Budget, Content, Found, NotRead, Text
from extract.decoding import BINARY, decoded, encoding_of, no_text
from extract.kinds import TEXT, kind_of_name, suffix_of


def read(content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
    """The text of a file. Raises NotRead where it is none."""
    with content.open() as stream:
        encoding = encoding_of(stream)
    if encoding == BINARY:
        named = kind_of_name(content.name)
        if named not in (None, TEXT):
            raise NotRead(f"is called {suffix_of(content.name)}, but does not begin like such a file")
        raise NotRead(no_text(content.head()))
    with content.open() as stream:
        yield Text(decoded(stream, encoding), encoding)

"""Kinds of files that are known and not read: each with a reason that says what to do."""

from __future__ import annotations

from collections.abc import Generator

from extract.content import Asked, Budget, Content, Found, NotRead
from extract.kinds import DOC, OFFICE, RTF, kind_of

REASONS = {
    DOC: "is a .doc file, or an office file with a password: save it as .docx or .pdf without one",
    RTF: "is an .rtf file: save it as .docx or .pdf",
    OFFICE: "is an office file of a kind that is not read: save a document as .docx or .pdf, a table as .csv",
}


def read(content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
    """Raises NotRead with the reason of its kind."""
    reason = REASONS.get(kind_of(content))
    if reason is not None:
        raise NotRead(reason)
    yield from ()

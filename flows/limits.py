"""What a document, and a portion of documents, may take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from flows.attempt import TIME_LIMIT


@dataclass(frozen=True)
class Limits:
    """What a document, and a portion of documents, may take."""

    document_seconds: Annotated[float, Meta(gt=0)] = TIME_LIMIT
    """Seconds of CPU that the parser may take for one document; an ordinary one takes a few milliseconds."""
    portion_documents: Annotated[int, Meta(ge=1)] = 1_000
    """How many documents are read before they are parsed. The texts of two portions are in memory."""
    portion_characters: Annotated[int, Meta(ge=1)] = 20_000_000
    """The same for their texts, in characters: a portion ends with the document that reaches one of the
    two."""

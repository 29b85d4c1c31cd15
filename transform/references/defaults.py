"""What citations leave out because it goes without saying in the documents of one parliament."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from records import Reference
from transform.references.searched import SearchedText


@dataclass(frozen=True, slots=True, eq=False)
class CitationDefaults:
    """What the documents of one parliament take as known; a layout has one. Strings are sources of patterns, but for
    `parliament` and `decision`."""

    parliament: str
    """The parliament that a written question was put in where none is named, as it stands in ids."""
    session_of: Callable[[date], str | None]
    """The session of that parliament that a day falls in, as it stands in ids; None where none does."""
    title: str
    """The adjective before the titles of its ministers and members."""
    adjective: str
    """The same adjective in every form."""
    member: str
    """The titles of a member, behind `title`."""
    elsewhere: str
    """What stands before a written question of another parliament: `federale`, `Kamer`."""
    decision: str
    """The type of act (`references.act_type`) that a `besluit` is whose author is not told."""
    documents: re.Pattern[str]
    """A document in the parliament's own notation: the groups `number`, `session` and `below`, and `more` for further
    numbers below. It begins with `number`, or with a word for a document (`stuk`)."""
    own: Callable[[SearchedText], Iterator[tuple[int, int, Reference]]] | None = None
    """Finds what only documents of that parliament cite, in the notations that only they use: rows in order, each with
    its place in the text (end exclusive). It comes before everything but addresses; None where there is nothing."""
    keyed_by_minister: bool = True
    """Whether minister and number tell a written question of a session."""

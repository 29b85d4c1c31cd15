"""Who answers, with whom and when, as the header of an answer or a ministry's letter says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transform.dutch.dates import parse_date
from transform.layouts.layout import HeaderFields
from transform.layouts.tweede_kamer.heads import AnswerHead
from transform.layouts.tweede_kamer.offices import Office, offices_in, singular
from transform.layouts.tweede_kamer.sentence import on_one_line
from transform.layouts.tweede_kamer.words import ON_BEHALF, RESPONDER

# A dash with blanks in a name. Matches: " - " in "Faber - Van de Klashorst".
SPACED_DASH = re.compile(r"\s+[-–]\s+")


def answer_fields(head: AnswerHead) -> HeaderFields:
    """What the header of an answer prints."""
    fields = HeaderFields(answered_on=parse_date(on_one_line(head.received)))
    fields.is_provisional = head.begins["kind"].lower() == "mededeling"
    on_behalf = ON_BEHALF.search(head.text)
    told = head.text[: on_behalf.start()] if on_behalf else head.text
    responders = list(RESPONDER.finditer(told))
    names = [SPACED_DASH.sub("-", on_one_line(one["name"])) for one in responders]
    if responders:
        first = responders[0]
        fields.minister = names[0]
        fields.role = f"{singular(first['office'])} ({on_one_line(first['ministry'])})"
    behalf = tuple(one.name for one in offices_in(on_one_line(on_behalf["offices"]))) if on_behalf else ()
    fields.co_responders = (*names[1:], *behalf)
    return fields


def addressee_of(fields: HeaderFields, asked: Sequence[Office]) -> str | None:
    """The name of who answers, where his office is among those that were asked; else None."""
    if fields.minister is None or fields.role is None:
        return None
    rank, _, ministry = fields.role.partition(" (")
    if ministry:
        own = [Office(rank, "van", ministry.rstrip(")"))]
    else:
        own = offices_in(fields.role)
    is_asked = any(one.is_of(mine.rank, mine.ministry) for one in asked for mine in own)
    return fields.minister if is_asked else None

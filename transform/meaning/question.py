"""The facts of a question: number, date, member, ministers, session and ids, from both headers and the notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from records import UNKNOWN, Addressee, PlacedWarning
from transform import warnings
from transform.dutch.names import is_same_name, slug
from transform.layouts.layout import Frame, HeaderFields, Layout

# How many characters of the document_id an id with something unknown in it ends in (tables.md).
ID_TAIL = 12


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says about its question; None for what it does not say."""

    layout: Layout
    document_id: str
    number: int | None
    asked_on: date | None
    asker: str | None
    asker_party: str | None
    co_askers: tuple[str, ...]
    addressee: str | None
    role: str | None
    responder: str | None
    session: str | None
    case_number: str | None
    co_asker_parties: tuple[str, ...]
    answered_on: date | None
    listed: tuple[tuple[str, int | None], ...]
    """The ministers the question was put to, with the numbers of their copies, this copy's minister included."""
    warnings: tuple[PlacedWarning, ...]

    def id_of(self, minister: str | None, number: int | None, session: str | None) -> str | None:
        """The `question_id` of a minister's copy, its last two parts as the layout has them; None where something of it
        cannot be told."""
        key = self.layout.key_of(minister, number)
        return None if key is None or session is None else "/".join((self.layout.parliament, session, *key))

    def session_of(self, number: int | None) -> str | None:
        """The session of a copy with that number, asked on the same day."""
        return self.layout.session_of(self.asked_on, number) if self.asked_on else None

    @property
    def question_id(self) -> str:
        """This copy's key. What cannot be told is `unknown`, and then the id ends in the document's own, so that
        unknown questions never merge (tables.md)."""
        key = self.layout.key_of(self.addressee, self.number, self.case_number)
        if key is not None and self.session is not None:
            return "/".join((self.layout.parliament, self.session, *key))
        number = UNKNOWN if self.number is None else self.number
        tail = f"{number}-{self.document_id[:ID_TAIL]}"
        asked = slug(self.addressee) if self.layout.names_ministers else UNKNOWN
        return "/".join((self.layout.parliament, self.session or UNKNOWN, asked, tail))

    def addressees(self) -> tuple[Addressee, ...]:
        """The rows of the addressees; the id of another minister's copy only where its number is known."""
        return tuple(Addressee(name, number, self._copy_of(name, number)) for name, number in self.listed)

    def _copy_of(self, name: str, number: int | None) -> str | None:
        if self.addressee is not None and is_same_name(name, self.addressee):
            return self.question_id
        # On a day on which a session opens each copy's own number tells its session.
        return self.id_of(name, number, self.session_of(number))


def resolve(frame: Frame, layout: Layout, document_id: str) -> Facts:
    """What the headers and the notice together say; the question header goes before the answer header."""
    question, answer = frame.question, frame.answer
    number, asked_on, asker = question.number, question.asked_on, question.asker
    addressee, role = question.minister, question.role
    if answer is not None:
        number = answer.number if number is None else number
        asked_on = asked_on or answer.asked_on
        asker = asker or answer.asker
        if layout.names_ministers:
            addressee, role = addressee or answer.minister, role or answer.role
    in_notice = next((copy for name, copy in frame.addressees if addressee and is_same_name(name, addressee)), None)
    number = in_notice if number is None else number
    case_number = question.case_number or (answer.case_number if answer else None)
    listed = _listed(frame, addressee, number) if layout.names_ministers else frame.addressees
    notes = [*frame.warnings, *_impossible_dates(question, answer), *_differences(question, answer)]
    top = _heading_place(frame)
    for value, warning in (
        (case_number if number is None else number, warnings.NUMBER_UNKNOWN),
        (asked_on, warnings.DATE_UNKNOWN),
        (asker, warnings.ASKER_UNKNOWN),
        (addressee if layout.names_ministers else role, warnings.ADDRESSEE_UNKNOWN),
    ):
        if value is None:
            notes.append(PlacedWarning(warning, *top))
    if frame.notice_place is not None:
        if frame.addressees and not frame.own_first and len(listed) > len(frame.addressees):
            notes.append(PlacedWarning(warnings.ADDRESSEE_NOT_IN_NOTICE, *frame.notice_place))
        if not frame.own_first and in_notice not in (None, number):
            notes.append(PlacedWarning(warnings.NUMBER_NOT_IN_NOTICE, *frame.notice_place))
    return Facts(
        layout=layout,
        document_id=document_id,
        number=number,
        asked_on=asked_on,
        asker=asker,
        asker_party=question.asker_party or (answer.asker_party if answer else None),
        co_askers=question.co_askers or (answer.co_askers if answer else ()),
        addressee=addressee,
        role=role,
        responder=(answer.minister or addressee) if answer else None,
        session=frame.session or (layout.session_of(asked_on, number) if asked_on else None),
        case_number=case_number,
        co_asker_parties=question.co_asker_parties or (answer.co_asker_parties if answer else ()),
        answered_on=answer.answered_on if answer else None,
        listed=tuple(listed),
        warnings=tuple(notes),
    )


def _impossible_dates(*headers: HeaderFields | None) -> Iterator[PlacedWarning]:
    """The dates that are printed and cannot be read."""
    for header in headers:
        if header is not None and "asked_on" in header.places and header.asked_on is None:
            yield PlacedWarning(warnings.DATE_IMPOSSIBLE, *header.places["asked_on"])


def _differences(question: HeaderFields, answer: HeaderFields | None) -> Iterator[PlacedWarning]:
    """Where the two headers contradict each other, each at the answer header's line."""
    if answer is None:
        return
    if None not in (question.number, answer.number) and question.number != answer.number:
        yield PlacedWarning(warnings.NUMBER_DIFFERS, *answer.places["number"])
    if question.asked_on and answer.asked_on and question.asked_on != answer.asked_on:
        yield PlacedWarning(warnings.DATE_DIFFERS, *answer.places["asked_on"])
    if question.asker and answer.asker and not is_same_name(question.asker, answer.asker):
        yield PlacedWarning(warnings.ASKER_DIFFERS, *answer.places["asker"])
    if question.minister and answer.minister and not is_same_name(question.minister, answer.minister):
        yield PlacedWarning(warnings.RESPONDER_DIFFERS, *answer.places["minister"])


def _heading_place(frame: Frame) -> tuple[int, int]:
    """Where what is printed nowhere should stand: in the question header, or where that is lost in the answer's."""
    places = [*frame.question.places.values()] or [*(frame.answer.places.values() if frame.answer else ())]
    return (min(start for start, _ in places), max(end for _, end in places)) if places else (0, 0)


def _listed(frame: Frame, addressee: str | None, number: int | None) -> Sequence[tuple[str, int | None]]:
    """The notice's ministers; this copy's minister first where the notice leaves him out, and with his own number
    where it gives none."""
    if addressee is None:
        return frame.addressees
    own = [is_same_name(name, addressee) for name, _ in frame.addressees]
    listed = [
        (name, number if copy is None and is_own else copy)
        for (name, copy), is_own in zip(frame.addressees, own, strict=True)
    ]
    return listed if any(own) else [(addressee, number), *listed]

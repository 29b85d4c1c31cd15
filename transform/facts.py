"""The facts of a question: number, date, member, ministers, session and ids, from both headers and the notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from records import UNKNOWN, Addressee
from transform import warnings
from transform.frame import Frame, Layout
from transform.names import slug

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
    addressee: str | None
    role: str | None
    responder: str | None
    session: str | None
    listed: tuple[tuple[str, int | None], ...]
    """The ministers the question was put to, with the numbers of their copies, this copy's minister included."""
    warnings: tuple[str, ...]

    def id_of(self, minister: str, number: int, session: str) -> str:
        """The question_id of a minister's copy: `vlaams-parlement/2019-2020/koen-lammens/417`."""
        return f"{self.layout.parliament}/{session}/{slug(minister)}/{number}"

    @property
    def question_id(self) -> str:
        """This copy's key. What cannot be told is `unknown`, and then the id ends in the document's own, so that
        unknown questions never merge (tables.md)."""
        if self.addressee is not None and self.number is not None and self.session is not None:
            return self.id_of(self.addressee, self.number, self.session)
        number = UNKNOWN if self.number is None else self.number
        return "/".join(
            (
                self.layout.parliament,
                self.session or UNKNOWN,
                slug(self.addressee),
                f"{number}-{self.document_id[:ID_TAIL]}",
            )
        )

    def addressees(self) -> tuple[Addressee, ...]:
        """The rows of the addressees; the id of another minister's copy only where its number is known."""
        return tuple(Addressee(name, number, self._copy_of(name, number)) for name, number in self.listed)

    def _copy_of(self, name: str, number: int | None) -> str | None:
        if self.addressee is not None and slug(name) == slug(self.addressee):
            return self.question_id
        return None if number is None or self.session is None else self.id_of(name, number, self.session)


def settle(frame: Frame, layout: Layout, document_id: str) -> Facts:
    """What the headers and the notice together say; the question header goes before the answer header."""
    question, answer, notes = frame.question, frame.answer, list(frame.warnings)
    number, asked_on, asker = question.number, question.asked_on, question.asker
    addressee, role = question.minister, question.role
    if answer is not None:
        if None not in (number, answer.number) and number != answer.number:
            notes.append(warnings.NUMBER_DIFFERS)
        if asked_on and answer.asked_on and asked_on != answer.asked_on:
            notes.append(warnings.DATE_DIFFERS)
        if asker and answer.asker and slug(asker) != slug(answer.asker):
            notes.append(warnings.ASKER_DIFFERS)
        number = answer.number if number is None else number
        asked_on = asked_on or answer.asked_on
        asker = asker or answer.asker
        addressee, role = addressee or answer.minister, role or answer.role
    if number is None and addressee is not None:
        number = next((copy for name, copy in frame.addressees if slug(name) == slug(addressee)), None)
    for value, warning in (
        (number, warnings.NUMBER_UNKNOWN),
        (asked_on, warnings.DATE_UNKNOWN),
        (addressee, warnings.ADDRESSEE_UNKNOWN),
    ):
        if value is None:
            notes.append(warning)
    listed = _listed(frame, addressee, number)
    if frame.addressees and not frame.own_first and len(listed) > len(frame.addressees):
        notes.append(warnings.ADDRESSEE_NOT_IN_NOTICE)
    return Facts(
        layout=layout,
        document_id=document_id,
        number=number,
        asked_on=asked_on,
        asker=asker,
        addressee=addressee,
        role=role,
        responder=(answer.minister or addressee) if answer else None,
        session=layout.session_of(asked_on) if asked_on else None,
        listed=tuple(listed),
        warnings=tuple(notes),
    )


def _listed(frame: Frame, addressee: str | None, number: int | None) -> Sequence[tuple[str, int | None]]:
    """The notice's ministers; this copy's minister first where the notice leaves him out, and with his own number
    where it gives none."""
    if addressee is None:
        return frame.addressees
    own = slug(addressee)
    listed = [(name, number if copy is None and slug(name) == own else copy) for name, copy in frame.addressees]
    return listed if own in [slug(name) for name, _ in listed] else [(addressee, number), *listed]

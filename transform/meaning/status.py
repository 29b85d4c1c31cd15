"""What kind of answer an answer is: with substance, referring to another minister, or provisional.

The rules are those of anatomy.md, Status of a question. It is the whole answer that counts: a referral (*verwijzend
antwoord*) beside anything of substance does not make it a referring one. What a sentence does is for `replies` to
tell, and whom it names for `ministers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import regex

from records import QuestionStatus
from transform.dutch.dates import DATE, parse_date
from transform.dutch.sentences import is_abbreviated
from transform.meaning import replies
from transform.meaning.ministers import Addressees, Minister, Reader, is_whole, offices
from transform.references.defaults import CitationDefaults
from transform.references.parliamentary_documents import SESSION, written_session

# The sign that a sentence ends with, before a capital that may be glued to it, or a line's end.
# Matches: ". " in "Dat is zo. Ook dit.", "." in "Dat is zo.Ook dit.", "\n".
SENTENCE = regex.compile(r"[.?!]\s+(?=[\p{Lu}“‘\"(\d-])|(?<=[\p{Ll}\d)]{2})[.?!](?=\p{Lu}\p{Ll})|\n+")
# Matches: "Zij zal deze vraag beantwoorden", "Hij verstrekt het gecoördineerde antwoord".
PRONOUN_ANSWERS = re.compile(r"(?:zij|hij|deze)\b.{0,80}?\b(?:antwoord|beantwoord)", re.I | re.S)
# A written question by its number: not an oral one, nor what a report holds. Without `nr.`, date or session it is a
# label of this document.
# Matches: "vraag nr. 214", "schriftelijke vraag 214 van 24 september 2021", "(vraag nr. 12)", "SV 5 (2019-2020)".
CITED_NUMBER = re.compile(
    r"(?<!mondelinge )(?<!actuele )(?<!dringende )(?<!mondelinge parlementaire )\b(?:vraag|SV)\s+(?:met\s+)?"
    rf"(?P<nr>(?:nummer|nr\.?)\s*)?(?P<number>\d{{1,4}})(?![\w/.-]*\w)(?:,?\s+\(?(?:van|dd\.?|gesteld\s+op|die\s+u\s+op)\s+(?P<date>{DATE})"
    rf"|\s+\((?P<session>{SESSION})\))?(?(nr)|(?(date)|(?(session)|(?!))))"
    r"(?!.{0,40}?\((?:Integraal\s+Verslag|Hand|CRI))",
    re.I | re.S,
)

# More letters than this, in a part that refers or promises, are substance of their own.
MOST_LETTERS_BESIDE = 40


@dataclass(frozen=True, slots=True)
class Reply:
    """What kind of answer it is, and to whom it refers."""

    status: str
    referred_to: str | None = None
    """The minister's name, or the office where no name is told."""
    referred_number: int | None = None
    """The number of the minister's copy; None where the name that its key needs is not told."""
    referred_on: date | None = None
    """The date of the question referred to, where the answer gives it."""
    referred_session: str | None = None
    """Its session, where the answer gives that."""


class _Referral(NamedTuple):
    """A sentence that hands the question over to another minister."""

    sentence: str
    minister: Minister | None
    """None where it does not tell who."""
    number: int | None
    """The number of that minister's copy, as the notice gives it."""


def judge_reply(
    parts: Sequence[str],
    is_provisional: bool,
    responder: str | None,
    addressees: Addressees,
    defaults: CitationDefaults,
) -> Reply:
    """What kind of answer the `parts` of an answer (their texts, without labels and notes) make.

    `is_provisional`: the answer header says so; `addressees`: everybody the question was put to, with numbers;
    `defaults`: what goes without saying in the documents of its parliament.
    """
    if not any(any(map(str.isalnum, text)) for text in parts):
        return Reply(QuestionStatus.UNANSWERED)
    judge = _Judge(parts, Reader(responder, addressees, offices(defaults)))
    substantive = any(map(judge.says_plainly, parts)) or any(map(judge.has_substance, parts))
    if judge.referrals and not substantive:
        return judge.referring_reply()
    if is_provisional or (not substantive and judge.promised):
        return Reply(QuestionStatus.PROVISIONAL)
    return Reply(QuestionStatus.ANSWERED)


class _Judge:
    """Tells of each part of one answer whether it has substance; keeps the referrals that it meets."""

    def __init__(self, parts: Sequence[str], reader: Reader) -> None:
        self.parts, self.reader = parts, reader
        self.referrals: list[_Referral] = []
        self.onwards: list[str] = []
        """The sentences beside a referral that lead on to the same minister."""
        whole = "\n".join(parts).lower()
        self.promising = [stem for stem in replies.PROMISING_STEMS if stem in whole]
        self.telling = (*replies.REFERRING_STEMS, *self.promising)

    @cached_property
    def promised(self) -> bool:
        """Whether a sentence of the answer promises something."""
        return bool(self.promising) and any(self._any_promise(text) for text in self.parts)

    def says_plainly(self, text: str) -> bool:
        """Whether a part has substance, told by sentences alone that neither hand over nor promise, whatever stands
        beside them. That is quick, and true of nearly every answer."""

        def is_plain(sentence: str) -> bool:
            small = sentence.lower()
            return not any(stem in small for stem in self.telling) and not (
                replies.WITHOUT_SUBSTANCE.match(sentence)
                or replies.NOT_YET.search(sentence)
                or self._leads_on(sentence)
            )

        return _says_more_than(MOST_LETTERS_BESIDE, filter(is_plain, _sentences(text)))

    def has_substance(self, text: str) -> bool:
        """Whether a part says something, besides handing over or promising."""
        small = text.lower()
        if not self.promising and not any(stem in small for stem in self.telling):
            return _says_more_than(0, (one for one in _sentences(text) if not replies.WITHOUT_SUBSTANCE.match(one)))
        others = len(self.referrals)
        promises, kept, onwards = False, list[str](), list[str]()
        for one in _sentences(text):
            if self._is_own_answer(one):
                return True
            if referral := self._referral_in(one):
                self.referrals.append(referral)
            elif self._promises(one) or (self.promised and replies.NOT_YET.search(one)):
                promises = True
            elif self._leads_on(one):
                onwards.append(one)
            elif replies.SHORT_ANSWER.match(one):
                return True
            elif not replies.WITHOUT_SUBSTANCE.match(one):
                kept.append(one)
        refers = len(self.referrals) > others
        if refers:
            self.onwards += onwards
        else:
            kept += onwards
        # Any word says something in a part of its own ("Neen."); beside a referral or a promise a few say nothing.
        return _says_more_than(MOST_LETTERS_BESIDE if refers or promises else 0, kept)

    def referring_reply(self) -> Reply:
        """The answer that several sentences make which hand the question over."""
        told = [one.minister for one in self.referrals if one.minister is not None]
        name = next((one.name for one in told if one.name is not None), None)
        role = next((one.role for one in told if one.role is not None), None)
        if name is None or not is_whole(name):
            return Reply(QuestionStatus.REFERRED, name or role)
        number = next((one.number for one in self.referrals if one.minister and one.minister.name == name), None)
        sentences = [*(one.sentence for one in self.referrals), *self.onwards]
        cited = next((found for one in sentences if (found := self._cited(one))), None)
        if cited is None:
            return Reply(QuestionStatus.REFERRED, name, number)
        day = parse_date(cited["date"]) if cited["date"] else None
        session = written_session(cited["session"]) if cited["session"] else None
        return Reply(QuestionStatus.REFERRED, name, int(cited["number"]), day, session)

    def _any_promise(self, text: str) -> bool:
        return self._holds_promising_stem(text) and any(self._promises(one) for one in _sentences(text))

    def _holds_promising_stem(self, text: str) -> bool:
        small = text.lower()
        return any(stem in small for stem in self.promising)

    def _promises(self, sentence: str) -> bool:
        return self._holds_promising_stem(sentence) and replies.PROMISES.match(sentence) is not None

    def _cited(self, sentence: str) -> re.Match[str] | None:
        """The number of another question that a sentence gives; not that of the question which it answers."""
        found = (one for one in CITED_NUMBER.finditer(sentence))
        return next((one for one in found if int(one["number"]) not in self.reader.own_numbers), None)

    @staticmethod
    def _is_own_answer(sentence: str) -> bool:
        """Whether a sentence refers to another answer of this minister: that is an answer."""
        own = "antwoord" in sentence.lower() and replies.OWN.search(sentence) is not None
        return own and replies.REFERS.search(sentence) is not None and not replies.OF_THIS_DOCUMENT.search(sentence)

    @staticmethod
    def _leads_on(sentence: str) -> bool:
        """Whether a sentence says nothing where the question goes to somebody else: that this minister cannot answer,
        who is competent, where the answer will stand."""
        if replies.RELAYS.search(sentence):
            return False
        return (
            replies.BESIDE_REFERRAL.search(sentence) is not None
            or replies.without_denial(sentence) is not None
            or replies.tells_competence(sentence)
        )

    def _referral_in(self, sentence: str) -> _Referral | None:
        """Whom a sentence hands the question to: the other minister, by name, by number or by office; None where it
        does not."""
        small = sentence.lower()
        if not any(stem in small for stem in replies.REFERRING_STEMS):
            return None
        if replies.OWN.search(sentence) or replies.RELAYS.search(sentence):
            return None
        rest = replies.without_denial(sentence)
        competent = bool(rest) or (rest is None and replies.tells_competence(sentence))
        refers = replies.REFERS.search(sentence) is not None
        answered = replies.ANSWERED_BY.search(sentence) is not None or (refers and "antwoord" in small)
        sends = replies.SENDS.search(sentence) is not None and replies.A_QUESTION.search(sentence) is not None
        if not (competent or refers or answered or sends):
            return None
        cited = self._cited(sentence)
        if answered and cited is not None:
            copy = next((one for one in self.reader.others if one[1] == int(cited["number"])), None)
            if copy is not None:
                return _Referral(sentence, Minister(copy[0], None, None), copy[1])
        named = self.reader.ministers_in(rest if competent and rest else sentence)
        if not competent and not answered:
            # "tot mijn collega, minister Leen Aerts": who stands behind the preposition, then who is named with him.
            named = sorted(named, key=lambda one: one.after is None) if any(one.after for one in named) else []
        if named:
            return self._to(sentence, named)
        if competent and cited is not None and not self.reader.names_other_governments(sentence):
            return _Referral(sentence, None, None)  # only another minister's question has a number of its own
        return _Referral(sentence, None, None) if cited is None and replies.TO_COORDINATED.search(sentence) else None

    def _to(self, sentence: str, named: Sequence[Minister]) -> _Referral:
        """A referral to the first of several ministers. A single word behind another office may be no name of his, or
        none at all (`minister van Wonen en staatssecretaris Jeugd`)."""
        told = [one for one in named if one is named[0] or named[0].role is None or (one.name and is_whole(one.name))]
        name = next((one.name for one in told if one.name is not None), None)
        role = next((one.role for one in named if one.role is not None), None)
        number = next((number for other, number in self.reader.others if other == name), None)
        return _Referral(sentence, Minister(name, role, None), number)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, one that answers for the minister just named together with the one that names her."""
    together: list[str] = []
    for one in _single_sentences(text):
        if together and PRONOUN_ANSWERS.match(one):
            together.append(one.strip())
        elif one.strip():
            if together:
                yield " ".join(together)
            together = [one.strip()]
    if together:
        yield " ".join(together)


def _single_sentences(text: str) -> Iterator[str]:
    at = 0
    for found in SENTENCE.finditer(text):
        sign = found.group()[0] != "\n"
        end = found.start() + sign
        if sign and is_abbreviated(text[max(at, end - 40) : end]):
            continue
        yield text[at:end]
        at = found.end()
    yield text[at:]


def _says_more_than(most: int, sentences: Iterable[str]) -> bool:
    """Whether sentences hold a figure, or more letters than `most`."""
    letters = 0
    for one in sentences:
        letters += sum(map(str.isalpha, one))
        if letters > most or any(map(str.isdigit, one)):
            return True
    return False

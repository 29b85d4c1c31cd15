"""The heads of a document, wherever their words stand: one scan over the pieces that `words` names.

A head is pieces with nothing but white space between them, whether it is a line end, a blank line or a blank. It is
looked for where one of its fixed words stands, and the scan goes on from one piece to the next from there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from transform.dutch.names import squashed
from transform.dutch.sentences import SENTENCE_END
from transform.layouts.flemish.head import Head, Kind, Piece
from transform.layouts.flemish.words import (
    ANSWER_AT,
    ANSWER_IN_HEADING_AT,
    ASKED_ON_AT,
    BEFORE_NAME_AT,
    CAPITAL_NAME_AT,
    CAPITAL_WORD,
    CAPITALS,
    DATE_BEHIND_MEMBER_AT,
    HEADING_AT,
    NAME_AT,
    NUMBER_AT,
    ON_QUESTION_AT,
    ROLE_IN_HEADING,
    SHORT_NAME_AT,
    TITLES_AT,
    TITLES_ON_AT,
    is_titles_line,
)
from transform.lines.lines import Line
from transform.lines.page import WIDEST_PAGE

MINISTER, ANSWER_WORDS = "MINISTER", ("ANTWOORD", "ntwoord op", "ntwoord: op")
FIXED_WORDS = (MINISTER, "SCHRIFTELIJKE", "Schriftelijke vraag", *ANSWER_WORDS)
"""The words that a head is found by, as they are printed: a plain search for them is fast."""
# A line that opens a head whose first words are lost. Matches: "nr. 41 van", "van INE", "datum: 6", "aan JAN".
OPENS_LOST_HEAD = re.compile(rf"nr\.?\s*\d{{1,4}}\s+van\s|van\s+{CAPITALS}|datum\b|aan\s+{CAPITALS}", re.I)
# What belongs to a minister's titles before the word MINISTER. Matches: "VLAAMS ", "VICE-", "VICE".
BEFORE_MINISTER = re.compile(r"(?<!\S)(?:VLAAMSE?\s+|VICE-?)?$")
# What belongs to the word ANTWOORD before it. Matches: "GECOÖRDINEERD A", "Voorlopig a", "A", "(aanvullend a".
BEFORE_ANSWER = re.compile(r"(?<!\S)\(?(?:\w{8,14}\s+)?[Aa]?$")
# One word of a name in capitals. Matches: "D'HOOGHE".
NAME_WORD_AT = re.compile(CAPITAL_WORD)
# What follows the member's name in a question's head. Matches: "datum:", "aan JAN".
AFTER_ASKER = re.compile(rf"datum\b|aan\s+{CAPITALS}|nr\.?\s*\d", re.I)
WHITE = re.compile(r"\s*")

# A head has no more pieces than this; a minister's titles go on over no more lines, nor his name over more words.
MOST_PIECES, MOST_TITLE_LINES, MOST_NAME_WORDS = 14, 3, 6
# So many of the names that heads print are remembered.
MOST_KNOWN = 8
# Where the first words of a document are lost, its head begins on one of so many lines.
LOST_HEAD_WITHIN = 12
# So far before a fixed word the rest of its own piece is looked for.
NEAR = 24
# Pieces that stand once in a head; an answer's note and a minister's name may come again.
QUESTION_KINDS = (Kind.HEADING, Kind.NUMBER, Kind.ASKER, Kind.ASKED_ON, Kind.ADDRESSEE)

# No name ends with one of these.
NEVER_LAST_OF_NAME = frozenset("VAN DE DER DEN HET TEN TER EN".split())


class HeadScan:
    """The heads of a document's lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.text = " ".join(line.text for line in lines)
        """All lines as one text, whatever parts them."""
        self.starts: list[int] = []
        """Where each line begins in it."""
        at = 0
        for line in lines:
            self.starts.append(at)
            at += len(line.text) + 1
        self._asked: list[tuple[str, int | None]] = []
        self._ministers: list[str] = []
        self.heads = list(self._heads())

    def line_at(self, at: int) -> int:
        """The index of the line that a place lies in."""
        return bisect_right(self.starts, at) - 1

    def line_start(self, at: int) -> int:
        """Where the line begins that a place lies in."""
        return self.starts[self.line_at(at)]

    def line_end(self, at: int) -> int:
        """Where the line ends that a place lies in."""
        index = self.line_at(at) + 1
        return self.starts[index] - 1 if index < len(self.starts) else len(self.text)

    def _heads(self) -> Iterator[Head]:
        free_from = 0
        for opener in self._openers():
            if opener < free_from:
                continue
            head = self._scan(opener)
            if head.pieces and self._is_head(head):
                self._remember(head)
                free_from = head.end
                yield head

    def _openers(self) -> list[int]:
        """Where a head may begin, rising."""
        found = {start for start in self.starts[:LOST_HEAD_WITHIN] if OPENS_LOST_HEAD.match(self.text, start)}
        for word in FIXED_WORDS:
            at = self.text.find(word)
            while at >= 0:
                found.add(self._opener(word, at))
                at = self.text.find(word, at + len(word))
        return sorted(found)

    def _opener(self, word: str, at: int) -> int:
        """Where the head may begin that one of the fixed words stands in."""
        near = max(0, at - NEAR)
        if word == MINISTER:
            before = BEFORE_MINISTER.search(self.text[near:at])
            return self._name_start(near + before.start()) if before else at
        if word in ANSWER_WORDS:
            before = BEFORE_ANSWER.search(self.text[near:at])
            return near + before.start() if before else at
        return at

    def _name_start(self, titles: int) -> int:
        """Where the name begins that stands before a minister's titles on the same line."""
        start, stop = self.line_start(titles), titles
        for _ in range(MOST_NAME_WORDS):
            before = self.text[max(start, stop - 40) : stop].rstrip()
            at = stop - len(self.text[max(start, stop - 40) : stop]) + before.rfind(" ") + 1 if before else stop
            if not before or not NAME_WORD_AT.match(self.text, at, at + len(before)):
                break
            stop = at
        addressed = self.text[max(start, stop - 4) : stop]
        return stop - 4 if addressed == "aan " and (stop - 4 == start or self.text[stop - 5].isspace()) else stop

    # ------------------------------------------------------------------ pieces

    def _scan(self, at: int) -> Head:
        """The head that begins at a place; one without pieces where none does."""
        head = Head()
        kinds: set[Kind] = set()
        while len(head.pieces) < MOST_PIECES and at < len(self.text):
            found = self._pieces_at(at, head, kinds)
            if not found:
                break
            head.pieces += found
            kinds.update(piece.kind for piece in found)
            at = self._after_white(found[-1].end)
        while head.pieces and head.pieces[-1].kind is Kind.NAME:
            head.pieces.pop()
        return head

    def _after_white(self, at: int) -> int:
        space = WHITE.match(self.text, at)
        return space.end() if space else at

    def _pieces_at(self, at: int, head: Head, kinds: set[Kind]) -> list[Piece]:
        """The next piece of a head, or the next few that only count together; none where the head ends."""
        text, stop = self.text, self.line_end(at)
        is_answer = Kind.ANSWER in kinds or Kind.ON_QUESTION in kinds
        if Kind.ON_QUESTION not in kinds and (found := ON_QUESTION_AT.match(text, at)):
            return [Piece(Kind.ON_QUESTION, at, found.end())]
        if answer := self._answer_at(at, stop, kinds):
            return [answer]
        if not is_answer:
            for kind, pattern in ((Kind.HEADING, HEADING_AT), (Kind.NUMBER, NUMBER_AT), (Kind.ASKED_ON, ASKED_ON_AT)):
                if kind not in kinds and (found := pattern.match(text, at)):
                    return [Piece(kind, at, found.end())]
        elif {Kind.ON_QUESTION, Kind.ASKER} <= kinds and (found := DATE_BEHIND_MEMBER_AT.match(text, at)):
            return [Piece(Kind.ASKED_ON, at, found.end())]
        if (before := BEFORE_NAME_AT.match(text, at)) is not None:
            kind = Kind.ASKER if before["word"] == "van" else Kind.ADDRESSEE
            if kind in kinds or (is_answer and kind is Kind.ADDRESSEE):
                return []
            end = self._name_end(before.end(), kind, head)
            return [Piece(kind, at, end)] if end else []
        return self._minister_at(at, stop, head, kinds)

    def _answer_at(self, at: int, stop: int, kinds: set[Kind]) -> Piece | None:
        """ANTWOORD, or what kind of answer this is."""
        if not kinds.isdisjoint(QUESTION_KINDS) and Kind.ON_QUESTION not in kinds:
            return None
        found = ANSWER_AT.match(self.text, at)
        if found is None and (found := ANSWER_IN_HEADING_AT.match(self.text, at)) is not None:
            # In normal letters the words around it tell it from a sentence.
            follows = ON_QUESTION_AT.match(self.text, self._after_white(found.end()))
            if follows is None and not (found.end() == stop and at == self.line_start(at)):
                return None
        return Piece(Kind.ANSWER, at, found.end()) if found else None

    def _minister_at(self, at: int, stop: int, head: Head, kinds: set[Kind]) -> list[Piece]:
        """A minister's titles, with the name before them; both once."""
        if Kind.TITLES in kinds:
            return []
        if titles := TITLES_AT.match(self.text, at, stop):
            return self._titles(Piece(Kind.TITLES, at, titles.end()), kinds)
        if Kind.ADDRESSEE in kinds:
            role = ROLE_IN_HEADING.match(self.text, at, stop)
            return [Piece(Kind.TITLES, at, role.end())] if role else []
        name = CAPITAL_NAME_AT.match(self.text, at, stop)
        if name is None or name.group().rsplit(None, 1)[-1] in NEVER_LAST_OF_NAME:
            return []  # "KABINET VAN DE MINISTER VAN SPORT" is a sender's line
        after = self._after_white(name.end())
        titles = TITLES_AT.match(self.text, after, self.line_end(after))
        if titles is None or (after > stop and name.end() != stop):
            return []
        return [Piece(Kind.NAME, at, name.end()), *self._titles(Piece(Kind.TITLES, after, titles.end()), kinds)]

    def _titles(self, titles: Piece, kinds: set[Kind]) -> list[Piece]:
        """Titles, with the lines that they go on over where ANTWOORD follows these."""
        found = [titles]
        if Kind.ON_QUESTION in kinds or not kinds.isdisjoint(QUESTION_KINDS):
            return found
        for _ in range(MOST_TITLE_LINES):
            at = self._after_white(found[-1].end)
            if ANSWER_AT.match(self.text, at) or ON_QUESTION_AT.match(self.text, at):
                return found
            more = TITLES_ON_AT.match(self.text, at, self.line_end(at)) if at == self.line_start(at) else None
            if more is None:
                break
            found.append(Piece(Kind.TITLES, at, at + len(more.group().rstrip())))
        return [titles]

    def _name_end(self, at: int, kind: Kind, head: Head) -> int:
        """Where the name ends that begins at a place; 0 where none does. A name goes on over a line end only where it
        is known, or where words in capitals stand between the line end and the next piece."""
        stop = self.line_end(at)
        if torn := self._torn_name_end(at, stop, kind, head):
            return torn
        name = CAPITAL_NAME_AT.match(self.text, at, stop)
        if name is not None:
            known = self._known_end(at, stop, name.group(), kind, head)
            return known or name.end()
        for known_name, _ in self._asked if kind is Kind.ASKER and head.is_answer else ():
            if end := _spelled_end(self.text, at, stop, known_name):
                return end
        if kind is Kind.ASKER and not head.pieces:
            return 0
        mixed = NAME_AT.match(self.text, at, stop)
        if mixed is None and kind is Kind.ASKER and head.first(Kind.ON_QUESTION):
            mixed = SHORT_NAME_AT.match(self.text, at, stop)
        return mixed.end() if mixed else 0

    def _torn_name_end(self, at: int, stop: int, kind: Kind, head: Head) -> int:
        """Where a name in capitals ends that a line end tears in a head that shares lines; 0 where none does."""
        name = CAPITAL_NAME_AT.match(self.text, at, stop)
        if name is None or name.end() < stop or at - len("van ") <= self.line_start(at):
            return 0
        if head.is_answer:
            return next(
                (end for known, _ in self._asked if (end := _spelled_end(self.text, at, len(self.text), known)) > stop),
                0,
            )
        first = self._after_white(stop)
        rest = CAPITAL_NAME_AT.match(self.text, first, self.line_end(first))
        if rest is None:
            return 0
        after = self._after_white(rest.end())
        goes_on = TITLES_AT if kind is Kind.ADDRESSEE else AFTER_ASKER
        return rest.end() if goes_on.match(self.text, after) else 0

    def _known_end(self, at: int, stop: int, printed: str, kind: Kind, head: Head) -> int:
        """Where a name in capitals ends that is known from another head, or by the minister's that follows it."""
        if kind is not Kind.ASKER:
            return 0
        for known, _ in self._asked if head.is_answer else ():
            if end := _spelled_end(self.text, at, stop, known):
                return end
        end = at + len(printed)
        if not TITLES_AT.match(self.text, self._after_white(end), stop):
            return 0
        # The minister's name follows the member's on one line.
        words = printed.split()
        for known in self._ministers:
            for count in range(1, len(words)):
                if squashed(" ".join(words[count:])) == squashed(known):
                    return at + len(" ".join(words[:count]))
        return at + len(" ".join(words[:-2])) if len(words) > 3 else 0

    # ------------------------------------------------------------------ evidence

    def _is_head(self, head: Head) -> bool:
        """Whether pieces are a head, and no words of a sentence."""
        kinds, first = head.kinds, head.pieces[0]
        opens_line = first.start == self.line_start(first.start)
        if head.is_answer:
            return self._is_answer_head(head, kinds, opens_line)
        if Kind.HEADING in kinds:
            words = self.text[first.start : first.end]
            is_sure = words.isupper() or (not self._asked and self.line_at(first.start) < LOST_HEAD_WITHIN)
            return len(kinds) >= (3 if opens_line and is_sure else 4)
        if not opens_line:
            return False
        if Kind.TITLES in kinds:
            if Kind.ADDRESSEE in kinds:
                return True
            # Without `aan` it may be a signature, or a name in a list, unless text goes on far beyond a page's width.
            rest = self.line_end(head.end - 1) - head.end
            return Kind.NAME in kinds and (rest == 0 or rest > WIDEST_PAGE or first.start == 0)
        return len(kinds) > 1 and self.line_at(first.start) < LOST_HEAD_WITHIN

    def _is_answer_head(self, head: Head, kinds: set[Kind], opens_line: bool) -> bool:
        word = head.pieces[0]
        if Kind.TITLES in kinds and word.kind in (Kind.NAME, Kind.TITLES):
            return opens_line or word.kind is Kind.NAME
        if word.kind is not Kind.ANSWER or Kind.ON_QUESTION not in kinds:
            return False
        is_capital = self.text[word.start : word.end].isupper()
        line = self.line_at(word.start)
        if not opens_line:
            # In mid-line a sentence has ended before it, and it repeats the question; or the minister follows.
            ended = self.text[max(0, word.start - NEAR) : word.start].rstrip().endswith(SENTENCE_END)
            return ended and (self._repeats(head) or (is_capital and Kind.TITLES in kinds))
        if is_capital or line == 0:
            return True
        # In normal letters it may be a sentence's: a minister's titles above it, or the question it repeats, tell.
        above = self.text[self.starts[line - 1] : self.starts[line] - 1]
        return above.isupper() or Kind.TITLES in kinds or is_titles_line(above) or self._repeats(head)

    def _repeats(self, head: Head) -> bool:
        """Whether an answer's head repeats the member that a question's head prints, and no other number."""
        asker, on_question = head.first(Kind.ASKER), head.first(Kind.ON_QUESTION)
        if asker is None or on_question is None:
            return False
        found = ON_QUESTION_AT.match(self.text, on_question.start)
        numbers = [number for name, number in self._asked if squashed(name) == squashed(self._name_of(asker))]
        return found is not None and (None in numbers or int(found["number"]) in numbers)

    def _name_of(self, piece: Piece) -> str:
        """The name that a piece prints, without the word before it."""
        words = self.text[piece.start : piece.end]
        return words if piece.kind is Kind.NAME else words.split(None, 1)[-1]

    def _remember(self, head: Head) -> None:
        """The names that a question's head prints tell where those in an answer's head end."""
        if head.is_answer:
            return
        number = head.first(Kind.NUMBER)
        printed = NUMBER_AT.match(self.text, number.start) if number else None
        for piece in head.pieces:
            if piece.kind is Kind.ASKER:
                asked = (self._name_of(piece), int(printed["number"]) if printed else None)
                self._asked = [asked, *self._asked][:MOST_KNOWN]
            elif piece.kind in (Kind.ADDRESSEE, Kind.NAME):
                self._ministers = [self._name_of(piece), *self._ministers][:MOST_KNOWN]


def _spelled_end(text: str, at: int, stop: int, name: str) -> int:
    """Where a known name ends that a place begins with, in whatever case; 0 where it does not."""
    end = at + len(name)
    printed = text[at:end]
    if end > stop or printed.casefold() != name.casefold():
        return 0
    return end if end == stop or text[end].isspace() else 0

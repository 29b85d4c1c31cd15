"""Boundaries inside a line: where a line end was lost, and something begins that had a line of its own.

An export that deletes line ends leaves several blanks, one blank or nothing where they stood. Each place where a label,
a note or an address could begin is a candidate; how what stands before it ends, and how it begins itself, is the
evidence. What is cut out goes the same way as any other line; the running count decides which labels count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from transform.dutch.sentences import SENTENCE_END, is_abbreviated
from transform.lines.addresses import BEGINS_ADDRESS, continues_address, ends_in_address
from transform.lines.footnotes import BEGINS_NOTE, FOOT_NOTE
from transform.lines.lines import Boundary, Line
from transform.lines.tokens import labels_at

# The first word of a sentence, which is no abbreviation ("Parl.St."): "De ", "Frankrijk,".
NEW_SENTENCE = r"(?:[A-ZÀ-Þ](?:[a-zà-ÿ'’\-]+[ ,:]| ))"
# A sentence, or the lead of a list, ends and the next begins without a blank. Two letters stand before the end, so that
# neither initials nor numbers are taken for sentences.
# Matches: "" in "zijn.De", "zo?2. Welke", "volgende:- minder", "zo”)De".
GLUED = re.compile(
    rf"(?<=[^\W\d_]{{2}}[.?!:;])(?={NEW_SENTENCE}|[1-9]\d?[.)]\s*[^\W\d_(“\"]|[a-z]\)\s*\S)"
    r"|(?<=[^\W\d_]{2}[:;])(?=[-–•]\s?[^\W\d_])"
    r"|(?:(?<=[?!)”»])|(?<=[)”»][.;:])|(?<=[^\s(]\"))"
    rf"(?={NEW_SENTENCE}|[1-9]\d?[.)]\s*[^\W\d_(“\"]|[a-z]\)\s*[^\W_(“\"])"
    r"|(?<=[?!])(?=[1-9]\d?[.)]\s+\d)"
)
# The same after a figure or a blank, and a dash after a full stop, where only other lost line ends in the text tell
# them from a decimal, a dotted label or a dash. Matches: "" in "er 812.2. Daarvan", "20 %;b) de", "klaar .b) Het".
GLUED_TOO = re.compile(
    rf"(?<=[\d\s%][.;:%?])(?={NEW_SENTENCE}|[1-9]\d?[.)]\s+[A-ZÀ-Þ“\"(]|[1-9]\d?\)\s?[^\W\d_]|[a-z]\)\s*[^\W_(“\"])"
    r"|(?<=[^\W\d_][.?!])(?=[-–•]\s?[^\W\d_])"
)
# A sentence has ended, and a label and a new beginning follow in mid-line.
# Matches: ". " in "812. 2. en 3. Dat", "? " in "zo? b) Hoe".
MID_LINE = re.compile(
    r"[.?!][”\"’»)\]]*\s+(?=\(?[1-9]\d?[.)°/]|\(?[a-z]\)|[1-9]\d?\s(?:en|t\.e\.m\.|tot)\s|(?:Deelv|V)ra(?:ag|gen)\s)"
)
# What stands before each glued beginning. Matches: "." in "zijn.De", ":" in "volgende:- minder", "%" in "20 %b".
GLUED_STOP = re.compile(r"[.?!:;)”\"»%](?=[^\W_]|[-–•])")
# Where one of the above can begin: a cheap look over all of a text. Matches: "." in "zijn.De", "? " in "zo? 2. Welke".
HINT = re.compile(rf"{GLUED_STOP.pattern}|[.?!][”\"’»)\]]*\s+(?=[(\d]|[a-z]\)|Vra|Deelv)")
# A label at the end of what stands before a place, where one can begin. Matches: "2." in "zo? 2.", "1." alone.
LABEL_AT_END = re.compile(r"(?:^|[.?!:;)”\"»]\s*)\(?[1-9]\d?[.)]$")
# What the second point of a list inside a sentence has: a first look over all of a text.
SECOND_POINT = "; 2"
# The first point of a list inside a sentence. Matches: ": 1. " in "voor elke audit: 1. het onderwerp".
FIRST_POINT = re.compile(r":\s+(?=\(?1(?P<sign>[.)])\s+[^\W\d_])")
# A later one. Matches: "; 2. " in "het onderwerp; 2. de auditor".
LATER_POINT = re.compile(r"(?:^|;\s+)(?=\(?(?P<number>[2-9]|[1-9]\d)(?P<sign>[.)])\s+[^\W\d_])")
# Where a word begins. Matches: "d" in "zo dan".
PLACE_AFTER_SPACE = re.compile(r"(?<=\s)\S")
# A cell before a label. Matches: "95 b)", "4 - 23)".
CELL_BEFORE_LABEL = re.compile(r"\d{1,2}\s(?:[A-Za-z][.)](?![a-z])|[-–—]\s\d)")
# The second letter or numeral of a list. Matches: "b)", "(b)", "B.", "ii.".
SECOND_OF_LIST = re.compile(r"\(?(?:[bB]|ii)[.)/]")
# A numeral is no word, and stands wherever its list goes on. Matches: "ii.", "(iv)".
NUMERAL = re.compile(r"\(?(?:ii|iii|iv|vi|vii|viii|ix)[.)]")
# A new beginning after a label. Matches: " Hoeveel", " “Het", " 36 ondernemingen", " a) Hoe", " a)Hoe".
BEGINS = re.compile(r"\s+(?:[A-ZÀ-Þ“‘\"'(\d]|[a-z][.)]\s|[a-z]\)[A-ZÀ-Þ])")
# The same in mid-line, where a bracket closes a label that is glued to it. Matches: "Hoeveel" behind "1)", " Hoeveel".
BEGINS_MID_LINE = re.compile(rf"{BEGINS.pattern}|(?<=\))[A-ZÀ-Þ]")
# The beginning of a note's text, not its marker. Matches: "[1] " in "[1] Zie", "[2] " in "[2] https:".
NOTE = re.compile(r"\[(?P<number>\d{1,3})\]\s+(?=[A-ZÀ-Þ‘“\"(]|https?:|www\.)")
# Where a sentence ends in mid-text. Matches: "." in "klaar. Dan", ".”" in "klaar.” Dan".
SENTENCE_STOP = re.compile(r"[.?!][”\"’»)\]]*(?=\s)")
# Matches: "[1]".
BRACKETED_NUMBER = re.compile(r"\[(?P<number>\d{1,3})\]")
# An address that ends as none does. Matches: "https://www.voorbeeld.be/pagina-" before a blank.
TORN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[-_=&?%#~+](?=\s)", re.I)
# Matches: "zo" in "zo dan".
WORD = re.compile(r"\S+")

# An address is seldom longer, nor the first sentence of a note.
LONGEST_ADDRESS, LONGEST_NOTE = 160, 1000
# A glued address is no boundary: so far back its beginning is looked for.
LONGEST_GLUED = 60


def cut_at_lost_ends(lines: Sequence[Line], text: str) -> list[Line]:
    """The lines of a `text`, cut where a line end was lost: those that the layout cut something out of, and those with
    boundaries that nothing but a lost line end explains. Lines that the layout cut out whole stay as they are."""
    hints = iter([match.start() for match in HINT.finditer(text)])
    hint = next(hints, len(text))
    points = _points_in_sentences(lines) if SECOND_POINT in text else {}
    if hint == len(text) and not points and not any(line.joined for line in lines):
        return list(lines)
    found: list[Line] = []
    scan = _Scan()
    for index, line in enumerate(lines):
        while hint < line.start:
            hint = next(hints, len(text))
        is_part = line.joined or (index + 1 < len(lines) and lines[index + 1].joined)
        if line.whole or not (is_part or index in points or hint < line.end):
            found.append(line)
            continue
        glued = _glued(line.text)
        if is_part or glued:
            scan = scan if line.joined else _Scan()
            found += cut(line, scan.places(line, glued))
        elif places := {*_in_mid_line(line.text), *points.get(index, ())}:
            found += cut(line, places, mid_line=True)
        else:
            found.append(line)
    return found


def _points_in_sentences(lines: Sequence[Line]) -> dict[int, set[int]]:
    """Where the points of a list stand inside a sentence ("voor elke audit: 1. het onderwerp; 2. de auditor"), by the
    index of the line: places in its text. A list has two points at least, and ends with its sentence."""
    found: dict[int, set[int]] = {}
    points: list[tuple[int, int]] = []
    sign = ""
    for index, line in enumerate(lines):
        if line.blank_before:
            points = []
        first = FIRST_POINT.search(line.text)
        if first is not None:
            points, sign = [(index, first.end())], first["sign"]
        for later in LATER_POINT.finditer(line.text, first.end() if first else 0) if points else ():
            if int(later["number"]) == len(points) + 1 and later["sign"] == sign:
                points.append((index, later.end()))
        if line.text.endswith((".", "?", "!")):
            for at, place in points if len(points) > 1 else ():
                found.setdefault(at, set()).add(place)
            points = []
    return found


def _in_mid_line(text: str) -> Iterator[int]:
    """Where a label could stand in mid-line though no line end was lost: behind a sentence, before a new one."""
    for match in MID_LINE.finditer(text):
        at = match.end()
        if is_abbreviated(text[max(0, at - LONGEST_ADDRESS) : at].rstrip()):
            continue
        if any(BEGINS_MID_LINE.match(text, at + len(label)) for label in labels_at(text, at)):
            yield at


def cut(line: Line, places: Set[int], whole: Set[int] = frozenset(), *, mid_line: bool = False) -> list[Line]:
    """The lines that a line is cut into at `places`, offsets into its text; the white space before each is its
    boundary. `whole`: those at which a line begins that nothing is cut out of any more; `mid_line`: nothing shows that
    line ends were lost there."""
    text = line.text
    parts: list[Line] = []
    at = sorted(place for place in {*places, *whole} if 0 < place < len(text))
    for start, stop in zip([0, *at], [*at, len(text)], strict=True):
        content = text[start:stop].strip()
        if not content:
            continue
        offset = line.start + text.index(content[0], start)
        if parts:
            lead = offset - line.start
            boundary = Boundary.MID_LINE if mid_line else _boundary_before(text, lead)
            part = Line(offset, offset + len(content), content, boundary, lead=line.lead + lead)
        else:
            part = Line(
                offset, offset + len(content), content, line.boundary, blank_before=line.blank_before, lead=line.lead
            )
        part.whole = start in whole
        parts.append(part)
    return parts


def _boundary_before(text: str, at: int) -> Boundary:
    blanks = at - len(text[:at].rstrip())
    return Boundary.NOTHING if not blanks else Boundary.BLANK if blanks == 1 else Boundary.BLANKS


def _glued(text: str) -> set[int]:
    """Where a line end was lost without a trace, as places in a text."""
    places = [match.end() for match in GLUED_STOP.finditer(text)]
    found = {at for at in places if GLUED.match(text, at) and _is_lost_end(text, at)}
    if found:
        found.update(at for at in places if GLUED_TOO.match(text, at) and _is_lost_end(text, at))
    return found


def _is_lost_end(text: str, at: int) -> bool:
    """Whether what stands before a place can be the end of a line: no address, no abbreviation and no label."""
    before = text[max(0, at - LONGEST_GLUED) : at]
    word = before.rsplit(None, 1)[-1]
    if "://" in word or "www." in word.lower() or "@" in word or is_abbreviated(before):
        return False
    return LABEL_AT_END.search(before) is None


class _Scan:
    """The candidates of one line of the dump, in whatever parts the layout has cut it."""

    def __init__(self) -> None:
        self._first_marked: dict[str, int] = {}
        self._next_note = ""

    def places(self, line: Line, glued: set[int]) -> set[int]:
        """Where a line is to be cut, as places in its text: where a line end was lost without a trace (`glued`), and
        because a note begins, or because a label could: after the end of a sentence, or before a new beginning."""
        text = line.text
        found: dict[int, str] = {}
        notes: set[int] = set()
        free_from = 0
        for marker in BRACKETED_NUMBER.finditer(text):
            self._first_marked.setdefault(marker["number"], line.start + marker.start())
        starts = {0, *glued}
        for at in sorted({*starts, *(match.start() for match in PLACE_AFTER_SPACE.finditer(text))}):
            if at < free_from:
                continue
            free = at in starts or _after_sentence(text, at) or at in found
            note = NOTE.match(text, at)
            if note and (
                free or note["number"] == self._next_note or self._first_marked[note["number"]] < line.start + at
            ):
                notes.add(at)
                self._next_note = str(int(note["number"]) + 1)
            elif label := next((one for one in labels_at(text, at) if can_stand(text, at, one, free)), ""):
                found[at] = label
                free_from = at + len(label)  # "Vragen 2 t.e.m. 5": no label begins inside a label
            elif free and at and (foot := FOOT_NOTE.match(text, at)) and BEGINS_NOTE.match(text, foot.end()):
                # Whether it is a note, its marker decides (`transform.lines.footnotes`); else the cuts are none.
                notes.update((at, _note_end(text, foot.end())))
        return notes | found.keys() | glued | set(_first_letters(text, found)) | set(_torn_addresses(text))


def _after_sentence(text: str, at: int) -> bool:
    """Whether a sentence, the marker of a note behind it, or an address ends before a place."""
    before = text[max(0, at - LONGEST_ADDRESS) : at].rstrip()
    return before.endswith((*SENTENCE_END, "]")) or ends_in_address(before)


def _torn_addresses(text: str) -> Iterator[int]:
    """The blanks inside addresses that a line end broke: no address ends so, and a part of one follows."""
    for match in TORN_ADDRESS.finditer(text):
        if continues_address(match.group(), text[match.end() : match.end() + LONGEST_ADDRESS].lstrip()):
            yield match.end()


def _note_end(text: str, start: int) -> int:
    """Where a note from a page's foot ends whose text begins at `start`: after an address, or its first sentence."""
    stop = start
    if BEGINS_ADDRESS.match(text, start):
        stop = _word_end(text, start)
        while stop < len(text) and continues_address(text[start:stop], text[stop : stop + LONGEST_ADDRESS].lstrip()):
            stop = _word_end(text, stop)
        if not text[stop : stop + 2].strip()[:1].islower():
            return stop
    ends = (match.end() for match in SENTENCE_STOP.finditer(text, stop, stop + LONGEST_NOTE))
    return next((end for end in ends if not is_abbreviated(text[max(0, end - LONGEST_ADDRESS) : end])), len(text))


def _word_end(text: str, at: int) -> int:
    """Where the first word that begins at `at` or after it ends."""
    word = WORD.search(text, at)
    return word.end() if word else len(text)


def can_stand(text: str, at: int, label: str, free: bool) -> bool:
    """Whether a label can stand at a place of running text. `free`: a sentence has ended before it; else a new
    beginning must follow it."""
    stop = at + len(label)
    after = text[stop : stop + 1]
    if not free and label.endswith(":") and label[0].isdigit():
        return False  # "Tabblad 1a: Totaal" names a thing
    glued = bool(after) and not after.isspace()
    if glued and not (
        (label.endswith(")") and (after.isupper() or (free and after.isalpha()))) or (free and after.isupper())
    ):
        return False
    # A label that is called with a capital begins anew.
    if free or (label[:1].isupper() and label.endswith(":")) or NUMERAL.fullmatch(label):
        return True
    # In "Totaal € 95 b) De" and in "4 - 23) De" the first figure is a cell, and only what follows it a label.
    return (glued or BEGINS.match(text, stop) is not None) and not CELL_BEFORE_LABEL.match(label)


def _first_letters(text: str, found: Mapping[int, str]) -> Iterator[int]:
    """The places of letters and numerals that begin a list in mid-sentence: "Hoeveel scholen a. sluiten; b. openen".
    The second one, which stands after the end of a clause, tells that the first is a label."""
    places = sorted(found)
    for before, at in pairwise([0, *places]):
        printed = found[at]
        if not SECOND_OF_LIST.fullmatch(printed):
            continue
        first = printed.replace("ii", "i").replace("b", "a").replace("B", "A")
        if found.get(before, "") == first:
            continue
        first = re.escape(first)
        starts = [match.start() for match in re.finditer(rf"(?<=\s){first}(?=\s)", text[before:at])]
        if len(starts) == 1:
            yield before + starts[0]

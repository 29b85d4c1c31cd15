"""The layout of the Flemish Parliament's written questions (*schriftelijke vragen*), as anatomy.md describes it.

Reading order: question header, title, preamble and sub-questions, notice, answer header, answer, annex.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from transform import warnings
from transform.dates import DATE, parse_date
from transform.frame import Frame, HeaderFields
from transform.labels import find_tokens
from transform.layouts.flattened import unfold
from transform.lines import Line, is_forced
from transform.names import squashed, written_name
from transform.notes import BRACKETED_NOTE

CAPITALS = r"[A-ZÀ-ÖØ-Þ]"
# Matches: "SCHRIFTELIJKE VRAAG".
HEADING = re.compile(r"SCHRIFTELIJKE\s+VRAAG$", re.I)
# Matches: "nr. 28", "nr 1017", "Nr. 28".
NUMBER = re.compile(r"nr\.?\s*(?P<number>\d{1,4})$", re.I)
# Matches: "van HIBA FARAJI", "van KATIA VAN 'T HOF", "van ZOË D’HAESE".
ASKER = re.compile(rf"van\s+(?P<name>(?=[^a-z]*{CAPITALS})[^a-zà-öø-ÿ\d?:;]{{3,80}})$")
# Matches: "datum: 2 oktober 2025", "datum 02/10/2025".
ASKED_ON = re.compile(rf"datum\s*:?\s*(?P<date>{DATE})$", re.I)
# Matches: "aan MATTHIAS DIEPENDAELE", "aan Hilde Crevits".
ADDRESSEE = re.compile(rf"aan\s+(?P<name>{CAPITALS}[^\d?:;]{{2,80}})$")
# Matches: "VLAAMS MINISTER VAN", "VICEMINISTER-PRESIDENT", "MINISTER-PRESIDENT VAN DE VLAAMSE REGERING".
ROLE = re.compile(r"(?:VLAAMSE?\s+)?(?:VICE-?)?MINISTER(?:-PRESIDENT)?\b")
# A line of capitals that can be a name. Matches: "BART SOMERS", "MIEKE D'HAESELEER", "JAN-PIET VAN DEN BERG".
NAME = re.compile(rf"{CAPITALS}(?:[\w'’.\-]|\s(?=\S)){{2,60}}$")
# Matches: "ANTWOORD", "GECOÖRDINEERD ANTWOORD", "AANVULLEND ANTWOORD", "VOORLOPIG ANTWOORD".
ANSWER_WORD = re.compile(rf"\(?(?:{CAPITALS}[\w-]*\s+){{0,4}}ANTWOORD(?:\s+{CAPITALS}[\w-]*){{0,5}}\)?$")
# Matches: "Gecoördineerd antwoord", "(aanvullend antwoord)": a note after the member's line, in small letters too.
ANSWER_NOTE = re.compile(
    r"\(?(?:gecoordineerd|aanvullend|voorlopig|definitief|bijkomend|verwijzend|gewijzigd|verbeterd)\s+antwoord\)?[.:]?$",
    re.I,
)
# Matches: "op vraag nr. 28 van 2 oktober 2025", "op vraag nr. 28 van 2 oktober 2025 van HIBA FARAJI".
ON_QUESTION = re.compile(
    rf"op\s+(?:de\s+)?(?:schriftelijke\s+)?vra(?:ag|gen)\s+nrs?\.?\s*(?P<number>\d{{1,4}})"
    rf"(?:\s+van\s+(?P<date>{DATE}))?(?P<rest>.*)$",
    re.I,
)
# Matches: "Deze vraag werd gesteld aan", "Deze vraag werd ook gesteld aan", "Deze vragen werden gesteld aan".
NOTICE = re.compile(
    r"Dezelfde\s+vraag|Deze\s+(?:schriftelijke\s+)?vra(?:ag|gen)\s+(?:werd|werden|is|zijn|wordt|worden)\b", re.I
)
NOTICE_PUT_TO = re.compile(r"(?P<also>\book\b|\beveneens\b)?\s*\bgesteld\s+aan\s+(?P<ministers>.+)$", re.I | re.S)
# Matches: "Hilde Crevits (851)", "minister-president Jan Jambon (nr. 142)".
NOTICE_MINISTER = re.compile(
    rf"(?P<name>{CAPITALS}[\w'’.\-]*(?:\s+[\w'’.\-]+){{0,5}}?)\s*(?:\(\s*(?:(?:SV|vraag)\s+)?(?:nr\.?\s*)?(?P<number>\d{{1,4}})\s*\))?$"
)
# Titles before a name in the notice. Matches: "de ministers ", "minister ", "Vlaams minister ", "aan mevrouw ".
NOTICE_TITLE = re.compile(
    r"^(?:(?:aan|de|het|Vlaamse?|alle|andere|mevrouw|heer|collega'?s?|(?:vice-?)?ministers?(?:-president)?(?:en)?)\s+)+",
    re.I,
)
# A minister's office after the name, up to the number. Matches: ", Vlaams minister van Justitie, Omgeving en Energie ".
NOTICE_OFFICE = re.compile(r",\s+(?:Vlaamse?\s+)?(?:vice-?)?minister\b[^()]{0,200}(?=\()", re.I)
# Ministers in the notice are separated by commas and by "en".
NOTICE_SEPARATOR = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+(?=\S)|\s+alsook\s+|\s+evenals\s+")
# A title's theme and subject: a dash with white space around it. Matches: "  -  ", " – ".
TITLE_DASH = re.compile(r"\s+[-–—]+\s+|\s+[-–—]+$|^[-–—]+\s+")
# Matches: "BIJLAGE", "BIJLAGEN", "BIJLAGE 1:", "BIJLAGEN: overzicht", "Bijlagen:".
ANNEX = re.compile(r"BIJLAGEN?\b(?:\s*\(?\d{0,2}\)?\s*[:.]?\s*$|\s*:.*$|\s+[-–]\s.*$|\s+\d.*$)|Bijlagen?\s*:?$")

# The heading's lines stand at the top; what stands before them is at most a page header.
HEADING_WITHIN = 12
LONGEST_TITLE = 4
LONGEST_NAME_BLOCK = 9


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _is_capitals(text: str) -> bool:
    return text == text.upper() and any(letter.isalpha() for letter in text)


def _is_answer_word(text: str) -> bool:
    return ANSWER_WORD.match(text) is not None and "?" not in text


def _is_answer_line(text: str) -> bool:
    """Whether a line says ANTWOORD, or what kind of answer this is."""
    return _is_answer_word(text) or ANSWER_NOTE.match(_without_accents(text)) is not None


def _is_role_line(text: str) -> bool:
    return _is_capitals(text) and ROLE.match(text) is not None


class FlemishLayout:
    """Finds the heads and tails of a Flemish written question; see `transform.frame.Layout`."""

    name = "flemish"
    parliament = "vlaams-parlement"

    def unfold(self, lines: Sequence[Line]) -> list[Line]:
        """The lines; those of a document that was flattened to a single line are cut apart."""
        return unfold(lines)

    def frame(self, lines: Sequence[Line], furniture: set[int], width: int | None) -> Frame | None:
        """The frame of a document; None where it has neither a question's nor an answer's heading."""
        order = [index for index in range(len(lines)) if index not in furniture]
        frame = Frame(kinds=dict.fromkeys(furniture, "furniture"))
        answer = _find_answer_header(lines, order)
        answer_first = answer[0] if answer else len(order)
        if answer:
            first, last, frame.answer = answer
            frame.kinds.update((order[place], "answer_header") for place in range(first, last))
        after_header = _read_question_header(lines, order[:answer_first], frame, width)
        if after_header == 0 and answer is None:
            return None
        body = order[after_header:answer_first]
        if after_header:
            title = _title_length(lines, body, width)
            frame.kinds.update((index, "title") for index in body[:title])
            _split_title(frame, " ".join(lines[index].text for index in body[:title]))
            body = body[title:]
        else:
            frame.warnings.append(warnings.HEADING_MISSING)
        notice = _find_notice(lines, body)
        frame.kinds.update((index, "notice") for index in notice)
        _read_notice(frame, " ".join(lines[index].text for index in notice))
        frame.body = [index for index in body if index not in frame.kinds]
        reply = order[answer[1] :] if answer else []
        tail = _find_annex(lines, reply if answer else frame.body)
        frame.kinds.update((index, "annex") for index in tail)
        frame.reply = [index for index in reply if index not in frame.kinds]
        frame.body = [index for index in frame.body if index not in frame.kinds]
        return frame

    def starts(self, lines: Sequence[Line]) -> list[int]:
        """The indices of the lines where a question's heading begins: its first line, or where the first lines were
        lost, `aan …`, or the minister's name above titles that no `ANTWOORD` follows."""
        starts: list[int] = []
        for index, line in enumerate(lines):
            if HEADING.match(line.text) and any(
                NUMBER.match(after.text) or ASKER.match(after.text) for after in lines[index + 1 : index + 3]
            ):
                starts.append(index)
        index = 1
        while index < len(lines):
            if not _is_role_line(lines[index].text) or not _is_name_line(lines[index - 1].text):
                index += 1
                continue
            after = index
            while after < len(lines) and _is_capitals(lines[after].text) and not _is_answer_word(lines[after].text):
                after += 1
            if after < len(lines) and not (_is_answer_word(lines[after].text) or ON_QUESTION.match(lines[after].text)):
                first = index - 1
                while first and _is_heading_line(lines[first - 1].text):
                    first -= 1
                starts.append(first)
            index = after
        return sorted(set(starts))


def _is_name_line(text: str) -> bool:
    return ADDRESSEE.match(text) is not None or (_is_capitals(text) and NAME.match(text) is not None)


def _is_heading_line(text: str) -> bool:
    return any(pattern.match(text) for pattern in (HEADING, NUMBER, ASKER, ASKED_ON, ADDRESSEE))


def _find_answer_header(lines: Sequence[Line], order: Sequence[int]) -> tuple[int, int, HeaderFields] | None:
    """The places in `order` where the answer header begins and ends (exclusive), and what it says."""
    for place, index in enumerate(order):
        text = lines[index].text
        on_question = _on_question(lines, order, place)
        if on_question is None and not (
            _is_answer_word(text)
            and _has_roles_above(lines, order, place)
            and not any(_on_question(lines, order, below) for below in range(place + 1, min(place + 4, len(order))))
        ):
            continue
        if on_question is not None and not _is_headed(lines, order, place):
            continue
        fields = HeaderFields()
        first = place
        while first and _is_answer_line(lines[order[first - 1]].text):
            first -= 1
        for above in range(first, place + 1):
            if _is_answer_word(lines[order[above]].text) and len(lines[order[above]].text.split()) > 1:
                fields.note = lines[order[above]].text
        first = _read_minister(lines, order, first, fields)
        last = place + 1
        if on_question is not None:
            last = _read_on_question(lines, order, place, on_question, fields)
        elif place + 1 < len(order) and ASKER.match(lines[order[place + 1]].text):
            last = place + 1
        last = _read_member_and_notes(lines, order, last, fields)
        return first, last, fields
    return None


def _on_question(lines: Sequence[Line], order: Sequence[int], place: int) -> tuple[re.Match[str], int] | None:
    """`op vraag nr. …` at this line, and how many lines it takes: the date may stand on the next."""
    text = lines[order[place]].text
    match = ON_QUESTION.match(text)
    if match is None:
        return None
    if match["date"] is None and place + 1 < len(order):
        longer = ON_QUESTION.match(f"{text} {lines[order[place + 1]].text}")
        if longer is not None and longer["date"] is not None:
            return longer, 2
    return match, 1


def _is_headed(lines: Sequence[Line], order: Sequence[int], place: int) -> bool:
    """Whether `op vraag nr. …` stands under ANTWOORD or a minister's titles, and so is no sentence."""
    above = lines[order[place - 1]].text if place else ""
    return _is_answer_line(above) or (_is_capitals(above) and _has_roles_above(lines, order, place))


def _has_roles_above(lines: Sequence[Line], order: Sequence[int], place: int) -> bool:
    for above in range(place - 1, max(place - LONGEST_NAME_BLOCK, -1), -1):
        text = lines[order[above]].text
        if not _is_capitals(text):
            return False
        if ROLE.match(text):
            return True
    return False


def _read_minister(lines: Sequence[Line], order: Sequence[int], stop: int, fields: HeaderFields) -> int:
    """Read the minister's name and titles that stand right above `stop`; returns the place where they begin."""
    top = stop
    while top and stop - top < LONGEST_NAME_BLOCK and _is_capitals(lines[order[top - 1]].text):
        top -= 1
    roles = [place for place in range(top, stop) if ROLE.match(lines[order[place]].text)]
    if not roles:
        if stop and _is_capitals(lines[order[stop - 1]].text) and NAME.match(lines[order[stop - 1]].text):
            fields.minister = written_name(lines[order[stop - 1]].text)
            return stop - 1
        return stop
    first = roles[0]
    if first > 0 and _is_name_line(lines[order[first - 1]].text):
        name = lines[order[first - 1]].text
        addressed = ADDRESSEE.match(name)
        fields.minister = written_name(addressed["name"] if addressed else name)
        first -= 1
    fields.role = " ".join(" ".join(lines[order[place]].text for place in range(roles[0], stop)).split())
    return first


def _read_on_question(
    lines: Sequence[Line], order: Sequence[int], place: int, found: tuple[re.Match[str], int], fields: HeaderFields
) -> int:
    match, taken = found
    fields.number = int(match["number"])
    fields.asked_on = parse_date(match["date"]) if match["date"] else None
    member = ASKER.match(match["rest"].strip())
    if member:
        fields.asker = written_name(member["name"])
    return place + taken


def _read_member_and_notes(lines: Sequence[Line], order: Sequence[int], place: int, fields: HeaderFields) -> int:
    """Read the member's line and a note after it; returns the place after them."""
    if fields.asker is None and place < len(order) and (member := ASKER.match(lines[order[place]].text)):
        fields.asker = written_name(member["name"])
        place += 1
    while place < len(order):
        if not _is_answer_line(lines[order[place]].text):
            break
        fields.note = lines[order[place]].text
        place += 1
    return place


def _read_question_header(lines: Sequence[Line], order: Sequence[int], frame: Frame, width: int | None) -> int:
    """Read the question header; returns the place after it, 0 where there is none."""
    fields = frame.question
    first = next(
        (
            place
            for place in range(min(len(order), HEADING_WITHIN))
            if _is_heading_line(lines[order[place]].text) or _opens_with_name(lines, order, place)
        ),
        None,
    )
    if first is None:
        return 0
    place, found = first, 0
    while place < len(order):
        text = lines[order[place]].text
        if HEADING.match(text):
            found += 1
        elif fields.number is None and (number := NUMBER.match(text)):
            fields.number = int(number["number"])
        elif fields.asker is None and (asker := ASKER.match(text)):
            fields.asker = written_name(asker["name"])
        elif fields.asked_on is None and (day := ASKED_ON.match(text)):
            fields.asked_on = parse_date(day["date"])
        elif addressee := ADDRESSEE.match(text):
            fields.minister = written_name(addressee["name"])
            found += 1
            place += 1
            break
        elif _opens_with_name(lines, order, place):
            fields.minister = written_name(text)
            found += 1
            place += 1
            break
        else:
            break
        found += 1
        place += 1
    place = _read_roles(lines, order, place, frame, width)
    if fields.role is None and found < 2:
        return 0  # one line that looks like a heading's is a coincidence
    frame.kinds.update((order[before], "furniture") for before in range(first))
    if first:
        frame.warnings.append(warnings.TEXT_BEFORE_HEADING)
    frame.kinds.update((order[taken], "question_header") for taken in range(first, place))
    return place


def _opens_with_name(lines: Sequence[Line], order: Sequence[int], place: int) -> bool:
    """Whether a minister's name stands here without `aan`: capitals, with titles under it."""
    text = lines[order[place]].text
    return (
        place + 1 < len(order)
        and _is_capitals(text)
        and NAME.match(text) is not None
        and ROLE.match(text) is None
        and _is_role_line(lines[order[place + 1]].text)
    )


def _read_roles(lines: Sequence[Line], order: Sequence[int], place: int, frame: Frame, width: int | None) -> int:
    """Read the titles under the name. They end where the capitals end; a title in capitals is told from them by its
    dash, by the page's width, and by the answer header, which prints the titles again."""
    if place >= len(order) or not _is_role_line(lines[order[place]].text):
        return place
    printed = squashed(frame.answer.role) if frame.answer and frame.answer.role else ""
    taken = [lines[order[place]].text]
    place += 1
    while place < len(order):
        line = lines[order[place]]
        so_far = squashed(" ".join(taken))
        if not _is_capitals(line.text) or so_far == printed:
            break
        agreed = printed.startswith(squashed(" ".join([*taken, line.text])))
        open_end = taken[-1].endswith((",", "-", " EN", " VAN", " DE", "&")) or is_forced(taken[-1], line.text, width)
        # Without an answer header to compare with, a title that follows tells that these capitals are titles still.
        titled = not printed and place + 1 < len(order) and not _is_capitals(lines[order[place + 1]].text)
        if not agreed and (TITLE_DASH.search(line.text) or line.blank_before or not (open_end or titled)):
            break
        taken.append(line.text)
        place += 1
    frame.question.role = " ".join(" ".join(taken).split())
    return place


def _title_length(lines: Sequence[Line], body: Sequence[int], width: int | None) -> int:
    """How many lines of the body's beginning are the title."""
    if not body or NOTICE.match(lines[body[0]].text) or find_tokens([lines[body[0]]], width, combined=False):
        return 0
    block = 1
    while block < min(len(body), LONGEST_TITLE + 1) and not lines[body[block]].blank_before:
        block += 1
    texts = [lines[index].text for index in body[: LONGEST_TITLE + 2]]
    apart = block <= LONGEST_TITLE and (block == len(body) or lines[body[block]].blank_before)
    if apart and not any(text.endswith((".", "?", ":", "!", ";")) for text in texts[:block]):
        pairs = list(pairwise(texts[:block]))
        if all(is_forced(text, after, width) or _is_open(text, after) for text, after in pairs):
            return block
    length = 1
    while length < min(len(texts), LONGEST_TITLE) and length < block and _goes_on(texts, length - 1, width):
        if find_tokens([lines[body[length]]], width, combined=False):
            break
        length += 1
    return length


def _goes_on(texts: Sequence[str], at: int, width: int | None) -> bool:
    """Whether the title goes on after its line `at`: torn by the page's width, open at its end, or in mid-phrase."""
    text, after = texts[at], texts[at + 1]
    if text.endswith((".", "?")):
        return False
    if _is_open(text, after):
        return True
    if not is_forced(text, after, width):
        return False
    # The line after a torn title line is short; a paragraph that begins here fills its line.
    following = texts[at + 2] if at + 2 < len(texts) else ""
    return not (is_forced(after, following, width) if following else False) and not after.endswith((".", "?", ":"))


def _is_open(text: str, after: str) -> bool:
    """Whether a title's line is open at its end, or the next one goes on in mid-phrase."""
    return bool(TITLE_DASH.match(after)) or text.endswith((" -", " –", ",", "-", "(")) or after[0].islower()


def _split_title(frame: Frame, title: str) -> None:
    """Theme and subject: the first dash separates; without one all of it is the subject."""
    parts = TITLE_DASH.split(title, maxsplit=1)
    if len(parts) == 2 and all(part.strip() for part in parts):
        frame.theme, frame.subject = (" ".join(part.split()) for part in parts)
    else:
        frame.subject = " ".join(title.split()) or None


def _find_notice(lines: Sequence[Line], body: Sequence[int]) -> list[int]:
    """The lines of the sentence that lists all addressees: the last in the body that begins so."""
    for place in range(len(body) - 1, -1, -1):
        if not NOTICE.match(lines[body[place]].text):
            continue
        taken = [body[place]]
        for index in body[place + 1 :]:
            so_far = " ".join(lines[one].text for one in taken)
            line = lines[index]
            if so_far.endswith(".") or BRACKETED_NOTE.match(line.text):
                break
            is_open = so_far.endswith((",", " en", " aan", "-")) or so_far.count("(") > so_far.count(")")
            if (line.blank_before and not is_open) or (so_far.endswith(")") and not line.text.startswith(("en ", ","))):
                break
            taken.append(index)
        if NOTICE_PUT_TO.search(" ".join(lines[one].text for one in taken)):
            return taken
    return []


def _read_notice(frame: Frame, notice: str) -> None:
    found = NOTICE_PUT_TO.search(notice)
    if found is None:
        return
    frame.own_first = found["also"] is not None
    ministers = NOTICE_OFFICE.sub(" ", found["ministers"].strip().rstrip("."))
    for part in NOTICE_SEPARATOR.split(ministers):
        entry = NOTICE_TITLE.sub("", part.strip(), count=1)
        named = NOTICE_MINISTER.match(entry)
        if named and not named["name"].casefold().startswith(("minister", "alle", "vlaamse")):
            number = int(named["number"]) if named["number"] else None
            frame.addressees.append((written_name(named["name"]), number))


def _find_annex(lines: Sequence[Line], tail: Sequence[int]) -> list[int]:
    """The lines from the annex's heading to the end; empty without one."""
    for place, index in enumerate(tail):
        if ANNEX.match(lines[index].text) and place:
            return list(tail[place:])
    return []

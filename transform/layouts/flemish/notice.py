"""The notice: the sentence that lists all addressees, each with the number of that minister's copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transform.dutch.names import written_name
from transform.layouts.flemish.words import CAPITALS
from transform.layouts.layout import Frame
from transform.lines.footnotes import BRACKETED_NOTE
from transform.lines.lines import Line

# A notice may stand in brackets or parentheses, or behind an asterisk. Matches: "(", "[", "* ", "(*) ", "**".
OPENING = r"(?:[(\[*]{1,3}[)\]]?\s*)?"
NOTICE_WORDS = (
    r"(?:Dezelfde\s+vraag|Deze\s+(?:schriftelijke\s+)?vra(?:ag|gen)\s+(?:werd|werden|is|zijn|wordt|worden)\b)"
)
# Matches: "Deze vraag werd gesteld aan", "(Deze vraag werd ook gesteld aan", "* Deze vragen werden gesteld aan".
NOTICE = re.compile(f"{OPENING}{NOTICE_WORDS}", re.I)
# The same in mid-line, where nothing else may stand between its words.
# Matches: "Deze vraag werd gesteld aan", "Dezelfde vraag werd ook gesteld aan", "Deze vragen zijn gesteld aan".
NOTICE_IN_LINE = re.compile(
    r"Deze(?:lfde)?\s+(?:schriftelijke\s+)?vra(?:ag|gen)\s+(?:werd|werden|is|zijn)\s+(?:(?:ook|eveneens)\s+)?gesteld\s+aan\b"
)
# What opens it there. Matches: "(" at the end of "zo? (", "* " at the end of "zo? * ".
OPENING_BEFORE = re.compile(r"(?<!\S)[(\[*]{1,3}[)\]]?\s*$")
# Matches: "ook gesteld aan minister X (12)", "gesteld aan alle ministers".
NOTICE_PUT_TO = re.compile(r"(?P<also>\book\b|\beveneens\b)?\s*\bgesteld\s+aan\s+(?P<ministers>.+)$", re.I | re.S)
# Matches: "Greet Maesen (214)", "minister-president Piet Vandaele (nr. 142)".
NOTICE_MINISTER = re.compile(
    rf"(?P<name>{CAPITALS}[\w'’.\-]*(?:\s+[\w'’.\-]+){{0,5}}?)\s*(?:\(\s*(?:(?:SV|vraag)\s+)?(?:nr\.?\s*)?(?P<number>\d{{1,4}})\s*\))?$"
)
# Titles before a name in the notice. Matches: "de ministers ", "minister ", "Vlaams minister ", "aan mevrouw ".
NOTICE_TITLE = re.compile(
    r"^(?:(?:aan|de|het|Vlaamse?|alle|andere|mevrouw|heer|collega'?s?|(?:vice-?)?ministers?(?:-president)?(?:en)?)\s+)+",
    re.I,
)
# A minister's office after the name, up to the number: not the word before the next name, as in ", minister Jos Aerts".
# Matches: ", Vlaams minister van Justitie, Omgeving en Energie ", ", viceminister-president ".
NOTICE_OFFICE = re.compile(
    r",\s+(?:[Vv]laamse?\s+)?(?:[Vv]ice-?)?[Mm]inister(?:-president)?\b"
    r"(?:\s+(?:van|voor|bevoegd)\s[^()]{0,200}|,[^()]{0,200}|\s*)(?=\()"
)
# Ministers in the notice are separated by commas and by "en".
NOTICE_SEPARATOR = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+(?=\S)|\s+alsook\s+|\s+evenals\s+")

# What opens a notice is no longer than this.
LONGEST_OPENING = 5


def find_notice(lines: Sequence[Line], body: Sequence[int]) -> list[int]:
    """The lines of the sentence that lists all addressees: the last in the body that begins so."""
    for place in range(len(body) - 1, -1, -1):
        if not NOTICE.match(lines[body[place]].text):
            continue
        taken = [body[place]]
        for index in body[place + 1 :]:
            so_far = " ".join(lines[one].text for one in taken)
            line = lines[index]
            if so_far.endswith((".", "]")) or BRACKETED_NOTE.match(line.text):
                break
            is_open = so_far.endswith((",", " en", " aan", "-")) or so_far.count("(") > so_far.count(")")
            if (line.blank_before and not is_open) or (so_far.endswith(")") and not line.text.startswith(("en ", ","))):
                break
            taken.append(index)
        if NOTICE_PUT_TO.search(" ".join(lines[one].text for one in taken)):
            return taken
    return []


def notice_places(text: str) -> Iterator[int]:
    """The places of a text where a notice begins, with what opens it."""
    for found in NOTICE_IN_LINE.finditer(text):
        near = max(0, found.start() - LONGEST_OPENING)
        opening = OPENING_BEFORE.search(text[near : found.start()])
        yield near + opening.start() if opening else found.start()


def _without_closing(printed: str) -> str:
    """The list of ministers without what closes the notice: a full stop, and the bracket that opened before it."""
    ministers = printed.strip(" .*]")
    while ministers.endswith(")") and ministers.count(")") > ministers.count("("):
        ministers = ministers[:-1].strip(" .*]")
    return ministers


def read_notice(frame: Frame, notice: Sequence[Line]) -> None:
    """Read the ministers out of the notice's lines into the frame."""
    found = NOTICE_PUT_TO.search(" ".join(line.text for line in notice))
    if found is None:
        return
    frame.notice_place = (notice[0].start, notice[-1].end)
    frame.own_first = found["also"] is not None
    ministers = NOTICE_OFFICE.sub(" ", _without_closing(found["ministers"]))
    for part in NOTICE_SEPARATOR.split(ministers):
        entry = NOTICE_TITLE.sub("", part.strip(), count=1)
        named = NOTICE_MINISTER.match(entry)
        if named and not named["name"].casefold().startswith(("minister", "alle", "vlaamse")):
            number = int(named["number"]) if named["number"] else None
            frame.addressees.append((written_name(named["name"]), number))

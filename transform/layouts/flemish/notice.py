"""The notice: the sentence that lists all addressees, each with the number of that minister's copy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transform.dutch.names import written_name
from transform.layouts.flemish.words import CAPITALS
from transform.layouts.layout import Frame
from transform.lines.footnotes import BRACKETED_NOTE
from transform.lines.lines import Line

# Matches: "Deze vraag werd gesteld aan", "Deze vraag werd ook gesteld aan", "Deze vragen werden gesteld aan".
NOTICE = re.compile(
    r"Dezelfde\s+vraag|Deze\s+(?:schriftelijke\s+)?vra(?:ag|gen)\s+(?:werd|werden|is|zijn|wordt|worden)\b", re.I
)
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
# A minister's office after the name, up to the number. Matches: ", Vlaams minister van Justitie, Omgeving en Energie ".
NOTICE_OFFICE = re.compile(r",\s+(?:Vlaamse?\s+)?(?:vice-?)?minister\b[^()]{0,200}(?=\()", re.I)
# Ministers in the notice are separated by commas and by "en".
NOTICE_SEPARATOR = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+(?=\S)|\s+alsook\s+|\s+evenals\s+")


def find_notice(lines: Sequence[Line], body: Sequence[int]) -> list[int]:
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


def read_notice(frame: Frame, notice: Sequence[Line]) -> None:
    """Read the ministers out of the notice's lines into the frame."""
    found = NOTICE_PUT_TO.search(" ".join(line.text for line in notice))
    if found is None:
        return
    frame.notice_place = (notice[0].start, notice[-1].end)
    frame.own_first = found["also"] is not None
    ministers = NOTICE_OFFICE.sub(" ", found["ministers"].strip().rstrip("."))
    for part in NOTICE_SEPARATOR.split(ministers):
        entry = NOTICE_TITLE.sub("", part.strip(), count=1)
        named = NOTICE_MINISTER.match(entry)
        if named and not named["name"].casefold().startswith(("minister", "alle", "vlaamse")):
            number = int(named["number"]) if named["number"] else None
            frame.addressees.append((written_name(named["name"]), number))

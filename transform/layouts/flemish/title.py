"""The title: theme and subject, on one line or several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transform.layouts.flemish.notice import NOTICE
from transform.layouts.layout import Frame
from transform.lines.lines import Line
from transform.lines.page import Page
from transform.lines.tokens import opens_label

# A title's theme and subject: a dash with white space around it. Matches: "  -  ", " – ".
TITLE_DASH = re.compile(r"\s+[-–—]+\s+|\s+[-–—]+$|^[-–—]+\s+")
# A sentence ends, as no title has it. Matches: "." in "klaar. Dan" and at a line's end, "?".
SENTENCE_STOP = re.compile(r"[.?!;:](?=\s|$)")
# A title takes no more lines than this.
LONGEST_TITLE = 6


def title_length(lines: Sequence[Line], body: Sequence[int], page: Page) -> int:
    """How many lines of the body's beginning are the title."""
    if not body or NOTICE.match(lines[body[0]].text) or _begins_label(lines[body[0]]):
        return 0
    block = 1
    while block < min(len(body), LONGEST_TITLE + 1) and not lines[body[block]].blank_before:
        if _begins_list(lines, body, block):
            break
        block += 1
    labelled = block < len(body) and _begins_list(lines, body, block)
    texts = [lines[index].text for index in body[: LONGEST_TITLE + 2]]
    apart = block <= LONGEST_TITLE and (block == len(body) or lines[body[block]].blank_before or labelled)
    if apart and not any(text.endswith((".", "?", ":", "!", ";")) for text in texts[:block]):
        pairs = list(pairwise(texts[:block]))
        if all(_is_torn(text, after, page) for text, after in pairs):
            return block
    torn = 1
    while torn < min(len(texts), LONGEST_TITLE + 1) and torn < block and _is_torn(texts[torn - 1], texts[torn], page):
        torn += 1
    if torn <= LONGEST_TITLE and not any(SENTENCE_STOP.search(text) for text in texts[:torn]):
        return torn
    length = 1
    while length < min(len(texts), LONGEST_TITLE) and length < block and _goes_on(texts, length - 1, page):
        length += 1
    return length


def _begins_label(line: Line) -> bool:
    return opens_label(line, combined=False)


def _begins_list(lines: Sequence[Line], body: Sequence[int], at: int) -> bool:
    """Whether a list begins under a title: a label, or a bullet. A dash may be the title's own, behind its theme or
    inside its subject: then no other bullet follows, nor does a sentence end. Behind a theme that has its dash already
    it is a list, too, where it goes on as a sentence does."""
    line = lines[body[at]]
    if _begins_label(line) or not line.is_bullet:
        return _begins_label(line)
    if not TITLE_DASH.match(line.text):
        return True
    has_dash = any(TITLE_DASH.search(lines[index].text) for index in body[:at])
    following = lines[body[at + 1]] if at + 1 < len(body) else None
    goes_on = has_dash and following is not None and following.begins_small and not following.blank_before
    return goes_on or line.text.endswith((".", ";", "?")) or (following is not None and following.is_bullet)


def _goes_on(texts: Sequence[str], at: int, page: Page) -> bool:
    """Whether the title goes on after its line `at`: torn by the page's width, open at its end, or in mid-phrase."""
    text, after = texts[at], texts[at + 1]
    if text.endswith((".", "?")):
        return False
    if _is_open(text, after):
        return True
    if not page.forces(text, after):
        return False
    # The line after a torn title line is short; a paragraph that begins here fills its line.
    following = texts[at + 2] if at + 2 < len(texts) else ""
    return not (page.forces(after, following) if following else False) and not after.endswith((".", "?", ":"))


def _is_torn(text: str, after: str, page: Page) -> bool:
    """Whether a title could go on after this line: the page's width tore it, or it is open."""
    return page.forces(text, after) or _is_open(text, after)


def _is_open(text: str, after: str) -> bool:
    """Whether a title's line is open at its end, or the next one goes on in mid-phrase."""
    return bool(TITLE_DASH.match(after)) or text.endswith((" -", " –", ",", "-", "(")) or after[0].islower()


def split_title(frame: Frame, title: str) -> None:
    """Theme and subject: the first dash separates; without one all of it is the subject."""
    parts = TITLE_DASH.split(title, maxsplit=1)
    if len(parts) == 2 and all(part.strip() for part in parts):
        frame.theme, frame.subject = (" ".join(part.split()) for part in parts)
    else:
        frame.subject = " ".join(title.split()) or None

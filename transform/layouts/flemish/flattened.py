"""Text of a Flemish written question flattened to a single line, as a common CSV export has it.

The pieces are the same (anatomy.md, Enumerations): the heads are found by their fixed words, and a line is cut where
one of the layout's own lines would begin or a label could stand. The cuts are no line ends of the document; what
follows one is running text of the same paragraph unless it turns out to be a piece of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transform.dutch.dates import DATE
from transform.dutch.names import squashed
from transform.dutch.sentences import SENTENCE_END, goes_on
from transform.dutch.words import SENTENCE_OPENERS, VERBS_OF_SENTENCES
from transform.lines.addresses import ADDRESS_AT_END
from transform.lines.boundaries import can_stand, cut
from transform.lines.lines import Line
from transform.lines.tokens import labels_at

CAPITALS = r"[A-ZÀ-ÖØ-Þ]"
# A word in capitals, with what sticks to it: a whole word between blanks, taken without a way back, so that no search
# can run wild. Matches: "HAEZEBROUCK", "D'HOOGHE,", "STEDEN-", "EN", "&".
CAPITAL_WORD = (
    rf"(?:(?<!\S)(?=\S{{0,30}}?{CAPITALS}['’]?{CAPITALS}|['’]{CAPITALS}(?!\S))[A-ZÀ-ÖØ-Þ'’.,&\-]++(?!\S)|&(?!\S))"
)
# Matches: "IRIS VANHAELEWYN", "TOON D'HOOGHE".
CAPITAL_NAME = rf"{CAPITAL_WORD}(?:\s{CAPITAL_WORD}){{0,5}}?"
TITLES_BEGIN = r"(?:(?:VLAAMSE?\s+)?MINISTER(?:-PRESIDENT)?|VICE-?MINISTER-PRESIDENT)(?!\S)"
TITLES = rf"{TITLES_BEGIN}(?:\s{CAPITAL_WORD}){{0,60}}"
# Matches: "SCHRIFTELIJKE VRAAG nr. 91 van IRIS VANHAELEWYN datum: 14 februari 2024 aan CYRIEL HAEZEBROUCK VLAAMS
# MINISTER VAN CULTUUR".
QUESTION_HEADER = re.compile(
    rf"(?P<heading>SCHRIFTELIJKE\s+VRAAG)\s+(?P<number>nr\.?\s?\d{{1,4}})\s+(?P<asker>van\s{CAPITAL_NAME})\s+"
    rf"(?P<date>(?i:datum)\s?:?\s?(?i:{DATE}))\s+(?P<name>(?:aan\s+)?{CAPITAL_NAME})\s+(?P<titles>{TITLES})"
)
# The same when its first words are lost. Matches: "aan CYRIEL HAEZEBROUCK VLAAMS MINISTER VAN CULTUUR".
ADDRESSEE_ONLY = re.compile(rf"(?P<name>(?:aan\s+)?{CAPITAL_NAME})\s+(?P<titles>{TITLES})")
ANSWER_WORD = r"(?:(?:GECO[ÖO]RDINEERD|AANVULLEND|VOORLOPIG|DEFINITIEF|BIJKOMEND|VERWIJZEND)\s+)?ANTWOORD(?!\S)"
# Matches: "CYRIEL HAEZEBROUCK VLAAMS MINISTER VAN CULTUUR ANTWOORD op vraag nr. 91 van 14 februari 2024 van IRIS X".
ANSWER_HEADER = re.compile(
    rf"(?P<name>{CAPITAL_NAME})\s+(?P<titles>{TITLES_BEGIN}(?:\s+(?!{ANSWER_WORD}){CAPITAL_WORD}){{0,60}})"
    rf"\s+(?P<word>{ANSWER_WORD})\s+(?P<on>op\s+vraag\s+nr\.?\s?\d{{1,4}}(?:\s+van\s+(?i:{DATE}))?)"
    rf"(?:\s+(?P<member>van(?:\s+(?!{ANSWER_WORD}){CAPITAL_WORD}){{1,6}}))?(?:\s+(?P<note>{ANSWER_WORD}))?"
)
# Every answer's heading has these words, and they are found fast. Matches: "ANTWOORD op vraag".
ANSWER_WORDS = re.compile(r"(?<!\S)ANTWOORD\s+op\s+vraag\b")
# How far before those words a heading begins, and how far behind them it ends, at the most.
LONGEST_HEAD, LONGEST_TAIL = 900, 400
ANSWER_LINES = ("name", "titles", "word", "on", "member", "note")
# Matches: "Deze vraag werd gesteld aan", "Deze vragen werden ook gesteld aan".
NOTICE = re.compile(r"Deze\s+vra(?:ag|gen)\s+(?:werd|werden|is|zijn)\s+(?:ook\s+)?gesteld\s+aan\b")
# Matches: "1." and "(1)", "a)", "I.", "Vraag 1:".
FIRST_LABEL = re.compile(r"(?:\(?|(?:deel)?vraag\s)(?:1|a|i)(?!\w)", re.I)
# Matches: "BIJLAGE", "BIJLAGEN:", "BIJLAGE 1 O".
ANNEX = re.compile(r"BIJLAGEN?\b(?P<heading>(?:\s\d{1,2})?(?::|\s[A-ZÀ-Þ]))?")
# A sentence speaks of an annex. Matches: "zie", "als", "bijgevoegde".
BEFORE_CITED_ANNEX = re.compile(r"\b(?:zie|als|bijgevoegde|bijgaande|toegevoegde|volgende)$", re.I)
# Matches: "." in "klaar.", "?" in "zo?”".
ENDS_TITLE = re.compile(r"[.?!][)”\"’]?$")
# The dash behind a title's theme. Matches: " - ", " – ".
THEME_DASH = re.compile(r"\s+[-–—]\s")
# Several blanks, where a blank line was. Matches: "  " in "CULTUUR  Musea".
BLANKS = re.compile(r"\s{2,}")
DASHES = "-–—"
# Matches: "zo" in "zo dan".
WORD = re.compile(r"\S+")
# A word that is, next to a subject, a finite verb: the common short ones, and what ends as verbs do, prepositions and
# adverbs left out. Matches: "is", "vinden", "geeft".
FINITE_VERB = re.compile(
    r"(?:is|zijn|was|had|kan|zal|wil|mag|moet|ga|gaat)"
    r"|(?!(?:tussen|tegen|binnen|boven|buiten|samen|alleen|naast|sinds|omtrent|bovendien|open|eigen|zonder|achter)$)"
    r"[a-z]{3,11}(?:en|t)"
)
# A title is no longer than this.
LONGEST_TITLE = 320


def is_flattened(text: str) -> bool:
    """Whether a line holds a whole header and running text after it."""
    found = QUESTION_HEADER.search(text) or next(_answer_headers(text), None)
    return found is not None and len(text) > found.end()


def _answer_headers(text: str) -> Iterator[re.Match[str]]:
    """The headings of answers, in order. They are looked for around their fixed words only: a search for words in
    capitals everywhere would be slow."""
    free_from = 0
    for words in ANSWER_WORDS.finditer(text):
        start = max(free_from, words.start() - LONGEST_HEAD)
        match = ANSWER_HEADER.search(text, start, words.end() + LONGEST_TAIL)
        free_from = match.end() if match else words.end()
        if match:
            yield match


def unfold(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that hold several of the layout's own lines cut apart where these begin.

    The lines cut out say so (`Line.joined`); together they cover the same characters, in the same order.
    """
    if not any(is_flattened(line.text) for line in lines):
        return list(lines)
    unfolded: list[Line] = []
    for line in lines:
        places, whole = _cuts(line.text)
        unfolded += cut(line, places, whole)
    return unfolded


def _cuts(text: str) -> tuple[set[int], set[int]]:
    """Where a line is to be cut, as places in it: where the layout's lines begin and end, and where the lines of its
    heads begin, which are whole."""
    cuts: set[int] = set()
    whole: set[int] = set()
    answers = list(_answer_headers(text))
    asked = list(QUESTION_HEADER.finditer(text))
    for match in answers:
        whole.update(match.start(group) for group in ANSWER_LINES if match[group])
        cuts.add(_member_end(match, asked))
    headers = asked or [match for match in [ADDRESSEE_ONLY.match(text)] if match]
    for match in headers:
        if any(answer.start() <= match.start() < answer.end() for answer in answers):
            continue
        whole.update(match.start(group) for group in match.groupdict() if match[group])
        titles_end = _titles_end(match, answers)
        cuts.update((titles_end, _title_end(text, titles_end)))
    cuts.update(match.start() for match in NOTICE.finditer(text))
    cuts.update(match.start() for match in ANNEX.finditer(text) if _can_be_annex(text, match))
    return cuts, whole


def _can_be_annex(text: str, match: re.Match[str]) -> bool:
    """Whether an annex begins at a place: a sentence has ended, or it is a heading that no sentence speaks of."""
    before = text[max(0, match.start() - 40) : match.start()].rstrip()
    if before.endswith((*SENTENCE_END, "]")) or ADDRESS_AT_END.search(before):
        return True
    return match["heading"] is not None and not goes_on(before) and BEFORE_CITED_ANNEX.search(before) is None


def _member_end(answer: re.Match[str], asked: Sequence[re.Match[str]]) -> int:
    """Where the answer's header ends: the question's header prints the member's name too, and tells it from an answer
    that begins with a word in capitals."""
    printed = answer["member"]
    if printed and not answer["note"]:
        for header in asked:
            if printed.startswith(header["asker"]):
                return answer.start("member") + len(header["asker"])
    return answer.end()


def _titles_end(header: re.Match[str], answers: Sequence[re.Match[str]]) -> int:
    """Where the minister's titles end: the answer header prints them again, and tells them from a title in capitals."""
    printed = header["titles"]
    for answer in answers:
        wanted = squashed(answer["titles"])
        if squashed(printed).startswith(wanted):
            for stop in range(len(printed), 0, -1):
                if squashed(printed[:stop]) == wanted and not printed[stop : stop + 1].isalnum():
                    return header.start("titles") + stop
    # A dash has a theme before it, in capitals too: "… EN LANDBOUW PFAS - Gebruik van grondwater".
    if THEME_DASH.match(header.string, header.end("titles")):
        return header.start("titles") + len(printed.rpartition(" ")[0])
    return header.end("titles")


def _title_end(text: str, start: int) -> int:
    """Where the document's title ends that begins at `start`: before the first word that opens a sentence. Where none
    does, the title cannot be told, and nothing is cut off."""
    if parted := _parted_title(text, start):
        return parted
    words = list(WORD.finditer(text[start : start + LONGEST_TITLE]))
    if (label := _first_label(text, words, start)) is not None:
        return label  # no preamble: the questions follow the title
    begins = start
    for place, word in enumerate(words):
        after_dash = place > 0 and words[place - 1].group() in ("-", "–", "—")
        following = words[place + 1].group() if place + 1 < len(words) else ""
        at = start + word.start()
        is_free = place > 0 and not after_dash and not goes_on(text[start:at].rstrip())
        if is_free and (word.group() in SENTENCE_OPENERS or _is_subject(word.group(), following)):
            return at
        if is_free and ENDS_TITLE.search(words[place - 1].group()) and not word.group()[0].islower():
            return at  # it goes no further than the first sentence
        if word.group() in VERBS_OF_SENTENCES and begins > start:
            return begins  # "Leerlingen van het buitengewoon onderwijs hebben"
        # In "26 augustus 2007" the year begins nothing.
        is_figure = word.group()[0].isdigit() and not (place > 1 and words[place - 2].group()[0].isdigit())
        if is_free and (word.group()[0].isupper() or is_figure):
            begins = at
    return start


def _parted_title(text: str, start: int) -> int | None:
    """Where the title that begins at `start` ends, where several blanks part it from what stands before and after it,
    as blank lines did; those around its dash are its own."""
    if not BLANKS.match(text, start):
        return None
    begins = start + len(text[start:]) - len(text[start:].lstrip())
    for blanks in BLANKS.finditer(text, begins, begins + LONGEST_TITLE):
        if text[blanks.start() - 1] not in DASHES and text[blanks.end() : blanks.end() + 1] not in DASHES:
            return blanks.start()
    return None


def _first_label(text: str, words: Sequence[re.Match[str]], start: int) -> int | None:
    """Where the first label stands among `words`, which begin at `start`, where no sentence has ended before it."""
    for before, word in pairwise(words):
        if before.group().endswith((".", "?", "!", ":", ";")):
            return None
        at = start + word.start()
        if any(FIRST_LABEL.match(label) and can_stand(text, at, label, free=False) for label in labels_at(text, at)):
            return at
    return None


def _is_subject(word: str, following: str) -> bool:
    """Whether a capitalised word begins a sentence as its subject: a finite verb comes next ("Scholen vinden"). An
    adjective is none: "Vlaamse budgetten" goes on with a noun, which ends as verbs do."""
    is_noun = word[0].isupper() and word.isalpha() and not word.isupper() and not word.endswith("e")
    return is_noun and FINITE_VERB.fullmatch(following) is not None

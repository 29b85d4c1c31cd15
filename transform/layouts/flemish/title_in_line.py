"""The title in text that lost its line ends: where a minister's titles end before it, and where it ends itself.

Nothing but the words tells: a word that opens a sentence, a label, a verb behind its subject, several blanks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transform.dutch.names import squashed
from transform.dutch.sentences import goes_on
from transform.dutch.words import SENTENCE_OPENERS, VERBS_OF_SENTENCES
from transform.lines.boundaries import can_stand
from transform.lines.tokens import labels_at

# Matches: "1." and "(1)", "a)", "I.", "Vraag 1:".
FIRST_LABEL = re.compile(r"(?:\(?|(?:deel)?vraag\s)(?:1|a|i)(?!\w)", re.I)
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


def titles_end(text: str, end: int, printed_again: Sequence[str]) -> int:
    """Where a minister's titles end that `text` begins with, in capitals up to `end`: an answer's head prints them
    again, and tells them from a title in capitals."""
    printed = text[:end]
    for again in printed_again:
        wanted = squashed(again)
        if squashed(printed).startswith(wanted):
            for stop in range(len(printed), 0, -1):
                if squashed(printed[:stop]) == wanted and not printed[stop : stop + 1].isalnum():
                    return stop
    # A dash has a theme before it, in capitals too: "… EN LANDBOUW PFAS - Gebruik van grondwater".
    if THEME_DASH.match(text, end):
        return len(printed.rpartition(" ")[0])
    return end


def title_end(text: str, start: int) -> int:
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

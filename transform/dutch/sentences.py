"""What a sentence is: how one ends, and where a text stops that goes on. Everybody else asks here, or the marks of a
line (`transform.lines.marks`)."""

from __future__ import annotations

import re

from transform.dutch.words import ABBREVIATIONS, ENDING_ABBREVIATIONS, NEVER_LAST, NUMBERED

# A question mark, and no address goes on after it. Matches: "?" in "Hoe?" and in "“Hoe?”".
ASKED = re.compile(r"\?(?![\w&=/])")
# A full stop with text after it, a note's marker perhaps between. Matches: "." in "klaar. Dan" and in "klaar.1 Dan".
FULL_STOP = re.compile(r"\.(?=\d{0,2}\s)")
# Something follows a text that ends with one of these.
OPEN_SIGNS = tuple(",([€/&–§")
# A sentence, or the lead of a list, ends with one of these, behind which quotes and brackets may close.
STOPS, CLOSING_SIGNS = ".?!…:;", '”"’»)]'
# Where a sentence can have ended, so that a label may follow.
SENTENCE_END = tuple('.?!:;”")’»…')
LONGEST_WORD = 30


def last_word(text: str) -> str:
    """The last word of a text that does not end in white space, without an opening bracket before it."""
    return text[-LONGEST_WORD:].rsplit(None, 1)[-1].lstrip('(“‘"') if text else ""


def is_abbreviated(text: str) -> bool:
    """Whether a text ends in a full stop that ends no sentence: that of an abbreviation, or of a person's initial."""
    if not text.endswith("."):
        return False
    word = last_word(text)[:-1]
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def expects_number(text: str) -> bool:
    """Whether a text ends in an abbreviation that a number follows: `art.`, `nr.`."""
    word = last_word(text)[:-1]
    return word.lower() in NUMBERED and not (len(word) == 1 and word.isupper())


def can_end_sentence(text: str) -> bool:
    """Whether a text that ends in an abbreviation may end a sentence all the same: `in de VS.`, `van klasse A.`"""
    word = last_word(text)[:-1]
    return word.lower() in ENDING_ABBREVIATIONS or len(word) == 1


def goes_on(text: str) -> bool:
    """Whether a text stops where nothing can stop: after a word, a sign or an abbreviation that something follows."""
    return text.endswith(OPEN_SIGNS) or last_word(text).lower() in NEVER_LAST or is_abbreviated(text)


def asks(text: str) -> bool:
    """Whether a question mark ends a sentence in a text: not one inside an address (`?taal=nl`)."""
    return ASKED.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a sentence, or the lead of a list, ends with the text."""
    stop = text[-LONGEST_WORD:].rstrip(CLOSING_SIGNS)[-1:]
    return bool(stop) and stop in STOPS and not is_abbreviated(text)

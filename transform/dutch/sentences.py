"""Facts of Dutch that several rooms need: words that nothing ends with, and abbreviations whose full stop ends nothing.

The lists were drawn up for this project, from the closed word classes of Dutch grammar and the usual abbreviations of
official texts.
"""

from __future__ import annotations

import re

# Articles, prepositions, conjunctions, relative words, and adverbs that stand before a figure: something follows them.
NEVER_LAST = frozenset(
    "de het een den der en of maar want dat die als dan om te van in op tot met voor aan door bij uit naar over per "
    "sinds vanaf na tussen tegen zonder binnen buiten onder boven volgens wegens tijdens rond omtrent naast achter "
    "omdat zodat hoewel terwijl indien wanneer toen zodra tenzij zoals waarvan waarin waarbij waarop waarvoor waarmee "
    "ruim bijna circa ongeveer minstens hoogstens maximaal minimaal zowat slechts amper al dit deze wiens".split()
)
# Their full stop ends no sentence: a number, a name or an enumeration follows.
ABBREVIATIONS = frozenset(
    "nr nrs art artt blz pag pp p cf vgl zgn nl bv bijv ca resp incl excl max min gem dhr mevr dr prof ing ir mr st vs "
    "hfst afd par i.s.m m.b.t t.o.v t.a.v d.w.z m.a.w m.n o.a o.m o.l.v t.e.m i.v.m i.h.k.v i.h.b n.a.v d.d w.o i.p.v "
    "a.h.w c.q d.m.v m.i.v t.w.v z.g".split()
)
# A question mark, and no address goes on after it. Matches: "?" in "Hoe?" and in "“Hoe?”".
ASKED = re.compile(r"\?(?![\w&=/])")
# A full stop with text after it, a note's marker perhaps between. Matches: "." in "klaar. Dan" and in "klaar.1 Dan".
FULL_STOP = re.compile(r"\.(?=\d{0,2}\s)")
# Something follows a text that ends with one of these.
OPEN_SIGNS = tuple(",([€/&–")
# A sentence, or the lead of a list, ends with one of these, behind which quotes and brackets may close.
STOPS, CLOSING_SIGNS = ".?!…:;", '”"’»)]'
LONGEST_WORD = 30


def _last_word(text: str) -> str:
    """The last word of a text that does not end in white space, without an opening bracket before it."""
    return text[-LONGEST_WORD:].rsplit(None, 1)[-1].lstrip('(“‘"') if text else ""


def is_abbreviated(text: str) -> bool:
    """Whether a text ends in a full stop that ends no sentence: that of an abbreviation, or of a person's initial."""
    if not text.endswith("."):
        return False
    word = _last_word(text)[:-1]
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def goes_on(text: str) -> bool:
    """Whether a text stops where nothing can stop: after a word, a sign or an abbreviation that something follows."""
    return text.endswith(OPEN_SIGNS) or _last_word(text).lower() in NEVER_LAST or is_abbreviated(text)


def asks(text: str) -> bool:
    """Whether a question mark ends a sentence in a text: not one inside an address (`?taal=nl`)."""
    return ASKED.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a sentence, or the lead of a list, ends with the text."""
    stop = text[-LONGEST_WORD:].rstrip(CLOSING_SIGNS)[-1:]
    return bool(stop) and stop in STOPS and not is_abbreviated(text)

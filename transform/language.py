"""Facts of Dutch that several rooms need: words that nothing ends with, and abbreviations whose full stop ends nothing.

The lists were drawn up for this project, from the closed word classes of Dutch grammar and the usual abbreviations of
official texts.
"""

from __future__ import annotations

import re

# Articles, prepositions, conjunctions, relative words, and adverbs that stand before a figure: something follows.
NEVER_LAST = (
    "de het een den der en of maar want dat die als dan om te van in op tot met voor aan door bij uit naar over per "
    "sinds vanaf na tussen tegen zonder binnen buiten onder boven volgens wegens tijdens rond omtrent naast achter "
    "omdat zodat hoewel terwijl indien wanneer toen zodra tenzij zoals waarvan waarin waarbij waarop waarvoor waarmee "
    "ruim bijna circa ongeveer minstens maximaal minimaal zowat al dit deze wiens"
).split()
# Their full stop ends no sentence: a number, a name or an enumeration follows.
ABBREVIATIONS = (
    "nr nrs art artt blz pag pp p cf vgl zgn nl bv bijv ca resp incl excl max min gem dhr mevr dr prof ing ir mr st vs "
    "hfst afd par i.s.m m.b.t t.o.v t.a.v d.w.z m.a.w m.n o.a o.m o.l.v t.e.m i.v.m i.h.k.v i.h.b n.a.v d.d w.o i.p.v "
    "a.h.w c.q d.m.v m.i.v t.w.v z.g"
).split()

# Something follows a line that ends so. Matches: "2024,", "(", "12 €", "van de".
GOES_ON = re.compile(rf"[,(\[€/&–]$|(?:^|[\s(])(?:{'|'.join(NEVER_LAST)})$", re.I)
# A full stop that ends no sentence. Matches: "nr.", "art.", "i.s.m.", "minister A.".
ABBREVIATED = re.compile(
    rf"(?:(?<![\w.])(?i:{'|'.join(re.escape(one) for one in sorted(ABBREVIATIONS, key=len, reverse=True))})"
    r"|(?<![\w.])[A-Z])\.$"
)
# Where a sentence ends. Matches: "is.", "zijn?”", "volgt:", "verdaagd…".
ENDS_SENTENCE = re.compile(r"[.?!…:;][”\"’»)\]]*$")


def goes_on(text: str) -> bool:
    """Whether a text stops where nothing can stop: after a word, a sign or an abbreviation that something follows."""
    return GOES_ON.search(text) is not None or ABBREVIATED.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a sentence, or the lead of a list, ends with the text."""
    return ENDS_SENTENCE.search(text) is not None and ABBREVIATED.search(text) is None

"""Questions without an enumeration: where in the body the question begins (anatomy.md, Enumerations).

"From the first paragraph with a question mark to the end of the body is one sub-question without a label."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from records import SegmentKind
from transform.dutch.sentences import ASKED, asks, is_abbreviated
from transform.lines.page import Page
from transform.pieces.pieces import Piece
from transform.text.paragraphs import paragraph_breaks
from transform.text.stretches import Stretch, part_of

# Where a sentence ends in running text and another begins; quotes, brackets and a note's marker may close the first.
# Matches: ". " in "is. Hoe", ".” " in "zo.” Wat", ".[1] " in "is.[1] Hoe".
SENTENCE_BEGINS = re.compile(r"[.?!:;][”\"’»)\]]*(?:\[\d{1,2}\]|\d{1,2})?\s+(?=[A-ZÀ-Þ“‘\"'(])")


def split_at_question(pieces: Sequence[Piece], page: Page) -> list[Piece]:
    """The pieces of a body without an enumeration, its preamble cut in two where the question begins.

    Comes in: the pieces of the body (one `preamble`, and notes); goes out: the same with a `sub_question` without a
    label after what is left of the preamble. Without a question mark nothing changes.
    """
    found: list[Piece] = []
    for piece in pieces:
        asking = next((at for at, one in enumerate(piece.stretches) if asks(one.text)), None)
        if piece.kind != SegmentKind.PREAMBLE or asking is None:
            found.append(piece)
            continue
        stretches = piece.stretches
        if stretches[asking].joined:
            stretches, first = _cut_at_sentence(stretches, asking)
        else:
            breaks = paragraph_breaks(stretches, page)
            first = max(at for at in range(asking + 1) if breaks[at])
        if first:
            found.append(Piece(SegmentKind.PREAMBLE, stretches=stretches[:first]))
        found.append(Piece(SegmentKind.SUB_QUESTION, stretches=stretches[first:]))
    return found


def _cut_at_sentence(stretches: Sequence[Stretch], asking: int) -> tuple[list[Stretch], int]:
    """Flattened text has no paragraphs: cut the stretch with the first question mark where its sentence begins. Returns
    the stretches, and the place of the one that the question begins with."""
    whole = stretches[asking]
    mark = ASKED.search(whole.text)
    assert mark is not None, "the stretch was chosen for its question mark"
    found = SENTENCE_BEGINS.finditer(whole.text, 0, mark.start())
    begins = [match.end() for match in found if not is_abbreviated(whole.text[: match.start() + 1])]
    if not begins:
        return list(stretches), asking
    cut = begins[-1]
    before = whole.text[:cut].rstrip()
    first = Stretch(
        whole.start,
        whole.start + len(before),
        before,
        whole.boundary,
        blank_before=whole.blank_before,
        interrupted=whole.interrupted,
        lead=whole.lead,
    )
    cut_in_two = [first, part_of(whole, cut)]
    return [*stretches[:asking], *cut_in_two, *stretches[asking + 1 :]], asking + 1

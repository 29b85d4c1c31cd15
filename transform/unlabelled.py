"""Questions without an enumeration: where in the body the question begins (anatomy.md, Enumerations).

"From the first paragraph with a question mark to the end of the body is one sub-question without a label."
"""

from __future__ import annotations

from collections.abc import Sequence

from transform.paragraphs import paragraph_breaks
from transform.pieces import Piece


def split_at_question(pieces: Sequence[Piece], width: int | None) -> list[Piece]:
    """The pieces of a body without an enumeration, its preamble cut in two where the question begins.

    Comes in: the pieces of the body (one `preamble`, and notes); goes out: the same with a `sub_question` without a
    label after what is left of the preamble. Without a question mark nothing changes.
    """
    found: list[Piece] = []
    for piece in pieces:
        asking = next((at for at, one in enumerate(piece.stretches) if "?" in one.text), None)
        if piece.kind != "preamble" or asking is None:
            found.append(piece)
            continue
        breaks = paragraph_breaks(piece.stretches, width)
        first = max(at for at in range(asking + 1) if breaks[at])
        if first:
            found.append(Piece("preamble", stretches=piece.stretches[:first]))
        found.append(Piece("sub_question", stretches=piece.stretches[first:]))
    return found

"""The headings of one made-up question and its answer, which small documents begin with."""

from __future__ import annotations

TITLES = "VICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING, VLAAMS MINISTER VAN WATERLOPEN, SPORT EN\nDIERENWELZIJN"
"""As wide as a page, so that short lines after it are not torn by its width."""
QUESTION_HEADER = (
    f"SCHRIFTELIJKE VRAAG\nnr. 41\nvan NOOR D'HULSTER\ndatum: 14 november 2022\naan GRETA VANPUTTE\n{TITLES}"
)
NOTICE = "Deze vraag werd gesteld aan de ministers Joris Wolfaert (417) en Greta Vanputte (41)."
ANSWER_HEADER = f"GRETA VANPUTTE\n{TITLES}\nANTWOORD\nop vraag nr. 41 van 14 november 2022\nvan NOOR D'HULSTER"

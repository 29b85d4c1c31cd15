"""What citations in documents of the Flemish Parliament leave out: whose questions, papers and decisions they cite."""

from __future__ import annotations

import re

from transform.layouts.flemish.calendar import session_of
from transform.references.defaults import CitationDefaults
from transform.references.parliamentary_documents import NR, SESSION

# The notation of the Flemish Parliament.
# Matches: "21 (2025-2026) – Nr. 1", "stuk 15-A (2019-2020) nr. 3", "8 (BZ 2019) - Nr. 1".
DOCUMENT = re.compile(
    rf"(?<![\w./-])(?:(?:[Pp]arl(?:ementair|\.)? ?)?[Ss]tuk(?:ken)? (?:{NR})?)?(?P<number>\d{{1,4}}(?:-[A-Z]{{1,2}})?) "
    rf"\((?P<session>{SESSION})\)(?: ?[-–—,] ?| ){NR}(?P<below>\d{{1,3}}(?:-[A-Z])?)(?![\w/])"
    r"(?P<more>(?:(?:, | en |, en )\d{1,3}(?:-[A-Z])?(?![\w/]|[.,]\d))*)"
)

CITATION_DEFAULTS = CitationDefaults(
    parliament="vlaams-parlement",
    session_of=session_of,
    title="Vlaams",
    adjective="Vlaamse?",
    member="(?:volksvertegenwoordiger|Parlementslid)",
    elsewhere="(?:federale|Kamer|Senaat|Brusselse|Waalse|Europese)",
    decision="besluit van de Vlaamse Regering",
    documents=DOCUMENT,
)
"""For `Layout.citation_defaults`."""

"""What citations in documents of the Tweede Kamer leave out: whose questions, papers and decisions they cite."""

from __future__ import annotations

import re

from transform.layouts.tweede_kamer.calendar import session_of
from transform.references.defaults import CitationDefaults

CITATION_DEFAULTS = CitationDefaults(
    parliament="tweede-kamer",
    session_of=session_of,
    title="(?!)",
    adjective="(?!)",
    member="(?:Kamerlid|lid)",
    elsewhere="(?:Eerste Kamer|Europese)",
    decision="koninklijk besluit",
    documents=re.compile(r"(?!)"),
)
"""For `Layout.citation_defaults`."""

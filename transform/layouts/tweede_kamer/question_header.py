"""Who asks and who is asked, as the sentence of a question says it."""

from __future__ import annotations

import re
import unicodedata

from transform.dutch.dates import parse_date
from transform.layouts.layout import HeaderFields
from transform.layouts.tweede_kamer.sentence import on_one_line

# What stands before the members. Matches: "het lid ", "de leden ", "de leden lid ", "van het lid ".
BEFORE_MEMBERS = re.compile(r"(?:(?:van\s+)?(?:het|de)\s+)*(?:(?:lid|leden)\s+)+", re.I)
# Members and the party behind them. Matches: "Kröger en Gabriëls (beiden GroenLinks-PvdA)", "Dijk (SP)".
GROUP = re.compile(r"(?P<names>[^()]+)\((?P<shared>(?:beiden|allen|alle)\s+)?(?P<party>[^()]+)\)")
# What parts members. Matches: ", ", " en ".
PARTS_MEMBERS = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+")
# An accent that an extractor set behind its letter. Matches: "c ´" in "Kostic ´".
LOOSE_ACCENT = re.compile(r"(?P<letter>[^\W\d_])\s?´")


def set_askers(fields: HeaderFields, printed: str) -> None:
    """Fill in who asks: `printed` is what stands between `van` and `aan`."""
    text = on_one_line(LOOSE_ACCENT.sub(_accented, printed))
    before = BEFORE_MEMBERS.match(text)
    text = text[before.end() :] if before else text
    members: list[tuple[str, str | None]] = []
    end = 0
    for group in GROUP.finditer(text):
        names = [name for one in PARTS_MEMBERS.split(group["names"]) if (name := one.strip(" ,"))]
        party = group["party"].strip()
        shared = (group["shared"] or "").strip().lower()
        share = len(names) if shared in ("allen", "alle") else 2 if shared else 1
        members += [(name, party if place >= len(names) - share else None) for place, name in enumerate(names)]
        end = group.end()
    rest = text[end:].strip(" ,")
    members += [(name, None) for one in PARTS_MEMBERS.split(rest) if (name := one.strip(" ,"))]
    if members:
        (fields.asker, fields.asker_party), others = members[0], members[1:]
        fields.co_askers = tuple(name for name, _ in others)
        fields.co_asker_parties = tuple(party or "" for _, party in others)


def _accented(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", f"{match['letter']}\u0301")


def set_asked_on(fields: HeaderFields, printed: str | None) -> None:
    """Fill in when the question was sent in (*ingezonden*)."""
    fields.asked_on = parse_date(on_one_line(printed)) if printed else None

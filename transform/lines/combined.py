"""Labels that name several questions, which only answers have: `8, 9.`, `1 en 2.`, `Vragen 2 tot 5`, `1 (a en b).`"""

from __future__ import annotations

import re
from itertools import pairwise

from transform.lines.labels import CALLED, CALLED_STYLE, LETTER, NUMBER, Path, Token

# One label inside a combined label, with or without a closing: "8", "8.", "2.a)", "b)".
LISTED = (
    rf"(?:(?:deel)?vraag\s+)?\(?(?:{NUMBER}(?:\.?{LETTER}(?![a-z])|\.{NUMBER})?|{LETTER}(?![a-z]))(?:\.\)|[.)°/:])?"
)
# What joins the labels of a combined label: a comma, "en", a dash, a slash, "tot", "t.e.m.", "t/m", "tot en met", "&".
RANGE_LINK = r"(?:[-–—]|tot\s+en\s+met|t\.?e\.?m\.?|t/m|tot)"
LINK = rf"(?:\s*(?:,\s*en\b|,|;|&|\+|\b(?:en|et)\b|{RANGE_LINK})\s*|(?<=\d)(?:/| / )(?=\d)|(?<=[.)])\s?/\s?(?=\d))"
BETWEEN_LISTED = re.compile(rf"({LINK})", re.I)
# Matches: "8, 9.", "1-3.", "1 en 2.", "1., 2. en 3.", "Vragen 2 tot 5", "a) en b)", "16/17.".
COMBINED = re.compile(
    rf"(?P<word>{CALLED})?(?P<list>{LISTED}(?:{LINK}{LISTED}){{1,30}})(?P<closing>\s*:)?(?=\s|$|[^\W\d_])", re.I
)
# The numbers stand between the words that call them. Matches: "Wat vragen 1 en 2 betreft,".
SEVERAL_AROUND = re.compile(
    rf"(?P<word>wat\s+(?:de\s+)?(?:deel)?vragen\s+)(?P<list>{LISTED}(?:{LINK}{LISTED}){{1,30}})"
    r"(?P<closing>\s+betreft[,.:]?)(?=\s|$)",
    re.I,
)
# One of them, in pieces. Matches: "8", "8.", "2.a)", "1.1", "b)", "vraag 2".
ONE_LISTED = re.compile(
    rf"(?:(?:deel)?vraag\s+)?\(?(?:(?P<number>{NUMBER})(?:\.?(?P<letter>{LETTER})(?![a-z])|\.(?P<second>{NUMBER}))?|(?P<alone>{LETTER})(?![a-z]))"
    rf"(?P<closing>\.\)|[.)°/:])?",
    re.I,
)
# What follows labels that nothing closes. Matches: "", " Sinds", " “Het".
AFTER_LISTED = re.compile(r"\s*$|\s+[A-ZÀ-Þ“‘\"'(]")
# Matches: " 2018 was".
BEGINS_WITH_FIGURE = re.compile(r"\s+\d")
RANGE_BETWEEN = re.compile(rf"\s*{RANGE_LINK}\s*", re.I)

# A number with its letters in brackets. Matches: "1 (a en b).", "2 (a, b en c):".
LETTERS_IN_BRACKETS = re.compile(
    rf"(?P<number>{NUMBER})\.?\s?\((?P<list>[a-z](?:{LINK}[a-z]){{1,25}})\)(?P<closing>[.:)])?(?=\s|$)", re.I
)


def combined_at(text: str, base: int) -> Token | None:
    """The label of several questions that a text begins with; `base`: the offset of its first character."""
    if lettered := LETTERS_IN_BRACKETS.match(text):
        return _lettered(lettered, base)
    match = COMBINED.match(text) or (SEVERAL_AROUND.match(text) if text[:1] in "wW" else None)
    if match is None:
        return None
    listed: list[tuple[Path, bool]] = []
    items = BETWEEN_LISTED.split(match["list"])
    number_above: str | None = None
    closing = ""
    for item, link in zip(items[::2], ["", *items[1::2]], strict=True):
        one = ONE_LISTED.fullmatch(item.strip())
        if one is None:
            return None
        closing = one["closing"] or ""
        if one["alone"]:
            path: Path = (number_above, one["alone"].lower()) if number_above else (one["alone"].lower(),)
        elif one["letter"]:
            number_above = one["number"]
            path = (one["number"], one["letter"].lower())
        else:
            path = (one["number"], f".{one['second']}") if one["second"] else (one["number"],)
        listed.append((path, RANGE_BETWEEN.fullmatch(link) is not None))
    numbers = [int(path[0]) for path, _ in listed if len(path) == 1 and path[0].isdigit()]
    if any(after <= before for before, after in pairwise(numbers)):
        return None  # labels together count up; "93 - 6." are cells
    rest = match.string[match.end() :]
    in_words = re.search(r"[a-z]", "".join(items[1::2]), re.I) is not None
    word = match["word"] or ""
    called_anew = word[:1].isupper() and BEGINS_WITH_FIGURE.match(rest)
    if word and not (match["closing"] or closing or called_anew) and not AFTER_LISTED.match(rest):
        return None  # "Vragen 2 en 3 van de schriftelijke vraag …" is a sentence
    # Without a closing, "1 en 2 worden …" is a sentence, "9,14" a number and "5 tot 10 scholen" a quantity: only
    # a word before the list makes it a label, or links in words with nothing after them, or "en" with a new beginning.
    ranged = any(from_before for _, from_before in listed)
    alone = in_words and AFTER_LISTED.match(rest) is not None and not (ranged and rest.strip())
    if not (word or match["closing"] or closing or alone):
        return None
    return Token(
        base,
        base + match.end(),
        0,
        listed[0][0],
        f"{CALLED_STYLE} 1" if word else f"1{closing}",
        alone=not rest.strip(),
        capital=word[:1].isupper(),
        listed=tuple(listed),
    )


def _lettered(match: re.Match[str], base: int) -> Token:
    """The label `1 (a en b).`"""
    items = BETWEEN_LISTED.split(match["list"])
    listed = tuple(
        ((match["number"], letter.strip().lower()), RANGE_BETWEEN.fullmatch(link) is not None)
        for letter, link in zip(items[::2], ["", *items[1::2]], strict=True)
    )
    rest = match.string[match.end() :]
    style = f"1({match['closing'] or ''}"
    return Token(base, base + match.end(), 0, listed[0][0], style, alone=not rest.strip(), listed=listed)

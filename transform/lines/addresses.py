"""Web addresses that a line end broke (anatomy.md, Text columns: "URLs that a line end broke are joined")."""

from __future__ import annotations

import re

from transform.dutch.words import AFTER_ADDRESS, NEVER_LAST
from transform.lines.marks import first_word

# The last word of a line when it is an address. Matches: "zie https://www.voorbeeld.be/pagina-".
ADDRESS_AT_END = re.compile(r"(?:https?://|www\.)\S+$", re.I)
# Matches: "https://" in "https://www.voorbeeld.be", "www.".
BEGINS_ADDRESS = re.compile(r"https?://|www\.", re.I)
# A word that can carry an address on. Matches: "11/rapport.pdf", "misleidende-reclame", "index.html?id=3".
GOES_ON = re.compile(r"[\w\-./?=&%#~+:,@!()]+", re.I)
# An address that ends so is open: no address is published with such an end.
OPEN_END = tuple("-_=&?%#~+")
# What only addresses have in a word. Matches: "/", "=", ".html", "2021-", "-reclame" after a slash.
ADDRESS_PART = re.compile(r"[/_=&?%#]|\.\w{2,5}\b|\d-|-\w+-")
# After a slash, a word without capitals that is no plain word either. Matches: "misleidende-reclame", "2021".
AFTER_SLASH = re.compile(r"(?=.*[\d\-.])[^A-Z\s]+")


# An address that is nothing but a host. Matches: "https://www.voorbeeld.be/".
HOST = re.compile(r"(?:^|\s|\()(?:https?://)?[\w.\-]+/$", re.I)


def ends_in_address(text: str) -> bool:
    """Whether the last word of a text is an address."""
    if "://" not in text and "www." not in text.lower():
        return False
    return ADDRESS_AT_END.search(text) is not None


def continues_address(before: str, after: str) -> bool:
    """Whether an address at the end of one line goes on at the beginning of the next."""
    word = first_word(after)
    if not GOES_ON.fullmatch(word):
        return False
    if before.endswith("://"):
        return "." in word
    if not ends_in_address(before):
        return False
    if before.endswith(OPEN_END):
        return True
    is_all = word.strip(".,;)") == after.strip(" .,;)") and word[0].islower()
    if before.endswith("/") and (is_all or AFTER_SLASH.fullmatch(word) or _is_last_of_path(before, word)):
        return True
    return not before.endswith((".", ",", ")")) and ADDRESS_PART.search(word.rstrip(".,;)")) is not None


def _is_last_of_path(before: str, word: str) -> bool:
    """Whether a plain word can be the last of a path: after a slash behind the host's, and no word that a sentence goes
    on with after an address."""
    is_path = HOST.search(before) is None
    return is_path and word[0].islower() and word.isalpha() and word not in NEVER_LAST and word not in AFTER_ADDRESS

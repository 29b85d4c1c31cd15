"""References to another question or part of the same document: `zie antwoord op vraag 4`, `cf. deelvraag 2.a`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from records import Reference
from transform.references.searched import Beginnings, SearchedText

KIND = "cross_reference"
QUESTION_WORDS = Beginnings(
    "vraag", "vragen", "deelvraag", "deelvragen", "subvraag", "subvragen", "antwoord", "antwoorden"
)
POINT_WORDS = Beginnings("punt", "punten", "antwoord", "antwoorden")

# A label as it is cited. Matches: "4", "2.a", "2.a.ii", "2a", "2 a)", "2.a)", "1.1", "b)", "3)".
LABEL = (
    r"(?:\d{1,2}(?:\.\d{1,2}(?!\d)|\.[a-z]\.[ivx]{1,4}(?![\w’'])|[.°]?[a-z](?![\w’'])| ?[a-z]\)|, [a-z]\))?"
    r"|[a-z](?![\w’']))(?:\)|°)?"
)
JOIN = r"(?: ?, ?(?:en )?| (?:en|of|tot en met|tot|t\.e\.m\.|t/m|&) | ?[-–] ?)"
LIST = rf"{LABEL}(?:{JOIN}{LABEL}){{0,15}}"
ONE_LABEL = re.compile(LABEL, re.I)
# What leads to the question's number. Matches: "antwoord op ", "antwoorden bij de ".
ANSWER = r"antwoord(?:en)? (?:op|bij|onder|van|in|aan) (?:de |het )?(?:(?:vorige|bovenstaande|eerdere) )?"
# Matches: "antwoord op vraag 4", "vraag 2.a", "deelvragen 1 en 2", "subvraag b".
QUESTION = re.compile(
    rf"(?<![\w-])(?:{ANSWER})?(?:deel|sub)?vra(?:ag|gen) (?:nr\.? ?|nummer )?(?P<labels>{LIST})(?![\w%°]|[.,]\d)", re.I
)
# Matches: "punt 3", "punten 1 en 2", "antwoord 4", "antwoord onder 1": only after `zie` and its like.
POINT = re.compile(
    rf"(?<![\w-])(?:(?:antwoord(?:en)? (?:op|bij|onder|in) )?punt(?:en)?|antwoord(?:en)?(?: (?:op|bij|onder))?)"
    rf" (?P<labels>{LIST})(?![\w%°]|[.,]\d)",
    re.I,
)
# Matches: "zie ", "(cf. het ", "verwijs ik naar ", "zie ook mijn ".
POINTING = re.compile(
    r"(?<!\w)(?:zie|cfr?\.?|conform|verwijs(?:t|en)?(?: ik| u)? naar|verwezen naar|verwijzing naar|vergelijk)"
    r"(?: ook| hierboven| hieronder| verder| hoger)?(?: (?:het|de|mijn|ons))?"
    r"(?: (?:eerdere|bovenstaande|vorige))?[ :]$",
    re.I,
)
# A question of another kind, or of another time. Matches: "schriftelijke ", "actuele ", "parlementaire ".
OTHER_BEFORE = re.compile(
    r"(?<!\w)(?:schriftelijke|mondelinge|parlementaire|actuele|prejudiciële|eerdere|vroegere|gelijkaardige|"
    r"veelgestelde) $",
    re.I,
)
# Someone else's question. Matches: " van de enquête", " uit de bevraging", " in het formulier", " (2019-2020)".
OWNER = re.compile(
    r",? (?:van|uit) (?!(?:deze|dit|de huidige|de voorliggende|onderhavige|toepassing|belang|hierboven)\b)"
    r"|,? (?:in|bij|op|aan) (?:de|het|een|haar|zijn|hun) (?:\w{1,30} )?\w{0,20}(?:enquête|bevraging|formulier|"
    r"vragenlijst|survey|onderzoek|rapport|studie|examen|toets|brochure|website|quiz|peiling|interview|test|gids|handleiding|FAQ)\b"
    r"|,? (?:d\.?d\. |\(\d{4}-|\(BZ )"
    r"|,? (?:aan|van) (?:de )?(?:federale )?minister\b",
    re.I,
)
# In capitals the word is the heading of a list. Matches: "VRAGEN 1".
HEADING = re.compile(r"VRA(?:AG|GEN) ")
# An amount, no label. Matches: " miljoen", " euro", " op 3".
AMOUNT = re.compile(r" ?(?:miljoen|miljard|euro|procent|%|€|keer|maal|jaar|dagen|op \d)\b", re.I)
# One step of a label in small letters. Matches: "2", "a" and "ii" of "2.a.ii".
STEP = re.compile(r"\d+|(?<=[a-z]\.)[ivx]+|[a-z]")
# Matches: "8" in "8.a,9".
OWN_NUMBER = re.compile(r"\d+")


def written_label(cited: str, number_above: str | None) -> str:
    """The label in its one form: `3a` → `3.a`; a letter alone stands under the number cited before it."""
    steps = STEP.findall(cited.lower())
    if len(steps) == 1 and steps[0].isalpha() and number_above:
        steps.insert(0, number_above)
    return ".".join(steps)


def find_cross_references(searched: SearchedText, labels: Collection[str]) -> Iterator[Reference]:
    """The rows of kind `cross_reference`, in order. `labels`: those of this very document, in their
    one form; a number that is no label of it points elsewhere (references.md, Rows)."""
    if not labels:
        return
    text = searched.text
    found = [
        hit
        for hit in searched.matches(QUESTION, QUESTION_WORDS)
        if not HEADING.match(hit.group()) and not OTHER_BEFORE.search(text[max(0, hit.start() - 40) : hit.start()])
    ]
    found += [
        hit
        for hit in searched.matches(POINT, POINT_WORDS)
        if POINTING.search(text[max(0, hit.start() - 50) : hit.start()])
    ]
    for hit in sorted(found, key=lambda one: one.start()):
        if not OWNER.match(text, hit.end()) and not AMOUNT.match(text, hit.end()):
            yield from _rows(searched, hit, labels)


def _rows(searched: SearchedText, hit: re.Match[str], labels: Collection[str]) -> Iterator[Reference]:
    number_above = _own_number(searched.passage_at(hit.start())[0].section_label)
    first = hit.start()
    for cited in ONE_LABEL.finditer(hit.string, hit.start("labels"), hit.end("labels")):
        label = written_label(cited.group(), number_above)
        if label not in labels and not cited.group()[0].isdigit():
            label = written_label(cited.group(), None)
        if cited.group()[0].isdigit():
            number_above = label.split(".")[0]
        if label in labels:
            start = cited.start() if first != hit.start() else first
            # The bracket behind a label may close the remark that it stands in: "(zie vraag 4)".
            end = cited.start() + len(cited.group().rstrip(")°"))
            yield searched.row(KIND, start, end, number=label)
        first = cited.start()


def _own_number(section_label: str | None) -> str | None:
    """The number that a letter alone stands under: that of the place where it is cited."""
    found = OWN_NUMBER.match(section_label or "")
    return found.group() if found else None

"""Puts the kinds into a composed document that are a matter of its words and labels, and not of its layout.

Truth is kept with the text: what is put in says itself what the tables must say.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from corpus.generator import sentences, words
from corpus.generator.blocks import Paragraphs
from corpus.generator.document import BULLET, LISTED, PROSE, Block, Document, Piece
from corpus.generator.kinds import Kinds
from corpus.generator.marks import BOUND, LINE_BREAK
from corpus.generator.outline import Outline
from corpus.generator.sentences import Writer

# Words of a label in the answer; `{}` is the number (anatomy.md, Enumerations).
WORD_STYLES = [
    "Ad {}.", "Ad {}:", "Ad vraag {}:", "Deelvraag {}:", "Deelvraag {}.", "Antwoord {}:", "Antwoord op vraag {}:",
    "Antwoord op vraag {}.", "Op vraag {}:", "Wat betreft vraag {}:", "Betreft vraag {}:", "Wat vraag {} betreft:",
    "Wat vraag {} betreft,", "Antwoord op vraag {}", "Deelvraag {}",
]  # fmt: skip
JOINT_WORD_STYLES = [
    "Ad {}:", "Ad {}.", "Deelvragen {}:", "Antwoord op vragen {}:", "Op vragen {}:", "Wat betreft vragen {}:",
    "Wat vragen {} betreft,", "Vraag {}:",
]  # fmt: skip
ASKED_WORD_STYLES = ["Deelvraag {}:", "Deelvraag {}.", "Vraag {},", "Vraag {} -"]
DASH_STYLES = ["{} -", "{} –"]
DASHES = ["-", "/", "n.v.t.", "–"]
# Sentences whose end looks like an abbreviation, or like a letter that is a label: none stands alone on a line.
ABBREVIATED = [
    "Een deel ervan gaat naar de VS.", f"Het gaat vooral om producten van klasse{BOUND}A.",
    "De uitvoering ligt bij de beheerder, Everaertsen nv.", f"Dat staat ook in het verslag van het Comité{BOUND}P.",
    f"Daarbij hoort de levering van vitamine{BOUND}D.", "De werken gebeuren door Lammensdorp BV.",
    "De opdracht ging naar de groep Callewaertse e.a.", "Dat blijkt uit de cijfers van de VREG.",
]  # fmt: skip
# What a bullet ends in.
ABBREVIATED_POINTS = ["met de groep Everaertsen BV.", "door Lammensdorp nv.", "uit de VS.", "e.a."]
REQUESTS = [
    "Graag ontving ik voor elk van {theplural} de volgende gegevens:",
    "Kan de minister {theplural} toelichten, met betrekking tot de volgende aspecten?",
    "Graag kreeg ik voor {the} een overzicht van:",
]
ITEMS = [
    "het aantal {plural} per provincie", "de kostprijs van {the}", "de duur van {the}", "{the} in {place}",
    "de evolutie van {some} sinds {year}", "de naam van {the}", "het aandeel van {some} in {region}",
]  # fmt: skip
REFERRING = "Een deel hangt daarvan af, zie ook {} vraag {}."
FEWEST_ITEMS, FEWEST_AFTER_GAP, MOST_REPEATED = 3, 2, 5
# Of these a sentence's last word reads like the label of a letter.
ENDS_LIKE_LETTER = re.compile(rf"{BOUND}[A-Z]\.$")
CLOSED = re.compile(r"[.):/°]$")
SIMPLE_NUMBER = re.compile(r"[1-9]\d?[.)/°]")


def leave_gap(outline: Outline, kinds: Kinds) -> None:
    """Take a number out of the question's enumeration, which counts on after it in the same style."""
    nodes = outline.nodes
    if outline.kind != "numbers" or len(nodes) < 2 + FEWEST_AFTER_GAP or not kinds.tries("gap in the numbers"):
        return
    if len({re.sub(r"\d+", "", node.printed) for node in nodes}) > 1:
        return
    kinds.has("gap in the numbers")
    del nodes[kinds.random.randint(1, len(nodes) - 1 - FEWEST_AFTER_GAP)]


class Habits:
    """Puts kinds into one document."""

    def __init__(self, document: Document, outline: Outline, kinds: Kinds, year: int) -> None:
        self.document, self.outline, self.kinds, self.random = document, outline, kinds, kinds.random
        self.writer = Writer(kinds.random, year)
        self.paragraphs = Paragraphs(self.writer, document.features)
        self.answer = document.answer or []
        self.parts = [piece for piece in self.answer if piece.label]
        repeated = {
            "questions repeated before the answers",
            "question repeated inside its part",
            "answered label again",
        }
        self.repeats = bool(repeated & document.features)

    def put_in(self) -> None:
        """Put in what can be had."""
        self._notice()
        self._bullets_under_title()
        self._items_that_ask_nothing()
        self._number_twice()
        self._letters_repeated()
        self._joined_letters()
        self._reprinted()
        self._dash_for_answer()
        self._wrapped_reference()
        self._abbreviation_before_label()
        self._bullets_after_abbreviations()

    # ------------------------------------------------------------------------------------------ notice and title

    def _notice(self) -> None:
        heads = self.document.heads
        if not heads.notice:
            return
        if (
            "de ministers" in heads.notice
            and "ook" not in heads.notice
            and self.kinds.has("minister before every name")
        ):
            each = heads.notice.replace("de ministers", "minister")
            heads.notice = re.sub(r"(, | en )(?=[A-Z])", r"\1minister ", each)
        if self.kinds.has("notice in brackets"):
            opening, closing = self.random.choice(("()", "()", "[]"))
            heads.notice = f"{opening}{heads.notice}{closing}"
        elif self.kinds.has("notice behind an asterisk"):
            heads.notice = f"{self.random.choice(('* ', '*', '(*) '))}{heads.notice}"

    def _bullets_under_title(self) -> None:
        if self.document.preamble and self.kinds.has("bullets under the title"):
            bullets = [block for block in self.paragraphs.bullets() if block.shape == BULLET]
            ended = [replace(block, text=f"{block.text.rstrip(';.')}.") for block in bullets]
            self.document.preamble[:0] = [replace(one, text=one.text[0].upper() + one.text[1:]) for one in ended]

    # ------------------------------------------------------------------------------------------ questions

    def _items_that_ask_nothing(self) -> None:
        asked = self.document.sub_questions
        is_plain = all(piece.label and "." not in piece.label and SIMPLE_NUMBER.match(piece.printed) for piece in asked)
        can_be = self.outline.kind == "numbers" and is_plain and len(asked) >= FEWEST_ITEMS and not self.repeats
        if not can_be or not self.document.preamble or not self.kinds.has("items that ask nothing"):
            return
        self.document.preamble.append(Block(self.writer.sentence(REQUESTS)))
        for place, piece in enumerate(asked):
            stop = "." if place == len(asked) - 1 else ";"
            piece.blocks = [Block(f"{self.writer.sentence(ITEMS)}{stop}")]

    def _number_twice(self) -> None:
        """The member numbers two questions alike: the second is text of the first."""
        asked = self.document.sub_questions
        places = [
            at
            for at, piece in enumerate(asked[1:], start=1)
            if piece.label != "1" and SIMPLE_NUMBER.fullmatch(piece.printed) and _is_prose(piece)
        ]
        is_plain = self.outline.kind == "numbers" and not any(node.children for node in self.outline.nodes)
        is_plain = is_plain and "items that ask nothing" not in self.kinds.features
        if not (is_plain and places and not self.repeats and self.kinds.has("number twice")):
            return
        piece = asked[self.random.choice(places)]
        again = self.writer.sentence(sentences.QUESTIONS)
        piece.blocks.append(Block(f"{piece.printed} {again}", LISTED))

    # ------------------------------------------------------------------------------------------ answers

    def _letters_repeated(self) -> None:
        """A part that has its letters under it repeats the question with the question's letters."""
        is_lettered = self.outline.kind in ("numbers", "romans")
        if not is_lettered or not self.kinds.tries("questions repeated with their letters") or self.repeats:
            return
        asked = {piece.label: piece for piece in self.document.sub_questions}
        printed = {piece.label: piece.printed for piece in self.parts}
        for node in self.outline.nodes:
            part = next((one for one in self.parts if one.label == node.label), None)
            pieces = [asked[node.label], *(asked[child.label] for child in node.children)]
            same = all(printed.get(child.label) == child.printed for child in node.children)
            flat = not any(child.children for child in node.children)
            few = 0 < len(node.children) <= MOST_REPEATED
            if part and few and not part.blocks and same and flat and all(map(_is_prose, pieces)):
                self.kinds.has("questions repeated with their letters")
                part.blocks = [replace(pieces[0].blocks[0], rows=())]
                part.blocks += [Block(f"{piece.printed} {piece.blocks[0].text}", LISTED) for piece in pieces[1:]]

    def _joined_letters(self) -> None:
        """All letters of a number answered together: `1 (a en b).`, `1.a-c)`."""
        if self.outline.kind != "numbers" or not self.kinds.tries("joined labels and letters"):
            return
        for node in self.outline.nodes:
            letters = [child.step for child in node.children]
            parts = [part for part in self.parts if part.label and part.label.startswith(f"{node.label}.")]
            own = next((part for part in self.parts if part.label == node.label), None)
            whole = [part.label for part in parts] == [child.label for child in node.children]
            if not own or own.blocks or not whole or not parts or any(child.children for child in node.children):
                continue
            self.kinds.has("joined labels and letters")
            first, last, listed = letters[0], letters[-1], words.office(letters)
            ways = [f"{node.label} ({listed}).", f"{node.label}.{first}-{last})", f"{node.label} ({first}-{last})."]
            ways += [f"{node.label} ({first} t.e.m. {last}):"] if len(letters) > 2 else []
            joined = Piece("answer_part", ",".join(child.label for child in node.children), self.random.choice(ways))
            joined.blocks = parts[0].blocks
            at = next(place for place, one in enumerate(self.answer) if one is own)
            self.answer[at : at + 1 + len(parts)] = [joined]
            self.parts = [piece for piece in self.answer if piece.label]

    def _reprinted(self) -> None:
        """Labels with words, with a dash, and joined in other ways."""
        if self.outline.kind != "numbers" or self.repeats:
            return
        asked, letters = self.document.sub_questions, any(node.children for node in self.outline.nodes)
        tops = [piece for piece in asked if piece.label and piece.label.isdigit()]
        numbers = [part for part in self.parts if part.label and part.label.isdigit()]
        joint = [part for part in self.parts if part.label and "," in part.label and "." not in part.label]
        if joint and self.kinds.has("joined labels and letters"):
            for part in joint:
                part.printed = self._joined(part.labels)
        if len(numbers) > 1 and self.kinds.has("words of labels"):
            style, joint_style = self.random.choice(WORD_STYLES), self.random.choice(JOINT_WORD_STYLES)
            for part in numbers:
                part.printed = style.format(part.label)
            for part in joint:
                part.printed = joint_style.format(words.office(part.labels))
            if self.random.random() < 0.3:
                style = self.random.choice(ASKED_WORD_STYLES)
                for piece in tops:
                    piece.printed = style.format(piece.label)
        elif len(tops) > 2 and not letters and self.kinds.has("number with a dash"):
            style = self.random.choice(DASH_STYLES)
            # `2 - 339.526 euro` could be a range.
            too = [part.label for part in self.parts] == [piece.label for piece in tops]
            too = too and self.random.random() < 0.5 and not any(part.blocks[0].text[0].isdigit() for part in numbers)
            for piece in [*tops, *(numbers if too else [])]:
                piece.printed = style.format(piece.label)

    def _joined(self, labels: list[str]) -> str:
        """One more way to print the numbers of a part."""
        ways = [f"{joint.join(labels)}." for joint in ("/", " / ", " + ", "+", " & ", "; ", ", ")]
        ways += [f"{', '.join(labels[:-1])} et {labels[-1]}.", f"Vraag {words.office(labels)}:"]
        consecutive = int(labels[-1]) - int(labels[0]) == len(labels) - 1
        ways += [f"Vraag {labels[0]}-{labels[-1]}", f"Vragen {labels[0]} - {labels[-1]}:"] if consecutive else []
        return self.random.choice(ways)

    def _dash_for_answer(self) -> None:
        """A part or two that are nothing but a dash."""
        # A dash behind a label without a closing, or between labels of several, could be the label's.
        whole = [
            part for part in self.parts if part.blocks and "," not in (part.label or "") and CLOSED.search(part.printed)
        ]
        answered = self.document.status == "answered" and "aanvullend" not in self.document.heads.note.lower()
        if not answered or len(whole) < 3 or self.repeats or not self.kinds.has("a dash for an answer"):
            return
        for part in self.random.sample(whole[:-1], self.random.choice((1, 1, 2))):
            part.blocks = [Block(self.random.choice(DASHES))]

    def _wrapped_reference(self) -> None:
        """`zie ook vraag` at a line's end, `4.` alone on the next, and label 4 under it."""
        places = [
            at
            for at, part in enumerate(self.parts[:-1])
            if part.blocks
            and part.blocks[-1].shape == PROSE
            and self.parts[at + 1].printed == f"{self.parts[at + 1].label}."
        ]
        answered = self.outline.kind == "numbers" and self.document.status == "answered"
        if answered and places and self.kinds.has("wrapped cross-reference"):
            at = self.random.choice(places)
            label = self.parts[at + 1].label or ""
            before = self.random.choice(("", "het antwoord op", "ook het antwoord op"))
            text = f"{self.writer.sentence(sentences.ANSWERS)} Zie {before} vraag {LINE_BREAK}{label}.".replace(
                "  ", " "
            )
            self.parts[at].blocks.append(Block(text, rows=({"kind": "cross_reference", "number": label},)))

    # ------------------------------------------------------------------------------------------ abbreviations

    def _abbreviation_before_label(self) -> None:
        places = [
            piece
            for piece, following in pairwise(self.document.pieces)
            if _ends_in_prose(piece) and following.label and _side(piece) == _side(following)
        ]
        lettered = any(node.children or not node.label.isdigit() for node in self.outline.nodes)
        ends = [one for one in ABBREVIATED if not (lettered and ENDS_LIKE_LETTER.search(one))]
        if places and not self.repeats and self.kinds.has("abbreviation before a label"):
            for piece in self.random.sample(places, min(len(places), 2)):
                text = f"{piece.blocks[-1].text} {self.random.choice(ends)}"
                piece.blocks[-1] = replace(piece.blocks[-1], text=text)

    def _bullets_after_abbreviations(self) -> None:
        pieces = [piece for piece in self.document.pieces if any(block.shape == BULLET for block in piece.blocks)]
        if not pieces or self.repeats or not self.kinds.has("bullets after abbreviations"):
            return
        for piece in pieces:
            for at, block in enumerate(piece.blocks):
                if block.shape == BULLET:
                    # A bullet follows; only that shows the end of one that ends so.
                    has_next = at + 1 < len(piece.blocks) and piece.blocks[at + 1].shape == BULLET
                    shortened = has_next and self.random.random() < 0.6
                    ending = f" {self.random.choice(ABBREVIATED_POINTS)}" if shortened else "."
                    piece.blocks[at] = replace(block, text=f"{block.text.rstrip(';.')}{ending}")


def _side(piece: Piece) -> str:
    return "answer" if piece.kind.startswith("answer") else "question"


def _ends_in_prose(piece: Piece) -> bool:
    return bool(piece.blocks) and piece.blocks[-1].shape == PROSE and piece.blocks[-1].text not in DASHES


def _is_prose(piece: Piece) -> bool:
    return len(piece.blocks) == 1 and piece.blocks[0].shape == PROSE

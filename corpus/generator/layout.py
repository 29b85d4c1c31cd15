"""How a document is laid out: width, blank lines, pages, labels, notes. What a rewrite changes is a field here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from corpus.generator.document import Document
from corpus.generator.marks import plain

# How a page's foot and head look; `{page}`, `{pages}`, `{number}` and `{session}` are filled in.
# Feet and heads that say what they are; they stand without a form feed, too.
TELLING_FEET = [
    ["Pagina {page} van {pages}"], ["- Pagina {page} -"], ["Vlaams Parlement – 1011 Brussel – www.vlaamsparlement.be"],
    ["Vlaams Parlement – 1011 Brussel", "Pagina {page} van {pages}"],
]  # fmt: skip
# Feet that are told by the form feed after them.
PAGED_FEET = [["{page}"], ["- {page} -"], ["{page}/{pages}"], ["Vlaams Parlement – Schriftelijke vragen", "{page}"]]
PAGED_HEADS = [
    [], [], ["Schriftelijke vraag nr. {number} – {session}"], ["Vlaams Parlement"], ["SV nr. {number} – {session}"],
]  # fmt: skip

GLUED_BRACKET, FOOT = "bracket", "foot"
# In flattened text only a word that cannot belong to a title shows where the preamble begins.
OPENERS = set("De Het In Uit Volgens Sinds Daarom Wie Op Tussen Een Dat Aan".split())
# Characters without a width, which extractors leave before labels.
INVISIBLE, INVISIBLE_SHARE = ["\u200b", "\ufeff", "\u2060", "\u00ad"], 0.6


@dataclass(frozen=True)
class Layout:
    """The layout of one document."""

    width: int | None = 88
    """The number of characters a line holds; None: every paragraph is one line."""
    trailing: bool = False
    """Each wrapped line ends in a blank."""
    blank_paragraphs: bool = False
    """A blank line stands between paragraphs."""
    blank_items: bool = False
    """A blank line stands between the enumerated pieces."""
    blank_heads: bool = False
    """A blank line stands after heading and title."""
    labels_alone: bool = False
    """Labels stand alone on their lines."""
    labels_glued: bool = False
    """No blank stands after a label that ends in a bracket."""
    bullets_alone: bool = False
    """Bullets stand alone on their lines, too."""
    indented: bool = False
    """A blank stands before the first line."""
    letters_joined: bool = False
    """A number and its first letter share a line."""
    hyphens: bool = False
    """Long words are broken at a line's end."""
    justified: int = 0
    """How many lines are torn to one word a line."""
    torn: bool = False
    """A blank line stands in the middle of a sentence."""
    page_rows: int | None = None
    """How many lines a page holds; None: no page shows."""
    form_feed: bool = False
    foot: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    note_style: str = GLUED_BRACKET
    """`bracket`: `[1]`, the notes at the end of their side; `foot`: `1`, at the foot of the page."""
    line_end: str = "\n"
    flat: bool = False
    """Everything on a single line."""
    several_blanks: bool = False
    """Several blanks stand in flattened text where blank lines were."""
    glued: bool = False
    """Line ends before labels and bullets are lost without a trace."""
    first_in_line: bool = False
    """The first label stands in the line that the preamble ends in."""
    joint_in_line: bool = False
    """A label of several questions stands in the line that the part before it ends in."""
    narrow: int | None = None
    """The wrapped lines are wrapped once more at this width."""
    long_line: str = ""
    """The text of the one paragraph that is not wrapped."""
    page_kind: str = ""
    """The kind of the furniture, where that is one of `corpus.generator.kinds`: a foot then ends the last page, too."""
    hyphen: str = "-"
    """The character at a line's end that breaks a word."""
    hyphen_for_line_end: bool = False
    """That character stands for the line's end, which is lost."""
    soft_hyphens: bool = False
    """Compounds have soft hyphens, and are broken at them."""
    zero_width: bool = False
    ligatures: bool = False
    decomposed: bool = False
    """Letters with accents are two characters."""
    invisible: bool = False
    """Invisible characters stand before labels."""


def before_label(random: Random, line: str) -> str:
    """A line that begins with a label, more often than not with an invisible character before it."""
    return f"{random.choice(INVISIBLE)}{line}" if random.random() < INVISIBLE_SHARE else line


def unwrapped(layout: Layout, features: set[str]) -> Layout:
    """The layout without what only wrapped lines have, for a document that no line end shows the width of: nobody could
    tell its paragraphs. `features` are those of the document, and are set right."""
    features -= {"wrapped", "hyphens at line ends", "one word a line", "blank line in a sentence"}
    features -= {"other hyphens at line ends", "lines of one word", "wrapped twice", "one long line"}
    features -= {"wrapped cross-reference"}
    features.add("not wrapped")
    layout = replace(layout, hyphen="-", hyphen_for_line_end=False, narrow=None, long_line="")
    return replace(layout, width=None, hyphens=False, justified=0, torn=False)


def compose_layout(random: Random, document: Document) -> Layout:
    """A layout; what is special about it is added to the document's features."""
    features = document.features
    opening = plain(document.preamble[0].text).split(" ")[0] if document.preamble else ""
    if random.random() < 0.08 and opening in OPENERS:
        features.add("flattened")
        return Layout(width=None, flat=True, letters_joined=True)
    width = None if random.random() < 0.2 else random.choice((random.randint(60, 120), random.randint(84, 96)))
    features.add("not wrapped" if width is None else "wrapped")
    blank_items = random.random() < 0.5
    pages: dict[str, int | bool | tuple[str, ...] | None] = {}
    if random.random() < 0.3:
        features.add("page breaks")
        pages["page_rows"] = random.randint(14, 45)
        pages["form_feed"] = random.random() < 0.6
        if pages["form_feed"]:
            pages["foot"] = tuple(random.choice(TELLING_FEET + PAGED_FEET))
            pages["head"] = tuple(random.choice(PAGED_HEADS))
        else:
            pages["foot"] = tuple(random.choice(TELLING_FEET))
    return Layout(
        width=width,
        trailing=random.random() < 0.4,
        blank_items=blank_items,
        blank_paragraphs=blank_items and random.random() < 0.8,
        blank_heads=random.random() < 0.6,
        # A figure `1.1` alone on its line would be a cell.
        labels_alone=_mark(random, 0.1, "labels alone", features) if "dotted labels" not in features else False,
        labels_glued=_mark(random, 0.06, "labels glued", features),
        bullets_alone=_mark(random, 0.1, "bullets alone", features) if "bullets" in features else False,
        indented=random.random() < 0.05,
        letters_joined=random.random() < 0.5,
        hyphens=_mark(random, 0.35, "hyphens at line ends", features) if width else False,
        justified=1 if width and _mark(random, 0.06, "one word a line", features) else 0,
        torn=_mark(random, 0.05, "blank line in a sentence", features) if width else False,
        note_style=random.choice((GLUED_BRACKET, FOOT)),
        **pages,  # type: ignore[arg-type]
    )


def _mark(random: Random, share: float, feature: str, features: set[str]) -> bool:
    if random.random() < share:
        features.add(feature)
        return True
    return False

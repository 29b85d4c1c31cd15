"""The enumeration of the sub-questions: how many, how deep, and how each level's labels are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
LETTERS = "abcdefghijkl"

# Styles of the first level and how often each is taken; `{}` is the number, the letter or the numeral.
NUMBER_STYLES = {"{}.": 10, "{})": 5, "{}/": 2, "{}°": 2, "Vraag {}": 1, "Vraag {}:": 1, "Vraag {}.": 1}
LETTER_STYLES = {"{})": 8, "{}.": 4, "({})": 3}
ROMAN_STYLE = "{}."
# Third level: Roman numerals under letters.
NUMERAL_STYLES = {"{})": 4, "({})": 2, "{}.": 1}

MOST_TOPS = 30


@dataclass
class Node:
    """One enumerated question of the outline."""

    label: str
    """As the tables write it."""
    printed: str
    """As the question prints it."""
    children: list[Node] = field(default_factory=list)
    is_empty: bool = False
    """Letters follow its label at once."""
    is_heading: bool = False
    """Its text is a heading, not a question."""

    def walk(self) -> Iterator[Node]:
        """The node and all under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def step(self) -> str:
        """The last step of its label: `a` of `2.a`."""
        return self.label.rpartition(".")[2]


@dataclass
class Outline:
    """The whole enumeration; without a node, the question is not enumerated."""

    nodes: list[Node] = field(default_factory=list)
    kind: str = "none"
    """`numbers`, `romans`, `letters`, `dotted` (1.1), `full` (1.a) without a 1 of its own), or `none`."""
    style: str = ""
    """How the first level is printed."""
    letter_style: str = ""
    """How the second level is printed."""

    def walk(self) -> Iterator[Node]:
        """All nodes in reading order."""
        for node in self.nodes:
            yield from node.walk()

    @property
    def labels(self) -> list[str]:
        """All labels in reading order."""
        return [node.label for node in self.walk()]


def pick(random: Random, styles: dict[str, int]) -> str:
    """One of the styles, the usual ones more often."""
    return random.choices(list(styles), list(styles.values()))[0]


def how_many(random: Random) -> int:
    """How many first-level questions: mostly three to eight, up to thirty."""
    chance = random.random()
    if chance < 0.04:
        return 1
    if chance < 0.86:
        return random.randint(2, 8)
    return random.randint(9, 14) if chance < 0.96 else random.randint(15, MOST_TOPS)


def compose_outline(random: Random, features: set[str]) -> Outline:
    """An enumeration of the sub-questions; what is special about it is added to `features`."""
    chance = random.random()
    if chance < 0.05:
        features.add("no enumeration")
        return Outline()
    if chance < 0.12:
        features.add("letters without numbers")
        return _letters_only(random, features)
    if chance < 0.17:
        features.add("dotted labels")
        return _dotted(random)
    if chance < 0.21:
        features.add("labels of number and letter")
        return _full(random)
    kind = "romans" if chance < 0.26 else "numbers"
    style = ROMAN_STYLE if kind == "romans" else pick(random, NUMBER_STYLES)
    letter_style = pick(random, LETTER_STYLES)
    upper = random.random() < 0.1
    if kind == "romans":
        features.add("Roman numerals")
    tops = how_many(random) if kind == "numbers" else random.randint(2, 8)
    later, change_at = style, tops + 1
    if kind == "numbers" and tops > 4 and random.random() < 0.06:
        features.add("style changes")
        later, change_at = pick(random, {"{}.": 1, "{})": 1, "{}/": 1}), random.randint(3, tops)
    outline = Outline(kind=kind, style=style, letter_style=letter_style)
    lettered = random.choice((0, 0, 0.15, 0.3, 0.6))
    for value in range(1, tops + 1):
        printed = ROMANS[value - 1].upper() if kind == "romans" else str(value)
        node = Node(str(value), (later if value >= change_at else style).format(printed))
        if random.random() < lettered:
            features.add("letters under numbers")
            _add_letters(random, node, letter_style, upper, features)
        outline.nodes.append(node)
    if tops >= 10:
        features.add("ten or more questions")
    return outline


def _add_letters(random: Random, node: Node, style: str, upper: bool, features: set[str]) -> None:
    chance = random.random()
    node.is_empty = chance < 0.3
    node.is_heading = 0.3 <= chance < 0.7
    numeral_style = pick(random, NUMERAL_STYLES)
    for letter in LETTERS[: random.choice((2, 2, 3, 3, 4, 5))]:
        child = Node(f"{node.label}.{letter}", style.format(letter.upper() if upper else letter))
        if not upper and numeral_style != style and random.random() < 0.05:
            features.add("three levels")
            child.is_heading = True
            child.children = [
                Node(f"{child.label}.{numeral}", numeral_style.format(numeral))
                for numeral in ROMANS[: random.randint(2, 3)]
            ]
        node.children.append(child)


def _letters_only(random: Random, features: set[str]) -> Outline:
    style, upper = pick(random, LETTER_STYLES), random.random() < 0.3
    outline = Outline(kind="letters", style=style)
    for letter in LETTERS[: random.randint(2, 8)]:
        node = Node(letter, style.format(letter.upper() if upper else letter))
        if not upper and style == "{})" and letter != "h" and random.random() < 0.06:
            features.add("three levels")
            node.is_heading = True
            node.children = [Node(f"{letter}.{numeral}", f"({numeral})") for numeral in ROMANS[:2]]
        outline.nodes.append(node)
    return outline


def _dotted(random: Random) -> Outline:
    """`1.` with `1.1`, `1.2` under it."""
    style, inner = random.choice(("{}.", "{})")), random.choice(("{}.{}", "{}.{}."))
    outline = Outline(kind="dotted", style=style, letter_style=inner)
    tops = random.randint(2, 5)
    for value in range(1, tops + 1):
        node = Node(str(value), style.format(value))
        # The second level is there in the first question, so that everybody sees how it is printed.
        if value == 1 or random.random() < 0.6:
            node.is_heading = True
            node.children = [
                Node(f"{value}.{under}", inner.format(value, under)) for under in range(1, random.randint(3, 5))
            ]
        outline.nodes.append(node)
    return outline


def _full(random: Random) -> Outline:
    """`1.a)`, `1.b)`, `2.a)`: letters that print their number, which has no piece of its own."""
    outline = Outline(kind="full", style="{}.", letter_style="{}.{})")
    for value in range(1, random.randint(3, 6)):
        letters = LETTERS[: random.randint(2, 4)]
        outline.nodes += [Node(f"{value}.{letter}", f"{value}.{letter})") for letter in letters]
    return outline

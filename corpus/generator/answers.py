"""Plans the parts of an answer: which labels, in which order, together or apart, and how each is printed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from corpus.generator.outline import LETTER_STYLES, NUMBER_STYLES, Node, Outline, pick


@dataclass
class Planned:
    """One planned part of the answer."""

    label: str
    """Several joined by commas."""
    printed: str
    is_empty: bool = False
    """It has no text: letters follow."""
    under_asked: bool = False
    """A letter that no sub-question has, under a number that one has."""


class Plan:
    """The planning of one answer."""

    def __init__(self, random: Random, outline: Outline, features: set[str]) -> None:
        self.random, self.outline, self.features = random, outline, features
        self.same_style = outline.kind not in ("romans",) and random.random() < 0.75
        self.number_style = outline.style if self.same_style else pick(random, NUMBER_STYLES)
        if outline.kind in ("letters", "dotted", "full"):
            self.number_style = outline.style
        self.letter_style = outline.letter_style if self.same_style else pick(random, LETTER_STYLES)
        self.later_style, self.change_at = self.number_style, len(outline.nodes) + 1
        if outline.kind == "numbers" and len(outline.nodes) > 3 and random.random() < 0.04:
            features.add("style changes")
            self.later_style, self.change_at = random.choice(("{}.", "{})")), random.randint(2, len(outline.nodes))
        self.prints_number = outline.kind == "numbers" and random.random() < 0.1
        """Letters print their number too: `1.a)`."""
        if not self.same_style and outline.kind in ("numbers", "romans"):
            features.add("answer in another style")

    def parts(self) -> list[Planned]:
        """The parts in reading order."""
        groups = self._groups()
        tops = self.outline.nodes
        if self.outline.kind in ("numbers", "romans") and len(groups) > 2 and self.random.random() < 0.1:
            self.features.add("answers out of order")
            self.change_at = len(tops) + 1  # out of order, the neighbours' style tells the labels
            self.random.shuffle(groups)
        if len(groups) > 2 and self.outline.kind != "full" and self.random.random() < 0.08:
            self.features.add("questions without an answer")
            del groups[self.random.randrange(len(groups))]
            self.change_at = len(tops) + 1  # and so it does after a gap
        if self.prints_number and any(node.children for node in tops):
            self.features.add("labels of number and letter")
        return [part for group in groups for part in self._group(group)]

    def _groups(self) -> list[list[Node]]:
        """The first-level questions, those that are answered together side by side."""
        nodes = self.outline.nodes
        combining = 0.0
        if self.outline.kind in ("numbers", "romans", "dotted") and self.random.random() < 0.3:
            combining = self.random.choice((0.2, 0.5, 1.0))
        groups: list[list[Node]] = []
        at = 0
        while at < len(nodes):
            size = 1
            if self.random.random() < combining:
                size = min(self.random.choice((2, 2, 3, 4, 5)), len(nodes) - at)
            groups.append(nodes[at : at + size])
            at += size
        return groups

    def _group(self, group: list[Node]) -> list[Planned]:
        if len(group) > 1:
            self.features.add("combined labels")
            return [Planned(",".join(node.label for node in group), self._combined([node.label for node in group]))]
        return self._node(group[0])

    def _node(self, node: Node) -> list[Planned]:
        if self.outline.kind in ("letters", "full"):
            own = Planned(node.label, node.printed, is_empty=bool(node.children))
            return [own, *(part for child in node.children for part in self._node(child))]
        own = Planned(node.label, self._number(node.label))
        if not node.children:
            if self.outline.kind == "numbers" and self.random.random() < 0.02:
                self.features.add("letters that nobody asked")
                letters = [
                    Planned(f"{node.label}.{one}", self._letter(node.label, one), under_asked=True) for one in "ab"
                ]
                return [own, *letters]
            return [own]
        chance = self.random.random()
        if chance < 0.2:
            self.features.add("letters answered by their number")
            return [own]
        own.is_empty = True
        kept = node.children
        if chance < 0.3 and len(kept) > 2:
            self.features.add("questions without an answer")
            kept = kept[:-1]
        if chance > 0.9 and not self.prints_number and self.outline.kind != "dotted":
            return [own, *self._combined_letters(node)]
        children = [part for child in kept for part in self._child(node, child)]
        return children if self.prints_number else [own, *children]

    def _combined_letters(self, node: Node) -> list[Planned]:
        """`a) en b)` as one part, the letters after them each its own."""
        self.features.add("combined letters")
        first, second, *others = node.children
        one, other = (self._letter(node.label, child.step) for child in (first, second))
        both = Planned(f"{first.label},{second.label}", f"{one} en {other}")
        return [both, *(part for child in others for part in self._child(node, child))]

    def _child(self, node: Node, child: Node) -> list[Planned]:
        printed = child.printed if self.outline.kind == "dotted" else self._letter(node.label, child.step)
        own = Planned(child.label, printed)
        if not child.children:
            return [own]
        if self.random.random() < 0.3:
            return [own]
        own.is_empty = True
        return [own, *(Planned(one.label, one.printed) for one in child.children)]

    def _number(self, label: str) -> str:
        late = label.isdigit() and int(label) >= self.change_at
        return (self.later_style if late else self.number_style).format(label)

    def _letter(self, number: str, letter: str) -> str:
        if self.prints_number:
            return f"{number}.{letter})"
        sample = next((child.printed for node in self.outline.nodes for child in node.children), "")
        upper = self.same_style and any(one.isupper() for one in sample)
        return self.letter_style.format(letter.upper() if upper else letter)

    def _combined(self, labels: list[str]) -> str:
        """One way to print the labels of a part that answers several questions in a row."""
        first, last = labels[0], labels[-1]
        closing = self.number_style[-1] if self.number_style[-1] in ".)/°" else "."
        comma = ", ".join(labels[:-1])
        closed = ", ".join(f"{one}{closing}" for one in labels[:-1])
        ways = [
            f"{comma}, {last}{closing}",
            f"{comma} en {last}{closing}",
            f"{closed} en {last}{closing}",
            f"{first}-{last}{closing}",
            f"{first} t.e.m. {last}{closing}",
            f"{first}{closing} t.e.m. {last}{closing}",
            f"{first} tot {last}{closing}",
            f"{first} tot en met {last}{closing}",
            f"Vragen {first} tot {last}",
            f"Vragen {comma} en {last}",
            f"Vragen {first} t.e.m. {last}:",
        ]
        if not _count_on(labels):
            ways = [ways[0], ways[1], ways[2], ways[9]]  # no range
        return self.random.choice(ways)


def _count_on(labels: list[str]) -> bool:
    """Whether numbers follow each other without a gap."""
    return not labels[0].isdigit() or int(labels[-1]) - int(labels[0]) == len(labels) - 1

"""Whether doubt is told where there is reason to: how many documents have a doubt warning
(`transform.warnings.DOUBTS`), and how many of those with and of those without one are right.

Where line ends are kept, hardly a document is wrong. So generated documents are told again with line ends lost at
random, which no export does so badly: then labels stand in mid-line, and many cannot be told any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from random import Random

from corpus.annotations import Annotation
from corpus.generator.generate import generate
from records import ParsedDocument, RawDocument, SegmentKind
from transform.parse import parse_document
from transform.warnings import DOUBTS

DAMAGED = 400
"""So many generated documents are damaged."""
RUNNING = (SegmentKind.PREAMBLE, SegmentKind.SUB_QUESTION, SegmentKind.ANSWER_INTRO, SegmentKind.ANSWER_PART)
# With the blanks around it, and more than one. Matches: " \n\n" in "zijn? \n\n2. Welke".
LINE_ENDS = re.compile(r"[ \t]*(?:\r?\n\s*)+")
# What a line ends with where a line end can be lost without a trace. Matches: "?" in "zijn?".
CLAUSE_ENDS = (".", "?", "!", ":", ";", ")")
PROCESSES, CHUNK = 2, 10


@dataclass(frozen=True)
class Damage:
    """How line ends of running text are lost."""

    share: float
    """How many of them, from 0 to 1."""
    leaves_blank: bool
    """Whether a blank stands in the place of each; else of those only that no clause ends at."""


DAMAGES = {
    "one line end in fifteen a blank": Damage(1 / 15, True),
    "every other line end a blank": Damage(1 / 2, True),
    "every line end lost": Damage(1, False),
}


def is_doubtful(document: ParsedDocument) -> bool:
    """Whether a document has a doubt warning."""
    return any(one.code in DOUBTS for one in document.warnings)


def damaged(annotation: Annotation, damage: Damage, random: Random) -> str:
    """The text of a document with line ends of its running text lost; headers, title and notes keep theirs."""

    def lost(match: re.Match[str]) -> str:
        if random.random() >= damage.share:
            return match.group()
        return "" if not damage.leaves_blank and match.string[: match.start()].endswith(CLAUSE_ENDS) else " "

    text, stretches = "", annotation.stretches
    for stretch, following in zip(stretches, [*stretches[1:], None], strict=True):
        if stretch.kind not in RUNNING:
            text += stretch.text
            continue
        keeps_last = following is None or following.kind not in RUNNING
        kept = stretch.text[len(stretch.text.rstrip()) :] if keeps_last else ""
        text += LINE_ENDS.sub(lost, stretch.text[: len(stretch.text) - len(kept)]) + kept
    return text


def _labels(document: ParsedDocument) -> object:
    return [one.label for one in document.sub_questions], [one.labels for one in document.answer_parts]


def _measure(damage: Damage, task: tuple[int, int]) -> tuple[bool, bool] | None:
    """Whether a damaged document has the labels that it had, and whether doubt is told; None where it has no lines."""
    seed, number = task
    one = generate(seed, number)
    if "\n" not in one.raw_text.strip():
        return None
    whole, parsed = (
        parse_document(RawDocument(one.document.name, 0, "", "utf-8", text))
        for text in (one.raw_text, damaged(one.annotation, damage, Random(f"damage {seed}/{number}")))
    )
    return _labels(whole) == _labels(parsed), is_doubtful(parsed)


def counted(measured: Iterable[tuple[bool, bool]]) -> dict[str, list[int]]:
    """How many documents are right, and of how many, among those with doubt and among the others."""
    found = {"doubtful": [0, 0], "certain": [0, 0]}
    for is_right, has_doubt in measured:
        row = found["doubtful" if has_doubt else "certain"]
        row[0] += is_right
        row[1] += 1
    return found


def doubt_now(seed: int) -> dict[str, dict[str, list[int]]]:
    """The figures of damaged documents, now, by damage."""
    tasks = [(seed, number) for number in range(DAMAGED)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        return {
            name: counted(one for one in pool.map(partial(_measure, damage), tasks, chunksize=CHUNK) if one)
            for name, damage in DAMAGES.items()
        }

"""Reads the annotations under `tests/annotations`: what a parser must make of the sample documents in `data/raw`.

`NAME.gold.txt` is a document's text with marks between its pieces (docs/samples.md describes them), and
`NAME.fields.json` holds what the tables must say about it. `special/` holds the documents that no dataset shows
as a question of its own source: one of several in a file, one that a later copy replaces, one that is rejected.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data" / "raw"
ANNOTATIONS = ROOT / "tests" / "annotations"

# A line with its end; only `\n` ends a line, a form feed stays inside.
LINE = re.compile(r"[^\n]*\n|[^\n]+")
# Begins a piece on a line of its own. Matches: "@@ sub_question 2.a".
LINE_MARK = re.compile(r"@@ (?P<kind>[a-z_]+)(?: (?P<label>\S+))?")
# Begins a piece in mid-line. Matches: "@@[answer_part 8,9]".
INLINE_MARK = re.compile(r"@@\[([a-z_]+)(?: ([^\]]+))?\]")
ROMAN = {"1": "i", "2": "ii", "3": "iii", "4": "iv", "5": "v", "6": "vi"}
# The words between and before labels. Matches: "Vragen", "en", "t.e.m.".
LABEL_WORDS = re.compile(r"vra(?:ag|gen)|t\.e\.m\.|\btot\b|\ben\b", re.I)


@dataclass(frozen=True)
class Stretch:
    """Text of one piece up to the next mark; a piece that a page foot interrupts has several stretches."""

    kind: str
    label: str | None
    text: str


@dataclass(frozen=True)
class Annotation:
    """What one sample document is, and what the tables must say about it."""

    name: str
    stretches: tuple[Stretch, ...]
    fields: dict[str, Any]

    @property
    def source(self) -> str:
        """The name of the file in `data/raw` that the document stands in."""
        return str(self.fields["source"])

    @property
    def position(self) -> int:
        """Which document of its file it is, from 0."""
        return int(self.fields.get("source_position", 0))

    @property
    def is_rejected(self) -> bool:
        """It is no written question, and must be a row with a reason."""
        return self.fields.get("document_status") == "rejected"

    @property
    def text(self) -> str:
        """The document's text: the annotation without its marks."""
        return "".join(stretch.text for stretch in self.stretches)

    @property
    def texts(self) -> dict[str, Any]:
        """The columns that are held to the character: paragraphs, undone wraps and hyphens included."""
        return dict(self.fields.get("texts", {}))

    def pieces(self, *kinds: str) -> dict[tuple[str, str | None], str]:
        """The pieces of these kinds in order: their text, with a label as it is printed, all stretches together."""
        found: dict[tuple[str, str | None], str] = {}
        for stretch in self.stretches:
            if stretch.kind in kinds:
                key = (stretch.kind, stretch.label)
                found[key] = found.get(key, "") + stretch.text
        return found

    def without_markers(self, text: str) -> str:
        """`text` without the markers of footnotes that the annotation names."""
        for printed, wanted in self.fields.get("markers", []):
            text = text.replace(printed, wanted)
        return text


def _stretches(gold: str) -> Iterator[Stretch]:
    kind, label, text = "", None, ""
    for line in LINE.findall(gold):
        if mark := LINE_MARK.fullmatch(line.rstrip("\n")):
            yield Stretch(kind, label, text)
            kind, label, text = mark["kind"], mark["label"], ""
            continue
        before, *marked = INLINE_MARK.split(line)
        text += before
        for kind_here, label_here, after in zip(marked[::3], marked[1::3], marked[2::3], strict=True):
            yield Stretch(kind, label, text)
            kind, label, text = kind_here, label_here, after
    yield Stretch(kind, label, text)


def read_annotation(path: Path) -> Annotation:
    """The annotation in `NAME.gold.txt` and the `NAME.fields.json` beside it."""
    name = path.name.removesuffix(".gold.txt")
    gold = path.read_bytes().decode("utf-8")
    fields = json.loads(path.with_name(f"{name}.fields.json").read_text(encoding="utf-8"))
    return Annotation(name, tuple(one for one in _stretches(gold) if one.text), fields)


@cache
def all_annotations() -> tuple[Annotation, ...]:
    """Every annotation, those of `special/` last."""
    folders = (ANNOTATIONS, ANNOTATIONS / "special")
    return tuple(read_annotation(path) for folder in folders for path in sorted(folder.glob("*.gold.txt")))


def source_path(source: str) -> Path:
    """The sample of that name; each name occurs once under `data/raw`."""
    (path,) = SAMPLES.rglob(source)
    return path


def squash(text: str | None) -> str:
    """What two texts share that differ in wraps and hyphens only: no white space, no hyphens."""
    return re.sub(r"[\s\-\u00ad]+", "", text or "")


def is_printed_label(printed: str, label: str) -> bool:
    """Whether `printed` (`(a)`, `2.a)`, `Vragen 2 tot 5`, `II.`) is a way to print the label or labels `label`
    (`2.a`; several: `2,3,4,5`)."""
    bare = re.sub(r"[\W_]", "", LABEL_WORDS.sub("", printed)).lower()
    each = [one.replace(".", "") for one in label.split(",")]
    if len(each) > 1:
        return bare in ("".join(each), each[0] + each[-1])
    return bare in {each[0], label.rsplit(".", 1)[-1], ROMAN.get(label, label)}

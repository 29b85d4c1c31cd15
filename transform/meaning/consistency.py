"""What was not as the layout has it in a document that is cut: labels out of count, markers and notes without each
other, texts that are torn off. Each is a warning with its place; nothing is changed because of one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from records import PlacedWarning
from transform import warnings
from transform.enumerations.counting import Item, Level, level_of, meanings
from transform.lines.footnotes import BRACKETED_MARKER, NoteLines
from transform.lines.labels import Path, Token, written
from transform.lines.lines import Line
from transform.lines.marks import BULLET
from transform.pieces.cutting import Cut
from transform.pieces.pieces import Piece

# A last paragraph of fewer words may be a table's cell or a heading.
FEWEST_WORDS_OF_A_SENTENCE = 6
# Where a text stops that goes on: in a word, after a comma or an opening bracket. Matches: "en", "(zoals", "het,", "(".
STOPS_OPEN = ",(–-"


def check(lines: Sequence[Line], cut: Cut) -> Iterator[PlacedWarning]:
    """What is not as the layout has it in a document that is `cut`. `lines`: all of the document's."""
    labels = cut.labels
    wanted = [*labels.lost, *cut.questions]
    yield from labels_out_of_count(labels.asked, labels.questions)
    yield from labels_left_out(labels.questions)
    yield from unasked_labels(labels.answered, labels.parts, wanted)
    yield from notes_without_markers(lines, cut.notes.values())
    yield from markers_without_notes(cut.text_lines, cut.notes.values())
    if labels.lost:
        first = labels.questions[0]
        yield PlacedWarning(warnings.FIRST_LABELS_MISSING, first.start, first.text_start)
    if cut.is_torn:
        yield from torn_beginning(lines[0])


def labels_out_of_count(tokens: Sequence[Token], items: Sequence[Item]) -> Iterator[PlacedWarning]:
    """The labels among `tokens` that look like the enumeration `items` and do not continue its count (1, 2, 4)."""
    for token, level, last in _left_over(tokens, items):
        if level.value == last.value or level.value > last.value + 1:
            yield PlacedWarning(warnings.LABEL_OUT_OF_COUNT, token.start, token.end)


def labels_left_out(items: Sequence[Item]) -> Iterator[PlacedWarning]:
    """The sub-questions whose number does not follow that of the one before (`1. 3. 4.`)."""
    last = 0
    for item in items:
        top = item.paths[0][0]
        if top.isdigit():
            if last and int(top) > last + 1:
                yield PlacedWarning(warnings.LABEL_LEFT_OUT, item.start, item.text_start)
            last = int(top)


def unasked_labels(
    tokens: Sequence[Token], parts: Sequence[Item], questions: Collection[Path]
) -> Iterator[PlacedWarning]:
    """The labels of an answer that continue the count of its `parts`, and that no sub-question has."""
    tops = {path[0] for path in questions}
    for token, level, last in _left_over(tokens, parts):
        if level.value == last.value + 1 and level.kind == "number" and str(level.value) not in tops:
            yield PlacedWarning(warnings.ANSWER_LABEL_UNASKED, token.start, token.end)


def _left_over(tokens: Sequence[Token], items: Sequence[Item]) -> Iterator[tuple[Token, Level, Level]]:
    """The labels that begin no item though they stand in an item of their own kind and style: the label, what it means,
    and the level of the last item of that kind. Members of a list that counts on inside an item are left out."""
    starts = [item.start for item in items]
    taken = set(starts)
    by_start = {token.start: token for token in tokens}
    levels = [_level_of(item, by_start) for item in items]
    counted: set[tuple[int, str, int]] = set()
    """Lists inside items: the item, the style and how far the list has come."""
    for token in tokens:
        place = bisect_right(starts, token.start) - 1
        if token.start in taken or place < 0 or token.listed or token.follows or len(token.path) > 1:
            continue
        for level in meanings(token):
            goes_on = level.value == 1 or (place, level.style, level.value - 1) in counted
            counted.add((place, level.style, level.value))
            last = next((one for one in reversed(levels[: place + 1]) if one.kind == level.kind), None)
            if token.clean and not goes_on and last is not None and last.style == level.style:
                yield token, level, last


def _level_of(item: Item, tokens: dict[int, Token]) -> Level:
    token, step = tokens.get(item.start), written(item.paths[-1]).rpartition(".")[2]
    for level in meanings(token) if token and len(token.path) == 1 and not token.listed else ():
        if step in (level.step, level.outer):
            return level
    return level_of(step, item.style)


def notes_without_markers(lines: Sequence[Line], notes: Iterable[NoteLines]) -> Iterator[PlacedWarning]:
    """The notes whose marker was not found. `lines`: all of the document's."""
    for note in notes:
        if not note.places:
            first, last = lines[note.lines.start], lines[note.lines.stop - 1]
            yield PlacedWarning(warnings.NOTE_WITHOUT_MARKER, first.start, last.end)


def markers_without_notes(text_lines: Sequence[Line], notes: Iterable[NoteLines]) -> Iterator[PlacedWarning]:
    """The markers in brackets that no note has. `text_lines`: those of question and answer, without the notes."""
    known = {start for note in notes for start, _ in note.places}
    for line in text_lines:
        for match in BRACKETED_MARKER.finditer(line.text) if "[" in line.text else ():
            if line.start + match.start() not in known:
                start = line.start + match.start() + len(match.group()) - len(match.group().lstrip())
                yield PlacedWarning(warnings.MARKER_WITHOUT_NOTE, start, line.start + match.end())


def torn_beginning(line: Line) -> Iterator[PlacedWarning]:
    """Whether a document whose heading is lost begins with this line in mid-sentence."""
    if line.text[0].islower():
        yield PlacedWarning(warnings.BEGINS_IN_MID_SENTENCE, line.start, line.end)


def torn_end(piece: Piece, text: str, offsets: Sequence[int]) -> Iterator[PlacedWarning]:
    """Whether the last running text of the document stops in mid-sentence: nothing follows its label, or its last
    paragraph is a sentence, no point of a list, and its last character ends none. `text`: the piece's running text,
    with the raw offset of each of its characters."""
    if not text:
        yield PlacedWarning(warnings.ENDS_IN_MID_SENTENCE, piece.char_start, piece.char_end)
        return
    begins = text.rfind("\n") + 1
    paragraph = text[begins:]
    if BULLET.match(paragraph) or len(paragraph.split()) < FEWEST_WORDS_OF_A_SENTENCE:
        return
    if paragraph[-1].isalpha() or paragraph[-1] in STOPS_OPEN:
        yield PlacedWarning(warnings.ENDS_IN_MID_SENTENCE, offsets[begins], offsets[-1] + 1)

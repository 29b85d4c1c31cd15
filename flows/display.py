"""One document for a person to look at: its segments, its parsed fields, its warnings.

The kind and the label of every segment stand on a line of their own; the colour only repeats the kind, so that nothing
is lost in a pipe or with NO_COLOR.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from flows.attempt import Failure, attempt
from flows.shown import cell, shown
from records import ParsedDocument, RawDocument, Segment, SegmentKind
from transform.lines.lines import line_number
from transform.parse import parse_document
from transform.warnings import WARNINGS

COLOURS: Mapping[str, str] = {
    SegmentKind.QUESTION_HEADER: "cyan",
    SegmentKind.TITLE: "bold cyan",
    SegmentKind.PREAMBLE: "default",
    SegmentKind.SUB_QUESTION: "green",
    SegmentKind.FOOTNOTE: "blue",
    SegmentKind.NOTICE: "cyan",
    SegmentKind.ANSWER_HEADER: "magenta",
    SegmentKind.ANSWER_INTRO: "yellow",
    SegmentKind.ANSWER_PART: "yellow",
    SegmentKind.ANNEX: "blue",
    SegmentKind.FURNITURE: "bright_black",
}
"""The colour of each kind of segment."""


def document_view(raw: RawDocument) -> RenderableType:
    """The document, segment by segment, then what was parsed from it."""
    parsed = attempt(parse_document, raw)
    size = f"{len(raw.raw_text):,} characters · {raw.encoding or 'not readable'}"
    heading = Rule(cell(f"{raw.source} · {size}"), align="left")
    if isinstance(parsed, Failure):
        return Group(
            heading,
            _shown(raw.raw_text, "default"),
            Text(f"The parser failed on this document with {shown(parsed.message)}", style="bold red"),
        )
    return Group(
        heading,
        *_segments(raw.raw_text, parsed.segments),
        Rule("Parsed", align="left"),
        *_fields(parsed),
        *_warnings(raw.raw_text, parsed),
    )


def _segments(text: str, segments: Sequence[Segment]) -> Iterable[RenderableType]:
    done = 0
    for segment in segments:
        if missed := text[done : segment.char_start].strip():
            yield Text("in no segment", style="bold red")
            yield _shown(missed, "red")
        done = segment.char_end
        colour = COLOURS.get(segment.kind, "default")
        name = f"{segment.kind} {segment.label}" if segment.label else segment.kind
        yield Text(f"{shown(name)}  [{segment.char_start}:{segment.char_end}]", style=f"{colour} reverse")
        yield _shown(text[segment.char_start : segment.char_end], colour)
    if not segments:
        yield _shown(text, "default")


def _shown(text: str, style: str) -> RenderableType:
    """A span of the document, indented."""
    lines = text.replace("\r\n", "\n").replace("\f", "\n").strip("\n")
    return Padding(Text(shown(lines), style=style), (0, 0, 0, 4), expand=False)


def _fields(parsed: ParsedDocument) -> Iterable[RenderableType]:
    if parsed.question is None:
        yield Text(f"rejected: {shown(parsed.reason)}", style="bold red")
        return
    question, answer = parsed.question, parsed.answer
    yield _grid(
        [
            ("question_id", question.question_id),
            ("layout", parsed.layout),
            ("session", f"{parsed.session} (legislature {question.legislature or 'unknown'})"),
            ("number", question.number),
            ("asked on", question.asked_on),
            ("asker", ", ".join(filter(None, (question.asker, question.asker_party, *question.co_askers)))),
            ("addressee", question.addressee),
            ("role", question.addressee_role),
            ("portfolios", ", ".join(question.portfolios)),
            ("theme", question.theme),
            ("subject", question.subject),
            ("status", question.status),
            ("responder", answer and answer.responder),
            ("answered on", answer and answer.answered_on),
            ("referred to", answer and answer.referred_to),
        ]
    )
    yield _rows(
        "Addressees",
        ("name", "number", "question_id"),
        [(one.name, one.number, one.addressed_question_id) for one in parsed.addressees],
    )
    yield _rows(
        "Pairs",
        ("label", "alignment", "question", "answer"),
        [(pair.label, pair.alignment, _beginning(pair.question), _beginning(pair.answer)) for pair in parsed.pairs],
    )
    yield _rows(
        "References",
        ("kind", "section", "text", "identifier"),
        [
            (one.kind, " ".join(filter(None, (one.section, one.section_label))), _beginning(one.text), one.identifier)
            for one in parsed.references
        ],
    )


def _warnings(text: str, parsed: ParsedDocument) -> Iterable[RenderableType]:
    """Each warning with its meaning, and the span of the document that it is about."""
    for warning in parsed.warnings:
        yield Text(f"warning: {warning.code}: {WARNINGS[warning.code]}", style="bold red")
        line = line_number(text, warning.char_start)
        span = shown(" ".join(text[warning.char_start : warning.char_end].split()))
        yield Text(f"    line {line} [{warning.char_start}:{warning.char_end}] {_beginning(span, 100)}", style="red")


def _grid(fields: Sequence[tuple[str, object]]) -> Table:
    table = Table.grid(padding=(0, 2))
    for name, value in fields:
        if value not in (None, ""):
            table.add_row(Text(name, style="bold"), cell(value))
    return table


def _rows(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> RenderableType:
    if not rows:
        return Text(f"{title}: none")
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(cell, row))
    return table


def _beginning(text: str | None, length: int = 160) -> str | None:
    """The beginning of a text, enough to recognise it."""
    return text if text is None or len(text) <= length else f"{text[:length].rstrip()} …"

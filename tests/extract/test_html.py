"""Web pages: the lines that a browser shows, and nothing that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.dumps import told

PAGE = """<!DOCTYPE html>
<html><head><title>Site</title><style>p {{ color: red }}</style><script>let x = "vraag";</script></head>
<body>{body}</body></html>"""


def text_of(folder: Path, body: str) -> list[str]:
    (folder / "a.html").write_text(PAGE.format(body=body))
    ((_, text),) = told(folder)
    return [line.rstrip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("body", "lines", "guards"),
    [
        ("<p>een\n twee</p><p>drie</p>", ["een twee", "drie"], "a paragraph is a line, however it is written"),
        ("<div>een<br>twee<br/>drie</div>", ["een", "twee", "drie"], "a break ends a line"),
        ("<p>caf&eacute; &amp; bar&nbsp;5</p>", ["café & bar 5"], "entities are characters"),
        ("<p>een&nbsp; -&#160; twee   drie</p>", ["een  -  twee drie"], "blanks that are meant stay"),
        ("<p>g<b>emee</b>nte</p>", ["gemeente"], "marks inside a word tear nothing"),
        ("<pre>een\n  twee</pre>", ["een", "  twee"], "lines that were set stay"),
        ("<table><tr><td>2019<td>14<tr><td>2020<td>15</table>", ["2019  14", "2020  15"], "cells stand apart"),
        ("<!-- vraag --><p>een</p>", ["een"], "comments are not shown"),
    ],
)
def test_lines(tmp_path: Path, body: str, lines: list[str], guards: str) -> None:
    assert text_of(tmp_path, body) == lines, guards


def test_a_page_is_told_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('<?xml version="1.0" encoding="utf-8"?>\n<html><body><p>één</p></body></html>')
    assert told(tmp_path) == [("a.txt", "één\n")]


def test_a_page_in_cp1252(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_bytes("<p>één – “twee”</p>".encode("cp1252"))
    assert told(tmp_path) == [("a.htm", "één – “twee”\n")]


def test_a_page_nested_without_end_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<div>" * 100_000 + "vraag")
    assert len(told(tmp_path)) == 1


def test_an_empty_page_is_an_empty_document(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.format(body=""))
    ((_, text),) = told(tmp_path)
    assert text.strip() == ""

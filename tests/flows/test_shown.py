"""Nothing that a document or a file name holds acts on who looks at it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from flows.display import document_view
from flows.shown import cell, in_markdown, shown
from flows.summary import Summary
from flows.views import history_view, releases_view
from load.refused import RefusedRelease
from load.releases import ReleaseInfo
from records import RawDocument
from tests.flows.dumps import QUESTION

HOSTILE = "\x1b[2J\x1b]0;gone\x07[red]rood[/red] [link=https://x.be]a[/link] \u202etxt.exe\x9b31m\r\u2066"
"""Escapes of a terminal, markup of Rich, a name that is written backwards."""
ACTING = "\x1b\x07\x9b\r\u202e\u2066"


def printed(view: object) -> str:
    """What a terminal gets to see."""
    out = io.StringIO()
    Console(file=out, force_terminal=True, color_system=None, width=200).print(view)
    return out.getvalue()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\u202eb", "a<U+202E>b"),
        ("\x9b", "�"),
        ("a\tb\nc", "a\tb\nc"),
        ("caf\udce9", "caf\\udce9"),
    ],
)
def test_what_would_act_is_a_sign(text: str, seen: str) -> None:
    assert shown(text) == seen


@given(st.text())
def test_no_text_holds_anything_that_acts(text: str) -> None:
    assert not set(shown(text)) & {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *ACTING} - {"\n", "\t"}
    assert shown(shown(text)) == shown(text)


@pytest.mark.parametrize(
    "view",
    [
        document_view(RawDocument(HOSTILE, 0, "1-1", "utf-8", f"{QUESTION.format(number=1)}\n{HOSTILE}")),
        document_view(RawDocument("a.txt", 0, "1-1", "utf-8", HOSTILE)),
        releases_view(
            [ReleaseInfo(HOSTILE, False, "", None, "", "", {}, {}, HOSTILE)], [RefusedRelease(HOSTILE, (HOSTILE,))]
        ),
        history_view(HOSTILE, []),
        cell(HOSTILE),
    ],
)
def test_no_view_lets_a_document_act(view: object) -> None:
    seen = printed(view)
    assert not set(seen) & set(ACTING)
    assert "[red]rood[/red]" in seen or "rood" not in seen


def test_the_page_of_a_run_shows_names_as_they_are() -> None:
    """A file name is no link and no HTML in Prefect."""
    name = "<img src=x onerror=alert(1)>|[a](javascript:x)`.txt"
    summary = Summary("r1", None, 1, 1, 1, 0, 0, 0, {}, 1.0, None, waiting=(name,))
    page = summary.as_markdown()
    assert "<img" not in page
    assert "](" not in page.replace("\\](", "").replace("\\]\\(", "")
    assert in_markdown("a|b\nc") == "a\\|b c"

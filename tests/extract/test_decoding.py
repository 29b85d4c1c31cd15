"""How bytes become text: nothing guessed, nothing changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.decoding import decode


@pytest.mark.parametrize(
    ("content", "text", "encoding", "guards"),
    [
        ("één vraag".encode(), "één vraag", "utf-8", "plain UTF-8"),
        (b"\xef\xbb\xbfvraag", "vraag", "utf-8-sig", "a byte order mark is no part of the text, and is told"),
        (b"\xef\xbb\xbf", "", "utf-8-sig", "a file with nothing but the mark"),
        ("één ‘vraag’ – €".encode("cp1252"), "één ‘vraag’ – €", "cp1252", "curly quotes, dash and euro of Windows"),
        (b"\xe9\x81\x8d\x8f\x90\x9d", "é\x81\x8d\x8f\x90\x9d", "cp1252", "the five undefined bytes are C1 controls"),
        (b"\xef\xbb\xbf\xe9", "é", "cp1252", "a mark before bytes that are no UTF-8 is still no text"),
        (b"a\r\nb\rc\n\x0cd  \n", "a\r\nb\rc\n\x0cd  \n", "utf-8", "line ends, form feeds and blanks stay"),
        (b"", "", "utf-8", "an empty file is text"),
        ("e\u0301".encode(), "e\u0301", "utf-8", "a combining accent is not composed"),
        (b"a \xef\xbb\xbf b", "a \ufeff b", "utf-8", "a mark in the middle stays: offsets count it"),
    ],
)
def test_decoding(content: bytes, text: str, encoding: str, guards: str) -> None:
    decoded = decode(content)
    assert (decoded.text, decoded.encoding, decoded.problem) == (text, encoding, None), guards


def test_nul_bytes_are_no_text() -> None:
    decoded = decode("vraag".encode("utf-16"))
    assert decoded.encoding == "binary"
    assert decoded.problem is not None
    assert decoded.text.encode("latin-1") == "vraag".encode("utf-16"), "the bytes can be had back"


@given(st.text())
def test_what_was_utf8_comes_back(text: str) -> None:
    if "\x00" not in text:
        assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary())
def test_every_content_can_be_decoded_and_written_again(content: bytes) -> None:
    decode(content).text.encode("utf-8")

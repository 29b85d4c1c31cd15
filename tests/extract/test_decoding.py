"""How bytes become text: nothing guessed, nothing changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import decoding
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
        ("één".encode("utf-16"), "één", "utf-16", "UTF-16 with its mark"),
        (b"\xfe\xff" + "één".encode("utf-16-be"), "één", "utf-16", "the same with the bytes the other way round"),
        ("één".encode("utf-32"), "één", "utf-32", "UTF-32, whose mark begins like that of UTF-16"),
        (b"\xff\xfea\0\xd8", "a\ufffd", "utf-16", "half a character at the end is told as such"),
        (b"\xff\xfe\0\xd8a\0", "\ufffd" + "a", "utf-16", "a lone surrogate cannot be written anywhere"),
        (b"vraag" + bytes(100), "vraag", "utf-8", "NULs at the end are padding that a broken copy left"),
        (b"vra\0ag", "vra\0ag", "utf-8", "a stray NUL makes no text binary, and stays"),
        (b"onder\x02wijs", "onder\x02wijs", "utf-8", "some extractors write this for a hyphen"),
    ],
)
def test_decoding(content: bytes, text: str, encoding: str, guards: str) -> None:
    decoded = decode(content)
    assert (decoded.text, decoded.encoding, decoded.problem) == (text, encoding, None), guards


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("schriftelijke vraag".encode("utf-16-le"), "NUL"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)), "NUL"),
        (bytes(1000), "NUL"),
        (b"\x01\x03\x04" * 10, "control"),
    ],
)
def test_what_is_no_text_is_not_kept(content: bytes, why: str) -> None:
    decoded = decode(content)
    assert (decoded.text, decoded.encoding) == ("", "binary")
    assert decoded.problem is not None
    assert why in decoded.problem


def test_a_large_file_is_decoded_in_chunks_as_it_is_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "één vraag – twee €\r\n" * 50
    for encoding in ("utf-8", "utf-16", "utf-32", "cp1252"):
        whole = decode(text.encode(encoding))
        for chunk in (1, 2, 3, 7):
            monkeypatch.setattr(decoding, "CHUNK", max(chunk, 4))
            assert decode(text.encode(encoding)) == whole
    assert whole.text == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_what_was_utf8_comes_back(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary())
def test_every_content_can_be_decoded_and_written_again(content: bytes) -> None:
    decode(content).text.encode("utf-8")

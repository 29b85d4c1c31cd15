"""The name of a file in the tables is its bytes, in a form that anybody can write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.names import as_bytes, as_text
from records import file_of


@pytest.mark.parametrize(
    ("name", "text", "guards"),
    [
        (b"2021/sv142.txt", "2021/sv142.txt", "an ordinary name stays"),
        ("vragen één – twee.txt".encode(), "vragen één – twee.txt", "and so does one with letters of any kind"),
        (b"caf\xe9.txt", r"caf\xe9.txt", "bytes that are no UTF-8 are written out"),
        (rb"caf\xe9.txt", r"caf\x5cxe9.txt", "a name that only looks like that is another one"),
        (b"a.zip!b.txt", r"a.zip\x21b.txt", "what stands between an archive and its member is in no name"),
        (b"a\nb\x1b[2Jc.txt", r"a\x0ab\x1b[2Jc.txt", "no name ends a line or clears a screen"),
        ("a\u202etxt.exe".encode(), r"a\xe2\x80\xaetxt.exe", "nor turns the letters after it round"),
    ],
)
def test_names(name: bytes, text: str, guards: str) -> None:
    assert as_text(name) == text, guards
    assert as_bytes(text) == name


@given(st.binary())
def test_every_name_can_be_written_and_comes_back(name: bytes) -> None:
    text = as_text(name)
    text.encode("utf-8")
    assert as_bytes(text) == name
    assert file_of(text) == text

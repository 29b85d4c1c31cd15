"""Small dumps for the tests of the whole way, made up for them."""

from __future__ import annotations

from pathlib import Path

QUESTION = """SCHRIFTELIJKE VRAAG
nr. {number}
van LIEN PEETERS
datum: 3 maart 2021
aan JORIS MAES
VLAAMS MINISTER VAN WATER, BOSSEN EN PARKEN

Stadsparken  -  Onderhoud

In de parken van de gemeente Zoersel staan veel oude eiken.

1. Hoeveel bomen werden er in park {number} geplant?

2. Wie betaalt het onderhoud?

JORIS MAES
VLAAMS MINISTER VAN WATER, BOSSEN EN PARKEN

ANTWOORD
op vraag nr. {number} van 3 maart 2021
van LIEN PEETERS

1. Er werden {number} bomen geplant.

2. De gemeente betaalt het onderhoud.
"""
"""A question (*schriftelijke vraag*) with its answer (*antwoord*); `number` is its number to that minister."""


def question_id(number: int) -> str:
    """The id of `QUESTION`."""
    return f"vlaams-parlement/2020-2021/joris-maes/{number}"


def write_dump(folder: Path, *numbers: int) -> Path:
    """A dump with one file for each question; returns its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"sv{number}.txt").write_text(QUESTION.format(number=number), encoding="utf-8")
    return folder

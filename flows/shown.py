"""Text from documents and file names, shown and never obeyed: by a terminal, by Rich or by a page of Prefect."""

from __future__ import annotations

import re
from pathlib import PurePath

from rich.text import Text

KEPT = "\n\t"
"""The control characters that a text may have."""

VISIBLE = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in KEPT},
    **dict.fromkeys(range(0x7F, 0xA0), "\N{REPLACEMENT CHARACTER}"),
    # What turns the direction of writing around, or hides itself: a name must read as what it is.
    **{code: f"<U+{code:04X}>" for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))},
    # What follows a line in its own right for some programs.
    0x2028: "␤",
    0x2029: "␤",
}
"""Characters that act on whoever shows them, as signs that are seen."""

# What Markdown or HTML would read as its own. Matches: "|", "`", "<", "[".
MARKUP = re.compile(r"[\\`*_{}\[\]<>()#+!|~&]")


def shown(text: object) -> str:
    """A text with every character that would act on a terminal as a sign; line feeds and tabs stay."""
    if isinstance(text, PurePath):
        text = str(text)
    return str(text).encode("utf-8", "backslashreplace").decode("utf-8").translate(VISIBLE)


def cell(value: object) -> Text:
    """A value for a table of Rich, which would read `[red]` in a plain string; nothing for None."""
    return Text("" if value is None else shown(value))


def in_markdown(text: object) -> str:
    """A text for a page in Markdown, on one line, as text and nothing else."""
    return MARKUP.sub(
        lambda sign: f"\\{sign.group()}", " ".join(shown(text).split()).replace("<", "‹").replace(">", "›")
    )

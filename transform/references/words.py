"""The words of the law that citations are made of: types of acts, courts, parliaments (`words.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class ActType:
    """A type of act, as its citations write it."""

    key: str
    type: str | None
    """What stands in `references.act_type`; None where that is what the citation says."""
    words: str
    """Source of a pattern; `{date}` stands for a date."""
    begins: tuple[str, ...]
    author: str | None
    """Source of a pattern for the author that makes a `besluit` one of this type."""


@dataclass(frozen=True, slots=True)
class Court:
    """A court, as citations of its judgments name it."""

    name: str
    words: str
    """Source of a pattern, capitals as they stand."""
    begins: tuple[str, ...]
    ecli: tuple[str, ...]
    """What stands for the court in an ECLI."""
    numbers: tuple[str, ...]
    """How a number begins that only this court gives."""


def _read() -> dict[str, Any]:
    return tomllib.loads(files("transform.references").joinpath("words.toml").read_text("utf-8"))


_WORDS = _read()

ACT_TYPES: tuple[ActType, ...] = tuple(
    ActType(one["key"], one.get("type"), one["words"], tuple(one["begins"]), one.get("author"))
    for one in _WORDS["act_type"]
)
"""In the order in which their words are tried."""
COURTS: tuple[Court, ...] = tuple(
    Court(one["name"], one["words"], tuple(one["begins"]), tuple(one.get("ecli", ())), tuple(one.get("numbers", ())))
    for one in _WORDS["court"]
)
CONSTITUTIONAL_COURT: str = next(one["name"] for one in _WORDS["court"] if one.get("key") == "GRONDWETTELIJK_HOF")
"""The court whose ECLI number and year make."""

OWN_LEGISLATOR: str = _WORDS["legislators"]["own"]
OTHER_LEGISLATOR: str = _WORDS["legislators"]["other"]
ADJECTIVE = f"(?:{_WORDS['adjectives']['beside_act']})"
FOREIGN = f"(?:{_WORDS['adjectives']['foreign']})"
ASSEMBLY = f"(?:{_WORDS['assemblies']['names']})"

TITLES_OF_PEOPLE: str = _WORDS["people"]["titles"]
"""Source of a pattern for what stands before a name."""
DONE_TO_ACTS = frozenset(_WORDS["participles"]["done_to_acts"].split())
"""Participles of what is done to acts: behind a heading they belong to the sentence."""

"""What each pattern constant of a module matches: the examples in the comments beside them, put to the test."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Mapping, Sequence
from types import ModuleType, SimpleNamespace

import pytest
import regex

Examples = Mapping[str, Sequence[str | tuple[str, str]]]
"""For each constant its examples: a text that it matches whole, or a text and the part of it that it matches."""


def pattern_constants(module: ModuleType) -> set[str]:
    """The names of the compiled patterns that a module itself defines, imported ones left out."""
    assigned = {
        target.id
        for node in ast.parse(inspect.getsource(module)).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    return {name for name in assigned if isinstance(getattr(module, name), re.Pattern | regex.Pattern)}


def each_example(module: ModuleType | SimpleNamespace, examples: Examples) -> list[pytest.ParameterSet]:
    """The parameters of a test: pattern, text, and the part of the text that the pattern is to match."""
    found = []
    for name, texts in examples.items():
        for example in texts:
            text, part = example if isinstance(example, tuple) else (example, example)
            found.append(pytest.param(getattr(module, name), text, part, id=f"{name}: {text}"))
    return found


def matched(pattern: re.Pattern[str], text: str) -> str | None:
    """The first stretch of `text` that the pattern matches; None where it matches nothing."""
    found = pattern.search(text)
    return found.group() if found else None

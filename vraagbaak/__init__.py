"""Vraagbaak for Python: read a dataset as typed pandas frames, ask it in SQL, parse a text.

    import vraagbaak

    dataset = vraagbaak.Dataset("data/dataset")
    dataset.questions.groupby("session").answered.mean()
    dataset.sql("from search('stikstof')")
    vraagbaak.parse(text).sub_questions

Nothing else of the project is promised to stay as it is.
"""

from __future__ import annotations

from vraagbaak.dataset import Dataset
from vraagbaak.parsing import parse

__all__ = ["Dataset", "parse"]

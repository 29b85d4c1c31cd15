"""`metadata.csv` beside the files of a dump: what is known of them and no text prints.

A table with a row for each file, found by its name: in the folder of the file or in one above it, down from the SOURCE.
The other columns are delivered beside every document of that file, as those of a table are (`extract.columns`).
"""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from extract.columns import delivered_fields
from extract.content import Asked, NotRead, of_file
from extract.decoding import BINARY, decoded, encoding_of, no_text
from extract.limits import OverLimit, bytes_as_text
from extract.opening import CannotRead, opened

NAME = "metadata.csv"

FILE_COLUMNS = ("file", "filename", "file_name", "path", "source", "bestand", "bestandsnaam")
"""The names of the column that says which file a row is about, the first that a table has."""


@dataclass
class Metadata:
    """One such table, read when the first file beside it is."""

    folder: str
    """The folder that it lies in, as its files are named: empty, or ending with `/`."""
    path: Path
    top: Path | None
    asked: Asked = field(default_factory=Asked)

    def fields(self, name: str) -> str | None:
        """What it says of a file, as a JSON object; None where it says nothing, or cannot be read."""
        inside = name.removeprefix(self.folder)
        rows = self._rows if self.problem is None else {}
        return rows.get(inside) or rows.get(inside.rpartition("/")[2])

    @cached_property
    def problem(self) -> str | None:
        """Why it cannot be read, as a clause; None where it can."""
        try:
            self._rows  # noqa: B018 - it is read here
        except (CannotRead, NotRead, OverLimit) as error:
            return str(error)
        except csv.Error as error:
            return f"is no table: {error}"
        return None

    @cached_property
    def _rows(self) -> dict[str, str]:
        from extract.readers.delimited import dialect_of, lines

        limits = self.asked.limits
        with opened(self.path, self.top, limits) as file:
            if file.size > limits.held_bytes:
                raise OverLimit(f"is larger than the limit of {bytes_as_text(limits.held_bytes)} for what is held")
            content = of_file(NAME, file)
            with content.open() as stream:
                encoding = encoding_of(stream)
            if encoding == BINARY:
                raise NotRead(no_text(content.head()))
            csv.field_size_limit(limits.held_bytes)
            with content.open() as stream:
                dialect = dialect_of(content, encoding, self.asked, FILE_COLUMNS)
                rows = csv.reader(lines(decoded(stream, encoding), limits.held_bytes), dialect)
                names = next(rows, [])
                plain = [name.strip().lower() for name in names]
                at = next((plain.index(name) for name in FILE_COLUMNS if name in plain), None)
                if at is None:
                    raise NotRead(f"has no column that names the files: one of {', '.join(FILE_COLUMNS)}")
                found = {}
                for row in rows:
                    if len(row) > at:
                        others = {name: value for name, value in zip(names, row, strict=False) if name != names[at]}
                        fields = delivered_fields(others, self.asked)
                        if fields is not None:
                            found[row[at].strip().replace("\\", "/")] = fields
                return found


def joined(of_file: str | None, of_row: str | None) -> str | None:
    """The fields of a file and of a row in it together; the row's count where both have one."""
    if of_file is None or of_row is None:
        return of_row or of_file
    return json.dumps(json.loads(of_file) | json.loads(of_row), ensure_ascii=False)


def mark(fields: str | None, asked: Asked) -> str:
    """What a fingerprint tells of the fields of a file and of what was asked for: where they change, the file is read
    again."""
    told = json.dumps([fields, asked.text_column, asked.mapping])
    if told == _NOTHING:
        return ""
    return "." + hashlib.sha256(told.encode("utf-8")).hexdigest()[:8]


_NOTHING = json.dumps([None, None, []])

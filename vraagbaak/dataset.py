"""A release of a dataset as pandas frames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from load.manifest import RELEASE_JSON
from load.releases import RELEASES, ReleaseMissing, latest_release
from load.tables import PARTITION_COLUMNS, TABLES

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


class Dataset:
    """The tables of one release, each a pandas frame whose columns have their types.

    Dates are `datetime64[s]`, so that `.dt` works; whole numbers with nulls are `Int32`, and stay whole; lists are
    Python lists; `parliament` and `session` are the last two columns. A frame is read when it is asked for, every time:
    it is yours to change.
    """

    def __init__(self, path: str | Path, release: str | None = None) -> None:
        """`path`: the folder of a dataset, or of one release. `release`: an id, the latest where there is none.

        The release is chosen once: all frames come from it, whatever is published meanwhile. Raises
        `load.releases.DatasetEmpty` where there is none, `ReleaseMissing` where there is no such one.
        """
        folder = Path(path)
        if release is not None:
            self.path = folder.resolve() / RELEASES / release
            if not self.path.is_dir():
                raise ReleaseMissing(f"{folder} has no release {release}.")
        elif (folder / RELEASE_JSON).is_file():
            self.path = folder.resolve()
        else:
            self.path = latest_release(folder)

    @property
    def release(self) -> str:
        """The id of the release."""
        return self.path.name

    def __repr__(self) -> str:
        return f"<vraagbaak.Dataset, release {self.release}>"

    @property
    def questions(self) -> pd.DataFrame:
        """One row per numbered question to one minister."""
        return self.table("questions")

    @property
    def addressees(self) -> pd.DataFrame:
        """One row per minister that a question was put to."""
        return self.table("addressees")

    @property
    def sub_questions(self) -> pd.DataFrame:
        """One row per enumerated question."""
        return self.table("sub_questions")

    @property
    def answers(self) -> pd.DataFrame:
        """One row per question with an answer."""
        return self.table("answers")

    @property
    def answer_parts(self) -> pd.DataFrame:
        """One row per part of an answer."""
        return self.table("answer_parts")

    @property
    def pairs(self) -> pd.DataFrame:
        """One row per sub-question with the text that answers it."""
        return self.table("pairs")

    @property
    def references(self) -> pd.DataFrame:
        """One row per citation or footnote."""
        return self.table("references")

    @property
    def documents(self) -> pd.DataFrame:
        """One row per raw document, rejected ones included."""
        return self.table("documents")

    def table(
        self, name: str, columns: Sequence[str] | None = None, session: str | Iterable[str] | None = None
    ) -> pd.DataFrame:
        """A table, or some columns of it, of all sessions or of some (the others are left unread), sorted by its key.

        Raises KeyError where there is no table or column of that name.
        """
        import pyarrow as pa
        import pyarrow.dataset as arrow

        if name not in TABLES:
            raise KeyError(f"There is no table {name}: the tables are {', '.join(TABLES)}.")
        partitions = arrow.partitioning(
            pa.schema([(column, pa.string()) for column in PARTITION_COLUMNS]), flavor="hive"
        )
        schema = pa.schema([*TABLES[name].schema, *((column, pa.string()) for column in PARTITION_COLUMNS)])
        files = arrow.dataset(self.path / name, schema=schema, partitioning=partitions, format="parquet")
        if unknown := [column for column in columns or () if column not in schema.names]:
            raise KeyError(f"{name} has no column {unknown[0]}: its columns are {', '.join(schema.names)}.")
        wanted = None
        if session is not None:
            wanted = arrow.field("session").isin([session] if isinstance(session, str) else list(session))
        key = TABLES[name].key
        read = list(columns or schema.names)
        rows = files.to_table(columns=[*read, *(column for column in key if column not in read)], filter=wanted)
        return _typed(rows.sort_by([(column, "ascending") for column in key]).select(read))

    def sql(self, query: str) -> pd.DataFrame:
        """The rows of a query in DuckDB's SQL: every table is a view, `search`, `citing` and `question` are macros (see
        `views.sql` in the release). Raises duckdb.Error, and `load.views.ViewsMissing` for a release without views."""
        from load.views import connect

        with connect(self.path) as connection:
            return _typed(connection.sql(query).to_arrow_table())


def _typed(rows: pa.Table) -> pd.DataFrame:
    """Rows of Arrow as a frame whose columns keep their types."""
    import pandas as pd
    import pyarrow as pa

    for at, field in enumerate(rows.schema):
        if pa.types.is_date(field.type):
            rows = rows.set_column(at, field.name, rows[field.name].cast(pa.timestamp("s")))
    frame: pd.DataFrame = rows.to_pandas()
    for field in rows.schema:
        if pa.types.is_integer(field.type) and frame[field.name].dtype.kind == "f":
            frame[field.name] = frame[field.name].astype(str(field.type).capitalize())
        elif pa.types.is_list(field.type):
            frame[field.name] = pd.Series(rows[field.name].to_pylist(), index=frame.index, dtype=object)
        elif pa.types.is_boolean(field.type) and frame[field.name].dtype == object:
            frame[field.name] = frame[field.name].astype("boolean")
    return frame

"""A release as it lies on disk: its partitions, and its tables as Arrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from load.partitions import Partition
from load.tables import TABLES, Table


class StoredRelease:
    """The tables of one release folder, published or staged."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def release_id(self) -> str:
        """The id, which is the name of the folder."""
        return self.path.name

    def files(self, table: Table, partition: Partition | None = None) -> list[Path]:
        """The Parquet files of a table, of one partition or of all, in a fixed order."""
        folder = "*/*" if partition is None else partition.folder
        return sorted((self.path / table.name).glob(f"{folder}/*.parquet"))

    def partitions(self, *of: Table) -> list[Partition]:
        """The partitions that these tables (or all) have files in."""
        return sorted(
            {
                Partition.of_folder(file.parent.relative_to(self.path / table.name).as_posix())
                for table in of or TABLES.values()
                for file in self.files(table)
            }
        )

    def read(self, table: Table, columns: Sequence[str] | None = None, partition: Partition | None = None) -> pa.Table:
        """The rows of a table (of one partition, or of all), the named columns or all of them in their order.

        Partition columns are not among them. Raises OSError or pyarrow.ArrowInvalid where a file is damaged.
        """
        names = list(table.names if columns is None else columns)
        empty = pa.schema([table.schema.field(name) for name in names]).empty_table()
        files = self.files(table, partition)
        return pa.concat_tables([empty, *(pq.ParquetFile(file).read(columns=names).select(names) for file in files)])

    def row_counts(self, table: Table) -> Iterator[tuple[Path, int]]:
        """Each file of a table with its number of rows, from its footer alone."""
        return ((file, pq.ParquetFile(file).metadata.num_rows) for file in self.files(table))

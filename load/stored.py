"""A release as it lies on disk: its partitions, and its tables as Arrow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from load.manifest import File, Manifest, ReleaseDamaged, file_fault
from load.parquet import opened
from load.partitions import Partition
from load.tables import TABLES, Table


class StoredRelease:
    """The tables of one release folder, published or still a draft.

    With the manifest of a published release, its files are those that the manifest names, and each is compared with
    its hash there before its first row is read: nothing is carried over from a damaged file.
    """

    def __init__(self, path: Path, manifest: Manifest | None = None) -> None:
        self.path = path
        self._manifest = manifest
        self._compared: set[Path] = set()

    @property
    def release_id(self) -> str:
        """The id: the name of the folder."""
        return self.path.name

    def files(self, table: Table, partition: Partition | None = None) -> list[Path]:
        """The Parquet files of a table, of one partition or of all, in a fixed order."""
        if self._manifest is not None:
            folder = f"{table.name}/" if partition is None else f"{table.name}/{partition.folder}/"
            return sorted(self.path / name for name in self._manifest.files if name.startswith(folder))
        folder = "*/*" if partition is None else partition.folder
        return sorted((self.path / table.name).glob(f"{folder}/*.parquet"))

    @property
    def manifest(self) -> Manifest:
        """The manifest of the release. Raises ValueError where it was opened without one."""
        if self._manifest is None:
            raise ValueError(f"The release {self.release_id} was opened without a manifest.")
        return self._manifest

    def published(self, table: Table, partition: Partition) -> dict[str, File]:
        """The files of a table's partition, by path inside the release, as the manifest describes them.

        Each is compared with its hash first. Raises ReleaseDamaged where one differs from the manifest.
        """
        found = {file.relative_to(self.path).as_posix(): file for file in self.files(table, partition)}
        for file in found.values():
            self._compare(file)
        return {name: self.manifest.files[name] for name in found}

    def partitions_with_rows(self, table: Table) -> set[Partition]:
        """The partitions in which a table has rows, according to the manifest."""
        return {Partition.of_folder(folder) for folder, rows in self.manifest.partitions[table.name].items() if rows}

    def nulls(self, table: Table, partition: Partition) -> Mapping[str, int]:
        """How many rows of a table's partition have no value, by column, according to the manifest."""
        return self.manifest.nulls.get(table.name, {}).get(partition.folder, {})

    def partitions(self, *of: Table) -> list[Partition]:
        """The partitions in which these tables, or any, have files."""
        return sorted(
            {
                Partition.of_folder(file.parent.relative_to(self.path / table.name).as_posix())
                for table in of or TABLES.values()
                for file in self.files(table)
            }
        )

    def read(self, table: Table, columns: Sequence[str] | None = None, partition: Partition | None = None) -> pa.Table:
        """The rows of a table (of one partition, or of all), the named columns or all of them in their order.

        Partition columns are not among them. Raises ReleaseDamaged where a file differs from the manifest; without a
        manifest OSError or pyarrow.ArrowInvalid where it cannot be read.
        """
        names = list(table.names if columns is None else columns)
        empty = pa.schema([table.schema.field(name) for name in names]).empty_table()
        files = self.files(table, partition)
        return pa.concat_tables([empty, *(self._rows(file, names) for file in files)])

    def row_counts(self, table: Table) -> Iterator[tuple[Path, int]]:
        """Each file of a table with its number of rows, from its footer alone."""
        return ((file, pq.ParquetFile(opened(file)).metadata.num_rows) for file in self.files(table))

    def _rows(self, file: Path, names: Sequence[str]) -> pa.Table:
        self._compare(file)
        try:
            return pq.ParquetFile(opened(file)).read(columns=names).select(names)
        except (OSError, pa.ArrowInvalid) as error:
            if self._manifest is None:
                raise
            raise ReleaseDamaged(f"{self._named(file)} cannot be read ({type(error).__name__})") from error

    def _compare(self, file: Path) -> None:
        """Compare a file with its hash, once: a release is immutable, and a run reads some files several times."""
        if self._manifest is None or file in self._compared:
            return
        if fault := file_fault(file, self._manifest.files[file.relative_to(self.path).as_posix()]):
            raise ReleaseDamaged(f"{self._named(file)} {fault}")
        self._compared.add(file)

    def _named(self, file: Path) -> str:
        return f"{file.relative_to(self.path).as_posix()} of the release {self.release_id}"

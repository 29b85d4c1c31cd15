"""A dump in which every file that can do harm lies beside good ones: each is a row, the good ones are in the tables,
and nothing is written outside the dataset."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from extract.limits import GIB, MIB
from tests.flows.dumps import QUESTION, question_id, write_dump

MOST_MEMORY = GIB


def bomb(size: int) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("bom.txt", "w") as member:
        for _ in range(size // MIB):
            member.write(bytes(MIB))
    return sink.getvalue()


def in_zip(**members: bytes) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return sink.getvalue()


def hostile_files(good: bytes) -> dict[str, bytes]:
    """The hostile collection: name and content."""
    link = tarfile.TarInfo("link.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        archive.addfile(link)
        info = tarfile.TarInfo("../../out.txt")
        info.size = 1
        archive.addfile(info, io.BytesIO(b"x"))
    return {
        "bomb.zip": bomb(300 * MIB),
        "nested.zip": in_zip(a_zip=in_zip(b_zip=in_zip(c_zip=in_zip(d_zip=in_zip(e_txt=b"x"))))),
        "quine.gz": gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"x"))))),
        "links.tar": tar.getvalue(),
        "cut.zip": in_zip(a_txt=good)[:-30],
        "cut.txt.gz": gzip.compress(good)[:-20],
        "columns.csv": (",".join(["text"] * 1_000_000)).encode(),
        "deep.json": b"[" * 100_000,
        "deep.jsonl": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        "surrogate.jsonl": b'{"text": "\\ud800 vraag"}',
        "lying.parquet": b"PAR1" + bytes(50) + (2**31 - 1).to_bytes(4, "little") + b"PAR1",
        "broken.pdf": b"%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 1 0 R>> endobj trailer <</Root 1 0 R>>",
        "broken.docx": in_zip(word__document_xml=b"<w:p"),
        "deep.html": b"<div>" * 200_000,
        "broken.arrow": b"ARROW1\0\0" + os.urandom(200),
        "invalid.txt": bytes(range(128, 256)) * 10,
        "noise.txt": os.urandom(4096),
        "utf16.txt": b"\xff\xfe\x00\xd8" * 100,
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
        "line.txt": b"x" * (11 * MIB),
        "empty.zip": in_zip(),
    }


@pytest.mark.slow
def test_a_dump_of_hostile_files(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", *range(1, 401))  # so many that the gate finds nothing unusual
    good = QUESTION.format(number=401).encode()
    (raw / "mixed.zip").write_bytes(in_zip(sv401_txt=good, bad_zip=b"PK\x03\x04 damaged", x_pdf=b"%PDF-"))
    hostile = hostile_files(good)
    for name, content in hostile.items():
        (raw / name).write_bytes(content)
    with (raw / "sparse.txt").open("wb") as file:
        file.truncate(2 * GIB)
    os.mkfifo(raw / "pipe.txt")
    (raw / "kmsg.txt").symlink_to("/proc/kmsg")
    (raw / "zero.txt").symlink_to("/dev/zero")
    (raw / "circle.txt").symlink_to(raw / "circle.txt")
    before = set(tmp_path.rglob("*"))
    program = "import resource, sys; from flows.command_line import run; status = run(sys.argv[1:]); " + (
        "sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "build", str(raw), "--dataset", str(tmp_path / "dataset"), "--json"],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stderr.split()[-1]) * 1024 < MOST_MEMORY
    latest = os.path.realpath(tmp_path / "dataset" / "latest")
    assert set(pd.read_parquet(f"{latest}/questions").question_id) == {question_id(number) for number in range(1, 402)}
    deliveries = pd.read_parquet(f"{latest}/deliveries")
    files = {source.partition("!")[0] for source in deliveries.source}
    assert files == {path.name for path in raw.iterdir()}, "every delivery is a row"
    documents = pd.read_parquet(f"{latest}/documents")
    assert documents[documents.status == "rejected"].reason.notna().all()
    assert json.loads(done.stdout)["documents"]["parsed"] == 401
    written = set(tmp_path.rglob("*")) - before
    assert all(path.is_relative_to(tmp_path / "dataset") for path in written)

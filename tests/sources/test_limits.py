import gzip
import io
import zipfile
import zlib
from pathlib import Path

import pytest

from accountkit.errors import FileTooLarge, UnreadableFile
from accountkit.sources import LARGEST_FILE, limits, read
from accountkit.sources.sec.sector import read_sector
from tests.sources.tables import with_part, workbook

ROWS = [["USD m", "2024"], ["Revenue", 10], ["Net income", 1]]


def test_a_file_of_100_mb_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    opened: list[Path] = []
    for way in ("open", "read_bytes", "read_text"):
        monkeypatch.setattr(Path, way, lambda self, *_how, **_more: opened.append(self))
    with pytest.raises(FileTooLarge, match=r"large\.csv has 100\.0 MB, more than 50 MB"):
        read(path)
    assert opened == []
    monkeypatch.undo()
    with pytest.raises(FileTooLarge):
        read(b" " * (LARGEST_FILE + 1), "large.csv")


def test_a_gzip_bomb_is_stopped(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_EXPANSION", 2_000_000)
    bomb = gzip.compress(b"0" * 5_000_000)
    assert len(bomb) < 10_000
    with pytest.raises(FileTooLarge, match="unpacks"):
        limits.gunzipped(bomb, "bomb.gz")


def test_a_gzip_file_of_the_real_limit_is_stopped_while_unpacking():
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(10_000_000)) for _ in range(31)) + packer.flush()
    with pytest.raises(FileTooLarge, match="300 MB"):
        read(bomb, "bomb.json.gz")


def test_a_gzip_file_cut_off_is_damage():
    with pytest.raises(UnreadableFile, match="damaged"):
        read(gzip.compress(b'{"facts": {}}' * 100)[:-12], "x.json.gz")


def test_a_workbook_that_unpacks_too_far_is_stopped():
    bomb = with_part(workbook(("S", ROWS)), "xl/media/image1.xml", b"<a>" + bytes(310_000_000))
    assert len(bomb) < 2_000_000
    with pytest.raises(FileTooLarge, match="300 MB"):
        read(bomb, "bomb.xlsx")


def test_an_archive_that_lies_about_its_size_is_stopped_by_counting(monkeypatch):
    data = with_part(workbook(("S", ROWS)), "xl/media/image1.xml", b"<a>" + bytes(9_000_000))
    opened = zipfile.ZipFile(io.BytesIO(data))
    for part in opened.infolist():
        part.file_size = min(part.file_size, 1000)
    opened_parts = limits.parts(opened, "x.xlsx", 5_000_000)
    with pytest.raises((FileTooLarge, UnreadableFile)):
        list(opened_parts)


def test_a_sector_zip_that_unpacks_too_far_is_stopped(monkeypatch):
    from accountkit.sources.sec import data_sets

    monkeypatch.setattr(data_sets, "LARGEST_SECTOR_EXPANSION", 1_000_000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sub.txt", "adsh\tcik\n" + "0\t0\n" * 1_000_000)
        archive.writestr("num.txt", "adsh\ttag\n")
    with pytest.raises(FileTooLarge, match="unpacks"):
        read_sector(stream.getvalue(), "bomb.zip")


def test_too_many_rows_columns_and_letters_are_refused():
    with pytest.raises(FileTooLarge, match="100,000 rows"):
        read(b"2024,1\n" * 100_001, "rows.csv")
    with pytest.raises(FileTooLarge, match="columns"):
        read(b"a," * 2_001 + b"b\n", "columns.csv")
    with pytest.raises(FileTooLarge, match=r"A2.*characters"):
        read(b"a,2024\n" + b"x" * 20_001 + b",1\n", "cell.csv")


def test_far_cells_of_a_sparse_workbook_do_not_fill_memory():
    import openpyxl

    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.cell(row=500_000, column=1, value="Badgers")
    stream = io.BytesIO()
    book.save(stream)
    assert read(stream.getvalue(), "sparse.xlsx").statements

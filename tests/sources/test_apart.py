"""A file is read in a process of its own, which the system ends where it takes too long or too much."""

from __future__ import annotations

import io
import os
import time
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from accountkit.errors import FileTooLarge, LineNotFound, Unavailable
from accountkit.i18n import use_language
from accountkit.sources import read
from accountkit.sources.apart import LIMITS, apart
from accountkit.sources.beginning import Beginning, beginning
from accountkit.store.handed import WITHHELD

CSV = b"Item,2023,2024\nRevenue,90,100\nNet income,9,10\nTotal assets,50,60\nTotal equity,20,25\n"


def spin(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def hoard(size: int) -> int:
    return len(bytearray(size))


def known() -> list[str]:
    return [name for name in os.environ if name.startswith("ACCOUNTKIT_") or name in WITHHELD]


def end() -> None:
    os._exit(3)


def sprawling(rows: int, columns: int) -> bytes:
    """A small workbook with very many cells: equal rows, which pack to nearly nothing."""
    workbook = openpyxl.Workbook()
    workbook.active.append(["Revenue", 2023, 2024])
    plain = io.BytesIO()
    workbook.save(plain)
    row = "<row>" + "<c><v>1</v></c>" * columns + "</row>"
    written = io.BytesIO()
    with zipfile.ZipFile(plain) as given, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for part in given.infolist():
            data = given.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</sheetData>", (row * rows + "</sheetData>").encode())
            made.writestr(part.filename, data)
    return written.getvalue()


def test_what_is_read_apart_is_what_is_read_here():
    found = apart(beginning, CSV, "acme.csv", {}, name="acme.csv")
    assert isinstance(found, Beginning) and found.customer == "acme"
    assert found.imported == read(CSV, "acme.csv", mapping={})


def test_what_is_wrong_with_a_file_is_said_as_ever_in_the_readers_language():
    with use_language("zh_CN"), pytest.raises(LineNotFound) as found:
        apart(beginning, b"Item,2023\nNothing,1\n", "x.csv", {}, name="x.csv")
    with use_language("zh_CN"), pytest.raises(LineNotFound) as here:
        beginning(b"Item,2023\nNothing,1\n", "x.csv", {})
    assert str(found.value) == str(here.value) and found.value.labels == here.value.labels != ()


def test_time_memory_and_cells_are_limited_and_what_exceeds_them_is_named(monkeypatch):
    for name in WITHHELD:
        monkeypatch.setenv(name, "secret")
    assert apart(known, name="x") == []  # it knows nothing of the server
    with pytest.raises(FileTooLarge, match=r"big\.xlsx takes more than 1 s"):
        apart(spin, 60.0, name="big.xlsx", limits=replace(LIMITS, processor=1))
    with pytest.raises(FileTooLarge, match=r"big\.xlsx takes more than 1 s"):
        apart(time.sleep, 60.0, name="big.xlsx", limits=replace(LIMITS, seconds=1.0))
    with pytest.raises(FileTooLarge, match=r"big\.xlsx needs more than 1,500 MB of memory"):
        apart(hoard, 3_000_000_000, name="big.xlsx")
    with pytest.raises(Unavailable, match=r"^x was not read"):
        apart(end, name="x")


@pytest.mark.slow
def test_a_small_workbook_with_millions_of_cells_is_refused():
    hostile = sprawling(1_500, 1_500)
    assert len(hostile) < 90_000
    with pytest.raises(FileTooLarge, match="more than 2,000,000 cells, blank ones included"):
        apart(beginning, hostile, "x.xlsx", {}, name="x.xlsx")

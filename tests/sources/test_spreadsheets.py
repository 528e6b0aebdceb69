import datetime as dt

import openpyxl
import pytest

from accountkit.errors import StatementError, UnreadableFile
from accountkit.sources import read
from tests.sources.tables import DATA, values, with_part, workbook

ROWS = [["USD m", dt.date(2024, 12, 31)], ["Revenue", 10], ["Net income", 1]]


def test_real_dates_are_period_ends():
    assert values(read(workbook(("S", ROWS)), "x.xlsx"), "2024-12-31") == {"revenue": 10e6, "net_income": 1e6}


def test_a_formula_without_a_stored_result_is_not_taken_as_missing():
    rows = [*ROWS, ["Total assets", "=B2+B3"]]
    with pytest.raises(StatementError, match=r"S!B4.*=B2\+B3.*save the file"):
        read(workbook(("S", rows)), "x.xlsx")


def test_a_cell_formatted_as_percent_is_a_percentage(tmp_path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active["B3"] = 0.1
    book.active["B3"].number_format = "0.0%"
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(StatementError, match="percentage"):
        read(tmp_path / "x.xlsx")


def test_a_hidden_sheet_is_not_read(tmp_path):
    book = openpyxl.load_workbook(_saved(tmp_path))
    hidden = book.create_sheet("Old")
    for row in (["USD m", dt.date(2024, 12, 31)], ["Revenue", 99]):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "h.xlsx")
    assert values(read(tmp_path / "h.xlsx"), "2024-12-31")["revenue"] == 10e6


def test_one_sheet_can_be_chosen():
    other = [["USD m", dt.date(2024, 12, 31)], ["Revenue", 99], ["Net income", 9]]
    data = workbook(("A", ROWS), ("B", other))
    assert values(read(data, "x.xlsx", mapping={"sheet": "B"}), "2024-12-31")["revenue"] == 99e6
    with pytest.raises(StatementError, match="A and B"):
        read(data, "x.xlsx", mapping={"sheet": "C"})


def test_macros_are_refused():
    with pytest.raises(UnreadableFile, match="macros"):
        read(with_part(workbook(("S", ROWS)), "xl/vbaProject.bin", b"x"), "x.xlsm")


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>',
        b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><worksheet/>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x []><worksheet/>'.encode("utf-16"),
    ],
)
def test_an_xml_part_that_declares_entities_is_refused(content):
    with pytest.raises(UnreadableFile, match="entities"):
        read(with_part(workbook(("S", ROWS)), "xl/worksheets/sheet1.xml", content), "x.xlsx")


def test_a_damaged_part_is_damage_and_no_traceback():
    with pytest.raises(UnreadableFile, match="damaged"):
        read(
            with_part(workbook(("S", ROWS)), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"),
            "x.xlsx",
        )


def test_an_empty_workbook_is_named():
    with pytest.raises(UnreadableFile, match="no rows"):
        read(workbook(("S", [])), "x.xlsx")


def test_an_old_workbook_cut_off_is_damage():
    data = (DATA / "statements" / "apple_fy2024.xls").read_bytes()
    with pytest.raises(UnreadableFile):
        read(data[:2000], "x.xls")


def test_a_zip_that_is_no_workbook_is_named():
    with pytest.raises(UnreadableFile, match="archive"):
        read(with_part(b"PK\x05\x06" + bytes(18), "figures.csv", b"a,b"), "figures.zip")


def _saved(folder):
    path = folder / "x.xlsx"
    path.write_bytes(workbook(("S", ROWS)))
    return path


def test_an_old_workbook_whose_sectors_run_in_a_circle_is_refused_and_not_followed_for_ever():
    data = bytearray((DATA / "statements" / "apple_fy2024.xls").read_bytes())
    holder = int.from_bytes(data[76:80], "little")
    data[512 + holder * 512 : 512 + holder * 512 + 4] = (0).to_bytes(
        4, "little"
    )  # sector 0 is followed by sector 0
    with pytest.raises(UnreadableFile, match="damaged"):
        read(bytes(data), "circle.xls")

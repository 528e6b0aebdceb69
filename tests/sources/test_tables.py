"""One company, written down in every way that files do it: the statements must be the same."""

import csv
import io

import pytest

from accountkit.sources import paste, read, shape_of
from tests.sources.tables import APPLE, DATA, apple_2024, millions, said, values, workbook

HEAD = ["(USD in millions)", "2024-09-28", "2023-09-30"]
ROWS = [HEAD, *([label, *pair] for label, pair in APPLE.items())]


def text(rows, delimiter=","):
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


def turned(rows):
    return [list(column) for column in zip(*rows, strict=True)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("turn", [False, True])
def test_periods_as_rows_or_columns_under_any_delimiter_are_the_same(delimiter, turn):
    rows = turned(ROWS) if turn else ROWS
    imported = read(text(rows, delimiter).encode(), "apple.csv")
    assert values(imported, "2024-09-28") == apple_2024()
    assert set(imported.statements) == {"2023-09-30", "2024-09-28"}
    assert imported.currency == "USD"
    assert imported.statements["2024-09-28"].unit == 1e6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_is_found(encoding):
    rows = [
        ["单位：万元", "2019年报"],
        ["营业收入", "36789378.75"],
        ["归属于母公司所有者的净利润", "3887208.69"],
    ]
    imported = read(text(rows).encode(encoding), "万科.csv")
    assert values(imported, "2019-12-31") == {"revenue": 367893787500, "net_income": 38872086900}
    assert imported.currency == "CNY"


def test_a_western_file_is_read_too():
    rows = [["Société (€ million)", "2024-12-31"], ["Revenue", "10"], ["Net income", "1"]]
    imported = read(text(rows).encode("cp1252"), "societe.csv")
    assert values(imported, "2024-12-31")["revenue"] == 10e6
    assert imported.currency == "EUR"


def test_a_paste_is_read_like_a_file():
    assert values(paste(text(ROWS, "\t")), "2024-09-28") == apple_2024()


def test_canonical_keys_are_headers():
    keys = "period_end,revenue,cost_of_revenue,operating_income,interest_expense,income_before_tax,income_tax,net_income,total_assets,total_liabilities,equity"
    # New Oriental, year to 31 May 2022, USD thousand (20-F): interest expense and cost are made blank here
    imported = read(
        f"{keys}\n2022-05-31,3105246000,,-982513000,,-1083964000,136312000,-1187721000,6035000000,-,3705506000".encode(),
        "edu.csv",
    )
    assert values(imported, "2022-05-31") == {
        "revenue": 3105246e3,
        "operating_income": -982513e3,
        "income_before_tax": -1083964e3,
        "income_tax": 136312e3,
        "net_income": -1187721e3,
        "total_assets": 6035e6,
        "equity": 3705506e3,
    }
    assert {m.reason for m in imported.mapping} == {"key"}
    assert not imported.unmapped


def test_missing_is_absent_and_a_written_zero_is_zero():
    rows = [
        ["USD", "2024-12-31", "2023-12-31"],
        ["Revenue", "10", "—"],
        ["Interest expense", "0", "N/A"],
        ["Net income", "1", "2"],
    ]
    imported = read(text(rows).encode(), "x.csv")
    assert values(imported, "2024-12-31") == {"revenue": 10, "interest_expense": 0, "net_income": 1}
    assert values(imported, "2023-12-31") == {"net_income": 2}


def test_every_figure_says_where_it_came_from():
    imported = read(text(ROWS).encode(), "apple.csv")
    origin = imported.statements["2023-09-30"].figures["net_income"].origin
    assert (origin.source, origin.place, origin.label) == ("apple.csv", "C6", "Net income")
    sheets = read(workbook(("Income", ROWS)), "apple.xlsx")
    assert sheets.statements["2023-09-30"].figures["net_income"].origin.place == "Income!C6"


def test_units_may_differ_by_row_column_and_cell():
    rows = [
        ["", "2024 (USD thousand)", "2023 (USD million)"],
        ["Revenue", "5000", "4"],
        ["Total assets (USD billion)", "1", "2"],
        ["Net income", "$3m", "$2m"],
    ]
    imported = read(text(rows).encode(), "x.csv")
    assert values(imported, "2024-12-31") == {"revenue": 5e6, "total_assets": 1e9, "net_income": 3e6}
    assert values(imported, "2023-12-31") == {"revenue": 4e6, "total_assets": 2e9, "net_income": 2e6}


def test_a_row_of_units_below_the_header_counts_for_its_columns():
    # the form of Hong Kong reports: the unit stands under each year
    rows = [
        ["", "2024", "2023"],
        ["", "RMB’000", "RMB’000"],
        ["Revenue", "5,000", "4,000"],
        ["Profit for the year", "(300)", "200"],
    ]
    imported = paste(text(rows, "\t"))
    assert values(imported, "2024-12-31")["revenue"] == 5e6
    assert imported.currency == "CNY"


def test_a_unit_and_a_currency_stated_by_the_person_win():
    rows = [["", "2024-09-28"], ["Revenue", "391035"], ["Net income", "93736"]]
    imported = read(text(rows).encode(), "a.csv", unit="million", currency="EUR")
    assert values(imported, "2024-09-28")["revenue"] == 391035e6
    assert imported.currency == "EUR"


def test_a_bare_year_ends_on_the_fiscal_year_end_and_else_says_what_it_took():
    rows = [
        ["USD thousand", "FY2024", "FY2023"],
        ["Revenue", "4313586", "2997760"],
        ["Net income", "309591", "177341"],
    ]
    imported = read(text(rows).encode(), "edu.csv", fiscal_year_end="05-31")
    assert set(imported.statements) == {"2023-05-31", "2024-05-31"}
    assert not said(imported, "31 December")
    assumed = read(text(rows).encode(), "edu.csv")
    assert set(assumed.statements) == {"2023-12-31", "2024-12-31"}
    assert said(assumed, "31 December")


def test_the_decimal_comma_is_found_from_the_whole_table():
    rows = [
        ["Mio. EUR", "31.12.2024"],
        ["Revenue", "1.234,5"],
        ["Total assets", "2.345"],
        ["Net income", "12,25"],
    ]
    imported = read(text(rows, ";").encode(), "konzern.csv")
    assert millions(imported, "2024-12-31") == {"revenue": 1234.5, "total_assets": 2345, "net_income": 12.25}


def test_sheets_of_a_workbook_are_one_set_of_statements_each_in_its_own_unit():
    income = [["USD in millions", "2024-09-28"], ["Revenue", 391035], ["Net income", 93736]]
    balance = [
        ["USD in thousands", "2024-09-28"],
        ["Total assets", 364980000],
        ["Total shareholders’ equity", 56950000],
    ]
    notes = [["Notes"], ["Nothing to see"]]
    imported = read(workbook(("Income", income), ("Balance", balance), ("Notes", notes)), "apple.xlsx")
    assert millions(imported, "2024-09-28") == {
        "revenue": 391035,
        "net_income": 93736,
        "total_assets": 364980,
        "equity": 56950,
    }
    assert said(imported, "Notes")


def test_two_statements_below_each_other_may_each_have_their_header():
    rows = [
        ["Income USD m", "2024", "2023"],
        ["Revenue", 10, 9],
        ["Net income", 1, 2],
        ["Balance", "2023", "2024"],
        ["Total assets", 20, 30],
        ["Shareholders’ equity", 5, 6],
    ]
    imported = read(text(rows).encode(), "x.csv")
    assert millions(imported, "2024-12-31") == {
        "revenue": 10,
        "net_income": 1,
        "total_assets": 30,
        "equity": 6,
    }


def test_expenses_in_brackets_are_stored_positive_and_that_is_said():
    rows = [
        ["RMB’000", "2024"],
        ["Revenue", "100"],
        ["Cost of sales", "(60)"],
        ["Profit before tax", "20"],
        ["Income tax expense", "(5)"],
        ["Profit for the year", "15"],
    ]
    imported = read(text(rows).encode(), "x.csv")
    found = values(imported, "2024-12-31")
    assert (found["cost_of_revenue"], found["income_tax"]) == (60e3, 5e3)
    assert said(imported, "negative", "Cost of revenue", "Income tax")


def test_a_tax_credit_stays_negative():
    rows = [
        ["USD", "2024"],
        ["Revenue", "100"],
        ["Profit before tax", "20"],
        ["Income tax", "(5)"],
        ["Net income", "25"],
    ]
    assert values(read(text(rows).encode(), "x.csv"), "2024-12-31")["income_tax"] == -5


def test_net_income_belongs_to_all_owners_where_the_parents_share_is_named():
    rows = [
        ["USD m", "2025-01-31"],
        ["Net income", 20157],
        ["Net income attributable to noncontrolling interest", 721],
        ["Total equity", 97421],
        ["Total shareholders' equity", 91013],
    ]
    # Walmart, Form 10-K for fiscal 2025: consolidated net income 20,157, of which 721 to the minorities
    found = millions(read(text(rows).encode(), "wmt.csv"), "2025-01-31")
    assert found == {
        "net_income_total": 20157,
        "minority_income": 721,
        "equity_total": 97421,
        "equity": 91013,
    }


def test_net_income_is_the_parents_where_no_minorities_appear():
    rows = [["USD m", "2024-09-28"], ["Net income", 93736], ["Total shareholders’ equity", 56950]]
    assert millions(read(text(rows).encode(), "a.csv"), "2024-09-28") == {
        "net_income": 93736,
        "equity": 56950,
    }


def test_interim_trailing_and_forecast_columns_are_left_out_and_named():
    rows = [
        ["USD m", "2024", "Q3 2024", "TTM", "2025E"],
        ["Revenue", 10, 3, 11, 12],
        ["Net income", 1, 1, 1, 1],
    ]
    imported = read(text(rows).encode(), "x.csv", fiscal_year_end="12-31")
    assert set(imported.statements) == {"2024-12-31"}
    for period in ("Q3 2024", "TTM", "2025E"):
        assert said(imported, period)


def test_quarter_ends_among_year_ends_are_left_out_and_named():
    rows = [
        ["period_end", "revenue", "net_income"],
        ["2023-12-31", 40, 4],
        ["2024-03-31", 10, 1],
        ["2024-06-30", 20, 2],
        ["2024-12-31", 44, 5],
    ]
    imported = read(text(rows).encode(), "x.csv")
    assert set(imported.statements) == {"2023-12-31", "2024-12-31"}
    assert said(imported, "2024-03-31", "2024-06-30")


def test_a_year_end_that_moved_keeps_both_years():
    rows = [["period_end", "revenue", "net_income"], ["2023-12-31", 40, 4], ["2024-09-30", 30, 3]]
    assert len(read(text(rows).encode(), "x.csv").statements) == 2


def test_the_convenience_translation_of_the_last_year_is_left_out():
    rows = [
        ["", "2023 RMB million", "2024 RMB million", "2024 US$ million"],
        ["Revenue", 700, 710, 100],
        ["Net income", 70, 71, 10],
    ]
    imported = read(text(rows).encode(), "x.csv")
    assert imported.currency == "CNY"
    assert millions(imported, "2024-12-31") == {"revenue": 710, "net_income": 71}
    assert said(imported, "USD")
    dollars = read(text(rows).encode(), "x.csv", currency="USD")
    assert {p: millions(dollars, p) for p in dollars.statements} == {
        "2024-12-31": {"revenue": 100, "net_income": 10}
    }


def test_unmapped_labels_are_offered_and_a_chosen_mapping_is_taken():
    rows = [["USD m", "2024"], ["Revenues from stores", 10], ["Net income", 1], ["Badgers", 3]]
    imported = read(text(rows).encode(), "x.csv")
    assert imported.unmapped == ("Revenues from stores", "Badgers")
    assert "revenue" in imported.proposals["Revenues from stores"]
    assert said(imported, "has no Revenue")
    chosen = read(text(rows).encode(), "x.csv", mapping={"revenue": "Revenues from stores"})
    assert millions(chosen, "2024-12-31") == {"revenue": 10, "net_income": 1}
    assert next(m for m in chosen.mapping if m.line == "revenue").reason == "chosen"
    assert chosen.choices == {"revenue": "Revenues from stores", "net_income": "Net income"}


def test_a_mapping_outranks_recognition_and_can_decline_a_line():
    rows = [["USD m", "2024"], ["Revenue", 10], ["Net sales", 9], ["Net income", 1]]
    assert (
        millions(read(text(rows).encode(), "x.csv", mapping={"revenue": "Net sales"}), "2024-12-31")[
            "revenue"
        ]
        == 9
    )
    declined = read(text(rows).encode(), "x.csv", mapping={"net_income": ""})
    assert "net_income" not in values(declined, "2024-12-31")
    assert "Net income" in declined.unmapped


def test_a_mapping_can_carry_how_the_file_is_read():
    rows = [["", "2024"], ["Umsatz", "1.234"], ["Net income", "1.000"]]
    mapping = {
        "revenue": "Umsatz",
        "decimal": ",",
        "unit": "million",
        "currency": "EUR",
        "fiscal_year_end": "06-30",
    }
    imported = read(text(rows, ";").encode(), "x.csv", mapping=mapping)
    assert millions(imported, "2024-06-30") == {"revenue": 1234, "net_income": 1000}
    assert imported.currency == "EUR"


def test_files_of_one_shape_share_their_signature_whatever_their_values():
    other = [["(USD in millions)", "2025-09-27", "2024-09-28"], *([label, 1, 2] for label in APPLE)]
    shape = read(text(ROWS).encode(), "apple.csv").shape
    assert (
        read(text(other).encode(), "next.csv").shape
        == shape
        == shape_of(text(other, "\t").encode(), "next.tsv")
    )
    assert read(text(ROWS[:-1]).encode(), "less.csv").shape != shape


def test_a_similar_name_is_taken_with_a_warning():
    rows = [["USD m", "2024"], ["Revenue", 10], ["Toatl assets", 30], ["Net income", 1]]
    imported = read(text(rows).encode(), "x.csv")
    assert values(imported, "2024-12-31")["total_assets"] == 30e6
    assert said(imported, "Toatl assets", "similar")


def test_ratios_of_return_are_read_as_shares():
    rows = [
        ["报告期", "营业收入", "加权平均净资产收益率(%)"],
        ["2024-12-31", "100", "12.3"],
        ["2023-12-31", "90", "11.5%"],
    ]
    imported = read(text(rows).encode(), "x.csv")
    assert values(imported, "2024-12-31")["weighted_average_roe"] == pytest.approx(0.123)
    assert values(imported, "2023-12-31")["weighted_average_roe"] == pytest.approx(0.115)


def test_hong_kong_owners_are_read_from_their_headings():
    rows = [
        ["RMB’000", "2024"],
        ["Revenue", 100],
        ["Profit for the year", 12],
        ["Profit attributable to:", None],
        ["Owners of the Company", 10],
        ["Non-controlling interests", 2],
        ["Total comprehensive income attributable to:", None],
        ["Owners of the Company", 99],
        ["Total equity", 80],
    ]
    found = values(read(text(rows).encode(), "hk.csv"), "2024-12-31")
    assert found == {
        "revenue": 100e3,
        "net_income_total": 12e3,
        "net_income": 10e3,
        "minority_income": 2e3,
        "equity_total": 80e3,
    }


def test_apples_workbook_is_read_from_xlsx_and_xls_alike():
    new = read(DATA / "statements" / "apple_fy2024.xlsx")
    old = read(DATA / "statements" / "apple_fy2024.xls")
    for period in ("2024-09-28", "2023-09-30"):
        assert values(new, period) == values(old, period)
    found = millions(new, "2024-09-28")
    assert (found["revenue"], found["equity"], found["inventory"]) == (391035, 56950, 7286)
    # 10-K for fiscal 2024: total liabilities and shareholders' equity of 364,980 million are the total assets
    assert (found["liabilities_and_equity"], new.unmapped) == (found["total_assets"], ("Gross margin",))


def test_a_chinese_xls_in_wan_yuan():
    imported = read(DATA / "statements" / "vanke_fy2019.xls")
    # 万科 2019: 营业总收入 3,678.94 亿元 (eastmoney, ashare_fy2019.csv)
    assert values(imported, "2019-12-31")["total_operating_revenue"] == pytest.approx(
        367893877538.94, rel=1e-7
    )
    assert "minority_interest" not in values(imported, "2019-12-31")
    assert imported.currency == "CNY"

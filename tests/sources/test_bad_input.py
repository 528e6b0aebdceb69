"""Bad input is an error that says where, what and what to do, or a visible warning. Nothing is dropped or zeroed unseen."""

import pytest

from accountkit.errors import AccountkitError, LineNotFound, StatementError, UnreadableFile
from accountkit.sources import paste, read
from tests.sources.tables import DATA, said, values

GOOD = (
    "USD m\t2024\t2023\nRevenue\t10\t9\nNet income\t1\t2\nTotal assets\t30\t28\nShareholders' equity\t5\t4\n"
)


def refused(text, *words, kind=StatementError, **options):
    with pytest.raises(kind) as caught:
        paste(text, "x.csv", **options)
    for word in words:
        assert word in str(caught.value)
    return caught.value


def test_a_text_where_a_number_belongs_is_named_with_its_place():
    refused(GOOD.replace("30", "about 30"), "B4", "about 30", "Total assets", "blank")


def test_a_percentage_where_an_amount_belongs_is_refused():
    refused(GOOD.replace("\t9\n", "\t9%\n"), "C2", "9%", "percentage")


def test_a_spreadsheet_error_is_not_a_figure():
    refused(GOOD.replace("30", "#REF!"), "#REF!", "B4")


def test_a_number_that_no_company_has_is_refused():
    refused(GOOD.replace("30", "9" * 19), "B4", "unit")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Revenue", "Revenue"),
        ("Total assets", "Total assets"),
        ("Net income", "Net income"),
        ("Shareholders' equity", "Equity"),
    ],
)
def test_a_missing_line_is_a_warning_that_names_it(line, name):
    imported = paste("\n".join(row for row in GOOD.splitlines() if not row.startswith(line)))
    assert said(imported, f"has no {name}.")


def test_a_file_without_any_known_line_lists_what_it_has():
    error = refused("x\t2024\nBadgers\t1\nFoxes\t2", "Badgers", "Foxes", "LINE=LABEL", kind=LineNotFound)
    assert error.labels == ("Badgers", "Foxes")
    assert error.shape


def test_a_file_without_periods_says_so():
    refused("Revenue\t10\nNet income\t1", "no periods", "2024-12-31")


def test_a_chosen_label_that_is_not_there_is_named_with_those_that_are():
    error = refused(GOOD, "Umsatz", "Revenue", kind=LineNotFound, mapping={"revenue": "Umsatz"})
    assert "Total assets" in error.labels


def test_a_mapping_of_something_that_is_no_line_is_refused():
    refused(GOOD, "badgers", "net_income", mapping={"badgers": "Revenue"})


def test_two_currencies_for_the_same_periods_are_an_error_unless_one_is_chosen():
    text = "\t2024 USD m\t2024 EUR m\nRevenue\t10\t9\nNet income\t1\t2"
    refused(text, "EUR", "USD", "currency=")
    assert values(paste(text, currency="EUR"), "2024-12-31")["revenue"] == 9e6
    refused(text, "GBP", currency="GBP")


def test_two_currencies_in_a_column_are_an_error_unless_one_is_chosen():
    text = "entity,period_end,line,value,currency\nA,2024-12-31,revenue,10,USD\nA,2024-12-31,net_income,1,EUR\nA,2023-12-31,net_income,1,EUR\nA,2022-12-31,revenue,1,USD"
    refused(text, "EUR", "USD")


def test_a_duplicate_year_with_different_figures_is_an_error_with_both_places():
    refused("USD m\t2024\t2024\nRevenue\t10\t9\nNet income\t1\t1", "B2", "C2", "10", "9")
    refused("period_end,revenue,net_income\n2024-12-31,10,1\n2024-12-31,11,1", "B2", "B3")


def test_a_duplicate_year_with_the_same_figures_is_merged_and_said():
    imported = paste("USD m\t2024\t2024\nRevenue\t10\t10\nNet income\t1\t1")
    assert values(imported, "2024-12-31") == {"revenue": 10e6, "net_income": 1e6}
    assert said(imported, "twice")


@pytest.mark.parametrize("content", [b"", b"   \n\n", b"\xef\xbb\xbf", b",,,\n,,,\n"])
def test_an_empty_file_is_named_as_empty(content):
    with pytest.raises(UnreadableFile, match=r"empty|no rows"):
        read(content, "empty.csv")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7 ...", "PDF.*XBRL or Excel.*paste"),
        (b"<html><table><tr><td>Revenue</td></tr></table></html>", "web page"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "neither"),
        (b'{"a": 1}', "companyfacts"),
        (b"{", "JSON"),
        (b"PK\x03\x04broken", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1broken", "damaged"),
        (b"\x1f\x8bbroken", "damaged"),
    ],
)
def test_a_file_of_another_kind_is_named(content, word):
    with pytest.raises(StatementError, match=word):
        read(content, "statement.xlsx")


def test_a_text_table_called_xls_is_read_as_what_it_is():
    assert values(read(GOOD.encode(), "export.xls"), "2024-12-31")["revenue"] == 10e6


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(UnreadableFile, match=r"nowhere\.csv"):
        read("/nowhere.csv")
    with pytest.raises(UnreadableFile):
        read(str(DATA))


def test_thousands_separated_by_bare_commas_are_not_read_as_columns():
    with pytest.raises(StatementError, match="quotation marks"):
        read(b"period_end,revenue,net_income\n2024-12-31,1,234,100\n2023-12-31,900,90", "x.csv")
    with pytest.raises(StatementError, match="quotation marks"):
        read(b"USD,2024,2023\nRevenue,1,234,1,100\nNet income,10,9", "x.csv")


def test_two_ways_to_write_numbers_in_one_table_are_an_error_until_one_is_stated():
    text = "EUR\t2024\nRevenue\t1.234,5\nTotal assets\t2,345.6"
    refused(text, "1.234,5", "2,345.6", "decimal=")


def test_a_point_that_could_be_either_is_asked_about_where_commas_are_decimal():
    text = "EUR;2024\nRevenue;1.234\nNet income;1.000"
    refused(text, "1.234", "decimal=")
    assert values(paste(text, mapping={"decimal": ","}), "2024-12-31")["revenue"] == 1234
    assert said(paste(text.replace(";", "\t")), "decimal points")


def test_a_day_that_could_be_two_is_refused():
    refused("period_end\trevenue\tnet_income\n05/06/2024\t10\t1", "05/06/2024", "YYYY-MM-DD")


def test_figures_without_a_period_are_named():
    assert said(paste("USD m\t2024\tChange\nRevenue\t10\t3\nNet income\t1\t1"), "Change")
    assert said(paste("period_end,revenue,net_income\n2024-12-31,10,1\n20x3,9,1"), "20x3", "A3")
    assert said(paste("period_end,revenue,,net_income\n2024-12-31,10,7,1"), "C2")


def test_the_second_row_of_a_name_is_not_lost_unseen():
    imported = paste("USD m\t2024\nRevenue\t10\nNet income\t1\nRevenue\t11")
    assert values(imported, "2024-12-31")["revenue"] == 10e6
    assert said(imported, "A2", "A4")


def test_figures_without_a_unit_are_asked_about():
    assert said(paste("USD\t2024\nRevenue\t391035\nNet income\t93736"), "no unit", "391,035")


def test_a_file_without_a_currency_says_what_it_took():
    assert said(paste("\t2024\nRevenue\t10000000\nNet income\t1"), "USD")
    assert paste("\t2024\n营业收入\t10000000\n净利润\t1").currency == "CNY"


@pytest.mark.parametrize(
    "options",
    [
        {"unit": "apples"},
        {"currency": "money"},
        {"fiscal_year_end": "13-45"},
        {"mapping": {"decimal": "x"}},
        {"mapping": {"sheet": "y"}},
    ],
)
def test_wrong_options_are_refused_with_what_is_right(options):
    refused(GOOD, kind=AccountkitError, **options)


def test_html_in_a_label_stays_text():
    imported = paste("USD m\t2024\n<script>alert(1)</script>\t3\nRevenue\t10\nNet income\t1")
    assert "<script>alert(1)</script>" in imported.unmapped


def test_messages_are_translated():
    from accountkit.i18n import use_language

    with use_language("zh_CN"), pytest.raises(StatementError) as caught:
        paste(GOOD.replace("30", "about 30"))
    assert "B4" in str(caught.value) and "数字" in str(caught.value)

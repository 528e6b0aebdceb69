import datetime as dt

import pytest

from accountkit.errors import StatementError
from accountkit.sources.tables.periods import period_of
from accountkit.sources.tables.placing import placed


@pytest.mark.parametrize(
    ("label", "end"),
    [
        ("2024-09-28", (2024, 9, 28)),
        ("2024/9/28", (2024, 9, 28)),
        ("20241231", (2024, 12, 31)),
        (20241231, (2024, 12, 31)),
        ("2024.12.31", (2024, 12, 31)),
        ("2024-12-31 00:00:00", (2024, 12, 31)),
        ("2024-12-31T00:00:00Z", (2024, 12, 31)),
        ("Sep. 28, 2024", (2024, 9, 28)),
        ("Sep 28, 2024", (2024, 9, 28)),
        ("September 28, 2024", (2024, 9, 28)),
        ("31 May 2024", (2024, 5, 31)),
        ("31-May-2024", (2024, 5, 31)),
        ("31st May 2024", (2024, 5, 31)),
        ("31/05/2024", (2024, 5, 31)),
        ("05/31/2024", (2024, 5, 31)),
        ("As of December 31, 2024", (2024, 12, 31)),
        ("Year ended 31 December 2024", (2024, 12, 31)),
        ("For the fiscal year ended May 31, 2024", (2024, 5, 31)),
        ("12 Months Ended Sep. 28, 2024", (2024, 9, 28)),
        ("2024年5月31日", (2024, 5, 31)),
        ("截至2024年12月31日止年度", (2024, 12, 31)),
        ("2024年12月", (2024, 12, 31)),
        ("2024-02", (2024, 2, 29)),
        ("Mar-24", (2024, 3, 31)),
        ("Mar 2024", (2024, 3, 31)),
        ("2024年报", (2024, 12, 31)),
        ("2024年年报", (2024, 12, 31)),
        (dt.date(2024, 5, 31), (2024, 5, 31)),
        ("２０２４年", (2024, 12, 31)),
    ],
)
def test_a_label_names_the_day_that_it_ends_on(label, end):
    period = period_of(label)
    assert period is not None and period.kind == "year"
    assert period.end == dt.date(*end)


@pytest.mark.parametrize(
    "label",
    [
        "2024",
        2024,
        2024.0,
        "FY2024",
        "FY24",
        "FY 2024",
        "fy'24",
        "2023/24",
        "2023-24",
        "2023/2024",
        "2024A",
        "2024年",
        "2024年度",
        "2024财年",
    ],
)
def test_a_bare_year_takes_the_fiscal_year_end(label):
    period = period_of(label)
    assert period is not None and period.bare_year
    assert placed(period, "05-31").end == dt.date(2024, 5, 31)
    assert placed(period, "02-29").end == dt.date(2024, 2, 29)
    assert placed(period, None).end == dt.date(2024, 12, 31)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Q3 2024", "interim"),
        ("2024Q3", "interim"),
        ("2024H1", "interim"),
        ("2024一季报", "interim"),
        ("2024中报", "interim"),
        ("2024半年报", "interim"),
        ("2024三季报", "interim"),
        ("Three Months Ended Dec. 31, 2024", "interim"),
        ("TTM", "trailing"),
        ("LTM 2024", "trailing"),
        ("2025E", "forecast"),
        ("2025F", "forecast"),
        ("Budget 2025", "forecast"),
        ("2025预测", "forecast"),
    ],
)
def test_what_is_no_actual_year_is_known_as_such(label, kind):
    assert period_of(label).kind == kind


@pytest.mark.parametrize(
    "label",
    [
        "Revenue",
        "1,234",
        "12",
        12,
        391035,
        "",
        None,
        "2024 growth",
        "Change 2024/2023 %",
        "Note 2024-1 to 5",
        True,
        "营业收入",
        "2024-13-45",
    ],
)
def test_other_text_is_no_period(label):
    assert period_of(label) is None


def test_a_day_that_could_be_two_is_marked():
    assert period_of("05/06/2024").ambiguous
    assert not period_of("05/05/2024").ambiguous


@pytest.mark.parametrize("value", ["13-01", "May", "5", "02-30", ""])
def test_a_fiscal_year_end_that_is_none_is_refused(value):
    with pytest.raises(StatementError, match="05-31"):
        placed(period_of("2024"), value or "x")


@pytest.mark.parametrize(
    "label",
    [
        "2023 年 12 月 31 日",
        "12/2023",
        "12/31/23",
        "2023年末",
        "2023年年度报告",
        "2023年1—12月",
        "二〇二三年十二月三十一日",
        "二零二三年度",
        "2023年度（已重述）",
        "12M Dec-31-2023",
        "12 months\nDec-31-2023A",
        "FY2023 12/31/2023",
        "20231231.0",
    ],
)
def test_a_year_as_services_and_printed_reports_write_it(label):
    period = period_of(label)
    assert period is not None and (period.end, period.kind) == (dt.date(2023, 12, 31), "year")


@pytest.mark.parametrize("label", ["13/2023", "5/23", "二〇二三", "十十年"])
def test_what_only_looks_like_a_year_is_none(label):
    assert period_of(label) is None

import pytest

from accountkit.sources.cells.numerals import is_missing, proven_mark, reading


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", 1234.5),
        ("1234", 1234),
        ("(1,234)", -1234),
        ("−1,234", -1234),
        ("–7", -7),
        ("1,234-", -1234),
        ("１，２３４．５", 1234.5),
        ("（９０）", -90),
        ("$ (1,234)", -1234),
        ("($1,234)", -1234),
        ("-$5", -5),
        ("US$391,035", 391035),
        ("¥1,000", 1000),
        ("RMB 1,000", 1000),
        ("1 234 567", 1234567),
        ("1’234’567", 1234567),
        ("12,34,567", 1234567),
        ("1.5e9", 1.5e9),
        ("+3", 3),
        (".5", 0.5),
        ("0", 0),
        ("△12", -12),
        ("1,234*", 1234),
        ("1,234 [1]", 1234),
        ("1,234(a)", 1234),
        ("1,234 (2)", 1234),
        ("(1,234)(1)", -1234),
        ("1,234²", 1234),
        ("1,234①", 1234),
        (12, 12),
        (1.5, 1.5),
    ],
)
def test_numbers_are_read_as_people_write_them(text, value):
    read = reading(text)
    assert (read.kind, read.value) == ("number", value)


@pytest.mark.parametrize(
    ("text", "value", "scale"),
    [
        ("1505.60亿", 1505.6, 1e8),
        ("12万", 12, 1e4),
        ("1.2万亿元", 1.2, 1e12),
        ("3.4bn", 3.4, 1e9),
        ("$2.5 million", 2.5, 1e6),
        ("(5k)", -5, 1e3),
    ],
)
def test_a_cell_may_carry_its_own_unit(text, value, scale):
    read = reading(text)
    assert (read.kind, read.value, read.scale) == ("number", value, scale)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "-", "--", "—", "–", "N/A", "n.a.", "不适用", "无", "nil", "#N/A", None, float("nan"), "　"],
)
def test_blanks_and_dashes_are_missing_and_never_zero(text):
    assert is_missing(text)
    assert reading(text).kind == "missing"


@pytest.mark.parametrize("text", ["12.5%", "１２％", "(3.1%)", "-4 %"])
def test_a_percentage_is_known_as_one(text):
    assert reading(text).kind == "percent"


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "12abc",
        "1,23,4",
        "1..2",
        "--5",
        "1-2",
        "=1+1",
        True,
        "12,345,67",
        "(12",
        "12)",
        "1,234,56",
        "twelve",
        "#REF!",
        "½",
    ],
)
def test_what_is_no_number_is_text_and_not_guessed(text):
    assert reading(text).kind == "text"


def test_a_number_beyond_every_company_is_refused():
    assert reading("1e30").kind == "too_large"
    assert reading(float("inf")).kind == "too_large"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("1,234.5", "."),
        ("1.234,5", ","),
        ("12,5", ","),
        ("12.5", "."),
        ("1,234,567", "."),
        ("1.234.567", ","),
        ("0,123", ","),
        ("1234.567", "."),
        ("1,234", None),
        ("1.234", None),
        ("1234", None),
    ],
)
def test_a_cell_proves_its_decimal_mark_or_nothing(text, mark):
    assert proven_mark(text) == mark


def test_the_comma_is_a_decimal_mark_where_it_is_said():
    assert reading("1.234,5", ",").value == 1234.5
    assert reading("1.234,5", ".").kind == "text"

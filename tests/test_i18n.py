"""Numbers as people write them, by one rule in both languages: signs, units, significant figures, one scale per range."""

from __future__ import annotations

import pytest

from accountkit.i18n import (
    clauses,
    currency_name,
    entered,
    enumerated,
    labelled,
    listed,
    money,
    money_range,
    money_scale,
    percent,
    points,
    use_language,
)

AMOUNTS = [
    (450e6, "USD", "US$ 450 m", "4.5亿美元"),
    (-501_300, "USD", "−US$ 501 k", "−50.1万美元"),
    (72.61e9, "USD", "US$ 72.6 bn", "726亿美元"),
    (7.286e9, "USD", "US$ 7.29 bn", "72.9亿美元"),
    (648.1e9, "USD", "US$ 648 bn", "6,480亿美元"),
    (45.095e12, "JPY", "¥ 45.1 tn", "45.1万亿日元"),
    (2.0e6, "CNY", "RMB 2 m", "200万元"),
    (999.96e6, "EUR", "€ 1 bn", "10亿欧元"),
    (0.0, "USD", "US$ 0", "0美元"),
    (850, "GBP", "£ 850", "850英镑"),
]


@pytest.mark.parametrize(("value", "currency", "english", "chinese"), AMOUNTS)
def test_money_has_three_significant_figures_in_both_languages(value, currency, english, chinese):
    with use_language("en"):
        assert money(value, currency).replace("\u202f", " ") == english
    with use_language("zh_CN"):
        assert money(value, currency) == chinese


def test_both_languages_round_to_the_same_amount():
    """An amount that reads as 2.28 bn in one language is never another amount in the other."""
    scales = {"k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12, "万亿": 1e12, "亿": 1e8, "万": 1e4}
    for value in (1234, 9_996, 10_004, 123_456, 2_284_999_999, 45_678_912_345, 9.9951e11):
        with use_language("en"):
            _symbol, digits, unit = money(value, "USD").replace("\u202f", " ").replace(",", "").split()
        with use_language("zh_CN"):
            text = money(value, "USD").replace(",", "").removesuffix("美元")
        other = next((key for key in ("万亿", "亿", "万") if text.endswith(key)), "")
        chinese = float(text.removesuffix(other)) * scales.get(other, 1.0)
        assert float(digits) * scales[unit] == pytest.approx(chinese), value


def test_a_range_has_one_scale_and_its_unit_once():
    with use_language("en"):
        assert money_range(41e6, 100e6, 160e6, "USD").replace("\u202f", " ") == "US$ 100 m (41 to 160)"
        assert money_range(-5e5, 2e6, 2e6, "USD").replace("\u202f", " ") == "US$ 2 m (−0.5 to 2)"
        assert money_range(-14e3, 3.4e6, 6.5e6, "USD", 2).replace("\u202f", " ") == "US$ 3.4 m (−0.01 to 6.5)"
        assert money_range(-900, 3.4e6, 6.5e6, "USD", 2).replace("\u202f", " ") == "US$ 3.4 m (0 to 6.5)"
        assert money_range(2e6, 2e6, 2e6, "USD").replace("\u202f", " ") == "US$ 2 m"
        assert money_range(-3e6, -2e6, 1e6, "USD").replace("\u202f", " ") == "−US$ 2 m (−3 to 1)"
    with use_language("zh_CN"):
        assert money_range(41e6, 100e6, 160e6, "USD") == "1亿美元（0.41至1.6）"


def test_a_table_has_one_scale_for_all_its_amounts():
    with use_language("en"):
        written, unit = money_scale([2_997.76e6, 177.34e6, 6_392.46e6], "USD")
        assert (unit, written(2_997.76e6), written(177.34e6)) == ("US$ m", "2,998", "177")
        written, unit = money_scale([648.1e9, 15.511e9], "USD")
        assert (unit, written(648.1e9), written(15.511e9)) == ("US$ bn", "648.1", "15.5")
    with use_language("zh_CN"):
        written, unit = money_scale([2_997.76e6, -177.34e6], "USD")
        assert (unit, written(2_997.76e6), written(-177.34e6)) == ("亿美元", "29.98", "−1.77")


def test_points_after_a_verb_carry_no_sign_and_one_is_singular():
    with use_language("en"):
        assert (points(-0.421), points(0.02), points(-0.007, sign=False)) == (
            "−42.1 points",
            "+2.0 points",
            "0.7 points",
        )
        assert (points(0.01), points(-0.01, sign=False)) == ("+1.0 point", "1.0 point")
    with use_language("zh_CN"):
        assert points(-0.421) == "−42.1个百分点"


def test_a_share_is_never_minus_nothing():
    with use_language("en"):
        assert percent(-0.0001) == "0.0\u202f%"
        assert percent(-0.276) == "−27.6\u202f%"


LISTS = [
    (["a"], "a", "a"),
    (["a", "b"], "a and b", "a和b"),
    (["a", "b", "c"], "a, b and c", "a、b、c"),
    (["a", "b", "c", "d"], "a, b, c and d", "a、b、c、d"),
]


@pytest.mark.parametrize(("items", "english", "chinese"), LISTS)
def test_a_list_is_written_as_in_a_sentence(items, english, chinese):
    with use_language("en"):
        assert listed(items) == english
    with use_language("zh_CN"):
        assert listed(items) == chinese


def test_an_item_with_an_and_of_its_own_stays_whole():
    with use_language("en"):
        assert listed(["licences and permits", "channels"]) == "licences and permits, and channels"
        assert listed(["a", "b and c", "d"]) == "a, b and c, and d"
        assert listed(["Finance", "Head of safety and claims"]) == "Finance and Head of safety and claims"
    with use_language("zh_CN"):
        assert listed(["手段与差异", "数量"]) == "手段与差异、数量"


def test_choices_facts_and_labels_have_the_marks_of_their_language():
    with use_language("en"):
        assert (enumerated("ab"), clauses("ab"), labelled("a", "b"), labelled("a")) == (
            "a, b",
            "a; b",
            "a: b",
            "a:",
        )
    with use_language("zh_CN"):
        assert (enumerated("ab"), clauses("ab"), labelled("a", "b"), labelled("a")) == (
            "a、b",
            "a；b",
            "a：b",
            "a：",
        )


@pytest.mark.parametrize(
    ("value", "text"), [(4.0, "4"), (2.4, "2.4"), (0.32, "0.32"), (11.15, "11.15"), (0.318, "0.32")]
)
def test_a_number_has_as_many_decimals_as_it_was_entered_with(value, text):
    with use_language("en"):
        assert entered(value) == text


def test_a_chinese_sentence_names_the_currency():
    assert currency_name("CNY") == "CNY", "an English one keeps the code"
    with use_language("zh_CN"):
        assert [currency_name(code) for code in ("CNY", "USD", "XYZ")] == ["人民币", "美元", "XYZ"]

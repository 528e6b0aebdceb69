"""What is said aloud: the right driver, never leverage as a goal, in both languages without a hole."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from accountkit import finance
from accountkit.i18n import fiscal_year, use_language
from tests.finance.statements import by_end, new_oriental, statement, years

FY2023, CALENDAR, WEEKS = dt.date(2023, 5, 31), dt.date(2023, 12, 31), dt.date(2023, 1, 1)
BASE = dict(revenue=[1000, 1000], net_income=[60, 60], total_assets=[800, 800], equity=[400, 400])


def said(**lines) -> finance.Reading:
    roe = finance.dupont(years(**{**BASE, **lines}), basis="ending")
    return finance.reading(roe, finance.attribution(roe))


def test_a_fallen_margin_is_named_with_its_figures():
    reading = said(net_income=[60, 40])
    assert "net margin fell from 6.0\u202f% to 4.0\u202f%" in reading.sentence
    assert reading.driver == "margin" and "price, mix, cost" in reading.lever


def test_a_fallen_turnover_is_named_with_its_figures():
    reading = said(total_assets=[800, 1200], equity=[400, 600])
    assert "asset turnover fell from 1.25 to 0.83" in reading.sentence
    assert reading.driver == "turnover" and "inventory" in reading.question


def test_leverage_explains_and_is_never_the_lever():
    reading = said(equity=[400, 200])
    assert "the equity multiplier, which rose from 2.00 to 4.00" in reading.sentence
    assert reading.driver is None


def test_leverage_that_masks_a_decline_is_said_once_with_its_part():
    # margin −4.26 points, multiplier +1.8: the fall of 3.6 would have been larger
    sentence = said(net_income=[60, 40], equity=[400, 350]).sentence
    assert "masked 1.8 points" in sentence and "added back" not in sentence
    assert "Net margin took off 5.4 points." in sentence  # 15.0 to 11.4: the part is larger than the fall


def test_what_ran_against_the_largest_part_is_named_with_its_part():
    # margin 6 to 8 %: +3.3 points at the lower turnover; turnover 1.25 to 1.00: −1.9
    sentence = said(net_income=[60, 80], total_assets=[800, 1000], equity=[400, 500]).sentence
    assert "Net margin added 4.5 points; asset turnover took back 3.5 points." in sentence


def test_a_change_under_a_tenth_of_a_point_is_none():
    # 15.00 to 15.09 %
    assert "unchanged" in said(net_income=[60, 60.36]).sentence
    assert "unchanged" not in said(net_income=[60, 60.5]).sentence


def test_an_unchanged_return_names_what_cancelled_out():
    sentence = said(net_income=[60, 75], total_assets=[800, 1000], equity=[400, 500]).sentence
    assert "was offset by asset turnover" in sentence and "net margin (+" in sentence


def test_what_is_unchanged_is_never_a_lever():
    # margin down 0.02 point, an effect of 0.05
    reading = said(net_income=[60, 59.8])
    assert reading.driver is None and "Neither" in reading.lever


def test_operations_that_ran_against_the_return_come_first():
    # Operating income falls from 100 to 90 while interest falls by more; 75 % are kept of both
    lines = dict(
        cost_of_revenue=[600, 610],
        gross_profit=[400, 390],
        operating_income=[100, 90],
        income_before_tax=[80, 88],
        net_income=[60, 66],
    )
    first = said(**lines).sentence
    assert "on non-operating items; operations cost 1.9 points" in first
    assert "by 1.5 points to 16.5" in first and "from 15.0" not in first
    # The two amounts are the whole: −1.875 and +3.375
    assert first.endswith("operations cost 1.9 points. Non-operating items added 3.4 points.")


def test_tax_that_follows_profit_is_no_cause():
    """Profit before tax falls from 100 to 60, and a quarter of it is tax in both years."""
    reading = said(operating_income=[100, 60], income_before_tax=[100, 60], net_income=[75, 45])
    assert reading.sentence.endswith("mainly because net margin fell from 7.5\u202f% to 4.5\u202f%.")
    assert "by 7.5 points" in reading.lever


def test_chinese_has_one_word_for_operations():
    lines = dict(operating_income=[100, 90], income_before_tax=[80, 88], net_income=[60, 66])
    with use_language("zh_CN"):
        sentence = said(**lines, total_assets=[800, 780]).sentence
    assert sentence.count("经营活动") == 1 and "运营" not in sentence and sentence.count("非经营项目") == 2


def test_a_margin_that_rose_on_tax_is_not_the_cause():
    # Operating margin 10 to 10.4 %, of which 60 of 90 and 80 of 94 are kept (+0.76 points); the rate of tax does the rest
    lines = dict(operating_income=[100, 104], income_before_tax=[90, 94], net_income=[60, 80])
    assert said(**lines).sentence == (
        "Return on equity rose by 5.0 points to 20.0\u202f% in FY2021, on tax and minorities; "
        "operations added 0.8 points. Tax and minorities added 4.2 points."
    )


def test_a_margin_that_rose_on_operations_is_the_cause():
    lines = dict(operating_income=[100, 120], income_before_tax=[90, 112], net_income=[60, 80])
    assert "driven by net margin, which rose from 6.0" in said(**lines).sentence


def test_without_reported_operating_income_nothing_is_said_of_operations():
    lines = dict(income_before_tax=[90, 94], interest_expense=[10, 10], net_income=[60, 80])
    assert "driven by net margin" in said(**lines).sentence


def test_small_movements_are_one_sum_and_no_cause():
    # Margin 6.0 to 6.3 %, times 49.8: +14.9 points; turnover and multiplier, each under 1 %, take 2.7
    thin = dict(net_income=[60, 63], total_assets=[80, 80.7], equity=[20, 20.175])
    sentence = said(**thin).sentence
    assert "driven by net margin" in sentence and "turnover" not in sentence
    assert "Net margin added 14.9 points; small changes took back 2.7 points." in sentence


def test_a_return_that_moved_by_small_changes_alone_has_no_cause():
    # 75.0 to 76.3 %: margin +0.8 %, multiplier +0.9 %
    sentence = said(net_income=[300, 302.4], total_assets=[800, 800], equity=[400, 396.4]).sentence
    assert sentence == "Return on equity rose to 76.3\u202f% in FY2021 from 75.0\u202f% a year earlier."


def test_inside_a_loss_what_ran_against_the_margin_is_reported():
    # Margin −4 to −3 %, equity 400 to 200: the return falls from −10 to −15 %
    sentence = said(net_income=[-40, -30], equity=[400, 200]).sentence
    assert "worsened to −15.0" in sentence
    assert (
        "Net margin rose from −4.0\u202f% to −3.0\u202f%. Equity multiplier rose from 2.00 to 4.00."
        in sentence
    )


LOSSES = [
    ([60, -20], "turned negative", "Net margin fell"),
    ([-20, -40], "worsened", "Net margin fell"),
    ([-40, -20], "still negative", "Net margin rose"),
    ([-20, 60], "recovered", "net margin, which rose"),
]


@pytest.mark.parametrize(("profit", "result", "cause"), LOSSES)
def test_across_a_loss_the_margin_alone_explains(profit, result, cause):
    lines = dict(net_income=profit, total_assets=[800, 1000], equity=[400, 400])
    reading = said(**lines)
    assert result in reading.sentence and cause in reading.sentence
    assert "Asset turnover fell from 1.25 to 1.00." in reading.sentence
    assert "points" not in reading.sentence and reading.driver != "turnover"


def test_a_year_bears_the_companys_own_label():
    with use_language("zh_CN"):
        assert [fiscal_year(end) for end in (FY2023, CALENDAR, WEEKS)] == ["2023财年", "2023年", "2022年"]
    assert [fiscal_year(end) for end in (FY2023, CALENDAR, WEEKS)] == ["FY2023", "FY2023", "FY2022"]


def test_the_question_goes_as_deep_as_the_lines():
    lines = dict(receivables=[100, 500], inventory=[100, 100], total_assets=[800, 1200], equity=[400, 600])
    assert "pay later" in said(**lines).question


def test_one_year_is_read_without_a_change():
    roe = finance.dupont(
        by_end(statement("2020-12-31", revenue=100, net_income=5, total_assets=80, equity=40)), basis="ending"
    )
    assert "was 12.5\u202f% in FY2020" in finance.reading(roe).sentence


def test_no_figure_is_said_with_its_reason():
    roe = finance.dupont(
        by_end(statement("2020-12-31", revenue=100, net_income=5, total_assets=80, equity=-40)),
        basis="ending",
    )
    reading = finance.reading(roe)
    assert reading.driver is None and reading.question.endswith("?")
    assert "cannot be calculated" in reading.sentence


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_part_is_a_whole_sentence_in_both_languages(lang):
    with use_language(lang):
        roe = finance.dupont(new_oriental())
        for first, last in zip(roe.years[1:], roe.years[2:-1], strict=False):
            reading = finance.reading(roe, finance.attribution(roe, first.period_end, last.period_end))
            for text in (reading.sentence, reading.lever, reading.fragile, reading.question):
                assert text.endswith((".", "?", "。", "？"))
                assert "{" not in text
                if lang == "zh_CN":
                    assert not re.search(r"[A-Za-z]{3,}", text), text


def test_with_nothing_to_compare_nothing_is_claimed():
    roe = finance.dupont(
        by_end(statement("2020-12-31", revenue=100, net_income=5, total_assets=80, equity=40)), basis="ending"
    )
    reading = finance.reading(roe)
    assert "no comparison yet" in reading.lever and "add" not in reading.fragile


def test_a_part_that_slipped_is_not_asked_about_where_the_margin_rose():
    # New Oriental FY2023: tax took 0.6 point while the margin brought 34
    roe = finance.dupont(new_oriental())
    assert "tax" not in finance.reading(roe, finance.attribution(roe)).question


def test_in_five_steps_the_question_goes_as_deep():
    lines = dict(
        cost_of_revenue=[600, 700],
        operating_income=[100, 80],
        income_before_tax=[90, 70],
        net_income=[60, 45],
    )
    roe = finance.dupont(years(**{**BASE, **lines}), steps=5, basis="ending")
    assert "gross margin" in finance.reading(roe, finance.attribution(roe)).question


def test_where_equity_is_negative_margin_and_turnover_are_read_alone():
    roe = finance.dupont(
        by_end(statement("2020-12-31", revenue=100, net_income=5, total_assets=80, equity=-40)),
        basis="ending",
    )
    sentence = finance.reading(roe).sentence
    assert "5.0" in sentence and "1.25" in sentence

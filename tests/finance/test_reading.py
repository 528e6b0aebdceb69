"""What is said aloud: the right driver, never leverage as a goal, in both languages without a hole."""

from __future__ import annotations

import re

import pytest

from accountkit import finance
from accountkit.i18n import use_language
from tests.finance.statements import by_end, new_oriental, statement, years

BASE = dict(revenue=[1000, 1000], net_income=[60, 60], total_assets=[800, 800], equity=[400, 400])


def said(**lines) -> finance.Reading:
    roe = finance.dupont(years(**{**BASE, **lines}), basis="ending")
    return finance.reading(roe, finance.attribution(roe))


def test_a_fallen_margin_is_named_with_its_figures():
    reading = said(net_income=[60, 40])
    assert "of every 100 of sales, 4.0 stayed, before it was 6.0" in reading.sentence
    assert reading.driver == "margin" and "price, mix, cost" in reading.lever


def test_a_fallen_turnover_is_named_with_its_figures():
    reading = said(total_assets=[800, 1200], equity=[400, 600])
    assert "each 100 of assets brought 83.3 of sales" in reading.sentence
    assert reading.driver == "turnover" and "stock" in reading.question


def test_borrowing_explains_and_is_never_the_lever():
    reading = said(equity=[400, 200])
    assert "comes from borrowing" in reading.sentence
    assert reading.driver is None
    assert reading.fragile.startswith("Fragile")


def test_borrowing_that_hides_a_slide_is_said():
    assert "hid part of the slide" in said(net_income=[60, 40], equity=[400, 350]).sentence


def test_a_still_return_is_said_to_stand_still():
    assert "stood still" in said().sentence


def test_the_question_goes_as_deep_as_the_lines():
    lines = dict(receivables=[100, 500], inventory=[100, 100], total_assets=[800, 1200], equity=[400, 600])
    assert "pay later" in said(**lines).question


def test_one_year_is_read_without_a_change():
    roe = finance.dupont(
        by_end(statement("2020-12-31", revenue=100, net_income=5, total_assets=80, equity=40)), basis="ending"
    )
    assert "earned 12.5 in the year to 31 December 2020" in finance.reading(roe).sentence


def test_no_figure_is_said_with_its_reason():
    roe = finance.dupont(
        by_end(statement("2020-12-31", revenue=100, net_income=5, total_assets=80, equity=-40)),
        basis="ending",
    )
    reading = finance.reading(roe)
    assert reading.driver is None and reading.question.endswith("?")
    assert "no return on equity" in reading.sentence


def test_thin_equity_is_called_fragile():
    assert "so thin" in said(equity=[30, 30]).fragile


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
                    assert not re.search(r"[A-Za-z]{3,}", text.replace("ROE", "")), text


def test_with_nothing_to_compare_nothing_is_claimed():
    roe = finance.dupont(
        by_end(statement("2020-12-31", revenue=100, net_income=5, total_assets=80, equity=40)), basis="ending"
    )
    reading = finance.reading(roe)
    assert "nothing yet to compare" in reading.lever and "than before" not in reading.fragile


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

"""A number that a person types into a field: read by the rules of the reader's language, or refused with what to write."""

from __future__ import annotations

import pytest

from accountkit.errors import InvalidEdit, StatementError
from accountkit.i18n import LANGUAGES, use_language
from accountkit.sources.catalogue import read_catalogue
from accountkit.sources.cells.typed import typed_value

READ = {
    "3,5": 3.5,
    "12,5": 12.5,
    "0,5": 0.5,
    "0,125": 0.125,
    ",5": 0.5,
    "1,2345": 1.2345,
    "1,234": 1234,
    "1,234,567": 1234567,
    "12,34,567": 1234567,
    "1,234.5": 1234.5,
    "1.234": 1.234,
    "1.234,5": 1234.5,
    "1.234.567": 1234567,
    "1 234,5": 1234.5,
    "-3,5": -3.5,
    "−3,5": -3.5,
    "（3.5）": -3.5,
    "１２，５": 12.5,
    "１，２３４": 1234,
    "120万": 1_200_000,
    "１２０万": 1_200_000,
    "1,5亿": 150_000_000,
    "2千": 2000,
    "1.2 m": 1_200_000,
    "3,5 bn": 3.5e9,
    "40k": 40_000,
    "1e5": 100_000,
    "12,5 %": 12.5,
    "": None,
    "  ": None,
    "–": None,
}
SHARES = {
    "12,5 %": 0.125,
    "12.5%": 0.125,
    "１２.５％": 0.125,
    "12,5": 0.125,
    "0,5 %": 0.005,
    "-3 %": -0.03,
    "": None,
}
UNCLEAR = ("1234,567", "12345,678")
NONE_AT_ALL = ("1,23,4", "1.2.3", "abc", "5 apples", "1,,2", "12-5", "1/2", "9e99")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("text", "value"), READ.items())
def test_a_number_is_read_as_it_was_meant(text, value, lang):
    with use_language(lang):
        assert typed_value(text) == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("text", "share"), SHARES.items())
def test_a_share_is_typed_in_per_cent(text, share, lang):
    with use_language(lang):
        assert typed_value(text, "percent") == (None if share is None else pytest.approx(share))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", UNCLEAR)
def test_what_can_be_read_in_two_ways_is_asked(text, lang):
    with use_language(lang), pytest.raises(InvalidEdit) as refused:
        typed_value(text)
    # both ways to write it are shown
    assert text.replace(",", ".") in refused.value.reason
    assert f"{int(text.replace(',', '')):,}" in refused.value.reason


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", ["number", "percent"])
@pytest.mark.parametrize("text", NONE_AT_ALL)
def test_what_is_no_number_is_refused_with_a_reason(text, form, lang):
    with use_language(lang), pytest.raises(InvalidEdit) as refused:
        typed_value(text, form)
    assert refused.value.reason and text[:40] in str(refused.value)


@pytest.mark.parametrize("text", ["35%", "３５％", "12,5 %"])
def test_an_amount_is_no_percentage(text):
    with pytest.raises(InvalidEdit, match="an amount is asked for"):
        typed_value(text, "money")
    assert typed_value("35", "money") == 35 and typed_value("３５万", "money") == 350_000


def test_a_share_takes_no_scale():
    with pytest.raises(InvalidEdit):
        typed_value("3万", "percent")


def test_a_decimal_comma_in_a_catalogue_is_not_dropped():
    found = read_catalogue(b'name,change_base\nA,"3,5"\nB,"1,234"\n')
    assert [offer.change.base for offer in found.values()] == [3.5, 1234]
    with pytest.raises(StatementError):
        read_catalogue(b'name,change_base\nA,"1,23,4"\n')

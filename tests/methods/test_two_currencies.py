"""An account whose statements are in another currency than the amounts that people entered: nothing mixes the two."""

from __future__ import annotations

import io

import pytest

from accountkit import finance
from accountkit.brief import compose, write
from accountkit.errors import NotMeaningful
from accountkit.finance.levers.spans import two_currencies
from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.chain.gaps import gaps
from accountkit.methods.known_figures import case_of
from accountkit.methods.overview.overview import overview
from accountkit.methods.problems.reading import problems
from accountkit.model import Account, Answer, Edit, Opportunity, Value, apply
from accountkit.samples import sample
from accountkit.sources.statements.edits import first_currency

SAID = two_currencies("USD", "EUR")


@pytest.fixture(scope="module")
def account() -> Account:
    """A sample with its amounts said to be in euro; its statements are in dollars."""
    account = sample("walmart")
    assert account.currency == account.statement_currency == "USD" and account.levers
    return apply(account, [Edit("currency", "EUR")])


def test_the_overview_says_what_to_do(account):
    assert SAID in overview(Analyses(account)).basis
    assert [gap.text for gap in gaps(Analyses(account)) if gap.code == "two_currencies"] == [SAID]
    assert SAID not in overview(Analyses(sample("walmart"))).basis


def test_statements_value_no_problem_in_another_currency(account):
    before = {one.id for one in problems(Analyses(sample("walmart"))).entries if one.worth}
    after = [one for one in problems(Analyses(account)).entries if one.worth]
    assert len(after) < len(before)
    assert all("US$" not in one.worth.how for one in after)


def test_levers_in_one_currency_are_not_added_to_statements_in_another(account):
    own = finance.latest(account.statements, basis="average")
    for work in (finance.scenario, finance.business_case):
        with pytest.raises(NotMeaningful, match="USD"):
            work(own, account.levers, currency=account.currency)
    assert case_of(account, own, account.levers) is None


@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_the_brief_mixes_no_two(account, edition):
    text = io.BytesIO()
    write(compose(account, edition=edition), text, "md")
    lines = text.getvalue().decode().splitlines()
    assert not [line for line in lines if "€" in line and "US$" in line]
    assert any(SAID in line for line in lines) is (edition == "internal")


def test_amounts_keep_their_currency_when_the_first_statements_come():
    blank = Account(slug="a", currency="USD")
    dealt = Account(slug="a", currency="USD", opportunities={"o": Opportunity(how_much=5e5)})
    assert first_currency(blank, "CNY") == [Edit("currency", "CNY")]
    assert first_currency(dealt, "CNY") == []
    sold = Answer(values={"purchase": Value(value=2e4)})
    ordered = Answer(rows={"r1": {"cells": {"expected_sum": 3e5}}})
    for key, answer in (("lifetime_value", sold), ("deal_review.o", ordered)):
        assert first_currency(Account(slug="a", currency="USD", answers={key: answer}), "CNY") == []
    counted = Answer(values={"horizon": Value(value=3.0)}, rows={"r1": {"cells": {"expected_sum": None}}})
    assert first_currency(Account(slug="a", currency="USD", answers={"lifetime_value": counted}), "CNY")


def test_chinese_sentences_name_the_currencies():
    with use_language("zh_CN"):
        assert two_currencies("USD", "EUR").startswith("报表为美元，填写的金额为欧元，")
        account = sample("walmart")
        assert overview(Analyses(account)).basis == "按平均余额、归属母公司净资产计算，币种为美元。"

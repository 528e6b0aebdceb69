"""What an internal reader and the customer read of the same figures agrees, and one brief has one profit."""

from __future__ import annotations

import pytest

from accountkit.brief import compose
from accountkit.brief.markdown import markdown
from accountkit.i18n import use_language
from accountkit.model import Account
from tests.finance.statements import years

LINES = dict(
    revenue=[1000, 1050],
    operating_income=[78, 55],
    income_before_tax=[77, 54],
    net_income_total=[60, 42],
    net_income=[59, 41],
    total_assets=[800, 1000],
    equity_total=[400, 420],
    operating_cash_flow=[48, 18],
)


def told(lang: str, edition: str = "internal") -> str:
    with use_language(lang):
        account = Account(slug="a", statements=years(**LINES))
        return markdown(compose(account, edition=edition)).decode().replace("\\", "")


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "operating margin (price, mix"), ("zh_CN", "营业利润率（价格、结构")]
)
def test_both_editions_name_the_same_lever(lang, name):
    for edition in ("internal", "customer"):
        assert name in told(lang, edition)


def test_one_brief_has_one_profit_by_its_name():
    text = told("zh_CN")
    cash = next(line for line in text.splitlines() if line.startswith("| 年度截至"))
    assert "净利润（含少数股东损益）" in cash and "0.43" in text and "0.44" not in text
    assert "Net income including minorities | Cash against profit" in told("en")

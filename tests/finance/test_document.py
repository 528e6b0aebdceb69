"""The JSON form of the decomposition, field by field."""

from __future__ import annotations

import json

from accountkit import finance
from tests.finance.statements import DATA, by_end, new_oriental, statement


def apple() -> dict:
    """Apple FY2023 and FY2024 as tagged in its 10-K of 2024-11-01 (tests/data/us_10k_facts.csv)."""
    names = {
        "NetIncomeLoss": "net_income",
        "Assets": "total_assets",
        "StockholdersEquity": "equity",
        "RevenueFromContractWithCustomerExcludingAssessedTax": "revenue",
    }
    found: dict[str, dict[str, float]] = {}
    for row in (DATA / "us_10k_facts.csv").read_text(encoding="utf-8").splitlines()[1:]:
        ticker, _filing, concept, end, value = row.split(",")
        if ticker == "AAPL" and concept in names:
            found.setdefault(end, {})[names[concept]] = float(value)
    return by_end(*(statement(end, **lines) for end, lines in found.items()))


def test_the_form_is_exactly_the_one_promised():
    roe = finance.dupont(apple())
    document = finance.roe_document(roe, finance.attribution(roe, *(y.period_end for y in roe.years[-2:])))
    assert list(document) == ["currency", "basis", "years", "attribution"]
    assert list(document["years"][-1]) == [
        "period_end",
        "net_margin",
        "asset_turnover",
        "equity_multiplier",
        "return_on_equity",
        "notes",
    ]
    assert [year["period_end"] for year in document["years"]] == sorted(
        year["period_end"] for year in document["years"]
    )
    assert json.loads(json.dumps(document)) == document


def test_apple_2024_by_hand():
    # 93,736 / 391,035; 391,035 / ((352,583 + 364,980) / 2); 358,781.5 / ((62,146 + 56,950) / 2); USD million
    year = finance.roe_document(finance.dupont(apple()))["years"][-1]
    assert year["period_end"] == "2024-09-28" and year["notes"] == []
    names = ("net_margin", "asset_turnover", "equity_multiplier", "return_on_equity")
    assert [round(year[name], 4) for name in names] == [0.2397, 1.0899, 6.0251, 1.5741]


def test_five_steps_have_exactly_their_factors():
    roe = finance.dupont(new_oriental(), steps=5)
    document = finance.roe_document(roe, finance.attribution(roe))
    factors = ["tax_burden", "interest_burden", "operating_margin", "asset_turnover", "equity_multiplier"]
    assert list(document["years"][0]) == ["period_end", *factors, "return_on_equity", "notes"]
    assert list(document["attribution"]["effects"]) == factors


def test_what_is_not_meaningful_is_null_with_a_note():
    roe = finance.dupont(new_oriental(), steps=5)
    first, last = (y.period_end for y in roe.years[4:6])
    document = finance.roe_document(roe, finance.attribution(roe, first, last))
    assert set(document["attribution"]["effects"].values()) == {None} and document["attribution"]["notes"]
    loss = document["years"][4]
    assert loss["tax_burden"] is None and any("Tax burden" in note for note in loss["notes"])


def test_an_attribution_of_figures_has_exactly_its_fields():
    roe = finance.dupont(new_oriental())
    change = finance.roe_document(roe, finance.attribution(roe, method="chain"))["attribution"]
    assert list(change) == ["from", "to", "method", "delta", "effects"]
    assert (change["from"], change["to"], change["method"]) == ("2022-05-31", "2023-05-31", "chain")
    assert abs(sum(change["effects"].values()) - change["delta"]) < 1e-12


def test_without_an_attribution_it_is_null():
    assert finance.roe_document(finance.dupont(new_oriental()))["attribution"] is None

"""Cash and profit of two years (methods.md, cash_flow_reading: its own figures, in millions)."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit import samples
from accountkit.finance.findings.cash_flow import borrowed, cash_years, shortfalls
from accountkit.finance.findings.cash_in_words import cash_cells, cash_names, cash_over_years
from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.problems.rules import classify
from accountkit.model import Account, Figure, Peer, Statement, apply
from accountkit.model.deals import Opportunity

KEY = "cash_flow_reading"
M = 1e6
OPENING = {"cash": 20}
BEFORE = {
    "revenue": 500,
    "net_income": 40,
    "operating_cash_flow": 48,
    "investing_cash_flow": -30,
    "capital_expenditure": 28,
    "financing_cash_flow": -10,
    "cash": 28,
    "receivables": 100,
    "inventory": 50,
    "payables": 40,
}
NOW = {
    "revenue": 540,
    "net_income": 36,
    "operating_cash_flow": 18,
    "investing_cash_flow": -42,
    "capital_expenditure": 40,
    "financing_cash_flow": 20,
    "cash": 24,
    "depreciation": 20,
    "receivables": 130,
    "inventory": 64,
    "payables": 46,
}


def statements(*years: dict[str, float], first: int = 2023) -> dict[str, Statement]:
    ends = [dt.date(first + n, 12, 31) for n in range(len(years))]
    return {
        end.isoformat(): Statement(
            period_end=end, figures={key: Figure(value=value * M) for key, value in lines.items()}
        )
        for end, lines in zip(ends, years, strict=True)
    }


def peer(conversion: float) -> Peer:
    lines = {"net_income": 100, "operating_cash_flow": 100 * conversion}
    return Peer(name=f"Peer {conversion}", statements=statements(lines, first=2025))


PEERS = {str(n): peer(value) for n, value in enumerate((0.90, 0.95, 1.40))}


def account(*years: dict[str, float], outlay: float | None = 2, peers: bool = True) -> Account:
    deal = {"o": Opportunity(name="Line control", how_much=None if outlay is None else outlay * M)}
    known = statements(*(years or (OPENING, BEFORE, NOW)))
    return Account(slug="own", statements=known, opportunities=deal, peers=PEERS if peers else {})


def test_the_results_of_both_years():
    _opening, before, now = cash_years(statements(OPENING, BEFORE, NOW))
    assert (before.free, before.pattern, before.net_change, before.contradicts) == (
        20 * M,
        "+--",
        8 * M,
        False,
    )
    assert before.conversion == pytest.approx(1.20) and before.cash_margin == pytest.approx(0.096)
    assert before.self_funding == pytest.approx(48 / 28) == pytest.approx(1.71, abs=0.005)
    assert (now.free, now.pattern, now.net_change, now.contradicts) == (-22 * M, "+-+", -4 * M, False)
    assert (now.conversion, now.self_funding) == pytest.approx((0.50, 0.45))
    assert now.cash_margin == pytest.approx(0.033, abs=0.0005)


def test_the_bridge_names_what_took_most():
    *_before, now = cash_years(statements(OPENING, BEFORE, NOW))
    assert now.bridge == pytest.approx(
        {
            "net_income": 36 * M,
            "depreciation": 20 * M,
            "receivables": -30 * M,
            "inventory": -14 * M,
            "payables": 6 * M,
            "other": 0,
        }
    )
    assert now.eater == "receivables"


def test_what_falls_short_and_what_is_watched():
    years = cash_years(statements(OPENING, BEFORE, NOW))
    found = {key: value / reference - 1 for key, (value, reference) in shortfalls(years, PEERS).items()}
    assert found == pytest.approx(
        {("conversion", "own"): -0.58, ("cash_margin", "own"): -0.65, ("conversion", "peers"): -0.47},
        abs=0.005,
    )
    assert borrowed(years) == 1
    reading = Analyses(account()).read(KEY)
    assert set(reading.flags) == {"+-+", "watch"}


def test_candidates_become_problems():
    known = account()
    offers = Analyses(known).assess(KEY).suggestions
    assert [one.kind for one in offers] == ["problem"] * 3
    for offer in offers:
        known = apply(known, list(offer.edits()))
    types = {
        known.findings[one.finding_ids[0]].source_item: classify(one).primary
        for one in known.problems.values()
    }
    assert types == {
        "conversion_own": "restore",
        "cash_margin_own": "restore",
        "conversion_peers": "pursue_ideal",
    }
    assert not Analyses(known).assess(KEY).suggestions


def test_two_years_on_borrowed_money_are_to_prevent():
    known = account(OPENING, {**NOW, "cash": 30}, {**NOW, "cash": 26}, peers=False)
    (offer,) = Analyses(known).assess(KEY).suggestions
    assert offer.text == "Create a problem from “Growth is paid with borrowed money”?"
    known = apply(known, list(offer.edits()))
    assert classify(next(iter(known.problems.values()))).primary == "prevent"


def test_what_does_not_add_up_makes_no_finding():
    known = account(OPENING, BEFORE, {**NOW, "cash": 40})
    found = Analyses(known).assess(KEY)
    assert "contradicts" in found.detail.flags and not found.suggestions


@pytest.mark.parametrize(
    ("years", "outlay", "verdict"),
    [
        ((BEFORE, NOW), 2, "outside"),
        ((BEFORE,), 4, "current"),
        ((BEFORE,), 20, "planned"),
        ((BEFORE,), 21, "outside"),
        ((BEFORE,), None, "+--"),
    ],
)
def test_the_means_to_pay(years, outlay, verdict):
    assert Analyses(account(*years, outlay=outlay)).read(KEY).verdict == verdict


@pytest.mark.parametrize("line", ["operating_cash_flow", "capital_expenditure", "net_income", "revenue"])
def test_a_missing_line_is_never_zero(line):
    (year,) = cash_years(statements({key: value for key, value in BEFORE.items() if key != line}))
    blank = {
        "operating_cash_flow": {"conversion", "cash_margin", "free", "self_funding", "net_change", "pattern"},
        "capital_expenditure": {"free", "self_funding"},
        "net_income": {"conversion"},
        "revenue": {"cash_margin"},
    }
    names = ("conversion", "cash_margin", "free", "self_funding", "net_change", "pattern")
    assert {name for name in names if getattr(year, name) is None} == blank[line]


def test_ratios_without_meaning_are_blank():
    (year,) = cash_years(statements({**BEFORE, "net_income": -5, "capital_expenditure": 0}))
    assert (year.conversion, year.self_funding) == (None, None)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Of each 1.00 of profit 0.50 arrived as cash (1.20 before); receivables took most; free cash flow is −US$ 22 m.",
        ),
        ("zh_CN", "每1.00利润收到现金0.50（此前1.20），主要占用在应收账款；自由现金流为−2,200万美元。"),
    ],
)
def test_the_sentence(lang, said):
    with use_language(lang):
        (line,) = Analyses(account()).assess(KEY).brief
    assert (line.text.replace("\u202f", " ").replace("\xa0", " "), line.status, line.internal) == (
        said,
        "confirmed",
        False,
    )
    assert line.path == "statements/2025-12-31"


def test_of_the_samples_only_one_has_a_cash_flow():
    """The sources of New Oriental's figures hold no cash flow statement, and none is made up: the card says what to import."""
    readings = {slug: Analyses(samples.sample(slug)) for slug in samples.SLUGS}
    blank = readings["new-oriental"].assess(KEY)
    assert blank.sentence == "Import statements with the operating cash flow." and blank.brief == ()
    found = readings["walmart"].read(KEY)
    assert found.verdict == "current" and found.results["free"] > 0


def test_cash_over_the_years_is_sum_over_sum():
    # 48 + 18 of cash on 40 + 36 of profit
    years = cash_years(statements(BEFORE, NOW))
    assert cash_over_years(years) == "Over 2 years, 0.87 of each 1.00 of profit arrived as cash."
    assert cash_over_years(years[:1]) == "", "one year is no run of years"
    assert cash_over_years(cash_years(statements({**BEFORE, "net_income": -80}, NOW))) == "", (
        "no profit together"
    )


def test_a_year_of_cash_has_the_three_flows_and_what_is_free():
    (_before, now) = cash_years(statements(BEFORE, NOW))
    assert [text.replace("\u202f", " ").replace("\u00a0", " ") for text in cash_cells(now, "USD")] == [
        "US$ 18 m",
        "−US$ 42 m",
        "US$ 20 m",
        "−US$ 22 m",
        "US$ 36 m",
        "0.50",
    ]
    reading = Analyses(Account(slug="c", statements=statements(BEFORE, NOW))).read(KEY)
    flows = [reading.results[key] for key in ("operating", "investing", "financing")]
    assert flows == [18 * M, -42 * M, 20 * M]


def test_a_ratio_has_two_digits_in_the_list_and_in_the_sentence():
    found = Analyses(account()).read(KEY)
    told = {part.label: part.value_text for part in found.method.parts(found)}
    assert told["Cash against profit"] == "0.50" and told["Self-funding"] == "0.45"


def test_what_the_signs_say_stands_once():
    without, with_outlay = (Analyses(account(outlay=amount)).read(KEY) for amount in (None, 2))
    assert without.verdict == "+-+" and "+-+" not in without.flags
    assert with_outlay.verdict == "outside" and "+-+" in with_outlay.flags


OWNED = {"net_income_total": 60, "equity_total": 400, "operating_cash_flow": 48}
OWNED_NOW = {"net_income_total": 42, "net_income": 41, "equity_total": 420, "operating_cash_flow": 18}


def test_profit_is_that_of_the_decomposition():
    """The parent's equity is not in the statements, so the return, and cash against profit, are of all owners."""
    years = cash_years(statements(OWNED, OWNED_NOW))
    assert [year.profit for year in years] == [60 * M, 42 * M]
    assert years[-1].conversion == pytest.approx(18 / 42) and years[-1].bridge["net_income"] == 42 * M
    assert cash_names(years)[-2] == "Net income including minorities"
    (_before, chosen) = cash_years(statements(OWNED, OWNED_NOW), "parent")
    assert chosen.profit == 41 * M and cash_names([chosen])[-2] == "Net income"


def test_without_that_profit_the_other_one_is_named():
    (year,) = cash_years(statements({"net_income": 40, "operating_cash_flow": 48}), "total")
    assert year.profit == 40 * M and cash_names([year])[-2] == "Net income"

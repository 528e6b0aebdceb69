"""The sentences of the recorded companies, and of figures at random, are true in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit import finance
from accountkit.i18n import use_language
from tests.finance.recorded import changes, companies
from tests.finance.statements import years
from tests.finance.truth import faults


@pytest.fixture(scope="module")
def recorded():
    return companies()


def told(roe: finance.DuPont, change: finance.Attribution, lang: str) -> list[str]:
    with use_language(lang):
        change = finance.attribution(roe, change.start, change.end, method=change.method)
        said = finance.reading(roe, change)
        return [
            f"{fault} | {said.sentence} | {said.lever} | {said.fragile}"
            for fault in faults(roe, change, said)
        ]


def test_sixty_companies_are_read(recorded):
    read = [name for name, statements in recorded.items() if any(changes(statements))]
    assert len(read) >= 60


@pytest.mark.parametrize("steps", [3, 5])
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_recorded_companies_are_told_truly(recorded, lang, steps):
    found = {
        f"{name} {change.end}": told(roe, change, lang)
        for name, statements in recorded.items()
        for roe, change in changes(statements, steps)
    }
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


UNTRUE = [
    (
        "sentence",
        "Return on equity fell to 15.0\u202f% in FY2021 from 20.0\u202f% a year earlier.",
        "headline",
    ),
    (
        "sentence",
        "Return on equity rose by 5.0 points to 20.0\u202f%, on operations. It added 9.0 points.",
        "parts",
    ),
    (
        "sentence",
        "Return on equity rose, driven by net margin, which rose from 7.0\u202f% to 6.0\u202f%.",
        "goes",
    ),
    (
        "sentence",
        "Return on equity rose, driven by asset turnover, which rose from 1.25 to 1.26.",
        "not move",
    ),
    ("lever", "Most actionable lever: margin. Tax fell.", "lever: tax"),
    ("fragile", "Highly leveraged: assets are 2.00 times equity.", "without interest"),
]


@pytest.mark.parametrize(("part", "text", "fault"), UNTRUE)
def test_what_is_untrue_is_found(part, text, fault):
    lines = dict(revenue=[1000, 1000], net_income=[60, 80], total_assets=[800, 800], equity=[400, 400])
    roe = finance.dupont(years(**lines), basis="ending")
    change = finance.attribution(roe)
    said = replace(finance.reading(roe, change), driver="margin")
    assert any(fault in one for one in faults(roe, change, replace(said, **{part: text})))


AMOUNT = st.floats(50, 5000)
# whole figures: a profit of 1e-26 gives ratios that are written with a power of ten
PROFIT = st.floats(-400, 800).map(lambda value: float(round(value)))


@given(
    st.tuples(AMOUNT, AMOUNT),
    *(st.tuples(PROFIT, PROFIT) for _ in range(3)),
    st.tuples(st.floats(300, 3000), st.floats(300, 3000)),
    st.tuples(st.floats(20, 299), st.floats(20, 299)),
    st.tuples(st.floats(0, 100), st.floats(0, 100)),
    st.sampled_from(["en", "zh_CN"]),
    st.sampled_from([3, 5]),
)
@settings(max_examples=150)
def test_figures_at_random_are_told_truly(
    revenue, operating, pre_tax, net, assets, equity, interest, lang, steps
):
    lines = years(
        revenue=list(revenue),
        operating_income=list(operating),
        income_before_tax=list(pre_tax),
        net_income=list(net),
        total_assets=list(assets),
        equity=list(equity),
        interest_expense=list(interest),
        goodwill=[assets[0] * 0.1, assets[1] * 0.2],
    )
    roe = finance.dupont(lines, basis="ending", steps=steps)
    change = finance.attribution(roe)
    if change.effects:
        assert told(roe, change, lang) == []

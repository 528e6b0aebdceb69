"""Whatever the figures are, an analysis answers with numbers or with a reason: never with a traceback or an infinity."""

from __future__ import annotations

import datetime as dt
import math

from hypothesis import given
from hypothesis import strategies as st

from accountkit import finance
from accountkit.errors import AccountkitError
from accountkit.i18n import use_language
from accountkit.model import Lever, Problem, Span, Statement
from tests.finance.statements import by_end, statement

AMOUNT = st.one_of(
    st.just(0.0), st.floats(-1e15, 1e15), st.floats(1, 1e9), st.floats(allow_nan=False, allow_infinity=False)
)
LINES = st.dictionaries(st.sampled_from(sorted(finance.LINES)), AMOUNT, max_size=20)
ENDS = st.lists(st.dates(dt.date(2015, 1, 1), dt.date(2024, 12, 31)), unique=True, max_size=3)
USUAL = st.just([dt.date(2020, 12, 31), dt.date(2021, 12, 31), dt.date(2022, 12, 31)])


@st.composite
def statements(draw) -> dict[str, Statement]:
    ends = draw(st.one_of(ENDS, USUAL))
    currencies = st.sampled_from(["USD", "USD", "CNY"])
    return by_end(*(statement(end.isoformat(), draw(currencies), **draw(LINES)) for end in ends))


SPAN = st.builds(Span, low=st.none() | AMOUNT, base=st.none() | AMOUNT, high=st.none() | AMOUNT)
LEVERS = st.dictionaries(
    st.sampled_from("abc"),
    st.builds(
        Lever,
        kind=st.sampled_from(sorted(finance.KINDS)),
        change=SPAN,
        one_off=SPAN,
        running_cost=SPAN,
        share=st.floats(0, 1),
        ramp_years=st.floats(0, 5),
        use_of_cash=st.sampled_from(["repay", "return", "reinvest", "hold"]),
    ),
    max_size=3,
)


@given(
    statements(),
    st.sampled_from([3, 5]),
    st.sampled_from(["average", "ending"]),
    st.sampled_from(["en", "zh_CN"]),
)
def test_the_analysis_of_any_statements_answers(given_statements, steps, basis, lang):
    with use_language(lang):
        finance.frame(given_statements)
        finance.checks(given_statements)
        roe = finance.dupont(given_statements, steps=steps, basis=basis)
        finance.management_form(roe)
        finance.published_returns(given_statements, roe)
        finance.candidates(roe)
        for year in roe.years:
            finance.sub_ratios(year)
        change = None
        if len(roe.years) > 1:
            change = finance.attribution(roe)
            finance.detail(roe, change)
            finance.candidates(roe, change)
        reading = finance.reading(roe, change)
        document = finance.roe_document(roe, change)
    assert reading.sentence
    for year in document["years"]:
        for key, value in year.items():
            if isinstance(value, float):
                assert math.isfinite(value), key
        assert None not in year.values() or year["notes"], "what is null has a note"


@given(statements(), statements(), LEVERS)
def test_peers_and_scenarios_of_any_statements_answer_or_say_why(own, other, levers):
    roe, peer = (finance.dupont(s, basis="ending") for s in (own, other))
    comparison = None
    try:
        comparison = finance.compare(roe, {"p": peer})
        finance.gap(comparison, "p")
    except AccountkitError as error:
        assert str(error)
    for type_ in ("restore", "prevent", "pursue_ideal"):
        assert finance.worth(Problem(driver="margin"), type_, roe, comparison).text
    try:
        result = finance.scenario(roe, levers, comparison=comparison)
    except AccountkitError as error:
        assert str(error)
    else:
        assert set(result.skipped) <= set(levers)
        assert len(result.shares) == len(levers) - len(result.skipped)

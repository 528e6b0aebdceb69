"""Cash flow reading: does profit arrive as money, where does it go, and could it pay for our project? (seeds 004/8, 004/5)

All figures are read from the stored statements; the arithmetic is in `finance`. The outlay is that of the first deal.
"""

from __future__ import annotations

from accountkit.finance.findings.cash_flow import borrowed
from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.numbers.cash_rules import (
    MEANS,
    PATTERNS,
    flow,
    judge,
    known,
    last,
    means,
    outlay,
    rests,
    suggested,
    words,
)
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Calculator, Input, Result


def _pattern(signs: str, name: str) -> Flag:
    """What the signs say, unless the verdict says it."""
    return Flag(signs, name, lambda r: bool(known(r)) and known(r)[-1].pattern == signs and judge(r) != signs)


METHOD = Calculator(
    key="cash_flow_reading",
    name=N_("Cash flow"),
    question=N_(
        "Does the customer's profit arrive as cash, where does it go, and could it pay for our project?"
    ),
    group="understand",
    workspace="numbers",
    source="004/8, 004/5",
    rule=N_(
        "A ratio 10 % below its three-year best, or below the peer median, is suggested as a problem. Up to 20 % of the free cash flow an outlay is payable out of current cash; up to 100 % it has to be planned."
    ),
    first=N_("Import statements with the operating cash flow."),
    uses=("statements", "peers", "opportunities", "findings", "problems", "currency"),
    inputs=(Input("outlay", N_("Outlay for our project"), "money", outlay),),
    results=(
        Result("means", N_("Outlay against free cash flow"), means, "percent", N_("outlay / free cash flow")),
        *(
            Result(kind, name, last(flow(f"{kind}_cash_flow")), "money")
            for kind, name in (
                ("operating", N_("Operating cash flow")),
                ("investing", N_("Investing cash flow")),
                ("financing", N_("Financing cash flow")),
            )
        ),
        Result(
            "conversion",
            N_("Cash against profit"),
            last(lambda year: year.conversion),
            "ratio",
            N_("operating cash flow / net income"),
        ),
        Result(
            "cash_margin",
            N_("Cash margin"),
            last(lambda year: year.cash_margin),
            "percent",
            N_("operating cash flow / revenue"),
        ),
        Result(
            "free",
            N_("Free cash flow"),
            last(lambda year: year.free),
            "money",
            N_("operating cash flow − capital expenditure"),
        ),
        Result(
            "self_funding",
            N_("Self-funding"),
            last(lambda year: year.self_funding),
            "ratio",
            N_("operating cash flow / capital expenditure"),
        ),
        Result(
            "net_change",
            N_("Change in cash"),
            last(lambda year: year.net_change),
            "money",
            N_("operating + investing + financing + exchange effect"),
        ),
    ),
    judge=judge,
    verdict_names={**MEANS, **PATTERNS},
    flags=(
        *(_pattern(signs, name) for signs, name in PATTERNS.items()),
        Flag("contradicts", N_("does not add up"), lambda r: bool(known(r)) and known(r)[-1].contradicts),
        Flag("watch", N_("borrowed to grow for one year: watch"), lambda r: borrowed(known(r)) == 1),
    ),
    says=(
        says(
            N_(
                "Of each 1.00 of profit {conversion} arrived as cash ({before} before); {eater} took most; free cash flow is {fcf}."
            ),
            N_(
                "Of each 1.00 of profit {conversion} arrived as cash ({before} before); free cash flow is {fcf}."
            ),
            N_("Of each 1.00 of profit {conversion} arrived as cash; free cash flow is {fcf}."),
            N_("Of each 1.00 of profit {conversion} arrived as cash."),
            N_("Free cash flow is {fcf}."),
            rests=rests,
        ),
    ),
    words=words,
    also_suggests=suggested,
    feeds=("problem_types", "opportunity_elements", "motive_assessment", "ideal_customer", "ansoff_matrix"),
)

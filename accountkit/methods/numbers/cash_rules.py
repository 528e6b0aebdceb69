"""What a cash flow statement says, what it suggests, and whether the customer could pay out of it (methods, cash_flow_reading)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from accountkit.finance.findings.cash_flow import CashYear, borrowed, cash_years, shortfalls
from accountkit.i18n import N_, _, number, percent
from accountkit.methods.assessment import Suggestion
from accountkit.methods.findings import proposed
from accountkit.methods.method import Given
from accountkit.methods.sentences import Word, label, money
from accountkit.methods.shapes.calculator import CalculatorReading
from accountkit.model.evidence import Status

PATTERNS = {
    "+--": N_("earns, invests, pays back"),
    "+-+": N_("earns and borrows to grow"),
    "++-": N_("sells assets and pays back"),
    "+++": N_("gathers cash: ask what for"),
    "--+": N_("lives on outside money"),
    "-++": N_("in need: sells and borrows"),
    "-+-": N_("in distress: sells to pay back"),
    "---": N_("consumes its reserves"),
}
"""What the signs of operating, investing and financing cash flow say."""
MEANS = {
    "current": N_("payable out of current cash"),
    "planned": N_("has to be planned"),
    "outside": N_("needs phased payment, lease or outside money"),
}
CURRENT, PLANNED = 0.2, 1.0
"""Up to these shares of the free cash flow an outlay is paid out of it, or has to be planned."""
RATIOS: dict[str, tuple[str, str, float]] = {
    "conversion": (N_("Cash against profit"), "×", 1),
    "cash_margin": (N_("Cash margin"), "%", 100),
}
EATERS = {
    "depreciation": N_("depreciation"),
    "receivables": N_("receivables"),
    "inventory": N_("inventory"),
    "payables": N_("payables"),
    "other": N_("other items"),
}


def known(reading: Any) -> tuple[CashYear, ...]:
    """The years with an operating cash flow."""
    years = cash_years(reading.account.statements)
    return tuple(year for year in years if year.line("operating_cash_flow") is not None)


def flow(key: str) -> Callable[[CashYear], float | None]:
    """A line of the cash flow statement."""
    return lambda year: year.line(key)


def last(of: Callable[[CashYear], float | None]) -> Callable[[CalculatorReading], float | None]:
    """A result of the last year."""

    def worked(reading: CalculatorReading) -> float | None:
        years = known(reading)
        return of(years[-1]) if years else None

    return worked


def outlay(analyses: Given) -> float | None:
    """What the deal that comes first asks the customer to pay, if that is in the currency of the statements."""
    account = analyses.account
    deal = account.objective
    fits = (deal.currency or account.currency) == account.statement_currency and account.standing(
        deal.evidence
    ) != "refuted"
    return deal.how_much if fits else None


def means(reading: CalculatorReading) -> float | None:
    """The outlay over the free cash flow; None where there is none to pay from."""
    years, wanted = known(reading), reading.value("outlay")
    free = years[-1].free if years else None
    return None if wanted is None or free is None or free <= 0 else wanted / free


def judge(reading: CalculatorReading) -> str | None:
    """Whether the customer could pay; without an outlay, what the signs say."""
    years = known(reading)
    if not years:
        return None
    if reading.value("outlay") is None or years[-1].free is None:
        return years[-1].pattern
    share = means(reading)
    return "outside" if share is None or share > PLANNED else "current" if share <= CURRENT else "planned"


def suggested(reading: CalculatorReading) -> Iterator[Suggestion]:
    years = known(reading)
    if not years or years[-1].contradicts:
        return
    path = f"statements/{years[-1].period_end.isoformat()}"
    for (ratio, reference), (value, wanted) in shortfalls(years, reading.account.peers).items():
        name, unit, scale = RATIOS[ratio]
        now, aim = round(value * scale, 3), round(wanted * scale, 3)
        fields = {"past_best": aim} if reference == "own" else {"rival": partial(_, N_("peer median"))}
        yield from proposed(
            reading,
            f"{ratio}_{reference}",
            partial(_short, ratio, value, wanted, reference),
            path,
            problem={
                "metric": partial(_, name),
                "unit": unit,
                "current": now,
                "expected": aim,
                "layer": "financial",
                **fields,
            },
            effect="threat" if reference == "own" else "weakness",
        )
    if borrowed(years) > 1:
        yield from proposed(
            reading,
            "borrowed",
            partial(_, N_("Growth is paid with borrowed money")),
            path,
            problem={"risk_trend": 4, "layer": "financial"},
        )


def _short(ratio: str, value: float, wanted: float, reference: str) -> str:
    told = [percent(one, 1) if ratio == "cash_margin" else number(one, 2) for one in (value, wanted)]
    text = (
        N_("{ratio}: {value}; best {reference}")
        if reference == "own"
        else N_("{ratio}: {value}; peer median {reference}")
    )
    return _(text).format(ratio=_(RATIOS[ratio][0]), value=told[0], reference=told[1])


def words(reading: CalculatorReading) -> Mapping[str, Word]:
    years = known(reading)
    if not years:
        return {}
    now, before = years[-1], years[-2].conversion if len(years) > 1 else None
    return {
        "conversion": _two(now.conversion),
        "before": _two(before),
        "eater": label(EATERS.get(now.eater or "")),
        "fcf": money(now.free, reading.currency),
    }


def _two(value: float | None) -> Word:
    return None if value is None else lambda: number(value, 2)


def rests(reading: CalculatorReading) -> tuple[Status, str]:
    """On the statement of the last year."""
    now = known(reading)[-1]
    return "assumed" if now.assumed else "confirmed", f"statements/{now.period_end.isoformat()}"

"""The business case of the levers: its terms, the alternatives, how they compare, and what must be true to break even."""

from __future__ import annotations

from typing import Any

from accountkit.figures.case_ranges import case_ranges, case_ranges_table, case_ranges_text
from accountkit.figures.style import figure
from accountkit.finance.levers import case_in_words as words
from accountkit.finance.levers.business_case import DISCOUNT_RATE, HORIZON, BusinessCase
from accountkit.i18n import ESTIMATE, _, currency_name, money, other_language, percent, translated
from accountkit.model import Account, Alternative, Edit, new_id
from accountkit.panels.evidence import claim
from accountkit.panels.own.numbers_levers import Solution
from accountkit.panels.tables import table

WRITABLE = (
    r"business_case/(discount_rate|horizon_years|rate_source)",
    r"business_case/switching_cost/(low|base|high)",
    r"alternatives/[^/]+/(name|kind|ramp_years|years_of_use|note|released)",
    r"alternatives/[^/]+/(benefit|one_off|running_cost|switching_cost)/(low|base|high)",
)


def added(account: Account) -> list[Edit]:
    """The edit for a new alternative, last in order."""
    last = max((one.order for one in account.alternatives.values()), default=0.0)
    return [Edit(f"alternatives/{new_id('a')}", Alternative(order=last + 1))]


def view(account: Account, stored: Account, case: BusinessCase | None, found: Solution) -> dict[str, Any]:
    """Texts in the reader's language, inputs as stored."""
    terms = account.business_case
    ordered = sorted(account.alternatives.items(), key=lambda pair: (pair[1].order, pair[0]))
    return {
        "there": case is not None,
        "terms": {
            "discount_rate": terms.discount_rate,
            "horizon_years": terms.horizon_years,
            "rate_source": terms.rate_source,
            "switching_cost": terms.switching_cost.model_dump(),
            "default_rate": percent(DISCOUNT_RATE, 0),
            "default_horizon": str(HORIZON),
        },
        "said": _said(case) if case else [],
        "conditions": words.conditions(case, account.levers, found.names) if case else [],
        "notes": words.terms(case) if case else [],
        "compared": [vars(row) for row in words.rows(case)] if case else [],
        "rows": [_row(stored, key, one, case) for key, one in ordered],
        "kinds": [
            {"value": key, "title": _(name), "other": translated(name, other_language())}
            for key, name in words.KINDS.items()
        ],
        "currency": currency_name(case.currency if case else account.currency),
        "table": table(case_ranges_table(case) if case else []),
        "years": table(_years(case) if case else []),
    }


def drawn(case: BusinessCase | None) -> tuple[dict, str]:
    """The ranges, blank without a case."""
    return (case_ranges(case), case_ranges_text(case)) if case else (figure([], height=120), "")


def _said(case: BusinessCase) -> list[str]:
    said = (words.summary(case), words.floor_text(case), words.delay_text(case), words.against_text(case))
    return [text for text in said if text]


def _row(stored: Account, key: str, one: Alternative, case: BusinessCase | None) -> dict[str, Any]:
    return {
        "id": key,
        **one.model_dump(exclude={"evidence", "order"}),
        "skipped": case.skipped.get(key, "") if case else "",
        "claim": claim(stored, stored.alternatives[key].evidence if key in stored.alternatives else ()),
    }


def _years(case: BusinessCase) -> list[dict[str, str]]:
    """The base case, year by year: benefits, costs, what is left, and the sum so far."""
    flows, total, rows = case.whole.flows["base"], 0.0, []
    for year, (benefit, cost, net) in enumerate(zip(flows.benefits, flows.costs, flows.net(), strict=True)):
        total += net
        amounts = (money(value, case.currency, ESTIMATE) for value in (benefit, -cost, net, total))
        names = (_("Benefits after tax"), _("Costs after tax"), _("Cash flow"), _("Cumulative"))
        rows.append({_("Year"): str(year), **dict(zip(names, amounts, strict=True))})
    return rows

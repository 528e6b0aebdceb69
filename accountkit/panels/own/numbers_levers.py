"""What our solution would do: levers as rows, their effect together, what a critical CFO would ask, and the tornado."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from accountkit.errors import AccountkitError
from accountkit.figures.style import figure
from accountkit.figures.tornado import tornado, tornado_table, tornado_text
from accountkit.finance.levers.business_case import BusinessCase
from accountkit.finance.levers.case_in_words import lever_text
from accountkit.finance.levers.kinds import KINDS
from accountkit.finance.levers.scenario import CASES, Scenario, Share, scenario
from accountkit.finance.levers.spans import changed
from accountkit.finance.peers.comparison import Comparison
from accountkit.finance.returns.dupont import DuPont
from accountkit.finance.returns.formulas import named
from accountkit.i18n import ESTIMATE, _, clauses, currency_name, day, entered, money, number, percent, points
from accountkit.methods import labels
from accountkit.methods.problems.sentences import metric
from accountkit.model import Account, Edit, Lever, new_id
from accountkit.model.record import Key
from accountkit.panels.events import Event
from accountkit.panels.evidence import claim
from accountkit.panels.tables import table

WRITABLE = (
    r"levers/[^/]+/(statement|kind|share|ramp_years|years_of_use|use_of_cash|degree|problem_id|case|released)",
    r"levers/[^/]+/(change|one_off|running_cost)/(low|base|high)",
)


class AddLever(Event):
    """A new lever of a kind, for a problem or for none yet."""

    kind: Key = "cost_of_revenue_percent"
    problem: Key | None = None


@dataclass(frozen=True)
class Solution:
    """The scenario of the account's levers, and their names; None with `trouble` where it cannot be worked out."""

    scenario: Scenario | None
    names: Mapping[str, str]
    trouble: str = ""


def solution(account: Account, dupont: DuPont, comparison: Comparison | None) -> Solution:
    """The levers of the account in the year after the last one with a return."""
    names = {key: lever.statement or _kind_name(lever) for key, lever in account.levers.items()}
    if not account.levers:
        return Solution(None, names)
    try:
        return Solution(
            scenario(dupont, account.levers, comparison=comparison, currency=account.currency), names
        )
    except AccountkitError as error:
        return Solution(None, names, str(error))


def added(account: Account, event: AddLever) -> list[Edit]:
    """The edit for a new lever, last in order; its driver follows from its kind."""
    kind = event.kind if event.kind in KINDS else "cost_of_revenue_percent"
    last = max((lever.order for lever in account.levers.values()), default=0.0)
    problem = event.problem if event.problem in account.problems else None
    lever = Lever(kind=kind, driver=KINDS[kind].driver, problem_id=problem, order=last + 1)
    return [Edit(f"levers/{new_id('l')}", lever)]


def rewritten(path: str, value: Any) -> list[Edit]:
    """The edits for one written value; a new kind brings its driver along."""
    edits = [Edit(path, value)]
    if path.endswith("/kind") and value in KINDS:
        edits.append(Edit(path.removesuffix("kind") + "driver", KINDS[value].driver))
    return edits


def view(
    account: Account, stored: Account, found: Solution, case: BusinessCase | None = None
) -> dict[str, Any]:
    """Rows in the reader's language, evidence as stored, the result in three cases, the checks."""
    result = found.scenario
    shares = {share.lever_id: share for share in result.shares} if result else {}
    ordered = sorted(account.levers.items(), key=lambda pair: (pair[1].order, pair[0]))
    return {
        "rows": [_row(stored, key, lever, shares.get(key), result, case) for key, lever in ordered],
        "together": _together(result) if result else "",
        "worth": _worth(result) if result else "",
        "start": _("Based on the year to {day}").format(day=day(result.period_end)) if result else "",
        "trouble": found.trouble,
        "checks": [{"text": d.text, "passed": d.passed} for d in result.defence] if result else [],
        "effects": _effects(result) if result else [],
        "notes": list(result.notes) if result else [],
        "kinds": [{"value": kind.key, "text": kind.label} for kind in KINDS.values()],
        "uses": labels.choices("use_of_cash"),
        "problems": [
            {"value": key, "text": p.statement or metric(p)}
            for key, p in account.problems.items()
            if not p.closed
        ],
        "currency": currency_name(result.currency if result else account.currency),
        "tables": {
            "tornado": table(tornado_table(result, found.names) if result else []),
        },
    }


def drawn(found: Solution) -> tuple[dict, str]:
    """The tornado, blank without a scenario."""
    if found.scenario is None or not found.scenario.tornado:
        return figure([], height=120), ""
    return tornado(found.scenario, found.names), tornado_text(found.scenario, found.names)


def _kind_name(lever: Lever) -> str:
    return KINDS[lever.kind].label if lever.kind in KINDS else lever.kind


def _row(
    stored: Account,
    key: str,
    lever: Lever,
    share: Share | None,
    result: Scenario | None,
    case: BusinessCase | None,
) -> dict[str, Any]:
    kind = KINDS.get(lever.kind)
    currency = result.currency if result else stored.currency
    return {
        "id": key,
        "statement": lever.statement,
        "kind": lever.kind,
        "kind_name": _kind_name(lever),
        "unit": kind.unit if kind else "",
        "change": lever.change.model_dump(),
        "one_off": lever.one_off.model_dump(),
        "running_cost": lever.running_cost.model_dump(),
        "share": lever.share,
        "dots": round(lever.share * 5) or None,
        "ramp_years": lever.ramp_years,
        "years_of_use": lever.years_of_use,
        "use": lever.use_of_cash,
        "problem": lever.problem_id or "",
        "case": lever.case,
        "released": lever.released,
        "degree": lever.degree,
        "summary": _summary(lever, currency),
        "value": lever_text(case, key) if case and key in case.levers else "",
        "skipped": result.skipped.get(key, "") if result else "",
        "delta": points(share.delta) if share and share.delta is not None else "",
        "gain": bool(share and (share.delta or share.profit) > 0.0),
        "profit": _("{money} a year").format(money=money(share.profit, currency, ESTIMATE, sign=True))
        if share
        else "",
        "cash": _cash(share.cash, currency) if share and share.cash else "",
        "claim": claim(stored, stored.levers[key].evidence if key in stored.levers else ()),
    }


def _summary(lever: Lever, currency: str) -> str:
    """What is assumed, in one line: amount, share of the business, ramp-up."""
    said = [
        changed(lever, currency),
        _("on {share} of the business").format(share=percent(lever.share, 0)),
    ]
    if lever.ramp_years:
        one = lever.ramp_years == 1
        text = _("full effect after {n} year") if one else _("full effect after {n} years")
        said.append(text.format(n=entered(lever.ramp_years)))
    return " · ".join(said)


def _together(result: Scenario) -> str:
    """The change of the return in the three cases; of the profit where the return has no meaning."""
    low, base, high = (result.cases[case] for case in CASES)
    if low.delta is None or base.delta is None or high.delta is None:
        return _("ROE is not meaningful here. Compare profit and cash.")
    values = [number(delta * 100, 1, sign=True) for delta in (low.delta, base.delta, high.delta)]
    return _("Low {low} · base {base} · high {high} points").format(
        low=values[0], base=values[1], high=values[2]
    )


def _worth(result: Scenario) -> str:
    low, high = (
        money(result.cases[case].profit, result.currency, ESTIMATE, sign=True) for case in ("low", "high")
    )
    profit = _("Profit {low} to {high} a year").format(low=low, high=high)
    cash = result.cases["base"].cash
    return clauses((profit, _cash(cash, result.currency))) if cash else profit


def _cash(amount: float, currency: str) -> str:
    """What becomes of cash, once, in words: a sign would say less."""
    text = _("frees {money} of cash") if amount >= 0 else _("ties up {money} of cash")
    return text.format(money=money(abs(amount), currency, ESTIMATE))


def _effects(result: Scenario) -> list[str]:
    """How the base case reaches the return: one part per factor."""
    return [
        f"{named(name)} {points(effect, 2)}" for name, effect in (result.cases["base"].effects or {}).items()
    ]

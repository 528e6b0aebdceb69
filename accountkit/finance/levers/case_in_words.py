"""A business case in words and in the rows of a table: the app, the brief and the command line say the same."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from accountkit.finance.levers.business_case import BusinessCase, Option, Valued
from accountkit.finance.levers.cash_values import InternalRate
from accountkit.finance.levers.scenario import CASES
from accountkit.finance.levers.spans import amounts, changed, ends
from accountkit.i18n import ESTIMATE, N_, _, listed, money, money_range, number, percent
from accountkit.model import Lever, Span

KINDS = {
    "rival": N_("Rival"),
    "internal": N_("Internal project"),
    "other": N_("Other alternative"),
}
CASE_NAMES = {"low": N_("Low case"), "base": N_("Base case"), "high": N_("High case")}
SOURCES = {"given": N_("entered manually"), "assumed": N_("assumed")}
OVER = 10.0
"""A rate of return above this is not written out: nobody would use its figures."""


@dataclass(frozen=True)
class Row:
    """One way for the customer, as a table shows it. `key` is ``nothing``, ``ours`` or the id of an alternative.

    `lead` is by how much our solution is worth more; empty for our own row. `break_even` is the share of its benefits
    that covers its costs.
    """

    key: str
    name: str
    kind: str
    value: str
    floor: str
    rate: str
    payback: str
    lead: str
    best: bool = False
    break_even: str = "–"


def rows(case: BusinessCase, ours: str = "") -> list[Row]:
    """Doing nothing, our solution (`ours` is what it is called), and the alternatives, the most valuable first."""
    nothing = money(0.0, case.currency, like=_whole(case))
    zero = Row(
        "nothing", _("Do nothing"), "", nothing, nothing, "–", "–", _lead(case, None), not case.next_best
    )
    return [
        zero,
        _row(case, "ours", ours or _("Our solution"), "", case.whole),
        *(
            _row(case, one.id, name_of(one), _(KINDS[one.alternative.kind]), one.valued, one)
            for one in case.options
        ),
    ]


def ways(case: BusinessCase, ours: str = "") -> list[tuple[str, Valued]]:
    """What is compared, by name: our solution, then the alternatives."""
    return [(ours or _("Our solution"), case.whole), *((name_of(one), one.valued) for one in case.options)]


def _row(
    case: BusinessCase, key: str, name: str, kind: str, what: Valued, option: Option | None = None
) -> Row:
    base = what.cases["base"]
    return Row(
        key=key,
        name=name,
        kind=kind,
        value=value_text(what, case.currency, _whole(case)),
        floor=money(what.floor.net_present_value, case.currency, ESTIMATE, like=_whole(case)),
        rate=rate_text(base.internal_rate),
        payback=payback_text(base.payback_months, case.horizon),
        lead=_lead(case, option) if option else "",
        best=option is not None and option is case.next_best,
        break_even=share_text(what.break_even),
    )


def _lead(case: BusinessCase, option: Option | None) -> str:
    leads = option.lead if option else {name: one.net_present_value for name, one in case.whole.cases.items()}
    return money(leads["base"], case.currency, ESTIMATE, sign=True, like=_whole(case))


def _whole(case: BusinessCase) -> float:
    """What our solution is worth: the table that compares with it is on its scale."""
    return case.whole.cases["base"].net_present_value


def name_of(option: Option) -> str:
    """What an alternative is called; its kind while it has no name."""
    return option.alternative.name or _(KINDS[option.alternative.kind])


def value_text(what: Valued, currency: str, like: float | None = None) -> str:
    """The net present value with its range: ``US$ 600 m (190 to 980)``; on the scale of another one (`like`)."""
    low, base, high = (what.cases[case].net_present_value for case in CASES)
    return money_range(low, base, high, currency, ESTIMATE, like=like)


def rate_text(rate: InternalRate) -> str:
    """The internal rate, or why there is none to trust."""
    if rate.value is not None:
        return _("over {rate}").format(rate=percent(OVER, 0)) if rate.value > OVER else percent(rate.value, 0)
    said = {"none": _("none exists"), "several": _("several exist"), "borrowing": _("not meaningful")}
    return said[rate.status]


def share_text(share: float | None) -> str:
    """A share of benefits; an en dash where none does."""
    return "–" if share is None else percent(share, 0)


def payback_text(months: float | None, horizon: int) -> str:
    """Whole months, rounded up."""
    if months is None:
        text = _("not within {n} year") if horizon == 1 else _("not within {n} years")
        return text.format(n=horizon)
    whole = math.ceil(months - 1e-9)
    return (_("{n} month") if whole == 1 else _("{n} months")).format(n=whole)


def summary(case: BusinessCase) -> str:
    """What the levers are worth together."""
    text = _("Net present value {value} over {n} years at {rate}.")
    if case.horizon == 1:
        text = _("Net present value {value} over {n} year at {rate}.")
    return text.format(
        value=value_text(case.whole, case.currency), n=case.horizon, rate=percent(case.discount_rate)
    )


def floor_text(case: BusinessCase) -> str:
    """The conservative floor."""
    text = _("Conservative floor, with half the low case's benefits at full cost: {value}.")
    return text.format(value=floor_amount(case))


def floor_amount(case: BusinessCase, like: float | None = None) -> str:
    """The conservative floor on the scale of another amount (`like`), else of the value that it is a floor of."""
    return money(case.whole.floor.net_present_value, case.currency, ESTIMATE, like=like or _whole(case))


def floor_for_customer(case: BusinessCase, like: float | None = None) -> str:
    """The floor as a seller can say it to the customer: below zero it is what must be true, never a negative amount."""
    floor, share = case.whole.floor.net_present_value, case.whole.break_even
    if floor >= 0:
        text = _("Even with half the low case's benefits at full cost, it is worth {value} over {n} years.")
        if case.horizon == 1:
            text = _(
                "Even with half the low case's benefits at full cost, it is worth {value} over {n} year."
            )
        return text.format(value=floor_amount(case, like), n=case.horizon)
    if share is None:
        return _("The estimated benefits do not cover the costs yet.")
    text = _("It pays for itself if at least {share} of the estimated benefits are reached.")
    return text.format(share=share_text(share))


def delay_text(case: BusinessCase) -> str:
    """What a quarter's delay costs; empty where it costs nothing."""
    low, base, high = (case.whole.cases[one].delay for one in CASES)
    if base <= 0:
        return ""
    return _("Starting a quarter later costs {value}.").format(
        value=money_range(low, base, high, case.currency, ESTIMATE, like=_whole(case))
    )


def against_text(case: BusinessCase) -> str:
    """Our solution beside the next best alternative, at which share of our benefits both are worth as much; empty where
    no alternative is valued."""
    if not case.options:
        return ""
    best = case.next_best
    if best is None:
        return _("No alternative is worth more than doing nothing.")
    lead = best.lead["base"]
    text = _("Ahead of {name} by {lead}; level with it at {share} of our benefit.")
    if lead < 0:
        text = _("Behind {name} by {lead}; level with it at {share} of our benefit.")
    elif best.lead["low"] < 0:
        text = _("Ahead of {name} by {lead}, but behind it in the low case; level at {share} of our benefit.")
    share = share_text(case.break_even_against)
    return text.format(
        name=name_of(best), lead=money(abs(lead), case.currency, ESTIMATE, like=_whole(case)), share=share
    )


def conditions(case: BusinessCase, levers: Mapping[str, Lever], names: Mapping[str, str]) -> list[str]:
    """What must be true to break even: of all benefits, of the costs, and of each lever with the others as estimated."""
    share = case.whole.break_even
    if share is None:
        return [_("The benefits never cover the costs.")] if case.break_even_of else []
    said = [_("Break-even at {share} of the estimated benefits.").format(share=percent(share, 0))]
    if 0 < share < 1:
        said.append(_("Costs may be {n} times the estimate.").format(n=number(1 / share, 1)))
    carried = [names[key] for key, needed in case.break_even_of.items() if needed == 0]
    if len(case.break_even_of) == 1:
        carried = []
    if carried:
        text = _("Break-even holds without “{levers}”.")
        if len(carried) > 1:
            text = _("Break-even holds without any one of these: {levers}.")
        said.append(text.format(levers=listed(carried)))
    for key, needed in case.break_even_of.items():
        if needed is None:
            said.append(_("No size of “{lever}” breaks even.").format(lever=names[key]))
        elif needed > 0:
            said.append(
                _("“{lever}” must reach {share} of its estimate ({change}).").format(
                    lever=names[key],
                    share=percent(needed, 0),
                    change=_needed(levers[key], needed, case.currency),
                )
            )
    return said


def _needed(lever: Lever, share: float, currency: str) -> str:
    base = float(f"{(lever.change.base or 0.0) * share:.2g}")
    return changed(lever.model_copy(update={"change": Span(base=base)}), currency)


def terms(case: BusinessCase, *, to_confirm: str = "") -> list[str]:
    """On which terms everything is valued; `to_confirm` is what a customer reads instead of where they come from."""
    said = {name: to_confirm or _(SOURCES[source]) for name, source in case.source.items()}
    if case.rate_source and case.source["discount_rate"] == "given" and not to_confirm:
        said["discount_rate"] = case.rate_source
    years = _("{n} year") if case.horizon == 1 else _("{n} years")
    return [
        _("Discount rate: {rate} ({source}).").format(
            rate=percent(case.discount_rate), source=said["discount_rate"]
        ),
        _("Horizon: {years} ({source}).").format(years=years.format(n=case.horizon), source=said["horizon"]),
        _(
            "After tax of {rate}. One-off costs today, all else at year end; no value after the horizon."
        ).format(rate=percent(case.tax_rate)),
        _("Benefits end with the years of use; released cash returns then."),
        *filter(None, [switching_text(case)]),
    ]


def switching_text(case: BusinessCase) -> str:
    """What all levers together cost beyond each alone; empty where nothing."""
    return _with_switching(case, _("The whole includes a switching cost of {amount}, paid once."))


def alone_text(case: BusinessCase) -> str:
    """Why a lever alone is worth more than the whole that has no other lever; empty where it is not."""
    return _with_switching(case, _("Without the switching cost of {amount}, which the whole pays once."))


def _with_switching(case: BusinessCase, text: str) -> str:
    amount = amounts(case.switching, case.currency, _whole(case))
    return text.format(amount=amount) if _switches(case) else ""


def _switches(case: BusinessCase) -> bool:
    return any(ends(case.switching) or ())


def lever_text(case: BusinessCase, key: str) -> str:
    """One lever alone: value, internal rate, payback, cost of delay; the switching cost is the whole's."""
    what = case.levers[key]
    base = what.cases["base"]
    text = _("NPV {value}; IRR {rate}; payback {payback}; a quarter's delay {delay}")
    if _switches(case):
        text = _(
            "NPV {value}; IRR {rate}; payback {payback}; a quarter's delay {delay}; without switching cost"
        )
    return text.format(
        value=value_text(what, case.currency),
        rate=rate_text(base.internal_rate),
        payback=payback_text(base.payback_months, case.horizon),
        delay=money(base.delay, case.currency, ESTIMATE),
    )

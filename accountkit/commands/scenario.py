"""The command ``scenario``: what an account's levers are worth, in its return and as an investment."""

from __future__ import annotations

import json
import math
from typing import Annotated, Any

import typer

from accountkit.commands.options import Db, Lang, Slug
from accountkit.commands.stores import opened
from accountkit.commands.terminal import BadInput, one_of, say, table
from accountkit.i18n import ESTIMATE, N_, _, language, money, percent, points

MOST_YEARS = 15
"""As many as the model takes (`model.CaseTerms`)."""


def scenario(
    slug: Slug,
    lever: Annotated[
        list[str] | None,
        typer.Option("--lever", help=N_("Lever to estimate; can be repeated."), metavar="ID"),
    ] = None,
    discount_rate: Annotated[
        float | None,
        typer.Option("--discount-rate", help=N_("Discount rate of the business case; 10 % is 0.1.")),
    ] = None,
    horizon: Annotated[
        int | None,
        typer.Option("--horizon", help=N_("Years that the business case counts.")),
    ] = None,
    form: Annotated[str, typer.Option("--format", help=N_("table or json."))] = "table",
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit import finance
    from accountkit.model import in_language

    one_of(form, ("table", "json"), "--format")
    if discount_rate is not None and not 0 <= discount_rate <= 1:
        raise BadInput(
            _("The discount rate is {rate}, outside 0 to 1. Enter 12 % as 0.12.").format(rate=discount_rate)
        )
    if horizon is not None and not 1 <= horizon <= MOST_YEARS:
        raise BadInput(_("The horizon is {n} years. Enter 1 to {most}.").format(n=horizon, most=MOST_YEARS))
    account = in_language(opened(db).load(slug), language())
    levers = {
        key: account.levers[one_of(key, tuple(account.levers), "--lever")] for key in lever or account.levers
    }
    if not levers:
        raise BadInput(_("“{slug}” has no levers yet. Add one to a need in the workbook.").format(slug=slug))
    own = finance.latest(account.statements, basis="average")
    result = finance.scenario(own, levers, comparison=_comparison(own, account), currency=account.currency)
    asked = {"discount_rate": discount_rate, "horizon_years": horizon}
    terms = account.business_case.model_copy(
        update={name: given for name, given in asked.items() if given is not None}
    )
    case = finance.business_case(own, levers, terms, account.alternatives, currency=account.currency)
    say(
        json.dumps(_document(result, case), ensure_ascii=False, indent=2)
        if form == "json"
        else "\n".join([*_text(result, account), *_case_text(case, account)])
    )


def _comparison(own: Any, account: Any) -> Any:
    from accountkit.methods.known_figures import beside_peers

    return beside_peers(own, account.peers) if account.peers and own.latest else None


def _document(result: Any, case: Any) -> dict[str, Any]:
    return {
        "period_end": result.period_end.isoformat(),
        "currency": result.currency,
        "basis": result.basis,
        "before": result.before,
        "cases": {
            case: {
                **outcome.after.factors,
                "return_on_equity": outcome.after.return_on_equity,
                "delta": outcome.delta,
                "effects": outcome.effects,
                "profit": outcome.profit,
                "cash": outcome.cash,
            }
            for case, outcome in result.cases.items()
        },
        "levers": {
            share.lever_id: {"delta": share.delta, "profit": share.profit, "cash": share.cash}
            for share in result.shares
        },
        "tornado": [
            {
                "lever": swing.lever_id,
                "assumption": swing.assumption,
                "low": swing.low,
                "high": swing.high,
                "profit_low": swing.profit_low,
                "profit_high": swing.profit_high,
                "range_given": swing.given,
            }
            for swing in result.tornado
        ],
        "payback_years": _years(case.whole.cases["base"].payback_months),
        "checks": [
            {"code": check.code, "passed": check.passed, "text": check.text} for check in result.defence
        ],
        "skipped": result.skipped,
        "notes": list(result.notes),
        "business_case": _case_document(case),
    }


def _years(months: float | None) -> int | None:
    """The year in which the outlay is back: months rounded up, at least 1."""
    return None if months is None else max(1, math.ceil(months / 12 - 1e-9))


def _case_document(case: Any) -> dict[str, Any]:
    return {
        "discount_rate": case.discount_rate,
        "horizon_years": case.horizon,
        "source": case.source,
        "tax_rate": case.tax_rate,
        **_valued_document(case.whole),
        "levers": {
            key: {**_valued_document(one), "break_even_of_all": case.break_even_of[key]}
            for key, one in case.levers.items()
        },
        "do_nothing": {"net_present_value": 0.0},
        "alternatives": {
            one.id: {
                "name": one.alternative.name,
                "kind": one.alternative.kind,
                **_valued_document(one.valued),
                "lead": one.lead,
            }
            for one in case.options
        },
        "next_best": case.next_best.id if case.next_best else None,
        "break_even_against_next_best": case.break_even_against,
        "skipped": case.skipped,
    }


def _valued_document(what: Any) -> dict[str, Any]:
    """The three cases, the floor, and the share of the base benefits that breaks even."""
    return {
        "cases": {name: _value_document(one) for name, one in what.cases.items()},
        "floor": _value_document(what.floor),
        "break_even_share": what.break_even,
    }


def _value_document(one: Any) -> dict[str, Any]:
    return {
        "net_present_value": one.net_present_value,
        "internal_rate": one.internal_rate.value,
        "internal_rate_status": one.internal_rate.status,
        "payback_months": one.payback_months,
        "cost_of_delay_quarter": one.delay,
        "cash_flows": list(one.flows),
    }


CASES = {"low": N_("low"), "base": N_("base"), "high": N_("high")}


def _text(result: Any, account: Any) -> list[str]:
    head = (_("Case"), _("ROE"), _("Change"), _("Annual profit"), _("Cash released (one-off)"))
    rows = [
        (
            _(CASES[case]),
            percent(outcome.after.return_on_equity),
            points(outcome.delta, 2),
            money(outcome.profit, result.currency, ESTIMATE, sign=True),
            money(outcome.cash, result.currency, ESTIMATE, sign=True),
        )
        for case, outcome in result.cases.items()
    ]
    marks = {True: "✓", False: "✗"}
    return [
        _("Starting year to {day}: ROE {roe}.").format(
            day=result.period_end.isoformat(), roe=percent(result.before["return_on_equity"])
        ),
        table(head, rows, numbers=True),
        *_tornado_text(result, account),
        *(f"{marks[check.passed]} {check.text}" for check in result.defence),
        *(
            _("Skipped: {lever}. {reason}").format(lever=account.levers[key].statement, reason=why)
            for key, why in result.skipped.items()
        ),
        *result.notes,
    ]


def _case_text(case: Any, account: Any) -> list[str]:
    """The business case: the ways compared, each lever alone, then what must be true and on which terms."""
    from accountkit.finance.levers import case_in_words as words

    names = {key: lever.statement or key for key, lever in account.levers.items()}
    head = (
        _("Business case"),
        _("Net present value"),
        _("Conservative floor"),
        _("Internal rate"),
        _("Payback"),
        _("Our lead"),
    )
    rows = [
        (row.name + (" *" if row.best else ""), row.value, row.floor, row.rate, row.payback, row.lead)
        for row in words.rows(case)
    ]
    said = (
        words.summary(case),
        words.floor_text(case),
        words.delay_text(case),
        words.against_text(case),
        *words.conditions(case, account.levers, names),
        *(
            _("{lever}: {value}").format(lever=names[key], value=words.lever_text(case, key))
            for key in case.levers
        ),
        *(
            _("Skipped: {lever}. {reason}").format(lever=account.alternatives[key].name or key, reason=why)
            for key, why in case.skipped.items()
            if key in account.alternatives
        ),
        _("* next best way for the customer"),
        *words.terms(case),
    )
    return ["", table(head, rows, numbers=True), *filter(None, said)]


WIDEST = 5


def _tornado_text(result: Any, account: Any) -> list[str]:
    """The assumptions that matter most, with the return at either end (the profit where it has no meaning)."""
    if not result.tornado:
        return []
    rows = [
        (
            " · ".join(
                filter(
                    None, (account.levers[swing.lever_id].statement if swing.lever_id else "", swing.label)
                )
            ),
            *((percent(swing.low, 2), percent(swing.high, 2)) if swing.low is not None else ("–", "–")),
            money(swing.profit_low, result.currency, ESTIMATE, sign=True),
            money(swing.profit_high, result.currency, ESTIMATE, sign=True),
        )
        for swing in result.tornado[:WIDEST]
    ]
    head = (
        _("Largest effect"),
        _("ROE at the low value"),
        _("at the high value"),
        _("Profit at the low value"),
        _("at the high value"),
    )
    return [table(head, rows, numbers=True)]

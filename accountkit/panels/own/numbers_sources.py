"""Behind a figure: its formula, the lines that went into it, and where each of them came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from accountkit.errors import InvalidEdit
from accountkit.finance.findings.candidates import ratio
from accountkit.finance.returns.detail import NAMES as DETAIL_NAMES
from accountkit.finance.returns.drivers import SUB_RATIOS
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import NAMES, QUOTIENTS, named, shown
from accountkit.finance.statements import owners as ownership
from accountkit.finance.statements.books import Books, completed, derivation, in_order
from accountkit.finance.statements.lines import STOCKS, label
from accountkit.i18n import N_, _, day, money
from accountkit.model import Statement
from accountkit.panels.statements.origins import origin

PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "gross": ("{gross_profit} ÷ {revenue}", ("gross_profit", "revenue")),
    "operating_expense": (
        "({operating_income} − {gross_profit}) ÷ {revenue}",
        ("operating_income", "gross_profit", "revenue"),
    ),
    "operating_cost": ("{operating_income} ÷ {revenue}", ("operating_income", "revenue")),
    "interest": (
        "({income_before_tax} − {operating_income}) ÷ {revenue}",
        ("income_before_tax", "operating_income", "revenue"),
    ),
    "tax": (
        "({net_income} − {income_before_tax}) ÷ {revenue}",
        ("net_income", "income_before_tax", "revenue"),
    ),
    "receivables": ("{receivables} ÷ {revenue}", ("receivables", "revenue")),
    "inventory": ("{inventory} ÷ {revenue}", ("inventory", "revenue")),
    "fixed_assets": ("{fixed_assets} ÷ {revenue}", ("fixed_assets", "revenue")),
    "other_assets": (
        "({total_assets} − {receivables} − {inventory} − {fixed_assets}) ÷ {revenue}",
        ("total_assets", "receivables", "inventory", "fixed_assets", "revenue"),
    ),
}
"""The sub-drivers: formula and lines."""
MOMENTS = {"opening": N_("opening"), "closing": N_("closing"), "flow": N_("over the year")}


def formula(dupont: DuPont, name: str) -> str:
    """A ratio's formula in words, with the balance that is used: ``Revenue ÷ Total assets (average)``."""
    keys = _keys(dupont)
    if name in PARTS:
        text, lines = PARTS[name]
        return text.format(**{line: label(keys.get(line, line)) for line in lines})
    if name in SUB_RATIOS:
        sub = SUB_RATIOS[name]
        above, below = (_with_basis(dupont, line, keys) for line in sub.needs)
        if any(sub.adds_back(year.inputs) for year in dupont.years):
            above = f"({above} + {below})"
        return f"{above} ÷ {below}" + (" × 365" if sub.unit == "days" else "")
    if name not in QUOTIENTS:
        return ""
    return " ÷ ".join(_with_basis(dupont, line, keys) for line in QUOTIENTS[name])


def explained(
    statements: Mapping[str, Statement], dupont: DuPont, period: dt.date, name: str
) -> dict[str, Any]:
    """Formula, worked figures, inputs with their origin, and notes for one ratio of one year."""
    if name not in NAMES | PARTS | SUB_RATIOS:
        raise InvalidEdit(
            _("No figure is named “{name}”. Reload the page and choose one.").format(name=name[:80])
        )
    year = dupont.year(period)
    keys = _keys(dupont)
    lines = _lines(name)
    books = ownership.shared([completed(statement) for statement in in_order(statements)])
    book = next(b for b in books if b.period_end == period)
    opening = next((b for b in reversed(books) if b.opens(book)), None) if dupont.basis == "average" else None
    return {
        "title": _("{figure}, year to {day}").format(figure=_name(name), day=day(period)),
        "formula": formula(dupont, name),
        "worked": _worked(year, dupont, name),
        "inputs": [_input(year, dupont, line, keys.get(line, line), book, opening) for line in lines],
        "notes": list(year.notes),
    }


def _lines(name: str) -> tuple[str, ...]:
    if name in PARTS:
        return PARTS[name][1]
    return SUB_RATIOS[name].needs if name in SUB_RATIOS else QUOTIENTS[name]


def _name(name: str) -> str:
    if name in PARTS:
        return _(DETAIL_NAMES[name])
    return SUB_RATIOS[name].label if name in SUB_RATIOS else named(name)


def _keys(dupont: DuPont) -> dict[str, str]:
    """Whose profit and equity are used: `net_income` and `equity` → the lines of the chosen owners."""
    profit, equity = ownership.lines(dupont.owners)
    return {"net_income": profit, "equity": equity}


def _with_basis(dupont: DuPont, line: str, keys: Mapping[str, str]) -> str:
    name = label(keys.get(line, line))
    if line not in STOCKS:
        return name
    return (_("{line} (average)") if dupont.basis == "average" else _("{line} (closing)")).format(line=name)


def _worked(year: DuPontYear, dupont: DuPont, name: str) -> str:
    """The formula with the figures in it; blank where one is missing."""
    if name not in QUOTIENTS:
        return ""
    above, below = (year.inputs.get(line) for line in QUOTIENTS[name])
    value = year.return_on_equity if name == "return_on_equity" else ratio(year, name)
    if above is None or below is None or value is None:
        return ""
    return f"{money(above, dupont.currency)} ÷ {money(below, dupont.currency)} = {shown(name, value)}"


def _input(
    year: DuPontYear, dupont: DuPont, line: str, key: str, book: Books, opening: Books | None
) -> dict[str, Any]:
    stock = line in STOCKS
    moments = [("closing" if stock else "flow", book)]
    if stock and opening is not None:
        moments.insert(0, ("opening", opening))
    return {
        "name": label(key),
        "used": money(year.inputs.get(line), dupont.currency),
        "is_average": stock and dupont.basis == "average",
        "parts": [_moment(when, books, key) for when, books in moments],
    }


def _moment(when: str, books: Books, key: str) -> dict[str, Any]:
    figure = books.statement.figures.get(key)
    said = {
        "when": _(MOMENTS[when]),
        "day": day(books.period_end),
        "value": money(books.values.get(key), books.currency),
    }
    if key in books.derived:
        parts = [books.statement.figures.get(part) for part in books.derived[key].split(" ")]
        return (
            said
            | origin(None)
            | {"text": derivation(books, key), "details": [origin(part)["text"] for part in parts if part]}
        )
    return said | origin(figure) | ({} if figure else {"text": _("Not available")})

"""The numbers as the panel shows them: tree, years, notes. Plain values, in the reader's language."""

from __future__ import annotations

from typing import Any

from accountkit.figures.dupont_nodes import Node, nodes
from accountkit.figures.dupont_tree import dupont_tree, dupont_tree_table, dupont_tree_text
from accountkit.figures.roe_waterfall import roe_waterfall, roe_waterfall_table, roe_waterfall_text, rule
from accountkit.figures.small_multiples import (
    ratios,
    small_multiples,
    small_multiples_table,
    small_multiples_text,
)
from accountkit.figures.style import figure
from accountkit.finance.findings.candidates import ratio
from accountkit.finance.findings.cash_flow import cash_years
from accountkit.finance.findings.cash_in_words import cash_cells, cash_names, cash_over_years
from accountkit.finance.returns.dupont import DuPontYear
from accountkit.finance.returns.formulas import named, shown
from accountkit.finance.returns.management import management_form, operating_view
from accountkit.finance.returns.obstacles import STATUS_NAMES
from accountkit.finance.returns.published import published_returns
from accountkit.finance.returns.ranges import ranges_note
from accountkit.finance.returns.trailing import trailing
from accountkit.finance.returns.trailing_in_words import trailing_in_words, trailing_names, trailing_rows
from accountkit.finance.segments.in_words import segment_tables
from accountkit.finance.statements.books import completed
from accountkit.i18n import N_, _, day, money, number, percent
from accountkit.methods.known_figures import remembered
from accountkit.panels.own.numbers_choices import controls
from accountkit.panels.own.numbers_reading import Numbers, basis_line
from accountkit.panels.own.numbers_sources import formula
from accountkit.panels.tables import table

TONES = {"meaningful": "green", "distorted": "amber", "not_meaningful": "red", "missing": ""}


@remembered
def shown_of(of: Numbers) -> dict[str, Any]:
    """All that the panel shows of the statements alone: an edit of anything else leaves it as it is."""
    change = of.attribution
    return {
        "empty": of.empty,
        "trouble": of.trouble,
        "choices": controls(of.choices, of.dupont),
        "said": {
            "sentence": of.reading.sentence,
            "lever": of.reading.lever,
            "fragile": of.reading.fragile,
        },
        "basis": basis_line(of),
        "tree": tree(of),
        "years": years(of),
        "management": management(of),
        "cash": cash(of),
        "trailing": trailing_year(of) if not of.trouble else {"rows": []},
        "segments": segments(of) if not of.trouble else [],
        "notes": notes(of),
        "warnings": list(of.warnings),
        "rule": rule(change) if change else "",
        "has_effects": bool(change and change.effects),
        "compares_on_ending": of.compares_on_ending,
        "tables": {
            "tree": table(dupont_tree_table(of.dupont, change)),
            "change": table(roe_waterfall_table(of.dupont, change) if change else []),
            "years": table(small_multiples_table(of.dupont)),
        },
    }


@remembered
def drawn_of(of: Numbers) -> dict[str, tuple[dict, str]]:
    """The figures of the statements alone."""
    change, blank = of.attribution, (figure([]), "")
    return {
        "tree": (dupont_tree(of.dupont, change), dupont_tree_text(of.dupont, change)),
        "change": (roe_waterfall(of.dupont, change), roe_waterfall_text(of.dupont, change))
        if change
        else blank,
        "years": (small_multiples(of.dupont), small_multiples_text(of.dupont)) if of.dupont.years else blank,
    }


def tree(of: Numbers) -> list[dict[str, Any]]:
    """The boxes, root first; `series` is drawn as a line in the box, `formula` is said on hover."""
    return [_box(of, node) for node in nodes(of.dupont, of.attribution)]


def _box(of: Numbers, node: Node) -> dict[str, Any]:
    known = [value for value in node.series if value is not None]
    return {
        "key": node.key,
        "parent": node.parent,
        "level": node.level,
        "name": node.name,
        "other": node.other if node.other != node.name else "",
        "text": node.text,
        "loss": node.is_ratio and node.value is not None and node.value < 0,
        "known": node.value is not None,
        "before": node.before,
        "effect": node.effect,
        "tone": node.tone,
        "reason": node.reason,
        "loose": node.loose,
        "line": _line(node.series) if len(known) > 1 else "",
        "formula": formula(of.dupont, node.key),
        "id": of.attribution.end.isoformat()
        if of.attribution
        else of.dupont.years[-1].period_end.isoformat(),
    }


def _line(series: tuple[float | None, ...]) -> str:
    """The points of a small line in a box of 60 × 20, gaps left out."""
    known = [value for value in series if value is not None]
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = 60 / max(1, len(series) - 1)
    points = [
        (step * place, 19 - 18 * (value - low) / span)
        for place, value in enumerate(series)
        if value is not None
    ]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def years(of: Numbers) -> dict[str, Any]:
    """One row a year, the newest first: every ratio, the status and why."""
    names = ratios(of.dupont)
    return {
        "columns": [
            {"key": name, "name": named(name), "formula": formula(of.dupont, name)} for name in names
        ],
        "rows": [_year(of, year, names) for year in reversed(of.dupont.years)],
    }


def _year(of: Numbers, year: DuPontYear, names: tuple[str, ...]) -> dict[str, Any]:
    chosen = of.attribution and year.period_end in (of.attribution.start, of.attribution.end)
    return {
        "id": year.period_end.isoformat(),
        "day": day(year.period_end),
        "chosen": bool(chosen),
        "status": _(STATUS_NAMES[year.status]),
        "tone": TONES[year.status],
        "notes": list(year.notes),
        "assumed": bool(year.assumed),
        "approximate": bool(year.approximate),
        "ranges": _ranges(of, year),
        "cells": [
            {"key": name, "text": shown(name, ratio(year, name)), "loss": (ratio(year, name) or 0) < 0}
            for name in names
        ],
        "minority": number(year.minority_factor) if year.minority_factor is not None else "",
        "published": next(
            (
                p.explanation
                for p in published_returns(of.statements, of.dupont)
                if p.period_end == year.period_end
            ),
            "",
        ),
        "instead": _instead(of, year),
    }


def _ranges(of: Numbers, year: DuPontYear) -> str:
    """The ranges of an assumed year in a sentence."""
    statement = next(s for s in of.statements.values() if s.period_end == year.period_end)
    return ranges_note(completed(statement))


def _instead(of: Numbers, year: DuPontYear) -> str:
    """What to read where the return says nothing about the business: RNOA, else margin and turnover alone."""
    if year.status not in ("distorted", "not_meaningful"):
        return ""
    managed = next(m for m in management_form(of.dupont) if m.period_end == year.period_end)
    if managed.return_on_net_operating_assets is not None:
        return _("Use return on net operating assets instead: {value}.").format(
            value=percent(managed.return_on_net_operating_assets)
        )
    return _("Compare margin and turnover instead.")


MANAGED = (
    N_("Year to"),
    N_("Return on net operating assets"),
    N_("Operating margin after tax"),
    N_("Turnover"),
    N_("Turnover without goodwill"),
    N_("Net debt"),
    N_("Financial leverage"),
    N_("Net interest rate"),
    N_("Spread"),
    N_("Return on equity"),
)


def management(of: Numbers) -> dict[str, Any]:
    """The operating view of the years that have one, newest first, and how the end year's lines were put to a side."""
    known = [m for m in management_form(of.dupont) if m.known]
    currency = of.dupont.currency
    return {
        "columns": [_(name) for name in MANAGED],
        "text": operating_view(known[-1], currency) if known else "",
        "rows": [
            [
                day(m.period_end),
                percent(m.return_on_net_operating_assets),
                percent(m.operating_margin_after_tax),
                _times(m.turnover),
                _times(m.turnover_without_goodwill),
                money(m.net_debt, currency),
                _times(m.financial_leverage),
                percent(m.borrowing_rate),
                percent(m.spread),
                percent(m.return_on_equity),
            ]
            for m in reversed(known)
        ],
        "sides": [
            {"text": item.text, "amount": money(item.amount, currency)} for item in known[-1].reclassified
        ]
        if known
        else [],
        "notes": list(known[-1].notes) if known else [],
    }


def _times(value: float | None) -> str:
    return "–" if value is None else number(value)


def cash(of: Numbers) -> dict[str, Any]:
    """The cash flow of each year that has one, newest first, and all of them together."""
    known = cash_years(of.statements, of.dupont.owners)
    years = [one for one in known if one.line("operating_cash_flow") is not None]
    return {
        "columns": [_("Year to"), *cash_names(years)],
        "rows": [[day(one.period_end), *cash_cells(one, of.dupont.currency)] for one in reversed(years)],
        "text": cash_over_years(years),
    }


def trailing_year(of: Numbers) -> dict[str, Any]:
    """The interim statements beside the last year, and the trailing twelve months: a table and a sentence."""
    own = of.dupont
    found = trailing(of.statements, of.interim, steps=own.steps, basis=own.basis, owners=own.owners)
    return {
        "columns": list(trailing_names()),
        "rows": [list(row) for row in trailing_rows(found, own)] if found else [],
        "text": trailing_in_words(found, own) if found else "",
    }


def segments(of: Numbers) -> list[dict[str, Any]]:
    """Business segments and regions, as far as a filing gives them: a table and a sentence each."""
    return [
        {
            "title": one.title,
            "text": one.text,
            "columns": list(one.columns),
            "rows": list(map(list, one.rows)),
        }
        for one in segment_tables(of.statements)
    ]


def notes(of: Numbers) -> list[str]:
    """What a reader has to know about the change and about the year it ends with, each once."""
    said: list[str] = []
    if of.attribution:
        said += [*of.attribution.notes, *of.dupont.year(of.attribution.end).notes]
    return list(dict.fromkeys(said))

"""The numbers as the panel shows them: tree, years, notes. Plain values, in the reader's language."""

from __future__ import annotations

from typing import Any

from accountkit.figures.dupont_nodes import Node, nodes
from accountkit.figures.small_multiples import ratios
from accountkit.finance.candidates import ratio
from accountkit.finance.dupont import DuPontYear
from accountkit.finance.formulas import named, shown
from accountkit.finance.obstacles import STATUS_NAMES
from accountkit.i18n import _, day, number, percent
from accountkit.panels.numbers_reading import Numbers
from accountkit.panels.numbers_sources import formula

TONES = {"meaningful": "green", "distorted": "amber", "not_meaningful": "red", "missing": ""}


def tree(of: Numbers) -> list[dict[str, Any]]:
    """The boxes, root first; `series` is drawn as a line in the box, `formula` is said on hover."""
    return [_box(of, node) for node in nodes(of.dupont, of.attribution)]


def _box(of: Numbers, node: Node) -> dict[str, Any]:
    known = [value for value in node.series if value is not None]
    return {
        "key": node.key, "parent": node.parent, "level": node.level, "name": node.name,
        "other": node.other if node.other != node.name else "",
        "text": node.text, "loss": node.is_ratio and node.value is not None and node.value < 0, "known": node.value is not None,
        "before": node.before, "effect": node.effect, "tone": node.tone, "reason": node.reason, "loose": node.loose,
        "line": _line(node.series) if len(known) > 1 else "",
        "formula": formula(of, node.key),
        "id": of.attribution.end.isoformat() if of.attribution else of.dupont.years[-1].period_end.isoformat(),
    }  # fmt: skip


def _line(series: tuple[float | None, ...]) -> str:
    """The points of a small line in a box of 60 × 20, gaps left out."""
    known = [value for value in series if value is not None]
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = 60 / max(1, len(series) - 1)
    points = [(step * place, 19 - 18 * (value - low) / span) for place, value in enumerate(series) if value is not None]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def years(of: Numbers) -> dict[str, Any]:
    """One row a year, the newest first: every ratio, the status and why."""
    names = ratios(of.dupont)
    return {
        "columns": [{"key": name, "name": named(name), "formula": formula(of, name)} for name in names],
        "rows": [_year(of, year, names) for year in reversed(of.dupont.years)],
    }


def _year(of: Numbers, year: DuPontYear, names: tuple[str, ...]) -> dict[str, Any]:
    chosen = of.attribution and year.period_end in (of.attribution.start, of.attribution.end)
    return {
        "id": year.period_end.isoformat(), "day": day(year.period_end), "chosen": bool(chosen),
        "status": _(STATUS_NAMES[year.status]), "tone": TONES[year.status], "notes": list(year.notes),
        "assumed": bool(year.assumed), "approximate": bool(year.approximate),
        "cells": [{"key": name, "text": shown(name, _value(year, name)), "loss": (_value(year, name) or 0) < 0} for name in names],
        "minority": number(year.minority_factor) if year.minority_factor is not None else "",
        "published": _published(of, year),
    }  # fmt: skip


def _value(year: DuPontYear, name: str) -> float | None:
    return year.return_on_equity if name == "return_on_equity" else ratio(year, name)


def _published(of: Numbers, year: DuPontYear) -> str:
    """The weighted-average return that the company itself publishes, where the statement has one."""
    for statement in of.account.statements.values():
        if statement.period_end == year.period_end and "weighted_average_roe" in statement.figures:
            published = statement.figures["weighted_average_roe"].value
            text = _("The company publishes {value} (weighted by the days that capital was there).")
            return text.format(value=percent(published))
    return ""


def notes(of: Numbers) -> list[str]:
    """What a reader has to know about the change and about the year it ends with, each once."""
    said: list[str] = []
    if of.attribution:
        said += [*of.attribution.notes, *of.dupont.year(of.attribution.end).notes]
    return list(dict.fromkeys(said))

"""The owner, level and goal of a problem (methods, balanced_scorecard)."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.people.met import met
from accountkit.methods.people.network import LAYERS, decides
from accountkit.methods.sentences import Word, label, name, text
from accountkit.methods.shapes.rows import Row

GOALS = {
    "strategy": (N_("Organisation strategy"), N_("Vision and strategy that all layers serve")),
    "financial": (N_("Financial goal"), N_("Earn more, spend less; funding and mergers")),
    "customer": (N_("Customer goal"), N_("Win and keep customers; sell new and present products")),
    "operations": (N_("Operations goal"), N_("Make, move, deliver and serve; supporting functions")),
    "learning": (N_("Learning goal"), N_("People, culture, incentives, information systems")),
    "kpi": (N_("Indicators"), N_("KPIs or OKRs of each layer, stated or not")),
}
HOME = {"capital_change": "financial"}
"""A layer whose goal is another's: funding and mergers belong to the financial one."""
LEVELS = {
    "high": N_("too large to matter to our contact"),
    "low": N_("too small to be solved here"),
    "fits": N_("fits"),
}


def owner(row: Row) -> str | None:
    """Who has the problem: of those who acknowledge or feel it the highest."""
    people = row.reading.account.stakeholders
    known = [key for key, one in people.items() if row.id in one.admits or key in row.record.felt_by]
    placed = [key for key in known if people[key].layer]
    return max(placed, key=lambda key: LAYERS.index(people[key].layer or ""), default=None)


def level(row: Row) -> str | None:
    account, key = row.reading.account, owner(row)
    if key is None:
        return None
    person = account.stakeholders[key]
    reached = [
        LAYERS.index(one.layer)
        for who, one in account.stakeholders.items()
        if one.layer and met(account, who)
    ]
    if reached and LAYERS.index(person.layer or "") > max(reached):
        return "high"
    budgets = (one.budget for one in account.motives.values() if one.stakeholder_id == key)
    may = decides(person) or "approver" in person.decision_roles or any(one is not None for one in budgets)
    return "fits" if may else "low"


def goal(row: Row) -> str | None:
    """The goal of the problem's layer."""
    layer = row["layer"]
    return row.reading.value(HOME.get(layer, layer)) if layer else None


def words(row: Row) -> Mapping[str, Word]:
    return {
        "problem": name(row["statement"]),
        "layer": label(labels.WORDS["layer"].get(row["layer"] or "")),
        "scope": text(row["scope"]),
        "goal": text(goal(row)),
    }

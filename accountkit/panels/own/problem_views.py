"""What the problems panel shows of one problem: its row in the register, its measure, tree, worksheets and needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import _, number
from accountkit.methods import Analyses, labels
from accountkit.methods.problems import sentences as problem_sentences
from accountkit.methods.problems.problem_types import RISK_TREND
from accountkit.methods.problems.reading import Entry
from accountkit.methods.problems.rules import QUESTIONS, may_be_need
from accountkit.methods.problems.worksheet_methods import BY_TYPE, METHODS
from accountkit.methods.proposals import proposals
from accountkit.methods.shapes import Column
from accountkit.model import Account
from accountkit.model.offers import CatalogueOffer
from accountkit.panels.evidence import claim


def row(account: Account, entry: Entry) -> dict[str, Any]:
    """A problem in the register, with its gap as positions on a bar."""
    problem = entry.problem
    return {
        "id": entry.id,
        "statement": problem.statement,
        "type": entry.gap.primary,
        "verdict": entry.verdict,
        "worth": entry.worth.text(account.currency) if entry.worth else "",
        "how": entry.worth.how if entry.worth else "",
        "admitted": entry.admitted,
        "facts": list(problem_sentences.measures(entry)),
        "size": entry.size,
        "bar": bar(entry),
        "claim": claim(account, problem.evidence),
    }


def bar(entry: Entry) -> dict[str, Any] | None:
    """The gap on a bar: where the current value, the past best and the expected one lie, 0 to 100; None without a value."""
    problem = entry.problem
    known = {name: getattr(problem, name) for name in ("past_best", "current", "expected")}
    values = [value for value in known.values() if value is not None]
    if known["current"] is None or len(values) < 2:
        return None
    low, high = min(*values, 0.0), max(values)
    span = (high - low) or 1.0
    places = {
        name: None if value is None else round(100 * (value - low) / span, 1) for name, value in known.items()
    }
    return {**places, "zero": round(100 * -low / span, 1)}


def measure(account: Account, entry: Entry) -> dict[str, Any]:
    """The measure with the classification questions in their order, and who feels it."""
    problem = entry.problem
    return {
        "measure": problem.measured_by or "",
        "metric": problem.metric,
        "metric_name": problem_sentences.metric(problem),
        "unit": problem.unit,
        "direction": problem.direction,
        "rival": problem.rival,
        "rival_id": account.rival_of(problem) or "",
        "peers": [{"value": key, "title": peer.name or key} for key, peer in account.peers.items()],
        "past_best": problem.past_best,
        "current": problem.current,
        "expected": problem.expected,
        **{
            name: end.isoformat() if (end := getattr(problem, name)) else None
            for name in ("past_best_on", "current_on", "expected_by")
        },
        "tolerance": problem.tolerance,
        "used_tolerance": number(entry.gap.tolerance, 2),
        "risk_trend": problem.risk_trend,
        "risk_low": _(RISK_TREND.low),
        "risk_high": _(RISK_TREND.high),
        "layer": problem.layer,
        "admitted": problem.admitted,
        "probability": problem.probability,
        "loss": problem.loss,
        "worth": problem.worth,
        "driver": problem.driver,
        "asks": _(QUESTIONS[entry.asks]) if entry.asks else "",
        "questions": {field: _(question) for field, question in QUESTIONS.items()},
        "parts": {
            "restore": number(entry.gap.restore_part, 1) if entry.gap.restore_part is not None else "",
            "pursue_ideal": number(entry.gap.ideal_part, 1) if entry.gap.ideal_part is not None else "",
        },
        "people": [
            {
                "id": key,
                "role": person.role_title,
                "feels": key in problem.felt_by,
                "admits": entry.id in person.admits,
            }
            for key, person in account.stakeholders.items()
        ],
        "findings": [
            {
                "id": key,
                "text": account.findings[key].statement if key in account.findings else "",
                "gone": key not in account.findings,
                "tab": account.findings[key].source_framework if key in account.findings else "",
            }
            for key in problem.finding_ids
        ],
    }


def tree(account: Account, entry: Entry) -> list[dict[str, Any]]:
    """The tree of causes in reading order, each node with its depth; nodes whose parent is gone come last."""
    nodes = entry.problem.nodes
    found: list[dict[str, Any]] = []
    taken = {account.needs[key].node_id: key for key in entry.needs}

    def walk(parent: str | None, depth: int) -> None:
        children = [
            key
            for key, node in nodes.items()
            if node.parent == parent and key not in {n["id"] for n in found}
        ]
        for key in sorted(children, key=lambda child: nodes[child].order):
            found.append(_node(account, entry, key, depth, taken))
            walk(key, depth + 1)

    walk(None, 0)
    seen = {node["id"] for node in found}
    return found + [
        {**_node(account, entry, key, 0, taken), "orphan": True} for key in nodes if key not in seen
    ]


def _node(account: Account, entry: Entry, key: str, depth: int, taken: dict) -> dict[str, Any]:
    node = entry.problem.nodes[key]
    return {
        "id": key,
        "text": node.text,
        "depth": min(depth, 8),
        "move": node.move,
        "addressable": node.addressable,
        "smart": node.smart,
        "leaf": key in entry.tree.leaves,
        "need": taken.get(key),
        "orphan": False,
        "may": may_be_need(entry.problem, entry.gap, key),
        "claim": claim(account, node.evidence),
    }


def sheets(analyses: Analyses, entry: Entry) -> list[dict[str, Any]]:
    """The worksheets of the problem's type, and of other types as far as rows were entered."""
    keys = list(entry.methods) or [method.key for method in BY_TYPE["restore"]]
    keys += [
        key
        for key, sheet in entry.problem.worksheets.items()
        if sheet.rows and key not in keys and key in METHODS
    ]
    return [_sheet(analyses, entry, key) for key in keys]


def _sheet(analyses: Analyses, entry: Entry, key: str) -> dict[str, Any]:
    method, sheet = METHODS[key], entry.problem.worksheets.get(key)
    return {
        "key": key,
        "name": _(method.name),
        "how": _(method.rule),
        "precondition": _(method.precondition),
        "example": _(method.example),
        "columns": [_column(one) for one in method.columns],
        "rows": [{"id": row_id, **cells} for row_id, cells in sheet.rows.items()] if sheet else [],
        "conclusion": sheet.conclusion if sheet else "",
        "says": method.sentence(method.read(analyses, entry.id)),
    }


def _column(one: Column) -> dict[str, Any]:
    """A column of a worksheet as the browser needs it."""
    choices = [{"value": value, "title": _(title)} for value, title in one.choices]
    return {"key": one.key, "name": _(one.name), "kind": one.kind, "choices": choices}


def needs(
    account: Account, stored: Account, entry: Entry, catalogue: Mapping[str, CatalogueOffer]
) -> list[dict[str, Any]]:
    """The needs of the problem, the levers that answer each, the offers that could, the motives that hang on it.

    `account` is as the reader reads it, `stored` as it is stored: offers are found by the stored words.
    """
    return [
        {
            "id": key,
            "statement": need.statement,
            "smart": need.smart,
            "addressable": need.addressable,
            "indicators": need.indicators,
            "rank": need.rank,
            "claim": claim(account, need.evidence),
            "broken": need.node_id is not None and need.node_id not in entry.problem.nodes,
            "proposals": [
                {"id": p.offer_id, "name": p.name, "why": p.why}
                for p in proposals(stored, key, catalogue)[:3]
            ],
            "levers": [
                {"id": lid, "text": lever.statement}
                for lid, lever in account.levers.items()
                if lever.need_id == key
            ],
            "motives": [
                {
                    "id": mid,
                    "role": account.stakeholders[m.stakeholder_id].role_title
                    if m.stakeholder_id in account.stakeholders
                    else "–",
                }
                for mid, m in account.motives.items()
                if m.need_id == key
            ],
        }
        for key in entry.needs
        if (need := account.needs.get(key))
    ]


def closed(account: Account, keys: tuple[str, ...]) -> list[dict[str, str]]:
    """The closed problems, to open again."""
    return [{"id": key, "statement": account.problems[key].statement} for key in keys]


def choices() -> dict[str, list[dict[str, str]]]:
    """The words for the panel's selects."""
    return {name: labels.choices(name) for name in ("addressable", "answered", "layer", "driver", "measure")}

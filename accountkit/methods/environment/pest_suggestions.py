"""What follows from an outside factor: a problem from each that weighs enough, and evidence. How a factor is begun."""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.environment.pest_prompts import factor_name
from accountkit.methods.environment.pest_reading import KEY, is_finding, problems
from accountkit.methods.findings import problem_from
from accountkit.methods.method import Suggests
from accountkit.methods.shapes.rows import Row
from accountkit.methods.wording import upper_first, worded
from accountkit.model import Edit, Finding, new_id


def begin(dimension: str, factor: str = "") -> tuple[str, tuple[Edit, ...]]:
    """A new factor of a dimension, begun from a prompt's key or from nothing: its id, and the edits that make it."""
    key = new_id("f")
    text, other_language = worded(lambda: upper_first(factor_name(factor)))
    finding = Finding(source_framework=KEY, source_item=dimension, factor=factor, statement=text)
    return key, (Edit(f"findings/{key}", finding), *other_language)


def _problem(factor: Row) -> tuple[Edit, ...]:
    return (problem_from(factor.id, factor.record, statement=factor["headline"]),)


SUGGESTS = (
    Suggests(
        "problem",
        N_("Create a problem from “{factor}” (priority {priority})?"),
        N_("Create problem"),
        when=lambda factor: is_finding(factor) and not problems(factor),
        edits=_problem,
        kind="problem",
    ),
    Suggests(
        "evidence",
        N_("“{factor}” is assumed. Add evidence."),
        N_("Add evidence"),
        when=lambda factor: is_finding(factor) and factor.status == "assumed",
        kind="evidence",
    ),
)

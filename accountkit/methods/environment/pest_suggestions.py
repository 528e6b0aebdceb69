"""What the outside factors offer next: a problem from each that weighs enough, evidence, the ratings still missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from accountkit.i18n import _
from accountkit.methods.assessment import Suggestion, suggestion_id
from accountkit.methods.environment.pest_prompts import factor_name
from accountkit.methods.environment.pest_reading import KEY, Factor, Pest
from accountkit.methods.sentences import rate_the_rest
from accountkit.methods.wording import plain, worded
from accountkit.model import Account, Edit, Finding, Problem, new_id

MOST = 12


def offers(account: Account, pest: Pest) -> Iterator[Suggestion]:
    """For each finding without a problem one to make; for each that is only assumed the evidence; then the ratings.

    Offers are about the `MOST` heaviest findings that still need something: nobody works through a thousand.
    """
    open_ones = (f for f in pest.factors if f.is_finding and (not f.problems or f.status == "assumed"))
    for factor in islice(open_ones, MOST):
        if factor.is_finding and not factor.problems:
            yield _problem(factor)
        if factor.is_finding and factor.status == "assumed":
            yield _evidence(factor)
    blank = [f for f in pest.factors if f.priority is None and f.status != "refuted"]
    if blank:
        total = len(pest.rated) + len(blank)
        yield Suggestion(
            id=suggestion_id(KEY, "rate"),
            text=rate_the_rest(len(pest.rated), total, 2 * len(blank)),
            action=_("Rate"),
            kind="rate",
            path=f"findings/{blank[0].id}",
        )


def begin(dimension: str, factor: str = "") -> tuple[str, tuple[Edit, ...]]:
    """A new factor of a dimension, begun from a prompt's key or from nothing: its id, and the edits that make it."""
    key = new_id("f")
    text, other_language = worded(lambda: _titled(factor))
    finding = Finding(source_framework=KEY, source_item=dimension, factor=factor, statement=text)
    return key, (Edit(f"findings/{key}", finding), *other_language)


def _titled(factor: str) -> str:
    name = factor_name(factor)
    return name[:1].upper() + name[1:]


def _problem(factor: Factor) -> Suggestion:
    def edits() -> tuple[Edit, ...]:
        return (
            Edit(
                f"problems/{new_id('p')}",
                Problem(statement=factor.headline, measure="other", finding_ids=(factor.id,)),
            ),
        )

    return Suggestion(
        id=suggestion_id(KEY, "problem", factor.id),
        text=_("Create a problem from “{factor}” (priority {priority})?").format(
            factor=factor.headline, priority=plain(factor.priority)
        ),
        action=_("Create problem"),
        kind="problem",
        path=f"findings/{factor.id}",
        edits=edits,
    )


def _evidence(factor: Factor) -> Suggestion:
    return Suggestion(
        id=suggestion_id(KEY, "evidence", factor.id),
        text=_("“{factor}” is assumed. Add evidence.").format(factor=factor.headline),
        action=_("Add evidence"),
        kind="evidence",
        path=f"findings/{factor.id}",
    )

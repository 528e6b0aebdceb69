"""The chain from findings to the objective: where it is broken, and its picture (methods, A1).

A gap never blocks the work; it is listed under "still to establish".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.finance.levers.spans import two_currencies
from accountkit.i18n import N_, _, listed, number
from accountkit.methods.chain.picture import Box, Edge, Picture, picture
from accountkit.methods.method import Given
from accountkit.methods.motives import reading as motive_reading
from accountkit.methods.people.naming import rings
from accountkit.methods.problems import reading as problem_reading
from accountkit.methods.problems.sentences import name
from accountkit.methods.wording import named
from accountkit.model import Account, broken_links

__all__ = ["Box", "Edge", "Gap", "Picture", "contradicting", "gaps", "picture"]

NAMED = 3
"""So many needs of one rank are named."""


@dataclass(frozen=True)
class Gap:
    """A break of the chain: a stable code, what is missing in words, the record it is about, the word on the button."""

    code: str
    text: str
    path: str
    action: str


def gaps(analyses: Given) -> tuple[Gap, ...]:
    """All breaks, from the findings to the objective, then links whose target is gone and records that contradict each other."""
    account = analyses.account
    return (
        *_problems(analyses),
        *_needs(account),
        *_levers(account),
        *_motives(analyses),
        *_commitments(account),
        *_objective(account),
        *_links(account),
        *contradicting(account),
        *_currencies(account),
    )


def _gap(code: str, path: str, **names: str) -> Gap:
    text, action = GAPS[code]
    return Gap(code, _(text).format(**names), path, _(action))


GAPS: dict[str, tuple[str, str]] = {
    "problem_without_finding": (N_("“{problem}” has no finding behind it yet."), N_("Link a finding")),
    "problem_not_admitted": (N_("No one at the customer has acknowledged “{problem}” yet."), N_("Ask")),
    "problem_without_need": (N_("“{problem}” has no need yet."), N_("Analyse")),
    "need_without_problem": (N_("The need “{need}” has no problem."), N_("Link a finding")),
    "need_without_lever": (N_("We have no offering for “{need}” yet."), N_("Add lever")),
    "need_without_motive": (N_("No motive assessed for “{need}” yet."), N_("Assess")),
    "lever_without_need": (N_("“{lever}” has no need."), N_("Link a finding")),
    "effect_without_lever": (
        N_("{role}: “{need}” has an amount but no lever."),
        N_("Add lever"),
    ),
    "motive_without_effect": (N_("{role}: the four effects of “{need}” are not rated yet."), N_("Rate")),
    "motive_without_commitment": (
        N_("{role} is ready to act on “{need}”. Ask for a commitment."),
        N_("Ask"),
    ),
    "commitment_without_motive": (N_("“{action}” has no motive behind it yet."), N_("Link a finding")),
    "objective_without_date": (N_("The sales objective has no dated commitment yet."), N_("Ask")),
    "objective_missing": (
        N_("No sales objective yet. Enter who buys what, for how much, by when."),
        N_("Enter"),
    ),
    "ring_of_reporting": (
        N_("Reporting runs in a circle: {people}. Change one of the ties."),
        N_("Change"),
    ),
    "first_needs": (N_("Several needs are ranked first: {needs}. Change their ranks."), N_("Change")),
    "broken_link": (N_("{holder} refers to a deleted record."), N_("Repair")),
}


def _currencies(account: Account) -> Iterator[Gap]:
    if text := two_currencies(account.statement_currency, account.currency):
        yield Gap("two_currencies", text, "currency", _("Change"))


def _problems(analyses: Given) -> Iterator[Gap]:
    for entry in problem_reading.problems(analyses).entries:
        place, problem = f"problems/{entry.id}", name(entry.problem)
        if not any(key in analyses.account.findings for key in entry.problem.finding_ids):
            yield _gap("problem_without_finding", place, problem=problem)
        if not entry.admitted:
            yield _gap("problem_not_admitted", place, problem=problem)
        if not entry.needs:
            yield _gap("problem_without_need", place, problem=problem)


def _needs(account: Account) -> Iterator[Gap]:
    answered = {lever.need_id for lever in account.levers.values()}
    wanted = {motive.need_id for motive in account.motives.values()}
    for key, need in account.needs.items():
        place, text = f"needs/{key}", named(need.statement, _("untitled need"))
        if need.problem_id not in account.problems:
            yield _gap("need_without_problem", place, need=text)
        if key not in answered:
            yield _gap("need_without_lever", place, need=text)
        if key not in wanted:
            yield _gap("need_without_motive", place, need=text)


def _levers(account: Account) -> Iterator[Gap]:
    for key, lever in account.levers.items():
        if lever.need_id not in account.needs:
            yield _gap(
                "lever_without_need", f"levers/{key}", lever=named(lever.statement, _("untitled lever"))
            )


def _motives(analyses: Given) -> Iterator[Gap]:
    answered = {lever.need_id for lever in analyses.account.levers.values()}
    for motive in motive_reading.motives(analyses):
        place, names = f"motives/{motive.id}", {"role": motive.role, "need": motive.about}
        if motive.importance is None:
            yield _gap("motive_without_effect", place, **names)
        if motive.money.yearly is not None and motive.motive.need_id not in answered:
            yield _gap("effect_without_lever", place, **names)
        if motive.state in ("motivated", "explicit") and not motive.commitments:
            yield _gap("motive_without_commitment", place, **names)


def _commitments(account: Account) -> Iterator[Gap]:
    for key, commitment in account.commitments.items():
        if commitment.motive_id not in account.motives:
            yield _gap(
                "commitment_without_motive",
                f"commitments/{key}",
                action=named(commitment.action, _("untitled commitment")),
            )


def _objective(account: Account) -> Iterator[Gap]:
    objective = account.objective
    if not (objective.who or objective.what):
        yield _gap("objective_missing", "objective")
        return
    given = [account.commitments[key] for key in objective.commitment_ids if key in account.commitments]
    if not any(commitment.due for commitment in given):
        yield _gap("objective_without_date", "objective")


def _links(account: Account) -> Iterator[Gap]:
    for link in broken_links(account):
        yield _gap("broken_link", link.holder, holder=holder_name(account, link.holder))


def contradicting(account: Account) -> Iterator[Gap]:
    """What a file brings in though no edit may write it (`Account.contradiction`), each with the record to change."""
    for key, people in rings(account):
        yield _gap("ring_of_reporting", f"pairs/{key}", people=people)
    firsts = [
        key for key, need in account.needs.items() if need.rank == 1 and account.contradiction(f"needs/{key}")
    ]
    if firsts:
        names = [f"“{named(account.needs[key].statement, _('untitled need'))}”" for key in firsts[:NAMED]]
        more = [_("{n} more").format(n=number(len(firsts) - NAMED, 0))] if len(firsts) > NAMED else []
        yield _gap(
            "first_needs",
            f"needs/{firsts[-1]}",
            needs=listed([*names, *more]),
        )


def holder_name(account: Account, path: str) -> str:
    """What a record is called in a sentence: its own text in quotation marks, else what kind of record it is."""
    collection, _slash, rest = path.partition("/")
    kind = _(KINDS[collection])
    record = getattr(account, collection)
    if rest:
        record = record.get(rest.split("/")[0])
    text = next(
        (getattr(record, f) for f in ("statement", "role_title", "action", "what") if getattr(record, f, "")),
        "",
    )
    return (
        _("The {kind} “{text}”").format(kind=kind, text=named(text, ""))
        if text
        else _("Untitled {kind}").format(kind=kind)
    )


KINDS: dict[str, str] = {
    "findings": N_("finding"),
    "problems": N_("problem"),
    "needs": N_("need"),
    "levers": N_("lever"),
    "alternatives": N_("alternative"),
    "stakeholders": N_("stakeholder"),
    "motives": N_("motive"),
    "commitments": N_("commitment"),
    "answers": N_("rating"),
    "objective": N_("objective"),
    "opportunities": N_("deal"),
    "visits": N_("visit"),
    "contacts": N_("contact"),
    "doubts": N_("doubt"),
    "pairs": N_("tie between two people"),
    "plan": N_("action"),
}

"""What the customer may see.

The customer's edition is composed from another account: one from which everything internal is gone before the first
sentence is written. So no writer, chart, note or property of a file can tell what it never had. What goes out is named
here, field by field; whatever is added to the account later stays inside until somebody names it.

Stays: stakeholders, motives, commitments, the objective, comments, notes, who said something, reference cases, worth and
probabilities that are ours, and every claim that is only assumed, or refuted. Of answers go the confirmed entries of
methods that are not private and have a sentence for others (`outward.speaks_outward`), if they are about the account or a record
that goes. Estimates of value go out where their author has released them, marked, with inputs and range.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from accountkit.brief.outward import answers, known, stands
from accountkit.model import (
    Account,
    Alternative,
    CaseTerms,
    Evidence,
    Figure,
    Finding,
    Lever,
    Need,
    Node,
    Origin,
    Peer,
    Problem,
    Profile,
    Record,
    Statement,
)

T = TypeVar("T", bound=Record)

PROFILE = ("name", "name_zh", "industry", "industry_zh", "country", "ticker", "website", "fiscal_year_end")
FINDING = (
    "statement",
    "source_framework",
    "source_item",
    "factor",
    "change",
    "affected_party",
    "effect",
    "impact",
    "likelihood",
    "horizon",
    "since",
    "order",
)
PROBLEM = (
    "statement",
    "measure",
    "metric",
    "unit",
    "counted_in",
    "direction",
    "past_best",
    "past_best_on",
    "current",
    "current_on",
    "expected",
    "expected_by",
    "tolerance",
    "risk_trend",
    "layer",
    "scope",
    "closed",
    "order",
)
"""Without `driver`, `worth`, `probability` and `loss`: what solving it is worth would be an estimate that nobody released."""
NEED = ("problem_id", "statement", "smart", "addressable", "indicators", "order")
LEVER = (
    "need_id",
    "problem_id",
    "statement",
    "degree",
    "driver",
    "kind",
    "change",
    "share",
    "ramp_years",
    "one_off",
    "running_cost",
    "years_of_use",
    "use_of_cash",
    "released",
    "order",
)
ALTERNATIVE = (
    "name",
    "kind",
    "benefit",
    "one_off",
    "running_cost",
    "switching_cost",
    "ramp_years",
    "years_of_use",
    "released",
    "order",
)
EVIDENCE = ("source", "url", "date", "grade", "status")
SCREENS = ("numbers", "environment", "problems")
"""The screens whose core analyses are told to the customer, in the order of the story; the others are about people."""


def customers(account: Account) -> Account:
    """The account as its customer may see it."""
    evidence = {
        key: _only(Evidence, item, EVIDENCE)
        for key, item in account.evidence.items()
        if item.standing == "confirmed"
    }
    findings = {
        key: _finding(item, evidence)
        for key, item in account.findings.items()
        if stands(account, item.evidence) and item.whose == "customer"
    }
    problems = {
        key: _problem(account, item, findings, evidence)
        for key, item in account.problems.items()
        if stands(account, item.evidence)
    }
    needs = {
        key: _need(item, problems, evidence)
        for key, item in account.needs.items()
        if _need_stands(account, item, problems)
    }
    levers = {
        key: _lever(item, needs)
        for key, item in account.levers.items()
        if _lever_goes(account, item, problems)
    }
    alternatives = {
        key: _only(Alternative, one, ALTERNATIVE)
        for key, one in account.alternatives.items()
        if levers and one.released and one.name and account.standing(one.evidence) != "refuted"
    }
    terms = account.business_case if levers else CaseTerms()
    shown = Account(
        slug="customer",
        profile=_only(Profile, account.profile, PROFILE),
        currency=account.currency,
        review_date=account.as_of,
        stale_after_days=account.stale_after_days,
        statements={key: _statement(item) for key, item in account.statements.items()},
        interim={key: _statement(item) for key, item in account.interim.items()},
        peers={key: _peer(item) for key, item in account.peers.items()},
        findings=findings,
        problems=problems,
        needs=needs,
        levers=levers,
        business_case=terms.model_copy(update={"rate_source": ""}),
        alternatives=alternatives,
        evidence=evidence,
    )
    shown = shown.model_copy(update={"answers": answers(account, shown)})
    used = _used(shown)
    return shown.model_copy(
        update={"evidence": {key: item for key, item in shown.evidence.items() if key in used}}
    )


def _only(kind: type[T], record: T, fields: tuple[str, ...], **changed: object) -> T:
    values: dict[str, Any] = {name: getattr(record, name) for name in fields} | changed
    return kind(**values)


def _finding(item: Finding, evidence: Mapping[str, Evidence]) -> Finding:
    return _only(Finding, item, FINDING, evidence=known(item.evidence, evidence))


def _problem(
    account: Account, item: Problem, findings: Mapping[str, Finding], evidence: Mapping[str, Evidence]
) -> Problem:
    nodes = {key: node for key, node in item.nodes.items() if stands(account, node.evidence)}
    shown = {
        key: Node(
            text=node.text,
            parent=node.parent if node.parent in nodes else None,
            move=node.move,
            addressable=node.addressable,
            smart=node.smart,
            order=node.order,
            evidence=known(node.evidence, evidence),
        )
        for key, node in nodes.items()
    }
    return _only(
        Problem,
        item,
        PROBLEM,
        nodes=shown,
        finding_ids=known(item.finding_ids, findings),
        evidence=known(item.evidence, evidence),
    )


def _need_stands(account: Account, need: Need, problems: Mapping[str, Problem]) -> bool:
    """A need goes out on its own evidence, or on that of the cause it is the answer to."""
    problem = problems.get(need.problem_id)
    return problem is not None and (stands(account, need.evidence) or need.node_id in problem.nodes)


def _need(need: Need, problems: Mapping[str, Problem], evidence: Mapping[str, Evidence]) -> Need:
    node = need.node_id if need.node_id in problems[need.problem_id].nodes else None
    return _only(Need, need, NEED, node_id=node, evidence=known(need.evidence, evidence))


def _lever_goes(account: Account, lever: Lever, problems: Mapping[str, Problem]) -> bool:
    return (
        lever.released
        and _problem_of(account, lever) in problems
        and account.standing(lever.evidence) != "refuted"
    )


def _problem_of(account: Account, lever: Lever) -> str | None:
    need = account.needs.get(lever.need_id or "")
    return need.problem_id if need else lever.problem_id


def _lever(lever: Lever, needs: Mapping[str, Need]) -> Lever:
    need = lever.need_id if lever.need_id in needs else None
    return _only(Lever, lever, LEVER, need_id=need)


def _statement(item: Statement) -> Statement:
    """Figures, the opening balances that came with them and what is unusual about the year: without these two the return
    would be another one than ours."""
    return Statement(
        period_end=item.period_end,
        months=item.months,
        currency=item.currency,
        unit=item.unit,
        figures=_figures(item.figures),
        opening=_figures(item.opening),
        caveats=item.caveats,
        segments=tuple(one.model_copy(update={"figures": _figures(one.figures)}) for one in item.segments),
    )


def _figures(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    return {
        key: Figure(value=figure.value, approximate=figure.approximate, origin=_origin(figure.origin))
        for key, figure in figures.items()
        if not figure.assumed
    }


def _origin(origin: Origin) -> Origin:
    return Origin(
        source=origin.source,
        concept=origin.concept,
        accession=origin.accession,
        filed=origin.filed,
        url=origin.url,
    )


def _peer(peer: Peer) -> Peer:
    return Peer(
        name=peer.name,
        name_zh=peer.name_zh,
        ticker=peer.ticker,
        industry=peer.industry,
        statements={key: _statement(item) for key, item in peer.statements.items()},
    )


def _used(shown: Account) -> set[str]:
    used = [finding.evidence for finding in shown.findings.values()]
    used += [problem.evidence for problem in shown.problems.values()]
    used += [need.evidence for need in shown.needs.values()]
    used += [node.evidence for problem in shown.problems.values() for node in problem.nodes.values()]
    for answer in shown.answers.values():
        used += [rating.evidence for rating in answer.ratings.values()]
        used += [value.evidence for value in answer.values.values()]
        used += [row.evidence for row in answer.rows.values()]
    return {key for evidence in used for key in evidence}

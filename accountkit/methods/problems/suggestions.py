"""What a problem offers next: a worksheet, the need at a leaf, the lever that answers it, the motive of who feels it."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.i18n import _, listed
from accountkit.methods.assessment import Suggestion, suggestion_id
from accountkit.methods.problems.reading import KEY, Entry, Problems
from accountkit.methods.problems.rules import may_be_need
from accountkit.methods.problems.worksheet_methods import METHODS
from accountkit.methods.wording import named
from accountkit.model import Account, Edit, Lever, Motive, Need, new_id

KIND_OF_DRIVER = {
    "margin": "cost_of_revenue_percent",
    "turnover": "days_sales_outstanding",
    "multiplier": "cost_of_revenue_percent",
}
"""The change a new lever begins with (finance.scenario); the person chooses the one that fits."""


def suggested(account: Account, reading: Problems) -> Iterator[Suggestion]:
    """In the order of the register: leaves that may be needs, motives, levers, and how to analyse what is shallow."""
    for entry in reading.entries:
        yield from _needs(account, entry)
        yield from _motives(account, entry)
        yield from _levers(account, entry)
        if (
            entry.gap.primary
            and not entry.tree.analysed
            and not any(s.rows for s in entry.problem.worksheets.values())
        ):
            yield _worksheet(entry)
    yield from _first_need(account)


def _first_need(account: Account) -> Iterator[Suggestion]:
    """To ask which need comes first, while several have no rank at all."""
    if len(account.needs) > 1 and all(need.rank is None for need in account.needs.values()):
        path = f"needs/{next(iter(account.needs))}"
        text = _("No need is ranked yet. Which comes first for the customer?")
        yield Suggestion(suggestion_id(KEY, "rank"), text, _("Rank"), "rate", path)


def _needs(account: Account, entry: Entry) -> Iterator[Suggestion]:
    taken = {account.needs[key].node_id for key in entry.needs}
    for leaf in entry.tree.leaves:
        node = entry.problem.nodes[leaf]
        if leaf in taken or not node.text:
            continue
        if may_be_need(entry.problem, entry.gap, leaf):
            yield _need(entry, leaf)
        elif node.addressable is None:
            yield Suggestion(
                id=suggestion_id(KEY, "addressable", entry.id, leaf),
                text=_("Can we act on “{cause}”?").format(cause=named(node.text, "")),
                action=_("Decide"),
                kind="rate",
                path=f"problems/{entry.id}/nodes/{leaf}",
            )


def _need(entry: Entry, leaf: str) -> Suggestion:
    node = entry.problem.nodes[leaf]

    def edits() -> tuple[Edit, ...]:
        need = Need(
            problem_id=entry.id,
            node_id=leaf,
            statement=node.text,
            addressable=node.addressable or "yes",
            smart=node.smart,
            evidence=node.evidence,
        )
        return (Edit(f"needs/{new_id('n')}", need),)

    return Suggestion(
        id=suggestion_id(KEY, "need", entry.id, leaf),
        text=_("Create a need from “{cause}”?").format(cause=named(node.text, "")),
        action=_("Create need"),
        kind="need",
        path=f"problems/{entry.id}/nodes/{leaf}",
        edits=edits,
    )


def _motives(account: Account, entry: Entry) -> Iterator[Suggestion]:
    have = {
        (m.stakeholder_id, m.need_id) for m in account.motives.values() if m.problem_id in (None, entry.id)
    }
    people = dict.fromkeys((*entry.admitted_by, *entry.problem.felt_by))
    for need in entry.needs or (None,):
        for who in people:
            if who in account.stakeholders and (who, need) not in have:
                yield _motive(account, entry, who, need)


def _motive(account: Account, entry: Entry, who: str, need: str | None) -> Suggestion:
    role = named(account.stakeholders[who].role_title, _("this person"))
    what = named(account.needs[need].statement if need else entry.problem.statement, _("this need"))

    def edits() -> tuple[Edit, ...]:
        preventing = entry.gap.primary == "prevent"
        yearly = entry.worth.amount if entry.worth and entry.worth.yearly else None
        motive = Motive(
            stakeholder_id=who,
            problem_id=entry.id,
            need_id=need,
            probability=entry.problem.probability if preventing else None,
            loss=entry.problem.loss if preventing else None,
            gain=None if preventing else yearly,
        )
        return (Edit(f"motives/{new_id('m')}", motive),)

    return Suggestion(
        id=suggestion_id(KEY, "motive", need or entry.id, who),
        text=_("Will {role} act on “{need}”?").format(role=role, need=what),
        action=_("Assess"),
        kind="motive",
        path=f"needs/{need}" if need else f"problems/{entry.id}",
        edits=edits,
    )


def _levers(account: Account, entry: Entry) -> Iterator[Suggestion]:
    answered = {lever.need_id for lever in account.levers.values()}
    for key in entry.needs:
        if key not in answered and account.needs[key].addressable != "no":
            yield _lever(account, entry, key)


def _lever(account: Account, entry: Entry, need: str) -> Suggestion:
    statement = account.needs[need].statement

    def edits() -> tuple[Edit, ...]:
        driver = entry.problem.driver
        lever = Lever(
            need_id=need,
            problem_id=entry.id,
            statement=statement,
            driver=driver,
            kind=KIND_OF_DRIVER[driver or "margin"],
        )
        return (Edit(f"levers/{new_id('l')}", lever),)

    return Suggestion(
        id=suggestion_id(KEY, "lever", need),
        text=_("Which part of our solution meets “{need}”?").format(need=named(statement, _("this need"))),
        action=_("Add lever"),
        kind="lever",
        path=f"needs/{need}",
        edits=edits,
    )


def _worksheet(entry: Entry) -> Suggestion:
    return Suggestion(
        id=suggestion_id(KEY, "worksheet", entry.id),
        text=_("Find the cause by {methods}.").format(
            methods=listed([_(METHODS[key].name).lower() for key in entry.methods])
        ),
        action=_("Analyse"),
        kind="worksheet",
        path=f"problems/{entry.id}/worksheets/{entry.methods[0]}",
    )

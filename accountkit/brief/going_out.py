"""Before a customer's edition leaves: what goes out, what stays and why, and what is worth a second look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.brief.blocks import Brief, Table
from accountkit.brief.compose import compose
from accountkit.brief.edition import customers
from accountkit.i18n import N_, _
from accountkit.model import Account, Answer


@dataclass(frozen=True)
class Parcel:
    """Records of one kind that go out, or stay: what they are, how many, and why."""

    what: str
    count: int
    reason: str


@dataclass(frozen=True)
class Checklist:
    """What a customer's edition carries out of the house and what it leaves; `questions` are worth a look before."""

    goes: tuple[Parcel, ...]
    stays: tuple[Parcel, ...]
    questions: tuple[str, ...]


_KINDS = {
    "statements": N_("Annual statements"),
    "interim": N_("Interim statements"),
    "peers": N_("Peers"),
    "findings": N_("Findings"),
    "problems": N_("Problems"),
    "needs": N_("Needs"),
    "levers": N_("Estimates of value"),
    "alternatives": N_("Alternatives"),
    "evidence": N_("Evidence"),
    "stakeholders": N_("Stakeholders"),
    "motives": N_("Motives"),
    "commitments": N_("Commitments"),
    "opportunities": N_("Deals"),
    "visits": N_("Visits"),
    "contacts": N_("Contacts"),
    "doubts": N_("Doubts"),
    "pairs": N_("Ties between people"),
    "plan": N_("Actions"),
    "comments": N_("Comments"),
}
_REASONS = {
    "findings": N_("assumed or refuted"),
    "problems": N_("assumed or refuted"),
    "needs": N_("assumed, or their problem is internal"),
    "levers": N_("not released, or their problem is internal"),
    "alternatives": N_("not released"),
    "evidence": N_("not confirmed, not used, or neither a filing nor the customer's own publication"),
    "stakeholders": N_("describes people"),
    "motives": N_("describes people"),
    "commitments": N_("our requests to the customer"),
    "opportunities": N_("our sales objective"),
    "visits": N_("our preparation and notes"),
    "contacts": N_("our preparation and notes"),
    "doubts": N_("describes people"),
    "pairs": N_("describes people"),
    "plan": N_("our preparation and notes"),
    "comments": N_("internal comments"),
}


def going_out(account: Account, composed: Brief | None = None) -> Checklist:
    """The checklist before a customer's edition is exported, in the current language.

    `composed` is that edition, where it is at hand already: of evidence, what its sources print is counted.
    """
    shown = customers(account)
    printed = _printed(composed or compose(account, edition="customer"))
    goes, stays = [], []
    for kind, name in _KINDS.items():
        all_of_them = len(getattr(account, kind))
        out = printed if kind == "evidence" else len(getattr(shown, kind))
        reason = _("printed under Sources") if kind == "evidence" else _("unchanged, without notes and names")
        if out:
            goes.append(Parcel(_(name), out, reason))
        if all_of_them > out:
            stays.append(Parcel(_(name), all_of_them - out, _(_REASONS.get(kind, ""))))
    if inside := _answers_inside(account, shown):
        stays.append(Parcel(_("Answers in the methods"), inside, _("internal analysis")))
    return Checklist(tuple(goes), tuple(stays), tuple(_doubts(shown)))


def _printed(brief: Brief) -> int:
    """The rows of the table of sources."""
    section = brief.section("evidence")
    tables = [block for block in section.blocks if isinstance(block, Table)] if section else []
    return sum(len(table.rows) for table in tables)


def _doubts(shown: Account) -> Iterator[str]:
    for problem in shown.problems.values():
        yield _(
            "“{problem}” is in the customer edition. Check that the customer will not be surprised."
        ).format(problem=problem.statement[:120])
    for lever in shown.levers.values():
        yield _(
            "The estimate for “{lever}” is in the customer edition with inputs and range. Check that each can be shown."
        ).format(lever=lever.statement[:120])
    for one in shown.alternatives.values():
        yield _(
            "“{alternative}” is in the customer edition with our estimate of it. Check that you can stand by it."
        ).format(alternative=one.name[:120])
    if not shown.problems:
        yield _(
            "No problem is confirmed, so the customer edition has figures and environment alone. Confirm a problem first."
        )


def _answers_inside(account: Account, shown: Account) -> int:
    inside = sum(key not in shown.answers for key in account.answers) + len(account.private_answers)
    return inside + sum(
        _entries(account.answers[key]) > _entries(answer) for key, answer in shown.answers.items()
    )


def _entries(answer: Answer) -> int:
    return sum(
        len(part) for part in (answer.ratings, answer.values, answer.rows, answer.notes, answer.records)
    )

"""Where an account and a deal stand on the road from knowing the customer to the care of the relation: which steps have ended
by the records (methods, product_business_canvas and solution_selling_stages). Nothing is entered."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from accountkit.methods.deal.facts import deal, is_open
from accountkit.methods.deal.solution_rules import unique
from accountkit.methods.motives.reading import motives
from accountkit.methods.people.network import deciders
from accountkit.methods.problems.reading import Entry, problems
from accountkit.methods.sentences import Word, count, label, name
from accountkit.methods.shapes.checklist import ChecklistReading
from accountkit.model import Account, Doubt, Finding, Need

FINDINGS = 3
"""Evidenced findings from which on a business is understood (proposed)."""


# -- the account ---------------------------------------------------------------------------------------------------


def findings(account: Account) -> list[Finding]:
    return [one for one in account.findings.values() if account.standing(one.evidence) != "refuted"]


def evidenced(account: Account, ids: Collection[str]) -> bool:
    """Whether a document, the customer's words or our observation stands behind a claim."""
    known = (account.evidence[key] for key in ids if key in account.evidence)
    return any(entry.grade != "D" and entry.status != "refuted" for entry in known)


def admitted(reading: ChecklistReading) -> list[Entry]:
    return [entry for entry in problems(reading.analyses).entries if entry.admitted]


def addressable(account: Account) -> dict[str, Need]:
    """The needs on which we can act."""
    found = account.needs.items()
    return {
        key: one
        for key, one in found
        if one.addressable == "yes" and account.standing(one.evidence) != "refuted"
    }


def motivated(reading: ChecklistReading) -> set[str]:
    """The people who are moved to act on a need."""
    found = motives(reading.analyses)
    return {one.motive.stakeholder_id for one in found if one.state in ("motivated", "explicit")}


def understood(reading: ChecklistReading) -> bool | None:
    """Whether one function is drawn and so many findings have evidence."""
    account, (canvas, *_others) = reading.account, reading.method.reads
    drawn = reading.analyses.read(canvas)
    if not drawn.begun and not findings(account):
        return None
    sure = [one for one in findings(account) if evidenced(account, one.evidence)]
    return bool(drawn.value("unit") and drawn.filled) and len(sure) >= FINDINGS


def discovered(reading: ChecklistReading) -> bool | None:
    return bool(admitted(reading)) if reading.account.problems else None


def analysed(reading: ChecklistReading) -> bool | None:
    return bool(addressable(reading.account)) if reading.account.needs else None


def moved(reading: ChecklistReading) -> bool | None:
    return bool(motivated(reading)) if reading.account.motives else None


def evaluated(reading: ChecklistReading) -> bool | None:
    """Whether the indicators of a need are weighed and scored."""
    found = reading.analyses.readings(reading.method.reads[1])
    return any(one.totals["us"] is not None for one in found) if any(one.begun for one in found) else None


def words_of_account(reading: ChecklistReading) -> Mapping[str, Word]:
    return {
        **_step(reading),
        "findings": count(len(findings(reading.account))),
        "problems": count(len(admitted(reading))),
        "needs": count(len(addressable(reading.account))),
        "people": count(len(motivated(reading))),
    }


# -- the deal ------------------------------------------------------------------------------------------------------


def surveyed(reading: ChecklistReading) -> bool | None:
    """Whether a problem behind the deal is acknowledged and has a need on which we can act."""
    mine = [one for one in deal(reading).need_ids if one in reading.account.needs]
    ours, known = addressable(reading.account), {entry.id for entry in admitted(reading)}
    return any(one in ours and ours[one].problem_id in known for one in mine) if mine else None


def _indicators(reading: ChecklistReading) -> list[Any]:
    """The rows that say how our solution meets the needs of the deal."""
    known = [one for one in deal(reading).need_ids if one in reading.account.needs]
    return [row for one in known for row in reading.analyses.read(reading.method.reads[0], one).counted]


def presented(reading: ChecklistReading) -> bool | None:
    """Whether one value that sets us apart has a proof that the customer accepted."""
    rows = _indicators(reading)
    return any(unique(row) and row["proof_status"] == "accepted" for row in rows) if rows else None


def shown(reading: ChecklistReading) -> bool:
    """Whether a proof of our solution has been shown already."""
    return any(row["proof_status"] in ("shown", "accepted") for row in _indicators(reading))


def trusted(reading: ChecklistReading) -> bool | None:
    """Whether no decision maker has an open concern about the deal; None while nobody who decides is named."""
    account, who = reading.account, deciders(reading.account)
    held = [one for one in account.doubts.values() if one.stakeholder_id in who and _is_about(reading, one)]
    open_ = [one for one in held if one.status == "open" and account.standing(one.evidence) != "refuted"]
    return not open_ if who else None


def _is_about(reading: ChecklistReading, doubt: Doubt) -> bool:
    if doubt.opportunity_id:
        return doubt.opportunity_id == reading.subject_id
    return not doubt.need_id or doubt.need_id in deal(reading).need_ids


def signed(reading: ChecklistReading) -> bool | None:
    """Whether the contract is signed: the deal is won, or the customer installs."""
    one = deal(reading)
    if one.outcome == "won" or one.stage == "install":
        return True
    return None if is_open(reading) and one.stage is None else False


def words_of_deal(reading: ChecklistReading) -> Mapping[str, Word]:
    current = reading.current
    return {**_step(reading), "deal": name(reading.called), "exit": label(current.ends) if current else None}


def _step(reading: ChecklistReading) -> Mapping[str, Word]:
    current = reading.current if reading.verdict else None
    at = reading.method.stages.index(current) + 1 if current else None
    return {"step": label(current.name) if current else None, "n": count(at)}

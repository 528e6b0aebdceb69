"""What is recorded after a visit, as edits: each function gives the edits of one step, which one undo takes back.

What a person said is evidence of grade B with who and when (methods, A3). An answer confirms or refutes the claim that its
question is about, acknowledges a problem, or makes a finding; a request becomes a commitment with an owner on each side; a
doubt goes to the doubts. The first thing that is recorded says that the visit was held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, get_args

from accountkit.errors import InvalidEdit
from accountkit.i18n import _, day
from accountkit.methods.meetings import ground_rules
from accountkit.methods.meetings.script_rules import KEY
from accountkit.model import Account, Commitment, Doubt, Edit, Evidence, Finding, Visit, new_id, value_at
from accountkit.model.evidence import Status
from accountkit.model.meetings import AskLevel

Heard = Literal["confirmed", "refuted", "admitted", "finding"]
Given = Literal["given", "asked", "refused"]
LEVELS: tuple[AskLevel, ...] = get_args(AskLevel)
CLAIMS = ("problems", "findings", "motives", "needs")
"""What a question may confirm: a record with evidence."""


def claim_of(account: Account, path: str) -> str:
    """The claim that a question is about; empty where there is none (any more)."""
    collection, _slash, key = path.partition("/")
    return path if collection in CLAIMS and key in getattr(account, collection) else ""


def outcomes(account: Account, visit_id: str, person: str, cells: dict[str, Any]) -> tuple[Heard, ...]:
    """What may be recorded of an answer; what was recorded of it at this visit is not offered again."""
    path = claim_of(account, str(cells.get("linked_record") or ""))
    found: list[Heard] = []
    if path and not _said_by(account, visit_id, person, path):
        found += ["confirmed", "refuted"]
    if path.startswith("problems/") and path.split("/")[1] not in account.stakeholders[person].admits:
        found.append("admitted")
    text = _text(cells)
    kept = {one.statement for one in account.findings.values() if one.source_framework == KEY}
    if not text or text not in kept:
        found.append("finding")
    return tuple(found)


def answered(account: Account, visit_id: str, person: str, row: str, what: Heard) -> tuple[Edit, ...]:
    """The edits of an answer. Raises `InvalidEdit` where the record was deleted, or nothing can be recorded."""
    visit, place = _visit(account, visit_id), f"answers/{KEY}.{person}/rows/{row}"
    _role(account, person)
    answer = account.answers.get(f"{KEY}.{person}")
    if answer is None or row not in answer.rows:
        raise InvalidEdit(_("This question was deleted. Undo, or choose another."))
    cells = dict(answer.rows[row].cells)
    if what not in outcomes(account, visit_id, person, cells):
        raise InvalidEdit(_("This is already recorded."))
    text, path = _text(cells), claim_of(account, str(cells.get("linked_record") or ""))
    if what == "finding" and not text:
        raise InvalidEdit(_("Write down the answer first: it becomes the finding."))
    status: Status = "refuted" if what == "refuted" else "confirmed"
    entry, ledger = _heard(account, visit, person, text, status)
    made = [ledger, *_held(account, visit_id, visit, entry)]
    if what == "finding":
        made.append(
            Edit(f"findings/{new_id('f')}", _finding(account, text, str(cells.get("stage") or ""), entry))
        )
    else:
        made.append(_bound(account, path, entry))
    if what == "admitted":
        made += _admitted(account, person, path.split("/")[1])
    return (*made, Edit(f"{place}/cells/answered_on", _day(account, visit)))


def found(account: Account, visit_id: str) -> tuple[Edit, ...]:
    """Something new that was said: an empty finding with what it rests on, to be written down."""
    visit = _visit(account, visit_id)
    entry, ledger = _heard(account, visit, _first(account, visit), "", "confirmed")
    finding = _finding(account, "", "", entry)
    return (ledger, *_held(account, visit_id, visit, entry), Edit(f"findings/{new_id('f')}", finding))


def doubted(account: Account, visit_id: str) -> tuple[Edit, ...]:
    """A doubt that was heard: an empty one of the first person, to be written down."""
    visit = _visit(account, visit_id)
    person = _first(account, visit)
    entry, ledger = _heard(account, visit, person, "", "confirmed")
    doubt = Doubt(
        stakeholder_id=person,
        opportunity_id=visit.opportunity_id,
        visit_id=visit_id,
        evidence=(entry,),
        order=len(account.doubts),
    )
    return (ledger, *_held(account, visit_id, visit, entry), Edit(f"doubts/{new_id('d')}", doubt))


def asked(account: Account, visit_id: str, level: AskLevel, what: Given, by: str = "") -> tuple[Edit, ...]:
    """A request becomes a commitment, or changes the one that it is about: asked, given or refused."""
    visit = _visit(account, visit_id)
    ask = visit.asks.get(level)
    if ask is None or not ask.action.strip():
        raise InvalidEdit(_("Write down the request first."))
    known = ask.commitment_id if ask.commitment_id in account.commitments else None
    if known is not None and account.commitments[known].status == what:
        raise InvalidEdit(_("This is already recorded."))
    person = ask.stakeholder_id if ask.stakeholder_id in account.stakeholders else _first(account, visit)
    entry, ledger = _heard(account, visit, person, ask.action, "confirmed")
    made = [ledger, *_held(account, visit_id, visit, entry)]
    if known is not None:
        path = f"commitments/{known}"
        return (*made, Edit(f"{path}/status", what), _bound(account, path, entry))
    key = new_id("c")
    commitment = Commitment(
        stakeholder_id=person,
        opportunity_id=visit.opportunity_id,
        visit_id=visit_id,
        action=ask.action,
        our_owner=visit.by or by,
        level=level,
        place=visit.place,
        status=what,
        evidence=(entry,),
        order=len(account.commitments),
    )
    made.append(Edit(f"commitments/{key}", commitment))
    return (*made, Edit(f"visits/{visit_id}/asks/{level}/commitment_id", key))


def all_kept(account: Account, visit_id: str) -> tuple[Edit, ...]:
    """All ten ground rules were kept."""
    _visit(account, visit_id)
    place = f"answers/{ground_rules.KEY}.{visit_id}/values"
    return tuple(Edit(f"{place}/{key}/value", "met") for key, _name, _prompt in ground_rules.RULES)


def planned(account: Account, person: str | None = None, by: str = "") -> Visit:
    """A new visit, last in the list."""
    people = (person,) if person in account.stakeholders else ()
    return Visit(stakeholder_ids=people, by=by, order=len(account.visits))


def moved(account: Account, visit_id: str) -> tuple[str, ...]:
    """The records that what was said at a visit is evidence of."""
    heard = set(_visit(account, visit_id).evidence)
    return tuple(_moved(account, heard))


def _moved(account: Account, heard: set[str]) -> Iterator[str]:
    for collection in (*CLAIMS, "commitments", "doubts"):
        for key, record in getattr(account, collection).items():
            if any(one in heard and _is_said(account, one) for one in record.evidence):
                yield f"{collection}/{key}"


# -- parts of a step ------------------------------------------------------------------------------------------------


def _visit(account: Account, visit_id: str) -> Visit:
    if visit_id not in account.visits:
        raise InvalidEdit(_("This visit was deleted. Undo, or choose another."))
    return account.visits[visit_id]


def _role(account: Account, person: str) -> str:
    if person not in account.stakeholders:
        raise InvalidEdit(_("The person was deleted. Choose whom you met."))
    return account.stakeholders[person].role_title


def _first(account: Account, visit: Visit) -> str:
    """The first of the people met. Raises `InvalidEdit` where the visit names none."""
    known = next((one for one in visit.stakeholder_ids if one in account.stakeholders), None)
    if known is None:
        raise InvalidEdit(_("Choose first whom you met: what is said needs someone who said it."))
    return known


def _day(account: Account, visit: Visit) -> str:
    return (visit.date or account.as_of).isoformat()


def _text(cells: dict[str, Any]) -> str:
    return str(cells.get("answer") or "").strip()


def _heard(account: Account, visit: Visit, person: str, text: str, status: Status) -> tuple[str, Edit]:
    """The entry of the ledger for what a person said at a visit, and its key."""
    when, role, key = visit.date or account.as_of, _role(account, person), new_id("e")
    source = _("Visit on {date}").format(date=day(when))
    entry = Evidence(
        source=source, date=when, who=role, grade="B", status=status, confirmed_by=role, note=text
    )
    return key, Edit(f"evidence/{key}", entry)


def _held(account: Account, visit_id: str, visit: Visit, entry: str) -> Sequence[Edit]:
    """The visit keeps what was said at it, and was held."""
    edits = [Edit(f"visits/{visit_id}/evidence", [*visit.evidence, entry])]
    if visit.status == "planned":
        edits.append(Edit(f"visits/{visit_id}/status", "held"))
    return edits if visit.date else [*edits, Edit(f"visits/{visit_id}/date", _day(account, visit))]


def _bound(account: Account, path: str, entry: str) -> Edit:
    return Edit(f"{path}/evidence", [*value_at(account, f"{path}/evidence"), entry])


def _admitted(account: Account, person: str, problem: str) -> list[Edit]:
    admits = account.stakeholders[person].admits
    return [
        Edit(f"stakeholders/{person}/admits", [*admits, problem]),
        Edit(f"problems/{problem}/admitted", "yes"),
    ]


def _finding(account: Account, text: str, stage: str, entry: str) -> Finding:
    return Finding(
        statement=text,
        source_framework=KEY,
        source_item=stage or "situation",
        evidence=(entry,),
        order=len(account.findings),
    )


def _is_said(account: Account, entry: str) -> bool:
    return entry in account.evidence and account.evidence[entry].grade == "B"


def _said_by(account: Account, visit_id: str, person: str, path: str) -> bool:
    """Whether this person confirmed or refuted a claim at this visit."""
    visit, role = _visit(account, visit_id), _role(account, person)
    return any(
        key in visit.evidence and key in account.evidence and account.evidence[key].who == role
        for key in value_at(account, f"{path}/evidence")
    )

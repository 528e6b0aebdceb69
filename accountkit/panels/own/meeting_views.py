"""What the meetings panel shows of a visit: whom we meet, the plan, the script, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accountkit.i18n import N_, _, day
from accountkit.methods import labels, openers, subjects
from accountkit.methods.chain.foremost import is_overdue
from accountkit.methods.chain.questions import STAGES, TECHNIQUES
from accountkit.methods.meetings import ground_rules, recording
from accountkit.methods.meetings.script_rules import KEY as SCRIPT
from accountkit.methods.meetings.script_rules import order, proposed
from accountkit.methods.meetings.visit_rules import CONDITIONS
from accountkit.methods.people.stages import STAGES as RELATIONSHIP
from accountkit.methods.registry import REGISTRY
from accountkit.methods.shapes.rows import Row
from accountkit.methods.wording import upper_first
from accountkit.model import Account, Visit
from accountkit.panels.evidence import claim
from accountkit.panels.names import record_name
from accountkit.panels.places import tab_of
from accountkit.panels.session import Session

STEPS = ("prepare", "connect", "verify", "exchange", "agree", "close")
STATUS = {"planned": N_("planned"), "held": N_("held"), "cancelled": N_("cancelled")}
HEARD = {
    "confirmed": N_("They confirmed it"),
    "refuted": N_("They denied it"),
    "admitted": N_("Problem acknowledged"),
    "finding": N_("New finding"),
}
GIVEN = ("given", "asked", "refused")
TRUST = {stage.key: stage for stage in RELATIONSHIP}
MET_TONES = {"met": "green", "not_met": "red", "unknown": "blue"}
TONES = {"go": "green", "no_ask": "amber", "do_not_go": "red"}


def in_order(account: Account) -> list[str]:
    """The visits by day; those without a day come last."""
    visits = account.visits
    return sorted(
        visits, key=lambda key: (visits[key].date is None, str(visits[key].date), visits[key].order)
    )


def people(account: Account) -> list[dict[str, str]]:
    return [
        {"id": key, "name": subjects.name(account, "stakeholder", key)}
        for key in subjects.ids(account, "stakeholder")
    ]


def choices() -> dict[str, list[dict[str, str]]]:
    return {"status": [{"value": key, "title": _(name)} for key, name in STATUS.items()]}


def strip(session: Session, key: str) -> dict[str, Any]:
    """A visit in the row of visits."""
    account, visit = session.shown, session.shown.visits[key]
    return {
        "id": key,
        "path": f"visits/{key}",
        "day": day(visit.date) if visit.date else _("no date"),
        "who": _who(account, visit) or _("No one chosen"),
        "status": visit.status,
        "status_name": _(STATUS[visit.status]),
        "verdict": _verdict(session, key) if visit.status == "planned" else None,
    }


def _who(account: Account, visit: Visit) -> str:
    met = [one for one in visit.stakeholder_ids if one in account.stakeholders]
    return " · ".join(subjects.name(account, "stakeholder", one) for one in met)


def _verdict(session: Session, key: str) -> dict[str, str]:
    reading = session.analyses.read("visit_plan", key)
    verdict = reading.verdict or "do_not_go"
    return {"text": _(reading.method.outcomes[verdict]), "tone": TONES[verdict]}


def detail(session: Session, key: str) -> dict[str, Any]:
    """The visit that is looked at."""
    account, visit = session.shown, session.shown.visits[key]
    met = [one for one in visit.stakeholder_ids if one in account.stakeholders]
    rules = session.analyses.read(ground_rules.KEY, key)
    return {
        **strip(session, key),
        "date": visit.date.isoformat() if visit.date else "",
        "ahead": visit.status == "planned" and not (visit.date and visit.date <= account.as_of),
        "place": visit.place,
        "by": visit.by,
        "purpose": visit.purpose,
        "people": list(visit.stakeholder_ids),
        "problems": list(visit.problem_ids),
        "claim": claim(session.account, visit.evidence),
        "steps": [
            {"key": one.key, "name": _(one.name), "value": getattr(visit, one.key)}
            for one in CONDITIONS
            if one.key in STEPS
        ],
        "asks": [_ask(session, key, level) for level in recording.LEVELS],
        "opener": _opener(session, met),
        "whom": [_whom(session, one) for one in met],
        "scripts": [_script(session, key, one) for one in met],
        "result": visit.result,
        "doubts": [
            {"id": one, "path": f"doubts/{one}", "signal": doubt.signal, "person": doubt.stakeholder_id or ""}
            for one, doubt in account.doubts.items()
            if doubt.visit_id == key
        ],
        "findings": [
            {"id": one, "path": f"findings/{one}", "statement": finding.statement}
            for one, finding in account.findings.items()
            if finding.source_framework == SCRIPT and set(finding.evidence) & set(visit.evidence)
        ],
        "moved": [
            {
                "path": path,
                "name": record_name(account, path),
                "tab": tab_of(session.account, path),
                "status": labels.label("status", account.standing(_evidence(account, path))),
            }
            for path in recording.moved(account, key)
        ],
        "rules": rules.method.sentence(rules),
        "all_kept": rules.verdict == "pass",
        "ground_rules": [
            {
                "name": _(one.name),
                "prompt": _(one.prompt),
                "path": f"{rules.method.answer_path(key)}/{one.place}/value",
                "value": rules.marks[one.key].shown,
                "choices": [
                    {"value": each, "title": _(title), "tone": MET_TONES[each]} for each, title in one.choices
                ],
            }
            for one in rules.method.entries()
        ],
    }


def _evidence(account: Account, path: str) -> tuple[str, ...]:
    collection, _slash, key = path.partition("/")
    return getattr(account, collection)[key].evidence


def _ask(session: Session, visit_id: str, level: str) -> dict[str, Any]:
    account = session.shown
    ask = account.visits[visit_id].asks.get(level)  # type: ignore[call-overload]
    known = ask.commitment_id if ask and ask.commitment_id in account.commitments else None
    return {
        "level": level,
        "name": upper_first(labels.label("level", level)),
        "path": f"visits/{visit_id}/asks/{level}",
        "action": ask.action if ask else "",
        "person": (ask.stakeholder_id or "") if ask else "",
        "outcomes": [{"key": key, "name": labels.label("commitment", key)} for key in GIVEN],
        "commitment": _commitment(session, known) if known else None,
    }


def _commitment(session: Session, key: str) -> dict[str, Any]:
    one = session.shown.commitments[key]
    return {
        "path": f"commitments/{key}",
        "status": one.status,
        "status_name": labels.label("commitment", one.status),
        "due": one.due.isoformat() if one.due else "",
        "day": day(one.due) if one.due else "",
        "place": one.place,
        "manner": one.manner,
        "our_owner": one.our_owner,
        "reason": one.reason,
        "late": is_overdue(session.shown, one),
        "claim": claim(session.account, one.evidence),
    }


def _opener(session: Session, met: list[str]) -> dict[str, str] | None:
    """What to open with: the readiest motive of somebody we meet, else the news."""
    motives = session.shown.motives
    for one in openers(session.analyses):
        collection, _slash, key = one.path.partition("/")
        if collection != "motives" or (key in motives and motives[key].stakeholder_id in met):
            return {"text": one.question, "why": one.why, "subject": one.subject}
    return None


def _whom(session: Session, person: str) -> dict[str, Any]:
    """Whom we meet, and what moves them; what judges a person is only for those who work on the account."""
    account, known = session.shown, session.shown.stakeholders[person]
    stage = known.relationship_stage
    facts = [known.function, known.unit, _(TRUST[stage].name) if stage else ""]
    return {
        "id": person,
        "role": subjects.name(account, "stakeholder", person),
        "facts": " · ".join(one for one in facts if one),
        "says": [*_motives(session, person), *_methods(session, person, private=False)],
        "private": [*_methods(session, person, private=True)] if session.editable else [],
    }


def _motives(session: Session, person: str) -> Iterator[dict[str, Any]]:
    motives = session.shown.motives
    for one in openers(session.analyses):
        collection, _slash, key = one.path.partition("/")
        if collection == "motives" and key in motives and motives[key].stakeholder_id == person:
            yield {"key": one.path, "name": one.subject, "text": one.why}


def _methods(session: Session, person: str, *, private: bool) -> Iterator[dict[str, Any]]:
    """What the other methods say of a person: those that judge people, or the others."""
    for key, method in REGISTRY.items():
        is_told = method.subject == "stakeholder" and not method.core and method.workspace != "meetings"
        if is_told and method.private is private:
            reading = session.analyses.read(key, person)
            if reading.begun:
                yield {"key": key, "name": _(method.name), "text": method.sentence(reading)}


def _script(session: Session, visit_id: str, person: str) -> dict[str, Any]:
    """The questions to a person: those that are open, and those that were answered at this visit."""
    account = session.shown
    visit, reading = account.visits[visit_id], session.analyses.read(SCRIPT, person)
    names, when = reading.method.known_flags(), visit.date or account.as_of
    rows = [row for row in reading.rows if not row["answered_on"] or row["answered_on"] == when.isoformat()]
    return {
        "person": person,
        "role": subjects.name(account, "stakeholder", person),
        "list": f"{reading.method.answer_path(person)}/rows",
        "warnings": [_(names[one].name) for one in reading.alarms],
        "adds": len(proposed(account, person, visit.problem_ids)),
        "rows": [_question(account, visit_id, person, row) for row in rows if _is_about(visit, row)],
    }


def _is_about(visit: Visit, row: Row) -> bool:
    """Whether a question is taken along: one about another problem than the visit's is left out."""
    path = str(row["linked_record"] or "")
    return (
        not visit.problem_ids or not path.startswith("problems/") or path.split("/")[1] in visit.problem_ids
    )


def _question(account: Account, visit_id: str, person: str, row: Row) -> dict[str, Any]:
    about = [_(STAGES[row["stage"]]) if row["stage"] in STAGES else "", row["record"]]
    if row["kind"] == "confirming":
        about[0] = _("confirming question")
    return {
        "id": row.id,
        "path": row.path,
        "stage": str(order(row)),
        "about": " · ".join(one for one in about if one),
        "technique": _(TECHNIQUES[row["technique"]]) if row["technique"] in TECHNIQUES else "",
        "question": row["question"] or "",
        "answer": row["answer"] or "",
        "answered": bool(row["answered_on"]),
        "outcomes": [
            {"key": key, "name": _(HEARD[key])}
            for key in recording.outcomes(account, visit_id, person, dict(row.cells))
        ],
        "label": upper_first(row["question"] or _("Question")),
    }

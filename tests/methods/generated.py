"""Accounts, or practices of our own, made from a definition alone: with a full answer to a method, or with any answer at all."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Collection
from functools import cache
from typing import Any

from accountkit.methods import REGISTRY, Analyses, Method, subjects
from accountkit.methods.shapes import Calculator
from accountkit.methods.subjects import COLLECTION, OURS
from accountkit.model import (
    Account,
    Answer,
    Doubt,
    Evidence,
    Figure,
    Finding,
    Offer,
    Partner,
    PlanAction,
    Practice,
    Profile,
    Rating,
    Row,
    Segment,
    Seller,
    Team,
    Value,
)
from accountkit.model.account_line import AccountLine
from accountkit.model.record import as_json
from tests.brief.accounts import new_oriental

DAY = dt.date(2023, 6, 15)
SURE, WRONG, OLD = "g-sure", "g-wrong", "g-old"
EVIDENCE = {
    SURE: Evidence(source="Their report", grade="A", status="confirmed", date=DAY),
    OLD: Evidence(source="Their old report", grade="A", status="confirmed", date=dt.date(2015, 1, 1)),
    WRONG: Evidence(source="A rumour", grade="C", status="refuted", date=DAY),
}
BRACES = "{role}"
HOSTILE = ("", BRACES, "<b>x</b>", "中文", "a" * 300, "\u202eabc", "-1", "met")
FULL = {"number": 12.0, "money": 5e6, "percent": 0.4, "date": "2023-09-01", "rating": 4, "flag": True}


@cache
def blank_account() -> Account:
    """A customer with every kind of record of the chain, and no answer."""
    return _with_records(new_oriental(answers={}))


@cache
def blank_practice() -> Practice:
    """Our own side with every kind of record, and no answer."""
    sure = {"evidence": (SURE,)}
    tested: dict[str, Any] = dict.fromkeys(("similar_needs", "same_proposition", "buyers_refer"), "yes")
    return Practice(
        evidence=EVIDENCE,
        segments={
            "g-all": Segment(name="Schools", brand=3, **tested, **sure),
            "g-part": Segment(name="Private schools", parent_id="g-all", order=1, **sure),
        },
        offers={"g-offer": Offer(name="Term planning", segment_id="g-part", **sure)},
        partners={"g-partner": Partner(name="Local partner", kind="local", **sure)},
        teams={
            "g-team": Team(name="Sales", leader_id="g-lead", **sure),
            "g-crew": Team(name="School sales", parent_id="g-team", leader_id="g-lead", order=1, **sure),
        },
        sellers={
            "g-lead": Seller(role_title="Head of school sales", team_id="g-crew", **sure),
            "g-seller": Seller(
                role_title="Seller, north", team_id="g-crew", coach_id="g-lead", order=1, **sure
            ),
        },
    )


LINES = tuple(
    AccountLine(
        slug=slug,
        name=slug.title(),
        past={0: n * 1e6, 1: n * 1e6},
        future=(6 - n) * 1e6,
        current=n * 4e6,
        potential=(9 - n) * 1e5,
        brings=n * 5e6,
        costs=9e6,
    )
    for n, slug in enumerate(("new-oriental", "school", "college", "nursery", "academy"), 1)
)
"""The summary lines of some accounts, for methods of our own side that look at all of them."""


def blank(method: Method) -> Account | Practice:
    """The document that a method is read in, with every kind of record and no answer."""
    return blank_practice() if method.subject in OURS else blank_account()


def read(document: Account | Practice) -> Analyses:
    """The readings of a document beside all that a method may look at."""
    return Analyses(document, blank_practice(), LINES)


def _with_records(account: Account) -> Account:
    update: dict[str, Any] = {"evidence": {**account.evidence, **EVIDENCE}}
    people = sorted(account.stakeholders)
    from accountkit.model.meetings import Ask, Contact, Visit
    from accountkit.model.people import Pair

    update["pairs"] = {
        "g-pair": Pair(from_id=people[0], to_id=people[-1], tie="close", strength=4, evidence=(SURE,))
    }
    update["plan"] = {"g-plan": PlanAction(action="Measure two cities", owner="Seller", evidence=(SURE,))}
    update["visits"] = {
        "g-visit": Visit(
            date=dt.date(2030, 9, 1),
            purpose="Learn who plans the term",
            asks={"high": Ask(action="Join a review")},
            evidence=(SURE,),
        )
    }
    update["contacts"] = {
        "g-contact": Contact(
            date=dt.date(2023, 6, 1),
            function="listen",
            by="Account manager",
            stakeholder_ids=(people[0],),
            note="Timetables change weekly",
            topic="Weekly timetables",
            evidence=(SURE,),
        )
    }
    sure = {"evidence": (SURE,)}
    for name in ("stakeholders", "opportunities", "commitments", "motives", "needs"):
        kept = getattr(account, name)
        update[name] = {key: record.model_copy(update=sure) for key, record in kept.items()}
    update["stakeholders"] = _placed(update["stakeholders"])
    update["findings"] = account.findings | {
        "g-inside": Finding(
            statement="New head of operations",
            source_framework="internal_change",
            source_item="people",
            since=dt.date(2023, 4, 1),
            departments="Operations",
            priority=9,
            evidence=(SURE,),
        )
    }
    update["statements"] = _with_cash(account.statements)
    # one problem names a block, and one commitment has all that makes it count
    update["problems"] = _changed(
        account.problems, canvas_blocks=("channels",), layer="financial", scope="All lines"
    )
    update["doubts"] = {
        "g-doubt": Doubt(
            stakeholder_id=people[0],
            need_id=next(iter(account.needs)),
            signal="Too dear",
            hidden_worry="Blame",
            cause="blame",
            evidence=(SURE,),
        )
    }
    given = {"status": "given", "due": dt.date(2023, 9, 1), "place": "On site", "manner": "In writing"}
    update["commitments"] = _changed(update["commitments"], **given)
    return account.model_copy(update=update)


def _with_cash(statements: dict[str, Any]) -> dict[str, Any]:
    """The statements with assumed cash flows in the last."""
    last = max(statements)
    cash = {"operating_cash_flow": 400e6, "capital_expenditure": 150e6}
    figures = {key: Figure(value=value, assumed=True) for key, value in cash.items()}
    found = statements[last].model_copy(update={"figures": {**statements[last].figures, **figures}})
    return {**statements, last: found}


def _placed(people: dict[str, Any]) -> dict[str, Any]:
    """The people with what methods about all of them read: the first is known to us, the last decides."""
    first, *_others, last = sorted(people)
    known = {"function": "Operations", "relationship_stage": "liking", "entry_focus": ("receptive",)}
    decides = {"function": "Finance", "decision_roles": ("decider_active", "organiser")}
    fields = {first: known, last: decides}
    return {key: one.model_copy(update=fields.get(key, {})) for key, one in people.items()}


def _changed(records: dict[str, Any], **values: Any) -> dict[str, Any]:
    """The records with other values in the first."""
    first = next(iter(records))
    return {**records, first: records[first].model_copy(update=values)}


def ids(document: Account | Practice, method: Method) -> tuple[str | None, ...]:
    """The records that a method is about; None alone for the document."""
    name = COLLECTION.get(method.subject)
    return tuple(getattr(document, name)) if name else (None,)


def whole(
    method: Method,
    *,
    evidence: tuple[str, ...] = (SURE,),
    only: Collection[str] | None = None,
    mark: str = "",
) -> Any:
    """Its document with a complete answer for every subject, on `evidence`; `only` these entries, `mark` in every text."""
    document = _filled(blank(method), method, evidence, only, mark)
    if evidence != (SURE,):
        document = _resting(document, evidence)
    answers = {
        method.answer_key(one): _full(method, document, evidence, only, mark) for one in ids(document, method)
    }
    answers |= {method.key: _full(method, document, evidence, only, mark)}
    for other in map(REGISTRY.get, method.reads if getattr(method, "shares", ()) else ()):
        for one in ids(document, other):  # its ratings are entered there
            answers[other.answer_key(one)] = _full(other, document, evidence, None, mark)
    for other in map(REGISTRY.__getitem__, method.reads):  # numbers have one input, which the others read
        if isinstance(other, Calculator) and (other.subject, other.private) == (
            method.subject,
            method.private,
        ):
            answers[other.key] = _full(other, document, evidence, only, mark)
    return document.model_copy(update={method.collection: answers})


def _filled(
    account: Any, method: Method, evidence: tuple[str, ...], only: Collection[str] | None, mark: str
) -> Any:
    """The records that the method is about, with the fields that are entries of it."""
    entries = [one for one in method.entries() if one.on_record and (only is None or one.key in only)]
    name = COLLECTION.get(method.subject, "")
    if not any(one.on_record for one in method.entries()):
        return account
    update = {one.key: as_json(_value(one, account, mark)) for one in entries}
    blank = {one.key for one in method.entries() if one.on_record} - set(update)
    records = {}
    for key, record in getattr(account, name).items():
        kept = {field: value for field, value in as_json(record).items() if field not in blank} | update
        if "field_evidence" in type(record).model_fields:
            kept["field_evidence"] = dict.fromkeys(update, evidence)
        records[key] = type(record).model_validate(kept)
    return account.model_copy(update={name: records})


def _resting(account: Any, evidence: tuple[str, ...]) -> Any:
    names = (
        "commitments",
        "contacts",
        "doubts",
        "findings",
        "motives",
        "needs",
        "opportunities",
        "pairs",
        "plan",
        "problems",
    )
    names += ("stakeholders", "visits", "segments", "offers", "partners", "teams", "sellers")
    return account.model_copy(
        update={
            name: {
                key: one.model_copy(update={"evidence": evidence})
                for key, one in getattr(account, name).items()
            }
            for name in names
            if hasattr(account, name)
        }
    )


def _full(
    method: Method, account: Any, evidence: tuple[str, ...], only: Collection[str] | None, mark: str
) -> Answer:
    entries = [
        one
        for one in (*method.entries(), *getattr(method, "settings", ()))
        if only is None or one.key in only
    ]
    columns = [one for one in getattr(method, "columns", ()) if not one.of]
    kept = columns and not getattr(method, "records", "")
    row = Row(
        cells={one.key: _value(one, account, mark) for one in columns} if kept else {}, evidence=evidence
    )
    return Answer(
        ratings={
            one.key: Rating(value=4, evidence=evidence, note=mark) for one in entries if one.kind == "rating"
        },
        values={
            one.key: Value(value=_value(one, account, mark), evidence=evidence)
            for one in entries
            if one.kind != "rating"
        },
        rows={"r1": row} if kept else {},
        notes={"n": mark} if mark else {},
    )


def _value(one: Any, account: Any, mark: str) -> Any:
    if one.kind == "choice":
        return one.choices[0][0]
    if one.kind == "person":
        return _people(account)[0]
    if one.kind in COLLECTION:
        return subjects.ids(account, one.kind)[0]
    if one.kind == "people":
        return _people(account)
    return FULL.get(one.kind, f"Words {mark}".strip())


def _people(document: Account | Practice) -> tuple[str, ...]:
    return subjects.ids(document, subjects.people(document))


@cache
def _begun_account() -> Account:
    return _with_records(new_oriental())


def answered(method: Method, chance: random.Random) -> Any:
    """Its document with any answers: blank, whole, odd, of another kind than asked for, with any evidence."""
    account: Any = blank_practice() if method.subject in OURS else _begun_account()
    made = {
        method.answer_key(one): _any(method, account, chance)
        for one in (None, *filter(None, ids(account, method)))
        if chance.random() < 0.8
    }
    records = getattr(method, "records", "")
    update: dict[str, Any] = {method.collection: {**getattr(account, method.collection), **made}}
    for name in filter(None, (records, COLLECTION.get(method.subject))):
        kept = getattr(account, name)
        update[name] = {key: record for key, record in kept.items() if chance.random() < 0.8}
    if chance.random() < 0.1 and isinstance(account, Account):
        update["profile"] = Profile()
    return account.model_copy(update=update)


def _any(method: Method, account: Any, chance: random.Random) -> Answer:
    def evidence() -> tuple[str, ...]:
        return tuple(chance.sample([SURE, WRONG, OLD, "gone"], chance.randint(0, 2)))

    def value(one: Any) -> Any:
        roll = chance.random()
        if roll < 0.2:
            return None
        if roll < 0.35 and one.kind not in ("number", "money", "percent"):
            return chance.choice(HOSTILE)
        if one.kind in ("number", "money", "percent"):
            return chance.choice((0, 0.0, -3.0, 0.5, 1.0, 40, 1e9, 1e15))
        if one.kind == "choice":
            return chance.choice(one.choices)[0]
        return _value(one, account, "")

    entries = (*method.entries(), *getattr(method, "settings", ()))
    kept = not getattr(method, "records", "")
    columns = [one for one in getattr(method, "columns", ()) if not one.of and kept]
    return Answer(
        ratings={
            one.key: Rating(value=chance.choice((None, 1, 2, 3, 4, 5)), evidence=evidence())
            for one in entries
            if one.kind == "rating" and chance.random() < 0.9
        },
        values={
            one.key: Value(value=value(one), evidence=evidence()) for one in entries if one.kind != "rating"
        },
        rows={
            f"r{n}": Row(
                cells={one.key: value(one) for one in columns}, evidence=evidence(), order=chance.random()
            )
            for n in range(chance.randint(0, 4))
            if columns
        },
    )

"""The script of questions for one person: its order, its warnings, and what follows from the records (methods, question_script)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from accountkit.i18n import N_, _, day
from accountkit.methods import subjects
from accountkit.methods.chain.questions import STAGES
from accountkit.methods.our_offers import lines, offers_for
from accountkit.methods.sentences import Word, count, text
from accountkit.methods.shapes.answers import added_rows
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.methods.wording import joined, named
from accountkit.model import Account, Edit, Problem, Stakeholder
from accountkit.model.people import RelationshipStage

KEY = "question_script"
KINDS = (
    ("open", N_("open question")),
    ("closed", N_("closed question")),
    ("confirming", N_("confirming question")),
)
TOPICS = (
    ("strategy", N_("their strategy")),
    ("budget", N_("their budget")),
    ("people", N_("people and power")),
)
"""What is delicate to ask about while trust is still thin (a proposal)."""
TRUST = get_args(RelationshipStage)
ORDER = tuple(STAGES)
MOST = 3


def order(row: Row) -> tuple[bool, int]:
    """The opening first, then the stages in their order; what sums up comes last."""
    return row["kind"] == "confirming", ORDER.index(row["stage"]) if row["stage"] in ORDER else -1


def moved(reading: RegisterReading, row_id: str, onto: str) -> tuple[Edit, ...]:
    """The edits that put a question in the place of another of its stage; none where the stages differ."""
    rows = list(reading.rows)
    places = {row.id: n for n, row in enumerate(rows)}
    if row_id not in places or onto not in places or order(rows[places[row_id]]) != order(rows[places[onto]]):
        return ()
    rows.insert(places[onto], rows.pop(places[row_id]))
    return tuple(Edit(f"{row.path}/order", n) for n, row in enumerate(rows) if row.record.order != n)


def is_open(row: Row) -> bool:
    return bool(row["question"]) and not row["answer"] and not row["answered_on"]


def top_three(reading: RegisterReading) -> tuple[Row, ...]:
    """The first three without an answer, in the order of the script."""
    return tuple(row for row in reading.counted if is_open(row))[:MOST]


# -- the warnings ---------------------------------------------------------------------------------------------------


def person_of(reading: RegisterReading) -> Stakeholder:
    return reading.account.stakeholders.get(reading.subject_id or "", Stakeholder())


def is_trusted(person: Stakeholder) -> bool:
    """Whether there is mutual trust, or more."""
    stage = person.relationship_stage
    return stage is not None and TRUST.index(stage) >= TRUST.index("mutual_trust")


def opens_too_far(reading: RegisterReading) -> bool:
    """The first question to a new contact is an open one about strategy."""
    first = next(iter(reading.counted), None)
    is_new = person_of(reading).relationship_stage in (None, TRUST[0])
    return is_new and first is not None and first["kind"] == "open" and first["topic"] == "strategy"


def implies_too_early(reading: RegisterReading) -> bool:
    """An implication is asked before this person acknowledges the problem."""
    return any(
        row["stage"] == "implication"
        and is_open(row)
        and not _admits(reading.account, person_of(reading), row)
        for row in reading.counted
    )


def _admits(account: Account, person: Stakeholder, row: Row) -> bool:
    about = problem_of(account, str(row["linked_record"] or ""))
    return about in person.admits if about else bool(person.admits)


def lacks_confirmation(reading: RegisterReading) -> bool:
    return bool(reading.counted) and not any(row["kind"] == "confirming" for row in reading.counted)


def is_blunt(reading: RegisterReading) -> bool:
    """A delicate question is asked outright while trust is still thin."""
    delicate = [row for row in reading.counted if row["topic"] and is_open(row)]
    return not is_trusted(person_of(reading)) and any(row["technique"] != "humble" for row in delicate)


# -- what a question is about ---------------------------------------------------------------------------------------


def problem_of(account: Account, path: str) -> str | None:
    """The problem that a record is, or is about."""
    collection, _slash, key = path.partition("/")
    if collection == "motives" and key in account.motives:
        motive = account.motives[key]
        need = account.needs.get(motive.need_id or "")
        return motive.problem_id or (need.problem_id if need else None)
    return key if collection == "problems" and key in account.problems else None


def linked(row: Row) -> str:
    """What the record that a question would confirm is called; empty if it is gone."""
    account, path = row.reading.account, str(row["linked_record"] or "")
    collection, _slash, key = path.partition("/")
    record: Any = getattr(account, collection).get(key) if collection in ("problems", "findings") else None
    if record is not None:
        return named(getattr(record, "change", "") or record.statement, "")
    return subjects.name(account, "motive", key) if collection == "motives" and key in account.motives else ""


# -- what follows from the records ----------------------------------------------------------------------------------


def problems_of(account: Account, person: str, chosen: Iterable[str] = ()) -> tuple[str, ...]:
    """The open problems to ask a person about: the chosen ones, else those that they acknowledge or feel."""
    known = account.stakeholders.get(person, Stakeholder())
    chosen = tuple(chosen)
    return tuple(
        key
        for key, problem in sorted(account.problems.items(), key=lambda item: (item[1].order, item[0]))
        if not problem.closed
        and account.standing(problem.evidence) != "refuted"
        and (key in chosen if chosen else key in known.admits or person in problem.felt_by)
    )


def proposed(account: Account, person: str, chosen: Iterable[str] = ()) -> list[dict[str, str]]:
    """The questions that follow from the linked records and are not in the script yet.

    A finding gives a situation question, a problem a problem question; once the person acknowledges it, its effects give
    implication and need-payoff (methods, question_script). One question sums up.
    """
    answer = account.answers.get(f"{KEY}.{person}")
    rows = [row.cells for row in answer.rows.values()] if answer else []
    known = {(cells.get("stage"), cells.get("linked_record")) for cells in rows}
    known |= {("", cells.get("linked_record")) for cells in rows if cells.get("kind") == "confirming"}
    asked = {cells.get("question") for cells in rows}
    made = [*_kept(account), *_of_problems(account, person, problems_of(account, person, chosen))]
    return [
        one
        for one in made
        if (one["stage"], one["linked_record"]) not in known and one["question"] not in asked
    ]


def _cells(stage: str, kind: str, technique: str, question: str, record: str) -> dict[str, str]:
    return {
        "stage": stage,
        "kind": kind,
        "technique": technique,
        "question": question,
        "linked_record": record,
    }


def _kept(account: Account) -> Iterator[dict[str, str]]:
    """Questions that were saved on the other screens, for no one in particular."""
    answer = account.answers.get(KEY)
    for key, kept in (answer.records if answer else {}).items():
        if question := str(kept.get("question") or ""):
            yield _cells("situation", "open", "known_answer", question, f"answers/{KEY}/records/{key}")


def _of_problems(account: Account, person: str, problems: tuple[str, ...]) -> Iterator[dict[str, str]]:
    for finding in dict.fromkeys(one for key in problems for one in account.problems[key].finding_ids):
        about = account.findings.get(finding)
        change = named(about.change or about.statement, "") if about else ""
        if change:
            said = _("How has “{change}” affected your operations?").format(change=change)
            yield _cells("situation", "closed", "known_answer", said, f"findings/{finding}")
    for key in problems:
        yield from _of_problem(
            account.problems[key], f"problems/{key}", key in account.stakeholders[person].admits
        )
    if problems:
        first = account.problems[problems[0]]
        yield _cells("", "confirming", "", _summing_up(first), f"problems/{problems[0]}")


def _of_problem(problem: Problem, path: str, admitted: bool) -> Iterator[dict[str, str]]:
    subject = named(problem.statement, _("this point"))
    said = _("Which part of “{subject}” are you least satisfied with?").format(subject=subject)
    yield _cells("problem", "open", "what_else", said, path)
    if admitted:
        said = _("Who else is affected by “{subject}”?").format(subject=subject)
        yield _cells("implication", "open", "what_else", said, path)
        yield _cells("need_payoff", "open", "what_if", _payoff(problem, subject), path)


def _payoff(problem: Problem, subject: str) -> str:
    if problem.expected_by is None:
        return _("What would solving “{subject}” free up each year?").format(subject=subject)
    said = _("If “{subject}” were solved by {date}, what would that free up?")
    return said.format(subject=subject, date=day(problem.expected_by))


def _summing_up(problem: Problem) -> str:
    subject = named(problem.statement, _("this point"))
    if problem.expected_by is None:
        return _("To sum up: “{subject}” is what matters most to you. Is that right?").format(subject=subject)
    said = _("To sum up: “{subject}” should be solved by {date}. Is that right?")
    return said.format(subject=subject, date=day(problem.expected_by))


def openers(reading: RegisterReading) -> list[dict[str, str]]:
    """A question about what each of our offers for this account is for, as far as the script does not have it."""
    asked = {row["question"] for row in reading.rows}
    found = []
    for key, offer in offers_for(reading).items():
        problem = named(next(lines(offer.business_problem), ""), "")
        question = _("How do you handle “{problem}” today?").format(problem=problem)
        if problem and question not in asked:
            found.append(_cells("situation", "open", "curiosity_care", question, f"offers/{key}"))
    return found


def written(account: Account, person: str, cells: Iterable[Mapping[str, str]]) -> tuple[Edit, ...]:
    """The edits that put questions into the script of a person, after those that stand there."""
    answer = account.answers.get(f"{KEY}.{person}")
    filled = ({name: value for name, value in one.items() if value} for one in cells)
    return added_rows(f"answers/{KEY}.{person}", len(answer.rows) if answer else 0, filled)


def words(reading: RegisterReading) -> Mapping[str, Word]:
    three = [str(row["question"]) for row in top_three(reading)]
    found = proposed(reading.account, reading.subject_id or "") if reading.subject_id else []
    ours = [one["question"] for one in openers(reading)]
    return {
        "ours": (lambda: joined(ours)) if ours else None,
        "role": text(reading.called),
        "three": (lambda: joined(three)) if three else None,
        "n": count(len(found)) if found else None,
    }

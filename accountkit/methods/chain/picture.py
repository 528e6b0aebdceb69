"""The chain as boxes and edges, from findings to commitments, for the overview.

Six columns: finding, problem with who acknowledges it, need with its lever, motive, commitment, objective with how clear it
is; a page has the first five. Where a link is still to establish, a box and an
edge stand for it with `missing` set; clicking leads to the record that lacks it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from accountkit.i18n import N_, _, day, enumerated, number
from accountkit.methods import labels
from accountkit.methods.chain import questions
from accountkit.methods.chain.foremost import PENDING, status_text
from accountkit.methods.environment import pest_reading
from accountkit.methods.environment.pest_prompts import factor_name
from accountkit.methods.findings import note as note_of
from accountkit.methods.method import Given
from accountkit.methods.motives import reading as motive_reading
from accountkit.methods.problems import reading as problem_reading
from accountkit.methods.problems.sentences import facts, name
from accountkit.methods.registry import heading
from accountkit.methods.wording import named
from accountkit.model import Account
from accountkit.model.evidence import Status

COLUMNS: tuple[tuple[str, str], ...] = (
    ("finding", N_("Finding")),
    ("problem", N_("Problem")),
    ("need", N_("Need → lever")),
    ("motive", N_("Motive")),
    ("commitment", N_("Commitment")),
    ("objective", N_("Objective")),
)
MOST_PROBLEMS = 4
MOST_FINDINGS = 2
"""What a picture can hold, findings per problem and without one; the registers have the rest."""


@dataclass(frozen=True)
class Box:
    """One box: its id (unique in the picture), its column, two lines of text, the record a click opens."""

    id: str
    column: str
    title: str
    note: str
    path: str
    status: Status = "assumed"
    missing: bool = False


@dataclass(frozen=True)
class Edge:
    """A link from box to box; `missing` is one still to establish."""

    source: str
    target: str
    missing: bool = False


@dataclass(frozen=True)
class Picture:
    """The boxes, column by column from the top, the edges, and how many problems found no room."""

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0
    whole: bool = True
    """Whether it is the account's, not a part of it for a page."""

    def column(self, key: str) -> tuple[Box, ...]:
        return tuple(box for box in self.boxes if box.column == key)


def picture(analyses: Given, among: Collection[str] | None = None) -> Picture:
    """The chain behind the largest open problems, and the strongest findings that no problem rests on yet.

    With `among`, the chain behind these problems alone, as a page holds it: each with its first findings and its needs.
    """
    entries = problem_reading.problems(analyses).entries
    if among is not None:
        entries = tuple(entry for entry in entries if entry.id in among)
    shown = entries[:MOST_PROBLEMS]
    found: list[Box | Edge] = []
    for entry in shown:
        found += _problem(analyses, entry, whole=among is None)
    if among is None:
        taken = {item.id for item in found if isinstance(item, Box)}
        found += [box for box in _loose_findings(analyses) if box.id not in taken]
        found += _objectives(analyses, taken)
    boxes = dict.fromkeys(item for item in found if isinstance(item, Box))
    edges = dict.fromkeys(item for item in found if isinstance(item, Edge))
    return Picture(tuple(boxes), tuple(edges), len(entries) - len(shown), among is None)


def _problem(analyses: Given, entry: problem_reading.Entry, *, whole: bool) -> Iterator[Box | Edge]:
    account, place = analyses.account, f"problems/{entry.id}"
    admitted = [_admission(account, entry)] if whole else []
    note = " · ".join([entry.verdict, *admitted, *list(facts(entry))[:2]])
    yield Box(place, "problem", name(entry.problem), note, place, entry.status)
    known = [key for key in entry.problem.finding_ids if key in account.findings]
    for box in _first(account, known, counted=whole):
        yield box
        yield Edge(box.id, place)
    if not known:
        yield from _gap(
            f"{place}/finding", "finding", place, _("No finding yet"), _("What changed?"), before=True
        )
    for need in entry.needs:
        yield from _need(analyses, entry, need)
    if not entry.needs:
        asked = questions.ask(analyses, place)
        yield from _gap(
            f"{place}/need", "need", place, _("No need yet"), asked.text if asked else _("Ask why")
        )
        if whole:
            yield from _motives(analyses, entry, place, None)


def _admission(account: Account, entry: problem_reading.Entry) -> str:
    """Who of the customer has acknowledged a problem."""
    roles = [account.stakeholders[key].role_title for key in entry.admitted_by if key in account.stakeholders]
    if roles:
        named_roles = enumerated(named(role, "–") for role in roles)
        return _("acknowledged by {n}: {roles}").format(n=len(roles), roles=named_roles)
    return _("acknowledged") if entry.admitted else _("not acknowledged")


def _first(account: Account, keys: list[str], *, counted: bool = True) -> Iterator[Box]:
    """As many of these findings as find room; in the last one stands how many do not, if they are `counted`."""
    shown = keys[:MOST_FINDINGS]
    for key in shown:
        last = counted and key == shown[-1]
        yield _finding(account, key, len(keys) - len(shown) if last else 0)


def _finding(account: Account, key: str, more: int = 0) -> Box:
    finding = account.findings[key]
    title = named(finding.statement or finding.change or factor_name(finding.factor), _("untitled finding"))
    place = f"findings/{key}"
    note = _("and {n} more").format(n=more) if more else note_of(finding)
    return Box(place, "finding", title, note, place, account.standing(finding.evidence))


def _need(analyses: Given, entry: problem_reading.Entry, key: str) -> Iterator[Box | Edge]:
    account = analyses.account
    need, place = account.needs[key], f"needs/{key}"
    levers = [lever for lever in account.levers.values() if lever.need_id == key]
    note = (
        named(levers[0].statement, labels.label("driver", levers[0].driver)) if levers else _("No lever yet")
    )
    yield Box(
        place,
        "need",
        named(need.statement, _("untitled need")),
        note,
        place,
        account.standing(need.evidence),
    )
    yield Edge(f"problems/{entry.id}", place)
    yield from _motives(analyses, entry, place, key)


def _motives(
    analyses: Given, entry: problem_reading.Entry, place: str, need: str | None
) -> Iterator[Box | Edge]:
    motives = [
        motive
        for motive in motive_reading.motives(analyses)
        if motive.motive.need_id == need and (need is not None or motive.motive.problem_id == entry.id)
    ]
    for motive in motives:
        yield _motive(motive)
        yield Edge(place, f"motives/{motive.id}")
        yield from _commitments(analyses.account, motive)
    if not motives and need is not None:
        title = _("No motive yet") if entry.admitted else _("Not acknowledged yet")
        asked = questions.ask(analyses, f"problems/{entry.id}")
        yield from _gap(
            f"{place}/motive",
            "motive",
            place,
            title,
            asked.text if asked and not entry.admitted else _("Who will act?"),
        )


def _motive(motive: motive_reading.MotiveReading) -> Box:
    state = labels.label("need_state", motive.state)
    note = (
        _("{state}, score {score}").format(state=state, score=number(motive.shown, 0))
        if motive.shown is not None
        else state
    )
    if motive.money.multiple is not None and motive.money.needed is not None:
        note = _("{note} · {multiple}× (threshold {needed}×)").format(
            note=note, multiple=number(motive.money.multiple, 1), needed=number(motive.money.needed, 0)
        )
    place = f"motives/{motive.id}"
    return Box(place, "motive", motive.role, note, place, motive.status)


def _commitments(account: Account, motive: motive_reading.MotiveReading) -> Iterator[Box | Edge]:
    place = f"motives/{motive.id}"
    for key in motive.commitments:
        yield _commitment(account, key)
        yield Edge(place, f"commitments/{key}")
    if not motive.commitments:
        yield from _gap(
            f"{place}/commitment", "commitment", place, _("Nothing asked yet"), _("What should they do next?")
        )


def _commitment(account: Account, key: str) -> Box:
    commitment, place = account.commitments[key], f"commitments/{key}"
    note = status_text(account, commitment)
    if commitment.due:
        note = _("{status} · due {date}").format(status=note, date=day(commitment.due))
    title = named(commitment.action, _("untitled commitment"))
    return Box(place, "commitment", title, note, place, account.standing(commitment.evidence))


def _objectives(analyses: Given, taken: Collection[str]) -> Iterator[Box | Edge]:
    """The deals that are open, each with how clear its objective is and what the customer commits to for it: the commitments
    in the picture, and those ahead that no motive stands behind."""
    account, method = analyses.account, heading("opportunity")
    live = [key for key, deal in account.opportunities.items() if deal.is_open]
    live.sort(key=lambda key: account.opportunities[key].order)
    for reading in [analyses.read(method.key, key) for key in live] if method else ():
        if reading.begun and method:
            clear, verdict = method.score_text(reading, reading.score), method.verdict_text(reading)
            note = _("{clarity} clear · {verdict}").format(clarity=clear, verdict=verdict)
            place = f"opportunities/{reading.subject_id}"
            yield Box(place, "objective", reading.called, note, place, reading.status)
            yield from _asked(account, reading.subject_id, place, taken)


def _asked(account: Account, deal: str, place: str, taken: Collection[str]) -> Iterator[Box | Edge]:
    named_by = account.opportunities[deal].commitment_ids
    shown = [
        key
        for key, asked in account.commitments.items()
        if (asked.opportunity_id == deal or key in named_by)
        and (asked.status in PENDING or f"commitments/{key}" in taken)
    ]
    for key in shown:
        yield _commitment(account, key)
        yield Edge(f"commitments/{key}", place)
    if not shown:
        title, note = _("Nothing asked yet"), _("What should they do next?")
        yield from _gap(f"{place}/commitment", "commitment", place, title, note, before=True)


def _gap(
    key: str, column: str, place: str, title: str, note: str, *, before: bool = False
) -> Iterator[Box | Edge]:
    yield Box(key, column, title, note, place, missing=True)
    yield Edge(key, place, missing=True) if before else Edge(place, key, missing=True)


def _loose_findings(analyses: Given) -> Iterator[Box]:
    """Findings that weigh enough and that no problem rests on: PEST factors from priority 9, all others as they are, in the
    order of their list; how many found no room stands in the last one."""
    account, factors = analyses.account, pest_reading.pest(analyses).rows
    taken = {key for problem in account.problems.values() for key in problem.finding_ids}
    rated = {factor.id for factor in factors}
    others = [
        key
        for key, finding in account.findings.items()
        if key not in rated
        and finding.whose == "customer"
        and account.standing(finding.evidence) != "refuted"
    ]
    strong = [factor.id for factor in factors if "finding" in factor.flags]
    others.sort(
        key=lambda key: (account.findings[key].order, key)
    )  # a stored account has lost the order of its parts
    loose = [key for key in (*strong, *others) if key not in taken]
    yield from _first(account, loose)

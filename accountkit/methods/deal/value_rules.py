"""What is met of the customer's pains and gains, and which of them other records tell (methods, value_proposition_canvas)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.deal.facts import deal
from accountkit.methods.our_offers import offers_for, values
from accountkit.methods.problems.rules import classify
from accountkit.methods.proposals import name_of
from accountkit.methods.sentences import Word, listing, name, share, text
from accountkit.methods.shapes.answers import with_rows
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.model import Edit

SIDES = (("pain", N_("pain")), ("gain", N_("gain")), ("job", N_("job")))
OURS = (
    ("product", N_("product or service")),
    ("reliever", N_("relieves the pain")),
    ("creator", N_("creates the gain")),
)
HEAVY = 4
"""A pain or gain of this importance must not stay unmet."""


def _weighs(row: Row) -> bool:
    return bool(row.value("theirs")) and row["side"] in ("pain", "gain")


def is_open(row: Row) -> bool:
    return _weighs(row) and not row.value("ours") and (row.value("importance") or 0) >= HEAVY


def unasked(row: Row) -> bool:
    return bool(row.value("ours")) and not row.value("theirs")


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    rows = [row for row in reading.counted if _weighs(row)]
    every = sum(row.value("importance") or 0 for row in rows)
    met = sum(row.value("importance") or 0 for row in rows if row.value("ours"))
    return {"fit": met / every if every else None}


def _told(reading: RegisterReading) -> Iterator[tuple[str, str]]:
    """The side and the text of what other records say: problems behind the needs of the deal, doubts as they were voiced."""
    account = reading.account
    needs = [account.needs[key] for key in deal(reading).need_ids if key in account.needs]
    for key in dict.fromkeys(need.problem_id for need in needs):
        problem = account.problems.get(key)
        if problem is not None and problem.statement and account.standing(problem.evidence) != "refuted":
            yield ("gain" if classify(problem).primary == "pursue_ideal" else "pain"), problem.statement
    for doubt in account.doubts.values():
        if doubt.opportunity_id == reading.subject_id and doubt.signal and doubt.status != "closed":
            yield "pain", doubt.signal


def missing(reading: RegisterReading) -> list[tuple[str, str]]:
    known = {row.value("theirs") for row in reading.rows}
    return [(side, said[:500]) for side, said in dict.fromkeys(_told(reading)) if said[:500] not in known]


def missing_ours(reading: RegisterReading) -> list[str]:
    """Our offers for the needs of the deal, and what their sheets call unique, that stand in no row."""
    offers = offers_for(reading, deal(reading).need_ids).values()
    known = {row.value("ours") for row in reading.rows}
    return [one for one in dict.fromkeys([*map(name_of, offers), *values(offers)]) if one not in known]


def followed(reading: RegisterReading) -> tuple[Edit, ...]:
    return with_rows(reading, [{"side": side, "theirs": said} for side, said in missing(reading)])


def offered(reading: RegisterReading) -> tuple[Edit, ...]:
    return with_rows(reading, [{"ours": one, "how": "product"} for one in missing_ours(reading)])


def words(reading: RegisterReading) -> Mapping[str, Word]:
    fit = reading.totals["fit"]
    unmet = [text(row.value("theirs")) for row in reading.counted if is_open(row)]
    extras = [text(row.value("ours")) for row in reading.counted if unasked(row)]
    told = [text(said) for _side, said in missing(reading)]
    ours = [name(one) for one in missing_ours(reading)]
    return {
        "deal": name(reading.called),
        "fit": share(fit),
        "entries": None if fit is None else listing(unmet),
        "extras": listing(extras) if extras else None,
        "list": listing(told) if told else None,
        "ours": listing(ours) if ours else None,
    }

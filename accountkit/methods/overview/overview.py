"""The account at a glance: the sentence to open with, four tiles, and what to settle before the meeting.

The landing page, the overview panel and the first paint of a page all show this.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from accountkit.finance.levers.spans import two_currencies
from accountkit.finance.returns.causes import main_cause
from accountkit.finance.returns.obstacles import STATUS_NAMES
from accountkit.i18n import _, currency_name, day, number, paragraph, percent, points
from accountkit.methods import labels
from accountkit.methods.chain.foremost import next_commitment, overdue
from accountkit.methods.chain.open_points import OpenPoint, open_points
from accountkit.methods.environment import force_reading, pest_reading
from accountkit.methods.method import Given
from accountkit.methods.numbers import dupont_roe
from accountkit.methods.numbers.dupont_roe import FACTORS, ReturnOnEquity
from accountkit.methods.problems import reading as problem_reading
from accountkit.methods.problems.sentences import name
from accountkit.methods.wording import plain
from accountkit.methods.workspaces import SCREEN_OF, tab_of_screen
from accountkit.model import Account


@dataclass(frozen=True)
class Tile:
    """One tile: what it is, the value in large, what goes with it in small, its mark, and the tab a click opens.

    `tone` is ``good``, ``bad`` or empty; `change` the movement in words; `empty` says that there is nothing yet and
    `note` what to do first.
    """

    key: str
    title: str
    value: str
    change: str = ""
    tone: str = ""
    note: str = ""
    mark: str = ""
    tab: str = ""
    path: str = ""
    empty: bool = False


@dataclass(frozen=True)
class Overview:
    """The hero sentence with its basis, the tiles, and the tasks, in the order of worth."""

    sentence: str
    basis: str
    tiles: tuple[Tile, ...]
    tasks: Sequence[OpenPoint]


def overview(analyses: Given) -> Overview:
    """The account at a glance, in the current language."""
    account, reading = analyses.account, dupont_roe.return_on_equity(analyses)
    sentence = (
        reading.reading.sentence
        if account.statements
        else _("Start with the statements: drop a file under Numbers to see ROE and what changed it.")
    )
    return Overview(
        sentence=sentence,
        basis=basis(account, reading),
        tiles=(return_tile(reading), _pressure(analyses), _problem(analyses), commitment_tile(account)),
        tasks=open_points(analyses),
    )


def basis(account: Account, reading: ReturnOnEquity) -> str:
    """What the return rests on: ``Average balances, the parent's owners, in USD.``; empty without statements."""
    if not account.statements:
        return ""
    balances = _("average balances") if reading.dupont.basis == "average" else _("ending balances")
    owners = _("parent company's equity") if reading.dupont.owners == "parent" else _("total equity")
    text = _("Based on {basis} and {owners}, in {currency}.").format(
        basis=balances, owners=owners, currency=currency_name(reading.dupont.currency)
    )
    return paragraph(text, two_currencies(account.statement_currency, account.currency))


def return_tile(reading: ReturnOnEquity) -> Tile:
    """The last return on equity, its change, and the factor that explains most of it."""
    year = reading.year
    if year is None:
        return Tile(
            "return",
            return_title(None),
            "–",
            note=_("Import statements of two years"),
            tab=dupont_roe.KEY,
            empty=True,
        )
    change, note, delta = reading.change, "", dupont_roe.last_delta(reading)
    if change is not None and delta is not None:
        cause = main_cause(reading.dupont, change)
        if cause:
            label = _(FACTORS[cause.key]) if cause.key in FACTORS else cause.label
            note = _("{driver}: {part}").format(driver=label, part=points(cause.effect))
    moved, tone = moved_in_words(delta)
    return Tile(
        "return",
        return_title(year.period_end, all_owners=bool(reading.dupont.mark)),
        percent(year.return_on_equity),
        change=moved,
        tone=tone,
        note=note,
        mark=_(STATUS_NAMES[year.status]) if year.status != "meaningful" else "",
        tab=dupont_roe.KEY,
    )


def return_title(end: dt.date | None, *, all_owners: bool = False) -> str:
    """What the return on equity of the year to a day is called; marked if it is of all owners for want of the parent's."""
    if end and all_owners:
        return _("Return on equity, minorities included, year to {day}").format(day=day(end))
    return _("Return on equity, year to {day}").format(day=day(end)) if end else _("Return on equity")


def moved_in_words(delta: float | None) -> tuple[str, str]:
    """A change of the return with its arrow, and its tone; both empty where none is known."""
    if delta is None:
        return "", ""
    return f"{'▲' if delta > 0 else '▼'} {points(delta)}", "good" if delta > 0 else "bad"


def _pressure(analyses: Given) -> Tile:
    """The strongest of the five forces, or the outside factor that presses most where no force has a verdict."""
    force = force_reading.five_forces(analyses).strongest
    factor = pest_reading.pest(analyses).strongest(-1)
    title = _("Biggest external pressure")
    if factor is not None:
        words = [labels.label("dimension", factor["source_item"]), factor["headline"]]
        return Tile(
            "pressure",
            title,
            plain(factor["priority"]),
            change=_("of 25"),
            note=" · ".join(words),
            mark=labels.label("status", factor.status),
            tab=pest_reading.KEY,
            path=f"findings/{factor.id}",
        )
    if force is not None:
        return Tile(
            "pressure",
            title,
            number(force.mean, 1),
            change="/ 5",
            note=force.name,
            tab=force_reading.KEY,
        )
    return Tile("pressure", title, "–", note=_("Rate two external factors"), tab=pest_reading.KEY, empty=True)


def _problem(analyses: Given) -> Tile:
    """The largest problem (`foremost`) with its value."""
    entry = problem_reading.largest_problem(problem_reading.problems(analyses).entries)
    title = _("Largest problem")
    if entry is None:
        return Tile(
            "problem",
            title,
            "–",
            note=_("Create a problem from a finding"),
            tab=problem_reading.KEY,
            empty=True,
        )
    worth = entry.worth.text(analyses.account.currency) if entry.worth else "–"
    return Tile(
        "problem",
        title,
        worth,
        note=name(entry.problem),
        mark=entry.verdict,
        tab=problem_reading.KEY,
        path=f"problems/{entry.id}",
    )


def commitment_tile(account: Account) -> Tile:
    """The next commitment that is due, else that none is; what is overdue is counted beside it."""
    found, late = next_commitment(account), overdue(account)
    title, tab = _("Next commitment (due)"), tab_of_screen(SCREEN_OF["commitments"])
    late_text = _("overdue: {n}").format(n=len(late)) if late else ""
    if found is None and late:
        return Tile(
            "commitment",
            title,
            "–",
            tone="bad",
            note=late_text,
            mark=labels.label("commitment", late[0][1].status),
            tab=tab,
            path=f"commitments/{late[0][0]}",
        )
    if found is None:
        return Tile("commitment", title, "–", note=_("Add one under Motives"), tab=tab, empty=True)
    key, commitment = found
    person = account.stakeholders.get(commitment.stakeholder_id or "")
    words = [
        person.role_title if person else "",
        _("due {day}").format(day=day(commitment.due)) if commitment.due else "",
        late_text,
    ]
    return Tile(
        "commitment",
        title,
        commitment.action or _("untitled commitment"),
        note=" · ".join(word for word in words if word),
        mark=labels.label("commitment", commitment.status),
        tab=tab,
        path=f"commitments/{key}",
    )

"""Whom we know at the customer: people by level, who reports to whom, and whom we have met. No side, influence or tie.

What judges people (sides, influence, closeness) is private and has a map of its own (`shapes.people`).
"""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.figures.boxes import WIDTH, Placed, facing, outline, small, words
from accountkit.figures.layers import placed
from accountkit.figures.shapes.people import TIES, contact, edge, level_name, levels
from accountkit.figures.style import BLUE, GREY, LINE, Figure, Row, escaped, figure, hidden_axis
from accountkit.i18n import _, clauses, listed
from accountkit.methods.people.met import met
from accountkit.methods.people.network import decides, pairs, people
from accountkit.methods.subjects import name
from accountkit.model import Account

LEAST_COLUMNS, COLUMNS = 2, 4
"""People in a line; a level with more has several lines."""
LINE_HEIGHT, BOX, COLUMNS_OF_TEXT = 88, 0.6, 26


@dataclass(frozen=True)
class Spot:
    """A person's box: column and line, what it says, and whether the person decides and was met."""

    id: str
    column: float
    line: int
    title: str
    note: str
    decides: bool
    met: bool


@dataclass(frozen=True)
class Contacts:
    """The map: boxes, who reports to whom by id, and each level with the line that it begins on."""

    columns: int
    spots: tuple[Spot, ...]
    reports: tuple[tuple[str, str], ...]
    levels: tuple[tuple[str, int], ...]

    @property
    def lines(self) -> int:
        """How many lines of boxes there are."""
        return 1 + max(spot.line for spot in self.spots)


def contacts(account: Account) -> Contacts | None:
    """The map of those who count; None without people."""
    known = people(account)
    if not known:
        return None
    by_level = {
        level: kept for level, keys in levels(account).items() if (kept := [k for k in keys if k in known])
    }
    columns = max(LEAST_COLUMNS, min(COLUMNS, max(map(len, by_level.values()))))
    reports = tuple((one.from_id, one.to_id) for one in pairs(account) if one.tie == "reports_to")
    places = placed(list(by_level.values()), reports, columns)
    spots = tuple(
        Spot(
            key,
            *places[key],
            name(account, "stakeholder", key),
            clauses([_("decides"), contact(account, key)] if decides(one) else [contact(account, key)]),
            decides(one),
            met(account, key),
        )
        for key, one in known.items()
    )
    begins = tuple(
        (level_name(level), min(places[key][1] for key in keys)) for level, keys in by_level.items()
    )
    return Contacts(columns, spots, reports, begins)


def contact_map(shown: Contacts) -> Figure:
    """Boxes by level; one that is dashed stands for a person not met yet, a blue one for one who decides."""
    boxes = {spot.id: _box(spot) for spot in shown.spots}
    lines = [_reports(boxes[one], boxes[other]) for one, other in shown.reports]
    return figure(
        [],
        shapes=[*lines, *(outline(box, height=BOX) for box in boxes.values())],
        annotations=[
            *(words(box, COLUMNS_OF_TEXT) for box in boxes.values()),
            *(small(escaped(text), line - 0.42) for text, line in shown.levels),
        ],
        xaxis=hidden_axis(range=[-0.08, shown.columns - 1 + WIDTH + 0.08]),
        yaxis=hidden_axis(range=[shown.lines - 0.55, -0.62]),
        height=LINE_HEIGHT * shown.lines + 20,
    )


def contact_map_table(account: Account, shown: Contacts) -> list[Row]:
    """Everybody with level, superior and contact."""
    titles = {spot.id: spot.title for spot in shown.spots}
    above = dict(shown.reports)
    return [
        {
            _("Person"): spot.title,
            _("Organisational level"): level_name(account.stakeholders[spot.id].layer),
            _("Reports to"): titles.get(above.get(spot.id, ""), "–"),
            _("Contact"): spot.note,
        }
        for spot in shown.spots
    ]


def contact_map_text(shown: Contacts) -> str:
    """How many we have met, and who of those who decide is not met yet."""
    text = _("Met: {met} of {n} people.").format(
        met=sum(spot.met for spot in shown.spots), n=len(shown.spots)
    )
    if open_ones := [spot.title for spot in shown.spots if spot.decides and not spot.met]:
        text += _(" Decides and not met yet: {people}.").format(people=listed(open_ones))
    return text


def _box(spot: Spot) -> Placed:
    colour = BLUE if spot.decides else LINE
    return Placed(
        spot.id,
        spot.column,
        spot.line,
        spot.title,
        spot.note,
        f"stakeholders/{spot.id}",
        line=colour if spot.met or spot.decides else GREY,
        dashed=not spot.met,
    )


def _reports(one: Placed, other: Placed) -> dict:
    """From a person up to the superior; beside each other on a line, from side to side."""
    return edge(facing(one, other, BOX), TIES["reports_to"])

"""The chain as strands: a row for each problem, from what it rests on to what is asked for next."""

from __future__ import annotations

from accountkit.brief.blocks import Cell, Column, Table
from accountkit.brief.wording import line
from accountkit.i18n import N_, _, bracketed
from accountkit.methods.chain.picture import Box, Picture

LINKS = (
    ("finding", N_("Finding")),
    ("problem", N_("Problem")),
    ("need", N_("Need")),
    ("motive", N_("Stakeholder")),
    ("commitment", N_("Next commitment")),
)
LONGEST = 96


def strands(drawn: Picture) -> Table | None:
    """The rows; a cell in the tone ``bad`` is a link still to establish. None where there is no problem."""
    rows = tuple(_strand(drawn, problem) for problem in drawn.column("problem"))
    columns = tuple(Column(_(title), key=key) for key, title in LINKS)
    return Table(_("Chain from finding to commitment"), columns, rows, key="chain") if rows else None


def _strand(drawn: Picture, problem: Box) -> tuple[Cell, ...]:
    findings = _linked(drawn, problem, "finding")
    needs = _linked(drawn, problem, "need")
    people = _linked(drawn, needs[0], "motive") if needs else ()
    asked = _linked(drawn, people[0], "commitment") if people else ()
    return tuple(_cell(boxes) for boxes in (findings, (problem,), needs, people, asked[-1:]))


def _linked(drawn: Picture, box: Box, column: str) -> tuple[Box, ...]:
    """The boxes of a column on either end of an edge with this one."""
    ends = {edge.target for edge in drawn.edges if edge.source == box.id}
    ends |= {edge.source for edge in drawn.edges if edge.target == box.id}
    return tuple(other for other in drawn.column(column) if other.id in ends)


def _cell(boxes: tuple[Box, ...]) -> Cell:
    """The first of them, and how many more there are."""
    if not boxes:
        return Cell(_("missing"), tone="bad")
    text = line(boxes[0].title, LONGEST)
    more = _("and {n} more").format(n=len(boxes) - 1) if len(boxes) > 1 else ""
    return Cell(text + bracketed(more) if more else text, tone="bad" if boxes[0].missing else None)

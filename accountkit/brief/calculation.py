"""The inputs of the decomposition, for the spreadsheet: statements of the customer and of its peers, line by line."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit import finance
from accountkit.brief.blocks import Calculation, Entity, Line
from accountkit.brief.story import Story
from accountkit.brief.wording import line
from accountkit.errors import AccountkitError
from accountkit.finance.levers.case_in_words import ways
from accountkit.finance.peers.comparison import peer_names
from accountkit.finance.returns.dupont import DuPontYear
from accountkit.finance.statements import owners as ownership
from accountkit.finance.statements.lines import label
from accountkit.finance.statements.owners import Owners
from accountkit.model import Statement

INPUTS = (
    "revenue",
    "operating_income",
    "income_before_tax",
    "income_tax",
    "net_income",
    "total_assets",
    "equity",
)


def calculation(story: Story) -> Calculation | None:
    """The inputs; None where there are no statements to compute from."""
    if story.dupont is None or not story.dupont.years:
        return None
    customer = _entity(story.name, story.account.statements, story.dupont.owners)
    if customer is None:
        return None
    case = story.business_case
    peers, names = [], peer_names(story.account.peers)
    for key, peer in story.account.peers.items():
        try:
            peers.append(_entity(line(names[key], 60), peer.statements))
        except AccountkitError:
            continue
    return Calculation(
        basis="average",
        customer=customer,
        peers=tuple(p for p in peers if p),
        case=case,
        ways=tuple(ways(case, story.our_solution)) if case else (),
        floor=story.internal,
    )


def _entity(name: str, statements: Mapping[str, Statement], owners: Owners | None = None) -> Entity | None:
    """The lines as the decomposition uses them: profit and equity of the owners that it chose."""
    if not statements:
        return None
    dupont = finance.dupont(statements, steps=5, basis="ending", owners=owners)
    by_day = {statement.period_end: statement for statement in statements.values()}
    of_owners = dict(zip(("net_income", "equity"), ownership.lines(dupont.owners), strict=True))
    lines = []
    for key in INPUTS:
        name = of_owners.get(key, key)
        values = tuple(year.inputs.get(f"{key}_closing", year.inputs.get(key)) for year in dupont.years)
        if any(value is not None for value in values):
            figures = [by_day[year.period_end].figures.get(name) for year in dupont.years]
            sources = tuple(line(figure.origin.source, 200) if figure else "" for figure in figures)
            lines.append(Line(key, label(name), values, sources))
    return Entity(
        name,
        dupont.currency,
        tuple(year.period_end for year in dupont.years),
        _openings(statements),
        tuple(lines),
        tuple(dupont.notes[1:]),
    )


def _openings(statements: Mapping[str, Statement]) -> tuple[int | None, ...]:
    """For each year the place of the one whose closing balances open it; None if there is none.

    A year that brings its opening balance along, restated, is opened by no other: the sheet leaves its averages blank.
    """
    years = finance.dupont(statements, basis="average").years
    return tuple(
        next((p for p in reversed(range(place)) if _opens(years[p], year)), None)
        for place, year in enumerate(years)
    )


def _opens(before: DuPontYear, year: DuPontYear) -> bool:
    pairs = [
        (value, before.inputs.get(key.replace("_opening", "_closing")))
        for key, value in year.inputs.items()
        if key in ("total_assets_opening", "equity_opening")
    ]
    return bool(pairs) and all(opening == closing for opening, closing in pairs)

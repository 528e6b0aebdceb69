"""Return on equity, taken apart over the years.

    ROE = net margin × asset turnover × equity multiplier
    ROE = tax burden × interest burden × operating margin × asset turnover × equity multiplier

Balances are averages of the opening and closing ones (the default) or the closing ones, for assets and equity alike.
Operating income (EBIT) is the reported one, else pre-tax income plus interest; the notes say which.
Source: F. Donaldson Brown's formula in its textbook form (Brealey, Myers & Allen; Penman); ``dupont_roe``, rules 1–3.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from accountkit.errors import NotMeaningful
from accountkit.finance.returns import remarks
from accountkit.finance.returns.formulas import STEPS, known, quotient
from accountkit.finance.returns.obstacles import Status, obstacles, status_of
from accountkit.finance.returns.operating_income import came_from, operating_income
from accountkit.finance.statements import owners as ownership
from accountkit.finance.statements.books import Books, completed, in_order
from accountkit.finance.statements.lines import FLOWS, STOCKS
from accountkit.finance.statements.owners import Owners
from accountkit.i18n import N_, _, enumerated, fiscal_year, listed, percent
from accountkit.model import Statement
from accountkit.model.statement import Vintage

Basis = Literal["average", "ending"]
BASIS_NAMES: dict[Basis, str] = {"average": N_("average balances"), "ending": N_("ending balances")}


@dataclass(frozen=True)
class DuPontYear:
    """One period. A factor without a figure is None, and `notes` say why.

    `inputs` holds the lines as used: flows; stocks on the chosen basis, and their `_opening` and `_closing` balances.
    There, `net_income` and `equity` are those of the chosen owners. `minority_factor` = parent's ROE / ROE of all owners,
    where both are known. `reasons` are those of the notes that say why a figure is absent. `operating_income_is` says
    where EBIT came from (``reported``, or the line that was added to pre-tax income). `approximate` and `assumed` name
    lines so marked.
    """

    period_end: dt.date
    factors: dict[str, float | None]
    return_on_equity: float | None
    status: Status
    notes: tuple[str, ...]
    inputs: dict[str, float] = field(repr=False)
    minority_factor: float | None = None
    reasons: tuple[str, ...] = ()
    operating_income_is: str | None = None
    approximate: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()

    @property
    def known(self) -> dict[str, float]:
        """The factors that have a figure; all of them where the year is `complete`."""
        return known(self.factors)

    @property
    def ratios(self) -> dict[str, float]:
        """The factors and ``return_on_equity``, as far as they have a figure."""
        return known({**self.factors, "return_on_equity": self.return_on_equity})

    @property
    def complete(self) -> bool:
        """Whether every factor and the return have a figure."""
        return self.return_on_equity is not None and None not in self.factors.values()


@dataclass(frozen=True)
class DuPont:
    """The decomposition of an entity over its years (ascending), with basis, owners and what holds for all of them.

    `mark` is the sentence without which no return of these years may be told: that it is of all owners because the last
    year has none of the parent's. Mostly empty.
    """

    currency: str
    basis: Basis
    steps: int
    owners: Owners
    years: tuple[DuPontYear, ...]
    notes: tuple[str, ...]
    vintage: Vintage | None = None
    mark: str = ""

    def year(self, period_end: dt.date) -> DuPontYear:
        """The year that ends on a day. Raises `NotMeaningful` and lists the years there are."""
        for year in self.years:
            if year.period_end == period_end:
                return year
        raise NotMeaningful(
            _("No statement ends on {day}. Statements end on: {days}.").format(
                day=period_end.isoformat(), days=listed([y.period_end.isoformat() for y in self.years]) or "–"
            )
        )

    @property
    def latest(self) -> DuPontYear | None:
        """The last year with a return on equity; None where there is none."""
        return next((y for y in reversed(self.years) if y.return_on_equity is not None), None)


def dupont(
    statements: Mapping[str, Statement],
    *,
    steps: int = 3,
    basis: Basis = "average",
    owners: Owners | None = None,
) -> DuPont:
    """The three- or five-step decomposition of each year, ascending.

    Missing and meaningless figures give None and a note, never an error. Raises `NotMeaningful` for a basis, a number of
    steps or owners that do not exist, `StatementError` where two statements end on the same day.
    """
    _known(steps, basis, owners)
    books = [completed(statement) for statement in in_order(statements)]
    whose = owners or ownership.chosen(books)
    openings = _own_openings(books)
    books = ownership.shared(books)
    marked = whose == "total" and ownership.last_on_totals_alone(books)
    return DuPont(
        currency=books[-1].currency if books else "USD",
        basis=basis,
        steps=steps,
        owners=whose,
        years=tuple(
            _year(book, books[:place], openings.get(book.period_end), steps, basis, ownership.lines(whose))
            for place, book in enumerate(books)
        ),
        notes=(
            *remarks.general(books, whose, _(BASIS_NAMES[basis]), asked=owners is not None),
            *(_on_totals(books, openings, steps, basis) if owners is None and whose == "parent" else ()),
        ),
        mark=ownership.without_parent(books[-1]) if marked else "",
        vintage=remarks.vintage_of(books),
    )


def _own_openings(books: Sequence[Books]) -> dict[dt.date, Books]:
    """The opening balances that statements bring along, completed as the statements are."""
    given = [book.statement for book in books if book.statement.opening]
    opened = [
        completed(Statement(period_end=s.period_end, currency=s.currency, figures=s.opening)) for s in given
    ]
    return {book.period_end: book for book in ownership.shared(opened, books)}


def _known(steps: int, basis: str, owners: str | None) -> None:
    for value, options in ((steps, (3, 5)), (basis, tuple(BASIS_NAMES)), (owners, (None, "parent", "total"))):
        if value not in options:
            raise NotMeaningful(
                _("“{value}” is not an option. Choose one of: {choices}.").format(
                    value=value, choices=enumerated(str(choice) for choice in options if choice)
                )
            )


def _on_totals(
    books: Sequence[Books], openings: Mapping[dt.date, Books], steps: int, basis: Basis
) -> tuple[str, ...]:
    """What is known of the last year if its return of the parent's owners is not: that of all owners."""
    if not ownership.last_on_totals_alone(books):
        return ()
    own = openings.get(books[-1].period_end)
    last = _year(books[-1], books[:-1], own, steps, basis, ownership.lines("total"))
    if last.return_on_equity is None:
        return ()
    text = _("ROE of {year} is known for all owners only, minorities included: {value}.")
    values = {"year": fiscal_year(last.period_end), "value": percent(last.return_on_equity)}
    return (text.format(**values),)


def _year(
    book: Books,
    earlier: Sequence[Books],
    own_opening: Books | None,
    steps: int,
    basis: Basis,
    lines: tuple[str, str],
) -> DuPontYear:
    opening = own_opening or next((b for b in reversed(earlier) if b.opens(book)), None)
    values = _values(book, opening, basis, lines)
    operating_income_is = _settle_operating_income(values)
    found = obstacles(values, steps, opening=_no_opening(opening, basis))
    blocked = frozenset().union(*(obstacle.blocks for obstacle in found))
    figures = {
        name: None if name in blocked else quotient(name, values)
        for name in (*STEPS[steps], "return_on_equity")
    }
    factor = _minority_factor(book, opening, basis)
    return DuPontYear(
        period_end=book.period_end,
        factors={name: figures[name] for name in STEPS[steps]},
        return_on_equity=figures["return_on_equity"],
        status=status_of(found),
        notes=(
            *(o.text for o in found),
            *remarks.of_filings(book, earlier),
            *remarks.of_year(book, lines, factor, operating_income_is if steps == 5 else None),
        ),
        inputs=values,
        minority_factor=factor,
        reasons=tuple(o.text for o in found if o.blocks),
        operating_income_is=operating_income_is,
        approximate=book.marked("approximate"),
        assumed=book.marked("assumed"),
    )


def _values(book: Books, opening: Books | None, basis: Basis, lines: tuple[str, str]) -> dict[str, float]:
    profit, equity = lines
    own = {**book.values, "net_income": book.values.get(profit), "equity": book.values.get(equity)}
    before = {**opening.values, "equity": opening.values.get(equity)} if opening else {}
    values = known({key: own.get(key) for key in FLOWS})
    for key in STOCKS:
        closing, start = own.get(key), before.get(key)
        if closing is not None:
            values[key + "_closing"] = closing
        if basis == "ending":
            used = closing
        else:
            used = None if closing is None or start is None else (start + closing) / 2
            if start is not None:
                values[key + "_opening"] = start
        if used is not None and math.isfinite(used):
            values[key] = used
    return values


def _no_opening(opening: Books | None, basis: Basis) -> str | None:
    if basis == "ending" or opening is not None:
        return None
    return _("The opening balance is missing. Import the year before, or use ending balances.")


def _settle_operating_income(values: dict[str, float]) -> str | None:
    """Put the operating income (EBIT) into `values` where it is not reported, and say where it came from."""
    source = came_from(values)
    if source is not None:
        values["operating_income"] = float(operating_income(values))
    return source


def _minority_factor(book: Books, opening: Books | None, basis: Basis) -> float | None:
    """ROE of the parent's owners / ROE of all owners; None unless both are known and of one sign.

    Pre-tax income less tax is no total profit here: what was discontinued would be taken for the minorities' share.
    """
    if book.derived.get("net_income_total", "").startswith("income_before_tax"):
        return None
    returns = []
    for whose in ownership.PROFIT:
        values = _values(book, opening, basis, ownership.lines(whose))
        result = quotient("return_on_equity", values)
        if not result or values["equity"] <= 0:
            return None
        returns.append(result)
    return returns[0] / returns[1] if returns[0] / returns[1] > 0 else None

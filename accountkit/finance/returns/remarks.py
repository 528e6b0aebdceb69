"""What is said beside the returns: of all years together, and of one year's figures."""

from __future__ import annotations

from collections.abc import Sequence

from accountkit.finance.returns.ranges import ranges_note
from accountkit.finance.statements import owners as ownership
from accountkit.finance.statements.books import Books
from accountkit.finance.statements.caveats import caveats, sentence
from accountkit.finance.statements.one_offs import discontinued, one_off_notes
from accountkit.finance.statements.owners import Owners
from accountkit.i18n import N_, _, listed
from accountkit.model.statement import Vintage

VINTAGE_NAMES: dict[Vintage, str] = {
    "as_first_filed": N_("Figures are those filed first."),
    "as_last_filed": N_("Figures are those filed last."),
    "one_filing": N_("Balances and flows of a year are those of its own report."),
}


def vintage_of(books: Sequence[Books]) -> Vintage | None:
    """The vintage that all statements out of filings share; None if there is none, or more than one."""
    found = {book.statement.vintage for book in books} - {""}
    return found.pop() or None if len(found) == 1 else None


def general(books: Sequence[Books], whose: Owners, basis: str, *, asked: bool) -> tuple[str, ...]:
    """What holds for all years: the basis by its name, the owners, several currencies, the vintage."""
    currencies = sorted({book.currency for book in books})
    notes = [_("Basis: {basis}.").format(basis=basis), *ownership.notes(books, whose, asked)]
    if len(currencies) > 1:
        text = _(
            "The statements are in {currencies}, and balances are averaged within one currency. Import one currency."
        )
        notes.append(text.format(currencies=listed(currencies)))
    vintage = vintage_of(books)
    if vintage and vintage != "as_last_filed":
        notes.append(_(VINTAGE_NAMES[vintage]))
    return tuple(notes)


OPERATING_INCOME_IS = {
    "reported": N_("EBIT is the reported operating income."),
    "finance_expense_deducted": N_(
        "EBIT is the reported operating income, which in this format is after finance expense."
    ),
    "income_before_tax": N_("EBIT is pre-tax income, because interest or claims are costs of this business."),
    "interest_expense": N_("EBIT is pre-tax income plus interest, because operating income is not reported."),
    "finance_expense": N_(
        "EBIT is pre-tax income plus finance expense, because operating income and interest are not reported."
    ),
}


def of_filings(book: Books, earlier: Sequence[Books]) -> list[str]:
    """The caveats of a year's filings in sentences."""
    before = earlier[-1].statement if earlier else None
    return [sentence(caveat, book.statement) for caveat in caveats(book.statement, before)]


def of_year(
    book: Books, lines: tuple[str, str], factor: float | None, operating_income_is: str | None
) -> tuple[str, ...]:
    """What to know about the figures of a year: derived lines, one-offs, months, dividends, and where EBIT came from."""
    flows = ("revenue", "total_assets", *lines) + (("income_before_tax",) if operating_income_is else ())
    notes = [*book.statement.notes, *ownership.derived_notes(book, flows), *one_off_notes(book)]
    if ranges := ranges_note(book):
        notes.append(ranges)
    if book.statement.months != 12:
        text = _("The period covers {months} months, so margin, turnover and ROE are not annual.")
        if book.statement.months == 1:
            text = _("The period covers {months} month, so margin, turnover and ROE are not annual.")
        notes.append(text.format(months=book.statement.months))
    if book.values.get("preferred_dividends"):
        notes.append(_("Preferred dividends are not deducted from net income."))
    if operating_income_is:
        notes.append(_(OPERATING_INCOME_IS[operating_income_is]))
        if lines[0] == "net_income" and factor is not None and abs(factor - 1) > 0.005:
            notes.append(_("Tax burden includes the minorities' share."))
        if discontinued(book.values):
            notes.append(_("Tax burden includes discontinued operations, which are reported after tax."))
    return tuple(notes)

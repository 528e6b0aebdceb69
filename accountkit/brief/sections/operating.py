"""What the business earns without its financing, and what of the profit arrives as cash: two tables of the numbers."""

from __future__ import annotations

from accountkit import finance
from accountkit.brief.blocks import Block, Cell, Column, Table
from accountkit.brief.story import Story
from accountkit.finance.findings.cash_flow import cash_years
from accountkit.finance.findings.cash_in_words import cash_cells, cash_names, cash_over_years
from accountkit.finance.returns.management import management_form, operating_view
from accountkit.i18n import _, money, month, number, percent

MOST_YEARS = 5


def operating(dupont: finance.DuPont) -> list[Block]:
    """RNOA as margin × turnover, turnover without goodwill, and net debt; nothing where debt and cash are unknown."""
    years = [year for year in management_form(dupont) if year.known][-MOST_YEARS:]
    if not years:
        return []
    rows = (
        (
            _("Return on net operating assets"),
            [percent(year.return_on_net_operating_assets) for year in years],
        ),
        (_("Operating margin after tax"), [percent(year.operating_margin_after_tax) for year in years]),
        (_("Turnover"), [_times(year.turnover) for year in years]),
        (_("Turnover without goodwill"), [_times(year.turnover_without_goodwill) for year in years]),
        (_("Net debt"), [money(year.net_debt, dupont.currency) for year in years]),
    )
    told = [row for row in rows if set(row[1]) != {"–"}]
    columns = (Column("", 1.7), *(Column(month(year.period_end), 1, numeric=True) for year in years))
    cells = tuple((Cell(name), *(Cell(text) for text in texts)) for name, texts in told)
    note = operating_view(years[-1], dupont.currency)
    return [
        Table(_("Operating view: return on net operating assets"), columns, cells, note=note, key="operating")
    ]


def cash(story: Story, dupont: finance.DuPont) -> list[Block]:
    """The three flows, free cash flow and cash against profit by year."""
    years = cash_years(story.account.statements, dupont.owners)
    known = [one for one in years if one.line("operating_cash_flow") is not None]
    if not known:
        return []
    columns = (Column(_("Year to"), 1.2), *(Column(name, 1, numeric=True) for name in cash_names(known)))
    rows = tuple(
        (Cell(month(year.period_end)), *(Cell(text) for text in cash_cells(year, dupont.currency)))
        for year in known[-MOST_YEARS:]
    )
    return [Table(_("Cash flow by year"), columns, rows, note=cash_over_years(known), key="cash")]


def _times(value: float | None) -> str:
    return "–" if value is None else number(value)

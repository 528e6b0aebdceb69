"""The ranges of assumed figures in a sentence: from the first quartile of the sector to the third."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.finance.returns.formulas import QUOTIENTS, named, shown
from accountkit.finance.statements.books import Books
from accountkit.i18n import _, clauses

TOLD = {
    "net_margin": "net_income",
    "asset_turnover": "total_assets",
    "equity_multiplier": "equity",
    "return_on_equity": "net_income",
}
"""Each ratio and the line whose range it has, the other line as assumed. A return ranges with the profit."""


def ranges_note(book: Books) -> str:
    """The ratios of a year whose lines have ranges, each with its range; empty if none has."""
    parts = list(_parts(book))
    return (
        _("Assumed, from the first to the third quartile: {ranges}.").format(ranges=clauses(parts))
        if parts
        else ""
    )


def _parts(book: Books) -> Iterator[str]:
    for ratio, line in TOLD.items():
        figure, values = book.statement.figures.get(line), book.values
        above, below = QUOTIENTS[ratio]
        if figure is None or figure.low is None or figure.high is None:
            continue
        if not values.get(below) or above not in values:
            continue
        ends = sorted(
            each / values[below] if line == above else values[above] / each
            for each in (figure.low, figure.high)
            if each or line == above
        )
        if len(ends) == 2:
            yield _("{ratio} {low} to {high}").format(
                ratio=named(ratio), low=shown(ratio, ends[0]), high=shown(ratio, ends[1])
            )

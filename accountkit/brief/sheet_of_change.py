"""The sheet that says what moved the return: two years chosen from a list, three and five factors, two methods."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import factorial

from xlsxwriter.utility import xl_rowcol_to_cell as at
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from accountkit.brief.sheet_of_numbers import HEAD_ROW, Decomposition, Number, Styles
from accountkit.finance.returns.formulas import NAMES, STEPS, product
from accountkit.finance.returns.shapley import chain, shapley
from accountkit.i18n import _

WIDTHS = (30, 20, 20, 20, 20)
"""Characters of the columns."""


def change(book: Workbook, styles: Styles, source: Decomposition) -> None:
    """What moved the return between two years chosen from a list: three and five factors, two methods."""
    sheet = book.add_worksheet(_("Change of ROE"))
    sheet.set_column(0, 0, WIDTHS[0])
    sheet.set_column(1, len(WIDTHS) - 1, WIDTHS[1])
    sheet.set_row(0, HEAD_ROW)
    sheet.write_string(0, 0, _("What changed ROE"), styles.title)
    start, end = _chosen(source)
    for row, (text, place) in enumerate(((_("First year, to"), start), (_("Last year, to"), end)), 2):
        chosen = source.entity.periods[place]
        sheet.write_string(row, 0, text, styles.strong)
        sheet.write_datetime(row, 1, dt.datetime(chosen.year, chosen.month, chosen.day), styles.chosen)
        sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": "=" + source.across("dates")})
    row = _effects(sheet, styles, source, 3, 5, start, end)
    _effects(sheet, styles, source, 5, row + 2, start, end)


def _chosen(source: Decomposition) -> tuple[int, int]:
    """The last two years that both have a return; the last two at all where there are none."""
    returns = source.values["return_on_equity_3"]
    known = [place for place, value in enumerate(returns) if value is not None]
    return (known[-2], known[-1]) if len(known) > 1 else (len(returns) - 2, len(returns) - 1)


def _effects(
    sheet: Worksheet, styles: Styles, source: Decomposition, steps: int, row: int, start: int, end: int
) -> int:
    factors = STEPS[steps]
    heads = (
        _("{n} factors").format(n=steps),
        _("Before"),
        _("After"),
        _("Shapley values"),
        _("Chain substitution"),
    )
    for column, text in enumerate(heads):
        sheet.write_string(row, column, text, styles.head_right if column else styles.head)
    styles.tall(sheet, row, heads, WIDTHS, bold=True)
    first = row + 1
    before, after = (
        {name: source.values[f"{name}_{steps}"][place] for name in factors} for place in (start, end)
    )
    known = None not in (*before.values(), *after.values())
    shared = shapley(product, before, after) if known else {}
    chained = chain(product, before, after) if known else {}
    cells = [(at(first + place, 1), at(first + place, 2)) for place in range(steps)]
    for place, name in enumerate(factors):
        line = first + place
        sheet.write_string(line, 0, _(NAMES[name]), styles.text)
        for column, chosen, value in ((1, "$B$3", before[name]), (2, "$B$4", after[name])):
            formula = f"=INDEX({source.across(f'{name}_{steps}')},MATCH({chosen},{source.across('dates')},0))"
            sheet.write_formula(line, column, formula, styles.of(name), "" if value is None else value)
        for column, formula, value in (
            (3, _shapley_formula(cells, place), shared.get(name)),
            (4, _chain_formula(cells, place), chained.get(name)),
        ):
            sheet.write_formula(
                line, column, _if_all(cells, formula), styles.points, "" if value is None else value
            )
    total = first + steps
    _sums(sheet, styles, total, first, cells, before, after, known)
    return total


def _sums(
    sheet: Worksheet,
    styles: Styles,
    total: int,
    first: int,
    cells: Sequence[tuple[str, str]],
    before: Mapping[str, Number],
    after: Mapping[str, Number],
    known: bool,
) -> None:
    """The returns as products of the factors, and the effects added up: the two must agree."""
    sheet.write_string(total, 0, _("Return on equity and its change"), styles.strong)
    for column, values in ((1, before), (2, after)):
        span = f"{at(first, column)}:{at(total - 1, column)}"
        value = product(values) if known else ""
        sheet.write_formula(
            total, column, f'=IF(COUNT({span})={len(cells)},PRODUCT({span}),"")', styles.result, value
        )
    for column in (3, 4):
        span = f"{at(first, column)}:{at(total - 1, column)}"
        value = product(after) - product(before) if known else ""
        sheet.write_formula(total, column, _if_all(cells, f"SUM({span})"), styles.points, value)


def _if_all(cells: Sequence[tuple[str, str]], formula: str) -> str:
    span = f"{cells[0][0]}:{cells[-1][1]}"
    return f'=IF(COUNT({span})={2 * len(cells)},{formula},"")'


def _shapley_formula(cells: list[tuple[str, str]], place: int) -> str:
    """Δ of one factor × the mean of the others' products over all orders: Σ s!(n−1−s)!/n! × Π of s after, rest before."""
    n, others = len(cells), [other for other in range(len(cells)) if other != place]
    terms = []
    for size in range(n):
        weight = f"{factorial(size) * factorial(n - 1 - size)}/{factorial(n)}"
        products = [
            "*".join(cells[other][other in moved] for other in others) for moved in combinations(others, size)
        ]
        terms.append(f"{weight}*({'+'.join(products)})")
    before, after = cells[place]
    return f"({after}-{before})*({'+'.join(terms)})"


def _chain_formula(cells: list[tuple[str, str]], place: int) -> str:
    """Δ of one factor × those before it as they are after × those behind it as they were before."""
    before, after = cells[place]
    held = [cells[other][other < place] for other in range(len(cells)) if other != place]
    return f"({after}-{before})*{'*'.join(held)}"

"""The numbers as an Excel workbook that computes: an analyst can check our work by changing a cell.

Inputs are the lines of the statements, in blue. Everything else is a live formula: average or ending balances (one
switch), the factors of three and of five steps, the return, and what moved it between two years that are chosen from a
list, by Shapley values and by chain substitution. The values that we computed ourselves are stored beside the formulas,
so that a viewer without a calculation engine shows them too. Text is always written as text, never as a formula.
"""

from __future__ import annotations

import datetime as dt
import io
from itertools import combinations
from math import factorial

from xlsxwriter.utility import xl_rowcol_to_cell as at
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from accountkit.brief.blocks import Brief, Calculation, Entity, Table
from accountkit.brief.look import Look
from accountkit.brief.wording import marked
from accountkit.finance.formulas import NAMES, QUOTIENTS, SHARES, STEPS
from accountkit.finance.shapley import chain, shapley
from accountkit.i18n import N_, _

BASES = (N_("average"), N_("ending"))
STOCKS = ("total_assets", "equity")
LONGEST = 32_000
"""Characters of a cell; Excel's own limit is 32,767."""
Number = float | None


def xlsx(brief: Brief, look: Look) -> bytes:
    """The workbook as the bytes of an .xlsx file."""
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": brief.title[:255], "subject": brief.subtitle[:255], "author": look.company or "accountkit"})
    book.set_calc_mode("auto")
    styles = _Styles(book, look)
    _cover(book, styles, brief)
    if brief.calculation:
        _calculation(book, styles, brief.calculation)
    _tables(book, styles, brief)
    book.close()
    return stream.getvalue()


class _Styles:
    """The formats of the workbook: inputs blue, results black, ratios with two decimals or as per cent."""

    def __init__(self, book: Workbook, look: Look) -> None:
        font = {"font_name": look.latin_font, "font_size": 10, "valign": "top"}
        self.text = book.add_format(font)
        self.wrapped = book.add_format({**font, "text_wrap": True})
        self.title = book.add_format({**font, "font_size": 16, "bold": True})
        self.head = book.add_format({**font, "bold": True, "bottom": 1, "text_wrap": True, "font_color": look.accent})
        self.strong = book.add_format({**font, "bold": True})
        self.note = book.add_format({**font, "font_size": 9, "font_color": look.grey, "text_wrap": True})
        self.date = book.add_format({**font, "bold": True, "bottom": 1, "num_format": "yyyy-mm-dd", "align": "right"})
        self.chosen = book.add_format({**font, "num_format": "yyyy-mm-dd", "bg_color": "#EEF3FF", "font_color": "#1D4ED8", "border": 1, "border_color": "#C7D2F7"})
        self.switch = book.add_format({**font, "bg_color": "#EEF3FF", "font_color": "#1D4ED8", "border": 1, "border_color": "#C7D2F7"})
        self.input = book.add_format({**font, "num_format": "#,##0;\u2212#,##0", "font_color": "#1D4ED8"})
        self.amount = book.add_format({**font, "num_format": "#,##0;\u2212#,##0"})
        self.percent = book.add_format({**font, "num_format": "0.0%;\u22120.0%"})
        self.ratio = book.add_format({**font, "num_format": "0.00;\u22120.00"})
        self.result = book.add_format({**font, "bold": True, "num_format": "0.0%;\u22120.0%", "top": 1})
        self.points = book.add_format({**font, "num_format": "+0.00%;\u22120.00%;0.00%"})

    def of(self, factor: str):
        return self.percent if factor in SHARES else self.ratio


def _cover(book: Workbook, styles: _Styles, brief: Brief) -> None:
    sheet = book.add_worksheet(_("Read me"))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 100)
    lines = [_("Blue figures are inputs from the statements; change one and everything that follows is computed again."),
             _("The sheet of the customer has a switch for average or ending balances; the sheet of the change has two years to choose."),
             _("Every other figure is a formula. Sheets after these are the tables of the brief, as text.")]  # fmt: skip
    if brief.calculation is None:
        lines = [_("There are no statements yet, so there is nothing to compute. Import them and write this file again.")]
    sheet.write_string(0, 0, brief.title, styles.title)
    sheet.write_string(1, 0, brief.subtitle, styles.note)
    for row, text in enumerate(lines, 3):
        sheet.write_string(row, 0, text, styles.wrapped)


def _calculation(book: Workbook, styles: _Styles, calculation: Calculation) -> None:
    decomposed = _Decomposition(book, styles, calculation.customer, _("Numbers"), calculation.basis)
    decomposed.write()
    if len(calculation.customer.periods) > 1:
        _change(book, styles, decomposed)
    for place, peer in enumerate(calculation.peers[:12], 1):
        _Decomposition(book, styles, peer, _("Peer {n}").format(n=place), calculation.basis).write()


class _Decomposition:
    """One company on one sheet: inputs, balances on the chosen basis, factors, return. Rows are known by key."""

    SWITCH = "$B$3"
    HEAD = 4

    def __init__(self, book: Workbook, styles: _Styles, entity: Entity, name: str, basis: str) -> None:
        self.entity, self.styles, self.basis, self.name = entity, styles, basis, name
        self.sheet: Worksheet = book.add_worksheet(name)
        self.rows: dict[str, int] = {}
        self.row = self.HEAD
        self.inputs = {line.key: line for line in entity.lines}
        self.values: dict[str, list[Number]] = {line.key: list(line.values) for line in entity.lines}

    def write(self) -> None:
        sheet, styles = self.sheet, self.styles
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, max(1, len(self.entity.periods)), 16)
        sheet.set_column(len(self.entity.periods) + 1, len(self.entity.periods) + 1, 60)
        sheet.write_string(0, 0, self.entity.name, styles.title)
        sheet.write_string(1, 0, _("Whole units of {currency}").format(currency=self.entity.currency), styles.note)
        sheet.write_string(2, 0, _("Balances"), styles.strong)
        sheet.write_string(2, 1, _("average") if self.basis == "average" else _("ending"), styles.switch)
        sheet.data_validation(2, 1, 2, 1, {"validate": "list", "source": [_(name) for name in BASES]})
        self._dates()
        self._inputs()
        self._balances()
        for steps in (3, 5):
            self._factors(steps)
        self._notes()
        sheet.freeze_panes(self.HEAD + 1, 1)

    def _dates(self) -> None:
        self.sheet.write_string(self.row, 0, _("Year to"), self.styles.head)
        for place, end in enumerate(self.entity.periods, 1):
            self.sheet.write_datetime(self.row, place, dt.datetime(end.year, end.month, end.day), self.styles.date)
        self.rows["dates"] = self.row
        self.row += 1

    def _inputs(self) -> None:
        for line in self.entity.lines:
            self.rows[line.key] = self.row
            self.sheet.write_string(self.row, 0, line.label, self.styles.text)
            for place, value in enumerate(line.values, 1):
                if value is None:
                    self.sheet.write_blank(self.row, place, None, self.styles.input)
                else:
                    self.sheet.write_number(self.row, place, value, self.styles.input)
            sources = ", ".join(dict.fromkeys(source for source in line.sources if source))
            self.sheet.write_string(self.row, len(line.values) + 1, sources, self.styles.note)
            self.row += 1
        self.row += 1

    def _balances(self) -> None:
        """Assets and equity as used: the mean of opening and closing balance, or the closing one."""
        for key in STOCKS:
            if key not in self.inputs:
                continue
            self._label(f"{key}_used", _("{line}, as used").format(line=self.inputs[key].label))
            used = [self._used(key, place) for place in range(len(self.entity.periods))]
            self.values[f"{key}_used"] = used
            for place, value in enumerate(used):
                self._formula(place, self._balance_formula(key, place), value, self.styles.amount)
            self.row += 1
        self.row += 1

    def _used(self, key: str, place: int) -> Number:
        closing, opening = self.values[key][place], self.entity.openings[place]
        balances = [closing] if self.basis == "ending" else [None if opening is None else self.values[key][opening], closing]
        if None in balances or (key == "equity" and min(balances) <= 0):
            return None
        return sum(balances) / len(balances)

    def _balance_formula(self, key: str, place: int) -> str:
        """Equity of zero or less at either end leaves nothing to relate a profit to."""
        above = "0" if key == "equity" else "-1E+300"
        closing, opening = self.cell(key, place), self.entity.openings[place]
        ending = f'IF(AND(ISNUMBER({closing}),N({closing})>{above}),{closing},"")'
        average = '""'
        if opening is not None:
            before = self.cell(key, opening)
            average = f'IF(AND(COUNT({before},{closing})=2,MIN({before},{closing})>{above}),({before}+{closing})/2,"")'
        return f'=IF({self.SWITCH}="{_("ending")}",{ending},{average})'

    def _factors(self, steps: int) -> None:
        """Each factor as a quotient of two rows, then the return; blank where a part is missing or has no meaning."""
        self.sheet.write_string(self.row, 0, _("{n} factors").format(n=steps), self.styles.strong)
        self.row += 1
        for name in (*STEPS[steps], "return_on_equity"):
            key = f"{name}_{steps}"
            self._label(key, _(NAMES[name]))
            above, below = (self._row_of(line) for line in QUOTIENTS[name])
            self.values[key] = [self._quotient(above, below, place) for place in range(len(self.entity.periods))]
            for place, value in enumerate(self.values[key]):
                style = self.styles.result if name == "return_on_equity" else self.styles.of(name)
                self._formula(place, self._quotient_formula(above, below, place), value, style)
            self.row += 1
        self.row += 1

    def _row_of(self, line: str) -> str:
        return f"{line}_used" if line in STOCKS else line

    def _quotient(self, above: str, below: str, place: int) -> Number:
        numerator, denominator = (self.values.get(key, [None] * (place + 1))[place] for key in (above, below))
        if numerator is None or denominator is None or denominator <= 0:
            return None
        return numerator / denominator

    def _quotient_formula(self, above: str, below: str, place: int) -> str:
        """A denominator of zero or less gives nothing: a return on negative equity has no meaning."""
        if above not in self.rows or below not in self.rows:
            return '=""'
        top, bottom = self.cell(above, place), self.cell(below, place)
        return f'=IF(COUNT({top},{bottom})=2,IF({bottom}>0,{top}/{bottom},""),"")'

    def _notes(self) -> None:
        notes = [*self.entity.notes, _("Where a part is missing, or a denominator is zero or less, the ratio stays blank.")]
        for note in notes:
            self.sheet.write_string(self.row, 0, note, self.styles.text)
            self.row += 1

    def _label(self, key: str, text: str) -> None:
        self.rows[key] = self.row
        self.sheet.write_string(self.row, 0, text, self.styles.text)

    def _formula(self, place: int, formula: str, value: Number, style) -> None:
        self.sheet.write_formula(self.row, place + 1, formula, style, "" if value is None else value)

    def cell(self, key: str, place: int) -> str:
        return at(self.rows[key], place + 1)

    def across(self, key: str) -> str:
        """All periods of a row, as another sheet refers to them."""
        first, last = (at(self.rows[key], column, row_abs=True, col_abs=True) for column in (1, len(self.entity.periods)))
        return f"'{self.name}'!{first}:{last}"


def _change(book: Workbook, styles: _Styles, source: _Decomposition) -> None:
    """What moved the return between two years chosen from a list: three and five factors, two methods."""
    sheet = book.add_worksheet(_("What moved it"))
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 6, 16)
    sheet.write_string(0, 0, _("What moved the return on equity"), styles.title)
    start, end = _chosen(source)
    for row, (text, place) in enumerate(((_("From the year to"), start), (_("to the year to"), end)), 2):
        chosen = source.entity.periods[place]
        sheet.write_string(row, 0, text, styles.strong)
        sheet.write_datetime(row, 1, dt.datetime(chosen.year, chosen.month, chosen.day), styles.chosen)
        sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": "=" + source.across("dates")})
    row = _effects(sheet, styles, source, 3, 5, start, end)
    _effects(sheet, styles, source, 5, row + 2, start, end)


def _chosen(source: _Decomposition) -> tuple[int, int]:
    """The last two years that both have a return; the last two at all where there are none."""
    returns = source.values["return_on_equity_3"]
    known = [place for place, value in enumerate(returns) if value is not None]
    return (known[-2], known[-1]) if len(known) > 1 else (len(returns) - 2, len(returns) - 1)


def _effects(sheet: Worksheet, styles: _Styles, source: _Decomposition, steps: int, row: int, start: int, end: int) -> int:
    factors = STEPS[steps]
    heads = (_("{n} factors").format(n=steps), _("Before"), _("After"), _("Shapley values"), _("Chain substitution"))
    for column, text in enumerate(heads):
        sheet.write_string(row, column, text, styles.head)
    first = row + 1
    before, after = ({name: source.values[f"{name}_{steps}"][place] for name in factors} for place in (start, end))
    known = None not in (*before.values(), *after.values())
    shared = shapley(_product, before, after) if known else {}
    chained = chain(_product, before, after) if known else {}
    cells = [(at(first + place, 1), at(first + place, 2)) for place in range(steps)]
    for place, name in enumerate(factors):
        line = first + place
        sheet.write_string(line, 0, _(NAMES[name]), styles.text)
        for column, chosen, value in ((1, "$B$3", before[name]), (2, "$B$4", after[name])):
            formula = f"=INDEX({source.across(f'{name}_{steps}')},MATCH({chosen},{source.across('dates')},0))"
            sheet.write_formula(line, column, formula, styles.of(name), "" if value is None else value)
        for column, formula, value in ((3, _shapley_formula(cells, place), shared.get(name)), (4, _chain_formula(cells, place), chained.get(name))):
            sheet.write_formula(line, column, _if_all(cells, formula), styles.points, "" if value is None else value)
    total = first + steps
    _sums(sheet, styles, total, first, cells, before, after, known)
    return total


def _sums(sheet: Worksheet, styles: _Styles, total: int, first: int, cells, before, after, known: bool) -> None:
    """The returns as products of the factors, and the effects added up: the two must agree."""
    sheet.write_string(total, 0, _("Return on equity, and its change"), styles.strong)
    for column, values in ((1, before), (2, after)):
        span = f"{at(first, column)}:{at(total - 1, column)}"
        value = _product(values) if known else ""
        sheet.write_formula(total, column, f'=IF(COUNT({span})={len(cells)},PRODUCT({span}),"")', styles.result, value)
    for column in (3, 4):
        span = f"{at(first, column)}:{at(total - 1, column)}"
        value = _product(after) - _product(before) if known else ""
        sheet.write_formula(total, column, _if_all(cells, f"SUM({span})"), styles.points, value)


def _product(factors) -> float:
    result = 1.0
    for value in factors.values():
        result = result * value
    return result


def _if_all(cells: list[tuple[str, str]], formula: str) -> str:
    span = f"{cells[0][0]}:{cells[-1][1]}"
    return f'=IF(COUNT({span})={2 * len(cells)},{formula},"")'


def _shapley_formula(cells: list[tuple[str, str]], place: int) -> str:
    """Δ of one factor × the mean of the others' products over all orders: Σ s!(n−1−s)!/n! × Π of s after, rest before."""
    n, others = len(cells), [other for other in range(len(cells)) if other != place]
    terms = []
    for size in range(n):
        weight = f"{factorial(size) * factorial(n - 1 - size)}/{factorial(n)}"
        products = ["*".join(cells[other][other in moved] for other in others) for moved in combinations(others, size)]
        terms.append(f"{weight}*({'+'.join(products)})")
    before, after = cells[place]
    return f"({after}-{before})*({'+'.join(terms)})"


def _chain_formula(cells: list[tuple[str, str]], place: int) -> str:
    """Δ of one factor × those before it as they are after × those behind it as they were before."""
    before, after = cells[place]
    held = [cells[other][other < place] for other in range(len(cells)) if other != place]
    return f"({after}-{before})*{'*'.join(held)}"


def _tables(book: Workbook, styles: _Styles, brief: Brief) -> None:
    """The tables of the brief, one sheet a section, as text."""
    for section in brief.sections:
        tables = [block for block in section.blocks if isinstance(block, Table)]
        if not tables:
            continue
        sheet = book.add_worksheet(_sheet_name(section.title, book))
        row = 0
        for table in tables:
            row = _table(sheet, styles, table, row)


def _table(sheet: Worksheet, styles: _Styles, table: Table, row: int) -> int:
    sheet.write_string(row, 0, table.caption, styles.strong)
    for column, head in enumerate(table.columns):
        sheet.set_column(column, column, max(12, min(60, 16 * head.share)))
        sheet.write_string(row + 1, column, head.title, styles.head)
    for place, cells in enumerate(table.rows, row + 2):
        for column, cell in enumerate(cells):
            mark = marked(cell.mark) if cell.mark else ""
            sheet.write_string(place, column, " ".join(part for part in (cell.text, mark) if part)[:LONGEST], styles.wrapped)
    return row + len(table.rows) + 4


def _sheet_name(title: str, book: Workbook) -> str:
    """A name Excel takes: at most 31 characters, none of []:*?/\\, and not used yet."""
    name = "".join(" " if char in "[]:*?/\\'" else char for char in title)[:28].strip() or _("Tables")
    taken = {sheet.get_name().lower() for sheet in book.worksheets()}
    number = 2
    unique = name
    while unique.lower() in taken:
        unique, number = f"{name} {number}", number + 1
    return unique



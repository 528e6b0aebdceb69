"""The sheet of one company: statements as inputs, balances on a basis that can be switched, factors, return."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell as at
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from accountkit.brief.blocks import Entity
from accountkit.brief.letters import height
from accountkit.brief.look import Look
from accountkit.finance.returns.formulas import NAMES, QUOTIENTS, SHARES, STEPS
from accountkit.i18n import N_, _, enumerated

BASES = (N_("average"), N_("ending"))
STOCKS = ("total_assets", "equity")
SIZE, HEAD_ROW, ROW, TALLEST = 10, 24, 15, 400
"""Points: of the letters, of the row of a title, of a row at least and at most (Excel's own limit is 409)."""
CHARACTER, SPARE = 5.25, 3
"""Points of one of the characters that a column's width is given in, and what a cell keeps free."""
SOURCES = 60
"""Characters of the column of sources."""
Number = float | None


class Styles:
    """The formats of the workbook: inputs blue, results black, ratios with two decimals or as per cent."""

    def __init__(self, book: Workbook, look: Look) -> None:
        self.font = look.latin_font
        font = {"font_name": look.latin_font, "font_size": SIZE, "valign": "top"}
        self.text = book.add_format(font)
        self.wrapped = book.add_format({**font, "text_wrap": True})
        self.title = book.add_format({**font, "font_size": 16, "bold": True})
        head = {**font, "bold": True, "bottom": 1}
        titles = {**head, "text_wrap": True, "font_color": look.accent}
        self.head = book.add_format(titles)
        self.right = book.add_format({**font, "text_wrap": True, "align": "right", "indent": 1})
        self.head_right = book.add_format({**titles, "align": "right"})
        year = _("Year {n}").replace("{n}", '"0"')
        self.year = book.add_format({**head, "align": "right", "num_format": f'"{year}"'})
        self.strong = book.add_format({**font, "bold": True})
        self.note = book.add_format({**font, "font_size": 9, "font_color": look.grey, "text_wrap": True})
        self.date = book.add_format({**head, "num_format": "yyyy-mm-dd", "align": "right"})
        to_change = {
            **font,
            "bg_color": "#EEF3FF",
            "font_color": "#1D4ED8",
            "border": 1,
            "border_color": "#C7D2F7",
        }
        self.chosen = book.add_format({**to_change, "num_format": "yyyy-mm-dd"})
        self.switch = book.add_format(to_change)
        self.input = book.add_format({**to_change, "num_format": "#,##0;\u2212#,##0"})
        self.rate = book.add_format({**to_change, "num_format": "0.0%"})
        self.months = book.add_format({**font, "num_format": "0.0"})
        self.amount = book.add_format({**font, "num_format": "#,##0;\u2212#,##0"})
        self.percent = book.add_format({**font, "num_format": "0.0%;\u22120.0%"})
        self.ratio = book.add_format({**font, "num_format": "0.00;\u22120.00"})
        self.result = book.add_format({**font, "bold": True, "num_format": "0.0%;\u22120.0%", "top": 1})
        self.points = book.add_format({**font, "num_format": "+0.00%;\u22120.00%;0.00%"})

    def tall(
        self, sheet: Worksheet, row: int, texts: Sequence[str], widths: Sequence[float], *, bold: bool = False
    ) -> None:
        """Make a row as tall as its wrapped texts in columns so many characters wide: not every program does by itself."""
        rooms = [chars * CHARACTER - SPARE for chars in widths]
        needed = [
            height(text, room, SIZE, self.font, bold=bold) for text, room in zip(texts, rooms, strict=False)
        ]
        sheet.set_row(row, min(TALLEST, max([ROW, *(one + 3 for one in needed)])))

    def of(self, factor: str) -> Format:
        return self.percent if factor in SHARES else self.ratio


class Decomposition:
    """One company on one sheet: inputs, balances on the chosen basis, factors, return. Rows are known by key."""

    SWITCH = "$B$3"
    HEAD = 4

    def __init__(self, book: Workbook, styles: Styles, entity: Entity, name: str, basis: str) -> None:
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
        sheet.set_column(len(self.entity.periods) + 1, len(self.entity.periods) + 1, SOURCES)
        sheet.set_row(0, HEAD_ROW)
        sheet.write_string(0, 0, self.entity.name, styles.title)
        sheet.write_string(
            1, 0, _("{currency}, single units").format(currency=self.entity.currency), styles.note
        )
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
        sheet.repeat_rows(self.HEAD)

    def _dates(self) -> None:
        self.sheet.write_string(self.row, 0, _("Year to"), self.styles.head)
        for place, end in enumerate(self.entity.periods, 1):
            self.sheet.write_datetime(
                self.row, place, dt.datetime(end.year, end.month, end.day), self.styles.date
            )
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
            sources = enumerated(dict.fromkeys(source for source in line.sources if source))
            self.sheet.write_string(self.row, len(line.values) + 1, sources, self.styles.note)
            self.styles.tall(self.sheet, self.row, [sources], [SOURCES])
            self.row += 1
        self.row += 1

    def _balances(self) -> None:
        """Assets and equity as used: the mean of opening and closing balance, or the closing one."""
        for key in STOCKS:
            if key not in self.inputs:
                continue
            self._label(f"{key}_used", _("{line} (as used)").format(line=self.inputs[key].label))
            used = [self._used(key, place) for place in range(len(self.entity.periods))]
            self.values[f"{key}_used"] = used
            for place, value in enumerate(used):
                self._formula(place, self._balance_formula(key, place), value, self.styles.amount)
            self.row += 1
        self.row += 1

    def _used(self, key: str, place: int) -> Number:
        closing, opening = self.values[key][place], self.entity.openings[place]
        balances = (
            [closing]
            if self.basis == "ending"
            else [None if opening is None else self.values[key][opening], closing]
        )
        known = [balance for balance in balances if balance is not None]
        if len(known) < len(balances) or (key == "equity" and min(known) <= 0):
            return None
        return sum(known) / len(known)

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
            self.values[key] = [
                self._quotient(above, below, place) for place in range(len(self.entity.periods))
            ]
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
        notes = [
            *self.entity.notes,
            _("A ratio is blank if a line is missing or a denominator is not positive."),
        ]
        for note in notes:
            self.sheet.write_string(self.row, 0, note, self.styles.text)
            self.row += 1

    def _label(self, key: str, text: str) -> None:
        self.rows[key] = self.row
        self.sheet.write_string(self.row, 0, text, self.styles.text)

    def _formula(self, place: int, formula: str, value: Number, style: Format) -> None:
        self.sheet.write_formula(self.row, place + 1, formula, style, "" if value is None else value)

    def cell(self, key: str, place: int) -> str:
        return at(self.rows[key], place + 1)

    def across(self, key: str) -> str:
        """All periods of a row, as another sheet refers to them."""
        first, last = (
            at(self.rows[key], column, row_abs=True, col_abs=True) for column in (1, len(self.entity.periods))
        )
        return f"'{self.name}'!{first}:{last}"

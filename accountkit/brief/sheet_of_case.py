"""The sheet of the business case: flows as inputs; value, internal rate, payback, floor and break-even as formulas.

One block for our solution and for each alternative. The discount rate and the floor's share of the benefits are cells of
their own. A changed flow or rate changes everything that follows.
"""

from __future__ import annotations

from typing import Literal

from xlsxwriter.utility import xl_rowcol_to_cell as at
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from accountkit.brief.sheet_of_numbers import HEAD_ROW, Styles
from accountkit.finance.levers.business_case import FLOOR, BusinessCase, Value, Valued
from accountkit.finance.levers.case_in_words import CASE_NAMES
from accountkit.finance.levers.cash_values import net_present_value
from accountkit.finance.levers.scenario import CASES
from accountkit.finance.levers.simulation import Case
from accountkit.i18n import N_, _

RATE, SHARE = "$B$3", "$B$4"
FLOOR_NAME = N_("Conservative floor")
ROWS: tuple[Case | Literal["floor"], ...] = (*CASES, "floor")
FIRST = 1
"""The column of year 0."""


def business_case(
    book: Workbook, styles: Styles, case: BusinessCase, ways: list[tuple[str, Valued]], *, floor: bool
) -> None:
    """Our solution and the alternatives, by name; ours stands first."""
    sheet = book.add_worksheet(_("Business case"))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, max(8, case.horizon + 1), 16)
    sheet.set_row(0, HEAD_ROW)
    sheet.write_string(0, 0, _("Business case"), styles.title)
    sheet.write_string(1, 0, _("{currency}, single units").format(currency=case.currency), styles.note)
    terms = [(_("Discount rate"), case.discount_rate)]
    if floor:
        terms.append((_("Floor: share of the low case's benefits"), FLOOR))
    for row, (text, value) in enumerate(terms, 2):
        sheet.write_string(row, 0, text, styles.strong)
        sheet.write_number(row, 1, value, styles.rate)
    row, ours = 5, 0
    for place, (name, what) in enumerate(ways):
        block = _Block(sheet, styles, case, what, floor)
        row = block.write(row, name, ours if place else None)
        ours = ours or block.results
    for text in (
        _("Year 0 is today, all later flows fall at year end, after tax. Nothing counts after the horizon."),
        _("An internal rate is given where the flows change sign once."),
    ):
        sheet.write_string(row, 0, text, styles.text)
        row += 1


class _Block:
    """One way: its flows by case, then a row of results for each case and the floor. `results` is the first of them."""

    def __init__(
        self, sheet: Worksheet, styles: Styles, case: BusinessCase, what: Valued, floor: bool
    ) -> None:
        self.sheet, self.styles, self.case, self.what = sheet, styles, case, what
        self.shown = ROWS if floor else CASES
        self.last = FIRST + case.horizon
        self.flows: dict[str, tuple[int, int, int, int]] = {}
        self.results = 0

    def write(self, row: int, name: str, ours: int | None) -> int:
        """Write it from a row on; `ours` is the first result row of our own block. The row behind it."""
        self.sheet.write_string(row, 0, name, self.styles.head)
        for year in range(self.case.horizon + 1):
            self.sheet.write_number(row, FIRST + year, year, self.styles.year)
        self.years = row
        row += 1
        for key in CASES:
            row = self._flows(row, key)
        if "floor" in self.shown:
            row = self._floor(row)
        return self._results(row + 1, ours) + 2

    def _flows(self, row: int, key: Case) -> int:
        flows = self.what.flows[key]
        texts = (_("{case}: benefits"), _("{case}: costs"), _("{case}: cash flow"), _("{case}: cumulative"))
        self._labels(row, texts, _(CASE_NAMES[key]))
        for values, line in ((flows.benefits, row), (flows.costs, row + 1)):
            for year, value in enumerate(values):
                self.sheet.write_number(line, FIRST + year, value, self.styles.input)
        net = [f"{self._cell(row, year)}-{self._cell(row + 1, year)}" for year in range(len(flows.benefits))]
        self._net(row + 2, net, self.what.cases[key])
        self.flows[key] = (row, row + 1, row + 2, row + 3)
        return row + 4

    def _floor(self, row: int) -> int:
        benefits, costs, _net, _sum = self.flows["low"]
        self._labels(row, (_("{case}: cash flow"), _("{case}: cumulative")), _(FLOOR_NAME))
        years = range(self.case.horizon + 1)
        net = [f"{self._share()}*{self._cell(benefits, year)}-{self._cell(costs, year)}" for year in years]
        self._net(row, net, self.what.floor)
        self.flows["floor"] = (benefits, costs, row, row + 1)
        return row + 2

    def _net(self, row: int, formulas: list[str], value: Value) -> None:
        """The flow of each year, and below it the sum so far."""
        total = 0.0
        for year, (formula, flow) in enumerate(zip(formulas, value.flows, strict=True)):
            total += flow
            self.sheet.write_formula(row, FIRST + year, f"={formula}", self.styles.amount, flow)
            before = f"{self._cell(row + 1, year - 1)}+" if year else ""
            self.sheet.write_formula(
                row + 1, FIRST + year, f"={before}{self._cell(row, year)}", self.styles.amount, total
            )

    def _share(self) -> str:
        """A low case without a benefit is not halved to less of a loss."""
        return f"IF({self._worth(self.flows['low'][0])}>0,{SHARE},1)"

    def _results(self, row: int, ours: int | None) -> int:
        heads = [
            _("Results"),
            _("Net present value"),
            _("Internal rate"),
            _("Payback (months)"),
            _("Break-even share"),
            _("Benefit a year at full effect"),
            _("Running cost a year"),
            _("Cash released"),
            _("Cost of a quarter's delay"),
            *([_("Our lead")] if ours is not None else []),
        ]
        for column, text in enumerate(heads):
            self.sheet.write_string(row, column, text, self.styles.head_right if column else self.styles.head)
        self.styles.tall(self.sheet, row, heads, [34, *[16] * len(heads)], bold=True)
        self.results = row + 1
        for place, key in enumerate(self.shown):
            self._result(row + 1 + place, key, None if ours is None else ours + place)
        return row + 1 + len(self.shown)

    def _result(self, row: int, key: Case | Literal["floor"], ours: int | None) -> None:
        benefits, costs, net, total = self.flows[key]
        value, own = (_of(what, key) for what in (self.what, self.case.whole))
        flows = self.what.flows["low" if key == "floor" else key]
        self.sheet.write_string(row, 0, _(CASE_NAMES.get(key, FLOOR_NAME)), self.styles.strong)
        self._write(row, 1, self._worth(net), value.net_present_value, self.styles.amount)
        self._write(row, 2, self._internal(net), _rate(value), self.styles.percent)
        self._write(row, 3, self._payback(net, total), value.payback_months, self.styles.months)
        gain = net_present_value(self.case.discount_rate, flows.benefits)
        even = net_present_value(self.case.discount_rate, flows.costs) / gain if gain > 0 else None
        formula = f'IF({self._worth(benefits)}>0,{self._worth(costs)}/{self._worth(benefits)},"")'
        self._write(row, 4, formula, even, self.styles.percent)
        for column, amount in enumerate((flows.lasting_benefit, flows.lasting_cost, flows.released), 5):
            self.sheet.write_number(row, column, amount, self.styles.input)
        share = self._share() if key == "floor" else "1"
        gained, paid, freed = (at(row, column) for column in (5, 6, 7))
        delay = f"{share}*({gained}/4+{freed}*((1+{RATE})^0.25-1))-{paid}/4"
        self._write(row, 8, delay, value.delay, self.styles.amount)
        if ours is not None:
            lead = own.net_present_value - value.net_present_value
            self._write(row, 9, f"{at(ours, 1)}-{at(row, 1)}", lead, self.styles.amount)

    def _write(self, row: int, column: int, formula: str, value: float | None, style: object) -> None:
        self.sheet.write_formula(row, column, f"={formula}", style, "" if value is None else value)

    def _worth(self, row: int) -> str:
        return f"({self._cell(row, 0)}+NPV({RATE},{self._span(row, 1)}))"

    def _internal(self, row: int) -> str:
        """Descartes: flows that begin with an outlay and change sign once have exactly one rate."""
        changes = f"SUMPRODUCT(--({self._span(row, 0, -1)}*{self._span(row, 1)}<0))"
        return f'IF(AND({self._cell(row, 0)}<0,{changes}=1),IFERROR(IRR({self._span(row, 0)}),""),"")'

    def _payback(self, net: int, total: int) -> str:
        """Years up to the last one that ends short, and the part of the next that makes up for it; in months."""
        short = f"SUMPRODUCT(MAX(({self._span(total, 0)}<0)*({self._span(self.years, 0)}+1)))"
        part = f"INDEX({self._span(total, 0)},{short})/INDEX({self._span(net, 0)},{short}+1)"
        return f'IF({at(total, self.last)}<0,"",IF({short}=0,0,12*({short}-1-{part})))'

    def _labels(self, row: int, texts: tuple[str, ...], name: str) -> None:
        for place, text in enumerate(texts):
            self.sheet.write_string(row + place, 0, text.format(case=name), self.styles.text)

    def _cell(self, row: int, year: int) -> str:
        return at(row, FIRST + year)

    def _span(self, row: int, start: int, end: int = 0) -> str:
        return f"{at(row, FIRST + start)}:{at(row, self.last + end)}"


def _of(what: Valued, key: Case | Literal["floor"]) -> Value:
    return what.floor if key == "floor" else what.cases[key]


def _rate(value: Value) -> float | None:
    """The rate that the sheet shows: where neighbouring flows change sign once."""
    pairs = zip(value.flows, value.flows[1:], strict=False)
    return value.internal_rate.value if sum(a * b < 0 for a, b in pairs) == 1 else None

"""The Excel workbook computes: a changed cell changes everything that follows, exactly as the package would."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from accountkit import finance
from accountkit.brief import compose, write
from accountkit.brief.letters import height
from accountkit.samples import sample
from tests.brief.accounts import FY2023, new_oriental


@pytest.fixture
def workbook(tmp_path):
    place = tmp_path / "numbers.xlsx"
    write(compose(new_oriental()), place)
    return place


def row(sheet, label: str, start: int = 1):
    return next(r for r in range(start, sheet.max_row + 1) if sheet.cell(r, 1).value == label)


def column(sheet, day: dt.date):
    return next(
        c
        for c in range(2, sheet.max_column + 1)
        if sheet.cell(5, c).value == dt.datetime(day.year, day.month, day.day)
    )


def test_the_values_stored_beside_the_formulas_are_right(workbook):
    sheet = load_workbook(workbook, data_only=True)["Numbers"]
    place = column(sheet, FY2023)
    # 20-F, thousands of US dollars: 177,341 / 2,997,760; 2,997,760 / ((6,035,000 + 6,392,000)/2); 6,213,500 / 3,654,927
    assert sheet.cell(row(sheet, "Net margin"), place).value == pytest.approx(177341 / 2997760)
    assert sheet.cell(row(sheet, "Asset turnover"), place).value == pytest.approx(2997760 / 6213500)
    assert sheet.cell(row(sheet, "Equity multiplier"), place).value == pytest.approx(6213500 / 3654927)
    assert sheet.cell(row(sheet, "Return on equity"), place).value == pytest.approx(177341 / 3654927)


def test_changing_a_cell_recomputes_factors_return_and_attribution(workbook, office, tmp_path):
    book = load_workbook(workbook)
    sheet = book["Numbers"]
    sheet.cell(row(sheet, "Net income"), column(sheet, FY2023)).value = 250_000_000
    book["Change of ROE"]["B3"].value = dt.datetime(2021, 5, 31)
    changed = tmp_path / "changed.xlsx"
    book.save(changed)
    computed = load_workbook(office(changed, "xlsx"), data_only=True)

    account = new_oriental()
    figures = account.statements["2023-05-31"].figures
    figures = {**figures, "net_income": figures["net_income"].model_copy(update={"value": 250_000_000.0})}
    statements = {
        **account.statements,
        "2023-05-31": account.statements["2023-05-31"].model_copy(update={"figures": figures}),
    }
    ours = finance.dupont(statements)
    sheet, place = computed["Numbers"], column(computed["Numbers"], FY2023)
    assert sheet.cell(row(sheet, "Return on equity"), place).value == pytest.approx(
        ours.year(FY2023).return_on_equity
    )
    sheet = computed["Change of ROE"]
    for method, at in (("shapley", 4), ("chain", 5)):
        effects = finance.attribution(ours, dt.date(2021, 5, 31), FY2023, method=method).effects
        shown = {sheet.cell(r, 1).value: sheet.cell(r, at).value for r in range(7, 10)}
        assert shown == pytest.approx(
            {
                "Net margin": effects["net_margin"],
                "Asset turnover": effects["asset_turnover"],
                "Equity multiplier": effects["equity_multiplier"],
            }
        )
        assert sheet.cell(10, at).value == pytest.approx(sum(effects.values()))


def test_ending_balances_at_a_switch(workbook, office, tmp_path):
    book = load_workbook(workbook)
    book["Numbers"]["B3"].value = "ending"
    changed = tmp_path / "ending.xlsx"
    book.save(changed)
    sheet = load_workbook(office(changed, "xlsx"), data_only=True)["Numbers"]
    # 177,341 / 3,604,348 on the closing equity of fiscal 2023
    assert sheet.cell(row(sheet, "Return on equity"), column(sheet, FY2023)).value == pytest.approx(
        177341 / 3604348
    )


def test_negative_equity_leaves_the_return_blank():
    account = new_oriental()
    item = account.statements["2023-05-31"]
    figures = {
        **item.figures,
        "equity": item.figures["equity"].model_copy(update={"value": -1e6}),
        "net_income": item.figures["net_income"].model_copy(update={"value": -5e6}),
    }
    out = io.BytesIO()
    write(
        compose(
            account.model_copy(
                update={
                    "statements": {
                        **account.statements,
                        "2023-05-31": item.model_copy(update={"figures": figures}),
                    }
                }
            )
        ),
        out,
        "xlsx",
    )
    sheet = load_workbook(io.BytesIO(out.getvalue()), data_only=True)["Numbers"]
    assert sheet.cell(row(sheet, "Return on equity"), column(sheet, FY2023)).value in (None, "")


def test_without_statements_the_workbook_says_so():
    out = io.BytesIO()
    write(compose(new_oriental(statements={})), out, "xlsx")
    book = load_workbook(io.BytesIO(out.getvalue()))
    assert "Numbers" not in book.sheetnames and "Import them" in book["Read me"]["A4"].value


def _case_block(sheet, name: str) -> dict[str, list]:
    """The rows of results of one way of the business case: name of the case → its cells after the name."""
    start = row(sheet, "Results", row(sheet, name)) + 1
    return {
        sheet.cell(r, 1).value: [sheet.cell(r, c).value for c in range(2, 11)]
        for r in range(start, start + 4)
    }


def _as_the_sheet_says(value, lead: float | None) -> list:
    return [value.net_present_value, value.payback_months, value.delay, lead]


def test_the_business_case_computes_as_the_package_does(office, tmp_path):
    account = sample("walmart")
    place = tmp_path / "case.xlsx"
    write(compose(account), place)
    book = load_workbook(place)
    sheet = book["Business case"]
    assert sheet["B3"].value == pytest.approx(0.10) and sheet["B4"].value == pytest.approx(0.5)
    sheet["B3"].value = 0.15
    changed = tmp_path / "changed.xlsx"
    book.save(changed)
    computed = load_workbook(office(changed, "xlsx"), data_only=True)["Business case"]
    for rate, shown in ((0.10, load_workbook(place, data_only=True)["Business case"]), (0.15, computed)):
        terms = account.business_case.model_copy(update={"discount_rate": rate})
        case = finance.business_case(
            finance.dupont(account.statements), account.levers, terms, account.alternatives
        )
        suite = next(one for one in case.options if one.id == "alt-suite")
        for name, what, leads in (
            ("Our solution", case.whole, None),
            ("Claims suite", suite.valued, suite.lead),
        ):
            cells = _case_block(shown, name)
            for key, title in (("low", "Low case"), ("base", "Base case"), ("high", "High case")):
                expected = _as_the_sheet_says(what.cases[key], leads[key] if leads else None)
                found = [cells[title][c] for c in (0, 2, 7, 8)]
                assert found == pytest.approx(expected, nan_ok=True), (rate, name, key)
            floor = cells["Conservative floor"]
            assert floor[0] == pytest.approx(what.floor.net_present_value)
            assert cells["Base case"][3] == pytest.approx(what.break_even)
        assert _case_block(shown, "Claims suite")["Base case"][1] == pytest.approx(
            suite.valued.cases["base"].internal_rate.value
        )
        assert not _case_block(shown, "Our solution")["Base case"][1], "several rates: none is shown"


@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_sheets_print_across_and_no_text_is_taller_than_its_row(edition, tmp_path):
    place = tmp_path / "printed.xlsx"
    write(compose(sample("new-oriental"), edition=edition), place)
    for sheet in load_workbook(place).worksheets:
        setup = sheet.page_setup
        assert (setup.orientation, setup.fitToWidth or 1, setup.fitToHeight) == ("landscape", 1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.print_area, sheet.title
        widths = {
            n: one.width for one in sheet.column_dimensions.values() for n in range(one.min, one.max + 1)
        }
        for cell in (cell for line in sheet.iter_rows() for cell in line if isinstance(cell.value, str)):
            if not cell.alignment.wrap_text:
                continue
            room = widths.get(cell.column, 8.43) * 5.25
            tall = sheet.row_dimensions[cell.row].height or 15
            assert height(cell.value, room, cell.font.sz, bold=bool(cell.font.b)) <= tall + 3, cell.value


def test_inputs_are_shaded_and_results_are_not(workbook):
    sheet = load_workbook(workbook)["Numbers"]
    place = column(sheet, FY2023)
    shades = {
        label: sheet.cell(row(sheet, label), place).fill.fgColor.rgb
        for label in ("Revenue", "Net income", "Net margin", "Return on equity")
    }
    assert shades["Revenue"] == shades["Net income"] == "FFEEF3FF"
    assert "FFEEF3FF" not in (shades["Net margin"], shades["Return on equity"])


def test_lines_of_all_owners_say_so_and_name_their_own_sources():
    account = new_oriental()
    of_all = {"net_income": "net_income_total", "equity": "equity_total"}
    whole = {
        key: item.model_copy(update={"figures": {of_all.get(k, k): f for k, f in item.figures.items()}})
        for key, item in account.statements.items()
    }
    lines = {
        line.key: line
        for line in compose(account.model_copy(update={"statements": whole})).calculation.customer.lines
    }
    assert lines["net_income"].label == "Net income including minorities"
    assert set(lines["net_income"].sources) == set(lines["equity"].sources) == {"Form 20-F"}

"""The Excel workbook computes: a changed cell changes everything that follows, exactly as the package would."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from accountkit import finance
from accountkit.brief import compose, write
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

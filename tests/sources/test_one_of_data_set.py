"""One company out of a quarter of the SEC's data sets, by name and by CIK, as `roe FILE.zip --entity NAME` reads it."""

import pytest

from accountkit import finance
from accountkit.errors import EntityNeeded, StatementError
from accountkit.sources import read, shape_of
from tests.sources.tables import DATA, values

QUARTER = DATA / "fsds" / "2010q2.zip"


@pytest.mark.parametrize("entity", ["MEDTRONIC INC", "medtronic", "64670", "0000064670"])
def test_a_company_is_found_by_name_part_of_a_name_and_number(entity):
    imported = read(QUARTER, entity=entity)
    assert imported.entity.startswith("MEDTRONIC")
    assert imported.kind == "companyfacts"


def test_bytes_are_read_like_the_file():
    assert (
        read(QUARTER.read_bytes(), "q.zip", entity="64670").statements
        == read(QUARTER, "q.zip", entity="64670").statements
    )


def test_without_a_name_the_companies_are_named():
    with pytest.raises(EntityNeeded) as caught:
        read(QUARTER)
    assert len(caught.value.entities) > 20 and "2010q2.zip has" in str(caught.value)
    with pytest.raises(StatementError, match="no annual report of “nobody at all”"):
        read(QUARTER, entity="Nobody at all")
    assert shape_of(QUARTER) == ""


def test_the_return_of_a_company_of_the_quarter():
    imported = read(QUARTER, entity="Medtronic")
    assert values(imported, "2010-04-30")["net_income"] == 3_099e6
    # by hand: 3,099 over the average of 14,629 and 13,182 (13,905.5) is 22.286 %
    latest = finance.dupont(imported.statements).latest
    assert latest.return_on_equity == pytest.approx(3_099 / 13_905.5)


@pytest.mark.parametrize(
    ("entity", "end", "gross", "net"),
    [
        # USD million. Vale, 20-F for 2009: revenues before taxes 23,939, taxes on revenues 628, net operating revenues 23,311;
        # total costs and expenses 17,254, operating income 6,057
        ("VALE S.A.", "2009-12-31", 23_939, 23_311),
        # Petrobras, 20-F for 2009: sales 115,892, net operating revenues 91,869 = costs 70,000 + operating income 21,869
        ("PETROLEO BRASILEIRO", "2009-12-31", 115_892, 91_869),
    ],
)
def test_revenue_is_the_one_after_sales_taxes_that_costs_and_operating_income_prove(entity, end, gross, net):
    statement = read(QUARTER, entity=entity).statements[end]
    assert statement.figures["revenue"].value == net * 1e6
    note = next(note for note in statement.notes if "was refused" in note)
    assert f"{gross / 1000:.3f}".rstrip("0") in note and "operating income and total costs add up to" in note


def test_pre_tax_income_tagged_as_profit_from_continuing_operations_is_known_by_the_tax():
    # Sony, 20-F for fiscal 2010, JPY million: income before taxes 26,912, taxes 13,958, net income 12,954
    found = values(read(QUARTER, entity="SONY CORP"), "2010-03-31")
    assert found["income_before_tax"] == 26_912e6
    assert "continuing_income" not in found

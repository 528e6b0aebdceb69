"""Sums by priority and the cell they name (methods.md, swot: the plant; the customer, and us in this account)."""

from __future__ import annotations

import pytest

from accountkit.brief.edition import customers
from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.environment.swot_rules import cells
from accountkit.model import Account, Evidence, Finding, apply
from tests.methods.plant import plant

KEY = "swot"


def one(statement: str, effect: str, priority: float, whose: str = "customer") -> Finding:
    return Finding(
        statement=statement,
        source_framework=KEY,
        source_item="us",
        effect=effect,
        priority=priority,
        whose=whose,
    )


CUSTOMER = {
    "moving": one("Buyers move to coated housings", "opportunity", 12),
    "subsidy": one("Subsidy for line control", "opportunity", 10),
    "duty": Finding(statement="Emission reporting duty", effect="threat", impact=4, likelihood=5),
    "fines": one("Fines for late delivery", "threat", 15),
    "buyers": one("Two large buyers for ten years", "strength", 9),
    "late": one("88 % on time", "weakness", 16),
    "sensors": Finding(
        statement="Rivals' cheaper sensors", effect="weakness", impact=3, likelihood=4, horizon="12_24"
    ),
}
US = {
    "cases": one("Two cases in the industry", "strength", 12, "us"),
    "new": one("New to the finance department", "weakness", 10, "us"),
    "head": one("The head of operations is new", "opportunity", 15, "us"),
    "rival": one("Rival A delivers already", "threat", 8, "us"),
}


def account(findings: dict[str, Finding], **update) -> Account:
    return plant().model_copy(update={"findings": findings, "plan": {}, **update})


def test_the_customers_sums_name_the_cell():
    reading = Analyses(account(CUSTOMER)).read(KEY)
    sums = {letter: reading.totals[f"customer.{letter}"] for letter in "SWOT"}
    assert sums == {"O": 22, "T": 35, "S": 9, "W": 22}
    assert reading.verdict == "WT" and cells(reading, "us") == []


def test_our_sums_are_our_own():
    reading = Analyses(account(CUSTOMER | US)).read(KEY)
    assert {letter: reading.totals[f"us.{letter}"] for letter in "SWOT"} == {
        "S": 12,
        "W": 10,
        "O": 15,
        "T": 8,
    }
    assert (cells(reading, "customer"), cells(reading, "us")) == (["WT"], ["SO"])


def test_equal_sums_show_both_cells():
    even = {
        "a": one("Up", "opportunity", 5),
        "b": one("Down", "threat", 5),
        "c": one("Strong", "strength", 1),
    }
    assert cells(Analyses(account(even)).read(KEY), "customer") == ["SO", "ST"]


def test_what_is_refuted_counts_nowhere_and_what_has_no_priority_is_marked():
    no = {"no": Evidence(source="Withdrawn", grade="C", status="refuted")}
    findings = {
        **CUSTOMER,
        "fines": CUSTOMER["fines"].model_copy(update={"evidence": ("no",)}),
        "x": Finding(statement="New"),
    }
    reading = Analyses(account(findings, evidence=no)).read(KEY)
    assert reading.totals["customer.T"] == 20
    assert [row.id for row in reading.rows if row.flags] == ["x"]


def test_our_strategy_goes_into_the_plan_once():
    known = account(US)
    (offer,) = Analyses(known).assess(KEY).suggestions
    known = apply(known, list(offer.edits()))
    (action,) = known.plan.values()
    assert action.action == "Account strategy: grow"
    assert not Analyses(known).assess(KEY).suggestions


def test_what_is_said_of_us_never_goes_to_the_customer():
    sure = {"e": Evidence(source="Report", grade="A", status="confirmed", confirmed_by="Analyst")}
    findings = {
        key: finding.model_copy(update={"evidence": ("e",)}) for key, finding in (CUSTOMER | US).items()
    }
    assert set(customers(account(findings, evidence=sure)).findings) == set(CUSTOMER)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            ["The customer is in the WT position: retreat or cooperate.", "We are in the SO position: grow."],
        ),
        ("zh_CN", ["客户处于WT：收缩或合作。", "我方处于SO：增长。"]),
    ],
)
def test_the_sentences(lang, said):
    with use_language(lang):
        lines = Analyses(account(CUSTOMER | US)).assess(KEY).brief
    assert [line.text for line in lines] == said and all(line.internal for line in lines)

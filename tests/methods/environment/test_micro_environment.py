"""Exposure, concentration and what follows (methods.md, micro_environment: no example is printed; worked here by hand).

Four buyers: 30 % × 5/5 = 30 %, 15 % × 3/5 = 9 %, 10 % × 1/5 = 2 %, 8 % without an effect. The three largest bring 55 %.
"""

from __future__ import annotations

import pytest

from accountkit.errors import InvalidEdit
from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.environment.micro_environment import METHOD
from accountkit.methods.findings import note as finding_note
from accountkit.methods.paths import checked
from accountkit.methods.problems.rules import classify
from accountkit.model import Account, Answer, Evidence, Row, apply
from tests.methods.plant import plant

KEY = "micro_environment"
BUYERS = (
    {
        "strategic_customer": "Car maker C",
        "revenue_share": 0.30,
        "effect": 5.0,
        "direction": "down",
        "change": "It buys from two suppliers",
    },
    {"strategic_customer": "Maker of machines", "revenue_share": 0.15, "effect": 3.0, "direction": "up"},
    {"strategic_customer": "Exporter", "revenue_share": 0.10, "effect": 1.0},
    {"strategic_customer": "Builder", "revenue_share": 0.08},
)


def account(buyers=BUYERS, *, refuted: int | None = None) -> Account:
    rows = {f"r{n}": Row(cells=cells, order=n) for n, cells in enumerate(buyers)}
    evidence = {"no": Evidence(source="A rumour", grade="C", status="refuted")}
    if refuted is not None:
        rows[f"r{refuted}"] = rows[f"r{refuted}"].model_copy(update={"evidence": ("no",)})
    return plant().model_copy(update={"answers": {KEY: Answer(rows=rows)}, "evidence": evidence})


def test_buyers_that_bring_more_than_there_is_are_summed_nowhere():
    found = account(
        [{"strategic_customer": str(n), "revenue_share": share} for n, share in enumerate((0.35, 0.2, 0.6))]
    )
    reading = Analyses(found).read(KEY)
    assert reading.alarms == ("over",) and reading.totals["top_three"] is None
    assert "%" not in reading.method.sentence(reading)
    assert not [one for one in reading.method.proposed(reading) if one.kind == "problem"]


@pytest.mark.parametrize("share", [1.5, -0.1])
def test_a_share_of_revenue_lies_between_nothing_and_all(share):
    found = account()
    path = f"answers/{KEY}/rows/r0/cells/revenue_share"
    with pytest.raises(InvalidEdit, match="share of a whole"):
        checked(found, METHOD, path, share)
    assert checked(found, METHOD, path, 1.0) == 1.0


def test_exposure_is_share_times_effect_over_five_and_sorts_the_list():
    rows = Analyses(account()).read(KEY).rows
    assert [row["exposure"] for row in rows] == pytest.approx([0.30, 0.09, 0.02, None], nan_ok=True)
    assert rows[0]["strategic_customer"] == "Car maker C"


def test_three_buyers_above_half_are_an_alarm_and_a_problem_to_prevent():
    known = account()
    found = Analyses(known).assess(KEY)
    assert found.detail.totals["top_three"] == pytest.approx(0.55)
    assert found.detail.alarms == ("concentrated",)
    change, concentration = found.suggestions
    assert change.text == "Save “Car maker C: It buys from two suppliers” as a finding?"
    known = apply(known, [*change.edits(), *concentration.edits()])
    problem = next(one for key, one in known.problems.items() if key != "delivery")
    assert problem.statement == "The three largest buyers bring 55\u202f% of revenue"
    assert (problem.current, problem.unit, classify(problem).primary) == (55.0, "%", "prevent")
    made = next(one for one in known.findings.values() if one.source_item == "r0")
    assert (made.affected_party, made.effect, made.impact, made.likelihood) == (
        "customers_customer",
        "threat",
        5,
        5,
    )
    assert finding_note(made) == "Micro-environment: strategic customers · threat"
    assert not Analyses(known).assess(KEY).suggestions


@pytest.mark.parametrize("known", [account(BUYERS[:2]), account(refuted=0)])
def test_half_or_less_is_no_alarm(known):
    assert Analyses(known).read(KEY).alarms == ()


@pytest.mark.parametrize(
    ("buyers", "rating"),
    [(BUYERS, 5), (BUYERS[:2], 4), (BUYERS[1:], 4), (BUYERS[2:], 2), ((), None)],
)
def test_the_buyers_concentration_of_the_five_forces_follows(buyers, rating):
    assert Analyses(account(buyers)).read("five_forces").value("buyer_concentration") == rating


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Car maker C brings 30\u202f% of revenue and is changing: it buys from two suppliers.",
        ),
        ("zh_CN", "Car maker C占收入的30%，正在发生变化：it buys from two suppliers。"),
    ],
)
def test_the_sentence(lang, said):
    with use_language(lang):
        lines = Analyses(account()).assess(KEY).brief
    assert [(line.text, line.internal) for line in lines] == [(said, False)]


def test_without_a_share_nothing_is_said_of_the_three_largest():
    known = account(({"strategic_customer": "Builder", "change": "A new owner"},))
    assert not [part for part in Analyses(known).assess(KEY).parts if "largest" in part.label]

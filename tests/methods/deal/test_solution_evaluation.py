"""The worked example of methods.md, solution_evaluation."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.methods.deal.solution_rules import best, new_indicators
from accountkit.model import Account, Answer, Doubt, Row, apply
from tests.methods.plant import answer, plant, sentence

KEY = "solution_evaluation"
ROWS: tuple[tuple[str, tuple[int, int, int | None], tuple[int, int, int], str, str], ...] = (
    ("Throughput of the coating step", (5, 5, 3), (4, 3, 2), "simulation", "accepted"),
    ("Batch traceability", (4, 3, 4), (5, 3, 4), "case", "shown"),
    ("Price", (3, 2, None), (2, 4, 3), "case", "planned"),
    ("Short run-in", (4, 3, 2), (3, 3, 4), "case", "planned"),
)


def row(n: int) -> Row:
    indicator, (importance, urgency, returned), (us, a, b), proof, status = ROWS[n]
    cells: dict[str, Any] = {
        "indicator": indicator,
        "importance": importance,
        "urgency": urgency,
        "return": returned,
        "our_score": us,
        "rival_a": a,
        "rival_b": b,
        "proof": proof,
        "proof_status": status,
    }
    return Row(cells=cells, order=n)


def account(rows: int = 4, **changes: Any) -> Account:
    kept = answer(rated={"evaluation_cost": 4}, name_a="A", name_b="B")
    rows_ = {f"r{n}": row(n) for n in range(rows)}
    doubts = {f"d{n}": Doubt(need_id="capacity", signal="?") for n in range(2)}
    return plant().model_copy(
        update={
            "answers": {f"{KEY}.capacity": Answer(**{**kept.model_dump(), "rows": rows_})},
            "doubts": doubts
            | {"other": Doubt(need_id="planning"), "done": Doubt(need_id="capacity", status="closed")},
            "wording": {
                "zh_CN": {
                    "Throughput of the coating step": "涂装工序产出",
                    "Coating capacity on line C": "C线涂装产能",
                }
            },
            **changes,
        }
    )


def read(known: Account):
    return Analyses(known).read(KEY, "capacity")


def test_the_weights_are_importance_times_urgency_times_a_third_of_the_return():
    assert {one["indicator"]: one["weight"] for one in read(account()).rows} == {
        "Throughput of the coating step": 25,
        "Batch traceability": 16,
        "Price": 6,
        "Short run-in": 8,
    }


def test_the_totals_of_us_and_each_rival_and_what_is_proven():
    totals = read(account()).totals
    assert totals["us"] == pytest.approx(216 / 55) and round(totals["us"], 2) == 3.93
    assert round(totals["a"], 2) == 3.11 and round(totals["b"], 2) == 2.98 and totals["c"] is None
    assert totals["coverage"] == 0.25


def test_what_sets_us_apart_comes_by_weight_times_lead():
    reading = read(account())
    assert [(one["indicator"], one["weight"] * one["lead"]) for one in best(reading)] == [
        ("Throughput of the coating step", 25),
        ("Batch traceability", 16),
    ]
    assert reading.alarms == ("lighter_test",)


def test_a_rival_is_called_by_its_name():
    reading = read(account())
    named = {column.key: reading.heading(column) for column in reading.method.columns}
    assert (named["rival_a"], named["rival_b"], named["rival_c"]) == ("A", "B", "Third rival's score")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "“Coating capacity on line C”: our unique value is throughput of the coating step (weight 25), proven by simulation or demo; open doubts: 2.",
        ),
        ("zh_CN", "“C线涂装产能”：独特价值为涂装工序产出（权重25），以模拟演示证明；未解疑虑2项。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang, "capacity") == said


def test_where_no_proof_is_accepted_or_nothing_sets_us_apart_it_says_so():
    known = account()
    rows = known.answers[f"{KEY}.capacity"].rows
    without = known.answers[f"{KEY}.capacity"].model_copy(update={"rows": {"r1": rows["r1"]}})
    said = sentence(known.model_copy(update={"answers": {f"{KEY}.capacity": without}}), KEY, "en", "capacity")
    assert "not proven yet" in said
    price = without.model_copy(update={"rows": {"r2": rows["r2"]}})
    said = sentence(known.model_copy(update={"answers": {f"{KEY}.capacity": price}}), KEY, "en", "capacity")
    assert said.endswith("nothing sets us apart yet; open doubts: 2.")


def test_indicators_of_the_need_become_rows_once():
    known = account()
    need = known.needs["capacity"].model_copy(update={"indicators": "Price\nNoise; Noise\nEnergy"})
    known = known.model_copy(update={"needs": {**known.needs, "capacity": need}})
    assert new_indicators(read(known)) == ["Noise", "Energy"]
    (offer,) = Analyses(known).assess(KEY, "capacity").suggestions
    after = apply(known, offer.edits())
    assert [one["indicator"] for one in read(after).rows][-2:] == ["Noise", "Energy"]
    assert not Analyses(after).assess(KEY, "capacity").suggestions

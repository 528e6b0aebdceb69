"""The worked example of methods.md, value_proposition_canvas."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.methods.deal.value_rules import missing
from accountkit.model import Account, Answer, Doubt, Row, apply
from tests.methods.plant import sentence, with_deal

KEY = "value_proposition_canvas"
ROWS: tuple[tuple[str | None, str | None, int | None, str | None], ...] = (
    ("pain", "Late deliveries", 5, "Throughput control"),
    ("pain", "Fines", 4, None),
    ("pain", "Standstill while changing over", 4, "Change-over in the August stop"),
    ("gain", "Ready for export", 3, "Batch traceability"),
    ("gain", "Calmer shifts", 2, None),
    (None, None, None, "Dashboard"),
)


def account(rows: int = 6, **changes: Any) -> Account:
    kept = {
        f"r{n}": Row(cells={"side": side, "theirs": theirs, "importance": importance, "ours": ours}, order=n)
        for n, (side, theirs, importance, ours) in enumerate(ROWS[:rows])
    }
    known = with_deal({f"{KEY}.control": Answer(rows=kept)}, need_ids=("capacity",))
    wording = {"zh_CN": {**known.wording["zh_CN"], "Fines": "罚款", "Dashboard": "看板"}}
    return known.model_copy(update={"wording": wording, **changes})


def read(known: Account):
    return Analyses(known).read(KEY, "control")


def test_the_fit_is_12_of_18():
    reading = read(account())
    assert reading.totals["fit"] == pytest.approx(12 / 18) and reading.alarms == ()
    flags = {row["theirs"] or row["ours"]: row.flags for row in reading.rows if row.flags}
    assert flags == {"Fines": ("open",), "Dashboard": ("unasked",)}


def test_a_fit_below_half_leads_back_to_the_problem():
    known = account()
    rows = {key: row for key, row in known.answers[f"{KEY}.control"].rows.items() if key in ("r1", "r3")}
    known = known.model_copy(update={"answers": {f"{KEY}.control": Answer(rows=rows)}})
    assert read(known).totals["fit"] == pytest.approx(3 / 7) and read(known).alarms == ("low_fit",)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Coating line control meets 67 % of what matters to the customer; open: fines. Not asked for: dashboard.",
        ),
        ("zh_CN", "涂装线管控方案覆盖客户看重事项的67%；未覆盖：罚款。无人需要：看板。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang) == said


def test_where_all_that_weighs_is_met_nothing_is_open():
    assert "open: none." in sentence(account(rows=1), KEY, "en")


def test_problems_of_the_deal_and_doubts_as_they_were_voiced_become_rows_once():
    """What is behind a doubt is private and stays out."""
    doubt = Doubt(opportunity_id="control", signal="A standstill", hidden_worry="Secret")
    known = account(doubts={"d": doubt, "other": Doubt(signal="Of no deal")})
    assert missing(read(known)) == [("pain", "On-time delivery fell"), ("pain", "A standstill")]
    (offer,) = Analyses(known).assess(KEY, "control").suggestions
    after = apply(known, offer.edits())
    assert not missing(read(after)) and "Secret" not in str(after.answers)

"""The worked example of methods.md, solution_selling_stages."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.model import Account, Answer, Doubt, Row
from tests.methods.plant import sentence, with_deal

KEY = "solution_selling_stages"
PROVEN = {
    "indicator": "Throughput",
    "importance": 5,
    "urgency": 5,
    "our_score": 4,
    "rival_a": 3,
    "proof_status": "accepted",
}
OPEN = {"study": Doubt(stakeholder_id="operations", signal="need more study", need_id="capacity")}


def account(doubts: dict[str, Doubt] = OPEN, proof: str = "accepted", **fields: Any) -> Account:
    """The need is addressable and its problem admitted, the throughput proof accepted; the head of operations decides."""
    rows = {"r": Row(cells={**PROVEN, "proof_status": proof})}
    known = with_deal(
        {"solution_evaluation.capacity": Answer(rows=rows)}, **{"need_ids": ("capacity",), **fields}
    )
    decides = known.stakeholders["operations"].model_copy(update={"decision_roles": ("decider_active",)})
    people = {**known.stakeholders, "operations": decides}
    return known.model_copy(update={"stakeholders": people, "doubts": doubts})


def read(known: Account):
    return Analyses(known).read(KEY, "control")


def test_an_open_concern_of_who_decides_keeps_the_deal_at_trust_2_of_6_done():
    reading = read(account())
    assert (reading.verdict, reading.at, reading.flags) == ("trust", 2, ())


@pytest.mark.parametrize(
    ("known", "verdict", "at"),
    [
        (account(need_ids=()), "need_survey", 0),
        (account(proof="shown"), "presentation", 1),
        (account({}), "contract_path", 3),
        (account({"eased": OPEN["study"].model_copy(update={"status": "eased"})}), "contract_path", 3),
        (account({"other": OPEN["study"].model_copy(update={"stakeholder_id": "it"})}), "contract_path", 3),
        (
            account({"other": OPEN["study"].model_copy(update={"opportunity_id": "another"})}),
            "contract_path",
            3,
        ),
        (account({}, outcome="won"), "implementation", 4),
    ],
)
def test_the_present_stage_is_the_first_whose_exit_is_not_met(known, verdict, at):
    reading = read(known)
    if at:
        assert (reading.verdict, reading.at) == (verdict, at)
    else:
        assert reading.value(verdict) is None


def test_a_proof_before_the_problem_is_acknowledged_is_speaking_before_asking():
    known = account(proof="shown")
    silent = {key: one.model_copy(update={"admits": ()}) for key, one in known.stakeholders.items()}
    reading = read(known.model_copy(update={"stakeholders": silent}))
    assert (reading.verdict, reading.flags) == ("need_survey", ("speaking_first",))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Coating line control is at stage 3 of 6: building the customer's trust. Still to do: no decision maker has an open concern.",
        ),
        ("zh_CN", "涂装线管控方案处于第3阶段（共6阶段）：客户信任建立。待完成：决策人无未解疑虑。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang) == said

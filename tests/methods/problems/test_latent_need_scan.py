"""What does not hold becomes a problem (methods.md, latent_need_scan: no example is printed there)."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.problems.rules import classify
from accountkit.model import Account, Answer, Value, apply
from tests.methods.plant import GRADES, plant

KEY = "latent_need_scan"
DOUBTS = {
    "strategy_effective": "met",
    "management": "met",
    "people": "not_met",
    "people_doubt": "Setters for the new line are missing",
    "people_source": "problem",
    "culture": "unknown",
    "institution": "not_met",
    "institution_source": "risk",
}
ALL = {key: "met" for key in ("strategy_effective", "management", "people", "culture", "institution")}


def account(values: dict[str, str]) -> Account:
    answer = Answer(values={key: Value(value=value, evidence=("said",)) for key, value in values.items()})
    return plant().model_copy(update={"answers": {KEY: answer}, "evidence": GRADES})


def test_each_doubt_makes_a_problem_with_its_finding_and_evidence():
    known = account(DOUBTS)
    found = Analyses(known).assess(KEY)
    assert (found.band, found.rated, found.total) == ("fail", 4, 5)
    assert [one.kind for one in found.suggestions] == ["problem", "problem"]
    for offer in found.suggestions:
        known = apply(known, list(offer.edits()))
    made = [one for key, one in known.problems.items() if key != "delivery"]
    assert [one.statement for one in made] == [
        "Setters for the new line are missing",
        "Doubt about rules and systems",
    ]
    assert [one.admitted for one in made] == ["unknown", "unknown"], "latent until the customer confirms it"
    assert [one.evidence for one in made] == [("said",), ("said",)]
    assert [known.findings[one.finding_ids[0]].source_framework for one in made] == [KEY, KEY]
    assert not Analyses(known).assess(KEY).suggestions


@pytest.mark.parametrize(
    ("source", "primary", "effect"),
    [("problem", None, "threat"), ("opportunity", None, "opportunity"), ("risk", "prevent", "threat")],
)
def test_a_hidden_risk_is_one_to_prevent(source, primary, effect):
    known = account({**ALL, "people": "not_met", "people_source": source})
    (offer,) = Analyses(known).assess(KEY).suggestions
    known = apply(known, list(offer.edits()))
    problem = next(one for key, one in known.problems.items() if key != "delivery")
    assert classify(problem).primary == primary
    assert known.findings[problem.finding_ids[0]].effect == effect


@pytest.mark.parametrize(
    ("values", "lang", "said"),
    [
        (
            DOUBTS,
            "en",
            "Likely latent need: Setters for the new line are missing (business problem, confirmed), "
            "Doubt about rules and systems (hidden risk, confirmed).",
        ),
        (ALL, "en", "The strategy holds in this market."),
        (ALL, "zh_CN", "该策略在当前市场中成立。"),
    ],
)
def test_two_answers_are_two_readings(values, lang, said):
    with use_language(lang):
        found = Analyses(account(values)).assess(KEY)
    assert found.sentence == said and [line.internal for line in found.brief] == [False]

"""Motive score, risk multiple, gates, state and next move: the worked example of methods.md, number for number."""

import datetime as dt

import pytest

from accountkit import methods
from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.motives.items import GROUPS, NEXT_MOVE
from accountkit.methods.motives.reading import motives
from accountkit.methods.motives.returns import present_value
from accountkit.model import Edit, Figure, Statement, apply, remove


def motive(account, *edits):
    """The motive of the account after some edits of it, by field."""
    account = apply(account, [Edit(f"motives/act/{field}", value) for field, value in edits])
    return next(one for one in read(account) if one.id == "act")


def read(account):
    return motives(Analyses(account))


def test_the_worked_score_is_66_25_and_forming(worked):
    act = motive(worked)
    assert act.means == pytest.approx({"effects": 4.0, "urgency": 4.0, "vision": 3.0, "harm": 2.8})
    assert act.score == pytest.approx(66.25)
    assert (act.band, act.verdict) == ("forming", "forming")


def test_the_worked_parts_are_26_25_18_75_7_5_and_13_75(worked):
    """0.35·0.75, 0.25·0.75, 0.15·0.50 and 0.25·(1 − 0.45), each times 100."""
    parts = methods.assess(worked, "motive_assessment").parts
    assert [part.value_text for part in parts] == ["26.3", "18.8", "7.5", "13.8"]


def test_the_worked_multiple_is_4_5_and_the_return_350_per_cent(worked):
    money = motive(worked).money
    assert (money.benefit, money.given_up) == (pytest.approx(5.4e6), pytest.approx(1.2e6))
    assert (money.multiple, money.roi) == (pytest.approx(4.5), pytest.approx(3.5))


def test_the_worked_shortfall_is_0_6_m_of_benefit_or_cost_down_to_1_08_m(worked):
    money = motive(worked).money
    assert (money.needed, money.falls_short) == (5, True)
    assert money.benefit_short == pytest.approx(0.6e6)
    assert money.cost_at_most == pytest.approx(1.08e6)


def test_the_worked_state_is_motivated_and_lacks_a_budget(worked):
    act = motive(worked)
    assert (act.state, act.missing) == ("motivated", ("budget",))


def test_the_worked_next_move_is_the_obstacle(worked):
    assert motive(worked).weakest == "obstacle"
    sentence = methods.assess(worked, "motive_assessment").sentence.replace("\u202f", " ")
    assert sentence == (
        "Head of operations: Coating capacity on line C. To reach the threshold: US$ 600 k more benefit or US$ 120 k less cost. "
        "Main concern: an obstacle. Find out who would lose, and win a sponsor."
    )


def test_payback_and_present_value(worked):
    """1.8 m a year against 1.2 m: two thirds of a year; 1.8/1.1 + 1.8/1.21 + 1.8/1.331 − 1.2 = 3.2763 m at 10 %."""
    money = motive(worked).money
    assert money.payback == pytest.approx(2 / 3)
    assert money.present_value == pytest.approx(3_276_333.6, abs=0.1)
    assert present_value(100, 1.5, 0.0) == pytest.approx(150)


def test_an_emergency_fix_counts_half(worked):
    assert motive(worked, ("degree", "temporary")).money.multiple == pytest.approx(2.25)


def test_a_loss_that_is_only_probable_counts_times_its_probability(worked):
    """(1.2 + 0.5 × 0.6) × 3 / 1.2 = 3.75"""
    assert motive(worked, ("probability", 0.5)).money.multiple == pytest.approx(3.75)


@pytest.mark.parametrize(
    ("edits", "missing"),
    [
        ([("gain", None), ("loss", None)], ("gain",)),
        ([("years", None)], ("years",)),
        (
            [("outlay", None), ("opportunity_cost", None), ("change_cost", None), ("skill_cost", None)],
            ("outlay",),
        ),
        ([("outlay", 0), ("opportunity_cost", 0), ("change_cost", 0), ("skill_cost", 0)], ("outlay",)),
    ],
)
def test_money_not_entered_on_one_side_is_not_measured(worked, edits, missing):
    act = motive(worked, *edits)
    assert (act.money.multiple, act.money.missing) == (None, missing)
    assert act.verdict == "forming", "what is not measured gates nothing"


@pytest.mark.parametrize(
    ("adopter", "needed"),
    [
        ("innovator", 2),
        ("opinion_leader", 2),
        ("deliberate", 5),
        ("traditional", 10),
        ("laggard", 10),
        (None, None),
    ],
)
def test_the_appetite_follows_from_the_adopter_class(worked, adopter, needed):
    account = apply(worked, [Edit("motives/act/appetite", None), Edit("stakeholders/coo/adopter", adopter)])
    assert read(account)[0].money.needed == needed


STRONG = [
    (f"ratings/{key}/value", 5)
    for key in ("unsolved_long", "unsolved_spread", "solved_long", "solved_spread")
]
STRONG += [(f"ratings/{key}/value", 1) for key in ("risk", "obstacle", "process_change", "skill")]


def test_a_multiple_below_the_threshold_holds_a_strong_score_at_forming(worked):
    act = motive(worked, *STRONG)
    assert (act.band, act.verdict, act.gates) == ("strong", "forming", ("multiple",))
    assert motive(worked, *STRONG, ("appetite", "bold")).verdict == "strong"


def test_a_faint_vision_holds_at_forming_and_below_motivated(worked):
    act = motive(worked, *STRONG, ("appetite", "bold"), ("ratings/vision/value", 2))
    assert (act.band, act.verdict, act.gates) == ("strong", "forming", ("vision",))
    assert act.state == "latent"


def test_no_personal_fit_holds_at_weak_unless_pushed_from_above(worked):
    assert motive(worked, ("personal_fit", 0)).verdict == "weak"
    assert motive(worked, ("personal_fit", 0), ("pushed_from_above", True)).verdict == "forming"


def test_a_need_becomes_explicit_with_a_budget(worked):
    assert motive(worked, ("budget", 2e6)).state == "explicit"


def test_people_s_time_stands_for_a_budget_in_a_small_organisation_only(worked):
    assert motive(worked, ("time_resource", "yes")).state == "motivated"
    for revenue, state in ((8e6, "explicit"), (80e6, "motivated")):
        year = Statement(period_end=dt.date(2025, 12, 31), figures={"revenue": Figure(value=revenue)})
        account = apply(worked, [Edit("statements/2025-12-31", year)])
        assert motive(account, ("time_resource", "yes")).state == state


def test_no_state_without_an_admitted_problem(worked):
    account = apply(worked, [Edit("problems/late/admitted", "unknown")])
    assert read(account)[0].state == "none"
    account = apply(account, [Edit("stakeholders/coo/admits", ["late"])])
    assert read(account)[0].state == "motivated"


def test_nine_of_ten_ratings_give_a_score_and_no_band(worked):
    account = apply(worked, [remove("motives/act/ratings/skill")])
    act = read(account)[0]
    assert (act.rated, act.band) == (9, None)
    assert act.means["harm"] == pytest.approx((2 * 3 + 4 + 2) / 4)
    assert act.score is not None
    verdict = methods.assess(account, "motive_assessment")
    assert (verdict.band, verdict.band_label) == (None, "9 of 10 rated, too few to judge")


def test_a_part_without_ratings_leaves_the_others_their_weight(worked):
    account = apply(worked, [remove("motives/act/ratings/urgency")])
    """(0.2625 + 0.075 + 0.1375) / (0.35 + 0.15 + 0.25) = 63.33"""
    assert read(account)[0].score == pytest.approx(63.333, abs=0.001)


def test_a_refuted_rating_counts_nowhere(worked):
    account = apply(worked, [Edit("motives/act/ratings/urgency/evidence", ["wrong"])])
    act = read(account)[0]
    assert (act.rated, act.urgency) == (9, None)


def test_the_confirmed_is_over_confirmed_ratings_alone(worked):
    assert motive(worked).confirmed is None
    account = apply(worked, [Edit("motives/act/ratings/urgency/evidence", ["law"])])
    assert read(account)[0].confirmed == pytest.approx(75)


def test_every_item_has_its_own_next_move():
    assert set(NEXT_MOVE) == {item.key for group in GROUPS for item in group.items}


def test_the_readiest_motive_comes_first(worked):
    account = apply(
        worked,
        [
            Edit("problems/other", {"statement": "Another", "felt_by": ["coo"]}),
            Edit(
                "motives/best",
                {**worked.motives["act"].model_dump(mode="json"), "problem_id": "other", "need_id": None},
            ),
        ],
    )
    assert [m.id for m in read(account)] == ["act", "best"], "an admitted problem is nearer"
    account = apply(account, [Edit("problems/other/admitted", "yes"), Edit("motives/best/budget", 1e6)])
    assert [m.id for m in read(account)] == ["best", "act"]


def test_the_brief_says_state_score_effect_fear_and_multiple(worked):
    text = methods.assess(worked, "motive_assessment").brief[0].text
    assert text == (
        "Head of operations: motivated by ending a growing loss, concerned about the obstacles (need state: "
        "motivated; score 66). The benefit is 4.5 times the total cost, below the threshold of 5."
    )


def test_a_person_s_own_words_take_the_place_of_the_phrase(worked):
    account = apply(worked, [Edit("motives/act/ratings/unsolved_long/note", "Fewer penalties.")])
    assert (
        "motivated by Fewer penalties, concerned"
        in methods.assess(account, "motive_assessment").brief[0].text
    )


def test_without_money_the_multiple_is_left_out_and_no_hole_is_printed(worked):
    account = apply(worked, [Edit("motives/act/years", None)])
    for lang in ("en", "zh_CN"):
        with use_language(lang):
            text = methods.assess(account, "motive_assessment").brief[0].text
            assert "4.5" not in text
            assert "–" not in text


def test_a_motivated_person_is_asked_for_a_commitment(worked):
    account = apply(worked, [Edit("commitments", {})])
    account = apply(account, methods.accept(account, "motive_assessment.commitment.act"))
    made = next(iter(account.commitments.values()))
    assert (made.stakeholder_id, made.motive_id, made.status) == ("coo", "act", "planned")

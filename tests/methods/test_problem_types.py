"""Problem types by their measure, trees, size, worth and offers (methods.md, problem_types)."""

import datetime as dt

import pytest

from accountkit import methods
from accountkit.methods.problems import problem_types
from accountkit.methods.problems import reading as problem_reading
from accountkit.methods.problems.rules import classify, grow, path_to
from accountkit.methods.problems.sentences import measured
from accountkit.model import Edit, Figure, Node, Problem, Stakeholder, Statement, apply


def test_the_worked_delivery_on_time_is_a_restore_problem_with_part_8():
    gap = classify(Problem(past_best=96, current=88, expected=98))
    assert gap.types == ("restore",)
    assert (gap.restore_part, gap.ideal_part) == (8, None)
    assert gap.tolerance == pytest.approx(4.8)


def test_the_worked_expected_102_has_parts_8_and_6_and_stays_restore_first():
    gap = classify(Problem(past_best=96, current=88, expected=102))
    assert gap.types == ("restore", "pursue_ideal")
    assert (gap.restore_part, gap.ideal_part) == (8, 6)


def test_the_larger_part_is_primary():
    """b 96, c 88, x 110: restore min(96 − 88, 110 − 88) = 8, ideal 110 − 96 = 14."""
    assert classify(Problem(past_best=96, current=88, expected=110)).types == ("pursue_ideal", "restore")


def test_the_part_to_restore_is_at_most_what_is_wanted():
    """b 96, c 80, x 85: only 5 of the 16 lost are wanted back."""
    assert classify(Problem(past_best=96, current=80, expected=85)).restore_part == 5


def test_lower_is_better_turns_the_values():
    """Scrap: best 2, now 6, wanted 3. Turned: −6 < −2 − 0.1 and −3 > −6, part min(4, 3) = 3."""
    gap = classify(Problem(direction="lower", past_best=2, current=6, expected=3))
    assert (gap.types, gap.restore_part) == (("restore",), 3)


def test_a_decline_that_the_customer_accepts_is_no_gap():
    gap = classify(Problem(past_best=96, current=88, expected=88))
    assert (gap.types, gap.measured) == ((), True)


def test_without_a_past_best_more_than_now_pursues_the_ideal():
    assert classify(Problem(current=12, expected=20)).types == ("pursue_ideal",)
    assert classify(Problem(current=100, expected=104)).types == ()


def test_the_default_tolerance_is_of_the_current_value_where_the_best_is_zero():
    assert classify(Problem(past_best=0, current=-40, expected=0)).tolerance == 2


@pytest.mark.parametrize(("trend", "types"), [(3, ()), (4, ("prevent",)), (None, ())])
def test_prevent_needs_a_rising_risk(trend, types):
    assert classify(Problem(past_best=96, current=95, expected=96, risk_trend=trend)).types == types


def test_prevent_is_primary_only_if_neither_other_type_holds():
    gap = classify(Problem(past_best=96, current=95, expected=110, risk_trend=5))
    assert gap.types == ("pursue_ideal", "prevent")


def test_a_lost_best_is_not_still_acceptable():
    assert classify(Problem(past_best=96, current=80, expected=80, risk_trend=5)).types == ()


def test_nothing_measured_is_not_the_verdict_no_problem(worked):
    account = apply(worked, [Edit("problems/new", Problem(statement="Something is wrong"))])
    entry = problem_types.measure(account).entry("new")
    assert entry.verdict == "not quantified"
    account = apply(account, [Edit("problems/late/current", 96), Edit("problems/late/expected", 96)])
    assert problem_types.measure(account).entry("late").verdict == "not a problem yet; keep watching"


def test_each_type_has_its_three_methods(worked):
    assert problem_types.measure(worked).entry("late").methods == ("composition", "trace_back", "difference")


def test_compared_with_a_rival_the_difference_comparison_comes_first(worked):
    rival = Problem(current=12, expected=20, rival="Best of the peers")
    account = apply(worked, [Edit("problems/gap", rival)])
    entry = problem_types.measure(account).entry("gap")
    assert entry.gap.primary == "pursue_ideal"
    assert entry.methods[0] == "difference"


def test_questions_are_asked_in_order():
    asked = []
    problem = Problem()
    answers = [
        ("current", 88.0),
        ("expected", 98.0),
        ("risk_trend", 3),
        ("felt_by", ("coo",)),
        ("admitted", "no"),
    ]
    for field, value in answers:
        asked.append(problem_reading.next_question(problem))
        problem = problem.model_copy(update={field: value})
    assert asked == ["past_best", "past_best", "risk_trend", "felt_by", "felt_by"]
    assert problem_reading.next_question(problem) is None
    assert problem_reading.next_question(Problem(past_best=96)) == "current"


def test_a_tree_two_deep_with_two_branches_is_analysed(worked):
    tree = problem_types.measure(worked).entry("late").tree
    assert (tree.depth, tree.branches, tree.analysed) == (2, 2, True)


@pytest.mark.parametrize(
    "nodes",
    [
        {"a": Node(text="a"), "b": Node(text="b", parent="a")},
        {"a": Node(text="a"), "b": Node(text="b")},
        {},
    ],
)
def test_a_tree_with_one_branch_or_one_level_is_shallow(nodes):
    assert not grow(nodes).analysed


def test_a_ring_and_a_lost_parent_are_orphans_and_end():
    nodes = {"a": Node(parent="b"), "b": Node(parent="a"), "c": Node(parent="gone"), "d": Node()}
    assert set(grow(nodes).orphans) == {"a", "b", "c"}
    assert path_to(nodes, "a") is not None


def test_the_path_of_a_need_is_the_chain_of_why(worked):
    nodes = worked.problems["late"].nodes
    assert path_to(nodes, "capacity") == ("Coating holds line C up", "Coating capacity on line C")


def test_size_counts_findings_people_and_layers(worked):
    assert problem_types.measure(worked).entries[0].size == 3
    account = apply(worked, [Edit("problems/late/finding_ids", ["duty", "gone"])])
    assert problem_types.measure(account).entries[0].size == 3


def test_admitted_problems_come_first_then_the_larger(worked):
    account = apply(
        worked,
        [
            Edit(
                "problems/big",
                Problem(statement="Big", finding_ids=("duty", "sensors"), felt_by=("coo",), layer="customer"),
            ),
            Edit("problems/small", Problem(statement="Small")),
            Edit("problems/shut", Problem(statement="Closed", closed=True)),
        ],
    )
    reading = problem_types.measure(account)
    assert [entry.id for entry in reading.entries] == ["late", "big", "small"]
    assert reading.closed == ("shut",)


def test_a_leaf_that_we_can_act_on_is_offered_as_a_need_once(worked):
    account = apply(worked, [Edit("needs", {}), Edit("motives", {})])
    offers = {offer.id for offer in methods.suggestions(account, "problem_types")}
    assert "problem_types.need.late.capacity" in offers
    assert "problem_types.need.late.staff" not in offers, "what is not ours to act on is no need"
    account = apply(account, methods.accept(account, "problem_types.need.late.capacity"))
    assert [(n.node_id, n.statement) for n in account.needs.values()] == [
        ("capacity", "Coating capacity on line C")
    ]
    assert "problem_types.need.late.capacity" not in {
        o.id for o in methods.suggestions(account, "problem_types")
    }


def test_a_leaf_of_a_pursued_ideal_must_be_smart(worked):
    goal = Problem(current=12, expected=20, nodes={"n": Node(text="Traceability", addressable="yes")})
    account = apply(worked, [Edit("problems/goal", goal)])
    need = "problem_types.need.goal.n"
    assert need not in {o.id for o in methods.suggestions(account, "problem_types")}
    account = apply(account, [Edit("problems/goal/nodes/n/smart", True)])
    assert need in {o.id for o in methods.suggestions(account, "problem_types")}


def test_a_need_is_offered_a_motive_for_each_who_feels_it(worked):
    account = apply(
        worked,
        [
            Edit("stakeholders/cfo", Stakeholder(role_title="Finance")),
            Edit("problems/late/felt_by", ["coo", "cfo"]),
        ],
    )
    account = apply(account, methods.accept(account, "problem_types.motive.coat.cfo"))
    made = [m for m in account.motives.values() if m.stakeholder_id == "cfo"]
    assert [(m.problem_id, m.need_id) for m in made] == [("late", "coat")]


def test_a_prevent_problem_hands_probability_and_loss_to_the_motive(worked):
    risk = Problem(statement="One buyer", risk_trend=5, probability=0.3, loss=9e7, felt_by=("coo",))
    account = apply(worked, [Edit("problems/risk", risk)])
    entry = problem_types.measure(account).entry("risk")
    assert entry.worth.amount == pytest.approx(2.7e7), "0.3 × 90 m a year"
    account = apply(account, methods.accept(account, "problem_types.motive.risk.coo"))
    made = next(m for m in account.motives.values() if m.problem_id == "risk")
    assert (made.probability, made.loss, made.gain) == (0.3, 9e7, None)


def test_a_margin_gap_is_worth_its_share_of_revenue(worked):
    statement = Statement(period_end=dt.date(2025, 12, 31), figures={"revenue": Figure(value=500e6)})
    margin = Problem(driver="margin", unit="%", past_best=8, current=5, expected=8)
    account = apply(worked, [Edit("statements/2025-12-31", statement), Edit("problems/m", margin)])
    worth = problem_types.measure(account).entry("m").worth
    assert (worth.amount, worth.yearly) == (pytest.approx(15e6), True), "3 % of 500 m"


def test_faster_turnover_frees_assets_once(worked):
    statement = Statement(period_end=dt.date(2025, 12, 31), figures={"revenue": Figure(value=500e6)})
    slow = Problem(driver="turnover", unit="×", past_best=1.25, current=1, expected=1.25)
    account = apply(worked, [Edit("statements/2025-12-31", statement), Edit("problems/t", slow)])
    worth = problem_types.measure(account).entry("t").worth
    assert (worth.amount, worth.yearly) == (pytest.approx(100e6), False), "500 / 1 − 500 / 1.25"


def test_the_brief_names_who_admits_what_and_by_which_method_to_which_need(worked):
    account = apply(worked, [Edit("problems/late/worksheets/composition/rows/a/part", "Line C")])
    assert methods.assess(account, "problem_types").brief[0].text.replace("\u202f", " ") == (
        "Head of operations has acknowledged this problem: Delivery on time at 88 %, best 96 %. "
        "Need, found by composition analysis: Coating capacity on line C."
    )


def test_a_problem_that_nobody_admits_stays_out_of_the_brief(worked):
    account = apply(worked, [Edit("problems/late/admitted", "unknown")])
    assert methods.assess(account, "problem_types").brief == ()
    assert not problem_types.measure(account).entries[0].admitted


def test_three_capitals_are_a_currency_only_if_they_are_one():
    assert measured(1200, "FTE") == "1,200 FTE"
    assert measured(12e6, "EUR") == "€ 12\u202fm"

"""What holds for any account: blanks never count as zero, refuted claims count nowhere, bounds, no failure on any input."""

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accountkit import methods
from accountkit.methods import Analyses
from accountkit.methods.environment.force_drivers import FORCES
from accountkit.methods.environment.force_reading import five_forces
from accountkit.methods.environment.pest_prompts import DIMENSIONS
from accountkit.methods.environment.pest_reading import pest, priority
from accountkit.methods.motives.items import GROUPS
from accountkit.methods.motives.reading import motives as motives_of
from accountkit.methods.problems.rules import classify, grow
from accountkit.model import Account, Answer, Evidence, Finding, Motive, Node, Problem, Rating, Stakeholder

DRIVERS = tuple(item for force in FORCES for item in force.items)
ITEMS = tuple(item for group in GROUPS for item in group.items)
LEDGER = {
    "yes": Evidence(grade="A", status="confirmed", date=dt.date(2025, 1, 1)),
    "no": Evidence(grade="B", status="refuted", date=dt.date(2025, 2, 1)),
}
stars = st.none() | st.integers(1, 5)
grounds = st.sampled_from([(), ("yes",), ("no",), ("gone",)])
ratings = st.builds(Rating, value=stars, evidence=grounds)
amounts = st.none() | st.floats(-1e12, 1e12)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
findings = st.builds(
    Finding,
    statement=st.text(max_size=20),
    source_item=st.sampled_from(["political", "social", "legal"]),
    effect=st.sampled_from(["opportunity", "threat", "strength", "weakness"]),
    impact=stars,
    likelihood=stars,
    horizon=st.sampled_from(["now", "6_12", "12_24", "over_24"]),
    evidence=grounds,
)
problems = st.builds(
    Problem,
    statement=st.text(max_size=20),
    metric=st.text(max_size=5),
    past_best=amounts,
    current=amounts,
    expected=amounts,
    direction=st.sampled_from(["higher", "lower"]),
    risk_trend=stars,
    evidence=grounds,
    admitted=st.sampled_from(["yes", "no", "unknown"]),
    probability=st.none() | st.floats(0, 1),
    loss=amounts,
    nodes=st.dictionaries(
        st.sampled_from("abcd"),
        st.builds(Node, text=st.text(max_size=5), parent=st.none() | st.sampled_from("abcde")),
    ),
)
motives = st.builds(
    Motive,
    stakeholder_id=st.sampled_from(["s", "gone"]),
    problem_id=st.none() | st.just("p"),
    ratings=st.dictionaries(st.sampled_from([item.key for item in ITEMS]), ratings),
    gain=amounts,
    loss=amounts,
    years=st.none() | st.floats(0.1, 50),
    outlay=amounts,
    personal_fit=amounts,
    degree=st.sampled_from([None, "temporary", "fundamental"]),
)
accounts = st.builds(
    Account,
    slug=st.just("any"),
    review_date=st.just(dt.date(2026, 1, 1)),
    evidence=st.just(LEDGER),
    findings=st.dictionaries(st.sampled_from(["f1", "f2", "f3"]), findings),
    problems=st.dictionaries(st.sampled_from(["p", "q"]), problems),
    stakeholders=st.just({"s": Stakeholder(role_title="Head")}),
    motives=st.dictionaries(st.sampled_from(["m1", "m2"]), motives),
    answers=st.fixed_dictionaries(
        {
            "five_forces": st.builds(
                Answer, ratings=st.dictionaries(st.sampled_from([item.key for item in DRIVERS]), ratings)
            )
        }
    ),
)


@quick
@given(accounts)
def test_no_account_breaks_a_framework_and_no_text_has_a_hole(account):
    for key in methods.REGISTRY:
        verdict = methods.assess(account, key)
        assert verdict.sentence
        assert 0 <= verdict.coverage <= 1
        assert all(line.status != "refuted" for line in verdict.brief)
        assert len({offer.id for offer in verdict.suggestions}) == len(verdict.suggestions)
    analyses = methods.Analyses(account)
    methods.gaps(analyses), methods.picture(analyses), methods.openers(analyses)
    assert 0 <= methods.completeness(account).share <= 1


@quick
@given(st.lists(ratings, min_size=1, max_size=7))
def test_a_mean_is_that_of_what_is_rated_and_not_refuted(given_ratings):
    rated = {i.key: r for i, r in zip(FORCES[0].items, given_ratings, strict=False)}
    account = Account(slug="any", evidence=LEDGER, answers={"five_forces": Answer(ratings=rated)})
    result = five_forces(methods.Analyses(account)).groups["rivalry"]
    known = [r.value for r in given_ratings if r.value is not None and r.evidence != ("no",)]
    assert result.rated == len(known)
    assert result.mean == (None if not known else sum(known) / len(known))


@quick
@given(st.dictionaries(st.sampled_from([item.key for item in DRIVERS]), ratings))
def test_a_blank_rating_changes_no_force(values):
    account = Account(slug="any", evidence=LEDGER, answers={"five_forces": Answer(ratings=values)})
    blank = {item.key: Rating() for item in DRIVERS if item.key not in values}
    padded = Account(
        slug="any", evidence=LEDGER, answers={"five_forces": Answer(ratings={**values, **blank})}
    )
    assert five_forces(methods.Analyses(account)) == five_forces(methods.Analyses(padded))


@quick
@given(accounts)
def test_without_its_refuted_factors_the_balance_is_the_same(account):
    kept = {k: f for k, f in account.findings.items() if f.evidence != ("no",)}
    without = account.model_copy(update={"findings": kept})
    for dimension in DIMENSIONS:
        assert pest(Analyses(account)).summed(dimension) == pest(Analyses(without)).summed(dimension)


@quick
@given(findings)
def test_a_priority_lies_between_0_3_and_25(finding):
    value = priority(finding)
    assert value is None or 0.3 - 1e-9 <= value <= 25


@quick
@given(st.dictionaries(st.sampled_from([item.key for item in ITEMS]), ratings))
def test_a_motive_s_score_lies_between_0_and_100(values):
    account = Account(slug="any", evidence=LEDGER, motives={"m": Motive(stakeholder_id="s", ratings=values)})
    found = motives_of(methods.Analyses(account))[0]
    assert found.score is None or -1e-9 <= found.score <= 100 + 1e-9
    assert (found.score is None) == (found.rated == 0)
    assert (found.band is None) == (found.rated < 10)


@quick
@given(st.fixed_dictionaries({item.key: st.integers(1, 5) for item in ITEMS}), st.sampled_from(ITEMS))
def test_more_harm_never_helps_and_more_of_all_else_never_hurts(values, item):
    def score(**changed):
        given_ratings = {key: Rating(value=value) for key, value in {**values, **changed}.items()}
        account = Account(slug="any", motives={"m": Motive(stakeholder_id="s", ratings=given_ratings)})
        return motives_of(methods.Analyses(account))[0].score

    low, high = score(**{item.key: 1}), score(**{item.key: 5})
    assert (low > high) if item in GROUPS[-1].items else (low < high)


@quick
@given(problems)
def test_the_parts_of_a_gap_are_positive_and_the_primary_is_the_larger(problem):
    gap = classify(problem)
    parts = {"restore": gap.restore_part, "pursue_ideal": gap.ideal_part}
    assert all(part is None or part > 0 for part in parts.values())
    held = {name: part for name, part in parts.items() if part is not None}
    if held:
        assert held[gap.primary] == max(held.values())
    assert (gap.primary == "prevent") <= (not held)


@quick
@given(problems)
def test_turning_the_direction_and_the_signs_changes_no_type(problem):
    def turned(value):
        return None if value is None else -value

    other = problem.model_copy(
        update={
            "direction": "lower" if problem.direction == "higher" else "higher",
            "past_best": turned(problem.past_best),
            "current": turned(problem.current),
            "expected": turned(problem.expected),
        }
    )
    assert classify(other).types == classify(problem).types


@quick
@given(problems)
def test_every_cause_is_in_the_tree_or_an_orphan(problem):
    tree = grow(problem.nodes)
    assert set(tree.leaves) <= set(problem.nodes) - set(tree.orphans)
    assert bool(tree.leaves) == (set(tree.orphans) != set(problem.nodes))

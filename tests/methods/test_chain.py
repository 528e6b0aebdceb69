"""The chain check of methods.md (A1), the picture, completeness, openers and questions."""

import pytest

from accountkit import methods
from accountkit.i18n import use_language
from accountkit.methods import Analyses, gaps, picture
from accountkit.methods.chain import questions
from accountkit.methods.chain.completeness import confirmed_in_words
from accountkit.methods.findings import note as finding_note
from accountkit.methods.portfolio.line import line_of
from accountkit.model import (
    Account,
    Edit,
    Finding,
    Lever,
    Pair,
    Stakeholder,
    apply,
    remove,
    shareable,
)
from accountkit.summaries import summary


def codes(account) -> set[str]:
    return {gap.code for gap in gaps(Analyses(account))}


def test_the_worked_chain_lacks_its_lever_and_its_objective(worked):
    assert codes(worked) == {"need_without_lever", "effect_without_lever", "objective_missing"}


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (Edit("problems/late/finding_ids", []), "problem_without_finding"),
        (Edit("problems/late/admitted", "no"), "problem_not_admitted"),
        (remove("needs/coat"), "problem_without_need"),
        (Edit("needs/coat/problem_id", "gone"), "need_without_problem"),
        (remove("motives/act"), "need_without_motive"),
        (Edit("levers/l", Lever(statement="Coating robot")), "lever_without_need"),
        (Edit("motives/act/ratings", {}), "motive_without_effect"),
        (remove("commitments/review"), "motive_without_commitment"),
        (Edit("commitments/review/motive_id", None), "commitment_without_motive"),
        (Edit("objective/what", "Coating line"), "objective_without_date"),
        (remove("findings/duty"), "broken_link"),
    ],
)
def test_each_break_shows_and_none_is_shown_before(worked, edit, code):
    assert code not in codes(worked)
    assert code in codes(apply(worked, [edit]))


def test_a_whole_chain_has_no_gap(worked):
    account = apply(
        worked,
        [
            Edit("levers/l", Lever(need_id="coat", statement="Coating robot")),
            Edit("objective/what", "Coating line"),
            Edit("objective/commitment_ids", ["review"]),
        ],
    )
    assert gaps(Analyses(account)) == ()


def test_a_broken_link_says_who_rests_on_it(worked):
    gap = next(g for g in gaps(Analyses(apply(worked, [remove("findings/duty")]))) if g.code == "broken_link")
    assert gap.text == "The problem “Deliveries come late” refers to a deleted record."
    assert gap.path == "problems/late"


def test_every_gap_leads_to_a_place_and_has_a_button(worked):
    account = apply(worked, [remove("findings/duty"), remove("needs/coat")])
    assert all(gap.path and gap.action and "{" not in gap.text for gap in gaps(Analyses(account)))


def with_ring(account: Account, *people: str) -> Account:
    """The account with people who report to each other in a ring, as a file brings it in."""
    ties = zip(people, (*people[1:], people[0]), strict=True)
    pairs = {
        f"t{n}": Pair(from_id=one, to_id=other, tie="reports_to", order=n)
        for n, (one, other) in enumerate(ties)
    }
    roles = {one: Stakeholder(role_title=f"Role {one}") for one in people}
    return account.model_copy(update={"pairs": pairs, "stakeholders": {**account.stakeholders, **roles}})


def test_a_ring_of_reporting_is_an_open_point_until_one_of_its_ties_is_changed(worked):
    account = with_ring(worked, "a", "b", "c")
    (gap,) = [gap for gap in gaps(Analyses(account)) if gap.code == "ring_of_reporting"]
    assert (
        gap.text == "Reporting runs in a circle: Role a → Role b → Role c → Role a. Change one of the ties."
    )
    assert account.contradiction(gap.path) and gap.text in [
        point.text for point in methods.open_points(Analyses(account))
    ]
    for key in account.pairs:
        assert "ring_of_reporting" not in codes(apply(account, [Edit(f"pairs/{key}/tie", "close")]))
    assert "ring_of_reporting" not in codes(shareable(account)), "ties between people are private"
    with use_language("zh_CN"):
        assert gaps(Analyses(account))[-1].text.startswith("汇报关系形成循环：Role a → Role b")


def test_a_long_ring_names_its_ends(worked):
    account = with_ring(worked, *"abcdef")
    (gap,) = [gap for gap in gaps(Analyses(account)) if gap.code == "ring_of_reporting"]
    assert "Role a → Role b → … → Role f → Role a" in gap.text


def test_two_needs_that_are_both_first_are_an_open_point(worked):
    first = worked.needs["coat"].model_copy(update={"rank": 1})
    for n, said in (
        (2, "Several needs are ranked first: “{0}” and “{0}”."),
        (5, "“{0}”, “{0}”, “{0}” and 2 more."),
    ):
        needs = {**worked.needs, **{f"n{at}": first for at in range(n)}}
        account = worked.model_copy(update={"needs": needs})
        (gap,) = [gap for gap in gaps(Analyses(account)) if gap.code == "first_needs"]
        assert said.format(first.statement) in gap.text and account.contradiction(gap.path)
    one = worked.model_copy(update={"needs": {"coat": first}})
    assert "first_needs" not in codes(one)


def test_the_picture_runs_from_finding_to_commitment(worked):
    drawn = picture(Analyses(worked))
    links = {(edge.source, edge.target) for edge in drawn.edges}
    assert links == {
        ("findings/duty", "problems/late"),
        ("problems/late", "needs/coat"),
        ("needs/coat", "motives/act"),
        ("motives/act", "commitments/review"),
    }
    assert not any(edge.missing for edge in drawn.edges)


def test_what_is_missing_stands_as_a_dashed_box(worked):
    drawn = picture(
        Analyses(apply(worked, [remove("commitments/review"), Edit("problems/late/finding_ids", [])]))
    )
    missing = {box.column for box in drawn.boxes if box.missing}
    assert missing == {"finding", "commitment"}
    assert {edge.target for edge in drawn.edges if edge.missing} == {
        "problems/late",
        "motives/act/commitment",
    }


def test_a_strong_finding_without_a_problem_is_in_the_picture(worked):
    account = apply(worked, [Edit("findings/sensors/horizon", "now")])
    assert "findings/sensors" in {box.id for box in picture(Analyses(account)).boxes}
    assert "findings/sensors" not in {box.id for box in picture(Analyses(worked)).boxes}, (
        "priority 6 stays on watch"
    )


def test_completeness_counts_confirmed_claims_and_empty_links(worked):
    """2 findings, 6 forces ratings, 1 stakeholder, 1 problem, 1 need, 10 motive ratings, 1 commitment are 22 claims;
    statements, levers and objective are empty links; only the duty is confirmed."""
    found = methods.completeness(worked)
    assert (found.confirmed, found.total, found.empty) == (1, 25, ("statements", "levers", "objective"))


def test_refuted_and_stale_claims(worked):
    found = methods.completeness(apply(worked, [Edit("findings/sensors/evidence", ["wrong"])]))
    assert found.total == 24
    old = apply(worked, [Edit("review_date", "2027-01-15")])
    assert (methods.completeness(worked).stale, methods.completeness(old).stale) == (0, 1)


def test_an_empty_box_filled_does_not_raise_completeness(worked):
    more = apply(worked, [Edit("findings/new", Finding(statement="Only a thought"))])
    assert methods.completeness(more).share < methods.completeness(worked).share


def test_without_a_claim_no_share_is_said(worked):
    """Neither confirmed nor unconfirmed: every list says so in the same words."""
    fresh = Account(slug="fresh")
    assert methods.completeness(fresh).share is None and line_of(fresh).confirmed is None
    assert confirmed_in_words(line_of(fresh).confirmed) == "No claims yet"
    assert "No claims yet" in summary(Analyses(fresh), "overview")
    assert confirmed_in_words(line_of(worked).confirmed) == "4 % confirmed".replace(" ", "\u202f", 1)
    with use_language("zh_CN"):
        assert confirmed_in_words(None) == "尚无判断"


def test_openers_begin_with_the_readiest_motive_and_end_with_news(worked):
    account = apply(worked, [Edit("findings/duty/felt", "unaware")])
    first, last = methods.openers(Analyses(account))
    assert (first.path, first.role) == ("motives/act", "Head of operations")
    assert last.path == "findings/duty"
    assert all(opener.question for opener in (first, last))


@pytest.mark.parametrize(
    ("path", "stage"),
    [
        ("findings/duty", "situation"),
        ("problems/late", "situation"),
        ("motives/act", "problem"),
        ("drivers/margin", "situation"),
        ("answers/five_forces/ratings/buyer_power", "situation"),
        ("answers/five_forces/ratings/price_sensitive", "situation"),
    ],
)
def test_there_is_a_question_for_each_kind_of_record(worked, path, stage):
    asked = questions.ask(Analyses(worked), path)
    assert asked.text.endswith("?")
    assert asked.stage == stage
    assert " · " in asked.label


@pytest.mark.parametrize(
    "path", ["findings/gone", "problems/gone", "motives/gone", "drivers/x", "evidence/law", ""]
)
def test_there_is_none_where_there_is_nothing_to_ask(worked, path):
    assert questions.ask(Analyses(worked), path) is None


def test_an_implication_is_never_asked_before_the_problem_is_admitted(worked):
    doubtful = apply(
        worked,
        [
            Edit("problems/late/admitted", "no"),
            Edit("problems/late/risk_trend", 3),
            Edit("motives/act/ratings/unsolved_long/value", 1),
        ],
    )
    asked = [questions.ask(Analyses(doubtful), path).stage for path in ("problems/late", "motives/act")]
    assert "implication" not in asked
    sure = apply(doubtful, [Edit("problems/late/admitted", "yes")])
    assert questions.ask(Analyses(sure), "motives/act").stage == "implication"


def test_a_finding_of_two_problems_is_one_box_and_more_than_two_are_counted(worked):
    findings = [Edit(f"findings/x{n}", Finding(statement=f"Change {n}")) for n in range(3)]
    both = [
        Edit("problems/late/finding_ids", ["duty", "x0", "x1", "x2"]),
        Edit("problems/other", {"statement": "Other", "finding_ids": ["duty"]}),
    ]
    drawn = picture(Analyses(apply(worked, [*findings, *both])))
    shown = [box for box in drawn.column("finding") if not box.missing]
    assert [box.id for box in shown] == ["findings/duty", "findings/x0"]
    assert shown[1].note == "and 2 more"
    assert len({box.id for box in drawn.boxes}) == len(drawn.boxes)


def test_findings_without_a_problem_are_counted_and_the_same_on_every_page(worked):
    """A stored account gives its records back in the order of their keys."""
    keys = ("z", "y", "x")
    new = [
        Edit(f"findings/{key}", Finding(statement=key, source_framework="other", order=n))
        for n, key in enumerate(keys)
    ]
    account = apply(worked, new)
    stored = account.model_copy(update={"findings": dict(sorted(account.findings.items()))})
    for one in (account, stored, shareable(account)):
        shown = [box for box in picture(Analyses(one)).column("finding") if box.title in keys]
        assert [(box.title, box.note) for box in shown] == [("z", "threat"), ("y", "and 1 more")]


@pytest.mark.parametrize(
    ("source", "item", "note"),
    [
        ("pest", "political", "Political · threat"),
        ("five_forces", "rivalry", "Existing rivalry · threat"),
        ("five_forces", "replaced_threshold", "Five forces · threat"),
        ("internal_change", "people", "Internal change · threat"),
        ("dupont_roe", "margin", "DuPont · net margin"),
        ("market_information", "topic", "Market information · threat"),
        ("unknown", "topic", "threat"),
    ],
)
def test_a_finding_says_where_it_comes_from(source, item, note):
    assert finding_note(Finding(source_framework=source, source_item=item)) == note


def test_the_picture_tells_who_acknowledges_and_how_clear_the_objective_is(worked):
    edits = [
        Edit("stakeholders/coo/admits", ["late"]),
        Edit("opportunities/o1", {"name": "Robot", "what": "Coating robot", "commitment_ids": ["review"]}),
        Edit("commitments/alone", {"action": "Decide", "opportunity_id": "o1"}),
        Edit("commitments/kept", {"action": "Kept before", "opportunity_id": "o1", "status": "done"}),
    ]
    drawn = picture(Analyses(apply(worked, edits)))
    (problem,), (deal,) = drawn.column("problem"), drawn.column("objective")
    assert "acknowledged by 1: Head of operations" in problem.note
    assert deal.note == "0 of 4 clear · open"
    assert {edge.source for edge in drawn.edges if edge.target == "opportunities/o1"} == {
        "commitments/review",
        "commitments/alone",
    }
    on_a_page = picture(Analyses(apply(worked, edits)), among={"late"})
    assert not on_a_page.column("objective") and "acknowledged" not in on_a_page.column("problem")[0].note


def test_a_deal_of_which_nothing_is_asked_has_a_dashed_box_before_it(worked):
    account = apply(worked, [Edit("opportunities/o1", {"name": "Robot", "what": "Coating robot"})])
    (missing,) = [edge for edge in picture(Analyses(account)).edges if edge.missing]
    assert missing.target == "opportunities/o1"

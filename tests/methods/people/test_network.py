"""The map of people as rules: the worked examples of methods.md, internal_politics and contact_coverage."""

from __future__ import annotations

import random
import time

import pytest

from accountkit.methods.people.network import (
    Way,
    coverage,
    days_since,
    decision_level_open,
    highest,
    isolated,
    key_people,
    live,
    not_met,
    our_people,
    politics,
    single_thread,
    tense_key_people,
    unplaced,
    way_to,
)
from accountkit.model import Account, Evidence, Pair, Stakeholder
from tests.methods.people.house import DAYS, PRESALES, TIES, changed, contact, house


def test_the_shortest_way_to_the_general_manager_leads_through_the_head_of_it_and_is_to_re_check():
    assert way_to(house(), "manager") == Way(("it", "manager"), 2, stale=True)


def test_the_other_ways_are_4_and_5_long():
    without_it = changed(house(), "it", relationship_stage=None)
    assert way_to(without_it, "manager") == Way(("operations", "manager"), 4, stale=False)
    only_the_line = changed(without_it, "operations", relationship_stage="first_impression")
    assert way_to(only_the_line, "manager") == Way(("coating", "operations", "manager"), 5, stale=False)


def test_a_decider_to_whom_we_have_access_is_reached_directly():
    way = way_to(house(), "operations")
    assert way is not None and (way.direct, way.length, way.stale) == (True, 0, False)


def test_whoever_is_against_us_is_not_passed_but_can_be_reached():
    against = changed(house(), "it", attitude="against")
    assert way_to(against, "manager").people == ("operations", "manager")
    assert way_to(against, "it").people == ("it",)


def test_influence_leads_one_way_and_tension_nowhere():
    turned = {"turned": Pair(from_id="manager", to_id="it", tie="influences", strength=4)}
    assert way_to(house(pairs=turned), "manager") is None
    tense = {"tense": Pair(from_id="it", to_id="manager", tie="tense", strength=5)}
    assert way_to(house(pairs=tense), "manager") is None
    close = {"close": Pair(from_id="manager", to_id="it", tie="close", strength=4)}
    assert way_to(house(pairs=close), "manager").people == ("it", "manager")


def test_of_equal_ways_the_one_over_fewer_people_is_taken():
    ties = {
        "a": Pair(from_id="coating", to_id="purchasing", tie="close", strength=5),
        "b": Pair(from_id="purchasing", to_id="manager", tie="close", strength=5),
        "c": Pair(from_id="it", to_id="manager", tie="influences", strength=4),
    }
    assert way_to(house(pairs=ties), "manager").people == ("it", "manager")


def test_a_tie_that_is_refuted_or_not_rated_is_no_short_one():
    wrong = {"e": Evidence(source="Rumour", grade="C", status="refuted")}
    refuted = {**TIES, "advice": TIES["advice"].model_copy(update={"evidence": ("e",)})}
    assert way_to(house(pairs=refuted, evidence=wrong), "manager").people == ("operations", "manager")
    unrated = {**TIES, "advice": TIES["advice"].model_copy(update={"strength": None})}
    assert way_to(house(pairs=unrated), "manager").people == ("operations", "manager")


def test_nobody_leads_to_a_person_who_is_gone():
    assert way_to(house(), "nobody") is None and way_to(Account(slug="empty"), "manager") is None


def test_the_isolated_supporter_is_the_quality_engineer():
    assert isolated(house(), ("quality", "it", "operations")) == ("quality",)


def test_finance_and_operations_are_at_odds_if_both_count():
    assert [(one.from_id, one.to_id) for one in tense_key_people(house())] == [("finance", "operations")]
    assert tense_key_people(changed(house(), "finance", decision_roles=())) == ()
    weak = {**TIES, "budget": TIES["budget"].model_copy(update={"strength": 2})}
    assert tense_key_people(house(pairs=weak)) == ()


@pytest.mark.parametrize(
    ("person", "closeness"), [("it", 2), ("operations", 1), ("finance", 3), ("coating", 2), ("quality", None)]
)
def test_politics_is_one_and_the_strong_ties_to_the_inner_circle(person, closeness):
    assert politics(house(), person, ("operations", "manager")) == closeness


def test_key_people_are_those_with_a_role_and_opinion_leaders_by_two_traits():
    assert key_people(house()) == ("manager", "operations", "finance", "it", "purchasing")
    assert not_met(house()) == ("manager", "finance")


def test_live_are_operations_the_line_leader_and_quality():
    assert live(house()) == ("operations", "quality", "coating")
    assert days_since(house(), "it") == 86


def test_the_grid_has_7_cells_of_which_3_are_live():
    cells = coverage(house())
    assert len(cells) == 7 and len({cell.function for cell in cells}) == 6
    assert [(cell.function, cell.layer) for cell in cells if cell.live] == [
        ("production", "middle"),
        ("quality", "operational"),
        ("production", "operational"),
    ]
    assert (highest(house()), decision_level_open(house())) == ("middle", True)


def test_two_of_ours_hold_the_contacts_and_one_alone_would_be_a_single_thread():
    assert not single_thread(house())
    alone = house(contacts={key: contact(key, days) for key, days in DAYS.items() if key not in PRESALES})
    assert live(alone) == ("operations",) and single_thread(alone)
    mine = {key: contact(key, days).model_copy(update={"by": "Seller"}) for key, days in DAYS.items()}
    assert single_thread(house(contacts=mine)), "one of ours holds all"
    unsaid = {**mine, "quality": mine["quality"].model_copy(update={"by": ""})}
    assert not single_thread(house(contacts=unsaid)), "who met the quality engineer is not written down"
    assert our_people(house(), "it") == (), "86 days ago"


def test_a_function_is_one_however_it_is_capitalised_and_who_has_none_is_named():
    account = changed(house(), "coating", function="Production")
    assert len({cell.function for cell in coverage(account)}) == 6
    assert list(unplaced(changed(account, "it", layer=None))) == ["it"]


def sixty(chance: random.Random) -> Account:
    """Sixty people in a tree, a third as many ties at random, and one at the foot whom we know."""
    names = [f"p{n}" for n in range(60)]
    people = {
        name: Stakeholder(role_title=name, function=f"f{n % 7}", order=n) for n, name in enumerate(names)
    }
    people["p0"] = people["p0"].model_copy(update={"decision_roles": ("decider_active",)})
    people["p59"] = people["p59"].model_copy(update={"relationship_stage": "liking"})
    ties = {
        f"r{n}": Pair(
            from_id=names[n], to_id=names[(n - 1) // 2], tie="reports_to", strength=chance.randint(1, 5)
        )
        for n in range(1, 60)
    }
    for n in range(20):
        one, other = chance.sample(names, 2)
        ties[f"x{n}"] = Pair(
            from_id=one, to_id=other, tie=chance.choice(("close", "influences", "tense")), strength=3
        )
    return Account(slug="sixty", stakeholders=people, pairs=ties)


@pytest.mark.parametrize("seed", range(5))
def test_among_sixty_people_the_way_is_the_shortest_of_all(seed):
    account = sixty(random.Random(seed))
    begun = time.process_time()
    way = way_to(account, "p0")
    assert time.process_time() - begun < 0.2
    assert way is not None and (way.people[0], way.people[-1]) == ("p59", "p0")
    assert way.length == by_relaxation(account, "p59", "p0")


def by_relaxation(account: Account, start: str, end: str) -> int:
    """The same length by Bellman and Ford: as slow as it is simple."""
    far = {start: 0}
    for _round in account.stakeholders:
        for pair in account.pairs.values():
            steps = [(pair.from_id, pair.to_id)] if pair.tie != "tense" else []
            steps += [(pair.to_id, pair.from_id)] if pair.tie in ("reports_to", "close") else []
            for here, there in steps:
                if here in far:
                    far[there] = min(far.get(there, 999), far[here] + 6 - (pair.strength or 1))
    return far[end]

"""The worked example of methods.md, contact_coverage."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.paths import paths
from accountkit.methods.registry import REGISTRY
from accountkit.model import Account, in_language
from accountkit.model.deals import Opportunity
from accountkit.model.people import Stakeholder
from tests.methods.people.house import CHINESE, DAYS, PRESALES, contact, house

KEY = "contact_coverage"


def read(account: Account):
    return Analyses(account).read(KEY)


def test_three_of_seven_cells_and_two_of_six_functions_up_to_the_middle():
    totals = read(house()).totals
    assert (totals["cells_live"], totals["cells"]) == (3, 7)
    assert (totals["live"], totals["functions"], totals["height"]) == (2, 6, "middle")
    assert totals["breadth"] == pytest.approx(1 / 3) and totals["people"] == 3


def test_a_row_says_who_is_live_over_who_is_known_by_layer():
    production = next(row for row in read(house()).rows if row["function"] == "production")
    cells = {key: production[key] for key in ("top", "middle", "operational", "stage", "days", "ours")}
    assert cells == {
        "top": "",
        "middle": "1/1",
        "operational": "1/1",
        "stage": "mutual_trust",
        "days": 11,
        "ours": "Seller, Presales",
    }


def test_it_is_poor_and_the_decision_level_is_not_reached():
    assert read(house()).alarms == ("poor", "not_reached")


def test_if_presales_had_met_nobody_all_would_hang_on_one_person():
    alone = house(contacts={key: contact(key, days) for key, days in DAYS.items() if key not in PRESALES})
    reading = read(alone)
    assert (reading.totals["people"], reading.totals["live"]) == (1, 1)
    assert "single_thread" in reading.alarms


def test_where_nobody_is_reached_it_does_not_say_that_there_is_no_warning():
    known = {
        "a": Stakeholder(role_title="Head of sales", function="sales"),
        "b": Stakeholder(role_title="Engineer"),
    }
    account = house(stakeholders=known, contacts={}, visits={}, opportunities={})
    reading = read(account)
    assert reading.alarms == ("poor", "unplaced")
    assert reading.method.sentence(reading) == "Live contact in 0 of 1 functions; poor breadth."


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "Live contact in 2 of 6 functions, up to middle management; decision level not reached.",
        ),
        ("zh_CN", "6个职能中2个保持有效联系，最高到中层；未触达决策层。"),
    ],
)
def test_the_sentence(lang, sentence):
    account = house(wording={"zh_CN": CHINESE})
    with use_language(lang):
        assert Analyses(in_language(account, lang)).assess(KEY).sentence == sentence


def test_the_groups_of_the_next_stage_of_buying_are_needed_while_nobody_is_named():
    reading = read(house(opportunities={"control": Opportunity(stage="internal_brew")}))
    assert [row["function"] for row in reading.rows if "needed" in row.flags] == ["Technical experts"]
    assert (reading.totals["functions"], reading.totals["cells"]) == (7, 8)
    last = read(house(opportunities={"control": Opportunity(stage="install")}))
    assert not [row for row in last.rows if "needed" in row.flags]


def test_nothing_is_entered():
    found = paths(REGISTRY[KEY])
    assert (found.writable, found.removable, found.citable) == ((), (), ())


def test_the_second_grid_says_who_of_ours_knows_whom_by_layer():
    grid = read(house()).method.beside(read(house()))
    assert grid.headings == (
        "Our people",
        "top management",
        "middle management",
        "operational level",
        "Layer not stated",
    )
    met = {name: cells for name, *cells in grid.rows}
    assert set(met) == {"Seller", "Presales"}
    assert all(cells[0] == "" for cells in met.values()), "nobody meets the top"
    assert met["Seller"][1:3] == ["Head of operations, Purchasing manager", ""], (
        "the head of IT was met 86 days ago"
    )
    assert met["Presales"][1:3] == ["", "Quality engineer, Coating line leader"]

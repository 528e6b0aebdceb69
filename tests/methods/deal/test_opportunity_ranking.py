"""The worked example of methods.md, opportunity_ranking."""

from __future__ import annotations

from contextlib import closing

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.deal.opportunity_ranking import METHOD
from accountkit.model import Account, Answer, Opportunity, Rating, Value, in_language
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.store import open_store
from tests.methods.plant import plant, sentence

KEYS = ("business_importance", "irreplaceable", "cost_share", "benchmark", "profit", "contract")
RATED = {
    "spare": ((2, 2, 2, 1, 3, 1), 5),
    "reporting": ((2, 3, 3, 5, 4, 5), 80),
    "service": ((4, 3, 3, 2, 3, 2), 20),
    "control": ((5, 4, 2, 4, 4, 3), 60),
}
NAMES = {"spare": "Spare sensors", "reporting": "Group reporting", "service": "Yearly service"}


def answered(ratings: tuple[int, ...], effort: int | None = None, share: float | None = None) -> Answer:
    values = {"effort": effort, "share_limit": share}
    return Answer(
        ratings={key: Rating(value=value) for key, value in zip(KEYS, ratings, strict=True)},
        values={key: Value(value=value) for key, value in values.items() if value is not None},
    )


def account(rated=RATED, **settings: float) -> Account:
    deals = {key: Opportunity(name=name, order=1) for key, name in NAMES.items()}
    answers = {f"opportunity_ranking.{deal}": answered(*values) for deal, values in rated.items()}
    kept = Answer(values={key: Value(value=value) for key, value in settings.items()})
    known = plant()
    return known.model_copy(
        update={
            "opportunities": known.opportunities | deals,
            "answers": answers | {"opportunity_ranking": kept},
            "wording": {"zh_CN": {"Coating line control": "涂装线管控方案"}},
        }
    )


@pytest.mark.parametrize(
    ("deal", "to_customer", "to_us", "cell"),
    [
        ("control", 3.67, 3.67, "pursue"),
        ("service", 3.33, 2.33, "serve_smartly"),
        ("reporting", 2.67, 4.67, "raise_value"),
        ("spare", 2.00, 1.67, "drop"),
    ],
)
def test_each_deal_lies_in_its_cell_and_none_on_the_line(deal, to_customer, to_us, cell):
    reading = Analyses(account()).read("opportunity_ranking", deal)
    assert (reading.y, reading.x) == (pytest.approx(to_customer, abs=0.005), pytest.approx(to_us, abs=0.005))
    assert (reading.verdict, reading.borders) == (cell, ())


def test_the_ranking_is_cut_where_the_capacity_of_100_days_is_exceeded():
    ranking = METHOD.ranking(Analyses(account(capacity=100)).readings("opportunity_ranking"))
    assert [(p.reading.subject_id, p.used["effort"], p.waits) for p in ranking] == [
        ("control", 60, False),
        ("service", 80, False),
        ("reporting", 160, True),
        ("spare", 165, True),
    ]


def test_without_a_capacity_no_deal_waits():
    ranking = METHOD.ranking(Analyses(account()).readings("opportunity_ranking"))
    assert not any(place.waits for place in ranking)


@pytest.mark.parametrize(
    ("settings", "waiting"), [({}, ["reporting"]), ({"supplier_share": 0.3}, ["service"])]
)
def test_the_ranking_is_cut_where_the_customer_balances_its_suppliers(settings, waiting):
    """Shares 30, 40 and 50 %: 30, 70 and 120 of 100 %; of the 30 % that one supplier gets, the first takes all."""
    shares = {"control": 0.3, "service": 0.4, "reporting": 0.5}
    rated = {deal: (RATED[deal][0], None, share) for deal, share in shares.items()}
    ranking = METHOD.ranking(Analyses(account(rated, **settings)).readings("opportunity_ranking"))
    assert next(p.reading.subject_id for p in ranking if p.waits) == waiting[0]


def test_within_a_cell_the_larger_sum_comes_first():
    rated = {"service": ((4, 4, 4, 4, 4, 4), 1), "control": ((5, 5, 4, 4, 4, 4), 1)}
    ranked = METHOD.ranked(Analyses(account(rated)).readings("opportunity_ranking"))
    assert [reading.subject_id for reading in ranked] == ["control", "service"]


def test_a_deal_near_the_cut_shows_both_cells():
    rated = {"control": ((5, 4, 2, 3, 3, 3), 60)}  # value to us exactly 3.0
    reading = Analyses(account(rated)).read("opportunity_ranking", "control")
    assert (reading.verdict, [cell.key for cell in reading.borders]) == ("pursue", ["serve_smartly"])


def test_a_deal_that_is_lost_is_not_ranked():
    known = account()
    lost = known.opportunities["control"].model_copy(update={"outcome": "lost"})
    known = known.model_copy(update={"opportunities": known.opportunities | {"control": lost}})
    ranked = METHOD.ranked(Analyses(known).readings("opportunity_ranking"))
    assert [reading.subject_id for reading in ranked] == ["service", "reporting", "spare"]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Top deal: coating line control (full effort)."),
        ("zh_CN", "首选商机：涂装线管控方案（主攻）。"),
    ],
)
def test_the_sentence_is_of_all_deals_together(lang, sentence):
    with use_language(lang):
        verdict = Analyses(in_language(account(), lang)).assess("opportunity_ranking")
    assert verdict.sentence == sentence
    assert [(said.text, said.internal) for said in verdict.brief] == [(sentence, True)]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Coating line control: full effort (value to the customer 3.7, to us 3.7). Assign our best people.",
        ),
        ("zh_CN", "涂装线管控方案：主攻（对客户的价值3.7，对我方的价值3.7）。投入最强的人员。"),
    ],
)
def test_one_deal_has_a_sentence_of_its_own(lang, said):
    assert sentence(account(), "opportunity_ranking", lang) == said


def test_the_card_of_a_rated_deal_says_where_it_lies(tmp_path):
    with closing(open_store(f"sqlite:///{tmp_path}/accounts.sqlite")) as store:
        store.create(account(), by="test")
        panel = panel_class("opportunity_ranking")(Session(store, "plant"))
        assert panel.view["sentence"].startswith("Coating line control: full effort")
        panel._answer("choose", {"name": "record", "value": "service"})
        assert panel.view["sentence"].startswith("Yearly service: serve efficiently")


def test_where_every_deal_is_to_be_dropped_none_is_ranked_first():
    verdict = Analyses(account({"spare": RATED["spare"]})).assess("opportunity_ranking")
    assert verdict.brief == ()


def test_a_changed_capacity_is_read_anew():
    before = Analyses(account())
    readings = before.readings("opportunity_ranking")
    after = before.after(account(capacity=50))
    assert METHOD.ranking(readings)[0].waits is False
    assert METHOD.ranking(after.readings("opportunity_ranking"))[0].waits is True

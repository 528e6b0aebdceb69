"""What is drawn of any method: valid figures, honest about status, with a table and a sentence."""

from __future__ import annotations

import json

import plotly.graph_objects as go
import pytest

from accountkit.figures.shapes import drawing
from accountkit.figures.shapes.matrix import _axis
from accountkit.figures.style import BLUE, PAPER
from accountkit.i18n import use_language
from accountkit.methods import REGISTRY, Analyses
from accountkit.methods.shapes import Matrix
from accountkit.model import Account, Answer, Evidence, Opportunity, Rating, Row
from accountkit.model.claims import Value
from tests.methods import six
from tests.methods.plant import plant

SURE = ("e",)


AXES = [
    axis
    for method in REGISTRY.values()
    if isinstance(method, Matrix)
    for axis in (method.horizontal, method.vertical)
]


@pytest.fixture
def account() -> Account:
    values = {"fits": "met", "holds": "not_met", "partners": "Dealers <b>&", "profit": -4e6, "gain.1": 2e6}
    answers = {
        "x_changes": Answer(
            rows={
                "a": Row(cells={"what": "New head", "kind": "people", "on": "2025-03-01", "cost": 5.0}),
                "b": Row(
                    cells={"what": "<b>Cut", "on": "2026-02-30", "who": "it", "sure": True}, evidence=SURE
                ),
                "c": Row(cells={"kind": "money", "on": "2026-02-01"}),
            }
        ),
        "x_scan": Answer(values={k: Value(value=values[k]) for k in ("fits", "holds")}),
        "x_model": Answer(values={"partners": Value(value=values["partners"], evidence=SURE)}),
        "x_value": Answer(values={k: Value(value=values[k]) for k in ("profit", "gain.1")}),
        "x_place.control": Answer(ratings={"rare": Rating(value=4, evidence=SURE), "share": Rating(value=3)}),
        "x_place.second": Answer(ratings={"rare": Rating(value=1), "share": Rating(value=2)}),
    }
    base = plant()
    return base.model_copy(
        update={
            "evidence": {"e": Evidence(grade="A", status="confirmed", date="2026-01-01")},
            "opportunities": {**base.opportunities, "second": Opportunity(name="Second <i>line", order=1)},
            "answers": answers,
            "private_answers": {
                "x_bond.it": Answer(
                    ratings={"trust": Rating(value=2), "contract": Rating(value=5, evidence=SURE)}
                )
            },
        }
    )


@pytest.fixture(autouse=True)
def registered():
    with REGISTRY.added(*six.SIX):
        yield


def drawn(account: Account, key: str, subject: str | None = None):
    analyses = Analyses(account)
    return drawing(analyses.read(key, subject), analyses.readings(key))


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_reading_of_every_method_has_a_valid_figure_a_table_and_a_sentence(account, lang):
    with use_language(lang):
        for of in (account, plant(), Account(slug="empty")):
            analyses = Analyses(of)
            for key, method in REGISTRY.items():
                for reading in analyses.readings(key) if not method.core else ():
                    seen = drawing(reading, analyses.readings(key))
                    go.Figure(seen.figure)
                    text = json.dumps(seen.figure, allow_nan=False, ensure_ascii=False)
                    assert "<b>Cut" not in text and "<i>line" not in text
                    assert seen.text.strip() and "{" not in seen.text
                    assert len({tuple(row) for row in seen.rows}) <= 1
                    assert all(isinstance(cell, str) for row in seen.rows for cell in row.values())


def test_a_rating_that_is_only_assumed_is_hollow(account):
    bars, points = drawn(account, "x_bond", "it").figure["data"]
    assert points["x"] == [2, 5] and points["marker"]["color"] == [PAPER, BLUE]
    assert bars["x"] == [1, 4]


def test_all_records_stand_in_the_matrix_and_the_chosen_one_is_large(account):
    points = drawn(account, "x_place", "second").figure["data"][0]
    assert points["customdata"] == ["control", "second"]
    assert points["marker"]["size"][1] > points["marker"]["size"][0]
    shown = [note["text"] for note in drawn(account, "x_place", "second").figure["layout"]["annotations"]]
    assert "<b>shop</b>" in shown and "Second &lt;i&gt;line" in shown


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_no_line_at_an_axis_of_a_matrix_is_longer_than_a_phone_is_wide(lang):
    with use_language(lang):
        titles = [_axis(axis)["title"]["text"] for axis in AXES]
    lines = [line for title in titles for line in title.split("<br>")]
    assert lines and max(sum(2 if ord(one) > 0x2E7F else 1 for one in line) for line in lines) <= 54


def test_rows_with_dates_stand_along_time_and_a_date_that_is_none_is_left_out(account):
    points = drawn(account, "x_changes").figure["data"][0]
    assert points["x"] == ["2025-03-01", "2026-02-01"]


def test_rows_without_dates_are_counted(account):
    rows = {"a": Row(cells={"kind": "people"}, evidence=SURE), "b": Row(cells={"kind": "people"})}
    account = account.model_copy(update={"answers": {"x_changes": Answer(rows=rows)}})
    sure, assumed = drawn(account, "x_changes").figure["data"]
    assert (sure["x"], assumed["x"]) == ([1], [1]) and assumed["marker"]["color"] == PAPER


def test_steps_say_by_a_sign_what_holds(account):
    circles = drawn(account, "x_scan").figure["data"][0]
    assert circles["text"] == ["✓", "✕"]


def test_an_empty_block_is_dashed(account):
    boxes = drawn(account, "x_model").figure["layout"]["shapes"]
    assert [box["line"]["dash"] for box in boxes] == ["solid", "dash", "dash"]


def test_a_series_is_drawn_by_period_else_the_results(account):
    series = drawn(account, "x_value").figure
    assert series["data"][0]["y"] == [2e6]
    assert series["layout"]["xaxis"]["ticktext"] == ["1"]
    answer = Answer(values={"profit": Value(value=4e6)})
    results = drawn(account.model_copy(update={"answers": {"x_value": answer}}), "x_value").figure
    assert results["data"][0]["y"] == [pytest.approx(4e7)]

"""The map of people: who stands where, what a box says, how ties are told apart, for nobody, a few and sixty."""

from __future__ import annotations

import datetime as dt

import plotly.graph_objects as go
import pytest

from accountkit.figures.shapes import drawing
from accountkit.figures.style import BLUE, GREEN, RED
from accountkit.i18n import use_language
from accountkit.methods import REGISTRY, Analyses
from accountkit.methods.registry import weighing
from accountkit.methods.shapes import Column, Register
from accountkit.model import Account, Answer, Contact, Pair, Rating, Stakeholder

MAP = Register(
    key="kite_map",
    name="Kite map",
    question="Who holds which line?",
    group="people",
    workspace="people",
    source="invented",
    rule="None.",
    records="pairs",
    private=True,
    picture="people",
    columns=(Column("basis", "Basis", "text"),),
)


def company(people: int = 3) -> Account:
    levels = ("top", "middle", "operational")
    everybody = {
        f"s{n}": Stakeholder(role_title=f"Role {n}", layer=levels[n % 3], order=n) for n in range(people)
    }
    if people:
        everybody["s0"] = everybody["s0"].model_copy(update={"attitude": "for_us"})
    pairs = {f"p{n}": Pair(from_id=f"s{n}", to_id=f"s{n - 1}", tie="reports_to") for n in range(1, people)}
    if people > 2:
        pairs["tense"] = Pair(from_id="s0", to_id="s2", tie="tense")
        pairs["moves"] = Pair(from_id="s2", to_id="s0", tie="influences")
    return Account(
        slug="company",
        review_date="2026-03-01",
        stakeholders=everybody,
        pairs=pairs,
        contacts={"c": Contact(date=dt.date(2026, 2, 11), stakeholder_ids=("s0",))} if people else {},
    )


def drawn(account: Account):
    with REGISTRY.added(MAP):
        return drawing(Analyses(account).read(MAP.key))


def texts(figure: dict) -> str:
    return " ".join(one["text"].replace("<br>", " ") for one in figure["layout"]["annotations"])


@pytest.mark.parametrize("people", [0, 1, 3, 60])
def test_it_is_a_figure_with_everybody_in_a_place_of_their_own(people):
    made = drawn(company(people))
    figure = go.Figure(made.figure)
    assert len(made.rows) == people
    if people:
        points = list(zip(figure.data[0].x, figure.data[0].y, strict=True))
        assert len(set(points)) == people
        low, high = figure.layout.yaxis.range[1], figure.layout.yaxis.range[0]
        assert all(low < y < high for _x, y in points)
        assert set(figure.data[0].customdata) == {f"stakeholders/s{n}" for n in range(people)}
    else:
        assert "Add the people" in made.text


def test_a_box_says_the_side_the_weight_and_the_last_contact():
    account = company()
    key = weighing("stakeholder").key
    items = [entry.key for entry in REGISTRY[key].entries() if entry.kind == "rating"]
    rated = Answer(ratings={item: Rating(value=4) for item in items})
    made = drawn(account.model_copy(update={"private_answers": {f"{key}.s0": rated}}))
    words = texts(made.figure)
    assert "Role 0" in words and "+ 4.0 · met 18 days ago" in words
    assert "? · not met yet" in words
    assert made.rows[0] | {"Relations": ""} == {
        "Person": "Role 0",
        "Organisational level": "top management",
        "Influence": "4.0",
        "Attitude": "with us",
        "Contact": "met 18 days ago",
        "Relations": "",
    }
    assert made.text == "People: 3; met: 1; relations: 4."


def test_ties_and_sides_are_told_apart_without_colour_too():
    shapes = drawn(company()).figure["layout"]["shapes"]
    edges = [one["line"] for one in shapes if one["type"] == "path"]
    assert [line.get("dash") for line in edges if line["color"] == RED] == ["dot"]
    boxes = [one["line"] for one in shapes if one["type"] == "rect"]
    assert [line["dash"] for line in boxes] == ["solid", "dash", "dash"]  # met, and not met yet
    assert boxes[0]["color"] == GREEN
    arrows = [one for one in drawn(company()).figure["layout"]["annotations"] if one.get("showarrow")]
    assert [one["arrowcolor"] for one in arrows] == [BLUE]


def test_levels_stand_from_the_top_down_and_whoever_has_none_last():
    account = company()
    bare = account.stakeholders["s1"].model_copy(update={"layer": None})
    made = drawn(account.model_copy(update={"stakeholders": {**account.stakeholders, "s1": bare}}))
    assert [row["Organisational level"] for row in made.rows] == [
        "top management",
        "operational level",
        "level not stated",
    ]


def test_it_speaks_the_readers_language():
    with use_language("zh_CN"):
        made = drawn(company())
    assert made.text == "人员：3；已见面：1；关系：4。"
    assert "高层" in texts(made.figure)


def test_a_tie_to_somebody_who_is_gone_is_not_drawn():
    account = company()
    rest = {key: person for key, person in account.stakeholders.items() if key != "s2"}
    shapes = drawn(account.model_copy(update={"stakeholders": rest})).figure["layout"]["shapes"]
    assert sum(one["type"] == "path" for one in shapes) == 1

"""Figures of the financial analysis: valid plotly, exact, honest about losses, with table and sentence.

Figures are New Oriental's FY2021 and FY2022 (tests/data/new_oriental.json), and the worked year of the method's rule 2:
6 % × 1.25 × 2.00 = 15 % against 4 % × 1.05 × 2.381 = 10 %.
"""

from __future__ import annotations

import datetime as dt
import json

import plotly.graph_objects as go
import pytest

from accountkit import finance
from accountkit.figures.dupont_tree import dupont_tree, dupont_tree_table, dupont_tree_text
from accountkit.figures.margin_turnover_map import (
    Spot,
    margin_turnover_map,
    margin_turnover_map_table,
    margin_turnover_map_text,
)
from accountkit.figures.peer_gap_waterfall import peer_gap_waterfall, peer_gap_waterfall_table
from accountkit.figures.roe_waterfall import roe_waterfall, roe_waterfall_table, roe_waterfall_text, rule
from accountkit.figures.small_multiples import small_multiples, small_multiples_table, small_multiples_text
from accountkit.figures.style import AMBER, GREEN, GREY, PAPER, RED
from accountkit.figures.tornado import tornado, tornado_table, tornado_text
from accountkit.i18n import use_language
from accountkit.model import Lever, Peer, Statement
from accountkit.samples import sample

LINES = ("revenue", "net_income", "total_assets", "equity")


def statements(*years, first=2023):
    """Years ending on 31 December, each with revenue, net income, total assets and equity."""
    return {
        f"{first + n}-12-31": Statement(
            period_end=dt.date(first + n, 12, 31),
            figures={k: {"value": v} for k, v in zip(LINES, values, strict=True)},
        )
        for n, values in enumerate(years)
    }


WORKED = statements((1000, 60, 800, 400), (1050, 42, 1000, 420))


@pytest.fixture(scope="module")
def loss():
    dupont = finance.dupont(sample("new-oriental").statements)
    return dupont, finance.attribution(dupont, dt.date(2021, 5, 31), dt.date(2022, 5, 31))


@pytest.fixture(scope="module")
def worked():
    dupont = finance.dupont(WORKED, basis="ending")
    return dupont, finance.attribution(dupont)


def bars(figure):
    return figure["data"][0]


def test_every_figure_is_valid_plotly_and_plain_json(loss, worked):
    dupont, change = loss
    five = finance.dupont(sample("walmart").statements, steps=5)
    peers = {f"p{n}": Peer(name=f"P{n}", statements=WORKED) for n in range(3)}
    comparison = finance.compare(worked[0], finance.peer_returns(peers, basis="ending"))
    figures = [
        dupont_tree(dupont, change),
        dupont_tree(five, finance.attribution(five)),
        dupont_tree(finance.dupont({})),
        roe_waterfall(dupont, change),
        small_multiples(dupont),
        small_multiples(five),
        small_multiples(finance.dupont({})),
        margin_turnover_map([]),
        margin_turnover_map([Spot("A", "2024", -0.1, 0.5, own=True), Spot("B", "2024", 0.1, 2.0)]),
        peer_gap_waterfall(finance.gap(comparison), comparison, "Us"),
    ]
    for figure in figures:
        go.Figure(figure)
        json.dumps(figure, allow_nan=False)


def test_the_steps_of_the_waterfall_lead_exactly_from_start_to_end(loss):
    drawn = bars(roe_waterfall(*loss))
    assert drawn["y"][0] == pytest.approx(334414 / 3823285) and drawn["y"][-1] == pytest.approx(
        -1187721 / 4309390.5
    )
    assert drawn["base"][-2] + drawn["y"][-2] == pytest.approx(drawn["y"][-1], abs=1e-12)
    assert [round(100 * y, 1) for y in drawn["y"][1:4]] == [-42.1, 3.8, 1.9]


def test_what_damps_a_loss_is_hatched_and_grey_never_green(loss):
    marker = bars(roe_waterfall(*loss))["marker"]
    assert marker["color"][1:4] == [RED, GREY, GREY] and marker["pattern"]["shape"][1:4] == ["", "/", "/"]


def test_without_a_loss_gains_are_green_and_losses_red(worked):
    drawn = bars(roe_waterfall(*worked))
    assert drawn["marker"]["color"][1:4] == [RED, RED, GREEN]
    assert [round(100 * y, 2) for y in drawn["y"][1:4]] == [-5.03, -2.18, 2.20]  # dupont_roe, rule 2


def test_the_table_behind_the_waterfall_ends_with_the_sum(worked):
    rows = roe_waterfall_table(*worked)
    assert list(rows[-1].values()) == ["Return on equity", "15.0\u202f%", "10.0\u202f%", "−5.0 points"]
    assert "net margin (−5.0 points)" in roe_waterfall_text(*worked)
    assert "independent of order" in rule(worked[1])


def test_a_change_without_meaning_draws_levels_only_and_says_why():
    dupont = finance.dupont(sample("new-oriental").statements, steps=5)
    change = finance.attribution(dupont, dt.date(2021, 5, 31), dt.date(2022, 5, 31))
    assert len(bars(roe_waterfall(dupont, change))["y"]) == 2 and "loss" in roe_waterfall_text(dupont, change)


def test_the_tree_names_ratios_in_english_alone_or_in_both_languages_and_writes_losses_red(loss):
    texts = [a["text"] for a in dupont_tree(*loss)["layout"]["annotations"]]
    assert "Asset turnover" in texts and not any("总资产周转率" in text for text in texts)
    with use_language("zh_CN"):
        chinese = [a["text"] for a in dupont_tree(*loss)["layout"]["annotations"]]
    assert any("Asset turnover" in text and "总资产周转率" in text for text in chinese)
    reds = [a for a in dupont_tree(*loss)["layout"]["annotations"] if a["font"].get("color") == RED]
    assert {"<b>−27.6\u202f%</b>", "<b>−38.2\u202f%</b>"} == {a["text"] for a in reds}
    assert "−27.6" in dupont_tree_text(*loss)
    assert (
        next(r for r in dupont_tree_table(*loss) if r["Ratio"] == "Net margin")["Effect on return on equity"]
        == "−42.1 points"
    )


def test_a_year_without_a_figure_is_a_gap_and_a_distorted_one_hollow():
    dupont = finance.dupont(statements((100, 5, 100, 50), (100, 5, 100, 3), (100, 5, 100, 3)))
    series = small_multiples(dupont)["data"][0]
    assert series["y"][0] is None and series["connectgaps"] is False
    assert series["marker"]["color"][2] == PAPER and series["marker"]["line"]["color"][2] == AMBER
    assert small_multiples_table(dupont)[2]["Status"] == "distorted" and small_multiples_text(dupont)


def test_on_an_iso_line_margin_times_turnover_is_the_same_everywhere():
    figure = margin_turnover_map([Spot("A", "2024", 0.10, 1.0, own=True), Spot("B", "2024", 0.04, 1.5)])
    lines = [trace for trace in figure["data"] if trace["mode"] == "lines"]
    assert lines
    for trace in lines:
        products = [x * y for x, y in zip(trace["x"], trace["y"], strict=True)]
        assert max(products) == pytest.approx(min(products))
        assert max(trace["y"]) <= figure["layout"]["yaxis"]["range"][1] * (1 + 1e-9)


def test_the_customer_stands_out_on_the_map_by_more_than_colour():
    spots = [Spot("Us <b>", "2024", 0.1, 1.0, own=True), Spot("B", "2024", 0.04, 1.5, assumed=True)]
    marks = margin_turnover_map(spots)["data"][-1]
    assert marks["marker"]["symbol"] == ["diamond", "circle"] and marks["marker"]["color"][1] == PAPER
    assert "<b>Us &lt;b&gt;</b>" in marks["text"]
    assert margin_turnover_map_table(spots)[0][
        "Return on assets"
    ] == "10.0\u202f%" and "Us <b>: margin" in margin_turnover_map_text(spots)


def test_the_gap_leads_from_the_peers_return_to_the_customers():
    own = finance.dupont(statements((1050, 42, 1000, 420)), basis="ending")
    # 5.5 % × 1.30 × 1.90 = 13.585 %: revenue 1300, profit 71.5, assets 1000, equity 1000/1.9
    peers = {
        f"p{n}": Peer(name=f"P{n}", statements=statements((1300, 71.5, 1000, 1000 / 1.9))) for n in range(3)
    }
    comparison = finance.compare(own, finance.peer_returns(peers, basis="ending"))
    gap = finance.gap(comparison)
    drawn = bars(peer_gap_waterfall(gap, comparison, "Us"))
    assert drawn["y"][0] == pytest.approx(0.13585) and drawn["y"][-1] == pytest.approx(0.10)
    assert [round(100 * y, 2) for y in drawn["y"][1:4]] == [-3.76, -2.53, 2.70]  # dupont_roe, rule 2
    assert peer_gap_waterfall_table(gap, comparison)[0]["Peer median"] == "5.5\u202f%"


def test_the_tornado_has_the_widest_bar_on_top_and_dots_what_nobody_estimated():
    dupont = finance.dupont(WORKED, basis="ending")
    levers = {
        "a": Lever(kind="saving_amount", change={"low": 1, "base": 10, "high": 30}, statement="Scrap"),
        "b": Lever(kind="saving_amount", change={"base": 2}, statement="Paper"),
    }
    scenario = finance.scenario(dupont, levers)
    names = {"a": "Scrap", "b": "Paper"}
    figure = tornado(scenario, names)
    go.Figure(figure)
    assert figure["layout"]["yaxis"]["ticktext"][-1].startswith("Scrap")
    low, high = figure["data"]
    assert abs(high["x"][-1] - low["x"][-1]) == max(
        abs(up - down) for up, down in zip(high["x"], low["x"], strict=True)
    )
    assert high["marker"]["pattern"]["shape"][-1] == "" and "." in high["marker"]["pattern"]["shape"]
    assert tornado_table(scenario, names)[0]["Range"] == "entered" and "Scrap" in tornado_text(
        scenario, names
    )


def test_figures_speak_the_readers_language(loss):
    with use_language("zh_CN"):
        assert any("净资产收益率" in a["text"] for a in dupont_tree(*loss)["layout"]["annotations"])
        assert "31 May" not in json.dumps(roe_waterfall(*loss), ensure_ascii=False)

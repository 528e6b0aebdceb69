"""One figure is written in one way: what a solution and a problem are worth, in app, brief, deck and command line."""

from __future__ import annotations

import re

import pytest
from pptx import Presentation

from accountkit.brief import compose
from accountkit.brief.blocks import Figure, Table
from accountkit.brief.story import Story
from accountkit.brief.values import value_of
from accountkit.brief.writing import write
from accountkit.i18n import ESTIMATE, significant, use_language
from accountkit.methods.problems.problem_types import measure as problems
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.samples import SLUGS, sample
from accountkit.store import open_store

UNITS = {"": 1.0, "k": 1e3, "m": 1e6, "bn": 1e9, "万": 1e4, "亿": 1e8, "万亿": 1e12}


def amounts(text: str) -> list[float]:
    """The amounts of a text without their signs: ``3.4 m`` and ``340万`` are 3,400,000. A table writes all of its amounts on one
    scale, so the digits may differ from the app's; the figure may not."""
    found = re.findall(r"([\d.,]*\d)\s?(k|m|bn|万亿|亿|万)?", text.replace("\u202f", " "))
    return [round(float(digits.replace(",", "")) * UNITS[unit], 6) for digits, unit in found]


@pytest.fixture(params=[(slug, lang) for slug in SLUGS for lang in ("en", "zh_CN")], ids="-".join)
def shown(request, tmp_path):
    """A sample in one language: its account, and its Numbers panel."""
    slug, lang = request.param
    store = open_store(f"sqlite:///{tmp_path / 'one.sqlite'}")
    store.create(sample(slug), by="test")
    with use_language(lang):
        yield sample(slug), panel_class("dupont_roe")(Session(store, slug, by="test", lang=lang)), lang


def test_a_solutions_profit_is_one_figure_in_app_and_brief(shown):
    account, panel, _lang = shown
    rows = {row["id"]: row["profit"] for row in panel.view["levers"]["rows"]}
    assert rows
    for key, profit in rows.items():
        # the brief's cell has the range behind the figure
        assert amounts(profit)[0] == amounts(value_of(Story(account, "internal"), key).profit)[0]


def test_a_problems_worth_is_one_figure_in_app_brief_and_deck(shown, tmp_path):
    account, _panel, _lang = shown
    worth = [entry.worth for entry in problems(account).entries if entry.worth and entry.worth.yearly]
    brief = compose(account)
    tables = [block for section in brief.sections for block in section.blocks if isinstance(block, Table)]
    listed = {
        amount
        for table in tables
        if table.key == "problems"
        for row in table.rows
        for cell in row
        for amount in amounts(cell.text)
    }
    wanted = {significant(one.amount, ESTIMATE) for one in worth}
    assert wanted <= listed
    write(brief, tmp_path / "brief.pptx")
    charts = [
        shape.chart
        for slide in Presentation(tmp_path / "brief.pptx").slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    drawn = [set(series.values) for chart in charts for series in chart.plots[0].series]
    assert any(
        {round(value * unit, 6) for value in values} == wanted for values in drawn for unit in UNITS.values()
    )


def test_the_command_line_rounds_an_estimate_as_the_app_does(shown, monkeypatch, tmp_path):
    from typer.testing import CliRunner

    from accountkit.cli import app

    account, panel, lang = shown
    monkeypatch.setenv("ACCOUNTKIT_DB", panel.session.store.url)
    done = CliRunner().invoke(app, ["--lang", lang, "scenario", account.slug])
    assert done.exit_code == 0, done.output
    low, high = re.findall(
        r"[\d.,]+\s?(?:k|m|bn|万亿|亿|万)", panel.view["levers"]["worth"].replace("\u202f", " ")
    )[:2]
    said = done.output.replace("\u202f", " ")
    assert low in said and high in said


def test_the_figure_of_a_priority_is_the_same_in_figure_and_table():
    brief = compose(sample("walmart"))
    blocks = brief.section("environment").blocks
    figure = next(block for block in blocks if isinstance(block, Figure) and "likelihood" in block.caption)
    table = next(block for block in blocks if isinstance(block, Table) and block.key == "outside")
    place = [column.key for column in table.columns].index("priority")
    written = [row[place].text for row in table.rows]
    of_figure = [row[-2].text for row in figure.table.rows]
    assert written == of_figure and "9.6" in written

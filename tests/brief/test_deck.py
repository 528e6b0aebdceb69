"""The deck: eight to twelve slides, native charts that say what the brief says, questions in the notes."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from accountkit.brief import compose, write
from accountkit.brief.deck import headline
from accountkit.brief.deck_charts import pieces
from accountkit.brief.deck_text import columns
from accountkit.samples import sample
from tests.brief.accounts import empty, new_oriental
from tests.brief.conftest import LANGUAGES


def deck(**options):
    out = io.BytesIO()
    write(compose(new_oriental(), **options), out, "pptx", draw=False)
    return Presentation(io.BytesIO(out.getvalue()))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_eight_to_twelve_slides_each_with_its_message(lang, edition):
    slides = deck(lang=lang, edition=edition).slides
    assert 8 <= len(slides) <= 12
    assert all(slide.shapes.title.text_frame.text.strip() for slide in slides)


def test_charts_are_native_and_hold_the_numbers():
    charts = [shape.chart for slide in deck().slides for shape in slide.shapes if shape.has_chart]
    returns = next(chart for chart in charts if chart.plots[0].series[0].name == "Return on equity")
    # fiscal 2022: −1,187,721 / ((4,913,275 + 3,705,506) / 2), 20-F in thousands of US dollars
    assert list(returns.plots[0].series[0].values)[-2] == pytest.approx(-1187721 / 4309390.5)
    assert len(charts) >= 5
    assert all(chart.part.chart_workbook.xlsx_part is not None for chart in charts), (
        "their data can be edited"
    )


def test_bars_stand_on_zero():
    out = io.BytesIO()
    write(compose(sample("walmart")), out, "pptx", draw=False)
    charts = [
        shape.chart
        for slide in Presentation(io.BytesIO(out.getvalue())).slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    returns = next(chart for chart in charts if chart.plots[0].series[0].name == "Return on equity")
    assert min(returns.plots[0].series[0].values) > 0 and returns.value_axis.minimum_scale == 0


def test_the_notes_carry_the_questions_to_ask():
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck().slides]
    assert sum("Question:" in note for note in notes) >= 3


def test_every_chart_and_table_has_a_text_alternative():
    for slide in deck().slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")


def test_chinese_runs_name_their_font():
    for slide in deck(lang="zh_CN").slides:
        runs = [
            run
            for shape in slide.shapes
            if shape.has_text_frame
            for p in shape.text_frame.paragraphs
            for run in p.runs
        ]
        for run in runs:
            east = run._r.rPr.find("{http://schemas.openxmlformats.org/drawingml/2006/main}ea")
            assert east is not None and east.get("typeface") == "Microsoft YaHei"


def test_an_empty_account_gives_a_short_deck():
    out = io.BytesIO()
    write(compose(empty()), out, "pptx")
    slides = Presentation(io.BytesIO(out.getvalue())).slides
    assert len(slides) == 2 and "no information" in slides[1].shapes.title.text_frame.text


def test_a_waterfall_that_crosses_zero_is_split_there():
    """From 10 by −40 and +5 to −25: the first step takes 10 above zero and 30 below, the second stands wholly below."""
    stacks = dict(pieces((0.10, -0.40, 0.05, -0.25)))
    assert stacks["Total"] == pytest.approx((0.10, 0, 0, 0))
    assert stacks["Loss"] == pytest.approx((0, 0.10, 0, 0))
    assert stacks["Loss (below zero)"] == pytest.approx((0, -0.30, 0, 0))
    assert stacks["Base (below zero)"] == pytest.approx((0, 0, -0.25, 0))
    assert stacks["Gain (below zero)"] == pytest.approx((0, 0, -0.05, 0))
    assert stacks["Total (below zero)"] == pytest.approx((0, 0, 0, -0.25))


def test_a_step_that_is_neither_is_grey():
    stacks = dict(pieces((0.10, 0.02, 0.12), neutral=(1,)))
    assert stacks["No assessment"] == pytest.approx((0, 0.02, 0)) and stacks["Gain"] == pytest.approx(
        (0, 0, 0)
    )


@pytest.mark.parametrize(
    "text", ["净资产" * 80, "word " * 80, "First sentence here. " + "And another one. " * 20]
)
def test_a_headline_takes_two_lines_at_most(text):
    shown, _size = headline(text)
    assert columns(shown) <= 166

"""The deck: eight to twelve slides, native charts that say what the brief says, questions in the notes."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from accountkit.brief import Look, compose, letters, write
from accountkit.brief.deck_charts import pieces
from accountkit.samples import SLUGS, sample
from tests.brief.accounts import empty, new_oriental
from tests.brief.conftest import LANGUAGES, brief_of


@cache
def _written(slug: str, edition: str, lang: str) -> bytes:
    """The deck of a sample, or of the account that is made up where there is no slug: written once for all tests."""
    brief = (
        brief_of(slug, edition=edition, lang=lang)
        if slug
        else compose(new_oriental(), edition=edition, lang=lang)
    )
    out = io.BytesIO()
    write(brief, out, "pptx", draw=False)
    return out.getvalue()


def deck(slug: str = "", edition: str = "internal", lang: str = "en"):
    return Presentation(io.BytesIO(_written(slug, edition, lang)))


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
    charts = [shape.chart for slide in deck("walmart").slides for shape in slide.shapes if shape.has_chart]
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


def test_the_theme_names_a_font_for_either_script():
    """So that Chinese is never left to chance, in texts, tables and charts alike."""
    shown = deck(lang="zh_CN")
    theme = shown.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode()
    assert (
        theme.count('<a:ea typeface="Microsoft YaHei"/>') == theme.count('<a:latin typeface="Arial"/>') == 2
    )


def test_colours_and_fonts_are_the_themes():
    """Only gain, loss, doubt and type keep colours of their own."""
    look = Look()
    meaning = {colour.lstrip("#").upper() for colour in (look.gain, look.loss, look.unsure, look.kind)}
    for slide in deck().slides:
        parts = [slide.part, *(shape.chart.part for shape in slide.shapes if shape.has_chart)]
        for part in parts:
            text = part.blob.decode()
            assert set(re.findall(r'srgbClr val="(\w+)"', text)) <= meaning
            assert not re.findall(r'<a:latin typeface="(?!\+)', text)


def test_bars_stand_by_size_with_their_unit():
    charts = [shape.chart for slide in deck().slides for shape in slide.shapes if shape.has_chart]
    for chart in charts:
        assert chart.has_title and chart.chart_title.text_frame.text, "what is counted"
        if chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED:
            values = [abs(value) for value in chart.plots[0].series[len(chart.plots[0].series) // 2].values]
            assert values == sorted(values, reverse=True)
    assert any("US" in chart.chart_title.text_frame.text for chart in charts)


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


def opened(edition: str):
    return deck("new-oriental", edition).slides


def test_the_map_of_people_has_a_box_each_and_lines_glued_to_superiors():
    account = sample("new-oriental")
    slide = next(s for s in opened("internal") if s.shapes.title.text_frame.text.startswith("Live contact"))
    boxes = {s.text_frame.paragraphs[0].text: s for s in slide.shapes if s.has_text_frame and s.shape_id}
    for person in account.stakeholders.values():
        assert person.role_title in boxes, person.role_title
    ties = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE]
    ends = {
        tuple(int(end.get("id")) for end in tie._element.iter(qn("a:stCxn"), qn("a:endCxn"))) for tie in ties
    }
    of = {key: boxes[person.role_title].shape_id for key, person in account.stakeholders.items()}
    assert ends == {
        (of[pair.from_id], of[pair.to_id]) for pair in account.pairs.values() if pair.tie == "reports_to"
    }, "and nothing of who is close to or at odds with whom"
    assert not [s for c in opened("customer") for s in c.shapes if s.shape_type == MSO_SHAPE_TYPE.LINE]


def test_the_customers_first_slide_ends_on_the_proposed_next_step():
    slide = opened("customer")[1]
    texts = [shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame]
    assert any("Proposed next step: Go through the inputs" in text for text in texts)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_no_text_is_taller_than_its_tile_or_box(slug, lang):
    """Measured with the widths of Arial and the space that some programs set between Chinese and Latin letters."""
    seen = 0
    for edition in ("internal", "customer"):
        for slide in deck(slug, edition, lang).slides:
            for shape in slide.shapes:
                if shape.shape_type != MSO_SHAPE_TYPE.AUTO_SHAPE or not shape.text_frame.text.strip():
                    continue
                frame = shape.text_frame
                room = (shape.width - frame.margin_left - frame.margin_right) / 12700
                needed = sum(
                    letters.height(
                        line.text, room, line.runs[0].font.size.pt, bold=bool(line.runs[0].font.bold)
                    )
                    for line in frame.paragraphs
                    if line.runs
                )
                assert needed <= (shape.height - frame.margin_top - frame.margin_bottom) / 12700 + 1, (
                    frame.text
                )
                seen += 1
    assert seen > 15


@pytest.fixture(scope="module")
def walmart_for_the_customer():
    return deck("walmart", "customer")


def _tables(slides):
    return [shape.table for slide in slides for shape in slide.shapes if shape.has_table]


def test_a_company_beside_its_peers_bears_the_year_that_is_compared(walmart_for_the_customer):
    firsts = [row.cells[0].text for table in _tables(walmart_for_the_customer.slides) for row in table.rows]
    assert "Walmart (Jan 2025)" in firsts and "Peer median" in firsts


def test_each_of_several_bars_bears_its_own_name(walmart_for_the_customer):
    charts = [s.chart for slide in walmart_for_the_customer.slides for s in slide.shapes if s.has_chart]
    ranges = next(chart for chart in charts if len(chart.plots[0].categories) == 1)
    assert [series.name for series in ranges.plots[0].series] == ["Low case", "Base case", "High case"]
    assert ranges.plots[0].data_labels.show_series_name and not ranges.has_legend


def test_a_tall_row_has_no_more_air_than_a_short_one(walmart_for_the_customer):
    table = next(t for t in _tables(walmart_for_the_customer.slides) if t.cell(0, 0).text == "Estimate")
    size = table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.size
    lines = 5  # of the longest cell: four of text, one of its mark
    assert table.rows[1].height < (lines + 2) * 1.25 * size

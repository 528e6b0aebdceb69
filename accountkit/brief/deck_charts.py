"""Native PowerPoint charts: their data can be edited in PowerPoint, their colours mean what they mean everywhere.

A waterfall is drawn as stacked columns with an invisible base, in two stacks, one above and one below zero, so that a
step which crosses zero is drawn right (PowerPoint's own waterfall type cannot be written by python-pptx).
"""

from __future__ import annotations

from typing import cast

from pptx.chart.chart import Chart as PptxChart
from pptx.chart.data import ChartData
from pptx.chart.series import RadarSeries, _BaseCategorySeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Emu, Pt

from accountkit.brief.blocks import Chart
from accountkit.brief.look import Look
from accountkit.i18n import N_, _, percent, points

Place = tuple[int, int, int, int]
TYPES = {
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "radar": XL_CHART_TYPE.RADAR_MARKERS,
}
PIECES = (N_("Base"), N_("Total"), N_("Gain"), N_("Loss"), N_("No assessment"))


def add_chart(slide: Slide, chart: Chart, place: Place, look: Look) -> GraphicFrame:
    """Put the chart on the slide; its workbook is inside the file."""
    if chart.kind == "waterfall":
        return _waterfall(slide, chart, place, look)
    data = ChartData(number_format=chart.form)
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    shape = _placed(slide, TYPES[chart.kind], place, data)
    drawn = shape.chart
    _quiet(drawn, look, legend=len(chart.series) > 1)
    colours = (look.accent, look.grey, look.unsure, look.kind)
    for series, colour in zip(drawn.plots[0].series, colours, strict=False):
        _paint(series, colour)
        if chart.kind != "radar":
            series.invert_if_negative = False
    if chart.kind in ("columns", "bars"):
        _from_zero(drawn, [value for series in chart.series for value in series.values])
        _labelled(drawn, chart.form)
        _show_losses(drawn, chart, look)
        _hide_values(drawn)
        drawn.plots[0].gap_width = 80 if len(chart.categories) > 3 else 220
    if chart.kind == "bars":
        drawn.category_axis.reverse_order = True
    if chart.kind == "radar":
        drawn.value_axis.minimum_scale, drawn.value_axis.maximum_scale, drawn.value_axis.major_unit = 0, 5, 1
        drawn.value_axis.tick_labels.font.size = Pt(9)
    return shape


def _placed(slide: Slide, kind: XL_CHART_TYPE, place: Place, data: ChartData) -> GraphicFrame:
    left, top, width, height = (Emu(value) for value in place)
    # python-pptx declares the chart, and returns the frame it stands in
    return cast(GraphicFrame, slide.shapes.add_chart(kind, left, top, width, height, data))


def _waterfall(slide: Slide, chart: Chart, place: Place, look: Look) -> GraphicFrame:
    data = ChartData(number_format="0.0%")
    data.categories = _named_steps(chart)
    for name, values in pieces(chart.series[0].values, chart.neutral):
        data.add_series(name, values)
    shape = _placed(slide, XL_CHART_TYPE.COLUMN_STACKED, place, data)
    drawn = shape.chart
    _quiet(drawn, look, legend=False)
    drawn.plots[0].gap_width, drawn.plots[0].overlap = 55, 100
    _from_zero(drawn, [value for _name, values in pieces(chart.series[0].values) for value in values])
    _hide_values(drawn)
    drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    colours = (None, "#475569", look.gain, look.loss, "#94a3b8") * 2
    for series, colour in zip(drawn.plots[0].series, colours, strict=True):
        if colour is None:
            series.format.fill.background()
        else:
            _paint(series, colour)
    return shape


def _named_steps(chart: Chart) -> tuple[str, ...]:
    """The names with the values under them: a label on a thin step could not be read."""
    values, last = chart.series[0].values, len(chart.categories) - 1
    texts = [percent(value) if place in (0, last) else points(value) for place, value in enumerate(values)]
    return tuple(f"{name}\n{text}" for name, text in zip(chart.categories, texts, strict=True))


def pieces(
    values: tuple[float | None, ...], neutral: tuple[int, ...] = ()
) -> list[tuple[str, tuple[float, ...]]]:
    """The stacks of a waterfall: base, level, gain, loss and neither above zero, then the same below.

    First and last are levels. What crosses zero has a part in both stacks.
    """
    stacks: list[list[list[float]]] = [[[] for _piece in PIECES] for _side in range(2)]
    running = 0.0
    for place, value in enumerate(values):
        step, is_level = value or 0.0, place in (0, len(values) - 1)
        low, high = sorted((0.0, step)) if is_level else sorted((running, running + step))
        kind = 1 if is_level else 4 if place in neutral else 2 if step >= 0 else 3
        for side, (base, top) in enumerate(
            ((max(low, 0.0), max(high, 0.0)), (min(high, 0.0), min(low, 0.0)))
        ):
            for piece in range(len(PIECES)):
                stacks[side][piece].append(base if piece == 0 else top - base if piece == kind else 0.0)
        running = step if is_level else running + step
    names, below = [_(name) for name in PIECES], _("{name} (below zero)")
    above_zero = [(name, tuple(piece)) for name, piece in zip(names, stacks[0], strict=True)]
    return above_zero + [
        (below.format(name=name), tuple(piece)) for name, piece in zip(names, stacks[1], strict=True)
    ]


def _show_losses(drawn: PptxChart, chart: Chart, look: Look) -> None:
    """Values below zero in the colour of a loss."""
    for series, values in zip(drawn.plots[0].series, chart.series, strict=True):
        for place, value in enumerate(values.values):
            if value is not None and value < 0:
                fill = series.points[place].format.fill
                fill.solid()
                fill.fore_color.rgb = RGBColor.from_string(look.loss.lstrip("#").upper())


def _quiet(drawn: PptxChart, look: Look, *, legend: bool) -> None:
    drawn.has_title = False
    drawn.has_legend = legend
    if legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    drawn.font.size = Pt(11)
    drawn.font.name = look.latin_font
    drawn.font.color.rgb = RGBColor.from_string(look.ink.lstrip("#").upper())


def _from_zero(drawn: PptxChart, values: list[float | None]) -> None:
    """Bars stand on zero: an axis that begins elsewhere makes small differences look large."""
    known = [value for value in values if value is not None]
    if known and min(known) >= 0:
        drawn.value_axis.minimum_scale = 0
    if known and max(known) <= 0:
        drawn.value_axis.maximum_scale = 0


def _hide_values(drawn: PptxChart) -> None:
    axis = drawn.value_axis
    axis.has_major_gridlines = False
    axis.visible = False
    drawn.category_axis.format.line.color.rgb = RGBColor(0xCB, 0xD5, 0xE1)
    drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW


def _labelled(drawn: PptxChart, form: str) -> None:
    plot = drawn.plots[0]
    plot.has_data_labels = True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = form, False
    plot.data_labels.font.size = Pt(11)
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _paint(series: _BaseCategorySeries, colour: str) -> None:
    rgb = RGBColor.from_string(colour.lstrip("#").upper())
    if isinstance(series, RadarSeries):
        series.format.line.color.rgb = rgb
        series.format.line.width = Pt(2.25)
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = rgb
        series.marker.format.line.color.rgb = rgb
        return
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb

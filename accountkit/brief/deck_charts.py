"""Native PowerPoint charts: their data can be edited in PowerPoint, their colours and fonts are the theme's.

Only gain, loss and estimate keep colours of their own, which mean the same everywhere. A waterfall is drawn as stacked
columns with an invisible base, in two stacks, one above and one below zero, so that a step which crosses zero is drawn
right (PowerPoint's own waterfall type cannot be written by python-pptx).
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from pptx.chart.chart import Chart as PptxChart
from pptx.chart.data import ChartData
from pptx.chart.series import RadarSeries, _BaseCategorySeries
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Emu, Pt

from accountkit.brief.blocks import Chart, Series
from accountkit.brief.deck_text import Pen
from accountkit.i18n import N_, _, percent, points

Place = tuple[int, int, int, int]
TYPES = {
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "radar": XL_CHART_TYPE.RADAR_MARKERS,
}
PIECES = (N_("Base"), N_("Total"), N_("Gain"), N_("Loss"), N_("No assessment"))
LETTERS, SMALL = 12, 10
"""Size of the letters in a chart, in points: of a wide one, and of one narrower than `NARROW`."""
NARROW = 5 * 914_400
HEADROOM, NAMED_HEADROOM = 1.22, 1.5
"""An axis reaches so far beyond the longest bar that its label has room: a value, or a name and a value."""
PERIODS = frozenset({"columns", "radar", "waterfall"})
"""Kinds whose categories have an order of their own; bars stand by size."""


def add_chart(slide: Slide, chart: Chart, place: Place, pen: Pen, title: str = "") -> GraphicFrame:
    """Put the chart on the slide; its workbook is inside the file. `title` says what is counted, with its unit."""
    if chart.kind == "waterfall":
        shape = _waterfall(slide, chart, place, pen)
    else:
        shape = _compared(slide, _sorted(chart), place, pen)
    if place[2] < NARROW:
        shape.chart.font.size = Pt(SMALL)
    named = title or (chart.series[0].name if len(chart.series) == 1 else "")
    _titled(shape.chart, named, pen)
    _sound(shape)
    return shape


def _compared(slide: Slide, chart: Chart, place: Place, pen: Pen) -> GraphicFrame:
    data = ChartData(number_format=chart.form)
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    shape = _placed(slide, TYPES[chart.kind], place, data)
    drawn = shape.chart
    _quiet(drawn, pen, legend=len(chart.series) > 1 and chart.kind != "bars")
    colours = (
        ("quiet", "accent", "faint") if len(chart.series) == 3 else ("accent", "quiet", "unsure", "type")
    )
    for series, colour in zip(drawn.plots[0].series, colours, strict=False):
        _paint(series, colour, pen)
        if chart.kind != "radar":
            series.invert_if_negative = False
    if chart.kind == "radar":
        axis = drawn.value_axis
        axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, 5, 1
        axis.tick_labels.font.size = Pt(9)
        axis.major_gridlines.format.line.color.theme_color = pen.theme("quiet")
        axis.major_gridlines.format.line.color.brightness = 0.75 if not pen.stage.dark else 0
        return shape
    named = chart.kind == "bars" and len(chart.series) > 1
    values = [value for series in chart.series for value in series.values]
    _scaled(drawn, values, NAMED_HEADROOM if named else HEADROOM)
    # programs list the legend of bars from either end: each bar bears its name instead
    _labelled(drawn, chart.form, named=named)
    _coloured_points(drawn, chart, pen)
    _hide_values(drawn, pen)
    drawn.plots[0].gap_width = 60 if len(chart.categories) > 3 else 110
    if len(chart.series) > 1:
        drawn.plots[0].overlap = -8
    if chart.kind == "bars":
        drawn.category_axis.reverse_order = True
    return shape


def _sorted(chart: Chart) -> Chart:
    """Bars with the largest first; what is ours to highlight goes along."""
    if chart.kind in PERIODS:
        return chart
    by = chart.series[len(chart.series) // 2].values
    order = sorted(range(len(chart.categories)), key=lambda place: -abs(by[place] or 0.0))
    return replace(
        chart,
        categories=tuple(chart.categories[place] for place in order),
        series=tuple(
            Series(series.name, tuple(series.values[place] for place in order)) for series in chart.series
        ),
        own=None if chart.own is None else order.index(chart.own),
    )


def _placed(slide: Slide, kind: XL_CHART_TYPE, place: Place, data: ChartData) -> GraphicFrame:
    left, top, width, height = (Emu(value) for value in place)
    # python-pptx declares the chart, and returns the frame it stands in
    return cast(GraphicFrame, slide.shapes.add_chart(kind, left, top, width, height, data))


def _waterfall(slide: Slide, chart: Chart, place: Place, pen: Pen) -> GraphicFrame:
    data = ChartData(number_format="0.0%")
    data.categories = _named_steps(chart)
    for name, values in pieces(chart.series[0].values, chart.neutral):
        data.add_series(name, values)
    shape = _placed(slide, XL_CHART_TYPE.COLUMN_STACKED, place, data)
    drawn = shape.chart
    _quiet(drawn, pen, legend=False)
    drawn.plots[0].gap_width, drawn.plots[0].overlap = 45, 100
    ends = [end for _name, stack in pieces(chart.series[0].values) for end in stack]
    if min(ends) >= 0:
        drawn.value_axis.minimum_scale = 0
    if max(ends) <= 0:
        drawn.value_axis.maximum_scale = 0
    _hide_values(drawn, pen)
    colours = (None, "ink", "good", "bad", "faint") * 2
    for series, colour in zip(drawn.plots[0].series, colours, strict=True):
        if colour is None:
            series.format.fill.background()
        else:
            _paint(series, colour, pen)
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


def _coloured_points(drawn: PptxChart, chart: Chart, pen: Pen) -> None:
    """Values below zero in the colour of a loss; where one bar is the customer's own, the others stand back."""
    for series, values in zip(drawn.plots[0].series, chart.series, strict=True):
        for place, value in enumerate(values.values):
            if value is not None and value < 0:
                _filled(series.points[place].format.fill, "bad", pen)
            elif chart.own is not None and place != chart.own:
                _filled(series.points[place].format.fill, "faint", pen)


def _quiet(drawn: PptxChart, pen: Pen, *, legend: bool) -> None:
    drawn.has_legend = legend
    drawn.font.size = Pt(LETTERS)
    pen.colour(drawn.font.color, None)
    if legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        drawn.legend.font.size = Pt(LETTERS)
        pen.colour(drawn.legend.font.color, None)


def _titled(drawn: PptxChart, text: str, pen: Pen) -> None:
    """What the chart counts, small above it: the message is the slide's title."""
    drawn.has_title = bool(text)
    if text:
        frame = drawn.chart_title.text_frame
        pen.run(frame.paragraphs[0], text, LETTERS, colour="quiet")
        frame.paragraphs[0].runs[0].font.bold = False
        drawn.chart_title.include_in_layout = False


def _scaled(drawn: PptxChart, values: list[float | None], headroom: float) -> None:
    """Bars stand on zero, for an axis that begins elsewhere makes small differences look large; labels have room beyond."""
    known = [value for value in values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    if low == high:
        return
    # a label beyond a bar below zero stands between it and the names
    room = (headroom - 1) * (high - low if low < 0 else high)
    drawn.value_axis.minimum_scale = low - room if low < 0 else 0
    drawn.value_axis.maximum_scale = high + room if high > 0 else 0


def _hide_values(drawn: PptxChart, pen: Pen) -> None:
    axis = drawn.value_axis
    axis.has_major_gridlines = False
    axis.visible = False
    line = drawn.category_axis.format.line
    pen.colour(line.color, "quiet")
    drawn.category_axis.has_major_gridlines = False
    letters = drawn.category_axis.tick_labels.font._element.getparent().getparent().getparent()
    letters.find(qn("a:bodyPr")).set("rot", "0")  # names run across, and over two lines where they must
    drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW


def _labelled(drawn: PptxChart, form: str, *, named: bool) -> None:
    plot = drawn.plots[0]
    plot.has_data_labels = True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = form, False
    plot.data_labels.font.size = Pt(LETTERS)
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.show_value, plot.data_labels.show_series_name = True, named
    if named:
        shown = plot.data_labels._element
        separator = shown.makeelement(qn("c:separator"), {})
        separator.text = " "
        shown.find(qn("c:showBubbleSize")).addnext(separator)


def _paint(series: _BaseCategorySeries, colour: str, pen: Pen) -> None:
    if isinstance(series, RadarSeries):
        pen.shade(series.format.line.color, colour)
        series.format.line.width = Pt(2.25)
        _filled(series.marker.format.fill, colour, pen)
        pen.shade(series.marker.format.line.color, colour)
        return
    _filled(series.format.fill, colour, pen)


def _filled(fill: FillFormat, colour: str, pen: Pen) -> None:
    fill.solid()
    pen.shade(fill.fore_color, colour)


def _sound(shape: GraphicFrame) -> None:
    """Mend what python-pptx writes and the schema does not allow: axes numbered below zero, a radar's smooth lines."""
    for radar in shape.chart._chartSpace.iter(qn("c:radarChart")):
        for smooth in list(radar.iter(qn("c:smooth"))):
            smooth.getparent().remove(smooth)
    for element in shape.chart._chartSpace.iter(qn("c:axId"), qn("c:crossAx")):
        element.set("val", str(abs(int(element.get("val")))))

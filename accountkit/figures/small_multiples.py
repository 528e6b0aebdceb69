"""One small picture per ratio over the years, side by side, so that the one that turned stands out."""

from __future__ import annotations

from accountkit.figures.style import (
    AMBER,
    BLUE,
    INK,
    LINE,
    RED,
    SMALL,
    Figure,
    Row,
    axis,
    escaped,
    figure,
    in_words,
    marker,
)
from accountkit.finance.findings.candidates import ratio
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import STEPS, named, shown
from accountkit.finance.returns.obstacles import STATUS_NAMES
from accountkit.i18n import _, bracketed, day, labelled, paragraph

COLUMNS = 2
ROW_HEIGHT = 118
GAP = 0.1


def small_multiples(dupont: DuPont) -> Figure:
    """The return and its factors over the years; a year without a figure is a gap, a distorted one is hollow."""
    names = ratios(dupont)
    if all(ratio(year, name) is None for year in dupont.years for name in names):
        return in_words(small_multiples_text(dupont))
    rows = -(-len(names) // COLUMNS)
    layout: dict = {"height": ROW_HEIGHT * rows + 24, "hovermode": "closest", "annotations": []}
    traces = []
    for place, name in enumerate(names):
        number = "" if place == 0 else str(place + 1)
        layout[f"xaxis{number}"], layout[f"yaxis{number}"], title = _panel(place, rows, name, number, dupont)
        layout["annotations"].append(title)
        traces.append(_series(dupont, name, number))
    return figure(traces, **layout)


def ratios(dupont: DuPont) -> tuple[str, ...]:
    """What is drawn: the return first, then the factors of the form."""
    return ("return_on_equity", *STEPS[dupont.steps])


def small_multiples_table(dupont: DuPont) -> list[Row]:
    """One row a year: its end, every ratio as its reader reads it, and its status."""
    return [
        {_("Year to"): day(year.period_end)}
        | {named(name): shown(name, ratio(year, name)) for name in ratios(dupont)}
        | {_("Status"): _(STATUS_NAMES[year.status])}
        for year in dupont.years
    ]


def small_multiples_text(dupont: DuPont) -> str:
    """First and last figure of the return and of each factor, in one sentence each."""
    said = []
    for name in ratios(dupont):
        known = [
            (year.period_end, value) for year in dupont.years if (value := ratio(year, name)) is not None
        ]
        if len(known) > 1:
            (start, first), (end, last) = known[0], known[-1]
            said.append(
                _("{ratio}: {first} (year to {start}), {last} (year to {end}).").format(
                    ratio=named(name),
                    first=shown(name, first),
                    last=shown(name, last),
                    start=day(start),
                    end=day(end),
                )
            )
    return paragraph(*said) or _("Fewer than two years have data. Import more statements.")


def _panel(place: int, rows: int, name: str, number: str, dupont: DuPont) -> tuple[dict, dict, dict]:
    column, row = place % COLUMNS, place // COLUMNS
    width, height = (1 - GAP) / COLUMNS, 1 / rows
    left, top = column * (width + GAP), 1 - row * height
    across, up = [left, left + width], [top - height * 0.68, top - height * 0.2]
    years = [year.period_end.isoformat() for year in dupont.years]
    ends = [years[0], years[-1]] if len(years) > 1 else years
    x = axis(
        domain=across,
        anchor=f"y{number}",
        type="category",
        categoryorder="array",
        categoryarray=years,
        tickvals=ends,
        ticktext=[end[:7] for end in ends],
    )
    y = axis(
        domain=up,
        anchor=f"x{number}",
        showticklabels=False,
        ticks="",
        zeroline=True,
        zerolinecolor=LINE,
        showline=False,
    )
    last = next((v for year in reversed(dupont.years) if (v := ratio(year, name)) is not None), None)
    title = {
        "x": left,
        "y": top,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "top",
        "showarrow": False,
        "text": f"{escaped(named(name))}  <b>{escaped(shown(name, last))}</b>",
        "font": {"size": SMALL + 1, "color": INK},
    }
    return x, y, title


def _series(dupont: DuPont, name: str, number: str) -> dict:
    marks = [marker(_colour(year, name), assumed=_is_hollow(year)) for year in dupont.years]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "xaxis": f"x{number}",
        "yaxis": f"y{number}",
        "connectgaps": False,
        "x": [year.period_end.isoformat() for year in dupont.years],
        "y": [ratio(year, name) for year in dupont.years],
        "line": {"color": BLUE, "width": 1.8},
        "customdata": [f"{year.period_end}/{name}" for year in dupont.years],
        "marker": {
            "size": 7,
            "color": [m["color"] for m in marks],
            "line": {"width": 2, "color": [m["line"]["color"] for m in marks]},
        },
        "hovertext": [_hover(year, name) for year in dupont.years],
        "hoverinfo": "text",
    }


def _colour(year: DuPontYear, name: str) -> str:
    value = ratio(year, name)
    return AMBER if year.status == "distorted" else RED if value is not None and value < 0 else BLUE


def _is_hollow(year: DuPontYear) -> bool:
    return year.status == "distorted" or bool(year.assumed)


def _hover(year: DuPontYear, name: str) -> str:
    text = labelled(day(year.period_end), f"{named(name)} {shown(name, ratio(year, name))}")
    return escaped(text if year.status == "meaningful" else text + bracketed(_(STATUS_NAMES[year.status])))

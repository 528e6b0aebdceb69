"""What the customer's ways are worth: net present value from low to high with the base case, the floor as a hollow mark."""

from __future__ import annotations

from accountkit.figures.style import (
    BLUE,
    GREY,
    INK,
    PAPER,
    SMALL,
    Figure,
    Row,
    axis,
    escaped,
    figure,
    wrapped,
)
from accountkit.finance.levers.business_case import BusinessCase, Valued
from accountkit.finance.levers.case_in_words import rows, value_text, ways
from accountkit.finance.levers.scenario import CASES
from accountkit.i18n import ESTIMATE, _, clauses, labelled, money

ROW = 46
LABEL_COLUMNS = 22


def case_ranges(case: BusinessCase, ours: str = "", *, for_customer: bool = False) -> Figure:
    """One row each for our solution (`ours` is what it is called) and the alternatives; the line at zero is doing nothing.

    A customer sees no floor: what must be true is said in a sentence.
    """
    shown = ways(case, ours)
    places = list(range(len(shown)))[::-1]
    return figure(
        [
            _range(shown, places),
            *([] if for_customer else [_floors(case, shown, places)]),
            _bases(case, shown, places),
        ],
        shapes=[
            {
                "type": "line",
                "x0": 0,
                "x1": 0,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": {"color": INK, "width": 1},
            }
        ],
        annotations=[
            {
                "x": 0,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "text": escaped(_("Do nothing")),
                "showarrow": False,
                "font": {"size": SMALL, "color": GREY},
            }
        ],
        xaxis=axis(showticklabels=False, ticks="", zeroline=False),
        yaxis=axis(
            tickmode="array",
            tickvals=places,
            ticktext=[wrapped(name, LABEL_COLUMNS) for name, _what in shown],
            range=[-0.6, len(shown) - 0.4],
            showline=False,
            ticks="",
        ),
        margin={"l": 8, "r": 12, "t": 26, "b": 8},
        height=ROW * max(2, len(shown)) + 40,
    )


def case_ranges_table(case: BusinessCase, ours: str = "", *, for_customer: bool = False) -> list[Row]:
    """Way, net present value with its range, floor (a customer's: the share that breaks even), internal rate, payback, and
    our lead."""
    lead = _("Advantage over it") if for_customer else _("Our lead")
    return [
        {
            _("Way"): row.name,
            _("Net present value"): row.value,
            **(
                {_("Break-even share"): row.break_even}
                if for_customer
                else {_("Conservative floor"): row.floor}
            ),
            _("Internal rate"): row.rate,
            _("Payback"): row.payback,
            lead: row.lead,
        }
        for row in rows(case, ours)
    ]


def case_ranges_text(case: BusinessCase, ours: str = "") -> str:
    """What each way is worth, with its range."""
    values = [
        _("{name} {value}").format(name=name, value=value_text(what, case.currency))
        for name, what in ways(case, ours)
    ]
    return _("Net present value by way: {ways}.").format(ways=clauses(values))


def _range(shown: list[tuple[str, Valued]], places: list[int]) -> dict:
    """A line from low to high in each row; a gap keeps the rows apart."""
    ends: list[float | None] = []
    rows_of: list[int | None] = []
    for (_name, what), place in zip(shown, places, strict=True):
        values = [what.cases[name].net_present_value for name in CASES]
        ends += [min(values), max(values), None]
        rows_of += [place, place, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": ends,
        "y": rows_of,
        "line": {"color": GREY, "width": 3},
        "hoverinfo": "skip",
    }


def _bases(case: BusinessCase, shown: list[tuple[str, Valued]], places: list[int]) -> dict:
    values = [what.cases["base"].net_present_value for _name, what in shown]
    texts = [money(value, case.currency, ESTIMATE) for value in values]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": values,
        "y": places,
        "text": [escaped(text) for text in texts],
        "textposition": "top center",
        "textfont": {"size": SMALL + 1, "color": INK},
        "cliponaxis": False,
        "marker": {"size": 12, "color": [BLUE if not place else GREY for place in range(len(values))]},
        "hoverinfo": "text",
        "hovertext": [escaped(_hover(case, name, what)) for name, what in shown],
    }


def _floors(case: BusinessCase, shown: list[tuple[str, Valued]], places: list[int]) -> dict:
    floors = [what.floor.net_present_value for _name, what in shown]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": floors,
        "y": places,
        "marker": {
            "symbol": "diamond",
            "size": 10,
            "color": PAPER,
            "line": {"color": GREY, "width": 2},
        },
        "hoverinfo": "text",
        "hovertext": [
            escaped(labelled(_("Conservative floor"), money(value, case.currency, ESTIMATE)))
            for value in floors
        ],
    }


def _hover(case: BusinessCase, name: str, what: Valued) -> str:
    low, base, high = (money(what.cases[one].net_present_value, case.currency, ESTIMATE) for one in CASES)
    return _("{name}: low {low}, base {base}, high {high}").format(name=name, low=low, base=base, high=high)

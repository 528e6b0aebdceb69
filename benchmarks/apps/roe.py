"""The app that is measured, without its interface: a lever on the net margin, and the return on equity of six years.

Every competitor imports this file and pandas, computes the scenario in Python and draws the same bars.
"""

import json
from pathlib import Path

import pandas as pd

LEVER = {"min": -5, "max": 20, "step": 1, "value": 0}
"""Points added to every year's net margin."""

FILE = Path(__file__).resolve().parents[2] / "tests" / "data" / "new_oriental.json"
"""New Oriental, USD thousand; the sources are in the file. Parent equity is known for FY2018 to FY2023."""


COLUMNS = {"revenue": "revenue", "net_income_attrib": "net_income", "equity_attrib": "equity"}


def statements() -> pd.DataFrame:
    """One row a fiscal year: revenue, net income, equity, the last two of the parent's owners.

    A value that the file only knows rounded reads ``~2447000 S6``: the number counts, the mark is left out.
    """
    rows = pd.DataFrame(json.loads(FILE.read_text(encoding="utf-8"))["years"]).T
    texts = rows[list(COLUMNS)].rename(columns=COLUMNS).astype(str)
    return texts.apply(lambda column: column.str.extract(r"(-?[\d.]+)", expand=False)).astype(float).dropna()


def return_on_equity(points: float) -> pd.Series:
    """Return on ending equity by year with the net margin raised by `points` percentage points."""
    years = statements()
    return (years["net_income"] + years["revenue"] * points / 100) / years["equity"]


def figure(points: float) -> dict:
    """The bars, as plotly JSON."""
    values = return_on_equity(points)
    texts = [f"{value:.1%}" for value in values]
    bars = {
        "type": "bar",
        "x": list(values.index),
        "y": list(values),
        "text": texts,
        "marker": {"color": "#1d4ed8"},
    }
    layout = {
        "height": 360,
        "margin": {"l": 50, "r": 20, "t": 20, "b": 40},
        "yaxis": {"tickformat": ".0%", "range": [-0.4, 0.4]},
    }
    return {"data": [bars], "layout": layout}

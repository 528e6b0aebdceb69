"""Who is measured: what each needs installed, how it is started, and where its slider and its chart are on the page."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

APPS = Path(__file__).parent / "apps"


@dataclass(frozen=True)
class Competitor:
    """One way to serve the ROE app. In `command` ``{python}``, ``{port}``, ``{apps}`` and ``{work}`` are filled in."""

    key: str
    name: str
    requirements: tuple[str, ...]
    command: tuple[str, ...]
    slider: str = "[role=slider]"
    chart: str = ".js-plotly-plot"
    path: str = "/"
    version_of: str = ""


COMPETITORS = (
    Competitor(
        "streamlit",
        "Streamlit",
        ("streamlit", "plotly", "pandas"),
        (
            "{python}",
            "-m",
            "streamlit",
            "run",
            "{apps}/streamlit_app.py",
            "--server.port={port}",
            "--server.headless=true",
            "--browser.gatherUsageStats=false",
            "--server.fileWatcherType=none",
        ),
        slider="[data-testid=stSlider] input[type=range]",
        version_of="streamlit",
    ),
    Competitor(
        "dash", "Dash", ("dash", "pandas"), ("{python}", "{apps}/dash_app.py", "{port}"), version_of="dash"
    ),
    Competitor(
        "panel",
        "Panel",
        ("panel", "plotly", "pandas"),
        ("{python}", "-m", "panel", "serve", "{apps}/panel_app.py", "--port={port}"),
        path="/panel_app",
        version_of="panel",
    ),
    Competitor(
        "marimo",
        "marimo",
        ("marimo", "plotly", "pandas"),
        (
            "{python}",
            "-m",
            "marimo",
            "run",
            "{apps}/marimo_app.py",
            "--port={port}",
            "--headless",
            "--no-token",
        ),
        version_of="marimo",
    ),
    Competitor(
        "voila",
        "Voilà + FigureWidget",
        ("voila>=0.5.10,<0.6", "ipywidgets", "anywidget", "plotly", "pandas", "ipykernel"),
        ("{python}", "-m", "voila", "{apps}/voila_stock.ipynb", "--port={port}", "--no-browser", "--token="),
        version_of="voila",
    ),
    Competitor(
        "ours",
        "accountkit",
        (),
        ("{python}", "{apps}/ours/serve.py", "{port}", "{work}/roe.db", "{apps}/ours"),
        chart=".roe-app .js-plotly-plot",
        slider=".roe-app input[type=range]",
        path="/notebook/walmart/roe",
        version_of="accountkit",
    ),
)

BY_KEY = {competitor.key: competitor for competitor in COMPETITORS}

OWN_PYTHON = sys.executable
"""Ours is measured in the environment that runs the benchmark."""

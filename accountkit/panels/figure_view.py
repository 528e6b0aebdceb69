"""A chart in a panel: the figure's JSON goes to the browser, plotly.js does not.

plotly's own ``FigureWidget`` sends 5 MB of JavaScript to every session; this view draws with the ``plotly.min.js`` that
the server offers once per browser, and asks the kernel for it only where no server of ours is.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from accountkit.panels.output_only import OutputOnly


@cache
def plotly_javascript() -> bytes:
    """The plotly.js of the installed plotly package (one copy per process, made when first asked for)."""
    return (files("plotly") / "package_data" / "plotly.min.js").read_bytes()


def _script() -> str:
    """The view's module, with the colours of a dark page in front."""
    dark = files("accountkit.figures") / "dark.js"
    return dark.read_text("utf-8") + (files("accountkit.panels") / "figure_view.js").read_text("utf-8")


class FigureView(OutputOnly, anywidget.AnyWidget):
    """Shows `figure` (plotly JSON text). `key` names it on the page (``pest/map``), `text` says what it shows."""

    _esm = _script()
    figure = traitlets.Unicode("{}").tag(sync=True)
    key = traitlets.Unicode("").tag(sync=True)
    text = traitlets.Unicode("").tag(sync=True)

    def __init__(self, figure: dict[str, Any] | None = None, **kwargs: Any) -> None:
        self._shown = figure
        super().__init__(figure=json.dumps(figure or {}), **kwargs)
        self.on_msg(self._answer)

    def __repr__(self) -> str:
        """What a notebook stores of it: the same in every run."""
        return f"Figure {self.key}"

    def show(self, figure: dict[str, Any], text: str = "") -> None:
        """Show another figure; nothing is sent if it is the same."""
        if figure is self._shown and text == self.text:  # as it was kept: there is nothing to compare
            return
        self._shown = figure
        with self.hold_sync():
            self.text = text
            self.figure = json.dumps(figure, ensure_ascii=False, separators=(",", ":"))

    def _answer(self, _widget: object, content: object, _buffers: object) -> None:
        if isinstance(content, dict) and content.get("event") == "plotly":
            self.send({"event": "plotly"}, [plotly_javascript()])

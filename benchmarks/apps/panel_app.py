"""The ROE app in Panel."""

import panel as pn
import roe

pn.extension("plotly")
lever = roe.LEVER
points = pn.widgets.IntSlider(
    name="Net margin, points", start=lever["min"], end=lever["max"], value=lever["value"]
)
pn.Column(points, pn.pane.Plotly(pn.bind(roe.figure, points))).servable()

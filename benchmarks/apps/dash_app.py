"""The ROE app in Dash: ``python dash_app.py PORT``."""

import sys

import roe
from dash import Dash, Input, Output, dcc, html

app = Dash()
lever = roe.LEVER
app.layout = html.Div(
    [
        dcc.Slider(
            lever["min"], lever["max"], lever["step"], value=lever["value"], id="points", updatemode="drag"
        ),
        dcc.Graph(id="chart"),
    ]
)


@app.callback(Output("chart", "figure"), Input("points", "value"))
def show(points):
    return roe.figure(points)


if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), debug=False)

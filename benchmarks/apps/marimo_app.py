"""The ROE app in marimo."""

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo
    import plotly.graph_objects as go
    import roe

    return go, mo, roe


@app.cell
def _(mo, roe):
    points = mo.ui.slider(roe.LEVER["min"], roe.LEVER["max"], value=roe.LEVER["value"])
    points  # noqa: B018  a cell shows its last expression
    return (points,)


@app.cell
def _(go, points, roe):
    go.Figure(roe.figure(points.value))
    return


if __name__ == "__main__":
    app.run()

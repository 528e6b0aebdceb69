"""The ROE app in a notebook of one's own, the way our panels are built: a Vue template that sends events, and a FigureView."""

import sys
from pathlib import Path

import traitlets
from ipyvue import VueTemplate
from ipywidgets import widget_serialization

from accountkit.panels.figure_view import FigureView

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import roe

TEMPLATE = """
<template>
  <div class="ak roe-app">
    <div class="ak-card">
      <p class="ak-hero">Return on equity</p>
      <input type="range" :min="lever.min" :max="lever.max" :step="lever.step" v-model.number="points"
             @input="move(points)">
      <jupyter-widget :widget="charts.roe"></jupyter-widget>
    </div>
  </div>
</template>
<script>
export default { data() { return { points: 0 }; } };
</script>
"""


class RoeApp(VueTemplate):
    template = traitlets.Unicode(TEMPLATE).tag(sync=True)
    lever = traitlets.Dict(roe.LEVER).tag(sync=True)
    charts = traitlets.Dict().tag(sync=True, **widget_serialization)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(charts={"roe": FigureView(roe.figure(roe.LEVER["value"]), key="roe")})

    def vue_move(self, points) -> None:
        self.charts["roe"].show(roe.figure(int(points)))

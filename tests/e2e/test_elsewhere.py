"""A notebook shows the same panel in the served workbook, under a stock Voilà, and in JupyterLab."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import Served, free_port
from tests.e2e.in_lab import open_in_lab, run_all

pytestmark = pytest.mark.slow

NOTEBOOK = "dupont_roe.ipynb"
SENTENCES = """(within) => [...document.querySelectorAll(`${within} .ak-card`)].map((card) => {
  const copy = card.cloneNode(true);
  copy.querySelectorAll(".js-plotly-plot, svg, style").forEach((one) => one.remove());
  return copy.textContent.replace(/\\s+/g, " ").trim();
})"""
"""The text of each card of the panel; figures are drawn for the width that there is, so their ticks may differ."""


@pytest.fixture(scope="module")
def voila(tmp_path_factory):
    """`voila workbooks/walmart`, as it comes."""
    folder = tmp_path_factory.mktemp("voila")
    shutil.copytree(Path(__file__).parents[2] / "workbooks" / "walmart", folder / "walmart")
    command = [sys.executable, "-m", "voila", "walmart", "--no-browser", f"--port={free_port()}"]
    served = Served(command, folder, r"http://\S+")
    yield served
    served.stop()


def sentences(page, within: str) -> list[str]:
    page.locator(f"{within} .ak-card .js-plotly-plot .main-svg").first.wait_for()
    return page.evaluate(SENTENCES, within)


def assert_same(page, within: str, ours: list[str]) -> None:
    """The cards are drawn one after the other, the tree of the return after its figures: on a loaded machine one by one."""
    for _ in range(200):
        if sentences(page, within) == ours:
            return
        page.wait_for_timeout(300)
    assert sentences(page, within) == ours


@pytest.fixture
def untouched(tmp_path_factory):
    """Our server on a store that no other test has changed."""
    command = [sys.executable, "-m", "accountkit", "serve", "--no-browser", "--port", str(free_port())]
    served = Served(command, tmp_path_factory.mktemp("untouched"), r"http://\S+\?token=\S+")
    yield served
    served.stop()


def test_a_stock_voila_and_jupyterlab_show_what_our_server_shows(untouched, voila, lab, visit, chromium):
    ours = sentences(visit(untouched, "/analysis/dupont_roe?account=walmart"), "#rendered_cells")
    assert len(ours) > 5 and "23.0 %" in ours[0] and "Net margin" in ours[0]

    # not `visit`: Voilà's own page takes the font of its icons from another host
    context = chromium.new_context(viewport={"width": 1280, "height": 1000})
    stock = context.new_page()
    stock.goto(f"{voila.base}/voila/render/{NOTEBOOK}")
    assert_same(stock, "body", ours)
    context.close()

    desk = visit(lab, "")
    open_in_lab(desk, lab, "same", NOTEBOOK)
    run_all(desk)
    assert_same(desk, ".jp-NotebookPanel", ours)

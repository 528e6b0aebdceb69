"""Notebooks of the sample in JupyterLab, as a person opens and runs them."""

from __future__ import annotations

from playwright.sync_api import TimeoutError


def open_in_lab(page, lab, workspace: str, notebook: str) -> None:
    """Open a notebook of Walmart in a workspace of its own, and wait until Lab's menus answer: its kernel is there then."""
    page.goto(f"{lab.base}/lab/workspaces/{workspace}/tree/walmart/{notebook}")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    page.wait_for_timeout(2000)


def run_all(page) -> None:
    """Run all cells by the menu, which JupyterLab may close again while it changes its theme."""
    item = page.get_by_text("Run All Cells", exact=True)
    for _try in range(10):
        page.get_by_text("Run", exact=True).first.click()
        try:
            item.click(timeout=5000)
            return
        except TimeoutError:
            page.keyboard.press("Escape")
    raise AssertionError("the menu Run did not stay open")

"""A reading is worked out once for an account as it stands, however many ask for it; and `Analyses` alone works it out."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import accountkit
from accountkit.brief import compose
from accountkit.methods import REGISTRY, Analyses, core
from accountkit.methods.own import Own
from accountkit.methods.registry import PLACES
from accountkit.model import Edit
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.panels.workbook import OpenTab, WorkbookPanel
from accountkit.samples import SLUGS, sample
from accountkit.server import first_paint
from accountkit.store import open_store

RULES = {type(method).read.__code__ for method in REGISTRY.values()}
MEASURED = {method.measure.__code__: key for key, method in core().items() if isinstance(method, Own)}


def worked_out(work: Callable[[], Any]) -> Counter[tuple[str, str | None]]:
    """How often each method worked a reading out, and for which record, while `work` was done; by whatever way it was
    called.
    """
    found: Counter[tuple[str, str | None]] = Counter()

    def watch(frame: FrameType, event: str, _arg: object) -> None:
        if event != "call":
            return
        if frame.f_code in MEASURED:
            found[MEASURED[frame.f_code], None] += 1
        elif _reads(frame) and frame.f_locals["self"].key not in MEASURED.values():
            found[frame.f_locals["self"].key, frame.f_locals["subject_id"]] += 1

    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(None)
    return found


def _reads(frame: FrameType) -> bool:
    """Whether a method is asked by this call; a shape that widens another asks that one too, which is the same work."""
    return frame.f_code in RULES and frame.f_code is type(frame.f_locals["self"]).read.__code__


@pytest.fixture
def session(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'accounts.db'}")
    store.create(sample("new-oriental"), by="test")
    return Session(store, "new-oriental", by="test")


def once(found: Counter[tuple[str, str | None]], *keys: str) -> bool:
    """Whether each of these methods was asked, and none twice."""
    return {key for key, _record in found} >= set(keys) and set(found.values()) == {1}


def test_the_overview_asks_each_method_once(session):
    found = worked_out(lambda: panel_class("overview")(session))
    assert once(found, *core()), found


def test_all_tabs_of_the_workbook_share_what_was_worked_out(session):
    def opened() -> None:
        panel = WorkbookPanel(session)
        for tab in panel.tabs:
            if tab != "brief":  # the brief is of another account: in plain text, and cut to its edition
                panel.on_open(OpenTab(tab=tab))

    found = worked_out(opened)
    assert once(found, *core()), found


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_a_brief_asks_each_method_once(slug, edition):
    found = worked_out(lambda: compose(sample(slug), edition=edition))
    if edition == "internal":
        assert once(found, *core()), found
    else:  # the order of the problems is that of the whole account, which is another one
        assert found == {("dupont_roe", None): 1, ("pest", None): 1, ("problem_types", None): 2}


@pytest.mark.parametrize("key", ["overview", *core()])
def test_a_page_paints_what_was_worked_out_once(key):
    found = worked_out(lambda: first_paint.paint(Analyses(sample("walmart")), key))
    assert once(found, *(core() if key == "overview" else (key,))), found


def test_no_module_works_a_reading_out_by_itself():
    """The function that measures an account is named by its definition alone, which hands it to `Analyses`."""
    package = Path(accountkit.__file__).parent
    definitions = {package / "methods" / f"{place.replace('.', '/')}.py" for place in PLACES.values()}
    asking = {path for path in package.rglob("*.py") if _names_a_measure(ast.parse(path.read_text("utf-8")))}
    assert asking and asking <= definitions


def _names_a_measure(tree: ast.Module) -> bool:
    """Whether a module imports the `measure` of a method, or names it as part of a module of the methods."""
    imported = [
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("accountkit.methods")
        for name in node.names
    ]
    modules = {name.asname or name.name for name in imported}
    return any(name.name == "measure" for name in imported) or any(
        isinstance(node, ast.Attribute)
        and node.attr == "measure"
        and getattr(node.value, "id", "") in modules
        for node in ast.walk(tree)
    )


def test_an_edit_leaves_what_it_does_not_concern(session):
    panel = panel_class("overview")(session)
    key = next(iter(session.account.findings))
    found = worked_out(lambda: session.edit([Edit(f"findings/{key}/note", "seen by the plant manager")]))
    assert panel.view and found["pest", None] == 1 and found["dupont_roe", None] == 0
    first = next(iter(session.account.statements))
    found = worked_out(lambda: session.edit([Edit(f"statements/{first}/figures/revenue/value", 9e9)]))
    assert found["dupont_roe", None] == 2, (
        "a figure does: for the page, and for the line that is kept of the account"
    )

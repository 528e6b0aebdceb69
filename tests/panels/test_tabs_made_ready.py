"""A tab that is about to be opened is built out of sight: it computes nothing until it is opened, and is opened as it is."""

from __future__ import annotations

from accountkit.model import Edit
from accountkit.panels.workbook import OpenTab, Prepare, WorkbookPanel


def test_a_tab_is_built_out_of_sight_and_catches_up_when_it_is_opened(session):
    workbook = WorkbookPanel(session)
    workbook.on_prepare(Prepare(tab="pest"))
    pest = workbook.panels["pest"]
    assert workbook.tab == "overview" and not pest.visible and workbook.panels["overview"].visible

    before = pest.view
    session.edit([Edit(f"findings/{next(iter(session.account.findings))}/impact", 1)])
    assert pest.view is before

    workbook.on_open(OpenTab(tab="pest"))
    assert workbook.panels["pest"] is pest and pest.visible and pest.view != before


def test_what_is_open_or_does_not_exist_is_left_alone(session):
    workbook = WorkbookPanel(session)
    known = dict(workbook.panels)
    workbook.on_prepare(Prepare(tab="overview"))
    workbook.on_prepare(Prepare(tab="no_such_tab"))
    assert workbook.panels == known and workbook.panels["overview"].visible


def test_all_tabs_but_the_brief_are_built_ahead_unless_the_server_spares_memory(session, monkeypatch):
    def ahead():
        return {tab["key"] for tab in WorkbookPanel(session).view["tabs"] if tab["ahead"]}

    monkeypatch.delenv("ACCOUNTKIT_TABS_AHEAD", raising=False)
    assert ahead() == set(WorkbookPanel(session).tabs) - {"brief"}
    monkeypatch.setenv("ACCOUNTKIT_TABS_AHEAD", "0")
    assert ahead() == set()

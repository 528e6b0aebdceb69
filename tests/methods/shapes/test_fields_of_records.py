"""An entry that is a field of the record a method is about: one input, read and written where it lies (methods, A5)."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace

import pytest

from accountkit.methods import REGISTRY, Analyses
from accountkit.methods.marks import Mark
from accountkit.methods.method import Entry
from accountkit.methods.shapes import Checklist, Column, Condition, Group, Register, Scorecard
from accountkit.methods.shapes.checklist import ChecklistReading
from accountkit.methods.shapes.groups import lowest
from accountkit.model import Account, Answer, Evidence, Opportunity, Rating, Value
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.store import open_store
from tests.methods.six import HEAD


def _dated(reading: ChecklistReading) -> Mark:
    mark = reading.marks["when"]
    return replace(mark, value="met" if mark.value else "not_met")


METHOD = Checklist(
    **HEAD,
    key="x_fields",
    name="Fields",
    question="Which?",
    workspace="deal",
    subject="opportunity",
    conditions=(Condition("dated", "Dated", of=_dated), Condition("fits", "Fits")),
    extra=(
        Entry("when", "When", kind="date", counts=False, on_record=True),
        Entry("guided_by", "Guided by", kind="choice", choices=(("us", "us"),), counts=False, on_record=True),
    ),
    derives=lambda r: {"fits": "met" if r.value("when") else None},
)
RIVALS = Register(
    **HEAD,
    key="x_rivals",
    name="Rivals",
    question="Who?",
    workspace="deal",
    columns=(Column("score", "Rival", "rating", titled_by="called"),),
    extra=(Entry("called", "Name of the rival", kind="line", counts=False),),
)
DAY = dt.date(2026, 9, 30)


@pytest.fixture(autouse=True)
def registered():
    with REGISTRY.added(METHOD, RIVALS):
        yield


def account() -> Account:
    deal = Opportunity(name="Deal", when=DAY, field_evidence={"when": ("e",)})
    return Account(slug="a", opportunities={"o": deal}, evidence={"e": Evidence(source="Tender", grade="A")})


def test_it_is_read_from_the_record_with_the_evidence_of_the_field():
    reading = Analyses(account()).read("x_fields", "o")
    assert reading.value("when") == DAY and reading.marks["when"].evidence == ("e",)
    assert reading.marks["guided_by"].shown is None, "what every new record has is blank"


def test_what_is_derived_sees_what_is_entered_and_yields_to_it():
    assert Analyses(account()).read("x_fields", "o").value("fits") == "met"
    answered = account().model_copy(
        update={"answers": {"x_fields.o": Answer(values={"fits": Value(value="not_met")})}}
    )
    assert Analyses(answered).read("x_fields", "o").value("fits") == "not_met"


def test_a_condition_that_is_worked_out_counts_and_is_no_entry():
    reading = Analyses(account()).read("x_fields", "o")
    assert "dated" not in {entry.key for entry in METHOD.entries()} and reading.value("dated") == "met"
    assert reading.total == 2


def test_the_card_writes_it_cites_it_and_takes_it_back(tmp_path):
    with closing(open_store(f"sqlite:///{tmp_path}/accounts.sqlite")) as store:
        store.create(account(), by="test")
        session = Session(store, "a", by="ann")
        panel = panel_class("x_fields")(session)
        path = "opportunities/o/when"
        shown = next(
            one for part in panel.view["sections"] for one in part["entries"] if one["key"] == "when"
        )
        assert shown["path"] == shown["write"] == path
        assert panel._answer("write", {"path": path, "value": "2026-10-01"})["kind"] == "saved"
        assert session.account.opportunities["o"].when == dt.date(2026, 10, 1)
        assert panel._answer("cite", {"target": path, "source": "Minutes", "grade": "B"})["kind"] == "saved"
        assert len(session.account.opportunities["o"].field_evidence["when"]) == 2
        assert panel._answer("uncite", {"target": path, "id": "e"})["kind"] == "saved"
        assert len(session.account.opportunities["o"].field_evidence["when"]) == 1
        panel._answer("write", {"path": "opportunities/o/guided_by", "value": "us"})
        assert panel._answer("write", {"path": "opportunities/o/guided_by", "value": None})["kind"] == "saved"
        assert session.account.opportunities["o"].guided_by == "unknown"


def test_a_column_is_headed_by_the_name_that_was_entered():
    column = RIVALS.columns[0]
    named = Answer(values={"called": Value(value="Rival A")})
    known = account().model_copy(update={"answers": {"x_rivals": named}})
    headings = [Analyses(one).read("x_rivals").heading(column) for one in (account(), known)]
    assert headings == ["Rival", "Rival A"]


def test_the_lowest_rating_can_be_the_score():
    items = (Entry("a", "A"), Entry("b", "B"))
    head = {**HEAD, "key": "x_low", "name": "Low", "question": "?", "workspace": "deal"}
    method = Scorecard(**head, groups=(Group("g", "G", items),), within=lowest)
    known = Account(slug="a", answers={"x_low": Answer(ratings={"a": Rating(value=4), "b": Rating(value=2)})})
    assert method.read(Analyses(known), None).score == 2
    assert method.read(Analyses(Account(slug="b")), None).score is None

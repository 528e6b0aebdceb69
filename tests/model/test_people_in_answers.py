"""An answer that names people holds their ids: kept by an export, and known as a link from both ends."""

from __future__ import annotations

import pytest

from accountkit.errors import InvalidEdit
from accountkit.model import Account, Edit, Stakeholder, apply, broken_links, from_json, in_language, to_json

PLACE = "answers/buying_process.o1/values/decision"


@pytest.fixture
def account() -> Account:
    known = Account(
        slug="a",
        stakeholders={"manager": Stakeholder(role_title="Manager")},
        wording={"zh_CN": {"manager": "经理"}},
    )
    return apply(known, [Edit(f"{PLACE}/value", ["manager", "gone"])])


def test_the_ids_survive_an_export_and_another_language(account):
    value = account.answers["buying_process.o1"].values["decision"].value
    assert value == ("manager", "gone")
    assert from_json(to_json(account)) == account
    assert in_language(account, "zh_CN").answers == account.answers


def test_a_person_who_is_gone_is_a_broken_link(account):
    assert [(link.holder, link.target) for link in broken_links(account)] == [(PLACE, "stakeholders/gone")]


def test_what_is_not_an_id_is_refused(account):
    with pytest.raises(InvalidEdit):
        apply(account, [Edit(f"{PLACE}/value", ["two words"])])

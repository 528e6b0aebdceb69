"""What is damaged is named, and takes nothing else down."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from accountkit.errors import DamagedAccount, Unavailable
from accountkit.model import Account, Edit, Profile
from accountkit.store import open_store


def damage(store, statement: str) -> None:
    """Change what is stored behind the store's back."""
    with store._database.writing() as connection:
        connection.execute(text(statement))


SNAPSHOT = 'UPDATE snapshots SET document = \'{"slug": "walmart", "findings": 3}\' WHERE account_id = 1'
LOG = "UPDATE edits SET path = 'findings/f1/nothing' WHERE account_id = 1"
CUT = "UPDATE edits SET value = '{\"a' WHERE account_id = 1"


@pytest.fixture(params=[SNAPSHOT, LOG, CUT], ids=["snapshot", "log", "value"])
def damaged(request, store, account, url):
    """A store with a damaged account and a whole one."""
    store.create(account, by="ann")
    store.apply("walmart", [Edit("findings/f1/impact", 4)], by="ann")
    store.create(Account(slug="other", profile=Profile(name="Other")), by="ann")
    damage(store, request.param)
    again = open_store(url)
    yield again
    again.close()


def test_a_damaged_account_is_named_with_what_to_do(damaged):
    with pytest.raises(DamagedAccount, match=r"walmart.*accountkit load"):
        damaged.load("walmart")
    assert damaged.load("other").profile.name == "Other"
    assert {stored.slug for stored in damaged.accounts()} == {"walmart", "other"}


def test_loading_an_exported_file_over_it_mends_it(damaged, account):
    assert damaged.replace(account, by="ann").account == account
    assert damaged.load("walmart") == account
    assert (
        damaged.apply("walmart", [Edit("findings/f1/impact", 5)], by="ann").account.findings["f1"].impact == 5
    )


@pytest.mark.parametrize("content", [b"", b"x"], ids=["empty", "one byte"])
def test_a_database_cut_to_nothing_is_an_error_and_not_a_new_store(tmp_path, account, content):
    file = tmp_path / "accounts.sqlite"
    store = open_store(str(file))
    store.create(account, by="ann")
    store.close()
    file.write_bytes(content)
    for rest in tmp_path.glob("accounts.sqlite-*"):
        rest.unlink()
    with pytest.raises(Unavailable, match="truncated") as raised:
        open_store(str(file))
    assert "accounts.sqlite" in raised.value.details and file.read_bytes() == content

import datetime as dt
import hashlib

import pytest
from sqlalchemy import text

from accountkit.errors import AccountNotFound, Forbidden, InvalidEdit
from accountkit.model import Account


def in_days(days):
    return dt.datetime.now(dt.UTC) + dt.timedelta(days=days)


@pytest.fixture(autouse=True)
def stored(store, account):
    store.create(account, by="ann")
    store.create(Account(slug="target"), by="ann")


def test_a_link_opens_one_account_one_view_and_one_edition(store):
    secret, _link = store.create_link(
        "walmart", view="five_forces", edition="internal", by="ann", expires=in_days(7)
    )
    store.create_link("target", by="ann", expires=in_days(7))
    link = store.link_for(secret)
    assert (link.slug, link.view, link.edition, link.created_by) == (
        "walmart",
        "five_forces",
        "internal",
        "ann",
    )


def test_the_secret_is_stored_only_as_its_hash(store):
    secret, link = store.create_link("walmart", by="ann", expires=in_days(7))
    with store._database.reading() as connection:
        (row,) = connection.execute(text("SELECT * FROM reader_links")).mappings().all()
    assert row["secret_hash"] == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in str(dict(row)) and secret not in repr(link)
    assert len(secret) >= 43  # 256 bits in base 64


def test_an_expired_a_revoked_and_an_unknown_link_say_the_same(store):
    expired, _link = store.create_link("walmart", by="ann", expires=in_days(-1))
    revoked, link = store.create_link("walmart", by="ann", expires=in_days(7))
    assert store.link_for(revoked)
    assert store.revoke_link(link.id) is True
    told = set()
    for secret in (expired, revoked, "guess", "", "\ud800", "' OR 1=1 --"):
        with pytest.raises(Forbidden) as raised:
            store.link_for(secret)
        told.add(str(raised.value))
    assert len(told) == 1


def test_a_link_that_is_not_there_cannot_be_revoked(store):
    _secret, link = store.create_link("walmart", by="ann", expires=in_days(7))
    assert store.revoke_link("0" * 16) is False
    assert store.revoke_link("") is False
    assert store.revoke_link("%") is False
    assert store.links("walmart")[0].revoked_at is None
    assert store.revoke_link(link.id) is True


def test_the_last_use_of_a_link_is_noted(store):
    secret, link = store.create_link("walmart", by="ann", expires=in_days(7))
    assert link.last_used_at is None
    store.link_for(secret)
    (noted,) = store.links("walmart")
    assert abs(dt.datetime.now(dt.UTC) - noted.last_used_at) < dt.timedelta(minutes=1)


def test_a_link_needs_an_account_and_a_known_edition(store):
    with pytest.raises(AccountNotFound):
        store.create_link("nobody", by="ann", expires=in_days(7))
    with pytest.raises(InvalidEdit, match="everything"):
        store.create_link("walmart", edition="everything", by="ann", expires=in_days(7))

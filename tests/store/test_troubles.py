"""What keeps the database from being written is said, and over when it is over."""

import time

import psycopg
import pytest
from sqlalchemy import create_engine, text

from accountkit.errors import StoreUnavailable
from accountkit.model import Edit
from accountkit.store import idle, open_store

EDIT = [Edit("findings/f1/impact", 4)]


def test_a_connection_that_only_reads_is_not_used_again(tmp_path, account):
    """SQLite opens a file that may only be read for reading, and stays with that."""
    store = open_store(f"sqlite:///{tmp_path / 'accounts.sqlite'}")
    store.create(account, by="ann")
    with store._database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")  # kept by the pool
    with pytest.raises(StoreUnavailable, match="read-only"):
        store.apply("walmart", EDIT, by="ann")
    store.apply("walmart", EDIT, by="ann")
    assert store.load("walmart").findings["f1"].impact == 4
    store.close()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_who_does_nothing_for_a_while_holds_no_connection(url, monkeypatch):
    monkeypatch.setattr(idle, "IDLE_SECONDS", 0.5)
    store = open_store(url)
    held = text("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'")
    watching = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with watching.connect() as connection:

        def connections():
            connection.rollback()  # a transaction sees the activity as it was first read
            return connection.execute(held).scalar_one() - 1

        store.accounts()
        assert connections() == 1
        store.accounts()
        assert connections() == 1
        deadline = time.monotonic() + 10
        while connections():
            assert time.monotonic() < deadline, "it was not given back"
            time.sleep(0.1)
        assert store.accounts() == []
    watching.dispose()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_database_without_a_free_connection_says_so(store, url):
    held = []
    store.close()
    try:
        with pytest.raises(psycopg.OperationalError, match=r"too many|connection slots"):
            while True:
                held.append(psycopg.connect(url))
        with pytest.raises(StoreUnavailable, match=r"no free connection.*tried again"):
            store.accounts()
        with pytest.raises(StoreUnavailable, match="no free connection"):
            open_store(url)
    finally:
        for connection in held:
            connection.close()
    assert store.accounts() == []

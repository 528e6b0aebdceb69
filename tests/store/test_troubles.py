"""What keeps the database from being written is said, and over when it is over."""

import pytest

from accountkit.errors import StoreUnavailable
from accountkit.model import Edit
from accountkit.store import open_store

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

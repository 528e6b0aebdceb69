import tempfile
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from accountkit.model import Account, Edit, apply
from accountkit.store import open_store
from tests.store.postgresql_server import binaries, running


@pytest.fixture(scope="session")
def postgresql():
    assert binaries(), "No PostgreSQL found: run `make test`, which installs it."
    # a short path that another user may enter: a socket's path has 107 bytes at most, and the server is not root
    with tempfile.TemporaryDirectory(prefix="accountkit-pg-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        with running(Path(folder)) as url:
            yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """The address of an empty database, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'accounts.sqlite'}"
    url = request.getfixturevalue("postgresql")
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url


@cache
def empty_database() -> bytes:
    """The file of a store without accounts, made once: to make its tables takes five times as long as to open it."""
    with tempfile.TemporaryDirectory(prefix="accountkit-store-") as folder:
        file = Path(folder) / "accounts.sqlite"
        open_store(f"sqlite:///{file}").close()
        return file.read_bytes()


@pytest.fixture
def store(url):
    """A store without accounts. Tests of what makes its tables ask for `url`."""
    file = Path(url.removeprefix("sqlite:///"))
    if url.startswith("sqlite") and not file.exists():
        file.write_bytes(empty_database())
    store = open_store(url)
    yield store
    store.close()


@pytest.fixture
def account():
    edits = [
        Edit("profile/name", "Walmart"),
        Edit("findings/f1", {"statement": "Wages rise", "impact": 3}),
        Edit("findings/f2", {"statement": "新的竞争者", "impact": 4}),
    ]
    return apply(Account(slug="walmart"), edits)

"""What holds for all tests: none is left out."""

from __future__ import annotations

import gc
from contextlib import closing

import pytest

import accountkit.server  # noqa: F401  # before nbformat: it spares jsonschema 38 grammars, four seconds of each process
from tests.soaking import pytest_runtest_logreport, pytest_terminal_summary  # noqa: F401  # hooks
from tests.spread import pytest_addoption, pytest_collection_modifyitems  # noqa: F401  # hooks

# Every widget of a kernel stays known to ipywidgets until the process ends: with some ten thousand of them, a quarter of the
# time of the panels' tests went into looking through them again and again.
gc.set_threshold(50_000, 20, 100)


def pytest_collection_finish() -> None:
    """Let the collector look no more through what stays until the end: the modules, and the tests that were found."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def loaded(tmp_path_factory):
    """A database with both samples, made once: each test that works on them copies it. A closed one is a single file."""
    from accountkit import samples
    from accountkit.store import open_store

    file = tmp_path_factory.mktemp("loaded") / "accounts.sqlite"
    with closing(open_store(f"sqlite:///{file}")) as store:
        samples.load_into(store)
    return file


@pytest.fixture(autouse=True)
def stores_closed(monkeypatch):
    """Close what a test opened and left open: some open the same store again and again, as servers do. One that goes on
    being used opens anew.
    """
    from accountkit.store.database import (
        Database,
    )  # not above: the process that hands the tests out needs none of it

    opened, begin = [], Database.__init__

    def noted(self, *given):
        opened.append(self)
        begin(self, *given)

    monkeypatch.setattr(Database, "__init__", noted)
    yield
    for database in opened:
        if hasattr(database, "_idle"):  # else it could not be opened at all
            database.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    """Count a skipped test as failed: a suite that leaves something out must not look whole."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {call.excinfo.value if call.excinfo else 'no reason'}"
    return report

"""What is soaked in: databases of both kinds, and how much of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.store.conftest import account, postgresql, store, url  # noqa: F401


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    here = f"{Path(__file__).parent}{os.sep}"
    for item in items:  # of all tests, ten thousand: as text it takes a tenth of the time
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.soak)


def option(name: str, usual: int) -> int:
    """How much of something: ``ACCOUNTKIT_SOAK_NAME``, else what is usual."""
    return int(os.environ.get(f"ACCOUNTKIT_SOAK_{name.upper()}", usual))

"""The sample accounts, one after the other."""

from __future__ import annotations

import pytest

from accountkit import samples
from accountkit.model import Account


@pytest.fixture(params=samples.SLUGS)
def slug(request) -> str:
    return request.param


@pytest.fixture
def account(slug) -> Account:
    return samples.sample(slug)

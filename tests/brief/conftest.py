"""What the tests of the brief share: the account, and LibreOffice to see documents as a reader does."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from accountkit.brief import Brief, compose
from accountkit.brief.pictures import browser
from accountkit.i18n import language
from accountkit.model import Account
from accountkit.samples import sample
from tests.brief.accounts import new_oriental

LANGUAGES = ("en", "zh_CN")


def brief_of(slug: str, *, edition: str = "internal", lang: str | None = None) -> Brief:
    """The brief of a sample as it is, composed once for all tests of a run: no writer changes it."""
    return _brief_of(slug, edition, lang or language())


@cache
def _brief_of(slug: str, edition: str, lang: str) -> Brief:
    return compose(sample(slug), edition=edition, lang=lang)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What draws with Chromium is a test of a browser; what asks LibreOffice takes long."""
    for item in items:
        if "chromium" in item.fixturenames:
            item.add_marker(pytest.mark.browser)
        if "office" in item.fixturenames:
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def account() -> Account:
    return new_oriental()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """Converts a document with LibreOffice; one profile for all tests, so that it starts fast after the first."""
    soffice = shutil.which("soffice")
    assert soffice, "No LibreOffice found: run `make test`, which installs it."
    profile = tmp_path_factory.mktemp("office")

    def convert(document: Path, kind: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(folder),
                str(document),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return folder / f"{document.stem}.{kind.partition(':')[0]}"

    return convert


@pytest.fixture(scope="session")
def chromium() -> str:
    found = browser()
    assert found, "No Chromium found: run `make test`, which installs it."
    return found

"""accountkit as a service of a real JupyterHub: two people with different roles, by the hub's own sign-in."""

from __future__ import annotations

import pytest

from accountkit.store import open_store
from tests.e2e.conftest import chromium, visit  # noqa: F401
from tests.soak import jupyterhub
from tests.soaking import soaked

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hub")
    with jupyterhub.running(folder, *jupyterhub.installed(folder)) as address:
        yield address, open_store(f"sqlite:///{folder / 'accounts.sqlite'}")


def signed_in(chromium, address: str, name: str):  # noqa: F811
    """A browser of its own in which somebody has signed in to the hub, on the service's first page."""
    page = chromium.new_context().new_page()
    page.goto(f"{address}/services/accountkit/")
    page.get_by_role("link", name="Sign in with your organisation").click()
    page.fill("#username_input", name)
    page.fill("#password_input", "a long password")
    page.click("#login_submit")
    page.wait_for_url(f"{address}/services/accountkit/**")
    return page


def test_two_people_of_a_hub_have_different_roles(hub, chromium, record_property):  # noqa: F811
    address, store = hub
    boss, ann = (signed_in(chromium, address, name) for name in ("boss", "ann"))
    people = {person.name: person for person in store.people.all()}
    assert people["boss"].administrator and not people["ann"].administrator
    boss.goto(f"{address}/services/accountkit/")
    assert boss.get_by_text("Walmart").count() and not ann.get_by_text("Walmart").count()
    refused = ann.goto(f"{address}/services/accountkit/workbook?account=walmart")
    assert refused.status == 404, "who has no role learns of no account"

    store.people.give(people["ann"], "walmart", "editor")
    ann.goto(f"{address}/services/accountkit/workbook?account=walmart&lang=en")
    ann.wait_for_selector("body.ready")
    ann.locator("summary", has_text="Account details").click()
    field = ann.locator("details label", has_text="Industry").locator("textarea")
    field.fill("Retail, seen by Ann")
    field.press("Tab")
    for _try in range(100):
        if store.load("walmart").profile.industry == "Retail, seen by Ann":
            break
        ann.wait_for_timeout(100)
    (edit,) = [one for one in store.history("walmart") if one.path == "profile/industry"]
    assert edit.by == "ann"
    assert ann.goto(f"{address}/services/accountkit/workbook?account=new-oriental").status == 404
    soaked(record_property, "two people of a JupyterHub, one edit under the hub's name", 1, 0)

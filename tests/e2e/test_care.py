"""The Care tab as a person uses it: a contact is logged with the mouse or a thumb, and the alarm goes."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.samples import sample
from tests.e2e.pages import open_workbook
from tests.e2e.test_accessibility import violations
from tests.e2e.test_rows import until

pytestmark = pytest.mark.browser
LOG = "[aria-labelledby=ak-tab-care] [data-card=contact_mechanism]"
LATE = {"en": "contact overdue", "zh_CN": "联络逾期"}


def silent(app, slug: str) -> str:
    """A copy of Walmart that nobody was in contact with for a quarter of a year."""
    account = sample("walmart")
    ago = dt.timedelta(days=90)
    contacts = {key: one.model_copy(update={"date": one.date - ago}) for key, one in account.contacts.items()}
    visits = {key: one.model_copy(update={"status": "planned"}) for key, one in account.visits.items()}
    app.store.create(
        account.model_copy(update={"slug": slug, "contacts": contacts, "visits": visits}), by="ann"
    )
    return slug


@pytest.mark.parametrize(("width", "lang"), [(1280, "en"), (390, "zh_CN")])
def test_a_contact_is_logged_and_the_alarm_goes(app, visit, width, lang):
    slug = silent(app, f"silent-{width}")
    page = visit(app, "", width)
    open_workbook(page, app.base, slug, lang, "care")
    log = page.locator(LOG)
    late = log.locator(".ak-chip", has_text=LATE[lang])
    late.first.wait_for()
    before = set(app.store.load(slug).contacts)

    log.locator("[data-add=contacts]").click()
    until(page, lambda: len(app.store.load(slug).contacts) == len(before) + 1)
    late.first.wait_for(state="detached")
    (key,) = set(app.store.load(slug).contacts) - before

    row = log.locator(f"[data-path='contacts/{key}']")
    row.locator(".is-people select").select_option("s-stores")
    until(page, lambda: app.store.load(slug).contacts[key].stakeholder_ids == ("s-stores",))
    row.locator(".is-choice select").first.select_option("serve")
    until(page, lambda: app.store.load(slug).contacts[key].function == "serve")
    made = app.store.load(slug).contacts[key]
    assert made.date == app.store.load(slug).as_of
    row.locator(".is-people button").click()
    until(page, lambda: app.store.load(slug).contacts[key].stakeholder_ids == ())

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page, f"care, {width}, {lang}") == []

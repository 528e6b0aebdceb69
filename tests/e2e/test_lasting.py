"""What a person typed is never lost: whatever goes away below the page, it says so, continues, and nothing is missing or
there twice.
"""

from __future__ import annotations

import re

import pytest

from tests.e2e.outages import (
    WITHOUT_PRIVILEGE,
    Site,
    Wire,
    end,
    full,
    locked,
    no_growth,
    read_only,
    small_disk,
    until,
)

pytestmark = pytest.mark.browser
PAGE = "/workbook?account=walmart#pest"
SEEN = 5_000
"""Milliseconds within which a page says what is the matter; a promise of ours, and no measurement."""
SHORT, LONG = 6, 75
"""Seconds that something is away: longer than the page's own patience, and longer than that of everything below it."""
PROVOKED = ("Failed to load resource", "WebSocket", "Connection lost", "ERR_", "not sent, and kept")


class Desk:
    """A person at the environment tab: what they typed, by the path of its row."""

    def __init__(self, page) -> None:
        self.page, self.typed, self.added = page, {}, 0
        page.wait_for_selector(".ak-workbook .ak-hero:visible")
        page.locator(".ak-pest").first.wait_for()
        self.paths = [row.get_attribute("data-path") for row in page.locator(".ak-pest").all()]

    def field(self, path: str):
        return self.page.locator(f"[data-path='{path}'] textarea").first

    def write(self, words: str, rows: int = 5) -> None:
        """Type a text into each of some rows, and leave the field."""
        for number, path in enumerate(self.paths[:rows]):
            text = f"{words} {number} 五力"
            self.field(path).fill(text)
            self.field(path).blur()
            self.typed[path.split("/")[1]] = text

    def add(self) -> None:
        """Press the button that makes a row."""
        self.page.locator("[aria-labelledby=ak-tab-pest] .ak-button.main").first.click()
        self.added += 1

    def keeps_what_was_typed(self) -> bool:
        return all(self.field(f"findings/{key}").input_value() == text for key, text in self.typed.items())

    def is_saved(self) -> None:
        """Wait until nothing is kept back any more."""
        self.page.wait_for_function("window.accountkitOutbox && accountkitOutbox.waiting().count === 0")
        assert not self.page.evaluate(
            "Object.keys(localStorage).filter((key) => key.startsWith('accountkit-edit'))"
        )


def says(page) -> str:
    """What the page says is the matter; it has five seconds to."""
    page.wait_for_selector("#away:not([hidden])", timeout=SEEN)
    return page.inner_text("#away")


def is_quiet(page) -> None:
    page.wait_for_selector("#away", state="hidden")


def nothing_is_lost(site: Site, before: dict, desk: Desk) -> None:
    """The store holds what was typed, word for word, and as many new records as were asked for."""
    stored = site.findings()
    assert {key: stored[key].statement for key in desk.typed} == desk.typed
    assert len(stored) == len(before) + desk.added


@pytest.fixture
def visit_site(visit):
    visit.expected.extend(PROVOKED)

    def go(site: Site, path: str = PAGE, port: int | None = None):
        page = visit(site.server, "")
        if port:  # through a wire
            page.goto(site.server.url.replace(f":{site.port}", f":{port}"))
        page.goto(f"http://localhost:{port or site.port}{path}")
        return page

    return go


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    yield site
    site.server.stop()


@pytest.mark.parametrize("victim", ["kernels", "template"])
def test_a_kernel_that_dies_is_continued_on_the_same_tab(site, visit_site, victim):
    page, before = visit_site(site), site.findings()
    desk = Desk(page)
    end(site.processes()[victim])
    desk.write("typed to a dead kernel")
    desk.add()
    page.wait_for_selector("#gone:not([hidden])", timeout=SEEN)
    assert desk.keeps_what_was_typed()
    page.click("#continue")
    page.wait_for_selector("#gone", state="hidden")
    page.wait_for_selector("[aria-labelledby=ak-tab-pest] .ak-pest:visible")
    assert page.url.endswith("#pest")
    desk.is_saved()
    nothing_is_lost(site, before, desk)
    # the answer that it is saved may come before the tab is drawn anew
    until(desk.keeps_what_was_typed)


def test_a_server_that_is_killed_and_started_again_is_continued(site, visit_site):
    page, before = visit_site(site), site.findings()
    desk = Desk(page)
    site.kill()
    desk.write("typed to nobody")
    desk.add()
    assert says(page)
    assert desk.keeps_what_was_typed()
    page.wait_for_function(
        "(count) => document.querySelectorAll('[data-kept=waiting]').length === count", arg=len(desk.typed)
    )
    site.start_again()
    page.click("#continue")
    page.wait_for_selector("[aria-labelledby=ak-tab-pest] .ak-pest:visible")
    desk.is_saved()
    nothing_is_lost(site, before, desk)


def held(*seconds: int):
    """Run a test once for each length; what lasts longer than a minute only in `make soak`."""
    lengths = [pytest.param(one, marks=pytest.mark.soak if one > 60 else ()) for one in seconds]
    return pytest.mark.parametrize("seconds", lengths)


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_the_matter_is_in_sight_wherever_the_page_is_scrolled_to(app, visit, width):
    visit.expected.extend(PROVOKED)
    page = visit(app, "", width)
    page.goto(f"{app.base}{PAGE}")
    desk = Desk(page)
    field = desk.field(desk.paths[-1])
    field.focus()
    page.evaluate("(field) => scrollBy(0, field.getBoundingClientRect().top - 4)", field.element_handle())
    assert page.evaluate("scrollY") > 300
    page.context.set_offline(True)
    assert says(page)
    shown, typed = page.locator("#away").bounding_box(), field.bounding_box()
    assert shown["y"] >= 0 and shown["y"] + shown["height"] < typed["y"] < 1000
    page.emulate_media(media="print")
    assert not page.locator("#away").is_visible()
    page.emulate_media(media="null")
    page.evaluate("scrollTo(0, 0)")
    bar = page.locator("header.bar").bounding_box()
    assert page.locator("#away").bounding_box()["y"] >= bar["y"] + bar["height"]
    page.context.set_offline(False)
    is_quiet(page)


@held(SHORT, 100)
def test_a_network_that_is_away_for_a_while_is_waited_for(site, visit_site, seconds):
    wire = Wire(site.port)
    page, before = visit_site(site, port=wire.port), site.findings()
    desk = Desk(page)
    wire.cut()
    desk.write("typed without a network")
    desk.add()
    assert says(page)
    page.wait_for_timeout(seconds * 1000)
    assert desk.keeps_what_was_typed()
    wire.mend()
    desk.is_saved()
    is_quiet(page)
    nothing_is_lost(site, before, desk)
    page.wait_for_function(
        "(count) => document.querySelectorAll('.ak-pest').length === count", arg=len(desk.paths) + 1
    )
    wire.close()


@held(SHORT, LONG)
def test_a_file_that_is_locked_is_waited_for(site, visit_site, seconds):
    page, before = visit_site(site), site.findings()
    desk = Desk(page)
    with locked(site.folder / "accounts.sqlite"):
        desk.write("typed to a locked file")
        desk.add()
        says(page)
        page.wait_for_function("/lock/i.test(document.querySelector('#away').textContent)", timeout=SEEN)
        page.wait_for_timeout(seconds * 1000)
        assert desk.keeps_what_was_typed() and site.findings() == before
    desk.is_saved()
    is_quiet(page)
    nothing_is_lost(site, before, desk)


@held(SHORT, LONG)
def test_a_disk_that_is_full_is_waited_for(tmp_path, visit_site, seconds):
    with small_disk(tmp_path / "disk") as disk:
        site = Site(tmp_path, f"sqlite:///{disk / 'accounts.sqlite'}")
        page, before = visit_site(site), site.findings()
        desk = Desk(page)
        with full(disk):
            for turn in range(40):  # the log of the database has room for a few yet
                desk.write(f"typed to a full disk {turn} " + "x" * 2000)
                if page.evaluate("accountkitOutbox.waiting().why"):
                    break
                page.wait_for_timeout(200)
            assert re.search("full", says(page), re.I)
            desk.add()
            page.wait_for_timeout(seconds * 1000)
            assert desk.keeps_what_was_typed()
        desk.is_saved()
        is_quiet(page)
        nothing_is_lost(site, before, desk)
        site.server.stop()


@held(SHORT, LONG)
def test_a_file_that_can_only_be_read_is_waited_for(tmp_path, visit_site, seconds):
    """A page's kernel opens the file anew; what was open before goes on writing, as the system has it."""
    file = tmp_path / "data" / "accounts.sqlite"
    file.parent.mkdir()
    site = Site(tmp_path, f"sqlite:///{file}", WITHOUT_PRIVILEGE)
    before = site.findings()
    with read_only(file):
        page = visit_site(site)
        desk = Desk(page)
        desk.write("typed to what can only be read")
        desk.add()
        says(page)
        page.wait_for_function("/read/i.test(document.querySelector('#away').textContent)", timeout=SEEN)
        page.wait_for_timeout(seconds * 1000)
        assert desk.keeps_what_was_typed() and site.findings() == before
    desk.is_saved()
    is_quiet(page)
    nothing_is_lost(site, before, desk)
    site.server.stop()


@pytest.mark.soak  # what a full disk is for everybody
@held(SHORT, LONG)
def test_a_quota_that_is_used_up_is_waited_for(site, visit_site, seconds):
    page, before = visit_site(site), site.findings()
    desk = Desk(page)
    with no_growth(site.processes()["kernels"], site.folder / "accounts.sqlite-wal"):
        desk.write("typed beyond a quota")
        desk.add()
        says(page)
        page.wait_for_timeout(seconds * 1000)
        assert desk.keeps_what_was_typed()
    desk.is_saved()
    is_quiet(page)
    nothing_is_lost(site, before, desk)


def test_what_a_closed_page_left_is_sent_by_the_next_one(site, visit_site):
    page, before = visit_site(site), site.findings()
    desk = Desk(page)
    warned = []
    page.on("dialog", lambda dialog: (warned.append(dialog.type), dialog.accept()))
    with locked(site.folder / "accounts.sqlite"):
        desk.write("typed before the page was closed", rows=2)
        last = desk.paths[2]
        desk.field(last).click()
        page.keyboard.press("Control+a")
        page.keyboard.type("still in its field")
        desk.typed[last.split("/")[1]] = "still in its field"
        with page.expect_event("close"):
            page.close(run_before_unload=True)
        assert site.findings() == before
    assert warned == ["beforeunload"]
    page = page.context.new_page()
    page.goto(f"http://localhost:{site.port}/analysis/five_forces?account=walmart")
    page.wait_for_selector("#rendered_cells .ak .ak-card")
    page.wait_for_function("window.accountkitOutbox && accountkitOutbox.waiting().count === 0")
    page.wait_for_selector(".ak-notice.saved >> text=3")
    nothing_is_lost(site, before, desk)


def test_what_is_refused_stays_in_its_field_and_is_not_sent_again(site, visit_site):
    page, before = visit_site(site), site.findings()
    desk = Desk(page)
    box = desk.field(desk.paths[0])
    box.evaluate("(node) => node.removeAttribute('maxlength')")
    box.fill("x" * 20_001)
    box.blur()
    page.wait_for_function("accountkitOutbox.waiting().count === 0")
    page.locator(f"[data-path='{desk.paths[0]}'] [role=alert]").first.wait_for()
    assert box.input_value() == "x" * 20_001 and site.findings() == before

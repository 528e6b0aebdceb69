"""Forms as a person submits them, and as another site's page would: the first are taken, the others are not."""

from __future__ import annotations

import datetime as dt
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from accountkit.model import Edit
from accountkit.server.readers import MOST_OPEN_COMMENTS

pytestmark = pytest.mark.browser
SAID = "The depot closed in May, ask <b>logistics</b>."
NO_ICON = '<link rel="icon" href="data:,">'
SANDBOX = '<iframe sandbox="allow-scripts allow-forms" srcdoc="{page}"></iframe>'
SUBMITS = """<form method=post action={address}><input name=name value=Planted><input name=_xsrf value="{xsrf}">
<input name=target value="{target}"><input name=text value=Planted><button>Win a prize</button></form>"""


class Stranger:
    """Another site on this machine, which shows the page that a test gives it and notes what a browser tells it."""

    def __init__(self) -> None:
        stranger, self.page, self.heard = self, "", []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                stranger.heard.append((self.path, dict(self.headers)))
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write((NO_ICON + stranger.page).encode())

            def log_message(self, *_ignored) -> None:
                """Say nothing: the tests' output is for what fails."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://localhost:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def stranger():
    site = Stranger()
    yield site
    site.server.shutdown()
    site.server.server_close()


@pytest.fixture(params=["token", "no token"])
def served(request):
    """A server with its token, and one without."""
    return request.getfixturevalue("app" if request.param == "token" else "open_app")


def link(served, **wanted) -> str:
    """The address of a new reader's link."""
    expires = dt.datetime.now(dt.UTC) + dt.timedelta(days=30)
    secret, _link = served.store.create_link("new-oriental", by="ann", expires=expires, **wanted)
    return f"/read/{secret}"


def test_a_new_account_is_begun_by_its_name(served, visit):
    page = visit(served, "/")
    page.click("#new")
    page.keyboard.type("Müller & Söhne")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/workbook\?account="))
    slug = page.url.rsplit("=", 1)[1]
    assert served.store.load(slug).profile.name == "Müller & Söhne"
    page.wait_for_selector(".ak-workbook .ak-card:visible")


@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_a_readers_comment_reaches_the_account(served, read, edition):
    page = read(served, link(served, edition=edition))
    claim = page.locator(".claims > li").first
    claim.locator("summary").click()
    claim.locator("textarea").fill(f"{edition}: {SAID}")
    claim.locator("input[name=name]").fill("Bo")
    claim.locator("form button:not([type=button])").click()
    page.wait_for_selector("[role=status]")
    comments = [c for c in served.store.load("new-oriental").comments.values()]
    assert [(c.text, c.by) for c in comments if c.text.startswith(edition)] == [(f"{edition}: {SAID}", "Bo")]


def test_a_reader_who_reloads_sends_nothing_again(app, read):
    page = read(app, link(app, edition="internal"))
    claim = page.locator(".claims > li").first
    claim.locator("summary").click()
    claim.locator("textarea").fill("Sent once")
    claim.locator("form button:not([type=button])").click()
    page.wait_for_selector("[role=status]")
    address = page.url
    page.reload()
    page.wait_for_selector("[role=status]")
    assert [c.text for c in app.store.load("new-oriental").comments.values()].count("Sent once") == 1
    assert re.search(r"/read/[\w-]+\?commented=[^#]+#claim-\d+-\d+$", address)


def test_a_new_account_without_a_name_is_refused_beside_the_field(app, visit):
    visit.expected.append("400")
    page = visit(app, "/")
    before = len(list(app.store.accounts()))
    page.click("#new")
    page.keyboard.type("   ")
    page.keyboard.press("Enter")
    page.wait_for_selector("#naming[open] #naming-error:visible")
    field = page.locator("#naming [name=name]")
    assert (
        field.get_attribute("aria-invalid") == "true"
        and page.evaluate("document.activeElement.name") == "name"
    )
    assert len(list(app.store.accounts())) == before
    field.fill("Not empty")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("account=not-empty"))


def test_a_refused_comment_stays_in_its_field(app, read):
    read.expected.append("403")
    secret = link(app, edition="internal")
    page = read(app, secret)
    claim = page.locator(".claims > li").nth(1)
    claim.locator("summary").click()
    claim.locator("textarea").fill(SAID)
    claim.locator("input[name=name]").fill("Bo")
    waiting = [
        Edit(f"comments/w{n}", {"target": "findings/f-rules", "text": "x"}) for n in range(MOST_OPEN_COMMENTS)
    ]
    app.store.apply("new-oriental", waiting, by="ann")
    claim.locator("form button").click()
    claim.locator(".wrong").wait_for()
    assert claim.locator("textarea").input_value() == SAID
    assert claim.locator("input[name=name]").input_value() == "Bo"
    app.store.undo("new-oriental", "ann")
    claim.locator("form button").click()
    claim.locator("[role=status]").wait_for()
    assert SAID in [c.text for c in app.store.load("new-oriental").comments.values()]


def test_a_comment_on_a_revoked_link_is_given_back(app, read):
    read.expected.append("403")
    address = link(app, edition="internal")
    page = read(app, address)
    claim = page.locator(".claims > li").first
    claim.locator("summary").click()
    claim.locator("textarea").fill(SAID)
    app.store.revoke_link(app.store.link_for(address.removeprefix("/read/")).id)
    claim.locator("form button").click()
    page.wait_for_selector(".unsent")
    assert page.locator(".unsent textarea").input_value() == SAID


def test_a_readers_link_is_made_copied_and_revoked_by_keyboard(app, visit, read):
    page = visit(app, "/workbook?account=walmart")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.focus("#share")
    page.keyboard.press("Enter")
    page.wait_for_selector("#sharing[open]")
    page.locator("#sharing [name=days]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#copy:focus")
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('copied').textContent")
    address = page.locator("#address").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == address and "/read/" in address
    read(app, address.removeprefix(app.base)).wait_for_selector(".claims")
    page.locator(".links .revoke").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".links:focus")
    assert page.locator(".links .revoke").count() == 0
    read.expected.append("403")
    read(app, address.removeprefix(app.base)).wait_for_selector("h1")


def test_a_link_that_cannot_be_made_says_so_in_the_dialog(app, visit):
    visit.expected += ["400", "404", "Failed to load"]
    page = visit(app, "/workbook?account=walmart")
    page.click("#share")
    page.wait_for_selector("#sharing[open]")
    page.evaluate("document.getElementById('sharing').dataset.account = 'nobody'")
    page.locator("#sharing-form button:not([type])").click()
    page.wait_for_selector("#sharing-error:visible")
    assert not page.locator("#made").is_visible()


def test_another_sites_page_can_post_nothing(served, visit, stranger):
    visit.expected += ["403", "404", "Framing"]
    page = visit(served, "/")
    xsrf = next(c["value"] for c in page.context.cookies(served.base) if c["name"] == "_xsrf")
    reader = link(served, edition="internal")
    before = [(account.slug, account.revision) for account in served.store.accounts()]
    for path in ("/accounts", f"{reader}/comment"):
        form = SUBMITS.format(address=served.base + path, xsrf=xsrf, target="findings/f-rules")
        # another port of this machine is the same site: its posts carry our cookies, and still are refused
        refused(page, stranger, form, page, served.base + path, stranger.address)
        sandbox = SANDBOX.format(page=form.replace('"', "&quot;"))
        refused(page, stranger, sandbox, page.frame_locator("iframe"), served.base + path, "null")
    assert [(account.slug, account.revision) for account in served.store.accounts()] == before


def refused(page, stranger, html: str, place, address: str, origin: str) -> None:
    """A click on a button of another site's page posts to us, says where from, and is refused."""
    stranger.page = html
    page.goto(stranger.address)
    with page.expect_response(address) as answer:
        place.locator("button").click()
    assert answer.value.request.header_value("origin") == origin
    assert answer.value.status in (403, 404)


def test_another_site_learns_no_address_of_ours(served, visit, stranger):
    page = visit(served, link(served, edition="internal"))
    page.evaluate(
        """(address) => { const link = document.createElement("a"); link.href = address; link.textContent = "away";
        document.body.prepend(link); }""",
        stranger.address + "/away",
    )
    page.get_by_role("link", name="away").click()
    page.wait_for_url(stranger.address + "/away")
    heard = next(headers for path, headers in stranger.heard if path == "/away")
    assert "Referer" not in heard and "read/" not in str(heard)

"""Everybody is somebody: personal links, what each page shows to whom, and what ends when a right ends."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import closing

import pytest
from sqlalchemy import update

from accountkit.model import Account, Edit, Profile, to_json
from accountkit.samples import sample
from accountkit.server.access import Access
from accountkit.server.people_page import ACCOUNTS_SHOWN
from accountkit.server.sessions import Live
from accountkit.store import PRACTICE
from accountkit.store.log import moment
from accountkit.store.people_found import ROLES_SHOWN
from accountkit.store.schema import SIGN_INS
from tests.server.conftest import Running, xsrf
from tests.server.people import browsers, signed_in


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    running = Running(db=str(tmp_path_factory.mktemp("db") / "accounts.sqlite"), access=Access("invite"))
    running.browsers = browsers(running)
    yield running
    for browser in running.browsers.values():
        browser.close()
    running.close()


@pytest.fixture
def ask(team):
    """Ask for a page as somebody of a role."""

    def asked(role_asking, path, /, **data):
        client = team.browsers[role_asking]
        return client.post(path, data=data, headers=xsrf(client)) if data else client.get(path)

    return asked


def test_a_personal_link_signs_in_once_and_only_when_the_button_is_pressed(team):
    person = team.app.store.people.add("Ann <b>Lee</b>")
    path = f"/invitation/{team.app.store.people.invite(person, '')}"
    client = team.stranger(follow_redirects=True)
    shown = client.get(path)
    assert "Ann &lt;b&gt;Lee" in shown.text and client.get("/").status_code == 403
    assert client.post(path).status_code == 403, "another site cannot press it"
    answer = client.post(path, data={"_xsrf": client.cookies["_xsrf"]})
    assert answer.status_code == 200 and answer.url.path == "/"
    for second in (client.get(path), team.stranger().get("/invitation/" + "x" * 43)):
        assert second.status_code == 403 and "was used or has expired" in second.text
        assert "<h1>This link no longer works</h1>" in second.text and 'href="/"' in second.text


def test_the_cookie_is_for_this_site_alone_and_no_token_opens_anything(team):
    person = team.app.store.people.add("Cook")
    client = team.stranger()
    path = f"/invitation/{team.app.store.people.invite(person, '')}"
    client.get(path)
    set_cookie = client.post(path, data={"_xsrf": client.cookies["_xsrf"]}).headers["set-cookie"]
    assert "HttpOnly" in set_cookie and "SameSite=Lax" in set_cookie
    for token in ("x", "None", "-"):
        refused = team.stranger().get("/", params={"token": token})
        assert refused.status_code == 403 and "personal link" in refused.text
        assert team.stranger().get("/", headers={"Authorization": f"token {token}"}).status_code == 403


def test_the_list_shows_what_one_may_see(team, ask):
    for role, sees in (
        ("administrator", {"Walmart", "New Oriental"}),
        ("reader", {"Walmart"}),
        ("nobody", set()),
    ):
        page = ask(role, "/").text
        assert {name for name in ("Walmart", "New Oriental") if name in page} == sees, role


def test_the_first_page_offers_what_the_role_may_do(team, ask):
    once = signed_in(team, editor := team.app.store.people.add("Editor of one"))
    team.app.store.people.give(editor, "walmart", "editor")
    works = ('id="new"', 'id="choose"', 'id="drop"', 'id="naming"')
    for page, pages, may_work in (
        (ask("administrator", "/").text, ["week", "", "portfolio", "team"], True),
        (ask("editor", "/").text, ["week", "", "portfolio", "team"], True),
        (once.get("/").text, ["week", ""], True),
        (ask("reader", "/").text, [""], False),
        (ask("commenter", "/people").text, [""], False),
        (ask("nobody", "/").text, [""], False),
    ):
        assert re.findall(r'class="ak-tab[^"]*" href="/([^"]*)"', page) == pages
        if "<h1>Accounts</h1>" in page:
            assert [part in page for part in works] == [may_work] * 4
    assert "create an account" not in ask("reader", "/?q=nothing").text
    for client, leads in ((once, False), (team.browsers["editor"], True)):
        assert ('"/portfolio' in client.get("/palette?account=walmart").text) is leads
    once.close()


def test_who_may_not_is_told_what_and_finds_the_way_back(ask):
    refused = ask("reader", "/week").text
    assert "<h1>No access</h1>" in refused and "for people who edit an account" in refused
    assert "Back to accounts" in refused
    assert "New accounts are begun by people who edit one" in ask("reader", "/accounts", name="Mine").text
    assert "<h1>Not found</h1>" in ask("nobody", "/shared/walmart").text


def test_who_is_not_signed_in_is_one_line_of_the_log(team, caplog):
    caplog.set_level("INFO")
    for _visit in range(2):  # the line of the first is written before the second is answered
        assert team.stranger().get("/workbook?account=walmart").status_code == 403
    said = [one.getMessage() for one in caplog.records if not one.name.startswith(("httpx", "httpcore"))]
    assert any(line.startswith("403 GET /workbook (") for line in said), said
    assert not any("LivePage" in line for line in said), said


def test_a_reader_gets_the_page_for_reading_and_no_kernel(team, ask):
    for role in ("reader", "commenter"):
        before = len(team.app.sessions.live)
        answer = ask(role, "/workbook?account=walmart")
        assert answer.url.path == "/shared/walmart" and "jupyter-config-data" not in answer.text
        assert len(team.app.sessions.live) == before
        assert "jupyter-config-data" not in ask(role, "/analysis/pest?account=walmart").text


def test_a_reader_sees_nothing_private_in_page_and_brief(team, ask):
    private = Edit("private_answers/personal_needs.s-cfo", {"notes": {"a": "xyzzy"}})
    team.app.store.apply("walmart", [private], by="x")
    assert "xyzzy" not in ask("reader", "/shared/walmart").text
    assert "xyzzy" not in ask("reader", "/brief/walmart.md").text
    assert ask("reader", "/brief/walmart.md").status_code == 200
    for path in ("/shared/new-oriental", "/brief/new-oriental.md", "/shared/new-oriental/brief.md"):
        assert ask("reader", path).status_code == 404


def test_a_comment_stands_under_the_verified_name(team, ask):
    page = ask("commenter", "/shared/walmart").text
    target = re.search(r'name="target" value="([^"]+)"', page)[1]
    assert 'name="name"' not in page, "nobody types a name"
    answer = ask("commenter", "/shared/walmart/comment", target=target, text="That is old", name="the owner")
    assert "Thank you" in answer.text
    (comment,) = [
        one for one in team.app.store.load("walmart").comments.values() if one.text == "That is old"
    ]
    assert comment.by == "the commenter"
    assert team.app.store.history("walmart")[-1].by == "the commenter"
    assert "Comment on this claim" not in ask("reader", "/shared/walmart").text
    assert ask("reader", "/shared/walmart/comment", target=target, text="x").status_code == 403


def test_a_new_account_is_logged_under_the_verified_name_and_is_its_makers(team, ask):
    ask("editor", "/accounts?name=the+owner", name="Brand New")
    store = team.app.store
    assert store.history("brand-new") == [] and store.accounts()[0].updated_by == "the editor"
    assert store.people.find("the editor").roles["brand-new"] == "owner"
    assert ask("reader", "/accounts", name="Mine").status_code == 403


def test_the_week_is_about_what_one_edits(team, ask):
    assert "Walmart" in ask("editor", "/week?day=2026-06-01").text
    assert "New Oriental" not in ask("editor", "/week?day=2026-06-01").text
    assert "New Oriental" in ask("administrator", "/week?day=2026-06-01").text


def test_a_calendar_shows_what_its_maker_may_see_now(team, ask):
    made = ask("editor", "/week/calendar", who="", days="5").text
    path = re.search(r"/read/[A-Za-z0-9_-]+/week\.ics", made)[0]
    feed = team.stranger().get(path)
    assert feed.status_code == 200 and "New Oriental" not in feed.text
    editor = team.app.store.people.find("the editor")
    secret, _link = team.app.store.create_calendar("", by="who held the token", expires=_soon())
    assert "BEGIN:VEVENT" not in team.stranger().get(f"/read/{secret}/week.ics").text
    assert editor.roles["walmart"] == "editor"


def _soon():
    import datetime as dt

    return dt.datetime.now(dt.UTC) + dt.timedelta(days=1)


def test_readers_links_go_on_working(team):
    secret, _link = team.app.store.create_link("walmart", by="x", expires=_soon())
    assert "Walmart" in team.stranger().get(f"/read/{secret}").text
    assert team.browsers["nobody"].get(f"/read/{secret}").status_code == 200


def test_an_owner_invites_to_their_accounts_and_nowhere_else(team, ask):
    made = ask("owner", "/people", do="invite", name="Newcomer", account="walmart", role="reader")
    path = re.search(r"/invitation/[A-Za-z0-9_-]+", made.text)[0]
    client = team.stranger(follow_redirects=True)
    client.get(path)
    assert "Walmart" in client.post(path, data={"_xsrf": client.cookies["_xsrf"]}).text
    refused = [
        dict(do="invite", name="A", account="new-oriental", role="reader"),
        dict(do="invite", name="A", account="walmart", role="owner", administrator="1"),
        dict(do="invite", name="A", account="", role=""),
        dict(do="role", person="the reader", account="new-oriental", role="owner"),
        dict(do="administrator", person="the owner", yes="1"),
        dict(do="link", person="the administrator"),
        dict(do="revoke", person="the administrator"),
    ]
    names = {one.name for one in team.app.store.people.all()}
    for form in refused:
        assert ask("owner", "/people", **form).status_code in (403, 404), form
        for role in ("editor", "commenter", "reader", "nobody"):
            assert ask(role, "/people", **form).status_code in (403, 404), (role, form)
    assert (
        ask("editor", "/people", do="invite", name="A", account=".practice", role="owner").status_code == 403
    )
    people = team.app.store.people
    assert {one.name for one in people.all()} == names
    assert people.find("the reader").roles == {"walmart": "reader"}
    assert not people.find("the owner").administrator


def test_people_are_shown_to_who_gives_roles(team, ask):
    assert "the administrator" in ask("owner", "/people").text
    assert "Brand New" not in ask("owner", "/people").text, "an account of others"
    for role in ("editor", "reader", "nobody"):
        page = ask(role, "/people").text
        shown = page if role != "editor" else page.replace("Brand New", "")
        assert "Your sign-ins" in shown
    assert "the administrator" not in ask("nobody", "/people").text


def test_people_and_accounts_beyond_a_page_are_found_by_name(start):
    running = start(access=Access("invite"))
    store = running.app.store
    boss = store.people.add("Zoe Boss", administrator=True)
    for n in range(60):
        store.people.add(f"Person {n:02}", f"p{n}@example.com")
    for n in range(ACCOUNTS_SHOWN):
        store.create(Account(slug=f"a{n}", profile=Profile(name=f"Account {n:03}")), by="x")
        store.people.give(boss, f"a{n}", "owner")
    with closing(signed_in(running, boss)) as client:
        page = client.get("/people").text
        assert "Person 24" in page and "Person 25" not in page and "Page 1 of 3" in page
        assert "Zoe Boss</b>" in client.get("/people?page=3").text
        found = client.get("/people?q=P59@").text
        assert "Person 59</b>" in found and "Person 58" not in found and "People: 1" in found
        assert '<input class="ak-input" name="account" list="accounts"' in page
        assert f"Further accounts: {ACCOUNTS_SHOWN - ROLES_SHOWN}" in client.get("/people?q=zoe").text
        form = {"do": "role", "person": "Person 59", "account": "new oriental", "role": "editor"}
        answer = client.post("/people?q=P59@", data=form, headers=xsrf(client))
        assert "New Oriental: editor" in answer.text and "Person 58" not in answer.text
        form["account"] = "nothing of the name"
        assert client.post("/people", data=form, headers=xsrf(client)).status_code == 404


def test_who_gives_roles_on_our_own_side_alone_chooses_among_all_people(team):
    person = team.app.store.people.add("Owner of our side")
    team.app.store.people.give(person, PRACTICE, "owner")
    with closing(signed_in(team, person)) as client:
        page = client.get("/people").text
    assert "our own data" in page and "the reader</option>" in page


def test_a_role_is_given_and_taken_and_works_at_once(team, ask):
    assert ask("nobody", "/shared/walmart").status_code == 404
    ask("administrator", "/people", do="role", person="the nobody", account="walmart", role="reader")
    assert ask("nobody", "/shared/walmart").status_code == 200
    ask("administrator", "/people", do="role", person="the nobody", account="walmart", role="")
    assert ask("nobody", "/shared/walmart").status_code == 404


def test_signing_out_ends_this_browser_alone(team):
    person = team.app.store.people.add("Two browsers")
    first, second = signed_in(team, person), signed_in(team, person)
    answer = first.post("/sign-out", headers=xsrf(first))
    assert answer.status_code == 200 and "You are signed out" in answer.text
    assert first.get("/").status_code == 403 and second.get("/").status_code == 200
    (left,) = team.app.store.sign_ins.all(person.id)
    stranger = team.browsers["nobody"]
    stranger.post("/people", data={"do": "end", "sign_in": left.id}, headers=xsrf(stranger))
    assert second.get("/").status_code == 200, "nobody ends what is another's"
    second.post("/people", data={"do": "end", "sign_in": left.id}, headers=xsrf(second))
    assert second.get("/").status_code == 403


def test_who_is_revoked_is_out_at_once(team, ask):
    person = team.app.store.people.add("Leaver")
    team.app.store.people.give(person, "walmart", "editor")
    client = signed_in(team, person)
    assert client.get("/palette?account=walmart").status_code == 200
    ask("administrator", "/people", do="revoke", person="Leaver")
    assert client.get("/palette?account=walmart").status_code == 403
    assert client.get("/").status_code == 403
    assert ask("administrator", "/people", do="revoke", person="the administrator").status_code == 400


def test_what_is_open_ends_when_the_right_or_the_sign_in_ends(team):
    store, sessions = team.app.store, team.app.sessions
    person = store.people.add("Watched")
    store.people.give(person, "walmart", "editor")
    store.sign_ins.begin(person.id, "Firefox")

    def is_left_open():
        sessions.live["a-kernel"] = Live(person.id, "walmart")
        team.call(team.app.watch.look)
        return sessions.live.pop("a-kernel", None) is not None

    async def sweep_no_more():
        sessions.stop()

    team.call(sweep_no_more)  # it ends what has no kernel
    assert is_left_open()
    store.people.give(person, "walmart", "reader")
    assert not is_left_open()
    store.people.give(person, "walmart", "editor")
    assert is_left_open()
    (sign_in,) = store.sign_ins.all(person.id)
    store.sign_ins.end(sign_in.id)
    assert not is_left_open()


def test_the_kernel_of_a_person_has_their_rights_and_their_name(team, tmp_path, monkeypatch):
    from accountkit.errors import AccountNotFound, Forbidden
    from accountkit.workbook import open_account

    person = team.app.store.people.add("Kim")
    team.app.store.people.give(person, "walmart", "editor")
    for name, value in (("PERSON", person.id), ("USER", "Kim"), ("DB", team.app.store.url)):
        monkeypatch.setenv(f"ACCOUNTKIT_{name}", value)
    monkeypatch.chdir(tmp_path)
    account = open_account("walmart")
    account.edit("profile/owner", "Kim")
    assert team.app.store.history("walmart")[-1].by == "Kim"
    with pytest.raises(AccountNotFound):
        open_account("new-oriental")
    team.app.store.people.give(person, "walmart", "reader")
    with pytest.raises(Forbidden, match="Your role here is reader"):
        account.edit("profile/owner", "Kim again")


def test_without_sign_in_there_are_no_people(served):
    visitor = served.visitor()
    assert "Sign-in is off" in visitor.get("/people").text
    assert visitor.get("/sign-out").status_code == 404
    assert visitor.get("/shared/walmart").status_code == 200
    assert sample("walmart").profile.name in visitor.get("/").text


def test_the_first_start_prints_a_link_for_an_administrator(start):
    from accountkit.server.sign_in import first_steps

    access = Access("invite", idle=dt.timedelta(hours=12))
    running = start(access=access, token="t" * 40)
    assert running.app.token == "" and "token" not in running.app.display_url
    path = first_steps(running.app.store, access)
    client = running.stranger(follow_redirects=True)
    page = client.get(f"/{path}").text
    assert "Your name, as the history shows it" in page and "do not use it for 12 hours" in page
    nameless = client.post(f"/{path}", data={"_xsrf": client.cookies["_xsrf"]})
    assert nameless.status_code == 400 and "The name is empty" in nameless.text
    form = {"_xsrf": client.cookies["_xsrf"], "name": "Ann Lee"}
    assert "New Oriental" in client.post(f"/{path}", data=form).text
    client.post("/accounts", data={"name": "Mine"}, headers=xsrf(client))
    assert running.app.store.accounts()[0].updated_by == "Ann Lee"
    assert first_steps(running.app.store, access) == "", "the second start prints none"
    (sign_in,) = running.app.store.sign_ins.all()
    with running.app.store._database.writing() as connection:
        early = sign_in.seen_at - dt.timedelta(hours=13)
        connection.execute(update(SIGN_INS).values(seen_at=moment(early)))
    assert client.get("/").status_code == 403, "not used for longer than the operator allows"


def test_the_operator_may_name_the_first_administrator(start):
    from accountkit.server.sign_in import first_steps

    access = Access("invite", administrator="Ann Lee")
    running = start(access=access)
    path = first_steps(running.app.store, access)
    assert "Sign in as Ann Lee" in running.stranger().get(f"/{path}").text


def test_a_file_of_an_account_that_one_may_not_see_makes_one_of_ones_own(team, ask):
    client = team.browsers["editor"]
    headers = {**xsrf(client), "X-File-Name": "new-oriental.json"}
    text = to_json(sample("new-oriental"), with_private=False)
    upload = client.post("/upload", content=text.encode(), headers=headers).json()["upload"]
    form = {"upload": upload, "name": "new-oriental.json"}
    answer = client.post("/import", data=form, headers={**xsrf(client), "Accept": "application/json"})
    assert answer.json()["open"] == "/workbook?account=new-oriental-2"


def test_the_name_of_an_account_that_one_may_not_see_is_not_told(team):
    """Neither when another is made of its name, nor by what tells apart the own one."""
    person = team.app.store.people.add("Editor of Walmart")
    team.app.store.people.give(person, "walmart", "editor")
    with closing(signed_in(team, person)) as client:
        headers = {**xsrf(client), "Accept": "application/json"}
        made = client.post("/accounts", data={"name": "New Oriental"}, headers=headers).json()
        slug = made["open"].partition("=")[2]
        assert slug != "new-oriental" and f"({slug})" not in client.get("/").text
        again = client.post("/accounts", data={"name": "New Oriental"}, headers=headers).json()
        assert [one["slug"] for one in again["same"]] == [slug]
        client.post("/accounts", data={"name": "New Oriental", "another": "1"}, headers=headers)
        assert f"({slug})" in client.get("/").text

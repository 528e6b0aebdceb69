"""The landing page and the switch of accounts: a page at a time, whoever asks and however."""

from __future__ import annotations

import datetime as dt
import re
import time
from contextlib import closing

import pytest
from sqlalchemy import insert, select

from accountkit.model import Account, Edit, Profile
from accountkit.samples import sample
from accountkit.server.access import Access
from accountkit.store.documents import Documents
from accountkit.store.schema import ACCOUNTS, AGENDA, LINES, LISTED
from tests.server.conftest import xsrf
from tests.server.people import signed_in

STATEMENT = b"Line,2023-12-31,2022-12-31\nRevenue,1000,900\nNet income,50,45\nTotal assets,800,790\nTotal equity,400,390\n"
MANY = 10_000
LARGEST = 100_000
TIMES = 3
"""A page of many accounts takes at most so many times that of ten, and has so many bytes."""


def shown(page: str) -> list[str]:
    return re.findall(r'<li data-account="([^"]+)"', page)


def test_accounts_are_searched_sorted_and_paged_by_the_address(start):
    running = start()
    for n in range(30):
        running.app.store.create(Account(slug=f"one-{n}", profile=Profile(name=f"One {n}")), by="ann")
    running.app.store.apply("one-7", [Edit("problems/p1", {"statement": "Stock turns slowly"})], by="ann")
    visitor = running.visitor()
    first = visitor.get("/").text
    assert len(shown(first)) == 25 and "32 of 32" in first and "Page 1 of 2" in first
    assert "Peers: Amazon, Home Depot, Nike and 1 more" in visitor.get("/?q=walmart").text
    following = re.search(r'rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")
    assert len(shown(visitor.get(following).text)) == 7
    assert shown(visitor.get("/?sort=return").text)[:2] == ["walmart", "new-oriental"]
    found = visitor.get("/?q=turns+slowly+one").text
    assert (
        shown(found) == ["one-7"]
        and "Found in: Stock turns slowly" in found
        and 'value="turns slowly one"' in found
    )
    nothing = visitor.get("/?q=%3Cb%3Enothing").text
    assert (
        shown(nothing) == []
        and "No account matches. Clear the search" in nothing
        and "<b>nothing" not in nothing
    )
    for odd in (
        "page=-1",
        "page=x",
        "page=999999",
        "sort=x",
        "q=%00",
        "group=%00",
        "q=" + "a" * 5000,
        "page=²",
    ):
        assert visitor.get("/?" + odd).status_code == 200, odd
    answer = visitor.get("/accounts?q=one-7").json()
    assert answer == {
        "accounts": [{"name": "One 7", "address": "/workbook?account=one-7"}],
        "found": 1,
        "all": 32,
    }


def test_companies_of_a_group_are_all_reached(start):
    running = start()
    for n in range(20):
        store = running.app.store
        store.create(Account(slug=f"part-{n}", profile=Profile(name=f"Part {n}", parent="walmart")), by="ann")
    visitor = running.visitor()
    page = visitor.get("/").text
    assert len(shown(page)) == 2 + 15 and "Further companies of the group: 5" in page
    assert len(shown(visitor.get("/?group=walmart").text)) == 20


def test_a_name_that_an_account_has_is_asked_about(start):
    """In a page of its own without a script; with one its sentence is on the page already."""
    running = start()
    visitor = running.visitor()
    for lang, name, said in (
        ("en", " walMART ", "An account of this name already exists"),
        ("zh_CN", "沃尔玛", "已有同名客户"),
    ):
        assert said in visitor.get(f"/?lang={lang}").text
        refused = visitor.post("/accounts", data={"name": name}, headers=xsrf(visitor))
        assert refused.status_code == 409 and said in refused.text
        assert (
            'href="/workbook?account=walmart"' in refused.text and f'value="{name.strip()}"' in refused.text
        )
    told = visitor.post(
        "/accounts", data={"name": "Walmart"}, headers={**xsrf(visitor), "Accept": "application/json"}
    ).json()
    assert [one["address"] for one in told["same"]] == ["/workbook?account=walmart"]
    assert len(running.app.store.accounts()) == 2
    form = dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', refused.text))
    visitor.post("/accounts", data=form)
    assert {one.slug for one in running.app.store.accounts()} > {"walmart", "new-oriental"}
    assert len(running.app.store.accounts()) == 3


def test_a_statement_of_a_name_that_an_account_has_is_asked_about(start):
    running = start()
    visitor = running.visitor()
    headers = {**xsrf(visitor), "X-File-Name": "walmart.csv"}
    upload = visitor.post("/upload", content=STATEMENT, headers=headers).json()["upload"]
    form = {"upload": upload, "name": "walmart.csv"}
    told = visitor.post("/import", data=form, headers=xsrf(visitor)).json()
    assert [one["slug"] for one in told["same"]] == ["walmart"] and len(running.app.store.accounts()) == 2
    made = visitor.post("/import", data={**form, "another": "1"}, headers=xsrf(visitor)).json()
    assert made["open"] == "/workbook?account=walmart-2"


def test_accounts_of_one_name_are_told_apart(start):
    running = start()
    running.app.store.create(Account(slug="walmart-2", profile=Profile(name="Walmart")), by="ann")
    visitor = running.visitor()
    page = visitor.get("/").text
    assert re.findall(r'<div class="ak-sub">(\S+) • ', page)[:1] == ["walmart-2"]
    assert sorted(re.findall(r'aria-label="Open ([^"]+)"', page)) == [
        "New Oriental",
        "Walmart (walmart)",
        "Walmart (walmart-2)",
    ]
    names = [one["name"] for one in visitor.get("/accounts?q=walmart").json()["accounts"]]
    assert sorted(names) == ["Walmart (walmart)", "Walmart (walmart-2)"]
    assert "Walmart（walmart）" not in visitor.get("/?lang=zh_CN").text, "its Chinese name is its own"


def test_an_account_that_is_not_begun_has_no_share(start):
    running = start()
    running.app.store.create(Account(slug="fresh", profile=Profile(name="Fresh")), by="ann")
    visitor = running.visitor()
    for lang, said, share in (
        ("en", "No claims yet", "0\u202f% confirmed"),
        ("zh_CN", "尚无判断", "已确认0%"),
    ):
        page = visitor.get(f"/?q=fresh&lang={lang}").text
        assert said in page and share not in page


def moment(n: int) -> str:
    """A moment before that of the accounts that are copied."""
    return (dt.datetime(2020, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=n)).isoformat(
        timespec="microseconds"
    )


def fill(running, count: int) -> None:
    """Two accounts, over and over under other names; of the copies no document is stored."""
    with running.app.store._database.writing() as connection:
        rows, lines, listed, agenda = (
            connection.execute(select(table).order_by(table.c[0])).mappings().all()
            for table in (ACCOUNTS.select().where(ACCOUNTS.c.id > 0).subquery(), LINES, LISTED, AGENDA)
        )
        copies = range(count - len(rows))
        connection.execute(
            insert(ACCOUNTS),
            [
                {**rows[n % 2], "id": 100 + n, "slug": f"copy-{n}", "revision": 1, "updated_at": moment(n)}
                for n in copies
            ],
        )
        connection.execute(
            insert(LINES),
            [
                {
                    **lines[n % 2],
                    "account_id": 100 + n,
                    "revision": 1,
                    "line": lines[n % 2]["line"].replace(rows[n % 2]["slug"], f"copy-{n}", 1),
                }
                for n in copies
            ],
        )
        connection.execute(
            insert(LISTED), [{**listed[n % 2], "account_id": 100 + n, "name": f"copy {n:05}"} for n in copies]
        )
        connection.execute(insert(AGENDA), [{**agenda[n % 2], "account_id": 100 + n} for n in copies])


def work(visitor, address: str) -> float:
    """Seconds of the processor that the server needs for a page, the least of three."""
    took = []
    for _try in range(3):
        start = time.process_time()
        visitor.get(address).raise_for_status()
        took.append(time.process_time() - start)
    return min(took)


def test_ten_thousand_accounts_are_listed_like_ten(start, tmp_path, monkeypatch):
    few, many = start(), start(db=str(tmp_path / "many.sqlite"))
    fill(few, 10)
    fill(many, MANY)
    monkeypatch.setattr(Documents, "at", lambda *_: pytest.fail("a document was opened"))
    ten, all_of_them = few.visitor(), many.visitor()
    assert "10 of 10" in ten.get("/").text and "10,000 of 10,000" in all_of_them.get("/").text
    of_ten = work(ten, "/")
    for address in ("/", "/?sort=name", "/?sort=return", "/?sort=due"):
        assert work(all_of_them, address) < TIMES * of_ten, address
        assert len(all_of_them.get(address).content) < LARGEST


def test_week_and_people_cost_the_same_with_ten_thousand_accounts(start, tmp_path, monkeypatch):
    few = start(db=str(tmp_path / "few.sqlite"), access=Access("invite"))
    many = start(db=str(tmp_path / "many.sqlite"), access=Access("invite"))
    documents = [sample(slug) for slug in ("walmart", "new-oriental")]
    took: dict[str, list[float]] = {}
    for running, count in ((few, 10), (many, MANY)):
        fill(running, count)
        monkeypatch.setattr(running.app.store, "lines", lambda: pytest.fail("all lines were read"))
        monkeypatch.setattr(
            Documents, "at", lambda _self, _connection, row_id, _revision: documents[row_id % 2]
        )
        monkeypatch.setattr("accountkit.week.gather._ranks", lambda _store: {})
        boss = running.app.store.people.add("Boss", administrator=True)
        with closing(signed_in(running, boss)) as client:
            for address in ("/week?day=2026-05-11", "/people"):
                client.get(address)
                took.setdefault(address, []).append(work(client, address))
    for address, (of_few, of_many) in took.items():
        assert of_many < TIMES * of_few, (address, of_few, of_many)
    print(took)

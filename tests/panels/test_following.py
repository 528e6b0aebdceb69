"""A page follows what colleagues store because its server tells it, not because it asks."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from accountkit.model import Edit
from accountkit.panels import following
from accountkit.panels.following import ADDRESS, SERVER, Following
from accountkit.panels.session import Session
from accountkit.server.news import News
from accountkit.store import PRACTICE


@pytest.fixture
def news(store, tmp_path):
    news = News(tmp_path / "news")
    news.begin(store)
    yield news
    news.close()


@pytest.fixture
def colleague(store):
    return Session(store, "new-oriental", by="colleague")


@contextmanager
def queries(store):
    asked = []

    def note(*said):
        asked.append(said[2])

    event.listen(store._database.engine, "before_cursor_execute", note)
    yield asked
    event.remove(store._database.engine, "before_cursor_execute", note)


def followed(session, work):
    """Run `work` in a loop in which the session follows its store."""

    async def run():
        follows = Following(session, asyncio.get_running_loop())
        try:
            return await work()
        finally:
            follows.close()

    return asyncio.run(run())


async def until(true, seconds):
    for _try in range(int(seconds * 100)):
        if true():
            return True
        await asyncio.sleep(0.01)
    return False


def test_a_colleagues_edit_is_there_within_a_second(session, colleague, news, monkeypatch):
    monkeypatch.setenv(ADDRESS, news.environment("kernel")[ADDRESS])

    async def work():
        await asyncio.sleep(0.3)
        colleague.edit([Edit("profile/name", "Changed elsewhere")])
        return await until(lambda: session.account.profile.name == "Changed elsewhere", 1)

    assert followed(session, work)


def test_what_is_stored_while_a_session_is_read_is_news_to_it(store, colleague, monkeypatch):
    load = store.load

    def loaded_and_overtaken(slug):
        account = load(slug)
        monkeypatch.setattr(store, "load", load)
        colleague.edit([Edit("profile/name", "Changed meanwhile")])
        return account

    monkeypatch.setattr(store, "load", loaded_and_overtaken)
    session = Session(store, "new-oriental", by="analyst")
    assert session.account.profile.name != "Changed meanwhile"
    assert session.look_again() and session.account.profile.name == "Changed meanwhile"


def test_what_is_stored_before_a_session_follows_is_there_soon(session, colleague, news, monkeypatch):
    monkeypatch.setenv(ADDRESS, news.environment("kernel")[ADDRESS])
    monkeypatch.setattr(following, "LOOK_AGAIN", 0.1)
    colleague.edit([Edit("profile/name", "Changed elsewhere")])

    async def work():
        return await until(lambda: session.account.profile.name == "Changed elsewhere", 1)

    assert followed(session, work)


def test_our_own_side_is_followed_too(session, store, news, monkeypatch):
    monkeypatch.setenv(ADDRESS, news.environment("kernel")[ADDRESS])

    async def work():
        await asyncio.sleep(0.3)
        Session(store, PRACTICE, by="colleague").edit([Edit("offers/o1", {"name": "Audit"})])
        return await until(lambda: "o1" in session.analyses.practice.offers, 1)

    assert followed(session, work)


def test_an_idle_session_asks_nothing_nor_does_one_whose_news_are_its_own_or_of_others(
    session, store, news, monkeypatch
):
    monkeypatch.setenv(ADDRESS, news.environment("kernel")[ADDRESS])
    monkeypatch.setattr(following, "LOOK_AGAIN", 0.1)
    session.edit([Edit("profile/name", "Mine")])

    async def work():
        await asyncio.sleep(0.5)  # it has looked once
        with queries(store) as asked:
            news.tell({session.slug: session.revision, "another": 17})
            await asyncio.sleep(3)
        return asked

    assert followed(session, work) == []


def test_who_is_told_by_nobody_looks_every_two_seconds(session, colleague, monkeypatch):
    monkeypatch.delenv(ADDRESS, raising=False)
    monkeypatch.setattr(following, "LOOK_AGAIN", 0.1)

    async def work():
        colleague.edit([Edit("profile/name", "Changed elsewhere")])
        return await until(lambda: session.account.profile.name == "Changed elsewhere", 2)

    assert followed(session, work)


def test_more_news_than_wait_make_a_session_look(session, colleague, news, monkeypatch):
    """What a busy kernel does not take in time may be lost; what is lost might have been about this account."""
    monkeypatch.setenv(ADDRESS, news.environment("kernel")[ADDRESS])
    news._watch.close()

    async def work():
        colleague.edit([Edit("profile/name", "Changed elsewhere")])
        for number in range(200):
            news.tell({"another": number})
        return await until(lambda: session.account.profile.name == "Changed elsewhere", 1)

    assert followed(session, work)


def test_a_kernel_that_ended_is_told_no_longer(session, news, monkeypatch):
    monkeypatch.setenv(ADDRESS, news.environment("kernel")[ADDRESS])

    async def work():
        (address,) = (one for one in news.folder.iterdir() if one.name != SERVER)
        return address

    gone = followed(session, work)
    assert not gone.exists()
    gone.touch()  # as of a kernel that was killed
    news.tell({"another": 1})
    assert not gone.exists()


def test_a_change_of_very_much_makes_everybody_look(session, colleague, news, monkeypatch):
    monkeypatch.setenv(ADDRESS, news.environment("kernel")[ADDRESS])
    news._watch.close()

    async def work():
        colleague.edit([Edit("profile/name", "Changed elsewhere")])
        news.tell({f"account-{number}": 1 for number in range(10_000)})
        return await until(lambda: session.account.profile.name == "Changed elsewhere", 1)

    assert followed(session, work)

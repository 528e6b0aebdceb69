"""Many briefs at once: each is written once, a few at a time, and nobody else waits for them."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from accountkit.model import Edit
from accountkit.server import briefs, kept_briefs


@pytest.fixture
def writing(monkeypatch):
    """Briefs that are written when they are let go, and how many are being written at the same time."""

    class Writing:
        def __init__(self):
            self.go, self.calls, self.now, self.most = threading.Event(), [], 0, 0
            self.lock = threading.Lock()

        def __call__(self, account, edition, lang, format, **beside):
            with self.lock:
                self.calls.append((account.slug, edition, lang, format))
                self.now += 1
                self.most = max(self.most, self.now)
            assert self.go.wait(30)
            with self.lock:
                self.now -= 1
            return f"{account.profile.name} {edition} {lang}".encode()

        def until(self, count):
            for _try in range(600):
                if len(self.calls) >= count:
                    return
                time.sleep(0.05)
            raise AssertionError(f"{len(self.calls)} of {count} were begun")

    held = Writing()
    monkeypatch.setattr(briefs, "written", held)
    # what is held is here and could not be sent to a process
    monkeypatch.setattr(kept_briefs, "ProcessPoolExecutor", lambda most, *_, **__: ThreadPoolExecutor(most))
    yield held
    held.go.set()


@pytest.fixture
def visitor(served, monkeypatch):
    served.app.app.settings["accountkit_briefs"] = kept_briefs.KeptBriefs()
    return served.visitor()


def test_health_and_pages_wait_for_no_brief(served, visitor, writing):
    with ThreadPoolExecutor(kept_briefs.MOST_FOR_ONE) as people:
        asked = [people.submit(visitor.get, f"/brief/walmart.{format}") for format in ("md", "html", "docx")]
        writing.until(kept_briefs.AT_ONCE)
        for path in ("/healthz", "/", "/paint?account=walmart&tab=pest"):
            assert visitor.get(path).status_code == 200
        assert len(writing.calls) == kept_briefs.AT_ONCE, "the third waits for its turn"
        writing.go.set()
        assert [one.result().status_code for one in asked] == [200, 200, 200]
    assert writing.most == kept_briefs.AT_ONCE


def test_one_person_has_a_few_under_way_and_is_told_so(served, visitor, writing):
    formats = ("md", "html", "docx", "pptx")
    with ThreadPoolExecutor(len(formats)) as people:
        asked = [people.submit(visitor.get, f"/brief/walmart.{format}") for format in formats]
        writing.until(kept_briefs.AT_ONCE)
        refused = next(one for one in _until_done(asked) if one.status_code == 503)
        assert refused.headers["Retry-After"] and "Several briefs" in refused.text
        other = people.submit(served.visitor("bob").get, "/brief/new-oriental.md")
        writing.go.set()
        assert other.result().status_code == 200
        assert sorted(one.result().status_code for one in asked) == [200, 200, 200, 503]
    assert visitor.get("/brief/walmart.pptx").status_code == 200, "a moment later it is written"


def _until_done(asked):
    for _try in range(600):
        if done := [one.result() for one in asked if one.done()]:
            return done
        time.sleep(0.05)
    raise AssertionError("nobody was refused")


def test_the_same_brief_is_written_once_until_something_changes(served, visitor, writing):
    writing.go.set()
    first = visitor.get("/brief/walmart.md").content
    assert visitor.get("/brief/walmart.md").content == first and len(writing.calls) == 1
    visitor.get("/brief/walmart.md?lang=zh_CN")
    visitor.get("/brief/walmart.md?edition=customer&lang=en")
    assert len(writing.calls) == 3
    store = served.app.store
    store.apply("new-oriental", [Edit("profile/owner", "Ann")], "ann")
    visitor.get("/brief/walmart.md?lang=en")
    assert len(writing.calls) == 4, "an internal brief is read beside the other accounts"
    store.apply("walmart", [Edit("profile/owner", "Ann")], "ann")
    visitor.get("/brief/walmart.md?lang=en")
    assert len(writing.calls) == 5


def test_what_failed_is_not_kept(visitor, monkeypatch):
    calls = []

    def failing(*_arguments, **_beside):
        calls.append(1)
        if len(calls) == 1:
            raise OSError("no room")
        return b"written"

    monkeypatch.setattr(briefs, "written", failing)
    assert visitor.get("/brief/walmart.md").status_code == 500
    assert visitor.get("/brief/walmart.md").content == b"written"


def test_what_is_kept_is_bounded(visitor, monkeypatch):
    monkeypatch.setattr(kept_briefs, "KEPT_BYTES", 25)
    calls = []
    monkeypatch.setattr(briefs, "written", lambda *a, **b: calls.append(1) or b"0123456789")
    for lang in ("en", "zh_CN", "en", "zh_CN"):
        visitor.get(f"/brief/walmart.md?lang={lang}")
    assert len(calls) == 2, "two of ten bytes fit"
    visitor.get("/brief/walmart.html?lang=en")
    visitor.get("/brief/walmart.md?lang=en")
    assert len(calls) == 4, "the one asked for longest ago went"


def test_a_readers_brief_is_kept_for_its_link_and_limited_by_it(served, visitor, writing):
    import datetime as dt

    until = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    secret, _link = served.app.store.create_link("walmart", by="ann", expires=until)
    stranger = served.stranger()
    formats = ("docx", "pdf", "md", "html")
    with ThreadPoolExecutor(len(formats)) as people:
        asked = [people.submit(stranger.get, f"/read/{secret}/brief.{format}") for format in formats]
        writing.until(kept_briefs.AT_ONCE)
        assert 503 in [one.status_code for one in _until_done(asked)]
        assert visitor.get("/healthz").status_code == 200
        writing.go.set()
        assert sorted(one.result().status_code for one in asked) == [200, 200, 200, 503]

"""A method about our own side, which the package does not know: it is read, found and shown like one about an account."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from accountkit.brief import compose
from accountkit.cli import app
from accountkit.i18n import added_words, use_language
from accountkit.methods import REGISTRY, Analyses
from accountkit.methods.workspaces import ELSEWHERE, cards, screens, tab_of_method, tabs
from accountkit.model import Answer, Edit, Practice, Rating, Seller, Team, in_language
from accountkit.server.views import find
from accountkit.store import PRACTICE, Store, open_store
from accountkit.summaries import summary
from tests.brief.accounts import new_oriental
from tests.methods.foreign import CHINESE, CLUB

KEY = CLUB.key
SAID = ("North flies at 4.5 of 5.", "North配合4.5分。")


@pytest.fixture(autouse=True)
def added() -> Iterator[None]:
    with REGISTRY.added(CLUB), added_words("zh_CN", CHINESE):
        yield


def practice() -> Practice:
    return Practice(
        currency="CNY",
        teams={"t1": Team(name="North"), "t2": Team(name="South", order=1)},
        sellers={"s1": Seller(role_title="Seller")},
        answers={f"{KEY}.t1": Answer(ratings={"calm": Rating(value=5), "care": Rating(value=4)})},
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = open_store(f"sqlite:///{tmp_path / 'accounts.sqlite'}")
    store.create(new_oriental(), by="ann")
    store.practices.replace(practice(), by="ann")
    return store


def test_it_is_read_in_the_practice():
    analyses = Analyses(practice())
    north, south = analyses.readings(KEY)
    assert (north.called, north.score, south.score) == ("North", 4.5, None)
    assert north.document is analyses.practice and north.record is analyses.practice.teams["t1"]
    assert north.currency == "CNY" and not north.is_refuted
    assert CLUB.claim_path(CLUB.entries()[0], "t1") == f"answers/{KEY}.t1/ratings/calm"


def test_an_account_may_look_at_it_and_has_none_of_it_itself():
    analyses = Analyses(new_oriental(), practice())
    assert analyses.read(KEY, "t1").score == 4.5 and analyses.document is analyses.account
    assert Analyses(new_oriental()).readings(KEY) == ()
    with pytest.raises(TypeError):
        _none = Analyses(practice()).account


def test_a_reading_is_kept_until_what_it_looks_at_changes():
    before = Analyses(practice())
    first = before.read(KEY, "t1")
    renamed = practice().model_copy(update={"segments": {}, "currency": "CNY", "stale_after_days": 365})
    assert before.after(renamed).read(KEY, "t1") is first
    assert before.after(practice(), accounts=("a line",)).read(KEY, "t1") is not first
    fewer = practice().model_copy(update={"sellers": {}})
    assert before.after(fewer).read(KEY, "t1") is not first
    beside = Analyses(new_oriental(), practice())
    kept = beside.read(KEY, "t1")
    assert beside.after(new_oriental()).read(KEY, "t1") is kept
    assert beside.after(new_oriental(), fewer).read(KEY, "t1") is not kept


def test_it_stands_on_a_page_of_our_own_side_and_on_no_tab_of_an_account():
    assert tab_of_method(CLUB) == "team" in ELSEWHERE and cards("team")[-1] == KEY
    assert not [tab for tab in tabs() if KEY in cards(tab)] and "team" not in screens()


@pytest.mark.parametrize(("lang", "place"), [("en", 0), ("zh_CN", 1)])
def test_the_summary_of_its_page_says_it(lang: str, place: int):
    with use_language(lang):
        assert SAID[place] in summary(in_language(practice(), lang), "team")


def test_no_brief_and_no_readers_page_of_an_account_has_it():
    for edition in ("internal", "customer"):
        assert SAID[0] not in repr(compose(new_oriental(), edition=edition, practice=practice()))
    assert find(KEY) is None and find("pest") is not None


def test_the_command_line_shows_it(store: Store, tmp_path: Path):
    def call(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(app, [*words, "--db", f"sqlite:///{tmp_path / 'accounts.sqlite'}"])
        return done.exit_code, done.output

    listed = CliRunner().invoke(app, ["methods", KEY]).stdout
    assert "team" in listed and "Spirit of the club" in listed
    shown = json.loads(call("show", "--practice", "--analysis", f"{KEY}.t1", "--format", "json")[1])
    assert (shown["practice"], shown["score"], shown["sentence"]) == (True, 4.5, SAID[0])
    assert SAID[0] in call("show", "--practice", "--analysis", KEY)[1]
    assert SAID[0] in call("show", "--practice")[1]
    of_all = json.loads(call("show", "--practice", "--format", "json")[1])
    assert KEY in {one["key"] for one in of_all}
    for words in (
        ["show", "new-oriental", "-a", KEY],
        ["show", "--practice", "-a", "pest"],
        ["show"],
        ["show", "new-oriental", "--practice"],
    ):
        code, said = call(*words)
        assert code == 2 and "--practice" in said, words


def test_a_damaged_practice_keeps_no_account_from_being_shown(store: Store, tmp_path: Path):
    from accountkit.store.readings import beside, of_account

    store.practices.apply(PRACTICE, [Edit("teams/t1/name", "West")], by="ann")
    assert of_account(store, "new-oriental", "en").practice.teams["t1"].name == "West"

    class Broken:
        def load(self, _slug: str) -> Practice:
            from accountkit.errors import DamagedAccount

            raise DamagedAccount("broken")

    assert beside(Broken(), "en") == Practice()  # type: ignore[arg-type]

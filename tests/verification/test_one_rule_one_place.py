"""App, brief, landing page and command line name the same: the largest problem, the next commitment, the last return.

Beside the samples there are accounts made so that two rules would name different things.
"""

from __future__ import annotations

import datetime as dt
import json

import pytest

from accountkit.brief import compose
from accountkit.brief.blocks import Tiles
from accountkit.i18n import day, number, percent
from accountkit.methods import Analyses
from accountkit.methods.chain.foremost import next_commitment, overdue
from accountkit.methods.numbers.dupont_roe import return_on_equity
from accountkit.methods.portfolio.line import line_of
from accountkit.methods.problems.problem_types import measure as problems
from accountkit.methods.problems.reading import largest_problem
from accountkit.model import Account, Commitment, Problem, Statement
from accountkit.model.slugs import slug_of
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.samples import SLUGS, sample
from accountkit.server.account_rows import facts
from accountkit.server.landing import account_in
from accountkit.store import open_store
from accountkit.store.mappings import remember_mapping
from accountkit.summaries import summary

TODAY = dt.date(2026, 6, 1)
RESTORED = {"driver": "margin", "measure": "operating_margin", "unit": "%"}


def walmart(**changes) -> Account:
    return sample("walmart").model_copy(update={"review_date": TODAY, **changes})


def once_and_yearly() -> Account:
    """Assets freed once are worth more than the margin a year; a refuted one is worth most of all."""
    freed = Problem(
        statement="Assets turn slowly",
        measure="asset_turnover",
        driver="turnover",
        unit="×",
        past_best=2.9,
        current=2.2,
        expected=2.9,
    )
    margin = Problem(
        statement="The margin slipped", past_best=4.53, current=4.5, expected=4.53, tolerance=0, **RESTORED
    )
    return walmart(
        problems={"freed": freed, "margin": margin, "closed": margin.model_copy(update={"closed": True})}
    )


def only_once() -> Account:
    made = once_and_yearly()
    return made.model_copy(
        update={"problems": {"named": Problem(statement="Not measured"), "freed": made.problems["freed"]}}
    )


def late_and_ahead() -> Account:
    """The oldest date is past, the next one is shared by two, one is done, one has no date."""
    soon = TODAY + dt.timedelta(days=9)
    return walmart(
        commitments={
            "a-late": Commitment(action="Long past", status="asked", due=dt.date(2024, 3, 1)),
            "b-done": Commitment(action="Done already", status="done", due=TODAY),
            "c-second": Commitment(action="Second", status="planned", due=soon, order=2),
            "d-first": Commitment(action="First", status="planned", due=soon, order=1),
            "e-open": Commitment(action="Some day", status="given"),
        }
    )


def only_late() -> Account:
    return walmart(commitments={"a": Commitment(action="Long past", status="asked", due=dt.date(2024, 3, 1))})


def contradicting() -> Account:
    """Two statements of one year in two currencies: there is no return."""
    end = dt.date(2025, 1, 31)
    return walmart(
        statements={
            "x": Statement(period_end=end, currency="USD", figures={"revenue": {"value": 1.0}}),
            "y": Statement(period_end=end, currency="CNY", figures={"revenue": {"value": 2.0}}),
        }
    )


def one_year() -> Account:
    """A single balance sheet: the return is that on ending balances."""
    last = max(sample("walmart").statements.items(), key=lambda pair: pair[1].period_end)
    return walmart(statements=dict([last]))


ACCOUNTS = {
    **{slug: (lambda slug=slug: sample(slug)) for slug in SLUGS},
    **{
        made.__name__: made
        for made in (once_and_yearly, only_once, late_and_ahead, only_late, contradicting, one_year)
    },
}


@pytest.fixture(params=ACCOUNTS)
def account(request) -> Account:
    return ACCOUNTS[request.param]()


@pytest.fixture
def store(tmp_path, account):
    store = open_store(f"sqlite:///{tmp_path / 'one.sqlite'}")
    store.create(account, by="test")
    return store


@pytest.fixture
def tiles(store, account) -> dict:
    """The overview's tiles by key, as the panel sends them to the browser."""
    panel = panel_class("overview")(Session(store, account.slug, by="test"))
    return {tile["key"]: tile for tile in panel.view["tiles"]}


def brief_tiles(account: Account) -> dict[str, tuple[str, str]]:
    first = compose(account).sections[0].blocks
    return {
        tile.label: (tile.value, tile.note)
        for block in first
        if isinstance(block, Tiles)
        for tile in block.tiles
    }


def named(found: dict[str, tuple[str, str]], words: str) -> tuple[str, str]:
    return next((said for label, said in found.items() if label.startswith(words)), ("", ""))


def test_the_largest_problem_has_one_name(account, tiles, store):
    entry = largest_problem(problems(account).entries)
    assert tiles["problem"]["path"] == (f"problems/{entry.id}" if entry else "")
    value, note = named(brief_tiles(account), "Largest problem")
    assert entry is None or entry.problem.statement[:60] in note
    assert tiles["problem"]["value"].startswith(value)
    assert tiles["problem"]["value"] in summary(account, "overview")
    spoken = panel_class("problem_types")(Session(store, account.slug, by="test")).view["sentence"]
    assert entry is None or not entry.worth or entry.worth.text(account.currency) in spoken


def test_money_that_comes_every_year_goes_before_money_that_comes_once():
    entries = {entry.id: entry for entry in problems(once_and_yearly()).entries}
    assert (
        entries["freed"].worth.amount > entries["margin"].worth.amount and not entries["freed"].worth.yearly
    )
    assert largest_problem(tuple(entries.values())).id == "margin"
    assert largest_problem(problems(only_once()).entries).id == "freed"


def test_the_next_commitment_has_one_name_and_is_never_past(account, tiles):
    key, item = next_commitment(account) or ("", None)
    late = overdue(account)
    row = facts(line_of(account))
    value, note = named(brief_tiles(account), "Next commitment")
    if item is None:
        assert tiles["commitment"]["value"] == "–" and row.next_action == "" and value == ""
        assert tiles["commitment"]["path"] == (f"commitments/{late[0][0]}" if late else "")
    else:
        assert tiles["commitment"]["path"] == f"commitments/{key}"
        assert tiles["commitment"]["value"] == row.next_action == item.action
        assert item.action[:80] in note and (item.due is None or value == day(item.due))
        assert item.due is None or item.due >= account.as_of
    assert row.overdue == len(late)


def test_a_commitment_long_past_is_overdue_and_not_next():
    account = late_and_ahead()
    assert next_commitment(account)[0] == "d-first"
    assert [key for key, _item in overdue(account)] == ["a-late"]
    commitments = compose(account).section("next_steps")
    rows = next(b for b in commitments.blocks if getattr(b, "key", "") == "commitments").rows
    asked = [row for row in rows if row[0].text in ("Long past", "First", "Second", "Some day")]
    assert [row[0].text for row in asked] == ["Long past", "First", "Second", "Some day"]
    assert ["overdue" in row[4].text for row in asked] == [True, False, False, False]


def test_the_last_return_is_one_number(account, tiles, store, run_list):
    year = return_on_equity(Analyses(account)).year
    shown = percent(year.return_on_equity) if year else "–"
    assert tiles["return"]["value"] == shown
    assert (facts(line_of(account)).roe or "–") == shown
    assert named(brief_tiles(account), "Return on equity")[0] == (shown if year else "")
    listed = next(row for row in run_list(store) if row["slug"] == account.slug)
    assert listed["return_on_equity"] == (year.return_on_equity if year else None)


@pytest.fixture
def run_list(monkeypatch):
    from typer.testing import CliRunner

    from accountkit.cli import app

    def listed(store) -> list[dict]:
        done = CliRunner().invoke(app, ["list", "--format", "json", "--db", store.url])
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    return listed


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Müller & Söhne AG", "muller-sohne-ag"),
        ("Home Depot, Inc.", "home-depot-inc"),
        ("Großhandel Łódź", "grosshandel-lodz"),
        ("新东方 Education", "education"),
    ],
)
def test_a_name_gives_one_slug_everywhere(name, slug, tmp_path):
    from typer.testing import CliRunner

    from accountkit.cli import app
    from accountkit.store import free_slug

    store = open_store(f"sqlite:///{tmp_path / 'names.sqlite'}")
    assert slug_of(name) == free_slug(store, name) == slug
    done = CliRunner().invoke(app, ["new", name, "--db", store.url, "--folder", str(tmp_path / "books")])
    assert done.exit_code == 0, done.output
    assert slug in [stored.slug for stored in store.accounts()]
    assert free_slug(store, name) == f"{slug}-2"


def test_a_chinese_name_gives_a_slug_that_stays_the_same():
    assert slug_of("新东方") == slug_of(" 新东方 ") != slug_of("好未来")
    assert Account(slug=slug_of("新东方")).slug.startswith("account-")


def test_a_mapping_that_was_remembered_serves_a_file_dropped_on_the_landing_page(tmp_path):
    from accountkit.sources import shape_of

    store = open_store(f"sqlite:///{tmp_path / 'maps.sqlite'}")
    content = b"Item,2024-12-31,2023-12-31\nTakings,100,90\nNet income,10,9\nTotal assets,200,190\nTotal equity,80,75\n"
    assert "revenue" not in last_figures(account_in(content, "shop.csv", store)[0])
    remember_mapping(store, shape_of(content, "shop.csv"), {"revenue": "Takings"})
    assert last_figures(account_in(content, "shop.csv", store)[0])["revenue"].value == 100


def last_figures(account: Account) -> dict:
    return max(account.statements.values(), key=lambda s: s.period_end).figures


@pytest.mark.parametrize(
    ("score", "shown"), [(72.5, "73"), (71.5, "72"), (66.24999999999999, "66"), (-0.5, "−1")]
)
def test_a_score_is_rounded_as_the_charts_of_the_deck_round_it(score, shown):
    # a number format of PowerPoint and Excel takes a half away from zero
    assert number(score, 0) == shown

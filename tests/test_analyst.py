"""An account in a notebook: tables with units and sources, edits by name, and clear words for what does not work."""

from __future__ import annotations

import datetime as dt
import re

import numpy as np
import pandas as pd
import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

from accountkit import finance, open_account, open_practice
from accountkit.brief import UnknownFormat
from accountkit.errors import AccountkitError, InvalidEdit, NotMeaningful
from accountkit.methods import REGISTRY
from accountkit.methods.subjects import OURS
from accountkit.model import remove


@pytest.fixture
def account(tmp_path):
    return open_account("walmart", db=f"sqlite:///{tmp_path / 'a.sqlite'}")


def test_the_return_by_year_with_units_and_sources(account):
    returns = account.roe()
    latest = returns.loc[dt.date(2026, 1, 31)]
    # 10-K of fiscal 2026: 21,893 / 713,163; 713,163 / average of 260,823 and 284,668 …
    assert latest["net_margin"] == pytest.approx(21_893 / 713_163)
    assert latest["asset_turnover"] == pytest.approx(713_163 / ((260_823 + 284_668) / 2))
    product = latest["net_margin"] * latest["asset_turnover"] * latest["equity_multiplier"]
    assert latest["return_on_equity"] == pytest.approx(product)
    assert (
        returns.attrs["units"]["net_margin"] == "ratio"
        and returns.attrs["units"]["asset_turnover"] == "times"
    )
    assert returns.attrs["account"] == "walmart" and returns.attrs["sources"]["2026-01-31"]
    assert len(account.roe(5).columns) == 6


def test_the_attribution_adds_up_to_the_change(account):
    moved = account.attribution()
    assert moved["effect"].sum() == pytest.approx(moved.attrs["delta"])
    returns = account.roe()["return_on_equity"].dropna()
    assert moved.attrs["delta"] == pytest.approx(returns.iloc[-1] - returns.iloc[-2])
    assert moved.attrs["units"]["effect"] == "points"


def test_two_years_that_cannot_be_compared_say_why(account):
    with pytest.raises(NotMeaningful):
        account.attribution(dt.date(2023, 1, 31), dt.date(2026, 1, 31))


def test_the_account_stands_beside_its_peers(account):
    beside = account.peers()
    assert list(beside.index[: 1 + len(account.peers)]) == ["walmart", *account.peers]
    year = beside.loc["walmart", "period_end"]
    assert beside.loc["walmart", "return_on_equity"] == pytest.approx(
        account.roe().loc[year, "return_on_equity"]
    )
    usable = beside[(beside["reason"] == "") & beside["period_end"].notna()].drop("walmart")
    if "median" in beside.index:
        assert beside.loc["median", "net_margin"] == pytest.approx(usable["net_margin"].median())


def test_levers_are_estimated_low_base_and_high(account):
    worth = account.scenario()
    found = finance.scenario(finance.dupont(account.account.statements), account.account.levers)
    assert list(worth.index) == list(found.cases)
    assert worth.loc["base", "profit"] == found.cases["base"].profit
    assert worth.attrs["currency"] == "USD"
    with pytest.raises(InvalidEdit, match=next(iter(account.account.levers))):
        account.scenario("nothing")


def test_each_method_is_a_table(account):
    forces = account.methods["five_forces"]
    assert forces.loc["walmart", "score"] == account.session.analyses.assess("five_forces").score
    people = account.methods["influence_score"]
    assert set(people.index) == set(account.account.stakeholders) and "called" in people
    assert people.attrs["private"] and not forces.attrs["private"]
    assert len(account.methods) == len(REGISTRY) and "pest" in account.methods._ipython_key_completions_()


def test_findings_and_problems_are_added_and_items_rated(account):
    finding = account.add_finding("Wages rise", source_item="economic", impact=4)
    problem = account.add_problem("Shelves are empty too often", current=0.04, expected=0.02)
    assert account.findings.loc[finding, "impact"] == 4
    assert account.problems.loc[problem, "expected"] == 0.02
    person = account.stakeholders.index[0]
    account.rate("five_forces", "growth", 5)
    account.rate("influence_score", "willingness", 2, record=person)
    stored = account.account
    assert stored.answers["five_forces"].ratings["growth"].value == 5
    assert stored.private_answers[f"influence_score.{person}"].ratings["willingness"].value == 2
    account.session.undo()
    account.session.undo()
    assert problem in account.problems.index


@pytest.mark.parametrize(
    "key, item, value, record, word",
    [
        ("five_forces", "nope", 4, None, "growth"),
        ("influence_score", "willingness", 4, None, "record="),
        ("five_forces", "growth", 9, None, "1 to 5"),
    ],
)
def test_what_cannot_be_rated_says_what_can(account, key, item, value, record, word):
    before = account.account
    with pytest.raises(InvalidEdit, match=word):
        account.rate(key, item, value, record)
    assert account.account == before


def test_a_method_of_our_own_side_is_not_rated_in_an_account(account):
    before = account.account
    for method in (method for method in REGISTRY.values() if method.subject in OURS):
        item = next((entry.key for entry in method.entries()), "")
        for record in (None, "zz"):
            with pytest.raises(
                InvalidEdit, match=re.escape(f"“{method.name}” is on the page of our own data.")
            ):
                account.rate(method.key, item, "2026-03-31", record)
    assert account.account == before


def test_a_record_that_an_account_has_not_is_told_as_where_it_is_read(account):
    with pytest.raises(InvalidEdit) as read:
        account.session.analyses.assess("influence_score", "zz")
    with pytest.raises(InvalidEdit, match="has no person “zz”") as rated:
        account.rate("influence_score", "willingness", 4, record="zz")
    assert str(rated.value) == str(read.value)


@pytest.mark.parametrize("record", [None, "zz"])
def test_where_no_record_is_yet_the_first_is_to_be_added(account, record):
    for key in account.stakeholders.index:
        account.session.edit([remove(f"stakeholders/{key}")])
    with pytest.raises(InvalidEdit, match="Add a person first"):
        account.rate("influence_score", "willingness", 4, record)


@pytest.mark.parametrize(
    "value",
    [np.int64(4), np.int8(4), np.float64(4), 4.0, pd.Series([4, None])[0]],
    ids=lambda value: type(value).__name__,
)
def test_a_number_out_of_a_table_is_a_number(account, value):
    account.rate("five_forces", "growth", value)
    finding = account.add_finding("Wages rise", impact=value)
    assert account.account.answers["five_forces"].ratings["growth"].value == 4
    account.edit(f"findings/{finding}/likelihood", value)
    stored = account.account.findings[finding]
    assert (stored.impact, stored.likelihood) == (4, 4)


@pytest.mark.parametrize("value", [2.5, 3.0])
def test_an_amount_out_of_a_table_is_a_number(account, value):
    account.rate("cash_flow_reading", "outlay", np.float32(value))
    assert account.account.answers["cash_flow_reading"].values["outlay"].value == value
    problem = account.add_problem("Shelves are empty", current=np.float64(value))
    assert account.account.problems[problem].current == value


def test_a_record_out_of_a_table_has_numbers_and_no_gaps(account):
    account.edit("problems/p9", {"statement": "x", "current": np.int64(4), "evidence": [np.str_("e1")]})
    account.add_finding("Wages rise", evidence=(np.str_("e1"),), since=pd.Timestamp("2026-01-31"))
    assert account.account.problems["p9"].current == 4
    with pytest.raises(InvalidEdit, match="problems/p9/current cannot be nan: it is neither"):
        account.edit("problems/p9", {"statement": "x", "current": np.nan})


@pytest.mark.parametrize(
    "day", [dt.date(2026, 3, 31), pd.Timestamp("2026-03-31"), np.datetime64("2026-03-31", "ns")]
)
def test_a_day_out_of_a_table_is_a_day(account, day):
    account.rate("plan_tracking", "info_refreshed", day)
    account.edit("review_date", day)
    assert account.account.answers["plan_tracking"].values["info_refreshed"].value == "2026-03-31"
    assert account.account.review_date == dt.date(2026, 3, 31)


@pytest.mark.parametrize("value", [float("nan"), np.float64("nan"), pd.NA, pd.NaT], ids=repr)
def test_what_marks_a_gap_in_a_table_is_no_value(account, value):
    before, said = account.account, "neither a number nor a text. A missing value is None."
    problem = account.problems.index[0]
    for call in (
        lambda: account.rate("cash_flow_reading", "outlay", value),
        lambda: account.edit(f"problems/{problem}/current", value),
        lambda: account.add_problem("Shelves are empty", current=value),
    ):
        with pytest.raises(InvalidEdit, match=f"cannot be {value}: it is {said}"):
            call()
    assert account.account == before


@pytest.mark.parametrize(
    "start, end",
    [
        ("2025-01-31", "2026-01-31"),
        (pd.Timestamp("2025-01-31"), pd.Timestamp("2026-01-31")),
        (np.datetime64("2025-01-31"), dt.datetime(2026, 1, 31)),
    ],
    ids=["text", "timestamp", "moment"],
)
def test_a_year_is_named_by_whatever_says_a_day(account, start, end):
    assert account.attribution(start, end).equals(account.attribution())
    assert account.attribution(*account.statements.index[-2:]).equals(account.attribution())


CALLS = {
    "no day": (lambda a: a.attribution("last year"), "last year"),
    "a number for a day": (lambda a: a.attribution(2025), "2025"),
    "a day that is none": (lambda a: a.attribution(pd.NaT), "NaT"),
    "a number for a lever": (lambda a: a.scenario(5), "Unknown lever: 5"),
    "a list of levers": (lambda a: a.scenario(["l-order"]), "Unknown lever"),
    "a number for a path": (lambda a: a.edit(5, 5), "“5” is not a field|findings/f7k2"),
    "a grade that is none": (lambda a: a.cite(_finding(a), "n", grade="Z"), "grade cannot be 'Z'"),
    "a source that is no text": (lambda a: a.cite(_finding(a), 5), "source cannot be 5: text is expected"),
    "a claim that is none": (lambda a: a.cite("x", "n"), "“x” leads to no claim.*findings/f7k2"),
    "a number for a method": (lambda a: a.summary(5), "No method is named “5”"),
    "a folder that is not there": (lambda a: a.brief("nodir/x.md"), "The folder nodir for x.md"),
    "a record of a method without": (
        lambda a: a.rate("five_forces", "growth", 4, record="zz"),
        "account as a whole",
    ),
    "a method that is no text": (lambda a: a.rate(5, 5, 5), "No method is named “5”"),
    "a language of a brief": (lambda a: a.brief("x.md", lang="fr"), "“fr” is not a language.*zh_CN"),
    "since no day": (lambda a: a.brief("x.md", since="foo"), "“foo” is not a day"),
    "an empty finding": (lambda a: a.add_finding(""), "Finding: the text is empty"),
    "an empty problem": (lambda a: a.add_problem(" "), "Problem: the text is empty"),
    "no table": (lambda a: a.import_statements(5), "A DataFrame is expected.*int was given"),
    "a peer without a name": (lambda a: a.import_statements(_year(a), peer=""), "The peer has no name"),
    "an unknown column": (
        lambda a: a.import_statements(_year(a).assign(revenu_typo=3.0)),
        "“revenu_typo” .perhaps revenue",
    ),
}


def _finding(account):
    return f"findings/{account.findings.index[0]}"


def _year(account):
    return account.statements.iloc[[-1]] * 1


@pytest.mark.parametrize(("call", "said"), CALLS.values(), ids=CALLS)
def test_a_call_that_cannot_be_meant_says_why_and_stores_nothing(account, tmp_path, monkeypatch, call, said):
    monkeypatch.chdir(tmp_path)
    before = account.account
    with pytest.raises(AccountkitError, match=said):
        call(account)
    assert account.account == before


def test_an_unknown_language_is_not_taken_for_english(tmp_path):
    with pytest.raises(AccountkitError, match="“fr” is not a language"):
        open_account("walmart", db=f"sqlite:///{tmp_path / 'a.sqlite'}", lang="fr")


def test_a_table_is_a_copy_and_says_how_to_store(account):
    figures = account.statements
    with pytest.warns(UserWarning, match="import_statements"):
        figures["revenue"] = 1.0
    assert (account.statements["revenue"] != 1.0).all()
    findings = account.findings
    with pytest.warns(UserWarning, match="findings/ID/FIELD"):
        findings["impact"] = 5
    double = figures * 2
    double["revenue"] = 0.0  # what is worked out of it is the analyst's own, without a word


def test_a_table_of_statements_is_stored(account):
    own = account.statements
    year = own.iloc[[-1]] * 1.1
    year.index = [pd.Timestamp("2027-01-31")]
    account.import_statements(year)
    assert account.statements.loc["2027-01-31", "revenue"] == pytest.approx(own["revenue"].iloc[-1] * 1.1)
    account.import_statements(own[["revenue", "net_income", "total_assets", "equity"]], peer="Twin")
    assert account.peers["twin"]["revenue"].iloc[-1] == own["revenue"].iloc[-1]


def test_the_brief_is_written_in_another_language_and_since_a_revision(account, tmp_path):
    account.add_problem("Shelves are empty too often")
    plain = account.brief(str(tmp_path / "a.md"), lang="zh").read_text("utf-8")
    since = account.brief(str(tmp_path / "b.md"), since=1).read_text("utf-8")
    assert "客户简报" in plain and "Shelves are empty too often" in since


def test_since_a_day_is_before_anything_was_done_on_it(account, tmp_path):
    """As at the command line: what was done today counts as changed since today."""
    account.add_problem("Shelves are empty too often")
    today = dt.datetime.now(dt.UTC).date()
    assert account.session.store.before("walmart", today).is_first
    text = account.brief(str(tmp_path / "a.md"), since=today).read_text("utf-8")
    assert "What changed since" in text


def test_a_notebook_shows_the_account_by_name_and_completes_its_tables(account):
    assert "<strong>Walmart</strong>" in account._repr_html_()
    assert {"findings", "statements", "roe", "methods"} <= set(dir(account))


@pytest.mark.parametrize(
    "write",
    [
        lambda found: found.__setitem__("impact", 5),
        lambda found: found.loc.__setitem__((found.index[0], "impact"), 5),
        lambda found: found.iloc.__setitem__((0, 0), None),
        lambda found: found.at.__setitem__((found.index[0], "impact"), 5),
        lambda found: found.iat.__setitem__((0, 0), None),
        lambda found: found.insert(0, "mine", 1),
        lambda found: found.loc(axis=0).__setitem__(found.index[0], None),
    ],
    ids=["column", "loc", "iloc", "at", "iat", "insert", "axis"],
)
def test_every_way_to_write_into_a_table_says_how_to_store(account, write):
    before = account.account
    with pytest.warns(UserWarning, match=r"does not change.*findings/ID/FIELD"):
        write(account.findings)
    assert account.account == before


def test_a_table_itself_cannot_be_replaced(account):
    own = account.statements
    with pytest.raises(AttributeError, match="import_statements"):
        account.statements = own * 2
    with pytest.raises(AttributeError, match="findings/ID/FIELD"):
        account.findings = account.findings
    peer = next(iter(account.peers))
    with pytest.raises(TypeError, match="peer="):
        account.peers[peer] = own
    with pytest.warns(UserWarning, match="peer="):
        account.peers[peer]["revenue"] = 1.0


def test_the_first_page_alone_is_written(account, tmp_path):
    whole = account.brief(str(tmp_path / "a.md")).read_text("utf-8")
    first = account.brief(str(tmp_path / "b.md"), pages=1).read_text("utf-8")
    assert len(first) < len(whole) / 3 and first.splitlines()[0] == whole.splitlines()[0]
    with pytest.raises(UnknownFormat, match="no pages"):
        account.brief(str(tmp_path / "c.xlsx"), pages=1)
    with pytest.raises(UnknownFormat, match="first page"):
        account.brief(str(tmp_path / "c.md"), pages=2)


def test_whatever_a_cell_ends_with_is_shown(account, tmp_path):
    shown = {
        "Walmart": account,
        "Competitive forces": account.methods,
        "Amazon": account.peers,
        "return_on_equity": account.roe(),
        "Portfolio": open_practice(db=f"sqlite:///{tmp_path / 'a.sqlite'}"),
    }
    for word, value in shown.items():
        assert word.lower() in value._repr_html_().lower()


def test_tables_and_their_columns_are_completed(account):
    shell = InteractiveShell()
    shell.user_ns["account"] = account

    def completed(typed: str) -> set[str]:
        with provisionalcompleter():
            return {one.text for one in shell.Completer.completions(typed, len(typed))}

    assert {"findings", "roe", "statements"} <= completed("account.")
    assert "pest" in completed('account.methods["pe')
    assert set(account.peers) <= completed('account.peers["')
    assert "impact" in completed('account.findings["im')


def test_what_a_method_says_is_in_the_accounts_language(tmp_path):
    chinese = open_account("walmart", db=f"sqlite:///{tmp_path / 'a.sqlite'}", lang="zh_CN")
    assert chinese.methods["pest"].attrs["name"] == "宏观环境（PEST）" or "。" in str(
        chinese.methods["pest"]["sentence"].iloc[0]
    )


def test_what_is_noted_of_a_table_is_in_the_accounts_language(tmp_path):
    chinese = open_account("walmart", db=f"sqlite:///{tmp_path / 'a.sqlite'}", lang="zh_CN")
    noted = [note for notes in chinese.roe().attrs["notes"].values() for note in notes]
    noted += [*chinese.peers().attrs["notes"], *chinese.scenario().attrs["notes"]]
    assert noted and all("。" in note for note in noted), noted
    assert "Name" not in chinese.peers._repr_html_()
    with pytest.raises(InvalidEdit, match="。"):
        chinese.scenario("unheard-of")


def test_what_is_wrong_with_a_rating_is_said_in_the_account_s_language(tmp_path):
    account = open_account("walmart", db=f"sqlite:///{tmp_path / 'a.sqlite'}", lang="zh_CN")
    with pytest.raises(InvalidEdit, match=r"[一-鿿]"):
        account.rate("five_forces", "nothing", 4)

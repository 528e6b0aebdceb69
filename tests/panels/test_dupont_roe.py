"""The Numbers panel: reading choices, words, sources behind figures, peers and levers.

Figures are New Oriental's as published (tests/data/new_oriental.json), in thousand US dollars: FY2021 revenue 4,276,539,
profit 334,414; FY2022 revenue 3,105,246, profit −1,187,721; equity at the end of FY2021 4,913,275, of FY2022 3,705,506;
total assets about 10,151,000 and 6,035,000. So in FY2022 margin −1187721/3105246 = −38.2 %, turnover
3105246/8093000 = 0.38, multiplier 8093000/4309390.5 = 1.88, return −27.6 %.
"""

from __future__ import annotations

import pytest

from accountkit.methods.meetings.script_rules import proposed
from accountkit.model import Account, Edit, Statement, apply
from accountkit.panels.own.dupont_roe import DupontRoe
from accountkit.panels.session import Session
from accountkit.sources import import_edits, read
from tests.sources.filings import segmented

FIGURES = ("revenue", "net_income", "total_assets", "equity")


@pytest.fixture
def numbers(opened, session):
    """Without fiscal 2024, of which the parent's equity is not known: with it the whole is read for all owners."""
    session.edit([Edit("statements/2024-05-31", remove=True)])
    panel, say, _sent = opened("dupont_roe")
    say("choose", name="end", value="2022-05-31")
    say("choose", name="start", value="2021-05-31")
    return panel, say


def account_of(store, slug, years, months=12):
    """An account whose four lines are given per period end, in millions."""
    statements = {
        end: {
            "period_end": end,
            "figures": {k: {"value": v * 1e6} for k, v in zip(FIGURES, values, strict=True) if v is not None},
        }
        for end, values in years.items()
    }
    store.create(Account.model_validate({"slug": slug, "statements": statements}), "t")
    return Session(store, slug, by="t")


def node(panel, key):
    return next(n for n in panel.view["tree"] if n["key"] == key)


def test_the_tree_shows_value_change_and_effect_of_the_chosen_years(numbers):
    panel, _say = numbers
    shown = {
        key: (node(panel, key)["text"], node(panel, key)["before"])
        for key in ("return_on_equity", "net_margin", "asset_turnover", "equity_multiplier")
    }
    assert shown == {
        "return_on_equity": ("−27.6\u202f%", "from 8.7\u202f%"),
        "net_margin": ("−38.2\u202f%", "from 7.8\u202f%"),
        "asset_turnover": ("0.38", "from 0.51"),
        "equity_multiplier": ("1.88", "from 2.19"),
    }
    assert node(panel, "net_margin")["effect"] == "−42.1 points"
    assert node(panel, "asset_turnover")["other"] == "总资产周转率"


def test_at_a_loss_turnover_damps_and_is_neither_good_nor_bad(numbers):
    panel, _say = numbers
    slower = node(panel, "asset_turnover")
    assert slower["effect"] == "+3.8 points, at a loss" and slower["tone"] == "neutral"
    assert node(panel, "net_margin")["tone"] == "bad"


def test_five_steps_put_the_margins_factors_under_it(numbers):
    panel, say = numbers
    say("choose", name="steps", value="5")
    under = [n["key"] for n in panel.view["tree"] if n["parent"] == "net_margin"]
    assert under == ["tax_burden", "interest_burden", "operating_margin"]
    assert node(panel, "tax_burden")["text"] == "not meaningful"  # a burden on a loss
    assert node(panel, "operating_margin")["text"] == "−31.6\u202f%"  # −982,513 / 3,105,246
    assert not panel.view["has_effects"]


def test_ending_balances_need_no_opening_one(numbers):
    panel, say = numbers
    first = panel.view["years"]["rows"][-1]
    assert first["cells"][0]["text"] == "–" and "opening balance is missing" in first["notes"][0]
    say("choose", name="basis", value="ending")
    # 296,130 / 1,991,589
    assert panel.view["years"]["rows"][-1]["cells"][0]["text"] == "14.9\u202f%"
    assert "ending" in panel.view["basis"]


def test_chain_substitution_follows_the_order_that_was_chosen(numbers):
    panel, say = numbers
    say("choose", name="method", value="chain")
    margin_first = node(panel, "net_margin")["effect"]
    say("choose", name="order", value="equity_multiplier-asset_turnover-net_margin")
    assert "→" in panel.view["rule"] and panel.view["rule"].index("Equity multiplier") < panel.view[
        "rule"
    ].index("Net margin")
    # first (−0.3825 − 0.0782) × 0.5120 × 2.1851 = −51.5 points, last … × 0.3837 × 1.8780 = −33.2 points
    assert (margin_first, node(panel, "net_margin")["effect"]) == ("−51.5 points", "−33.2 points")


@pytest.mark.parametrize(
    "choice",
    [
        ("steps", "4"),
        ("basis", "mean"),
        ("method", "guess"),
        ("order", "margin"),
        ("start", "yesterday"),
        ("colour", "red"),
    ],
)
def test_a_choice_that_is_none_is_refused_or_ignored_without_harm(numbers, choice):
    panel, say = numbers
    before = panel.view["choices"]
    say("choose", name=choice[0], value=choice[1])
    assert panel.view["choices"] == before


def test_choices_belong_to_readers_too_and_change_nothing_of_the_account(store, opened):
    reader = Session(store, "new-oriental", by="reader", editable=False)
    panel, say, _sent = opened("dupont_roe", reader)
    assert (
        say("choose", name="steps", value="5")["kind"] == "saved"
        and panel.view["choices"]["steps"]["value"] == "5"
    )
    assert (
        say("ask")["kind"] == "error"
        and say("add_lever")["kind"] == "error"
        and say("pasted", text="x")["kind"] == "error"
    )
    assert store.revision("new-oriental") == reader.revision


def test_a_figure_explains_itself_down_to_its_source(numbers):
    panel, say = numbers
    say("explain", period="2022-05-31", figure="return_on_equity")
    found = panel.view["explained"]
    assert found["id"] == "/2022-05-31/return_on_equity"
    assert found["formula"] == "Net income ÷ Equity (average)"
    assert found["worked"] == "−US$ 1.19\u202fbn ÷ US$ 4.31\u202fbn = −27.6\u202f%"
    equity = found["inputs"][1]
    assert [part["value"] for part in equity["parts"]] == ["US$ 4.91\u202fbn", "US$ 3.71\u202fbn"]
    assert all("equity roll-forward" in part["text"] for part in equity["parts"])


def test_an_approximate_input_is_marked_where_its_ratio_stands(numbers):
    panel, say = numbers
    assert node(panel, "asset_turnover")["loose"] and not node(panel, "net_margin")["loose"]
    say("explain", period="2022-05-31", figure="asset_turnover")
    assert panel.view["explained"]["inputs"][1]["parts"][0]["marks"] == ["approximate"]


@pytest.mark.parametrize(
    "asked",
    [
        {"period": "1999-12-31", "figure": "net_margin"},
        {"period": "2022-05-31", "figure": "slug"},
        {"period": "2022-05-31", "figure": "net_margin", "whose": "nobody"},
    ],
)
def test_explaining_what_is_not_there_says_so(numbers, asked):
    panel, say = numbers
    assert say("explain", **asked)["kind"] == "error" and panel.view["explained"] is None


def test_a_year_that_was_explained_may_be_removed(numbers, session):
    panel, say = numbers
    say("explain", period="2023-05-31", figure="net_margin")
    assert say("remove", path="statements/2023-05-31")["kind"] == "saved"
    assert panel.view["explained"] is None and "2023-05-31" not in session.account.statements


def test_the_sentence_to_say_aloud_and_the_question_follow_the_years(numbers):
    panel, _say = numbers
    said = panel.view["said"]["sentence"]
    assert "turned negative" in said and "−38.2" in said and "Asset turnover fell" in said
    assert panel.view["question"]["text"].endswith("?")


def test_the_question_is_kept_once_and_undone(numbers, session):
    panel, say = numbers
    say("ask")
    assert panel.view["question"]["kept"]
    say("undo")
    assert not panel.view["question"]["kept"]


def test_a_kept_question_leads_to_the_meetings_where_it_is_proposed(numbers, session):
    _panel, say = numbers
    answer = say("ask")
    assert answer["made"].startswith("answers/question_script/records/")
    assert answer["place"]["tab"] == "meetings"
    (kept,) = session.account.answers["question_script"].records.values()
    assert kept["question"] in [one["question"] for one in proposed(session.account, "anybody")]


def test_making_a_driver_a_problem_is_one_accept(numbers, session):
    panel, say = numbers
    say("choose", name="start", value="2020-05-31")
    say("choose", name="end", value="2023-05-31")
    offer = panel.view["suggestions"][0]
    before = set(session.account.problems)
    say("accept", suggestion=offer["id"])
    (made,) = set(session.account.problems) - before
    assert session.account.problems[made].driver == "turnover"
    finding = session.account.findings[session.account.problems[made].finding_ids[0]]
    assert (finding.source_framework, finding.source_item) == ("dupont_roe", "turnover")
    assert offer["id"] not in [o["id"] for o in panel.view["suggestions"]]


def test_equity_under_zero_is_not_meaningful_with_its_reason(store):
    panel = DupontRoe(
        account_of(store, "thin", {"2023-12-31": (100, 5, 80, -10), "2024-12-31": (110, 6, 90, -4)})
    )
    row = panel.view["years"]["rows"][0]
    assert row["tone"] == "red" and "zero or negative" in row["notes"][0] and row["instead"]
    assert (
        node(panel, "return_on_equity")["text"] == "not meaningful"
        and node(panel, "net_margin")["text"] == "5.5\u202f%"
    )


def test_thin_equity_is_shown_as_distorted(store):
    panel = DupontRoe(
        account_of(store, "distorted", {"2023-12-31": (100, 5, 100, 3), "2024-12-31": (100, 5, 100, 3)})
    )
    assert panel.view["years"]["rows"][0]["tone"] == "amber"
    assert panel.view["years"]["rows"][0]["cells"][0]["text"] == "166.7\u202f%"


def test_one_year_alone_falls_back_to_ending_balances(store):
    panel = DupontRoe(account_of(store, "single", {"2024-12-31": (100, 5, 80, 40)}))
    assert (
        panel.view["choices"]["basis"]["value"] == "ending"
        and node(panel, "return_on_equity")["text"] == "12.5\u202f%"
    )


def test_two_statements_of_one_day_are_said_and_nothing_is_lost(store):
    """An account of an earlier version may hold such a pair; neither an edit nor a file brings one in any more."""
    account = account_of(store, "once", {"2024-12-31": (100, 5, 80, 40)}).account
    copy = Statement(period_end="2024-12-31", figures={"revenue": {"value": 1}})
    statements = {**account.statements, "copy": copy}
    store.create(account.model_copy(update={"slug": "twice", "statements": statements}), by="ann")
    panel = DupontRoe(Session(store, "twice"))
    assert "Two statements end on" in panel.view["trouble"] and len(panel.view["statements"]["columns"]) == 2


def test_an_empty_account_offers_the_first_step(store):
    store.create(Account(slug="empty"), "t")
    panel = DupontRoe(Session(store, "empty"))
    assert panel.view["empty"] and panel.view["gives"] and panel.view["statements"]["columns"] == []
    assert not panel.view["tree"] and panel.charts["change"].figure.startswith("{")


def peers_of(count):
    """Peers with margin 5 %, 6 %, … turnover 1 and multiplier 2 in both years: returns of 10 %, 12 %, …"""
    return {
        f"p{n}": {
            "name": f"Peer {n}",
            "statements": {
                end: {
                    "period_end": end,
                    "figures": {k: {"value": v} for k, v in zip(FIGURES, (100, 5 + n, 100, 50), strict=True)},
                }
                for end in ("2023-12-31", "2024-12-31")
            },
        }
        for n in range(count)
    }


def with_peers(store, count):
    session = account_of(
        store, f"peers{count}", {"2023-12-31": (100, 4, 100, 50), "2024-12-31": (100, 4, 100, 50)}
    )
    session.edit([Edit(f"peers/{key}", peer) for key, peer in peers_of(count).items()])
    return DupontRoe(session)


def test_no_median_under_three_peers(store):
    view = with_peers(store, 2).view["peers"]
    assert view["target"] == "p0" and not any("Median" in row["name"] for row in view["common"])
    assert "a median needs 3" in view["notes"][0]


def test_the_distance_to_the_median_is_shared_out_and_valued(store):
    panel = with_peers(store, 3)
    view = panel.view["peers"]
    # median return 12 %, the customer's 8 %: −4 points, all margin; 4 % of equity 50 m = 2 m a year
    assert (
        view["target"] == "median" and "4.0 points below" in view["text"] and "US$ 2\u202fm" in view["text"]
    )
    margin = view["tables"]["gap"]["rows"][0]
    assert margin[0] == "Net margin" and margin[3] == "−4.0 points"
    assert [row["name"] for row in view["common"]] == [
        "Median (n = 3)",
        "Aggregate, sum over sum (n = 3, USD)",
        "Peers below the customer (n = 3)",
    ]


def test_a_peer_is_removed_with_its_statements(store):
    panel = with_peers(store, 3)
    panel._handle_event(
        panel, {"event": "say", "data": {"event": "remove", "n": 1, "path": "peers/p0"}}, None
    )
    assert list(panel.session.account.peers) == ["p1", "p2"] and panel.view["peers"]["target"] == "p1"


def test_levers_move_the_return_and_are_edited_in_place(opened, session):
    panel, say, _sent = opened("dupont_roe")
    say("add_lever", kind="saving_amount")
    key = next(k for k, lever in session.account.levers.items() if lever.kind == "saving_amount")
    row = next(r for r in panel.view["levers"]["rows"] if r["id"] == key)
    assert row["skipped"] and not row["delta"]
    say("write", path=f"levers/{key}/change/base", value=100e6)
    row = next(r for r in panel.view["levers"]["rows"] if r["id"] == key)
    assert (
        row["gain"]
        and row["profit"].startswith("+US$")
        and panel.view["levers"]["together"].startswith("Low")
    )
    say("write", path=f"levers/{key}/kind", value="days_sales_outstanding")
    assert session.account.levers[key].driver == "turnover"


def test_a_critical_finance_directors_objections_stand_beside_the_levers(opened, session):
    panel, say, _sent = opened("dupont_roe")
    key = next(iter(session.account.levers))
    say("write", path=f"levers/{key}/change/base", value=-0.8123)
    assert any(not check["passed"] and "precise" in check["text"] for check in panel.view["levers"]["checks"])


@pytest.mark.parametrize(
    "path",
    ["levers/x/evidence", "levers/x", "levers/x/change", "statements/2022-05-31/figures/revenue", "currency"],
)
def test_only_a_levers_own_fields_can_be_written(opened, session, path):
    _panel, say, _sent = opened("dupont_roe")
    account = session.account
    assert say("write", path=path, value=1)["kind"] == "error" and session.account is account


def test_every_text_of_the_view_is_in_the_readers_language(store):
    chinese = DupontRoe(Session(store, "new-oriental", lang="zh_CN"))
    assert (
        node(chinese, "net_margin")["name"] == "销售净利率"
        and node(chinese, "net_margin")["other"] == "Net margin"
    )
    assert chinese.view["years"]["rows"][1]["status"] == "有效"


def test_the_running_year_stands_beside_the_years_and_is_never_one_of_them(store):
    session = account_of(store, "running", {"2023-12-31": (90, 9, 70, 40), "2024-12-31": (100, 10, 80, 40)})
    panel = DupontRoe(session)
    assert panel.view["trailing"]["rows"] == []
    parts = {"2024-06-30": (50, 4, 70, 35), "2025-06-30": (60, 7, 90, 45)}
    for end, values in parts.items():
        figures = {k: {"value": v * 1e6} for k, v in zip(FIGURES, values, strict=True)}
        session.edit([Edit(f"interim/{end}", {"period_end": end, "months": 6, "figures": figures})])
    shown = DupontRoe(session).view
    assert [row["id"] for row in shown["years"]["rows"]] == ["2024-12-31", "2023-12-31"]
    # by hand: 10 + 7 − 4 = 13 on 110 of revenue; equity (45 + 35) / 2 = 40
    assert shown["trailing"]["rows"][-1][-2:] == ["11.8\u202f%", "32.5\u202f%"]


def test_an_edit_of_a_lever_works_out_nothing_of_the_statements_anew(opened, session):
    panel, say, _sent = opened("dupont_roe")
    before, peers, lever = panel.view, panel.peers, next(iter(session.account.levers))
    assert say("write", path=f"levers/{lever}/change/base", value=-0.9)["kind"] == "saved"
    assert panel.view["levers"] != before["levers"] and panel.peers is peers
    assert all(panel.view[part] is before[part] for part in ("tree", "years", "management", "cash", "peers"))


def test_segments_and_regions_stand_beside_the_years(store):
    # by hand in tests/finance/test_segments.py
    imported = read(segmented(), "a.xml")
    account = Account(slug="segmented")
    store.create(apply(account, import_edits(account, imported)), "t")
    business, regions = DupontRoe(Session(store, "segmented", by="t")).view["segments"]
    assert (business["title"], regions["title"]) == ("Business segments", "Regions")
    assert [row[0] for row in regions["rows"]] == ["Other countries", "United States", "China", "Company"]
    assert "Europe added" in business["text"] and len(business["columns"]) == len(business["rows"][0])
    chinese = DupontRoe(Session(store, "segmented", lang="zh_CN")).view["segments"][1]
    assert [row[0] for row in chinese["rows"]] == ["其他国家或地区", "美国", "中国", "公司"]


def test_two_years_are_compared_on_ending_balances_by_one_choice(opened, store):
    # the worked example of the methods: 60/1000 × 1000/800 × 800/400 = 15 %; 42/1050 × 1050/1000 × 1000/420 = 10 %
    years = {"2023-12-31": (1000, 60, 800, 400), "2024-12-31": (1050, 42, 1000, 420)}
    panel, say, _sent = opened("dupont_roe", account_of(store, "pair", years))
    assert panel.view["compares_on_ending"] and not panel.view["has_effects"]
    assert panel.view["tree"][0]["text"] == "10.2\u202f%"  # 42 / ((400 + 420) / 2)
    say("choose", name="basis", value="ending")
    assert panel.view["tree"][0]["text"] == "10.0\u202f%" and panel.view["has_effects"]
    assert not panel.view["compares_on_ending"]


def test_one_year_or_three_offer_no_other_basis(store):
    sound = {f"{year}-12-31": (1000 + year, 60, 800, 400) for year in (2022, 2023, 2024)}
    assert not DupontRoe(account_of(store, "three", sound)).view["compares_on_ending"]
    assert not DupontRoe(account_of(store, "one", {"2024-12-31": (1, 1, 1, 1)})).view["compares_on_ending"]
    assert not DupontRoe(account_of(store, "none", {})).view["compares_on_ending"]


def test_one_year_is_named_once(opened, session):
    ends = sorted(session.account.statements)
    session.edit([Edit(f"statements/{end}", remove=True) for end in ends[:-1]])
    panel, _say, _sent = opened("dupont_roe")
    assert "year ending" in panel.view["basis"] and " to " not in panel.view["basis"]

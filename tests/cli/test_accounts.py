"""Accounts come, change, and go out again: new, list, show, import, export, load, history, changes, scenario, brief."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import nbformat
import pytest

from accountkit import samples
from accountkit.model import Account, Edit, Pair, Profile, from_json, shareable, to_json
from accountkit.store import open_store
from tests.sources.test_sec import server  # noqa: F401  # recorded answers of the SEC

DATA = Path(__file__).parents[1] / "data"


def test_an_empty_store_loads_the_samples(accountkit, nothing_stored):
    result = accountkit("list")
    assert "new-oriental" in result.stdout and "walmart" in result.stdout
    assert "empty" in result.stderr
    assert "empty" not in accountkit("list").stderr


def test_the_list_shows_the_latest_return(accountkit):
    rows = {row["slug"]: row for row in json.loads(accountkit("list", "--format", "json").stdout)}
    # 10-K for the year to January 2026: 21,893 on the average of 91,013 and 99,617
    assert rows["walmart"]["return_on_equity"] == pytest.approx(21_893 / ((91_013 + 99_617) / 2))
    assert rows["walmart"]["period_end"] == "2026-01-31"


def test_show_says_what_the_analyses_say(accountkit):
    text = accountkit("show", "new-oriental").stdout
    assert "School-subject tutoring" in text
    alone = accountkit("show", "new-oriental", "--analysis", "five_forces").stdout
    assert alone in text and len(alone) < len(text)
    assert "义务教育" in accountkit("show", "new-oriental", "--lang", "zh_CN").stdout
    assert "no_such" in accountkit("show", "walmart", "--analysis", "no_such", code=2).stderr


def test_new_makes_the_account_and_its_notebooks(accountkit, tmp_path):
    assert "home-depot-inc" in accountkit("new", "Home Depot, Inc.").stdout
    folder = tmp_path / "workbooks" / "home-depot-inc"
    assert from_json((folder / "account.json").read_bytes()).profile.name == "Home Depot, Inc."
    names = {path.stem for path in folder.glob("*.ipynb")}
    assert {
        "workbook",
        "brief",
        "pest",
        "five_forces",
        "dupont_roe",
        "problem_types",
        "motive_assessment",
    } <= names
    for path in folder.glob("*.ipynb"):
        nbformat.validate(nbformat.read(path, as_version=4))


def test_import_shows_the_mapping_and_stores_in_one_step(accountkit, tmp_path):
    file = tmp_path / "figures.csv"
    file.write_text(
        "period_end,revenue,net_income,total_assets,equity\n2024-12-31,100,10,80,40\n", encoding="utf-8"
    )
    accountkit("new", "Example")
    dry = accountkit("import", "example", file, "--dry-run")
    assert "Revenue" in dry.stdout and "ry run" in dry.stdout
    store = open_store()
    assert store.load("example").statements == {}
    accountkit("import", "example", file)
    assert store.load("example").statements["2024-12-31"].figures["revenue"].value == 100
    assert store.revision("example") == 2
    assert "Nothing to store" in accountkit("import", "example", file).stdout


def test_a_peer_is_made_by_importing_it(accountkit):
    accountkit(
        "import", "walmart", DATA / "us_10k_facts.csv", "--ticker", "TGT", "--peer", "Target", code=2
    )  # not in the file
    accountkit("import", "walmart", DATA / "us_10k_facts.csv", "--ticker", "AAPL", "--peer", "Apple")
    peers = open_store().load("walmart").peers
    assert (
        peers["apple"].statements["2024-09-28"].figures["revenue"].value == 391_035_000_000
    )  # 10-K of 1 November 2024


def test_a_chosen_mapping_is_used_again_for_the_same_shape(accountkit, tmp_path):
    head = "period_end,Takings of the shop,net_income,total_assets,equity\n"
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text(head + "2023-12-31,100,10,80,40\n", encoding="utf-8")
    two.write_text(head + "2024-12-31,110,11,90,45\n", encoding="utf-8")
    accountkit("new", "Example")
    accountkit("import", "example", one, "--map", "revenue=Takings of the shop")
    accountkit("import", "example", two)
    assert open_store().load("example").statements["2024-12-31"].figures["revenue"].value == 110


def test_export_and_load_lose_nothing(accountkit, tmp_path):
    accountkit("export", "walmart", "walmart.json", "--with-private")
    text = (tmp_path / "walmart.json").read_text(encoding="utf-8")
    assert from_json(text) == samples.sample("walmart")
    assert accountkit("export", "walmart", "-", "--with-private").stdout == text
    assert from_json(accountkit("export", "walmart", "-").stdout) == shareable(samples.sample("walmart"))
    store = open_store()
    store.apply("walmart", [Edit("profile/name", "Changed")], by="ben")
    assert "over" in accountkit("load", "walmart.json").stdout
    assert store.load("walmart") == samples.sample("walmart")
    store.delete("walmart")
    assert "new" in accountkit("load", "walmart.json").stdout


def test_load_says_what_of_a_file_contradicts_itself(accountkit, tmp_path):
    account = samples.sample("walmart")
    one, other, *_more = account.stakeholders
    ring = {
        "x1": Pair(from_id=one, to_id=other, tie="reports_to"),
        "x2": Pair(from_id=other, to_id=one, tie="reports_to"),
    }
    (tmp_path / "ring.json").write_text(
        to_json(account.model_copy(update={"pairs": ring}), with_private=True)
    )
    assert "Reporting runs in a circle: " in accountkit("load", "ring.json").stdout
    (tmp_path / "ring.json").write_text(to_json(account, with_private=True))
    assert "circle" not in accountkit("load", "ring.json").stdout


def test_a_file_with_a_rating_that_is_none_is_refused_with_its_place(accountkit, tmp_path):
    accountkit("export", "walmart", "walmart.json")
    text = (tmp_path / "walmart.json").read_text(encoding="utf-8")
    (tmp_path / "walmart.json").write_text(
        text.replace('"importance": 5.0', '"importance": 50.0', 1), encoding="utf-8"
    )
    said = " ".join(accountkit("load", "walmart.json", code=2).stderr.split())
    assert "cells/importance" in said and "1 to 5 (value 50.0)" in said


def test_private_notes_leave_only_when_asked_for(accountkit):
    accountkit("list")
    open_store().apply("walmart", [Edit("stakeholders/s-cfo/private_note", "SECRET")], by="ann")
    assert "SECRET" not in accountkit("export", "walmart", "-").stdout
    assert "SECRET" in accountkit("export", "walmart", "-", "--with-private").stdout


def test_history_tells_every_edit(accountkit):
    accountkit("list")
    open_store().apply("walmart", [Edit("findings/f-snap/impact", 5)], by="ben")
    entries = json.loads(accountkit("history", "walmart", "--format", "json").stdout)
    assert [(e["by"], e["path"], e["before"], e["value"]) for e in entries if e["path"]] == [
        ("ben", "findings/f-snap/impact", 3, 5)
    ]
    assert "findings/f-snap/impact" in accountkit("history", "walmart").stdout
    assert "findings/f-snap/impact" not in accountkit("history", "walmart", "--since", "2").stdout


def test_changes_tell_what_differs_since_a_revision(accountkit):
    accountkit("list")
    assert "No changes since" in accountkit("changes", "walmart", "--since", "1").stdout
    open_store().apply("walmart", [Edit("problems/p-shrink/closed", True)], by="ben")
    assert "Theft and loss" in accountkit("changes", "walmart", "--since", "1").stdout


def test_changes_since_a_day_hold_what_was_done_on_that_day(accountkit):
    accountkit("list")
    open_store().apply("walmart", [Edit("problems/p-shrink/closed", True)], by="ben")
    today = dt.datetime.now(dt.UTC).date()
    found = accountkit("changes", "walmart", "--since", today.isoformat())
    assert "Theft and loss" in found.stdout and "compared with its first" in found.stderr
    tomorrow = today + dt.timedelta(days=1)
    assert "No changes since" in accountkit("changes", "walmart", "--since", tomorrow.isoformat()).stdout
    assert "has no state 99" in accountkit("changes", "walmart", "--since", "99", code=2).stderr


def test_a_brief_since_a_revision_tells_what_changed_and_since_when(accountkit, tmp_path):
    accountkit("list")
    open_store().apply("walmart", [Edit("findings/f-snap/impact", 5)], by="ben")
    open_store().apply("walmart", [Edit("problems/p-shrink/closed", True)], by="ben")
    accountkit("brief", "walmart", "--out", "brief.md", "--since", "2")
    _before, heading, told = (
        (tmp_path / "brief.md").read_text(encoding="utf-8").partition("## What changed since")
    )
    assert heading and "Theft and loss" in told


def test_before_a_customers_brief_one_reads_what_goes_and_what_stays(accountkit):
    told = accountkit("brief", "walmart", "--out", "customer.md", "--edition", "customer").stderr
    assert (
        told.index("In the customer edition")
        < told.index("Internal only")
        < told.index("- Motives (")
        < told.index("Check before sending")
    )
    assert "In the customer edition" not in accountkit("brief", "walmart", "--out", "internal.md").output


def test_a_scenario_gives_low_base_and_high(accountkit):
    document = json.loads(accountkit("scenario", "walmart", "--format", "json").stdout)
    deltas = [document["cases"][case]["delta"] for case in ("low", "base", "high")]
    assert deltas == sorted(deltas) and deltas[0] > 0
    assert set(document["levers"]) == {"l-incidents", "l-order"}
    alone = json.loads(accountkit("scenario", "walmart", "--lever", "l-order", "--format", "json").stdout)
    assert set(alone["levers"]) == {"l-order"}
    # two days of cost of revenue over 365, for 40 % of the business: 535,395 m × 2 / 365 × 0.4
    assert alone["cases"]["base"]["cash"] == pytest.approx(535_395e6 * 2 / 365 * 0.4)
    assert "low" in accountkit("scenario", "walmart").stdout


def test_a_sector_file_is_decomposed(accountkit):
    document = json.loads(accountkit("sector", DATA / "ashare_fy2019.csv", "--format", "json").stdout)
    companies = {company["company"]: company for company in document["companies"]}
    assert len(companies) == 1037  # as its README says
    # Ping An Bank 2019: total operating revenue 137,958 m; total profit less tax 36,240 − 8,045 = 28,195 m
    assert companies["000001"]["net_margin"] == pytest.approx(28_195 / 137_958)
    banks = accountkit("sector", DATA / "ashare_fy2019.csv", "--industry", "银行", "--rows", "3").stdout
    assert "银行" in banks


def test_a_brief_is_written_in_the_language_asked_for(accountkit, tmp_path):
    accountkit("brief", "walmart", "--out", "brief.md", "--lang", "zh_CN")
    assert "沃尔玛" in (tmp_path / "brief.md").read_text(encoding="utf-8")
    accountkit("brief", "walmart", "--out", "customer.md", "--edition", "customer")
    assert "store managers who fear blame" not in (tmp_path / "customer.md").read_text(encoding="utf-8")


def test_the_catalogue_of_offers_goes_out_and_in_again(accountkit, tmp_path):
    accountkit("offers", "--out", "offers.csv")
    text = (tmp_path / "offers.csv").read_text(encoding="utf-8-sig")
    assert "cost_of_revenue_percent" in text
    taken = accountkit("offers", "offers.csv")
    assert f"{len(text.splitlines()) - 1} offerings" in taken.stderr
    assert "offers.txt" in accountkit("offers", "offers.txt", code=2).stderr


@pytest.mark.parametrize("form", ["table", "json"])
def test_list_names_a_damaged_account_and_shows_the_others(accountkit, form):
    accountkit("list")
    store = open_store()
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE snapshots SET document = '{' WHERE account_id = 1")
    store.close()
    # a list opens no document: the first who does finds the damage
    accountkit("show", "new-oriental", code=2)
    done = accountkit("list", "--format", form)
    assert "new-oriental" in done.output and "walmart" in done.output
    assert "damaged" in (done.output + done.stderr)
    assert accountkit("show", "walmart").exit_code == 0


def test_a_name_without_latin_letters_makes_a_short_name_that_is_always_the_same(accountkit, tmp_path):
    made = accountkit("new", "新东方").stdout
    slug = next(path.name for path in (tmp_path / "workbooks").iterdir())
    assert slug in made and slug.startswith("account-")
    assert slug in accountkit("new", "新东方", code=2).stderr  # it is taken: the name gives it again


def test_accounts_of_a_group_stand_below_its_account_and_are_told_with_it(accountkit):
    accountkit("list")
    store = open_store()
    store.create(Account(slug="a-store", profile=Profile(name="A Store", parent="walmart")), by="ann")
    store.close()
    listed = accountkit("list").stdout
    assert "\n  a-store" in listed and listed.index("walmart") < listed.index("  a-store")
    rows = {row["slug"]: row for row in json.loads(accountkit("list", "--format", "json").stdout)}
    assert (rows["a-store"]["parent"], rows["walmart"]["parent"]) == ("walmart", None)
    shown = accountkit("show", "walmart").stdout
    assert "Group\n- A Store: problems: 0" in shown and "past contribution of the group: US$" in shown
    assert "Group" not in accountkit("show", "a-store").stdout


def test_the_list_is_searched_and_cut(accountkit):
    accountkit("list")
    store = open_store()
    for n in range(3):
        store.create(Account(slug=f"shop-{n}", profile=Profile(name=f"Shop {n}", parent="walmart")), by="ann")
    store.apply("shop-1", [Edit("problems/p1", {"statement": "Glaze cracks"})], by="ann")
    store.close()

    def listed(*options):
        rows = json.loads(accountkit("list", "--format", "json", *options).stdout)
        return [row["slug"] for row in rows]

    assert listed("--search", "glaze SHOP") == ["shop-1"] and listed("--search", "nothing of it") == []
    assert listed("--search", "shop", "--limit", "2") == ["shop-1", "shop-2"]
    assert listed("--limit", "3") == listed()[:3] and len(listed()) == 5
    assert "shop-1" in accountkit("list", "--search", "glaze").stdout
    accountkit("list", "--limit", "0", code=2)


def test_an_account_begins_with_what_a_file_says_and_its_other_companies_are_peers(accountkit):
    file = Path(__file__).parents[1] / "data" / "peer_statements.csv"
    assert "6 companies" in accountkit("new", "--file", file, code=2).stderr
    said = accountkit("new", "TAL Education Group", "--file", file).stdout
    assert "tal-education-group" in said and "- fiscal year end: 02-28" in said
    store = open_store()
    account = store.load("tal-education-group")
    assert (account.profile.name, account.profile.fiscal_year_end) == ("TAL Education Group", "02-28")
    assert account.statements["2021-02-28"].figures["revenue"].value == 4_495_755_000
    assert len(account.peers) == 5 and all(peer.statements for peer in account.peers.values())
    assert store.lines().lines[0].returns_end is not None
    store.close()


def test_an_account_begins_with_what_the_sec_says(accountkit, server, monkeypatch, tmp_path):  # noqa: F811
    monkeypatch.setenv("ACCOUNTKIT_SEC_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("ACCOUNTKIT_SEC_CONTACT", "analyst@example.org")
    monkeypatch.setenv("ACCOUNTKIT_CACHE", str(tmp_path / "cache"))
    said = accountkit("new", "--sec", "AAPL").stdout
    assert "apple-inc" in said and "- fiscal year end: 09-" in said
    store = open_store()
    account = store.load("apple-inc")
    assert (account.profile.ticker, account.currency) == ("AAPL", "USD") and len(account.statements) > 5
    store.close()


def test_a_new_account_needs_a_name_a_file_or_a_ticker_and_no_more(accountkit, tmp_path):
    assert "--sec TICKER" in accountkit("new", code=2).stderr
    assert (
        "--sec TICKER" in accountkit("new", "A", "--sec", "AAPL", "--file", tmp_path / "x.csv", code=2).stderr
    )


def test_an_empty_list_says_so(accountkit):
    assert accountkit("list", "--search", "zzzz").stdout == "No account matches. Search for other words.\n"
    assert accountkit("history", "walmart", "--since", "2").stdout == "No edits since then.\n"


OK = "Item,2023,2024\nRevenue,100,110\nNet income,10,11\nTotal assets,80,90\nTotal equity,40,45\n"


def test_a_currency_that_was_guessed_is_corrected(accountkit, tmp_path):
    (tmp_path / "ok.csv").write_text(OK)
    begun = accountkit("new", "--file", "ok.csv", "--slug", "a")
    assert "choose the currency" in begun.stderr
    changed = accountkit("import", "a", "ok.csv", "--currency", "CNY")
    assert "from USD to CNY" in changed.stderr and "Stored" in changed.stdout
    stored = json.loads(accountkit("export", "a", "-").stdout)
    assert stored["currency"] == "CNY"
    assert {one.get("currency") for one in stored["statements"].values()} == {"CNY"}
    assert "Nothing to store" in accountkit("import", "a", "ok.csv", "--currency", "CNY").stdout


def test_an_import_in_another_currency_that_has_not_all_years_is_refused(accountkit, tmp_path):
    (tmp_path / "ok.csv").write_text(OK)
    accountkit("new", "--file", "ok.csv", "--slug", "a")
    (tmp_path / "part.csv").write_text(
        "Item,2024\nRevenue,110\nNet income,11\nTotal assets,90\nTotal equity,45\n"
    )
    refused = accountkit("import", "a", "part.csv", "--currency", "CNY", code=2)
    assert "all of their years and lines" in refused.stderr
    (tmp_path / "fewer.csv").write_text("Item,2023,2024\nRevenue,100,110\nNet income,10,11\n")
    refused = accountkit("import", "a", "fewer.csv", "--currency", "CNY", code=2)
    assert "“Enter figures”" in refused.stderr and "--replace" in refused.stderr
    assert (
        "“录入数字”"
        in accountkit("import", "a", "fewer.csv", "--currency", "CNY", "--lang", "zh_CN", code=2).stderr
    )


def test_a_file_may_take_the_place_of_all_stored_statements(accountkit, tmp_path):
    (tmp_path / "ok.csv").write_text(OK)
    accountkit("new", "--file", "ok.csv", "--slug", "a")
    (tmp_path / "fewer.csv").write_text("Item,2024\nRevenue,110\nNet income,11\n")
    more = ("import", "a", "fewer.csv", "--currency", "CNY", "--replace")
    assert "removed: 2023-12-31" in accountkit(*more, "--dry-run").stderr
    assert len(json.loads(accountkit("export", "a", "-").stdout)["statements"]) == 2
    accountkit(*more)
    stored = json.loads(accountkit("export", "a", "-").stdout)
    assert stored["currency"] == "CNY" and list(stored["statements"]) == ["2024-12-31"]
    assert list(stored["statements"]["2024-12-31"]["figures"]) == ["net_income", "revenue"]
    assert "Nothing to store" in accountkit(*more).stdout


def test_a_new_account_takes_the_currency_and_unit_that_are_said(accountkit, tmp_path):
    (tmp_path / "ok.csv").write_text(OK)
    accountkit("new", "--file", "ok.csv", "--slug", "a", "--currency", "CNY", "--unit", "thousand")
    stored = json.loads(accountkit("export", "a", "-").stdout)
    assert stored["currency"] == "CNY"
    assert stored["statements"]["2024-12-31"]["figures"]["revenue"]["value"] == 110_000
    assert "--file" in accountkit("new", "Acme", "--currency", "CNY", code=2).stderr

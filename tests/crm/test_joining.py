"""Files of three CRMs, shaped as their exports are, and the accounts that come of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit.crm.columns import COLUMNS, SYSTEMS
from accountkit.crm.joining import join
from accountkit.crm.reading import read
from accountkit.crm.stages import STAGES
from accountkit.crm.values import Unclear, date_of, day_order, joined_name, parted_name
from accountkit.crm.writing import write
from accountkit.errors import StatementError
from accountkit.model import Account, Edit, apply, remove, shareable
from accountkit.samples import SLUGS, sample

DATA = Path(__file__).parents[1] / "data" / "crm"
SETS = {
    "salesforce-fields": "salesforce",
    "salesforce-report": "salesforce",
    "hubspot": "hubspot",
    "dynamics": "dynamics",
}


def sheets(kind):
    return [read(file, SETS[kind]) for file in sorted(DATA.glob(f"{kind}-*.csv"))]


def taken(kind, accounts=(), **how):
    return join({account.slug: account for account in accounts}, sheets(kind), **how)


def changed(account, path, value):
    return apply(account, [Edit(path, value)])


@pytest.mark.parametrize("kind", SETS)
def test_the_same_accounts_come_of_each_crm(kind):
    done = taken(kind).accounts
    assert set(done) == {"northwind-foods", "northwind-foods-asia"}
    whole, asia = done["northwind-foods"], done["northwind-foods-asia"]
    assert (whole.profile.industry, whole.profile.country) == ("Food & Beverage", "Denmark")
    assert asia.profile.summary == "Plants in three countries"
    assert asia.profile.parent == ("" if kind == "hubspot" else "northwind-foods")
    people = {one.real_name: one for one in whole.stakeholders.values()}
    assert people["Freja Holm"].role_title == "Chief financial officer"
    assert people["Jens Peter Dam"].unit == "Production"
    assert [one.real_name for one in asia.stakeholders.values()] == ["王小明"]
    if kind != "hubspot":  # whose exports do not say who reports to whom
        (pair,) = whole.pairs.values()
        names = [whole.stakeholders[key].real_name for key in (pair.from_id, pair.to_id)]
        assert names == ["Jens Peter Dam", "Freja Holm"] and pair.tie == "reports_to"
    deals = {one.name: one for one in whole.opportunities.values()}
    line = deals["Line monitoring"]
    assert (line.how_much, line.currency, line.when) == (1_250_000, "EUR", dt.date(2027, 3, 31))
    assert (line.stage, line.outcome, line.what) == ("compare", "open", "Monitoring of 12 lines")
    assert deals["Energy audit"].outcome == "won"
    (cold,) = asia.opportunities.values()
    assert cold.stage is None and cold.how_much is None, "a stage of its own, and no amount rather than zero"
    (call,) = whole.contacts.values()
    assert call.note == "Call about stoppages\n\nHe counts 40 hours a month."
    assert [whole.stakeholders[key].real_name for key in call.stakeholder_ids] == ["Jens Peter Dam"]
    if kind.startswith("salesforce"):
        (action,) = whole.plan.values()
        assert (action.action, action.status) == ("Send the layout of line 4", "open")
        assert whole.opportunities[call.opportunity_id].name == "Line monitoring"


@pytest.mark.parametrize("kind", SETS)
def test_the_same_files_again_change_nothing(kind):
    first = taken(kind)
    again = taken(kind, first.accounts.values())
    assert again.changes == [] and again.edits == {}


@pytest.mark.parametrize("kind", SETS)
def test_what_is_written_is_read_again_as_it_is(kind):
    accounts = list(taken(kind).accounts.values())
    files = write(accounts, SETS[kind]).files
    back = [read(text.encode(), SETS[kind], f"{table}.csv") for table, text in files.items()]
    again = join({account.slug: account for account in accounts}, back)
    assert again.changes == []
    apart = join({}, [read(text.encode(), SETS[kind], f"{table}.csv") for table, text in files.items()])
    assert {slug: one.profile for slug, one in apart.accounts.items()} == {
        one.slug: one.profile for one in accounts
    }


@pytest.mark.parametrize("system", ["salesforce", "hubspot", "dynamics"])
def test_what_was_never_imported_is_the_same_when_it_comes_back(system):
    """Our stages are finer than a CRM's, and a CRM names a currency where ours is the account's."""
    ours = {slug: sample(slug) for slug in SLUGS}
    files = write(list(ours.values()), system).files
    back = join(ours, [read(text.encode(), system, f"{table}.csv") for table, text in files.items()])
    assert back.changes == [] and back.edits == {}


def test_columns_of_dynamics_go_back_byte_by_byte():
    files = write(list(taken("dynamics").accounts.values()), "dynamics").files
    text = files["accounts"]
    for exact in (
        "2B7F1C0A-9D1E-EE11-8179-000D3A10AB01",
        "=Zk3/8p+Q1x0aYw==",
        ", +pad  ,",
        "11/3/2026 9:15:02 AM",
    ):
        assert exact in text
    assert text.splitlines()[0].startswith("(Do Not Modify) Account,")
    assert "(Do Not Modify) Row Checksum" in files["opportunities"].splitlines()[0]


def test_fifteen_and_eighteen_signs_are_the_same_id_of_salesforce():
    first = taken("salesforce-fields")
    again = taken("salesforce-report", first.accounts.values())
    assert not again.new and not [one for one in again.changes if one.what == "new"]


def of(text, system="salesforce", name="accounts.csv"):
    return read(text.encode(), system, name)


HEAD = "Id,Name,Industry,BillingCountry\n"


def test_what_has_changed_on_one_side_is_taken_and_on_both_is_kept():
    first = join({}, [of(HEAD + "001A,Acme,Retail,Spain\n")])
    ours = changed(first.accounts["acme"], "profile/country", "Portugal")
    there = HEAD + "001A,Acme,Wholesale,{}\n"
    one = join({"acme": ours}, [of(there.format("Spain"))])
    assert one.accounts["acme"].profile.industry == "Wholesale"
    assert one.accounts["acme"].profile.country == "Portugal", "it has not changed there"
    both = join({"acme": ours}, [of(there.format("France"))])
    assert both.accounts["acme"].profile.country == "Portugal"
    (kept,) = [change for change in both.changes if change.what == "kept"]
    assert (kept.path, kept.before, kept.after) == ("profile/country", "Portugal", "France")
    again = join({"acme": both.accounts["acme"]}, [of(there.format("France"))])
    assert [change.what for change in again.changes] == ["kept"], "it is said until it is settled"
    asked = join({"acme": ours}, [of(there.format("France"))], overwrite=True)
    assert asked.accounts["acme"].profile.country == "France"


def test_a_blank_cell_takes_nothing_away_and_an_account_of_the_same_name_is_the_same():
    ours = Account(slug="acme-iberia", profile={"name": "ACME", "country": "Portugal"})
    done = join({"acme-iberia": ours}, [of(HEAD + "001A,Acme,Retail,\n")])
    assert not done.new and done.accounts["acme-iberia"].profile.country == "Portugal"
    assert {change.what for change in done.changes} == {"kept", "changed", "joined"}


def test_a_record_that_was_deleted_here_stays_deleted():
    first = taken("salesforce-fields")
    whole = first.accounts["northwind-foods"]
    (key,) = whole.contacts
    ours = {**first.accounts, "northwind-foods": apply(whole, [remove(f"contacts/{key}")])}
    again = join(ours, sheets("salesforce-fields"))
    assert [change.what for change in again.changes] == ["gone"]


def test_a_stage_of_ones_own_goes_back_as_it_came():
    accounts = taken("hubspot").accounts
    text = write(list(accounts.values()), "hubspot").files["opportunities"]
    assert "Pilot agreed" in text and "Closed Won" in text
    asia = accounts["northwind-foods-asia"]
    (key,) = asia.opportunities
    moved = changed(asia, f"opportunities/{key}/stage", "install")
    assert "Contract Sent" in write([moved], "hubspot").files["opportunities"]


def test_every_row_that_is_wrong_is_named_and_nothing_is_imported():
    text = (
        "Id,Name,AccountId,StageName,Amount,CurrencyIsoCode,CloseDate\n"
        "1,One,001Z,Prospecting,1,USD,2026-01-01\n"
        "2,Two,001A,Prospecting,many,USD,2026-01-01\n"
        "3,Three,001A,Prospecting,1,Taler,2026-01-01\n"
        "4,Four,001A,Prospecting,1,USD,2026-02-30\n"
        "4,Five,001A,Prospecting,1,USD,2026-02-03\n"
    )
    with pytest.raises(StatementError) as said:
        join({}, [of(HEAD + "001A,Acme,,\n"), of(text, name="deals.csv")])
    lines = str(said.value).splitlines()
    assert len(lines) == 6
    for line, part in zip(
        lines, ("row 2, column AccountId", "many", "Taler", "2026-02-30", "row 6"), strict=False
    ):
        assert part in line


def test_a_text_that_is_too_long_is_named_by_its_column():
    text = f"Id,LastName,Title,AccountId\n003A,Holm,{'x' * 3000},001A\n"
    again = join({}, [of(HEAD + "001A,Acme,,\n"), of(text.replace("x", "", 2999), name="contacts.csv")])
    for accounts in ({}, again.accounts):
        with pytest.raises(StatementError, match="row 2, column Title: “xxx") as said:
            join(accounts, [of(HEAD + "001A,Acme,,\n"), of(text, name="contacts.csv")])
        assert "stakeholders/" not in str(said.value)


def test_days_and_months_are_told_apart_or_asked_for():
    assert day_order(["03/04/2026", "13/04/2026"]) == "dmy" and day_order(["3/31/2027"]) == "mdy"
    assert date_of("03/04/2026", "dmy") == dt.date(2026, 4, 3)
    assert date_of("2026/4/3 10:00") == dt.date(2026, 4, 3)
    with pytest.raises(Unclear, match="dmy"):
        date_of("03/04/2026")


def test_files_that_are_none_say_so():
    with pytest.raises(StatementError, match="its columns are"):
        of("Colour,Taste\nred,sweet\n")
    with pytest.raises(StatementError, match="could hold"):
        of("Id,Name\n1,Acme\n", name="export.csv")
    assert of("Id,Name\n1,Acme\n", name="accounts.csv").table == "accounts"


def test_no_judgement_about_a_person_is_written_and_no_formula():
    account = Account(slug="acme", profile={"name": "=cmd|' /C calc'!A0"})
    person = {"real_name": "Jo Ray", "role_title": "@cfo", "personal_needs": "wants a title", "influence": 5}
    account = apply(
        account, [Edit("stakeholders/s1", {**person, "private_note": "vain", "attitude": "against"})]
    )
    for system in ("salesforce", "hubspot", "dynamics"):
        files = write([account], system).files
        assert "'=cmd" in files["accounts"] and "'@cfo" in files["contacts"]
        assert not any(word in "".join(files.values()) for word in ("vain", "wants a title", "against"))
        assert (
            read(files["accounts"].encode(), system, "accounts.csv").rows[0].values["name"].startswith("=cmd")
        )


def test_ids_and_names_of_a_crm_stay_out_of_what_is_shared():
    account = taken("salesforce-fields").accounts["northwind-foods"]
    assert account.crm and not shareable(account).crm


def test_a_role_without_a_name_is_named_and_stays():
    account = apply(Account(slug="acme"), [Edit("stakeholders/s1", {"role_title": "Head of plants"})])
    written = write([account], "hubspot")
    assert written.nameless == ("Head of plants",) and "contacts" not in written.files


@given(st.text("abc é", min_size=0, max_size=8), st.text("xyz", min_size=1, max_size=8))
def test_a_name_is_parted_as_it_was_joined(first, last):
    said = {"firstname": first.strip(), "lastname": last}
    assert parted_name(joined_name(said), said) == (first.strip(), last)


def test_the_page_lists_every_column_and_stage():
    page = (Path(__file__).parents[2] / "docs" / "crm.md").read_text("utf-8")
    for names in COLUMNS.values():
        for neutral, by in names.items():
            assert f"| `{neutral}` | " + " | ".join("; ".join(by[one]) for one in SYSTEMS) + " |" in page
    for stages in STAGES.values():
        assert all(theirs in page for theirs in stages)


def test_a_slug_that_an_account_has_that_cannot_be_read_is_not_taken():
    done = join({}, [of(HEAD + "001A,Acme,,\n")], taken={"acme", "acme-2"})
    assert done.new == {"acme-3"}


def test_an_action_that_was_reopened_here_is_not_written_as_completed():
    done = taken("salesforce-fields").accounts["northwind-foods"]
    (key,) = done.plan
    row = next(name for name, one in done.crm.items() if one.path == f"plan/{key}")
    said = {**done.crm[row].said, "statecode": "Completed"}
    again = changed(done, f"crm/{row}/said", said)
    assert (
        "Completed"
        not in write([again], "salesforce")
        .files["activities"]
        .split(again.plan[key].action)[1]
        .split("\n")[0]
    )

from dataclasses import replace

import pytest

from accountkit.errors import StatementError
from accountkit.model import Account, Edit, Peer, apply, from_json, inverse, remove, to_json
from accountkit.sources import import_edits, paste, read
from tests.sources.tables import DATA

INCOME = "USD m\t2024-09-28\t2023-09-30\nRevenue\t391035\t383285\nNet income\t93736\t96995"
BALANCE = (
    "USD m\t2024-09-28\t2023-09-30\nTotal assets\t364980\t352583\nTotal shareholders’ equity\t56950\t62146"
)


def figures(statements, period="2024-09-28"):
    return {line: figure.value / 1e6 for line, figure in statements[period].figures.items()}


def test_an_import_arrives_whole_and_is_undone_as_one_step():
    before = Account(slug="apple")
    imported = read(DATA / "companyfacts" / "CIK0000320193.json.gz")
    edits = import_edits(before, imported)
    after = apply(before, edits)
    assert after.statements == imported.statements
    assert apply(after, inverse(before, edits)) == before
    assert from_json(to_json(after)) == after


def test_a_balance_sheet_adds_to_an_income_statement():
    account = Account(slug="apple")
    for text in (INCOME, BALANCE):
        account = apply(account, import_edits(account, paste(text)))
    assert figures(account.statements) == {
        "revenue": 391035,
        "net_income": 93736,
        "total_assets": 364980,
        "equity": 56950,
    }


def test_the_same_import_again_changes_nothing():
    account = apply(Account(slug="apple"), import_edits(Account(slug="apple"), paste(INCOME)))
    assert import_edits(account, paste(INCOME)) == []


def test_a_peer_is_made_once_and_found_again():
    account = Account(slug="apple")
    account = apply(account, import_edits(account, paste(INCOME), peer="Home Depot"))
    account = apply(account, import_edits(account, paste(BALANCE), peer="home depot"))
    assert list(account.peers) == ["home-depot"]
    assert account.peers["home-depot"].name == "Home Depot"
    assert figures(account.peers["home-depot"].statements)["equity"] == 56950
    assert not account.statements


def test_a_peer_with_a_name_that_is_no_key_gets_one():
    account = apply(Account(slug="x"), import_edits(Account(slug="x"), paste(INCOME), peer="好未来"))
    (peer,) = account.peers.values()
    assert isinstance(peer, Peer) and peer.name == "好未来"


def test_the_first_import_sets_the_currency_and_another_one_is_refused():
    account = Account(slug="x")
    account = apply(account, import_edits(account, paste(INCOME.replace("USD", "EUR"))))
    assert account.currency == "EUR"
    with pytest.raises(StatementError, match=r"USD.*EUR"):
        import_edits(account, paste(BALANCE))


def test_an_import_of_all_years_and_lines_changes_the_currency():
    account = Account(slug="x")
    account = apply(account, import_edits(account, paste(INCOME)))
    edits = import_edits(account, paste(INCOME.replace("USD", "CNY")))
    changed = apply(account, edits)
    assert changed.currency == "CNY" and {one.currency for one in changed.statements.values()} == {"CNY"}
    assert apply(changed, inverse(account, edits)) == account
    entered = apply(account, [Edit("problems/p1", {"statement": "Stoppages", "loss": 5.0})])
    kept = apply(entered, import_edits(entered, paste(INCOME.replace("USD", "CNY"))))
    assert kept.currency == "USD", "amounts that people entered are in it"


INTERIM = {"period_end": "2024-12-28", "months": 3}


def test_interim_statements_in_the_old_currency_go_with_the_years_that_a_person_removed():
    account = apply(Account(slug="x"), import_edits(Account(slug="x"), paste(INCOME)))
    account = apply(account, [Edit("interim/2024-12-28", INTERIM)])
    emptied = apply(account, [remove(f"statements/{end}") for end in account.statements])
    changed = apply(emptied, import_edits(emptied, paste(BALANCE.replace("USD", "CNY"))))
    assert changed.currency == "CNY" and changed.statement_currency == "CNY" and not changed.interim


def test_a_file_that_is_to_replace_takes_the_place_of_all_and_one_undo_brings_them_back():
    account = apply(Account(slug="x"), import_edits(Account(slug="x"), paste(INCOME)))
    account = apply(account, [Edit("interim/2024-12-28", INTERIM), Edit("peers/p", {"name": "P"})])
    imported = paste(BALANCE.replace("USD", "CNY"))
    edits = import_edits(account, imported, replace=True)
    changed = apply(account, edits)
    assert changed.statements == imported.statements and not changed.interim and changed.currency == "CNY"
    assert apply(changed, inverse(account, edits)) == account
    of_peer = apply(account, import_edits(account, imported, peer="P", replace=True))
    assert of_peer.peers["p"].statements == imported.statements and of_peer.statements == account.statements
    with pytest.raises(StatementError, match="no full year"):
        import_edits(account, replace(imported, statements={}), replace=True)


def test_another_vintage_replaces_what_the_first_said_of_the_year_and_a_table_does_not():
    apple = DATA / "companyfacts" / "CIK0000320193.json.gz"
    account = Account(slug="apple")
    account = apply(account, import_edits(account, read(apple, vintage="one_filing")))
    assert account.statements["2024-09-28"].opening
    again = apply(account, import_edits(account, read(apple)))
    year = again.statements["2024-09-28"]
    assert (year.vintage, year.opening) == ("as_last_filed", {})
    typed = apply(account, import_edits(account, paste(INCOME)))
    assert typed.statements["2024-09-28"].vintage == "one_filing"
    assert typed.statements["2024-09-28"].opening == account.statements["2024-09-28"].opening

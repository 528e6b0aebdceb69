"""A folder is whole: its account.json is the account where there is no store, and is compared with one where there is."""

from __future__ import annotations

import json

import pytest

from accountkit import open_account
from accountkit.errors import AccountNotFound, InvalidAccount, InvalidEdit, Unavailable
from accountkit.model import Account, Edit, apply, to_json
from accountkit.store import open_store, origins
from accountkit.store.folder import FolderStore, exists, read, write


@pytest.fixture
def place(tmp_path, account, monkeypatch):
    """A folder with an account, and a home without a store; the current directory is the folder."""
    folder = tmp_path / "walmart"
    folder.mkdir()
    write(account, folder / "account.json")
    monkeypatch.setenv("ACCOUNTKIT_DB", f"sqlite:///{tmp_path / 'home.sqlite'}")
    monkeypatch.delenv("QUERY_STRING", raising=False)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def home(tmp_path, place, account):
    """A store that was last saved from exactly this file."""
    store = open_store(str(tmp_path / "home.sqlite"))
    store.create(account, by="ann")
    origins.note(store, account)
    yield store
    store.close()


def changed(place, path="findings/f1/impact", value=5) -> None:
    file = place / "account.json"
    write(apply(read(file), [Edit(path, value)]), file)


@pytest.mark.parametrize("named", ["account.json", None])
def test_a_file_is_opened_without_any_store(place, tmp_path, named):
    workbook = open_account(named)
    assert workbook.account.profile.name == "Walmart"
    assert not (tmp_path / "home.sqlite").exists() and not exists(None)


def test_what_is_edited_stands_in_the_file_and_can_be_taken_back(place):
    workbook = open_account()
    workbook.edit("findings/f1/impact", 5)
    assert read(place / "account.json").findings["f1"].impact == 5
    assert workbook.session.undo()
    assert read(place / "account.json").findings["f1"].impact == 3
    assert workbook.session.redo()
    assert open_account().account.findings["f1"].impact == 5


def test_what_another_program_writes_to_the_file_is_seen_and_kept(place):
    workbook = open_account()
    changed(place, "findings/f2/impact", 1)
    assert workbook.session.look_again()
    changed(place, "findings/f2/impact", 2)
    workbook.edit("findings/f1/impact", 5)
    assert {key: f.impact for key, f in read(place / "account.json").findings.items()} == {"f1": 5, "f2": 2}


def test_private_notes_are_not_put_into_a_folder(place):
    workbook = open_account()
    workbook.edit("stakeholders/s1", {"role_title": "CFO"})
    with pytest.raises(InvalidEdit, match="accountkit load"):
        workbook.edit("stakeholders/s1/private_note", "likes golf")
    assert "golf" not in (place / "account.json").read_text(encoding="utf-8")


def test_private_notes_that_a_file_holds_stay_in_it(place, account):
    own = apply(account, [Edit("stakeholders/s1", {"role_title": "CFO", "private_note": "likes golf"})])
    (place / "account.json").write_text(to_json(own, with_private=True), encoding="utf-8")
    open_account().edit("findings/f1/impact", 5)
    assert read(place / "account.json").stakeholders["s1"].private_note == "likes golf"


def test_the_store_is_edited_where_it_was_saved_from_this_file(place, home):
    workbook = open_account()
    workbook.edit("findings/f1/impact", 5)
    assert home.load("walmart").findings["f1"].impact == 5
    assert read(place / "account.json").findings["f1"].impact == 3
    assert "the store has changed" in open_account().session.difference


def test_the_file_counts_where_it_changed(place, home):
    changed(place)
    workbook = open_account()
    assert workbook.account.findings["f1"].impact == 5
    assert "the file has changed" in workbook.session.difference
    assert workbook.session.difference not in workbook.summary("overview").splitlines()


def test_both_changed_is_said_first_in_what_is_checked(place, home):
    home.apply("walmart", [Edit("findings/f2/impact", 1)], by="ann")
    changed(place)
    assert "both have changed" in open_account().summary("pest").splitlines()[0]


def test_the_store_counts_where_it_is_asked_for_by_name_or_served(place, home, monkeypatch):
    changed(place)
    named = open_account("walmart")
    monkeypatch.setenv("QUERY_STRING", "account=walmart")
    for workbook in (named, open_account()):
        assert workbook.account.findings["f1"].impact == 3
        assert "the file has changed" in workbook.session.difference
        assert workbook.panel("pest").view["difference"] == workbook.session.difference


def test_nothing_is_said_where_nothing_differs(place, home):
    workbook = open_account()
    assert workbook.session.difference == "" and "store" not in workbook.summary("overview").splitlines()[0]


def test_a_slug_that_is_not_the_folders_is_looked_for_in_the_store(place, home):
    home.create(Account(slug="other"), by="ann")
    assert open_account("other").account.slug == "other"


def test_a_file_that_holds_no_account_says_where_it_is_wrong(place):
    document = json.loads((place / "account.json").read_text(encoding="utf-8"))
    document["findings"]["f1"]["impact"] = 9
    (place / "account.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(InvalidAccount, match="impact"):
        open_account()
    with pytest.raises(AccountNotFound, match=r"nowhere\.json"):
        open_account("nowhere.json")


def test_a_write_that_fails_leaves_the_file_whole(place, account, monkeypatch):
    before = (place / "account.json").read_bytes()
    store = FolderStore(place / "account.json")
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(Unavailable, match="disk full"):
        store.apply("walmart", [Edit("findings/f1/impact", 5)], by="ann")
    monkeypatch.undo()
    assert (place / "account.json").read_bytes() == before
    assert store.revision("walmart") and store.load("walmart").findings["f1"].impact == 3

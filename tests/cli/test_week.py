"""`accountkit week` prints what the page shows."""

import json


def test_text_and_json_of_the_week(accountkit):
    text = accountkit("week", "--day", "2026-05-11").stdout
    first, second = text.splitlines()[:2]
    assert first == "Due"
    assert second == (
        "- Walmart: Share one year of incident reports from one region (11 days late; Head of safety and claims)."
    )
    found = json.loads(accountkit("week", "--day", "2026-05-11", "--format", "json").stdout)
    assert found["due"][0]["path"] == "commitments/c-sample"
    assert found["due"][0]["day"] == "2026-04-30"
    assert found["review"] is None


def test_the_accounts_of_one_owner_in_chinese(accountkit):
    text = accountkit(
        "week", "--who", "Account manager, retail", "--day", "2026-05-11", "--lang", "zh_CN"
    ).stdout
    assert "沃尔玛" in text and "新东方" not in text


def test_what_is_no_day_and_no_owner_is_told(accountkit):
    assert "2026-05-11" in accountkit("week", "--day", "monday", code=2).stderr
    assert "owns no account" in accountkit("week", "--who", "nobody", code=2).stderr


def test_a_calendar_link_is_printed_once_listed_and_revoked(accountkit):
    address = accountkit("calendar", "--new", "--server", "https://here/").stdout.strip()
    assert address.startswith("https://here/read/") and address.endswith("/week.ics?lang=en")
    listed = accountkit("calendar").stdout
    link = listed.splitlines()[1].split()[0]
    assert address.split("/")[4] not in listed
    accountkit("calendar", "--revoke", link)
    assert "Expired or revoked" in accountkit("calendar").stdout
    assert "no calendar link" in accountkit("calendar", "--revoke", "nothing", code=2).stderr


def test_the_week_as_a_calendar_file(accountkit):
    text = accountkit("week", "--format", "ics").stdout
    assert text.startswith("BEGIN:VCALENDAR") and text.rstrip().endswith("END:VCALENDAR")


def test_a_link_for_an_owner_of_nothing_is_refused_and_an_assumed_address_is_said(accountkit):
    assert "owns no account" in accountkit("calendar", "--new", "--who", "nobody", code=2).stderr
    assert "Create one" in accountkit("calendar").stdout
    made = accountkit("calendar", "--new")
    assert made.stdout.startswith("http://localhost:8866/read/")
    assert "The address http://localhost:8866/ is assumed" in made.stderr

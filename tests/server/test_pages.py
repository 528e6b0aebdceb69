"""The pages without a kernel: the list of accounts, what begins there, briefs, assets, and the first picture
of a tab.
"""

import gzip
import json
import re
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from accountkit.methods import REGISTRY, Analyses, core
from accountkit.methods.portfolio.line import line_of
from accountkit.model import Account, Edit, to_json
from accountkit.panels import registry
from accountkit.panels.session import Session
from accountkit.panels.workbook import WorkbookPanel
from accountkit.samples import sample
from accountkit.server import bar, first_paint
from accountkit.server.account_rows import facts
from accountkit.server.assets import EAGER, Assets
from accountkit.server.briefs import written
from accountkit.server.sparkline import sparkline
from accountkit.server.workbook_page import painted
from accountkit.store.readings import around, of_account
from tests.server.conftest import TOKEN, xsrf

DATA = Path(__file__).parents[1] / "data"


def test_the_list_shows_the_last_known_return_and_its_change_in_both_languages(served):
    # New Oriental FY2024, all owners: 325.2 m over the average of 3,814.8 m and 4,049 m is 8.3 %, and the title says so
    english = served.visitor().get("/", params={"lang": "en"}).text
    assert "New Oriental" in english and "8.3\u202f%" in english and "▲" in english
    assert "minorities included" in english
    chinese = served.visitor().get("/", params={"lang": "zh"}).text
    assert "客户" in chinese and "8.3%" in chinese and "含少数股东" in chinese


def test_a_language_once_chosen_stays(served):
    visitor = served.visitor()
    visitor.get("/", params={"lang": "zh_CN"})
    assert 'lang="zh-CN"' in visitor.get("/").text.split("<head>")[0]
    visitor.get("/", params={"lang": "<script>"})
    assert 'lang="zh-CN"' in visitor.get("/").text.split("<head>")[0]


def test_an_empty_store_says_how_to_begin(start):
    running = start()
    for stored in running.app.store.accounts():
        running.app.store.delete(stored.slug)
    page = running.visitor().get("/").text
    assert "No accounts yet" in page and "<li data-account" not in page


def test_an_account_whose_figures_cannot_be_read_does_not_hide_the_others(start):
    running = start()
    both = {
        "2023-12-31": {"period_end": "2023-12-31", "currency": "USD", "figures": {"revenue": {"value": 1}}},
        "2024-12-31": {"period_end": "2024-12-31", "currency": "EUR", "figures": {"revenue": {"value": 1}}},
    }
    running.app.store.create(Account.model_validate({"slug": "mixed", "statements": both}), by="ann")
    page = running.visitor().get("/").text
    assert "mixed" in page and "New Oriental" in page
    assert (
        running.visitor().get("/paint", params={"account": "mixed", "tab": "dupont_roe"}).status_code == 200
    )


def test_names_are_shown_as_text_never_as_markup(start):
    running = start()
    evil = "<img src=x onerror=alert(1)>'\"&"
    running.app.store.create(
        Account.model_validate({"slug": "evil", "profile": {"name": evil, "owner": evil, "industry": evil}}),
        by=evil,
    )
    for path in ("/", "/paint?account=evil&tab=pest"):
        page = running.visitor().get(path).text
        assert "<img" not in page
    assert "&lt;img" in running.visitor().get("/").text


def test_a_new_account_gets_a_slug_of_its_own_and_opens(served):
    visitor = served.visitor()
    first = visitor.post(
        "/accounts", data={"name": "Müller & Söhne AG"}, headers=xsrf(visitor), follow_redirects=False
    )
    second = visitor.post(
        "/accounts",
        data={"name": "Müller & Söhne AG", "another": "1"},
        headers=xsrf(visitor),
        follow_redirects=False,
    )
    assert first.headers["location"] == "/workbook?account=muller-sohne-ag"
    assert second.headers["location"] == "/workbook?account=muller-sohne-ag-2"
    assert served.app.store.load("muller-sohne-ag").profile.name == "Müller & Söhne AG"
    assert served.app.store.accounts()[0].updated_by == "ann"


def test_a_customer_of_whom_only_the_name_is_known_counts_in_the_currency_of_the_readers_language(served):
    visitor = served.visitor()
    for lang, name, currency in (("zh_CN", "华锐", "CNY"), ("en", "Huarui", "USD")):
        visitor.get("/", params={"lang": lang})
        address = visitor.post(
            "/accounts", data={"name": name}, headers=xsrf(visitor), follow_redirects=False
        )
        slug = address.headers["location"].partition("=")[2]
        assert served.app.store.load(slug).currency == currency


def test_an_account_needs_a_name(served):
    visitor = served.visitor()
    assert visitor.post("/accounts", data={"name": "  "}, headers=xsrf(visitor)).status_code == 400


def posted(visitor, content, name="file.csv"):
    return visitor.post("/upload", content=content, headers={**xsrf(visitor), "X-File-Name": name})


def imported(visitor, content, name, **more):
    upload = posted(visitor, content, name).json()["upload"]
    return visitor.post("/import", data={"upload": upload, "name": name, **more}, headers=xsrf(visitor))


def test_a_dropped_statement_file_becomes_an_account(served):
    visitor = served.visitor()
    answer = imported(visitor, (DATA / "walmart_annual_facts.csv").read_bytes(), "walmart_annual_facts.csv")
    assert answer.status_code == 200, answer.text
    slug = answer.json()["open"].split("account=")[1]
    assert served.app.store.load(slug).statements


def test_an_exported_account_comes_back_and_over_another_only_when_told_to(start):
    running, exported = start(), to_json(sample("walmart"))
    visitor = running.visitor()
    running.app.store.apply("walmart", [Edit("profile/name", "Changed")], by="ben")
    upload = posted(visitor, exported.encode(), "walmart.json").json()["upload"]
    form = {"upload": upload, "name": "walmart.json"}
    assert visitor.post("/import", data=form, headers=xsrf(visitor)).json()["exists"] == "walmart"
    assert running.app.store.load("walmart").profile.name == "Changed"
    assert (
        visitor.post("/import", data={**form, "over": "1"}, headers=xsrf(visitor))
        .json()["open"]
        .endswith("walmart")
    )
    assert running.app.store.load("walmart").profile.name == "Walmart"
    assert running.app.store.undo("walmart", by="ann").account.profile.name == "Changed"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.csv"),
        (b"PK\x03\x04broken", "broken.xlsx"),
        (b'{"slug": 5}', "wrong.json"),
        (b"\xff\xfe\x00", "x.csv"),
        (b"a,b\n1,2\n", "y.csv"),
    ],
)
def test_a_file_that_is_no_statement_is_refused_with_a_reason_and_no_account(served, content, name):
    visitor, before = served.visitor(), len(served.app.store.accounts())
    answer = imported(visitor, content, name)
    assert answer.status_code == 400 and len(answer.json()["message"]) > 20
    assert len(served.app.store.accounts()) == before


def test_a_file_over_the_limit_is_refused_before_it_is_kept(served, monkeypatch):
    visitor = served.visitor()
    monkeypatch.setattr("accountkit.server.spool.LARGEST_FILE", 1000)
    answer = posted(visitor, b"x" * 1001)
    assert (answer.status_code, answer.json()["error"]) == (413, "file_too_large")

    def without_a_length():
        for _piece in range(30):
            yield b"x" * 100

    # who sends on after the limit is told so, or is cut off before the answer has come
    with suppress(httpx.NetworkError):
        answer = visitor.post("/upload", content=without_a_length(), headers=xsrf(visitor))
        assert answer.status_code in (400, 413)
    assert list(served.app.spool.folder.iterdir()) == [] or all(
        p.stat().st_size <= 1000 for p in served.app.spool.folder.iterdir()
    )


def test_an_upload_is_known_by_a_random_id_and_never_by_its_name(served):
    visitor = served.visitor()
    answer = posted(visitor, b"period_end", "..%2F..%2Fetc%2Fpasswd").json()
    assert re.fullmatch("[0-9a-f]{32}", answer["upload"]) and answer["name"] == "../../etc/passwd"
    assert (served.app.spool.folder / answer["upload"]).read_bytes() == b"period_end"
    for wrong in ("../accounts.sqlite", "0" * 32, "", answer["upload"].upper() + "x"):
        told = visitor.post("/import", data={"upload": wrong, "name": "x"}, headers=xsrf(visitor))
        assert told.status_code == 400 and told.json()["error"] == "unreadable_file"


def test_the_brief_is_a_download(served):
    answer = served.visitor().get("/brief/walmart.md", params={"edition": "customer", "lang": "zh"})
    assert answer.status_code == 200
    assert (
        "attachment" in answer.headers["content-disposition"]
        and "walmart-brief.md" in answer.headers["content-disposition"]
    )
    assert "沃尔玛" in answer.text or "Walmart" in answer.text
    assert served.visitor().get("/brief/walmart.exe").status_code == 404
    assert served.visitor().get("/brief/walmart.md", params={"edition": "secret"}).status_code == 404


def test_assets_are_compressed_and_kept_for_good(served):
    visitor, assets = served.visitor(), served.app.assets
    answer = visitor.get(assets.url("plotly.min.js"), headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip" and "immutable" in answer.headers["cache-control"]
    assert int(answer.headers["content-length"]) < 0.4 * len(answer.content)
    assert answer.content == assets.files["plotly.min.js"].read_bytes()
    plain = visitor.get(assets.url("page.css"), headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers and plain.content == assets.files["page.css"].read_bytes()
    assert gzip.decompress(assets.bytes_of("page.css", compressed=True)) == plain.content


@pytest.mark.parametrize(
    "name, eager", [("charts.js", True), ("panels/pest.js", True), ("host.js", False), ("page.css", False)]
)
def test_a_script_of_which_a_page_runs_most_says_so(served, name, eager):
    visitor, assets = served.visitor(), served.app.assets
    for coding in ("gzip", "identity"):
        sent = visitor.get(assets.url(name), headers={"Accept-Encoding": coding}).content
        assert sent == (EAGER if eager else b"") + assets.files[name].read_bytes()


def test_an_asset_of_an_older_version_is_sent_but_not_kept(served):
    answer = served.visitor().get("/static/accountkit/0123456789ab/page.css")
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "name", ["../app.py", "..%2fapp.py", "voila/../../app.py", "/etc/passwd", "nothing.js", ""]
)
def test_only_listed_assets_are_served(served, name):
    assert served.visitor().get(served.app.assets.url(name)).status_code == 404


def test_the_addresses_of_assets_change_when_a_file_does(served, tmp_path):
    one, two = Assets(), Assets()
    (tmp_path / "page.css").write_text("body {}")
    two.files["page.css"] = tmp_path / "page.css"
    assert one.hash == served.app.assets.hash != two.hash


def test_the_first_picture_holds_the_sentence_and_the_figures_of_the_tab(served):
    page = served.visitor().get("/paint", params={"account": "new-oriental", "tab": "dupont_roe"}).text
    drawn = re.search(r'data-figure-of="dupont_roe/change">(.*?)</script>', page, re.S).group(1)
    assert json.loads(drawn)["data"]
    assert "ak-hero" in page


def test_a_picture_is_of_the_newest_revision(start):
    running = start()
    visitor = running.visitor()
    assert "Bicycles" not in visitor.get("/paint", params={"account": "walmart"}).text
    running.app.store.apply(
        "walmart",
        [Edit("commitments/c9", {"action": "Bicycles", "due": "2026-05-07", "status": "asked"})],
        by="ann",
    )
    assert "Bicycles" in visitor.get("/paint", params={"account": "walmart"}).text


def test_the_tabs_of_the_bar_are_those_of_the_workbook(served):
    shown = bar.bar(served.app.store, served.app.store.load("walmart"), "workbook", "/")
    panel = WorkbookPanel(Session(served.app.store, "walmart"))
    assert [choice.name for choice in shown.tabs] == [tab["name"] for tab in panel.view["tabs"]]


@pytest.mark.parametrize("key", sorted(core()))
def test_a_painted_figure_has_the_name_and_the_data_of_its_live_view(served, key):
    panel = registry.panel_class(key)(Session(served.app.store, "new-oriental"))
    live = {view.key: json.loads(view.figure) for view in panel.charts.values()}
    drawings = first_paint.paint(Analyses(served.app.store.load("new-oriental")), key).drawings
    painted = {drawing.key: json.loads(json.dumps(drawing.figure)) for drawing in drawings}
    assert painted and painted.items() <= live.items()


def test_the_first_picture_and_the_brief_say_what_the_app_says(served):
    """Of the methods too that look at our own side, or at all accounts."""
    store = served.app.store
    stored = store.loaded("walmart")
    live, alone = of_account(store, "walmart", "en"), Analyses(stored.account)
    beside = [key for key in REGISTRY if first_paint.paint(live, key) != first_paint.paint(alone, key)]
    assert "account_lifecycle" in beside
    for key in beside:
        assert painted(store, stored, key) == first_paint.paint(live, key), key
    brief = served.visitor().get("/brief/walmart.md").content
    assert brief == written(stored.account, "internal", "en", "md", **around(store, "en"))
    assert brief != written(stored.account, "internal", "en", "md")


def test_a_sparkline_breaks_where_a_value_is_missing():
    assert sparkline([0.1, None, 0.2, 0.3]).count("<polyline") == 1
    assert sparkline([0.1, 0.2, None, 0.2, 0.3]).count("<polyline") == 2
    assert sparkline([0.1]) == sparkline([None, None]) == sparkline([]) == ""
    low_to_high = re.search(r'points="([^"]+)"', sparkline([0.0, 1.0])).group(1)
    assert low_to_high == "2.0,20.0 108.0,2.0"


def test_the_next_commitment_is_the_open_one_that_is_due_first():
    account = Account.model_validate(
        {
            "slug": "x",
            "review_date": "2026-03-01",
            "commitments": {
                "past": {"action": "Overdue", "due": "2026-02-01", "status": "asked"},
                "a": {"action": "Later", "due": "2026-05-01", "status": "asked"},
                "b": {"action": "First", "due": "2026-04-01", "status": "planned"},
                "c": {"action": "Done", "due": "2026-01-01", "status": "done"},
            },
        }
    )
    assert facts(line_of(account)).next_action == "First"


def test_health_says_nothing_but_that_all_is_well(served):
    answer = served.stranger().get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_neither_the_token_nor_a_readers_secret_reaches_the_log(served, caplog):
    caplog.set_level("DEBUG")
    served.stranger().get("/nowhere", params={"token": TOKEN})
    served.stranger().get("/read/" + "s" * 43)
    ours = [
        record.getMessage() for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))
    ]
    assert ours and not any(TOKEN in line or "s" * 43 in line for line in ours)


def test_a_damaged_account_takes_no_page_but_its_own_down(start):
    server = start()
    store = server.app.store
    store.create(Account(slug="hurt", profile={"name": "Hurt"}), by="ann")
    with store._database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE snapshots SET document = '{' WHERE account_id = (SELECT id FROM accounts WHERE slug = 'hurt')"
        )
    store._documents._newest.clear()
    visitor = server.visitor()
    page = visitor.get("/", params={"lang": "en"})
    assert page.status_code == 200 and "Walmart" in page.text and "Hurt" in page.text
    own = visitor.get("/workbook", params={"account": "hurt"})
    assert own.status_code == 500 and "hurt" in own.text and "Traceback" not in own.text
    page = visitor.get("/", params={"lang": "en"})
    assert "&#39;hurt&#39; is damaged" in page.text or "hurt" in page.text.split('role="alert"')[1][:200]
    assert visitor.get("/brief/walmart.md").status_code == 200
    assert visitor.get("/healthz").status_code == 200

"""A method that the package does not know is found everywhere, without any change elsewhere: one of each shape."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from accountkit.brief import compose
from accountkit.brief.blocks import Table
from accountkit.cli import app
from accountkit.i18n import _, added_words, use_language
from accountkit.methods import REGISTRY, Analyses, Method, in_workspace
from accountkit.methods.method import SHAPES
from accountkit.methods.workspaces import cards, tab_of_method, tabs
from accountkit.model import Account, Edit, apply, from_json, in_language, shareable, to_json
from accountkit.panels.panel import BLANK
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.panels.workbook import WorkbookPanel
from accountkit.server import palette
from accountkit.server.reader_parts import parts
from accountkit.store import ReaderLink, Store, open_store
from accountkit.summaries import summary
from accountkit.workbook import Workbook
from tests.brief.accounts import new_oriental
from tests.methods.foreign import CHINESE, METHODS, flown
from tests.test_words import without_one

SLUG = "new-oriental"
SAID = {
    "kite_grip": ("Kite master flies a kite with us next week.", "Kite master下周与我方放风筝。"),
    "kite_field": ("Kite order should soar.", "Kite order宜高飞。"),
    "kite_log": ("Flights: 2, 120 minutes in all.", "飞行2次，共120分钟。"),
    "kite_start": ("The start is: pass.", "起飞结论：通过。"),
    "kite_board": ("The sail is red silk.", "帆面为red silk。"),
    "kite_yield": ("Kites bring US$ 1 k.", "风筝带来1,000美元。"),
}
WRITTEN = {
    "kite_grip": ("private_answers/kite_grip.s-kite/ratings/hand/value", 1),
    "kite_field": ("answers/kite_field.o-kite/ratings/wind/value", 1),
    "kite_log": ("answers/kite_log/rows/r1/cells/minutes", 31),
    "kite_start": ("answers/kite_start/values/sky/value", "not_met"),
    "kite_board": ("answers/kite_board/values/sail/value", "blue linen"),
    "kite_yield": ("answers/kite_yield/values/price/value", 70),
}
ABOUT = {"kite_grip": "s-kite", "kite_field": "o-kite"}
each = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.shape)


def test_the_examples_are_what_the_general_tests_ask_of_a_method():
    """docs/adding-a-method.md leads here: whoever copies one of these has what the tests of a registered method demand."""
    assert [method.key for method in METHODS if not method.first] == []
    assert without_one(set(CHINESE)) == []


@pytest.fixture(autouse=True)
def added() -> Iterator[None]:
    with REGISTRY.added(*METHODS), added_words("zh_CN", CHINESE):
        yield


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = open_store(f"sqlite:///{tmp_path / 'accounts.sqlite'}")
    store.create(flown(new_oriental()), by="ann")
    return store


def said_in(text: str, method: Method, place: int) -> bool:
    return SAID[method.key][place] in plainly(text)


def plainly(text: str) -> str:
    return text.replace("\u202f", " ")


def test_each_shape_is_there_once():
    shapes = [method.shape for method in METHODS]
    assert sorted(shapes) == ["calculator", "canvas", "checklist", "matrix", "register", "scorecard"]


@each
def test_it_is_registered_in_its_workspace_for_as_long_as_it_is_added(method: Method):
    assert in_workspace(method.workspace)[method.key] is method
    with REGISTRY.added():
        assert method.key in REGISTRY


@each
def test_a_notebook_summarises_it(store: Store, method: Method):
    key = ".".join(filter(None, (method.key, ABOUT.get(method.key))))
    text = plainly(Workbook(Session(store, SLUG)).summary(key))
    assert SAID[method.key][0] in text and text.startswith(method.name)


@each
@pytest.mark.parametrize(("lang", "place"), [("en", 0), ("zh_CN", 1)])
def test_it_speaks_both_languages(store: Store, method: Method, lang: str, place: int):
    with use_language(lang):
        said = plainly(summary(in_language(store.load(SLUG), lang), method.key))
    if method.key != "kite_yield" or lang == "en":
        assert SAID[method.key][place] in said
    assert (CHINESE[method.name] in said) == (lang == "zh_CN")


@each
@pytest.mark.parametrize(("lang", "place"), [("en", 0), ("zh_CN", 1)])
def test_its_card_shows_names_entries_sentence_and_figure(
    store: Store, method: Method, lang: str, place: int
):
    session = Session(store, SLUG, lang=lang, by="ann")
    card = panel_class(method.key)(session)
    if key := ABOUT.get(method.key):
        card._answer("choose", {"name": "record", "value": key})
    with use_language(lang):
        view, named = card.view, _(method.name)
        entered = [entry["name"] for section in view["sections"] for entry in section["entries"]]
        columns = [column["name"] for column in (view["grid"] or {"columns": ()})["columns"]]
        wanted = [one.name for one in (*method.entries(), *getattr(method, "columns", ()))]
        assert entered + columns == [_(name) for name in wanted]
        assert view["shape_name"] == _(SHAPES[method.shape]) and view["name"] == named
    assert (named == CHINESE[method.name]) == (lang == "zh_CN") and view["private"] == method.private
    assert said_in(view["sentence"], method, place)
    figure = card.charts["figure"]
    assert figure.text and json.loads(figure.figure)["layout"] != BLANK[0]["layout"]


@each
def test_its_card_stands_on_the_screen_that_it_names(store: Store, method: Method):
    tab = tab_of_method(method)
    placed = [key for key in tabs() if method.key in cards(key)]
    if method.workspace == "portfolio":
        # not about one account: its card has a page of its own and stands on no screen of an account
        assert placed == [] and panel_class(method.key)(Session(store, SLUG)).view["name"] == method.name
        return
    assert placed == [tab]
    workbook = WorkbookPanel(Session(store, SLUG, by="ann"), "overview")
    path = method.answer_path(ABOUT.get(method.key))
    workbook._answer("open", {"tab": tab, "path": path})
    screen = workbook.panels.get(f"more.{tab}") or workbook.panels[tab]
    shown = screen.cards[method.key].view
    assert shown["path"] == path and said_in(shown["sentence"], method, 0)


@each
def test_what_its_card_writes_is_undone_there(store: Store, method: Method):
    session = Session(store, SLUG, by="ann")
    card = panel_class(method.key)(session)
    if key := ABOUT.get(method.key):
        card._answer("choose", {"name": "record", "value": key})
    before, sentence = session.account, card.view["sentence"]
    path, value = WRITTEN[method.key]
    assert card._answer("write", {"path": path, "value": value})["kind"] == "saved"
    assert card.view["sentence"] != sentence and store.load(SLUG) != before
    assert card._answer("undo", {})["kind"] == "saved"
    assert card.view["sentence"] == sentence and store.load(SLUG) == before


@each
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_the_palette_finds_it_by_both_names_with_its_state(store: Store, method: Method, lang: str):
    account = store.load(SLUG)
    with use_language(lang):
        found = palette.names(account, "/base/", ())
        row = next(one for one in found["methods"] if one["key"] == method.key)
        state = palette.progress(account)["states"][method.key]
        assert row["question"] == _(method.question) and row["shape"] == _(SHAPES[method.shape])
        assert found["workspaces"][row["workspace"]]
    assert {row["name"], row["other"]} == {method.name, CHINESE[method.name]}
    assert row["href"] == f"/base/analysis/{method.key}?account={SLUG}"
    assert state["rated"] and state["state"] and said_in(state["sentence"], method, int(lang == "zh_CN"))


@each
def test_it_is_stored_undone_exported_and_loaded(store: Store, method: Method):
    account = store.load(SLUG)
    path = method.answer_path(ABOUT.get(method.key))
    before = to_json(account, with_private=True)
    store.apply(SLUG, [Edit(path, remove=True)], by="ann")
    assert Analyses(store.load(SLUG)).assess(method.key, ABOUT.get(method.key)).brief == ()
    store.undo(SLUG, by="ann")
    assert to_json(store.load(SLUG), with_private=True) == before
    assert store.history(SLUG)[-1].path.startswith(method.collection)
    again = from_json(to_json(account, with_private=True).encode())
    assert Analyses(again).assess(method.key).sentence == Analyses(account).assess(method.key).sentence
    shared = from_json(to_json(account).encode())
    answered = Analyses(shared).assess(method.key).rated > 0
    astray = apply(account, [Edit(path.replace("private_answers/", "answers/"), {"notes": {"a": "astray"}})])
    assert ("astray" in to_json(astray)) != method.private
    assert answered != method.private and shareable(account).private_answers == {}


@each
def test_the_command_line_lists_and_shows_it(store: Store, method: Method, tmp_path: Path):
    db = ["--db", f"sqlite:///{tmp_path / 'accounts.sqlite'}"]
    call = CliRunner().invoke
    listed = json.loads(call(app, ["methods", method.key, "--format", "json"]).stdout)
    assert listed["name"] == {"en": method.name, "zh_CN": CHINESE[method.name]}
    assert listed["shape"] == method.shape and listed["entries"]
    words = ["show", SLUG, "--analysis", method.key, "--format", "json", *db]
    assert call(app, words).exit_code == (2 if method.private else 0)
    shown = json.loads(call(app, [*words, "--with-private"]).stdout)
    assert SAID[method.key][0] in {plainly(line["text"]) for line in shown["brief"]}


@each
def test_the_brief_tells_it(store: Store, method: Method):
    brief = compose(store.load(SLUG))
    rows = [
        (row[0].text, plainly(row[1].text))
        for block in brief.blocks()
        if isinstance(block, Table) and block.key == "results"
        for row in block.rows
    ]
    assert (method.name, SAID[method.key][0]) in rows


@each
def test_a_readers_page_shows_it_if_it_is_not_private(store: Store, method: Method):
    now = dt.datetime.now(dt.UTC)
    link = ReaderLink("i", SLUG, method.key, "internal", "ann", now, now, None, None)
    shown = [part.paint.sentence for part in parts(store.load(SLUG), link)]
    assert [SAID[method.key][0] in plainly(text) for text in shown] == ([] if method.private else [True])


PACKAGE = """
from accountkit.i18n import N_
from accountkit.methods.sentences import name, says
from accountkit.methods.shapes import Block, Canvas

METHOD = Canvas(
    key="swing_board", name=N_("Board of the swing"), question=N_("What is the swing made of?"), group="understand",
    workspace="numbers", source="invented", rule=N_("Filled over all blocks."), uses=(),
    blocks=(Block("rope", N_("Rope"), N_("Which rope?")),), says=(says(N_("The rope is {rope}.")),),
    words=lambda r: {"rope": name(r.value("rope"))},
)
"""
CATALOGUE = """
msgid "Board of the swing"
msgstr "秋千构成"
"""
ASK = "from accountkit.cli import app; app(['methods', 'swing_board', '--format', 'json'])"


def test_another_package_brings_a_method_and_its_chinese(tmp_path: Path):
    """An installed package with two entry points is enough; asked in a process of its own."""
    package, info = tmp_path / "swings", tmp_path / "swings-1.0.dist-info"
    for folder in (package / "zh_CN", info):
        folder.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "board.py").write_text(PACKAGE)
    (package / "zh_CN" / "swings.po").write_text(CATALOGUE, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: swings\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[accountkit.methods]\nswing_board = swings.board:METHOD\n\n[accountkit.locale]\nswings = swings\n"
    )
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {ASK}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    listed = json.loads(done.stdout)
    assert listed["name"] == {"en": "Board of the swing", "zh_CN": "秋千构成"}
    assert [entry["key"] for entry in listed["entries"]] == ["rope"]


def test_a_package_that_is_gone_leaves_its_answers(store: Store):
    """Answers of a method that nobody brings any longer are kept, and nobody stumbles over them."""
    account = store.load(SLUG)
    without = Account.model_validate(
        {
            **account.model_dump(),
            "answers": {**account.model_dump()["answers"], "gone_method": {"values": {}}},
        }
    )
    assert compose(without).sections and "gone_method" in from_json(to_json(without).encode()).answers

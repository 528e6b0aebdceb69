"""Links to what was deleted, people who report to themselves, registers of 10,000 rows: said clearly, nothing lost."""

from __future__ import annotations

import io
import json

import pytest

from accountkit.brief import compose, write
from accountkit.errors import InvalidEdit
from accountkit.i18n import added_words, use_language
from accountkit.methods import REGISTRY
from accountkit.methods.subjects import COLLECTION
from accountkit.model import Account, Answer, Edit, Practice, Row, apply, from_json, remove, to_json
from accountkit.panels.method_grid import ROWS_AT_ONCE
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.store import PRACTICE
from accountkit.summaries import summary
from tests.brief.accounts import new_oriental
from tests.methods import six
from tests.methods.foreign import CHINESE, LOG
from tests.methods.generated import whole

KEYS = [*(key for key, method in REGISTRY.items() if not method.core), *(one.key for one in six.SIX)]
LINKED = ("stakeholders", "opportunities", "commitments", "needs", "visits", "problems")
LINKED += ("segments", "offers", "partners", "teams", "sellers")
MANY = 10_000


@pytest.fixture(autouse=True)
def registered():
    with REGISTRY.added(*six.SIX, LOG), added_words("zh_CN", CHINESE):
        yield


def stored_whole(key: str) -> Account | Practice:
    """A document with a complete answer to a method, under a slug of its own where it is an account."""
    document = whole(REGISTRY[key])
    return document.model_copy(update={"slug": "bereft"}) if isinstance(document, Account) else document


# -- links to what was deleted ----------------------------------------------------------------------------------------


@pytest.fixture
def deleted(store):
    """A whole answer whose people, deals and other records are all deleted by hand: one after the other for the first method
    about each subject, and for the others, whose records are the same, in one step.
    """

    def delete(key: str) -> Session:
        account = stored_whole(key)
        if isinstance(account, Account):
            store.create(account, by="test")
        else:
            store.practices.replace(account, by="test")
        session = Session(store, getattr(account, "slug", PRACTICE), by="consultant")
        own = COLLECTION.get(REGISTRY[key].subject)
        edits = []
        for collection in LINKED:
            kept = list(getattr(account, collection, ()))
            # of what the method is about one stays, so that there is a card to look at
            edits += [
                remove(f"{collection}/{record}") for record in (kept[1:] if collection == own else kept)
            ]
        first = key == next(one for one in KEYS if REGISTRY[one].subject == REGISTRY[key].subject)
        for step in [[edit] for edit in edits] if first else [edits]:
            session.edit(step)
        return session

    return delete


@pytest.mark.parametrize("key", KEYS)
def test_a_card_whose_links_lead_to_deleted_records_opens_and_all_comes_back(deleted, key):
    session = deleted(key)
    stored = session.document
    for lang in ("en", "zh_CN"):
        session.lang = lang
        with use_language(lang):
            card = panel_class(key)(session)
            assert card.view["name"] and card.view["verdict"]["text"]
            json.dumps(card.view, allow_nan=False)
            assert summary(session.analyses, key)
            assert session.slug == PRACTICE or compose(session.shown, lang=lang).sections
    assert session.document == stored
    while session.undo():
        pass
    assert session.document == stored_whole(key)


def test_a_choice_of_people_that_names_a_deleted_one_is_refused_and_can_be_mended(store):
    account = whole(REGISTRY["buying_process"]).model_copy(update={"slug": "bereft"})
    store.create(account, by="test")
    session = Session(store, "bereft", by="consultant")
    first, *others = account.stakeholders
    session.edit([remove(f"stakeholders/{first}")])
    card = panel_class("buying_process")(session)
    path = card.view["path"] + "/values/users/value"
    named = session.account.answers["buying_process." + card.view["record"]["chosen"]].values["users"].value
    assert first in named and first not in {person["id"] for person in card.view["people"]}
    refused = card._answer("write", {"path": path, "value": [first, *others]})
    assert refused["kind"] == "error" and "deleted" in refused["text"]
    assert card._answer("write", {"path": path, "value": others})["kind"] == "saved"


# -- who reports to whom ----------------------------------------------------------------------------------------------

TIES = {
    "one": {"from_id": "s1", "to_id": "s2", "tie": "reports_to"},
    "two": {"from_id": "s2", "to_id": "s3", "tie": "reports_to"},
}


def tied() -> Account:
    return apply(new_oriental(), [Edit(f"pairs/{key}", tie) for key, tie in TIES.items()])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("pairs/three", {"from_id": "s3", "to_id": "s1", "tie": "reports_to"}),
        ("pairs/three", {"from_id": "s1", "to_id": "s1", "tie": "reports_to"}),
        ("pairs/two/to_id", "s1"),
        ("pairs/one/from_id", "s3"),
    ],
)
@pytest.mark.parametrize(("lang", "words"), [("en", "report to themselves"), ("zh_CN", "自己的上级")])
def test_nobody_comes_to_report_to_themselves(store, path, value, lang, words):
    store.create(tied().model_copy(update={"slug": "tied"}), by="test")
    before = store.load("tied")
    with use_language(lang), pytest.raises(InvalidEdit, match=words) as refused:
        store.apply("tied", [Edit(path, value)], by="ann")
    assert refused.value.path == path and words in refused.value.reason
    assert store.load("tied") == before


@pytest.mark.parametrize("tie", ["influences", "close", "tense"])
def test_other_ties_may_go_round(tie):
    closed = apply(tied(), [Edit("pairs/three", {"from_id": "s3", "to_id": "s1", "tie": tie})])
    assert closed.pairs["three"].tie == tie
    with pytest.raises(InvalidEdit, match="report to themselves"):
        apply(closed, [Edit("pairs/three/tie", "reports_to")])


def test_a_document_in_which_somebody_does_is_loaded_shown_and_mended(store):
    ring = json.loads(to_json(tied(), with_private=True))
    ring["pairs"]["three"] = {"from_id": "s3", "to_id": "s1", "tie": "reports_to"}
    account = from_json(json.dumps(ring).encode())
    assert set(account.pairs) == {"one", "two", "three"}
    store.create(account.model_copy(update={"slug": "ring"}), by="test")
    session = Session(store, "ring", by="consultant")
    assert compose(session.shown).sections
    for key in KEYS:
        if session.holds(REGISTRY[key]):
            assert panel_class(key)(session).view["name"]
    session.edit([remove("pairs/three")])
    assert session.undo() and "three" in session.account.pairs


# -- a register of 10,000 rows ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def crowded():
    rows = {
        f"r{n}": Row(
            cells={"where": f"Hill {n}", "minutes": float(n), "on": f"2023-0{1 + n % 9}-11"}, order=n
        )
        for n in range(MANY)
    }
    account = new_oriental()
    return account.model_copy(
        update={"slug": "crowded", "answers": {**account.answers, LOG.key: Answer(rows=rows)}}
    )


@pytest.fixture
def many(store, crowded):
    store.create(crowded, by="test")
    return Session(store, "crowded", by="consultant")


def test_ten_thousand_rows_are_shown_in_parts_and_none_is_out_of_reach(many):
    card = panel_class(LOG.key)(many)
    grid = card.view["grid"]
    assert grid["told"] == "Rows 1 to 50 of 10,000" and len(grid["rows"]) == ROWS_AT_ONCE
    assert len(json.dumps(card.view)) < 200_000 and len(card.charts["figure"].figure) < 50_000
    assert card.view["score"]["coverage"].startswith("10000 of 10000")
    assert grid["last"] == MANY // ROWS_AT_ONCE - 1
    for page in (0, 1, 57, grid["last"]):
        card._answer("choose", {"name": "page", "value": page})
        first = MANY - 1 - page * ROWS_AT_ONCE  # the longest flight first
        wanted = [f"r{n}" for n in range(first, first - ROWS_AT_ONCE, -1)]
        assert [row["id"] for row in card.view["grid"]["rows"]] == wanted
    for beyond in (grid["last"] + 5, -3, None, "x"):
        card._answer("choose", {"name": "page", "value": beyond})
        assert card.view["grid"]["rows"]


def test_a_row_of_ten_thousand_is_written_found_added_and_brought_back(many):
    card = panel_class(LOG.key)(many)
    rows = f"answers/{LOG.key}/rows"
    assert card._answer("write", {"path": f"{rows}/r7/cells/where", "value": "New hill"})["kind"] == "saved"
    card._answer("look", {"path": f"{rows}/r7"})
    assert "New hill" in [row["cells"]["where"] for row in card.view["grid"]["rows"]]
    made = card._answer("row", {})["made"]
    assert made in {row["path"] for row in card.view["grid"]["rows"]}
    assert len(many.account.answers[LOG.key].rows) == MANY + 1
    assert many.undo() and many.undo() and not many.undo()
    assert many.account.answers[LOG.key].rows["r7"].cells["where"] == "Hill 7"


def test_the_table_below_the_figure_says_how_many_more_there_are(many):
    rows = panel_class(LOG.key)(many).view["table"]["rows"]
    assert len(rows) == 201 and rows[-1][0] == "and 9,800 more"


@pytest.fixture(scope="module")
def crowded_briefs(crowded):
    """The brief of an account with a register of 10,000 rows, and of the same without it."""
    with REGISTRY.added(*six.SIX, LOG), added_words("zh_CN", CHINESE):
        without = crowded.model_copy(update={"answers": new_oriental().answers})
        return compose(crowded), compose(without)


@pytest.mark.parametrize("kind", ["md", "html", "docx", "xlsx"])
def test_the_brief_shows_the_first_of_ten_thousand_rows_and_says_how_many_more(crowded_briefs, kind):
    brief, without = crowded_briefs
    table = next(block for block in brief.blocks() if getattr(block, "key", "") == LOG.key)
    assert len(table.rows) == 20 and table.note == "and 9,980 more"
    assert table.rows[0][0].text == f"Hill {MANY - 1}"  # the longest flight first
    sizes = []
    for one in (brief, without):
        out = io.BytesIO()
        write(one, out, kind, draw=False)
        sizes.append(len(out.getvalue()))
    assert sizes[0] - sizes[1] < 20_000
    if kind == "md":
        out = io.BytesIO()
        write(brief, out, kind, draw=False)
        assert "and 9,980 more" in out.getvalue().decode()


def test_the_summary_of_ten_thousand_rows_is_a_few_lines(crowded):
    text = summary(crowded, LOG.key)
    assert "Flights: 10,000" in text and len(text.splitlines()) < 15

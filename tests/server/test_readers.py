"""Links for readers: what they open, what they never show, and what a reader may say."""

import datetime as dt
import re

import pytest

from accountkit.i18n import added_words
from accountkit.methods import REGISTRY
from accountkit.model import Account, Edit, Profile
from accountkit.server.readers import MOST_OF_A_LINK
from tests.brief.opened import everything
from tests.methods.foreign import CHINESE, METHODS, flown
from tests.server.conftest import xsrf

PRIVATE = "plays golf with our director"


@pytest.fixture(scope="module", autouse=True)
def private_parts(served):
    edits = [
        Edit(
            "stakeholders/s-private",
            {
                "role_title": "Director of golf",
                "personal_needs": PRIVATE,
                "private_note": PRIVATE,
                "influence": 5,
            },
        ),
        Edit("answers/personal_needs/notes/n1", PRIVATE),
        Edit(
            "findings/f-assumed", {"statement": "They will surely go bankrupt", "impact": 5, "likelihood": 5}
        ),
    ]
    served.app.store.apply("new-oriental", edits, by="ann")


def link(served, **wanted):
    visitor = served.visitor()
    form = {"account": "new-oriental", "edition": "internal", **wanted}
    return visitor.post("/links", data=form, headers=xsrf(visitor)).json()


def test_a_reader_needs_no_token_and_gets_no_identity(served):
    reader = served.stranger()
    answer = reader.get(link(served)["address"])
    assert answer.status_code == 200 and "New Oriental" in answer.text
    assert not any(name.startswith("username") for name in answer.cookies)
    assert reader.get("/").status_code == 403


@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_nothing_private_is_shown(served, edition):
    inside = ("motive_assessment",) if edition == "internal" else ()
    for view in ("brief", "pest", "five_forces", "dupont_roe", "problem_types", *inside):
        page = served.stranger().get(link(served, edition=edition, view=view)["address"])
        assert page.status_code == 200 and PRIVATE not in page.text


def test_the_customers_edition_shows_neither_assumptions_nor_motives_nor_commitments(served):
    page = served.stranger().get(link(served, edition="customer")["address"]).text
    assert (
        "go bankrupt" not in page and "Head of learning centres" not in page and "motive" not in page.lower()
    )
    inside = served.stranger().get(link(served, edition="internal")["address"]).text
    assert "Head of learning centres" in inside


NEVER_TO_A_CUSTOMER = {
    "en": r"the customer\b(?! edition)|acknowledg|assumed|\bstale\b|stakeholder|motive|commitment|\brate the\b|\brated\b",
    "zh_CN": r"(?<!贵公司的)客户(?!群|关系|细分)|认可|假设|过期|关系人|动机|承诺|评分",
}


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_the_customers_edition_speaks_to_the_reader(served, lang):
    """It says you and your; it names no internal status, and asks nobody to rate anything."""
    address = link(served, edition="customer")["address"]
    page = served.stranger().get(f"{address}?lang={lang}").text
    main = re.sub(r"(?s)<script.*?</script>|<[^>]*>", " ", page[page.index("<main") :])
    assert len(main.split()) > 20 and not re.findall(NEVER_TO_A_CUSTOMER[lang], main, re.IGNORECASE)
    assert ("you" in main) if lang == "en" else ("贵公司" in main)


def test_a_link_opens_its_own_view_and_edition_only(served):
    address = link(served, view="pest", edition="customer")["address"]
    reader = served.stranger()
    page = reader.get(address).text
    assert 'data-figure-of="pest/map"' in page and "dupont_roe" not in page
    assert reader.get(f"{address}/brief.md").status_code == 404
    for ask in ("?edition=internal", "?view=brief", "?account=walmart"):
        assert reader.get(address + ask).text.count("Walmart") == 0
        assert "go bankrupt" not in reader.get(address + ask).text
    brief = link(served, edition="customer")["address"]
    assert "go bankrupt" not in reader.get(f"{brief}/brief.md?edition=internal").text


def test_a_revoked_an_expired_and_a_guessed_link_open_nothing(served):
    made = link(served)
    reader, visitor = served.stranger(), served.visitor()
    assert reader.get(made["address"]).status_code == 200
    assert visitor.post(f"/links/{made['link']['id']}/revoke", headers=xsrf(visitor)).status_code == 200
    expired, _link = served.app.store.create_link(
        "walmart", by="ann", expires=dt.datetime.now(dt.UTC) - dt.timedelta(seconds=1)
    )
    answers = [reader.get(a) for a in (made["address"], f"/read/{expired}", "/read/" + "g" * 43)]
    assert [answer.status_code for answer in answers] == [403] * 3
    for tail in ("/brief.md", "/comment", f"/{served.app.assets.hash}/plotly.min.js"):
        assert reader.get(made["address"] + tail).status_code == 403


def test_the_list_of_links_never_shows_a_secret(served):
    secret = link(served)["address"].rsplit("/", 1)[1]
    listed = served.visitor().get("/links", params={"account": "new-oriental"})
    assert listed.json()["links"] and secret not in listed.text


def test_a_reader_loads_plotly_and_styles_and_nothing_else(served):
    address, reader = link(served)["address"], served.stranger()
    page = reader.get(address).text
    for name in ("charts.js", "page.css", "panel.css", "paint.js"):
        asset = f"{address}/{served.app.assets.hash}/{name}"
        assert f"/{served.app.assets.hash}/{name}" in page
        assert reader.get(asset).status_code == 200
    assert reader.get(f"{address}/{served.app.assets.hash}/live.js").status_code == 404


def comment(reader, address, **form):
    reader.get(address)
    data = {"_xsrf": reader.cookies["_xsrf"], "name": "Bo", **form}
    return reader.post(f"{address}/comment", data=data, follow_redirects=True)


def test_a_readers_comment_reaches_the_claim_as_text(served):
    address, reader = link(served)["address"], served.stranger()
    said = "This is wrong, the CFO <b>left</b>"
    answer = comment(reader, address, target="findings/f-rules", text=said)
    assert answer.status_code == 200 and "Thank you" in answer.text
    assert [step.status_code for step in answer.history] == [303]
    (stored,) = served.app.store.load("new-oriental").comments.values()
    assert (stored.target, stored.text, stored.by, stored.closed) == ("findings/f-rules", said, "Bo", False)
    entry = served.app.store.history("new-oriental")[-1]
    assert entry.by.startswith("reader ") and entry.path.startswith("comments/")


@pytest.mark.parametrize(
    "target", ["findings/f-none", "stakeholders/s-private", "profile/name", "../x", "", "comments/c1"]
)
def test_a_reader_comments_only_claims_that_the_page_shows(served, target):
    before = served.app.store.revision("new-oriental")
    assert (
        comment(served.stranger(), link(served, view="pest")["address"], target=target, text="x").status_code
        == 403
    )
    assert served.app.store.revision("new-oriental") == before


def test_an_empty_comment_and_one_without_the_forms_token_are_refused(served):
    address, reader = link(served)["address"], served.stranger()
    assert comment(reader, address, target="findings/f-rules", text=" ").status_code == 400
    assert (
        reader.post(f"{address}/comment", data={"target": "findings/f-rules", "text": "x"}).status_code == 403
    )


def test_comments_are_cut_and_counted(served):
    address, reader = link(served)["address"], served.stranger()
    assert comment(reader, address, target="findings/f-rules", text="x" * 50_000).status_code == 200
    assert max(len(c.text) for c in served.app.store.load("new-oriental").comments.values()) == 2000
    comments = served.app.store.load("new-oriental").comments.values()
    mine = next(one.through for one in comments if len(one.text) == 2000)
    assert mine == served.app.store.links("new-oriental")[0].id
    many = [
        Edit(f"comments/m{n}", {"target": "findings/f-rules", "text": "x", "through": mine})
        for n in range(MOST_OF_A_LINK)
    ]
    served.app.store.apply("new-oriental", many, by="ann")
    assert comment(reader, address, target="findings/f-rules", text="one more").status_code == 403
    another = link(served)["address"]
    assert comment(reader, another, target="findings/f-rules", text="of another link").status_code == 200


def test_a_link_needs_an_account_a_view_and_an_edition_that_are(served):
    visitor = served.visitor()
    for wrong in ({"account": "nobody"}, {"view": "everything"}, {"edition": "everything"}, {"days": "x"}):
        form = {"account": "new-oriental", **wrong}
        assert visitor.post("/links", data=form, headers=xsrf(visitor)).status_code in (400, 404)


@pytest.fixture(scope="module")
def kites(served):
    """A full answer to one invented method of each shape, with a mark in what is private; the server has them at run time."""
    store = served.app.store
    with REGISTRY.added(*METHODS), added_words("zh_CN", CHINESE):
        store.replace(flown(store.load("walmart"), PRIVATE), by="ann")
        yield METHODS


def on_walmart(served, **wanted):
    return link(served, account="walmart", **wanted)["address"]


def test_a_link_to_a_method_that_is_not_private_shows_what_it_says(served, kites):
    page = served.stranger().get(on_walmart(served, view="kite_board", edition="internal")).text
    assert "The sail is red silk." in page and "Board of the kite" in page and "Kites bring" not in page
    other = (
        served.stranger().get(f"{on_walmart(served, view='kite_board', edition='customer')}?lang=zh_CN").text
    )
    assert "帆面为red silk。" in other and "骨架存疑" not in other


def test_a_link_to_a_private_method_is_not_made(served, kites):
    visitor = served.visitor()
    for view in ("kite_grip", "influence_score", "nothing"):
        form = {"account": "walmart", "edition": "internal", "view": view}
        assert visitor.post("/links", data=form, headers=xsrf(visitor)).status_code == 404


@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_a_page_of_the_brief_has_the_methods_and_nothing_private_of_them(served, kites, edition):
    address, reader = on_walmart(served, edition=edition), served.stranger()
    page = reader.get(address).text
    assert "The sail is red silk." in page and "Flights: 2, 120 minutes in all." in page
    assert ("Kite order should soar." in page) == (edition == "internal")
    for text in (page, reader.get(f"{address}/brief.docx").content, reader.get(address + "?lang=zh_CN").text):
        found = everything(text, "docx") if isinstance(text, bytes) else text
        for inside in ("storm", "holds the line", "握线", "flies a kite", "放风筝"):
            assert inside not in found
    customer_sees = page if edition == "customer" else ""
    assert "We doubt" not in customer_sees and PRIVATE not in customer_sees


def test_a_private_method_of_an_old_link_opens_nothing(served, kites):
    secret, _link = served.app.store.create_link(
        "walmart",
        view="kite_grip",
        edition="internal",
        by="ann",
        expires=dt.datetime.now(dt.UTC) + dt.timedelta(days=1),
    )
    page = served.stranger().get(f"/read/{secret}").text
    assert "storm" not in page and "Grip" not in page


def test_each_sentence_that_is_only_assumed_can_be_commented(served):
    """Also those of methods beside the core analyses; the comment arrives where the sentence comes from."""
    address, reader = link(served)["address"], served.stranger()
    items = re.findall(r'<li id="claim-.*?</li>', reader.get(address).text, re.DOTALL)
    assumed = [one for one in items if '<span class="ak-chip">assumed</span>' in one]
    assert len(assumed) > 40 and all('name="target"' in one for one in assumed)
    targets = {re.search('name="target" value="([^"]+)"', one)[1] for one in assumed}
    (stage,) = [one for one in targets if one.startswith("answers/solution_selling_stages.o1")]
    assert "Thank you" in comment(reader, address, target=stage, text="They have signed").text
    stored = served.app.store.load("new-oriental").comments.values()
    assert [one.target for one in stored if one.text == "They have signed"] == [stage]


def test_a_page_of_one_method_takes_comments_on_what_it_says(served):
    address, reader = link(served, view="swot")["address"], served.stranger()
    assert "Thank you" in comment(reader, address, target="answers/swot", text="Not so weak").text


@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_where_nothing_is_known_a_reader_reads_so_once_and_gets_no_instruction(served, edition):
    store, slug = served.app.store, f"little-known-{edition}"
    store.create(Account(slug=slug, profile=Profile(name="Little known")), by="ann")
    store.apply(slug, [Edit("stakeholders/s1", {"role_title": "Buyer"})], by="ann")
    address = link(served, account=slug, edition=edition)["address"]
    for lang, known, orders in (
        ("en", "Not assessed yet.", r"\b(Rate|Add|Pick|Choose|Create|Import|Start|Drop)\b"),
        ("zh_CN", "尚未评估。", "请"),
    ):
        page = served.stranger().get(f"{address}?lang={lang}").text
        main = re.sub("<script.*?</script>|<form.*?</form>", "", page[page.index("<main") :], flags=re.DOTALL)
        sections = re.findall("<section.*?</section>", main, re.DOTALL)
        assert sections and all(one.count(known) <= 1 for one in sections) and known in main
        assert not re.search(orders, main), re.search(f".*{orders}.*", main)

"""market_information, worked by hand from its rule: three contacts that listened name two topics, one of them twice."""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from accountkit.methods.care.market_rules import shared
from accountkit.methods.portfolio.line import line_of
from accountkit.model import Profile, apply
from accountkit.model.account_line import AccountLine
from tests.methods.care.log import LOG, account, contact
from tests.methods.plant import sentence

KEY = "market_information"
HEARD = {
    "h1": contact(
        "2026-02-20",
        "listen",
        "Seller",
        "it",
        topic="Emission data",
        kind="requirement",
        note="Asks for daily data",
    ),
    "h2": contact("2026-01-10", "listen", "Seller", "quality", topic="Emission data", kind="complaint"),
    "h3": contact("2025-12-10", "listen", "Seller", "it", topic="Price of rival A", content="rival_offer"),
    "h4": contact("2025-12-12", "listen", "Seller", "it"),
}


def read(contacts=None):
    return Analyses(account({**LOG, **HEARD} if contacts is None else contacts)).read(KEY)


def test_the_rows_are_what_was_heard_the_latest_first():
    assert [row.id for row in read().rows] == ["h1", "h2", "h4", "h3"]
    assert read(LOG).rows == ()


def test_topics_and_kinds_are_counted():
    assert read().totals == {"topics": 2, "complaint": 1, "suggestion": 0, "requirement": 1}
    assert read({"h3": HEARD["h3"]}).totals == {
        "topics": 1,
        "complaint": 0,
        "suggestion": 0,
        "requirement": 0,
    }


def test_what_has_no_topic_is_flagged():
    assert [row.id for row in read().rows if "untitled" in row.flags] == ["h4"]


def among(topics: tuple[tuple[str, ...], ...], industry: str = "Coatings"):
    known = account({**LOG, **HEARD}, profile=Profile(industry="coatings"))
    lines = tuple(
        AccountLine(slug=f"a{n}", industry=industry, topics=named) for n, named in enumerate(topics)
    )
    return Analyses(
        known, accounts=(*lines, AccountLine(slug="plant", industry=industry, topics=("Emission data",)))
    )


def test_a_topic_of_three_customers_of_an_industry_is_a_finding_about_it():
    reading = among((("emission data",), ("Emission data", "Rents"), ())).read(KEY)
    assert shared(reading) == {"Emission data": 3}
    assert [row.id for row in reading.rows if "segment" in row.flags] == ["h1", "h2"]
    assert reading.method.sentence(reading).startswith(
        "Customers of this industry that report “Emission data”: 3."
    )
    assert shared(among((("Emission data",), ())).read(KEY)) == {}
    elsewhere = among((("Emission data",), ("Emission data",)), "Food")
    assert shared(elsewhere.read(KEY)) == {}


def test_the_line_of_an_account_tells_its_topics_and_no_more():
    assert line_of(account({**LOG, **HEARD})).topics == ("Emission data", "Price of rival A")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "The customer mentions: Emission data and Price of rival A."),
        ("zh_CN", "客户提到：Emission data和Price of rival A。"),
    ],
)
def test_the_sentence_names_the_topic_that_was_heard_most_often_first(lang, said):
    assert sentence(account({**LOG, **HEARD}), KEY, lang, None) == said


def test_a_topic_becomes_a_finding_once():
    known = account({**LOG, **HEARD})
    offers = Analyses(known).assess(KEY).suggestions
    assert [one.text for one in offers].count("Save “Emission data” as a finding?") == 2
    after = apply(known, list(offers[0].edits()))
    (finding,) = [one for key, one in after.findings.items() if key not in known.findings]
    assert (finding.statement, finding.factor, finding.source_framework) == (
        "Asks for daily data",
        "Emission data",
        KEY,
    )
    assert [one.text for one in Analyses(after).assess(KEY).suggestions] == [
        "Save “Price of rival A” as a finding?"
    ]

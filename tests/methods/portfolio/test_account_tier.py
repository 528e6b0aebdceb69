"""Tiers of ten accounts, worked by hand (the figures of the portfolio picture; methods.md prints no example). Thousands.

past        Harbour 5600, Walmart 3800, Lakeside 700, Meridian 500, Summit 400, Orchard 300, Quayside 300,
            Northgate 100, New Oriental and Bluebird 0                                        = 11,700; 80 % = 9,360
proven      Harbour 5600 < 9360, with Walmart 9400 ≥ 9360                                     → these two, 80.3 %
promise     New Oriental 4000 × (5 + 4) / 10 = 3600; Northgate 1800 × (3 + 4) / 10 = 1260; Lakeside 1200 × 5 / 10 = 600
limit       30 % of 10 = 3: two proven, so one promising: New Oriental; Northgate is the first that waits
Quayside    a reason is set                                                                  → excluded
"""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from accountkit.methods.portfolio.ranking import tier_of
from tests.methods.portfolio.plain import line, practice, sentences

KEY = "account_tier"
ACCOUNTS = (
    ("Harbour Retail", 5600, 4200, 4, 3),
    ("Walmart", 3800, 6000, 5, 4),
    ("New Oriental", 0, 4000, 5, 4),
    ("Northgate", 100, 1800, 3, 4),
    ("Lakeside", 700, 1200, 3, 2),
    ("Meridian", 500, 600, 2, 2),
    ("Summit", 400, 500, 2, 3),
    ("Orchard", 300, 200, 1, 1),
    ("Bluebird", 0, 400, 2, 3),
    ("Quayside", 300, 0, 1, 1),
)
LINES = tuple(line(name, past, future=future) for name, past, future, *_ratings in ACCOUNTS)
JUDGED = {
    one.slug: {"benchmark": ratings[0], "innovation": ratings[1]}
    for one, (_name, _past, _future, *ratings) in zip(LINES, ACCOUNTS, strict=True)
}
JUDGED["quayside"] |= {"blacklist_reason": "Overdue debt since January"}
OURS = practice(KEY, JUDGED, next_review="2026-07-01")


def read(lines=LINES, ours=OURS):
    return Analyses(ours, accounts=lines).read(KEY)


def test_the_worked_example():
    reading = read()
    tiers = {row.id: row["tier"] for row in reading.rows}
    assert [slug for slug, tier in tiers.items() if tier == "key_valuable"] == ["harbour-retail", "walmart"]
    assert [slug for slug, tier in tiers.items() if tier == "key_potential"] == ["new-oriental"]
    assert tiers["quayside"] == "blacklist" and list(tiers.values()).count("normal") == 6
    promise = {row.id: row["promise"] for row in reading.rows}
    assert promise["new-oriental"] == pytest.approx(3600e3) and promise["northgate"] == pytest.approx(1260e3)
    assert promise["lakeside"] == pytest.approx(600e3)
    assert [row.id for row in reading.rows if "waits" in row.flags] == ["northgate"]
    assert reading.totals == {"key_valuable": 2, "key_potential": 1, "normal": 6, "blacklist": 1}
    assert (
        reading.alarms == ()
        and tier_of(reading, "walmart") == "key_valuable"
        and tier_of(reading, "x") is None
    )


@pytest.mark.parametrize(
    ("lang", "whole", "last"),
    [
        (
            "en",
            "Harbour Retail and Walmart brought 80 % of past results. Key accounts: 3 of 10.",
            "Quayside: tier excluded, because of Overdue debt since January; next review 1 July 2026.",
        ),
        (
            "zh_CN",
            "Harbour Retail和Walmart贡献了过去业绩的80%。重点客户3家，共10家。",
            "Quayside：客户等级为已排除，依据Overdue debt since January，下次评审2026年7月1日。",
        ),
    ],
)
def test_the_sentences(lang, whole, last):
    said, each = sentences(Analyses(OURS, accounts=LINES), KEY, lang)
    assert said == whole and len(each) == 4 and each[-1] == last


def test_proven_accounts_beyond_the_limit_are_ordinary_the_lowest_first():
    """Four equal accounts: 80 % of 400 is 320, which takes all four; 30 % of 4 is 1."""
    reading = read(tuple(line(name, 100) for name in "abcd"))
    assert [row["tier"] for row in reading.rows] == ["key_valuable", "normal", "normal", "normal"]
    assert [row.id for row in reading.rows if "waits" in row.flags] == ["b", "c", "d"]


def test_it_says_when_no_account_is_promising():
    assert read(LINES[:2]).alarms == ("no_promising",) and read(()).alarms == ()


def test_where_a_rating_is_missing_nothing_is_promised_and_a_refuted_row_counts_as_missing():
    without = {**JUDGED, "new-oriental": {"benchmark": 5}}
    assert tier_of(read(ours=practice(KEY, without)), "northgate") == "key_potential"
    wrong = OURS.answers[KEY].rows["quayside"].model_copy(update={"evidence": ("e",)})
    rows = {**OURS.answers[KEY].rows, "quayside": wrong}
    ours = OURS.model_validate(
        {
            "evidence": {"e": {"source": "Their ledger", "grade": "A", "status": "refuted"}},
            "answers": {KEY: OURS.answers[KEY].model_copy(update={"rows": rows})},
        }
    )
    assert tier_of(read(ours=ours), "quayside") == "normal"


def test_an_account_of_which_nothing_is_known_has_no_tier_and_one_in_another_currency_is_not_compared():
    lines = (*LINES, line("Blank"), line("Far", 9e6, currency="CNY"))
    reading = read(lines)
    assert tier_of(reading, "blank") is None and tier_of(reading, "far") is None
    assert tier_of(reading, "harbour-retail") == "key_valuable"
    assert [row.id for row in reading.rows if "currency" in row.flags] == ["far"]


def test_another_answer_another_reading():
    other = read(ours=practice(KEY, {**JUDGED, "harbour-retail": {"blacklist_reason": "Left the market"}}))
    assert other != read() and tier_of(other, "harbour-retail") == "blacklist"

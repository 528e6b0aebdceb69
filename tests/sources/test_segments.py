"""Segments and regions out of XBRL files and a quarter of the SEC's data sets: parts, never the company.

Apple, Form 10-K for fiscal 2024, USD million: five segments with sales of 391,035 and operating income of 162,044; research
−31,370 and other corporate items −7,458 lead to the company's 123,216. SUPERVALU, 10-K for the year to February 2010
(recorded quarter): net sales 31,637 + 8,960 = 40,597; operating income 989 + 299 − 87 = 1,201.
"""

import pytest

from accountkit.model import Account, apply, from_json, to_json
from accountkit.sources import import_edits, read
from accountkit.sources.segments.axes import Place, members_in, place_of, words_of
from tests.sources.filings import (
    BUSINESS,
    ITEMS,
    REGION,
    SALES,
    SEGMENTS,
    instance,
    segmented,
    segmented_page,
)
from tests.sources.tables import DATA, apple_2024, said, values

END = "2024-09-28"


def parts(imported, kind="business", line="revenue", *, reconciling=False, end=END):
    return {
        one.member: one.figures[line].value / 1e6
        for one in imported.statements[end].segments
        if one.kind == kind and one.reconciling == reconciling and line in one.figures
    }


@pytest.mark.parametrize(("data", "name"), [(segmented(), "a.xml"), (segmented_page(), "a.htm")])
def test_segments_and_countries_are_read_and_the_company_is_what_it_was(data, name):
    imported = read(data, name)
    found = values(imported, END)
    assert {line: found[line] for line in apple_2024()} == apple_2024()
    assert sum(parts(imported).values()) == 391_035
    assert parts(imported)["GreaterChinaSegment"] == 66_952
    assert parts(imported, line="operating_income")["AmericasSegment"] == 67_656
    unallocated = parts(imported, line="operating_income", reconciling=True)
    assert unallocated == {"CorporateNonSegment": -7_458, "MaterialReconcilingItems": -31_370}
    earned = sum(parts(imported, line="operating_income").values())
    assert earned + sum(unallocated.values()) == 123_216
    assert parts(imported, "region") == {"US": 142_196, "CN": 66_952, "OtherCountries": 181_887}
    assert parts(imported, end="2023-09-30")["EuropeSegment"] == 94_294
    assert not imported.warnings


def test_a_part_names_its_concept_and_its_time():
    (one, *_rest) = read(segmented(), "a.xml").statements[END].segments
    origin = one.figures["revenue"].origin
    assert (origin.source, origin.concept, origin.place) == (
        "a.xml",
        f"us-gaap:{SALES}",
        "2023-10-01 – 2024-09-28",
    )


def test_a_quarter_of_the_sec_gives_segments_that_add_up_to_the_company():
    imported = read(DATA / "fsds" / "2010q2.zip", entity="SUPERVALU INC")
    end = "2010-02-28"
    assert parts(imported, end=end) == {"RetailFood": 31_637, "SupplyChainServices": 8_960}
    assert parts(imported, line="operating_income", end=end) == {
        "RetailFood": 989,
        "SupplyChainServices": 299,
    }
    assert parts(imported, line="operating_income", reconciling=True, end=end) == {"Corporate": -87}
    found = values(imported, end)
    assert (found["revenue"], found["operating_income"]) == (40_597e6, 1_201e6)


def segments_of(**sales):
    return [({BUSINESS: f"aapl:{name}Member"}, SALES, (value, value)) for name, value in sales.items()]


def regions_of(**sales):
    return [({REGION: f"aapl:{name}Member"}, SALES, (value, value)) for name, value in sales.items()]


def test_a_sub_total_among_the_parts_is_left_out():
    # the company has 391,035 (2024): products and services with the sum of two of them beside
    rows = segments_of(Devices=291_035, Software=60_000, Cloud=40_000, SoftwareAndCloud=100_000)
    assert parts(read(segmented(rows), "a.xml")) == {"Devices": 291_035, "Software": 60_000, "Cloud": 40_000}


def test_sales_between_segments_are_the_rest_and_a_stated_elimination_is_kept():
    rows = segments_of(Upstream=300_000, Downstream=191_035, IntersegmentElimination=-100_000)
    imported = read(segmented(rows), "a.xml")
    assert parts(imported) == {"Upstream": 300_000, "Downstream": 191_035}
    assert parts(imported, reconciling=True) == {"IntersegmentElimination": -100_000}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            segments_of(Americas=400_000, Other=10_000),
            ("FY2024", "Americas", "US$ 400", "US$ 391", "note on segments"),
        ),
        (regions_of(Asia=300_000, China=200_000), ("FY2024", "US$ 500", "US$ 391", "note on regions")),
    ],
)
def test_parts_that_cannot_be_the_companys_are_refused_with_what_and_where(rows, words):
    imported = read(segmented(rows), "a.xml")
    assert not imported.statements[END].segments
    assert said(imported, "a.xml", *words)
    assert values(imported, END)["revenue"] == 391_035e6


def test_one_part_alone_and_other_dimensions_are_no_segments():
    assert not read(segmented(segments_of(Americas=100)), "a.xml").statements[END].segments
    assert not read(instance(), "a.xml").statements[END].segments


@pytest.mark.parametrize(
    ("members", "place"),
    [
        ({BUSINESS: "aapl:AmericasSegmentMember"}, Place("business", "AmericasSegment")),
        (
            {BUSINESS: "x:RetailMember", ITEMS: "us-gaap:OperatingSegmentsMember"},
            Place("business", "Retail", operating=True),
        ),
        ({"ifrs-full:SegmentsAxis": "x:CloudMember"}, Place("business", "Cloud")),
        ({"ifrs-full:GeographicalAreasAxis": "country:DE"}, Place("region", "DE")),
        (
            {"ifrs-full:SegmentConsolidationItemsAxis": "ifrs-full:EliminationOfIntersegmentAmountsMember"},
            Place("business", "EliminationOfIntersegmentAmounts", reconciling=True),
        ),
        ({BUSINESS: "x:CorporateAndOtherMember"}, Place("business", "CorporateAndOther", reconciling=True)),
        ({BUSINESS: "x:CorporateBankingMember"}, Place("business", "CorporateBanking")),
        ({"ifrs-full:SegmentsAxis": "ifrs-full:ReportableSegmentsMember"}, None),
        ({BUSINESS: "x:RetailMember", ITEMS: "us-gaap:IntersegmentEliminationMember"}, None),
        ({BUSINESS: "x:RetailMember", REGION: "country:US"}, None),
        ({"us-gaap:StatementEquityComponentsAxis": "us-gaap:RetainedEarningsMember"}, None),
        (members_in("BusinessSegments=RetailFood;"), Place("business", "RetailFood")),
        (
            members_in("BusinessSegments=A;ConsolidationItems=OperatingSegments;"),
            Place("business", "A", operating=True),
        ),
        (members_in("Geographical=US;"), Place("region", "US")),
    ],
)
def test_which_part_dimensions_mean(members, place):
    assert place_of(members) == place


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("GreaterChinaSegment", "Greater China"),
        ("WalmartUS", "Walmart US"),
        ("EMEA", "EMEA"),
        ("Segment", "Segment"),
    ],
)
def test_a_member_as_words(member, words):
    assert words_of(member) == words


def test_segments_are_stored_with_the_account_and_another_file_leaves_them():
    account = Account(slug="apple")
    account = apply(account, import_edits(account, read(segmented(), "a.xml")))
    assert len(account.statements[END].segments) == len(SEGMENTS) + 2 + 3
    assert from_json(to_json(account)) == account
    facts = read(DATA / "companyfacts" / "CIK0000320193.json.gz")
    later = apply(account, import_edits(account, facts))
    assert later.statements[END].segments == account.statements[END].segments
    assert later.statements["2025-09-27"].segments == ()

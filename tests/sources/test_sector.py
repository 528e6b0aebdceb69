"""Sector files: 1,037 Chinese listed companies, and a quarter of the SEC's Financial Statement Data Sets."""

import csv
import io
import zipfile

import numpy as np
import pandas as pd
import pytest

from accountkit.errors import StatementError, UnreadableFile
from accountkit.finance.peers.sector import sector
from accountkit.sources.sec.sector import read_sector
from tests.sources.tables import DATA, workbook

QUARTER = DATA / "fsds" / "2010q2.zip"


@pytest.fixture(scope="module")
def shares():
    return read_sector(DATA / "ashare_fy2019.csv")


@pytest.fixture(scope="module")
def quarter():
    return read_sector(QUARTER)


def row(table, company, period):
    return table[(table["company"] == company) & (table["period_end"] == period)].iloc[0]


def test_every_listed_company_is_one_row_with_its_industry(shares):
    assert len(shares) == shares["company"].nunique() == 1037
    assert set(shares["currency"]) == {"CNY"}
    vanke = row(shares, "000002", "2019-12-31")
    assert (vanke["name"], vanke["industry"]) == ("万科A", "房地产")


def test_owners_match_total_profit_less_tax_goes_with_total_equity(shares):
    vanke = row(shares, "000002", "2019-12-31")
    assert vanke["owners"] == "total"
    assert vanke["net_income"] == pytest.approx(76539289517.59 - 21407674945.5)
    assert vanke["equity"] == 270579115412.96
    assert vanke["net_income_parent"] == 38872086881.32


def test_a_company_without_its_tax_has_no_matching_profit(shares):
    raw = pd.read_csv(DATA / "ashare_fy2019.csv", dtype={"scode": str}, encoding="utf-8-sig")
    without = set(raw[raw["incometax"].isna()]["scode"])
    assert len(without) == 4
    left = shares[shares["company"].isin(without)]
    assert left["net_income"].isna().all() and (left["owners"] == "").all()


def test_opening_balances_follow_from_the_growth_columns(shares):
    vanke = row(shares, "000002", "2019-12-31")
    assert vanke["total_assets_opening"] == pytest.approx(1729929450401.23 / 1.131724)
    assert vanke["equity_opening"] == pytest.approx(270579115412.96 / 1.148367189150713)


def test_missing_stays_missing(shares):
    assert np.isnan(row(shares, "000001", "2019-12-31")["finance_expense"])


def test_the_sector_can_be_decomposed(shares):
    result = sector(shares)
    assert len(result) == 1037
    assert (result["status"] == "meaningful").sum() > 1000


def test_the_quarter_has_whole_companies_in_annual_reports_only(quarter):
    with zipfile.ZipFile(QUARTER) as archive, archive.open("sub.txt") as stream:
        sub = list(csv.DictReader(io.TextIOWrapper(stream, "utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    annual = {
        r["adsh"] for r in sub if r["form"] in ("10-K", "10-K/A", "10-KT", "20-F", "20-F/A", "40-F", "40-F/A")
    }
    assert set(quarter["adsh"]) <= annual
    assert not quarter.duplicated(["company", "period_end"]).any()


def test_values_of_segments_and_co_registrants_are_left_out(quarter):
    # each figure must be a value of the whole company in num.txt: no segment, no co-registrant, a year or a day
    with zipfile.ZipFile(QUARTER) as archive, archive.open("num.txt") as stream:
        num = pd.read_csv(stream, sep="\t", dtype=str, quoting=csv.QUOTE_NONE)
    num["value"] = num["value"].astype(float)
    whole = num[
        num["segments"].isna() & num["coreg"].isna() & num["tag"].isin(["Assets"]) & (num["qtrs"] == "0")
    ]
    allowed = set(zip(whole["adsh"], whole["ddate"], whole["value"], strict=True))
    parts = num[(num["tag"] == "Assets") & (num["segments"].notna() | num["coreg"].notna())]
    assert len(parts) > 100
    known = quarter.dropna(subset=["total_assets"])
    assert len(known) > 40
    for r in known.itertuples():
        assert (r.adsh, r.period_end.strftime("%Y%m%d"), r.total_assets) in allowed


def test_anglogold_as_filed(quarter):
    # AngloGold Ashanti, Form 20-F for 2009 (0000950123-10-050717, num.txt): net loss 825, total assets 10,662 (USD million)
    filed = row(quarter, "1067428", "2009-12-31")
    assert (filed["net_income_parent"] / 1e6, filed["total_assets"] / 1e6) == (-825, 10662)


def data_set(num, sub="A\t1\tX\t100\t10-K\t20241231\t20250201", pre=""):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("sub.txt", "adsh\tcik\tname\tsic\tform\tperiod\tfiled\n" + sub + "\n")
        archive.writestr("num.txt", "adsh\ttag\tversion\tddate\tqtrs\tuom\tsegments\tcoreg\tvalue\n" + num)
        if pre:
            archive.writestr("pre.txt", "adsh\treport\tline\tstmt\ttag\tversion\tplabel\n" + pre)
    return stream.getvalue()


def line(
    tag,
    value,
    *,
    adsh="A",
    ddate="20241231",
    qtrs=4,
    uom="USD",
    segments="",
    coreg="",
    version="us-gaap/2024",
):
    return "\t".join([adsh, tag, version, ddate, str(qtrs), uom, segments, coreg, str(value)]) + "\n"


def test_quarters_segments_and_custom_tags_are_no_figures_of_the_company():
    num = (
        line("NetIncomeLoss", 1)
        + line("NetIncomeLoss", 7, qtrs=1)
        + line("Revenues", 10)
        + line("Revenues", 9, segments="Geo=US;")
        + line("Assets", 50, qtrs=0, coreg="Sub")
        + line("Revenues", 8, version="A")
        + line("Assets", 30, qtrs=0)
    )
    found = read_sector(data_set(num), "q.zip").iloc[0]
    assert (found["revenue"], found["net_income_parent"], found["total_assets"]) == (10, 1, 30)


def test_a_tag_of_the_filing_itself_is_the_line_that_its_statement_calls_it():
    # National Steel (CSN), 20-F for 2009 (0001292814-10-001853), US$ m: its own NetOperatingRevenues of 5,014 stands above
    # the cost as "Net operating revenues"; the same words below the costs would be another thing
    num = line("NetOperatingRevenues", 5014, version="A") + line("CostOfGoodsSold", 3250)
    num += line("OtherRevenues", 70, version="A") + line("Assets", 30, qtrs=0) + line("NetIncomeLoss", 1)
    rows = [
        ("2", "IS", "NetOperatingRevenues", "A", "Net operating revenues"),
        ("3", "IS", "CostOfGoodsSold", "us-gaap/2024", "Cost of products sold"),
        ("4", "IS", "OtherRevenues", "A", "Total revenues"),
    ]
    pre = "".join("\t".join(["A", "1", *row]) + "\n" for row in rows)
    assert read_sector(data_set(num, pre=pre), "q.zip")["revenue"].iloc[0] == 5014
    assert "revenue" not in read_sector(data_set(num), "q.zip")
    only_below = "".join("\t".join(["A", "1", *row]) + "\n" for row in rows[1:])
    assert "revenue" not in read_sector(data_set(num, pre=only_below), "q.zip")


def test_an_amendment_filed_later_wins():
    sub = "A\t1\tX\t100\t10-K\t20241231\t20250201\nB\t1\tX\t100\t10-K/A\t20241231\t20250401"
    found = read_sector(data_set(line("NetIncomeLoss", 1) + line("NetIncomeLoss", 2, adsh="B"), sub), "q.zip")
    assert len(found) == 1 and found["net_income_parent"].iloc[0] == 2


def test_the_reporting_currency_of_a_filing_is_the_one_of_most_of_its_values():
    num = (
        line("NetIncomeLoss", 700, uom="CNY") + line("Revenues", 7000, uom="CNY") + line("NetIncomeLoss", 100)
    )
    found = read_sector(data_set(num, "A\t1\tX\t100\t20-F\t20241231\t20250201"), "q.zip").iloc[0]
    assert (found["currency"], found["net_income_parent"]) == ("CNY", 700)


def test_a_bank_has_net_interest_and_noninterest_income():
    num = line("InterestIncomeExpenseNet", 60) + line("NoninterestIncome", 40) + line("NetIncomeLoss", 20)
    assert read_sector(data_set(num), "q.zip")["revenue"].iloc[0] == 100


def test_a_value_that_is_no_number_is_named():
    with pytest.raises(UnreadableFile, match="ten"):
        read_sector(data_set(line("NetIncomeLoss", "ten")), "q.zip")


def test_a_data_set_without_its_columns_or_cut_off_is_named():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("sub.txt", "adsh\tcik\n")
        archive.writestr("num.txt", "adsh\n")
    with pytest.raises(UnreadableFile, match="columns name"):
        read_sector(stream.getvalue(), "q.zip")
    with pytest.raises(UnreadableFile):
        read_sector(QUARTER.read_bytes()[:100_000], "q.zip")


def test_a_sector_table_may_be_a_workbook_in_thousands():
    rows = [
        [
            "company",
            "industry",
            "period_end",
            "Revenue (USD thousand)",
            "net_income",
            "total_assets",
            "equity",
        ],
        ["A", "x", "2024-12-31", 5, 1, 9, 4],
        ["B", "y", "2024-12-31", "-", 1, 9, 4],
    ]
    found = read_sector(workbook(("S", rows)), "s.xlsx")
    assert found["revenue"].iloc[0] == 5000 and np.isnan(found["revenue"].iloc[1])
    assert list(found["owners"]) == ["parent", "parent"]


def test_a_file_without_companies_or_with_text_for_a_number_is_named():
    with pytest.raises(StatementError, match="company"):
        read_sector(b"period_end,revenue\n2024-12-31,1", "x.csv")
    with pytest.raises(StatementError, match=r"C2.*many"):
        read_sector(b"company,period_end,revenue,net_income\nA,2024-12-31,many,1", "x.csv")

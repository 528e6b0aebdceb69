"""The files that the fuzz test damages, one of each form, and the share of the mutations that each gets."""

from __future__ import annotations

import gzip
import json

from accountkit.sources.lines.concepts import ORDER
from tests.sources.exports import EXPORTS
from tests.sources.filings import inline, segmented
from tests.sources.tables import DATA


def real_files() -> dict[str, bytes]:
    facts = json.loads(gzip.decompress((DATA / "companyfacts" / "CIK0001640147.json.gz").read_bytes()))
    wanted = {tag for tags in ORDER.values() for tag in tags}
    facts["facts"] = {
        "us-gaap": {tag: body for tag, body in facts["facts"]["us-gaap"].items() if tag in wanted}
    }
    tenk = (DATA / "us_10k_facts.csv").read_text().splitlines()
    peers = (DATA / "peer_statements.csv").read_text().splitlines()
    shares = (DATA / "ashare_fy2019.csv").read_text("utf-8-sig").splitlines()
    return {
        "facts.json": json.dumps(facts).encode(),
        "10k.csv": "\n".join([tenk[0], *(row for row in tenk if row.startswith("HD,"))]).encode(),
        "peers.csv": "\n".join([peers[0], *(row for row in peers if row.startswith("Gaotu"))]).encode(),
        "ashare.csv": "\n".join([shares[0], shares[2]]).encode("gb18030"),
        "apple.xlsx": (DATA / "statements" / "apple_fy2024.xlsx").read_bytes(),
        "apple.xls": (DATA / "statements" / "apple_fy2024.xls").read_bytes(),
        "vanke.xls": (DATA / "statements" / "vanke_fy2019.xls").read_bytes(),
    }


EXPORTED = [
    "Financial_Report.xlsx",
    "WMT_annual_financials.csv",
    "yahooquery.csv",
    "AAPL Income Statement.csv",
    "capital_iq.xlsx",
    "wind_columns.xlsx",
    "000002_main_year.xls",
    "eastmoney_hk.csv",
    "tushare.csv",
    "万科.csv",
]
FILES = {
    **real_files(),
    "instance.xml": segmented(),
    "inline.htm": inline(),
    **{name: EXPORTS[name][0]() for name in EXPORTED},
}
BYTES = {
    "instance.xml": 0.06,
    "inline.htm": 0.06,
    **dict.fromkeys(EXPORTED, 0.04),
    "facts.json": 0.06,
    "10k.csv": 0.1,
    "peers.csv": 0.1,
    "ashare.csv": 0.1,
    "apple.xlsx": 0.06,
    "apple.xls": 0.06,
    "vanke.xls": 0.06,
}

"""Which recorded filings the statements of each company in the samples are read from, and which years are shown."""

from __future__ import annotations

from accountkit.model import Account, Statement
from accountkit.sources.sec import sector_peers
from tools.samples import filings

Statements = dict[str, Statement]


def new_oriental() -> Statements:
    """FY2018 to FY2024; the recorded lines of later quarters are no full year."""
    return filings.statements(
        [*filings.new_oriental(), *filings.peer_lines("New Oriental")], until="2024-05-31"
    )


def walmart() -> Statements:
    """Fiscal 2023 to 2026; the 10-K made last comes first, because the first reading of a figure wins."""
    readings = [*filings.walmart_annual(), *filings.tagged("WMT"), *filings.peer_lines("Walmart")]
    return filings.statements(readings, since="2023")


def listed_in_china(code: str) -> Statements:
    """Fiscal 2019 of a Chinese listed company, with the opening balances that its growth rates imply."""
    table = filings.chinese_companies()
    return sector_peers.statements(table[table["company"] == code], "East Money, A-share statements FY2019")


OF_ACCOUNT = {"new-oriental": new_oriental, "walmart": walmart}
OF_PEER = {
    ("new-oriental", "tal"): lambda: filings.statements(filings.peer_lines("TAL Education Group")),
    ("new-oriental", "gaotu"): lambda: filings.statements(filings.peer_lines("Gaotu Techedu")),
    ("new-oriental", "offcn"): lambda: listed_in_china("002607"),
    ("new-oriental", "mg-stationery"): lambda: listed_in_china("603899"),
    ("walmart", "procter-gamble"): lambda: filings.statements(filings.tagged("PG")),
    ("walmart", "nike"): lambda: filings.statements(filings.tagged("NKE")),
    ("walmart", "home-depot"): lambda: filings.statements(
        [*filings.tagged("HD"), *filings.peer_lines("Home Depot")]
    ),
    ("walmart", "amazon"): lambda: filings.statements(
        [*filings.tagged("AMZN"), *filings.peer_lines("Amazon")], since="2020-12-31"
    ),
}


def refreshed(account: Account) -> Account:
    """The account with the statements of itself and of its peers as filed; everything else as it is.

    A peer of which no filing is recorded keeps its statements, and one that the account no longer has does not come back.
    """
    peers = {
        key: peer.model_copy(update={"statements": OF_PEER[account.slug, key]()})
        if (account.slug, key) in OF_PEER
        else peer
        for key, peer in account.peers.items()
    }
    return account.model_copy(update={"statements": OF_ACCOUNT[account.slug](), "peers": peers})

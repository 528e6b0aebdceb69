"""The figures of the samples are the filed ones: as the filings were recorded, line by line, and brought back by a refresh."""

from __future__ import annotations

import json
import shutil

import pytest

from accountkit import finance, samples
from accountkit.finance.statements.lines import LINES
from accountkit.store.folder import read
from tools.samples import companies
from tools.samples.__main__ import refresh


@pytest.fixture
def file(slug, tmp_path):
    """A copy of a sample's file, to be spoilt."""
    return shutil.copy(samples.file_of(slug), tmp_path / "account.json")


def change(file, path: str, value) -> None:
    """Put a value at a path of the JSON, as a person would who edits the file."""
    document = json.loads(file.read_text(encoding="utf-8"))
    *steps, last = path.split("/")
    place = document
    for step in steps:
        place = place[step]
    assert place[last] != value
    place[last] = value
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    file.write_text(text, encoding="utf-8")


def test_a_refresh_gives_the_same_file_back(file, slug):
    assert not refresh(file)
    assert file.read_bytes() == samples.file_of(slug).read_bytes()


def test_a_spoilt_figure_is_mended_in_the_account_and_in_its_peers(file, slug):
    account = samples.sample(slug)
    last = max(account.statements)
    peer, its_last = next((key, max(peer.statements)) for key, peer in account.peers.items())
    change(file, f"statements/{last}/figures/net_income/value", 1.0)
    change(file, f"statements/{last}/figures/revenue/origin/source", "hearsay")
    change(file, f"peers/{peer}/statements/{its_last}/figures/revenue/value", 1.0)
    assert refresh(file)
    assert file.read_bytes() == samples.file_of(slug).read_bytes()


def test_what_a_person_wrote_survives_it(file):
    change(file, "profile/summary", "A sentence of ours.")
    change(file, "opportunities/o1/how_much", 1.0)
    change(file, "evidence/d-people/source", "Another reason.")
    change(file, "private_answers/influence_score.s-cfo/ratings/position/value", 1)
    written = file.read_bytes()
    assert not refresh(file)
    assert file.read_bytes() == written


def test_a_peer_that_was_added_or_taken_out_stays_so(file, slug):
    account = samples.sample(slug)
    gone, *kept = list(account.peers)
    document = json.loads(file.read_text(encoding="utf-8"))
    document["peers"]["another"] = {
        "name": "Another",
        "statements": document["peers"].pop(gone)["statements"],
    }
    file.write_text(json.dumps(document), encoding="utf-8")
    refresh(file)
    peers = read(file).peers
    assert set(peers) == {"another", *kept}
    assert peers["another"].statements == account.peers[gone].statements


def test_each_company_of_the_samples_has_recorded_filings(account):
    assert {key for slug, key in companies.OF_PEER if slug == account.slug} == set(account.peers)
    assert companies.OF_ACCOUNT[account.slug]() == account.statements


def test_new_oriental_has_the_seven_years_of_its_filings():
    # 20-F FY2021 (equity roll-forward) and results release FY2022, in USD thousand: see tests/data/new_oriental.json
    statements = samples.sample("new-oriental").statements
    assert list(statements) == [f"{year}-05-31" for year in range(2018, 2025)]
    figures = statements["2022-05-31"].figures
    assert figures["revenue"].value == 3_105_246_000
    assert figures["net_income"].value == -1_187_721_000
    assert figures["income_before_tax"].value == -1_083_964_000
    assert figures["equity"].value == 3_705_506_000


def test_a_rounded_figure_says_so_and_an_exact_one_does_not():
    figures = samples.sample("new-oriental").statements["2022-05-31"].figures
    assert figures["total_assets"].value == 6_035_000_000  # "~6035000 S6": rounded by its source
    assert figures["total_assets"].approximate
    assert "S6" in figures["total_assets"].origin.note
    assert not figures["net_income"].approximate


def test_the_operating_loss_is_the_filed_one_not_the_vendors():
    # the release of FY2022 shows −982.513 m; a data service moves write-downs and shows −527.27 m
    figures = samples.sample("new-oriental").statements["2022-05-31"].figures
    assert figures["operating_income"].value == -982_513_000


def test_walmarts_revenue_includes_membership_income():
    # 10-K of 14 March 2025, Revenues: 680,985 m; the contract revenue of 674,538 m leaves membership out
    statements = samples.sample("walmart").statements
    assert list(statements) == ["2023-01-31", "2024-01-31", "2025-01-31", "2026-01-31"]
    assert statements["2025-01-31"].figures["revenue"].value == 680_985_000_000


def test_the_filing_made_last_wins():
    # cash of January 2025: 9.0 bn tagged rounded in the 10-K of 2025, 9,037 m in that of 2026
    cash = samples.sample("walmart").statements["2025-01-31"].figures["cash"]
    assert cash.value == 9_037_000_000
    assert cash.origin.accession == "0000104169-26-000055"


def test_peers_keep_their_own_currency_and_doubtful_figures_are_assumed():
    gaotu = samples.sample("new-oriental").peers["gaotu"].statements["2022-12-31"]
    assert gaotu.currency == "CNY"
    assert gaotu.figures["total_assets"].assumed  # "single unsure source" in peer_statements.csv
    assert not gaotu.figures["revenue"].assumed


def test_every_figure_has_a_canonical_line_and_says_where_it_was_read(account):
    companies_shown = [account.statements, *(peer.statements for peer in account.peers.values())]
    for statements in companies_shown:
        for end, statement in statements.items():
            assert statement.period_end.isoformat() == end
            for line, figure in statement.figures.items():
                assert line in LINES
                assert figure.origin.source and (figure.origin.label or figure.origin.concept), (end, line)


def test_three_peers_serve_in_each_sample(account):
    own = finance.dupont(account.statements)
    compared = finance.compare(own, finance.peer_returns(account.peers))
    assert compared.n >= 3 and compared.medians


def test_procter_and_gambles_return_by_hand():
    # 10-K of August 2025, USD million: net income 15,974; equity 50,559 − 272 and 52,284 − 272 after minorities
    peer = samples.sample("walmart").peers["procter-gamble"]
    last = finance.dupont(peer.statements).years[-1]
    assert last.return_on_equity == pytest.approx(15974 / ((50559 - 272 + 52284 - 272) / 2), abs=5e-5)


def test_a_chinese_peers_opening_balance_is_the_one_its_growth_implies():
    # total equity 3,431,539,884.32 after growth of 16.16776 %: 2,953,951,905 a year earlier
    # the profit of all owners is that of the parent's to 0.05 %, so there are no minorities, and both names mean the same
    opening = samples.sample("new-oriental").peers["offcn"].statements["2018-12-31"].figures["equity"]
    assert opening.value == pytest.approx(3_431_539_884.32 / 1.1616776422499) and opening.origin.note

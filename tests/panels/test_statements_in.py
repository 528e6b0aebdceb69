"""Statements in: a file is looked at and corrected before anything is stored, and one undo takes it back."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from accountkit.i18n import use_language
from accountkit.model import Account, Edit
from accountkit.panels.session import Session
from accountkit.panels.statements.arrival import PIECE
from accountkit.panels.statements.origins import line_value
from tests.finance.statements import by_end, statement

DATA = Path(__file__).parents[1] / "data"
TABLE = "USD million\tFY2023-12-31\tFY2024-12-31\nRevenue\t100\t110\nnet_income\t(5)\t6\nTotal assets\t80\t90\nequity\t40\t44\nHead count\t7\t8\n"


@pytest.fixture
def blank(store):
    store.create(Account(slug="blank"), "t")
    return Session(store, "blank", by="consultant")


@pytest.fixture
def numbers(opened, blank):
    panel, say, _sent = opened("dupont_roe", blank)
    return panel, say


def in_pieces(say, data: bytes, name="file.csv", **more):
    for place in range(max(1, -(-len(data) // PIECE))):
        piece = data[place * PIECE : (place + 1) * PIECE]
        answer = say(
            "piece", name=name, size=len(data), place=place, data=base64.b64encode(piece).decode(), **more
        )
    return answer


def test_a_pasted_table_is_shown_before_it_is_stored(numbers, blank):
    panel, say = numbers
    say("pasted", text=TABLE)
    shown = panel.view["incoming"]
    assert [row["name"] for row in shown["table"]["rows"]] == [
        "Revenue",
        "Net income",
        "Total assets",
        "Equity",
    ]
    assert shown["table"]["rows"][1]["cells"][0]["text"] == "−US$ 5\u202fm"
    assert (shown["mapping"][0]["line"], shown["mapping"][0]["label"], shown["mapping"][0]["doubtful"]) == (
        "revenue",
        "Revenue",
        False,
    )
    assert [row["label"] for row in shown["unmapped"]] == ["Head count"]
    assert not blank.account.statements


def test_what_is_to_be_checked_has_all_digits(numbers):
    panel, say = numbers
    table = TABLE.replace("USD million", "CNY 亿元").replace("\t100\t110", "\t12.35\t1234.56789")
    say("pasted", text=table)
    cells = panel.view["incoming"]["table"]["rows"][0]["cells"]
    assert [cell["text"] for cell in cells] == ["RMB 1.235\u202fbn", "RMB 123.456789\u202fbn"]
    with use_language("zh_CN"):
        assert line_value("revenue", 12.35e8, "CNY") == "12.35亿元"
        assert line_value("weighted_average_roe", 0.12345, "CNY") == "12.345%"
        assert line_value("weighted_average_roe", 0.07, "CNY") == "7.0%"


def test_storing_is_one_step_and_one_undo_takes_it_back(numbers, blank):
    panel, say = numbers
    say("pasted", text=TABLE)
    answer = say("adopt", target="customer")
    assert answer["text"].startswith("Years saved") and len(blank.account.statements) == 2
    # 6 / ((40 + 44) / 2)
    assert panel.view["tree"][0]["text"] == "14.3\u202f%" and panel.view["incoming"] is None
    say("undo")
    assert not blank.account.statements and panel.view["empty"]


def test_a_line_taken_by_a_click_is_read_and_remembered_for_the_next_file_of_that_shape(
    numbers, blank, store
):
    panel, say = numbers
    say("pasted", text=TABLE)
    say("correct", line="inventory", label="Head count")
    assert "Inventory" in [row["name"] for row in panel.view["incoming"]["table"]["rows"]]
    say("adopt", target="customer")
    (saved,) = store.recalled("mapping").values()
    assert saved == {"inventory": "Head count"}
    say("pasted", text=TABLE.replace("110", "120"))
    chosen = next(m for m in panel.view["incoming"]["mapping"] if m["line"] == "inventory")
    assert chosen["label"] == "Head count"


def test_a_label_given_to_another_line_leaves_its_first_one(numbers):
    panel, say = numbers
    say("pasted", text=TABLE)
    say("correct", line="net_income_total", label="net_income")
    mapping = {m["line"]: m["label"] for m in panel.view["incoming"]["mapping"]}
    assert mapping["net_income_total"] == "net_income" and mapping.get("net_income", "") == ""


def test_a_line_can_be_left_out(numbers, blank):
    panel, say = numbers
    say("pasted", text=TABLE)
    say("correct", line="equity", label="")
    assert [row["name"] for row in panel.view["incoming"]["table"]["rows"]] == [
        "Revenue",
        "Net income",
        "Total assets",
    ]
    say("adopt", target="customer")
    assert "equity" not in blank.account.statements["2024-12-31"].figures


def test_unit_and_currency_can_be_stated(numbers, blank):
    _panel, say = numbers
    say("pasted", text=TABLE)
    say("correct", line="unit", label="1000")
    say("correct", line="currency", label="EUR")
    say("adopt", target="customer")
    statement = blank.account.statements["2024-12-31"]
    assert (statement.currency, statement.figures["revenue"].value) == ("EUR", 110_000.0)


@pytest.mark.parametrize(
    "wrong", [("slug", "x"), ("revenue", "Not in the file"), ("unit", "a lot"), ("currency", "Taler!")]
)
def test_a_wrong_correction_is_said_and_the_file_stays(numbers, blank, wrong):
    panel, say = numbers
    say("pasted", text=TABLE)
    answer = say("correct", line=wrong[0], label=wrong[1])
    assert (answer["kind"] == "error" or panel.view["incoming"]["trouble"]) and panel.view[
        "incoming"
    ] is not None
    assert not blank.account.statements


def test_statements_of_a_peer_go_to_the_peer(numbers, blank):
    _panel, say = numbers
    say("pasted", text=TABLE)
    assert say("adopt", target="peer", peer="  ")["kind"] == "error"
    say("adopt", target="peer", peer="TAL Education")
    (peer,) = blank.account.peers.values()
    assert peer.name == "TAL Education" and len(peer.statements) == 2 and not blank.account.statements


def test_a_file_in_which_nothing_is_known_offers_its_lines(numbers):
    panel, say = numbers
    say("pasted", text="\t2023-12-31\t2024-12-31\nAlpha\t100\t110\nBeta\t5\t6\n")
    shown = panel.view["incoming"]
    assert (
        shown["trouble"]
        and [row["label"] for row in shown["unmapped"]] == ["Alpha", "Beta"]
        and shown["table"] is None
    )
    assert say("adopt", target="customer")["kind"] == "error"
    say("correct", line="revenue", label="Alpha")
    assert panel.view["incoming"]["table"]["rows"][0]["name"] == "Revenue"


def test_a_file_arrives_in_acknowledged_pieces(numbers, blank):
    panel, say = numbers
    data = TABLE.encode() + b"\n" * (2 * PIECE)
    say("piece", name="big.tsv", size=len(data), place=0, data=base64.b64encode(data[:PIECE]).decode())
    assert panel.view["arriving"] == {"name": "big.tsv", "size": len(data), "received": PIECE, "place": 1}
    in_pieces(say, data, "big.tsv")
    assert panel.view["arriving"] is None and panel.view["incoming"]["name"] == "big.tsv"


@pytest.mark.parametrize(
    "piece",
    [
        {"name": "x.csv", "size": 60_000_000, "place": 0, "data": ""},
        {"name": "x.csv", "size": 10, "place": 3, "data": ""},
        {"name": "x.csv", "size": 2, "place": 0, "data": "AAAAAAAA"},
        {"name": "x.csv", "size": 9, "place": 0, "data": "no base64!"},
        {"name": "../x.csv", "size": 9, "place": 0, "data": ""},
        {"name": "x.csv", "size": 9, "place": 0, "data": "A" * (PIECE * 2)},
    ],
)
def test_pieces_out_of_bounds_are_refused(numbers, piece):
    panel, say = numbers
    assert say("piece", **piece)["kind"] == "error"
    assert panel.view["arriving"] is None and panel.view["incoming"] is None


def test_a_posted_file_is_read_from_the_spool_once_and_removed(numbers, tmp_path, monkeypatch):
    panel, say = numbers
    monkeypatch.setenv("ACCOUNTKIT_SPOOL", str(tmp_path))
    waiting = tmp_path / ("a" * 32)
    waiting.write_text(TABLE)
    say("posted", upload="a" * 32, name="statements.tsv")
    assert panel.view["incoming"]["name"] == "statements.tsv" and not waiting.exists()


@pytest.mark.parametrize("upload", ["../../etc/passwd", "a/b" * 5, "." * 12, "b" * 32, "link" + "0" * 12])
def test_an_upload_names_nothing_but_a_file_of_the_spool(numbers, tmp_path, monkeypatch, upload):
    panel, say = numbers
    spool, secret = tmp_path / "spool", tmp_path / "secret.csv"
    spool.mkdir()
    secret.write_text(TABLE)
    (spool / ("link" + "0" * 12)).symlink_to(secret)
    monkeypatch.setenv("ACCOUNTKIT_SPOOL", str(spool))
    assert say("posted", upload=upload, name="x.csv")["kind"] == "error"
    assert panel.view["incoming"] is None and secret.exists()


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7 x", b"PK\x03\x04broken", b"<html><body>no</body></html>", b"\x00\x01\x02\x03" * 50],
)
def test_a_file_that_is_no_statement_says_what_to_do(numbers, blank, data):
    panel, say = numbers
    in_pieces(say, data, "broken.xlsx")
    assert panel.view["incoming"]["trouble"] and not blank.account.statements


def test_a_file_of_many_companies_asks_for_one(numbers):
    panel, say = numbers
    in_pieces(say, (DATA / "us_10k_facts.csv").read_bytes(), "us_10k_facts.csv")
    shown = panel.view["incoming"]
    assert shown["trouble"] and len(shown["entities"]) > 3
    say("correct", line="entity", label=shown["entities"][0])
    assert not panel.view["incoming"]["trouble"] and panel.view["incoming"]["table"]["rows"]


def test_a_year_typed_by_hand_says_so(numbers, blank):
    _panel, say = numbers
    say(
        "add_year",
        period="2024-12-31",
        currency="CNY",
        unit=1e4,
        figures={"revenue": "1,234.5", "net_income": "(20)", "equity": " "},
    )
    figures = blank.account.statements["2024-12-31"].figures
    assert {key: f.value for key, f in figures.items()} == {"revenue": 12_345_000.0, "net_income": -200_000.0}
    assert figures["revenue"].origin.source == "Entered by hand" and blank.account.currency == "CNY"
    assert say("add_year", period="2024-12-31", currency="CNY", figures={})["kind"] == "error"
    assert say("add_year", period="2023-12-31", currency="USD", figures={})["kind"] == "error"


def test_a_figure_is_changed_marked_and_taken_away(numbers, blank):
    _panel, say = numbers
    say("pasted", text=TABLE)
    say("adopt", target="customer")
    say(
        "enter",
        period="2024-12-31",
        line="revenue",
        text="−1.5 bn",
        unit=1e6,
        approximate=True,
        assumed=True,
        source="Their CFO",
    )
    figure = blank.account.statements["2024-12-31"].figures["revenue"]
    assert (figure.value, figure.approximate, figure.assumed, figure.origin.source) == (
        -1.5e9,
        True,
        True,
        "Their CFO",
    )
    say("enter", period="2024-12-31", line="revenue", text="")
    assert "revenue" not in blank.account.statements["2024-12-31"].figures


@pytest.mark.parametrize(
    "typed",
    [{"text": "much"}, {"text": "12 %"}, {"text": "1e400"}, {"line": "nonsense"}, {"period": "1999-01-01"}],
)
def test_what_is_no_amount_is_refused_with_the_reason(numbers, blank, typed):
    _panel, say = numbers
    say("pasted", text=TABLE)
    say("adopt", target="customer")
    account = blank.account
    answer = say("enter", **{"period": "2024-12-31", "line": "revenue", "text": "1", **typed})
    assert answer["kind"] == "error" and blank.account is account


def test_peers_are_chosen_from_a_sector_file(numbers, blank):
    panel, say = numbers
    in_pieces(say, (DATA / "ashare_fy2019.csv").read_bytes(), "ashare_fy2019.csv", sector=True)
    say("narrow", industry="房地产")
    assert {m["name"]: m["n"] for m in panel.view["sector"]["medians"]}["Net margin"] == "32"
    say("choose_peers", companies=["000002"])
    (peer,) = blank.account.peers.values()
    closing = peer.statements["2019-12-31"].figures
    # 万科A, FY2019: total assets 1,729,929,450,401.23; profit of all owners = 76,539,289,517.59 − 21,407,674,945.50
    assert peer.name == "万科A" and closing["total_assets"].value == 1_729_929_450_401.23
    assert closing["net_income_total"].value == pytest.approx(55_131_614_572.09)
    # growth of total assets 13.1724 % implies the opening balance
    assert peer.statements["2018-12-31"].figures["total_assets"].value == pytest.approx(
        1_729_929_450_401.23 / 1.131724
    )
    say("undo")
    assert not blank.account.peers


def test_a_sector_file_suggests_peers_once_the_customer_has_a_return(numbers, blank):
    panel, say = numbers
    in_pieces(say, (DATA / "ashare_fy2019.csv").read_bytes(), "ashare_fy2019.csv", sector=True)
    assert panel.view["sector"]["suggested"] == []
    lines = dict(revenue=1000e6, net_income=50e6, total_assets=2000e6, equity=900e6)
    years = by_end(statement("2018-12-31", **lines), statement("2019-12-31", **lines))
    blank.edit([Edit(f"statements/{end}", one) for end, one in years.items()])
    in_pieces(say, (DATA / "ashare_fy2019.csv").read_bytes(), "ashare_fy2019.csv", sector=True)
    say("narrow", industry="房地产")
    found = panel.view["sector"]["suggested"]
    assert len(found) == 8 and all(one["reason"].startswith("same industry") for one in found)
    assert "asset turnover" in found[0]["reason"] and "against 0.50" in found[0]["reason"]
    say("choose_peers", companies=[one["company"] for one in found])
    assert len(blank.account.peers) == 8


def test_without_filings_the_medians_stand_in_marked_as_assumed(numbers, blank):
    panel, say = numbers
    in_pieces(say, (DATA / "ashare_fy2019.csv").read_bytes(), "ashare_fy2019.csv", sector=True)
    say("narrow", industry="房地产")
    say("assume", revenue="500", unit=1e6, period="2024-12-31", known=True)
    figures = blank.account.statements["2024-12-31"].figures
    assert not figures["revenue"].assumed and all(
        figures[k].assumed for k in ("net_income", "total_assets", "equity")
    )
    # medians of the 32 usable companies: margin 11.8543 %, turnover 0.227485, multiplier 2.42195
    assert figures["net_income"].value == pytest.approx(500e6 * 0.118543, rel=1e-5)
    assert panel.view["years"]["rows"][0]["assumed"]
    # quartiles of the same companies, by numpy over the file: the base stands between them
    margin = figures["net_income"]
    assert margin.low < margin.value < margin.high
    assert "quartile" in panel.view["years"]["rows"][0]["ranges"]

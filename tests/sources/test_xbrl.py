"""XBRL instances and inline XBRL: the company's own years, and nothing that a hostile file asks for."""

import datetime as dt
import gzip
import io
import zipfile

import pytest

from accountkit import finance
from accountkit.errors import AccountkitError, FileTooLarge, StatementError, UnreadableFile
from accountkit.model import Account, Statement, apply
from accountkit.sources import import_edits, read, shape_of
from accountkit.sources.xbrl import events
from accountkit.sources.xbrl.amounts import amount
from accountkit.sources.xbrl.events import Written
from tests.sources.filings import APPLE_ROE_2024, IFRS, inline, instance, quarterly
from tests.sources.tables import DATA, apple_2024, said, values


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for path, data in files.items():
            made.writestr(path, data)
    return stream.getvalue()


FORMS = {
    "aapl-20240928_htm.xml": instance(),
    "aapl-20240928.htm": inline(),
    "aapl-20240928.htm.gz": gzip.compress(inline()),
    "0000320193-24-000123-xbrl.zip": zipped(
        **{"aapl-20240928.xsd": b"<xsd/>", "aapl_lab.xml": b"<link/>", "aapl-20240928_htm.xml": instance()}
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_filing_gives_the_companys_own_years(name):
    imported = read(FORMS[name], name)
    found = values(imported, "2024-09-28")
    assert {line: found[line] for line in apple_2024()} == apple_2024()
    assert set(imported.statements) == {"2023-09-30", "2024-09-28"}
    assert (imported.entity, imported.currency, imported.kind) == ("Apple Inc.", "USD", "xbrl")
    assert not imported.warnings
    # by hand: 93,736 over the average of 56,950 and 62,146 is 157.4 %
    assert finance.dupont(imported.statements).latest.return_on_equity == pytest.approx(APPLE_ROE_2024)
    assert shape_of(FORMS[name], name) == ""


def test_a_figure_names_the_file_its_concept_and_its_time():
    origin = read(instance(), "a.xml").statements["2024-09-28"].figures["net_income"].origin
    assert (origin.source, origin.concept, origin.place) == (
        "a.xml",
        "us-gaap:NetIncomeLoss",
        "2023-10-01 – 2024-09-28",
    )
    assert origin.filed is None and not origin.url


def test_the_more_exact_of_two_facts_of_a_period_is_taken():
    rough = '<us-gaap:NetIncomeLoss contextRef="D2024" decimals="-8" unitRef="usd">93700000000</us-gaap:NetIncomeLoss>'
    assert values(read(instance(rough), "a.xml"), "2024-09-28")["net_income"] == 93_736e6


def test_an_ifrs_report_without_document_information_is_read():
    data = instance().decode().replace("http://fasb.org/us-gaap/2024", IFRS)
    data = data.replace("us-gaap:StockholdersEquity", "us-gaap:EquityAttributableToOwnersOfParent")
    data = data.replace("us-gaap:NetIncomeLoss", "us-gaap:ProfitLossAttributableToOwnersOfParent")
    for name in ("DocumentType", "EntityRegistrantName", "TradingSymbol"):
        data = data.replace(f"dei:{name}", f"aapl:{name}")
    imported = read(data.encode(), "report.xml")
    assert values(imported, "2024-09-28")["net_income"] == 93_736e6
    assert imported.entity == ""


def test_midnight_after_the_year_is_the_years_end():
    data = instance().replace(b"2024-09-28<", b"2024-09-29T00:00:00<")
    assert "2024-09-28" in read(data, "a.xml").statements


@pytest.mark.parametrize(
    ("text", "format", "scale", "sign", "value"),
    [
        ("1,234.5", "num-dot-decimal", "6", "", 1_234.5e6),
        ("1.234,5", "num-comma-decimal", "3", "-", -1_234.5e3),
        ("1 234", "numspacecomma", "", "", 1234),
        ("—", "fixed-zero", "6", "", 0),
        ("no", "numwordsen", "", "", 0),
        ("12", "", "-2", "", 0.12),
        ("twelve", "numwordsen", "", "", None),
        ("1,234", "num-dot-decimal", "x", "", None),
        ("9" * 20, "", "", "", None),
    ],
)
def test_an_inline_amount_by_its_format(text, format, scale, sign, value):
    fact = Written("", "Revenues", "c", scale=scale, sign=sign, format=format, inline=True, pieces=[text])
    assert amount(fact) == value


def test_what_is_no_number_is_named_and_left_out():
    words = '<ix:nonFraction unitRef="usd" contextRef="D2024" decimals="0" name="us-gaap:Goodwill" format="ixt-sec:numwordsen">many</ix:nonFraction>'
    imported = read(inline(words), "a.htm")
    assert said(imported, "Goodwill", "skipped")
    assert "goodwill" not in values(imported, "2024-09-28")


def test_excluded_text_and_nested_figures_are_read_as_the_page_means_them():
    body = '<ix:nonFraction unitRef="usd" contextRef="I2024" decimals="-6" scale="6" name="us-gaap:Goodwill" format="ixt:num-dot-decimal">1<ix:exclude>(page 3)</ix:exclude>2</ix:nonFraction>'
    assert values(read(inline(body), "a.htm"), "2024-09-28")["goodwill"] == 12e6


def test_the_names_of_xhtml_are_text():
    page = inline("<p>a&nbsp;b</p>", '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">')
    assert read(page, "a.htm").entity == "Apple Inc."


def test_a_report_without_a_year_or_its_beginning_says_which_report_serves():
    data = instance().replace(b"2023-10-01", b"2024-06-30").replace(b"2022-09-25", b"2023-07-02")
    with pytest.raises(StatementError, match=r"10-Q.*annual report"):
        read(instance(form="10-Q"), "a.xml")  # nothing but a year's figures stand in it
    with pytest.raises(StatementError, match=r"full year.*annual report"):
        read(data.replace(b"10-K", b"8-K"), "a.xml")
    second = {"2025": ("2025-12-28", "2026-03-28"), "2024": ("2024-12-29", "2025-03-29")}
    balance_of_march = b"<instant>2025-12-27", b"<instant>2026-03-28"
    for year_end in ("--09-27", ""):
        with pytest.raises(StatementError, match=r"28 December 2025.*since the year began"):
            read(quarterly(year_end=year_end, spans=second).replace(*balance_of_march), "q2.xml")


@pytest.mark.parametrize("year_end", ["--09-27", ""])
def test_a_quarterly_report_is_an_interim_statement_with_the_same_quarter_before(year_end):
    imported = read(quarterly(year_end=year_end), "aapl-20251227_htm.xml")
    assert imported.statements == {}
    now, before = imported.interim["2025-12-27"], imported.interim["2024-12-28"]
    assert (now.months, before.months) == (3, 3)
    assert {line: f.value / 1e6 for line, f in now.figures.items()} == {
        "revenue": 143_756,
        "net_income": 42_097,
        "total_assets": 379_297,
        "equity": 88_190,
    }
    assert before.figures["revenue"].value == 124_300e6
    assert now.figures["revenue"].origin.source == "aapl-20251227_htm.xml"
    assert said(imported, "interim report (3 months to 27 December 2025)", "no full year", "annual report")


def test_a_quarterly_report_joins_the_years_of_an_account():
    facts = read(DATA / "companyfacts" / "CIK0000320193.json.gz")
    account = Account(slug="apple", statements=facts.statements)
    account = apply(account, import_edits(account, read(quarterly(), "q1.xml")))
    assert account.statements == facts.statements
    # by hand in tests/finance/test_trailing.py: 416,161 + 143,756 − 124,300 = 435,617
    assert (
        finance.trailing(account.statements, account.interim).statement.figures["revenue"].value == 435_617e6
    )


def test_a_quarterly_report_before_the_last_year_ended_is_refused():
    year = Statement(period_end=dt.date(2026, 9, 26))
    account = Account(slug="apple", statements={"2026-09-26": year})
    with pytest.raises(StatementError, match=r"27 December 2025.*26 September 2026.*later interim report"):
        import_edits(account, read(quarterly(), "q1.xml"))


def test_a_peers_quarterly_report_says_what_serves():
    with pytest.raises(StatementError, match=r"q1.xml has no full year, and peers.*annual report"):
        import_edits(Account(slug="x"), read(quarterly(), "q1.xml"), peer="Apple")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
THIEF = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]>'


@pytest.mark.parametrize("head", [BOMB, THIEF, PARAMETER])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_are_refused_in_any_encoding(head, encoding):
    data = instance(head=head).decode().replace('encoding="utf-8"', f'encoding="{encoding}"')
    with pytest.raises(UnreadableFile, match="entities"):
        read(data.encode(encoding), "a.xml")


def test_damage_depth_and_sheer_number_are_refused(monkeypatch):
    with pytest.raises(UnreadableFile, match="well-formed"):
        read(instance()[:-40], "a.xml")
    with pytest.raises(UnreadableFile, match="too deeply"):
        read(inline("<i>" * 5000 + "</i>" * 5000), "a.htm")
    monkeypatch.setattr(events, "MOST_FACTS", 10)
    with pytest.raises(FileTooLarge, match="more than 10 facts"):
        read(instance(), "a.xml")


def test_a_filing_without_standard_facts_says_so():
    with pytest.raises(UnreadableFile, match="us-gaap"):
        read(instance().replace(b"fasb.org/us-gaap", b"example.org/own"), "a.xml")


def test_a_zip_without_a_report_is_named():
    with pytest.raises(AccountkitError, match="archive"):
        read(zipped(**{"a.xml": b"<a/>", "b.csv": b"x"}), "a.zip")

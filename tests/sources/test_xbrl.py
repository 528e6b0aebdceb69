"""XBRL instances and inline XBRL: the company's own years, and nothing that a hostile file asks for."""

import gzip
import io
import zipfile

import pytest

from accountkit import finance
from accountkit.errors import AccountkitError, FileTooLarge, StatementError, UnreadableFile
from accountkit.sources import read, shape_of
from accountkit.sources.xbrl import events
from accountkit.sources.xbrl.amounts import amount
from accountkit.sources.xbrl.events import Written
from tests.sources.filings import APPLE_ROE_2024, IFRS, inline, instance
from tests.sources.tables import apple_2024, said, values


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


def test_a_quarterly_report_says_which_report_serves():
    data = instance(form="10-Q").replace(b"2023-10-01", b"2024-06-30").replace(b"2022-09-25", b"2023-07-02")
    with pytest.raises(StatementError, match=r"10-Q.*annual report"):
        read(data, "a.xml")
    with pytest.raises(StatementError, match=r"10-Q.*annual report"):
        read(instance(form="10-Q"), "a.xml")  # a year's figures stand in it beside its own
    with pytest.raises(StatementError, match=r"full year.*annual report"):
        read(data.replace(b"10-Q", b"8-K"), "a.xml")


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

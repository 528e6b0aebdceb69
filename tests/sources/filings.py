"""XBRL filings as companies file them, made for the tests out of published figures."""

from __future__ import annotations

from xml.sax.saxutils import escape

GAAP = "http://fasb.org/us-gaap/2024"
IFRS = "https://xbrl.ifrs.org/taxonomy/2023-03-23/ifrs-full"
DEI = "http://xbrl.sec.gov/dei/2024"

# Apple Inc., Form 10-K for fiscal 2024 (0000320193-24-000123), US dollars
YEARS = {"2024": ("2023-10-01", "2024-09-28"), "2023": ("2022-09-25", "2023-09-30")}
FLOWS = {
    "RevenueFromContractWithCustomerExcludingAssessedTax": (391_035, 383_285),
    "CostOfGoodsAndServicesSold": (210_352, 214_137),
    "OperatingIncomeLoss": (123_216, 114_301),
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest": (
        123_485,
        113_736,
    ),
    "IncomeTaxExpenseBenefit": (29_749, 16_741),
    "NetIncomeLoss": (93_736, 96_995),
}
BALANCES = {
    "Assets": (364_980, 352_583),
    "Liabilities": (308_030, 290_437),
    "StockholdersEquity": (56_950, 62_146),
}
APPLE_ROE_2024 = 93_736 / ((56_950 + 62_146) / 2)


def contexts(prefix: str = "xbrli:", identifier: str = "0000320193", years=YEARS) -> str:
    """A duration and an instant for each year, and the same of a segment."""
    p, made = prefix, []
    segment = f'<{p}segment><xbrldi:explicitMember dimension="us-gaap:StatementBusinessSegmentsAxis">aapl:AmericasSegmentMember</xbrldi:explicitMember></{p}segment>'
    for key, (start, end) in years.items():
        for suffix, inside in (("", ""), ("_americas", segment)):
            entity = f'<{p}entity><{p}identifier scheme="http://www.sec.gov/CIK">{identifier}</{p}identifier>{inside}</{p}entity>'
            made.append(
                f'<{p}context id="D{key}{suffix}">{entity}<{p}period><{p}startDate>{start}</{p}startDate><{p}endDate>{end}</{p}endDate></{p}period></{p}context>'
            )
            made.append(
                f'<{p}context id="I{key}{suffix}">{entity}<{p}period><{p}instant>{end}</{p}instant></{p}period></{p}context>'
            )
    made.append(
        f'<{p}unit id="usd"><{p}measure>iso4217:USD</{p}measure></{p}unit>'
        f'<{p}unit id="perShare"><{p}divide><{p}unitNumerator><{p}measure>iso4217:USD</{p}measure></{p}unitNumerator>'
        f"<{p}unitDenominator><{p}measure>xbrli:shares</{p}measure></{p}unitDenominator></{p}divide></{p}unit>"
    )
    return "\n".join(made)


def facts():
    """(concept, context, millions) of all figures, each with a segment's smaller figure beside it."""
    for letter, lines in (("D", FLOWS), ("I", BALANCES)):
        for concept, pair in lines.items():
            for year, value in zip(YEARS, pair, strict=True):
                yield concept, f"{letter}{year}_americas", value // 3
                yield concept, f"{letter}{year}", value


def instance(extra: str = "", form: str = "10-K", head: str = "") -> bytes:
    """The extracted instance of the filing (``aapl-20240928_htm.xml``)."""
    rows = [
        f'<us-gaap:{concept} contextRef="{context}" decimals="-6" unitRef="usd">{value}000000</us-gaap:{concept}>'
        for concept, context, value in facts()
    ]
    return f"""<?xml version="1.0" encoding="utf-8"?>
{head}<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:us-gaap="{GAAP}" xmlns:dei="{DEI}" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:aapl="http://www.apple.com/20240928" xmlns:xbrli="http://www.xbrl.org/2003/instance">
{contexts("")}
<dei:DocumentType contextRef="D2024">{form}</dei:DocumentType>
<dei:EntityRegistrantName contextRef="D2024">Apple Inc.</dei:EntityRegistrantName>
<dei:TradingSymbol contextRef="D2024">AAPL</dei:TradingSymbol>
<us-gaap:EarningsPerShareBasic contextRef="D2024" decimals="2" unitRef="perShare">6.11</us-gaap:EarningsPerShareBasic>
{"".join(rows)}{extra}
</xbrl>""".encode()


def inline(body: str = "", doctype: str = "") -> bytes:
    """The page of the filing (``aapl-20240928.htm``): figures in millions inside a table, losses in brackets by sign."""
    rows = []
    for concept, context, value in facts():
        rows.append(
            f'<tr><td>{escape(concept)}&#160;</td><td>$ <ix:nonFraction unitRef="usd" contextRef="{context}" decimals="-6" name="us-gaap:{concept}" format="ixt:num-dot-decimal" scale="6" id="f-{len(rows)}"><span>{value:,}</span></ix:nonFraction></td></tr>'
        )
    return f"""<?xml version='1.0' encoding='UTF-8'?>{doctype}
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12" xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:us-gaap="{GAAP}" xmlns:dei="{DEI}" xmlns:aapl="http://www.apple.com/20240928" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<head><title>aapl-20240928</title></head><body>
<div style="display:none"><ix:header><ix:hidden><ix:nonNumeric contextRef="D2024" name="dei:DocumentType">10-K</ix:nonNumeric></ix:hidden>
<ix:resources>{contexts()}</ix:resources></ix:header></div>
<p>Registrant: <ix:nonNumeric contextRef="D2024" name="dei:EntityRegistrantName">Apple <b>Inc.</b></ix:nonNumeric></p>
<ix:nonNumeric contextRef="D2024" name="us-gaap:IncomeStatementTextBlock" escape="true"><table>{"".join(rows)}</table></ix:nonNumeric>
{body}</body></html>""".encode()

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
    """A duration and an instant for each year, and the same of a subsidiary."""
    p, made = prefix, []
    segment = f'<{p}segment><xbrldi:explicitMember dimension="dei:LegalEntityAxis">aapl:AppleOperationsEuropeMember</xbrldi:explicitMember></{p}segment>'
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
    """(concept, context, millions) of all figures, each with a subsidiary's smaller figure beside it."""
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


# Apple Inc., Form 10-K for fiscal 2024, note 13: segments and countries, USD million, fiscal 2024 and 2023
SEGMENTS = {
    "aapl:AmericasSegmentMember": ((167_045, 162_560), (67_656, 60_508)),
    "aapl:EuropeSegmentMember": ((101_328, 94_294), (41_790, 36_098)),
    "aapl:GreaterChinaSegmentMember": ((66_952, 72_559), (27_082, 30_328)),
    "aapl:JapanSegmentMember": ((25_052, 24_257), (12_454, 11_888)),
    "aapl:RestOfAsiaPacificSegmentMember": ((30_658, 29_615), (13_062, 12_066)),
}
CORPORATE = (-7_458, -6_672)
RESEARCH = (-31_370, -29_915)
COUNTRIES = {
    "country:US": (142_196, 138_573),
    "country:CN": (66_952, 72_559),
    "aapl:OtherCountriesMember": (181_887, 172_153),
}
BUSINESS = "us-gaap:StatementBusinessSegmentsAxis"
REGION = "srt:StatementGeographicalAxis"
ITEMS = "srt:ConsolidationItemsAxis"
SIGN = ' sign="-"'
SALES = "RevenueFromContractWithCustomerExcludingAssessedTax"


def of_parts(rows, prefix: str = "xbrli:"):
    """Contexts and facts of parts: `rows` are (dimensions, concept, (fiscal 2024, fiscal 2023) in millions)."""
    p, made, written = prefix, [], []
    for place, (dimensions, concept, values) in enumerate(rows):
        members = "".join(
            f'<xbrldi:explicitMember dimension="{axis}">{member}</xbrldi:explicitMember>'
            for axis, member in dimensions.items()
        )
        for (start, end), value in zip(YEARS.values(), values, strict=True):
            key = f"P{place}_{end}"
            made.append(
                f'<{p}context id="{key}"><{p}entity><{p}identifier scheme="http://www.sec.gov/CIK">0000320193</{p}identifier>'
                f"<{p}segment>{members}</{p}segment></{p}entity><{p}period><{p}startDate>{start}</{p}startDate>"
                f"<{p}endDate>{end}</{p}endDate></{p}period></{p}context>"
            )
            written.append((concept, key, value))
    return "".join(made), written


def apples_parts():
    """Sales by segment and country, operating income by segment, and what belongs to no segment."""
    for member, (sales, earned) in SEGMENTS.items():
        yield {BUSINESS: member}, SALES, sales
        yield {BUSINESS: member, ITEMS: "us-gaap:OperatingSegmentsMember"}, "OperatingIncomeLoss", earned
        yield {BUSINESS: member, "srt:ProductOrServiceAxis": "aapl:IPhoneMember"}, SALES, sales
    yield {ITEMS: "us-gaap:CorporateNonSegmentMember"}, "OperatingIncomeLoss", CORPORATE
    yield {ITEMS: "us-gaap:MaterialReconcilingItemsMember"}, "OperatingIncomeLoss", RESEARCH
    for member, sales in COUNTRIES.items():
        yield {REGION: member}, SALES, sales


def segmented(rows=None) -> bytes:
    """The instance with segments and countries as the filing has them, or with `rows` instead."""
    made, written = of_parts(apples_parts() if rows is None else rows, "")
    facts = "".join(
        f'<us-gaap:{concept} contextRef="{key}" decimals="-6" unitRef="usd">{value}000000</us-gaap:{concept}>'
        for concept, key, value in written
    )
    return instance(made + facts)


def segmented_page() -> bytes:
    """The same as a page with inline XBRL."""
    made, written = of_parts(apples_parts())
    cells = "".join(
        f'<ix:nonFraction unitRef="usd" contextRef="{key}" decimals="-6" scale="6" name="us-gaap:{concept}" '
        f'format="ixt:num-dot-decimal"{SIGN if value < 0 else ""}>{abs(value):,}</ix:nonFraction>'
        for concept, key, value in written
    )
    return inline(cells).replace(b"</ix:resources>", made.encode() + b"</ix:resources>")


# Apple Inc., Form 10-Q for the quarter to 27 December 2025, USD million: of the quarter and of that a year before
QUARTERS = {"2025": ("2025-09-28", "2025-12-27"), "2024": ("2024-09-29", "2024-12-28")}
QUARTERLY = {SALES: (143_756, 124_300), "NetIncomeLoss": (42_097, 36_330)}
ON_DAYS = {
    "Assets": {"2025-12-27": 379_297, "2025-09-27": 359_241},
    "StockholdersEquity": {"2025-12-27": 88_190, "2025-09-27": 73_733, "2024-12-28": 66_758},
}


def quarterly(form: str = "10-Q", year_end: str = "--09-27", spans=QUARTERS) -> bytes:
    """The instance of the report; `spans` are the two periods that its flows are given over."""
    entity = '<entity><identifier scheme="http://www.sec.gov/CIK">0000320193</identifier></entity>'
    made, facts = [], []
    for place, (start, end) in enumerate(spans.values()):
        made.append(
            f'<context id="D{place}">{entity}<period><startDate>{start}</startDate><endDate>{end}</endDate></period></context>'
        )
        facts += [(concept, f"D{place}", values[place]) for concept, values in QUARTERLY.items()]
    for concept, values in ON_DAYS.items():
        for end, value in values.items():
            key = f"I{len(made)}"
            made.append(f'<context id="{key}">{entity}<period><instant>{end}</instant></period></context>')
            facts.append((concept, key, value))
    rows = "".join(
        f'<us-gaap:{concept} contextRef="{key}" decimals="-6" unitRef="usd">{value}000000</us-gaap:{concept}>'
        for concept, key, value in facts
    )
    ends = f'<dei:CurrentFiscalYearEndDate contextRef="D0">{year_end}</dei:CurrentFiscalYearEndDate>'
    return f"""<?xml version="1.0" encoding="utf-8"?>
<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:us-gaap="{GAAP}" xmlns:dei="{DEI}" xmlns:iso4217="http://www.xbrl.org/2003/iso4217">
{"".join(made)}<unit id="usd"><measure>iso4217:USD</measure></unit>
<dei:DocumentType contextRef="D0">{form}</dei:DocumentType>{ends if year_end else ""}
<dei:EntityRegistrantName contextRef="D0">Apple Inc.</dei:EntityRegistrantName>{rows}
</xbrl>""".encode()

"""Which part carries growth and profit. Apple's by hand, Form 10-K for fiscal 2024, note 13, USD million.

Sales 391,035 − 383,285 = +7,750: Europe 101,328 − 94,294 = +7,034; Americas +4,485; Rest of Asia Pacific +1,043; Japan
+795; Greater China 66,952 − 72,559 = −5,607; together +7,750. Europe's share 7,034 / 7,750 = 90.8 %.
Operating income of the segments 67,656 + 41,790 + 27,082 + 12,454 + 13,062 = 162,044; less 31,370 of research and 7,458
of corporate items = 123,216. Americas: 67,656 / 167,045 = 40.5 % of sales.
"""

import datetime as dt
import re

import pytest

from accountkit import finance
from accountkit.finance.segments.in_words import segment_names, segment_rows, segments_in_words
from accountkit.i18n import use_language
from accountkit.model import Figure, ReportedSegment, Statement
from accountkit.sources import read
from tests.sources.filings import segmented


@pytest.fixture(scope="module")
def apple():
    return read(segmented(), "a.xml").statements


def year(end, revenue, parts, income=None, kind="business"):
    """A year of a company and its parts: ``{name: revenue}`` or ``{name: (revenue, operating income)}``."""
    whole = {"revenue": revenue} | ({} if income is None else {"operating_income": income})
    segments = []
    for name, values in parts.items():
        pair = values if isinstance(values, tuple) else (values,)
        figures = zip(("revenue", "operating_income"), pair, strict=False)
        segments.append(
            ReportedSegment(
                kind=kind, member=name, name=name, figures={k: Figure(value=v * 1e6) for k, v in figures}
            )
        )
    figures = {line: Figure(value=value * 1e6) for line, value in whole.items()}
    return Statement(period_end=dt.date.fromisoformat(end), figures=figures, segments=tuple(segments))


def told(*years, kind="business"):
    return segments_in_words(finance.segment_years({s.period_end.isoformat(): s for s in years}, kind))


def test_apples_growth_by_hand(apple):
    before, after = finance.segment_years(apple, "business")
    found = finance.segment_growth(before, after)
    millions = {key: value / 1e6 for key, value in found.parts.items()}
    assert millions == {
        "AmericasSegment": 4_485,
        "EuropeSegment": 7_034,
        "GreaterChinaSegment": -5_607,
        "JapanSegment": 795,
        "RestOfAsiaPacificSegment": 1_043,
    }
    assert (found.whole / 1e6, found.rest) == (7_750, 0)
    assert found.shares["EuropeSegment"] == pytest.approx(7_034 / 7_750)
    assert sum(found.shares.values()) == pytest.approx(1)


def test_apples_profit_is_reconciled_with_the_company(apple):
    now = finance.segment_years(apple, "business")[-1]
    assert (now.earned.sum / 1e6, now.earned.rest / 1e6, now.earned.whole / 1e6) == (
        162_044,
        -38_828,
        123_216,
    )
    # 123,216 − 114,301 = 8,915; the segments 162,044 − 150,888 = 11,156; what belongs to none −2,241
    growth = finance.segment_growth(*finance.segment_years(apple, "business"), now.profit)
    assert (growth.whole / 1e6, sum(growth.parts.values()) / 1e6, growth.rest / 1e6) == (
        8_915,
        11_156,
        -2_241,
    )


def test_the_sentences_name_the_largest_part_what_offset_it_and_the_sums(apple):
    text = segments_in_words(finance.segment_years(apple, "business")).replace("\u202f", " ")
    assert text.split(". ", 1)[0].startswith(
        "Revenue rose by US$ 7.75 bn to US$ 391 bn in FY2024: Europe added"
    )
    assert "Europe added US$ 7.03 bn, the others US$ 6.32 bn; Greater China took back US$ 5.61 bn." in text
    assert (
        "Americas earned most in FY2024, US$ 67.7 bn of the segments' operating income of US$ 162 bn." in text
    )
    assert "adds up to the company's US$ 391 bn" in text
    assert "of US$ 162 bn and unallocated items of −US$ 38.8 bn make the company's US$ 123 bn." in text
    regions = segments_in_words(finance.segment_years(apple, "region")).replace("\u202f", " ")
    assert (
        "Other countries added US$ 9.73 bn, United States US$ 3.62 bn; China took back US$ 5.61 bn."
        in regions
    )


def test_the_rows_end_with_the_company_and_their_sums(apple):
    years = finance.segment_years(apple, "business")
    rows = {row[0]: [cell.replace("\u202f", " ") for cell in row[1:]] for row in segment_rows(years)}
    assert len(segment_names(years)) == len(rows["Company"]) + 1
    assert next(iter(rows)) == "Americas" and list(rows)[-2:] == ["Unallocated and eliminations", "Company"]
    assert rows["Europe"][2:4] == ["+US$ 7.03 bn", "91 %"]
    assert rows["Americas"][-2:] == ["US$ 67.7 bn", "40.5 %"]
    assert rows["Company"][-1] == "31.5 %"  # 123,216 / 391,035


def test_a_loss_recovery_unchanged_revenue_and_parts_that_lose_are_said_as_such():
    before = year("2023-12-31", 100, {"A": (60, -9), "B": (40, 4)}, -5)
    after = year("2024-12-31", 100.5, {"A": (55.5, 12), "B": (45, -2)}, 10)
    text = told(before, after)
    assert (
        "Revenue was unchanged at US$ 100\u202fm in FY2024: B added US$ 5\u202fm; A cost US$ 4.5\u202fm."
        in text
    )
    assert (
        "Operating income recovered to US$ 10\u202fm in FY2024 from −US$ 5\u202fm: A added US$ 21\u202fm"
        in text
    )
    assert "A earned most in FY2024, US$ 12\u202fm of operating income; B lost US$ 2\u202fm." in text
    back = told(after.model_copy(update={"period_end": dt.date(2022, 12, 31)}), before)
    assert "Operating income turned negative in FY2023 at −US$ 5\u202fm, from US$ 10\u202fm: A cost" in back


def test_a_fall_names_what_it_cost_and_what_added():
    text = told(year("2023-12-31", 100, {"A": 60, "B": 40}), year("2024-12-31", 90, {"A": 45, "B": 45}))
    assert (
        "Revenue fell by US$ 10\u202fm to US$ 90\u202fm in FY2024: A cost US$ 15\u202fm; B added US$ 5\u202fm."
        in text
    )


def test_parts_that_are_not_the_same_are_not_compared():
    years = year("2023-12-31", 100, {"A": 60, "B": 40}), year("2024-12-31", 110, {"A": 60, "C": 50})
    found = [*finance.segment_years({s.period_end.isoformat(): s for s in years}, "business")]
    assert finance.segment_growth(*found) is None
    assert told(*years).startswith("The segments of FY2024 and FY2023 differ")


def test_a_move_under_one_per_cent_is_no_cause():
    text = told(year("2023-12-31", 100, {"A": 60, "B": 40}), year("2024-12-31", 110.2, {"A": 60.2, "B": 50}))
    assert "B added US$ 10\u202fm." in text and "A " not in text.split(".")[0]


def test_the_document_adds_up_and_is_left_out_without_segments(apple):
    business = finance.segments_document(apple)["segments"]["business"]
    for one in business["years"]:
        for line in ("revenue", "operating_income"):
            assert one[line]["sum"] + one[line]["rest"] == one[line]["company"]
    assert business["growth"][0]["shares"]["EuropeSegment"] == pytest.approx(7_034 / 7_750)
    assert finance.segments_document({"x": year("2024-12-31", 1, {})}) == {}


def test_the_same_in_chinese(apple):
    with use_language("zh_CN"):
        text = segments_in_words(finance.segment_years(apple, "region"))
        assert "其他国家或地区拉高97.3亿美元，美国36.2亿美元；中国拉低56.1亿美元" in text
        assert "2024财年" in text and " " not in text


def test_an_english_name_has_a_space_beside_chinese():
    with use_language("zh_CN"):
        text = told(
            year("2023-12-31", 90, {"Sam's Club": 50, "Walmart U.S.": 40}),
            year("2024-12-31", 100, {"Sam's Club": 55, "Walmart U.S.": 45}),
        )
    assert not re.search(r"[\u4e00-\u9fff][A-Za-z]|[A-Za-z]\.?[\u4e00-\u9fff]", text), text
    assert "Sam's Club " in text

import pytest

from accountkit.finance.statements.lines import LINES
from accountkit.sources.lines.concepts import ORDER
from accountkit.sources.lines.recognition import normal, proposals, recognised
from accountkit.sources.lines.vocabulary import NAMES


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("Revenue", "revenue"),
        ("Total net sales", "revenue"),
        ("其中：营业收入", "revenue"),
        ("一、营业总收入", "total_operating_revenue"),
        ("减：营业成本", "cost_of_revenue"),
        ("Cost of goods sold", "cost_of_revenue"),
        ("三、营业利润（亏损以“－”号填列）", "operating_income"),
        ("Income (loss) from operations", "operating_income"),
        ("四、利润总额（亏损总额以“-”号填列）", "income_before_tax"),
        ("Income before provision for income taxes", "income_before_tax"),
        ("减：所得税费用", "income_tax"),
        ("五、净利润（净亏损以“－”号填列）", "net_income_total"),
        ("1.归属于母公司所有者的净利润", "net_income"),
        ("归母净利润（亿元）", "net_income"),
        ("Total stockholders’ equity", "equity"),
        ("Total shareowners' equity", "equity"),
        ("所有者权益（或股东权益）合计", "equity_total"),
        ("归属于母公司股东权益合计", "equity"),
        ("Non-controlling interests", "minority_interest"),
        ("资产总计", "total_assets"),
        ("Property, plant and equipment, net", "fixed_assets"),
        ("加权平均净资产收益率(%)", "weighted_average_roe"),
        ("PARENT_NETPROFIT", "net_income"),
        ("n_income_attr_p", "net_income"),
        ("sumasset", "total_assets"),
        ("购建固定资产、无形资产和其他长期资产支付的现金", "capital_expenditure"),
        ("Revenue¹", "revenue"),
        ("Accounts receivable, net [2]", "receivables"),
    ],
)
def test_a_known_name_means_its_line(label, line):
    match = recognised(label)
    assert match is not None and match.line == line and match.confidence == 1


@pytest.mark.parametrize(
    "label",
    [
        "Revenue growth",
        "Gross margin",
        "Net margin",
        "营业收入增长率",
        "营业总收入同比",
        "TOTAL_OPERATE_INCOME_YOY",
        "基本每股收益",
        "Diluted EPS",
        "Total comprehensive income",
        "综合收益总额",
        "Total non-current assets",
        "Total non-current liabilities",
        "非流动资产合计",
        "Other operating income",
        "Revenue per share",
        "Interest coverage",
        "流动比率",
        "industry",
        "",
    ],
)
def test_what_only_resembles_a_line_is_none(label):
    assert recognised(label) is None


def test_营业总收入_and_营业收入_are_two_lines():
    assert recognised("营业总收入").line != recognised("营业收入").line
    assert recognised("TOTAL_OPERATE_INCOME").line != recognised("OPERATE_INCOME").line


def test_a_slip_of_a_letter_is_similar_and_says_how_much():
    match = recognised("Toatl assets")
    assert (match.line, match.reason) == ("total_assets", "similar")
    assert 0.6 < match.confidence < 0.9
    assert recognised("Total asset").line == "total_assets"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Accounts payable", "Accounts receivable"),
        ("Current assets", "Noncurrent assets"),
        ("Interest income", "Interest expense"),
    ],
)
def test_lines_with_similar_names_are_never_mixed_up(one, other):
    first, second = recognised(one), recognised(other)
    assert first is not None
    assert second is None or second.line != first.line


def test_owners_are_told_by_the_heading():
    assert recognised("Owners of the Company", "Profit attributable to:").line == "net_income"
    assert recognised("Non-controlling interests", "Profit attributable to:").line == "minority_income"
    assert recognised("Owners of the Company", "Equity attributable to:").line == "equity"
    assert recognised("Owners of the Company", "Total comprehensive income attributable to:") is None
    assert recognised("Owners of the Company") is None


def test_a_single_word_is_a_concept_only_where_the_file_speaks_of_concepts():
    assert recognised("Equity", is_concept=True).line == "equity_total"
    assert recognised("Equity").either == "equity_total"
    assert recognised("equity").reason == "key"
    assert recognised("us-gaap:Assets").reason == "concept"


def test_every_name_and_concept_belongs_to_one_canonical_line():
    assert set(NAMES) <= set(LINES)
    assert set(ORDER) <= set(LINES)
    # a field name in capitals (MINORITY_INTEREST, 少数股东损益) may mean another line than the same words in English
    names = [
        (name if name.isupper() else normal(name), line)
        for line, several in NAMES.items()
        for name in several
    ]
    owners = {}
    for name, line in names:
        assert owners.setdefault(name, line) == line, name
    tags = [tag for several in ORDER.values() for tag in several]
    assert len(tags) == len(set(tags))


def test_every_name_of_the_vocabulary_is_found():
    for line, several in NAMES.items():
        for name in several:
            assert recognised(name).line == line, name


def test_unknown_labels_come_with_offers():
    assert "revenue" in proposals("Revenues from stores")
    assert proposals("xyz") == ()

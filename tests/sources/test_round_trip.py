"""Whatever statements there are: written down in any style and read again, they are the same."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit.sources import read
from tests.sources.tables import values, workbook

LINES = {
    "revenue": ("Revenue", "营业收入"),
    "cost_of_revenue": ("Cost of sales", "营业成本"),
    "operating_income": ("Operating income", "营业利润"),
    "total_assets": ("Total assets", "资产总计"),
    "total_liabilities": ("Total liabilities", "负债合计"),
    "cash": ("Cash and cash equivalents", "货币资金"),
    "equity": ("Total shareholders' equity", "归属于母公司股东权益合计"),
    "inventory": ("Inventories", "存货"),
}
UNITS = {
    "thousand": (1e3, "(USD in thousands)", "单位：千元"),
    "million": (1e6, "USD million", "单位：百万元"),
    "亿": (1e8, "USD (亿元)", "单位：亿元"),
}

amounts = st.one_of(
    st.none(), st.integers(-(10**9), 10**9), st.decimals(-(10**6), 10**6, places=2).map(float)
)
figures = st.dictionaries(
    st.sampled_from(sorted(LINES)), st.lists(amounts, min_size=3, max_size=3), min_size=1
)
styles = st.tuples(
    st.booleans(),
    st.sampled_from([0, 1]),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from([",", "\t", ";"]),
    st.integers(0, 3),
)


def written(value, style):
    if value is None:
        return ["", "-", "N/A", "—"][style]
    text = f"{abs(value):,.2f}" if style % 2 else f"{abs(value):.2f}"
    if value < 0:
        return [f"-{text}", f"({text})", f"−{text}", f"（{text}）"][style]
    return text


def expected(figures, size, position):
    found = {}
    for line, several in figures.items():
        if several[position] is not None:
            found[line] = float(f"{several[position] * size:.15g}")
    return found


@settings(max_examples=150, deadline=None)
@given(figures, styles)
def test_a_text_table_in_any_style_gives_the_figures_back(figures, style):
    turn, chinese, unit, delimiter, sign = style
    size, *corners = UNITS[unit]
    rows = [[corners[chinese], "2022-12-31", "2023-12-31", "2024-12-31"]]
    rows += [
        [LINES[line][chinese], *(written(v, sign) for v in several)] for line, several in figures.items()
    ]
    if turn:
        rows = [list(column) for column in zip(*rows, strict=True)]
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    if all(v is None for several in figures.values() for v in several):
        return
    _same(
        figures,
        size,
        read(stream.getvalue().encode("gb18030" if chinese else "utf-8"), "x.csv", mapping={"decimal": "."}),
    )


@settings(max_examples=40, deadline=None)
@given(figures, st.booleans())
def test_a_workbook_gives_the_figures_back(figures, turn):
    if all(v is None for several in figures.values() for v in several):
        return
    rows = [
        ["USD million", "2022-12-31", "2023-12-31", "2024-12-31"],
        *([LINES[line][0], *several] for line, several in figures.items()),
    ]
    if turn:
        rows = [list(column) for column in zip(*rows, strict=True)]
    _same(figures, 1e6, read(workbook(("S", rows)), "x.xlsx"))


def _same(figures, size, imported):
    flipped = {
        line
        for line in ("cost_of_revenue",)
        if all(v is None or v <= 0 for v in figures.get(line, [1])) and any(figures.get(line, [0]))
    }
    for position, period in enumerate(("2022-12-31", "2023-12-31", "2024-12-31")):
        wanted = {
            line: -v if line in flipped and v else v for line, v in expected(figures, size, position).items()
        }
        found = values(imported, period) if period in imported.statements else {}
        assert found == wanted

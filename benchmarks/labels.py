"""References by the label that a company prints beside its own figure: the `pre` file of a quarter.

The reader goes by concepts; only for a tag that a filing made itself does it look at the label too.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from benchmarks import recorded
from benchmarks.checked import Check, Reading, of_quarter

PROFIT = r"net (income|earnings|profit|loss)( \(loss\))?"
HOLDERS = r"(stock|share)(holders|owners)['’]?( equity)?"
INCOME = {
    "revenue": r"(total )?(net )?(operating )?(revenues?|sales)(, net)?",
    "cost_of_revenue": r"(total )?costs? of (net )?(sales|revenues?|goods sold|products sold)",
    "gross_profit": r"(total )?gross (profit|margin)( \(loss\))?",
    "operating_income": r"(total )?(operating (income|profit)|(income|earnings|profit) from operations)( \(loss\))?",
    "income_before_tax": r"(income|earnings|profit|loss)( \(loss\))?( from continuing operations)? before (provision for )?"
    r"(income )?tax(es|ation)?",
    "income_tax": r"(total )?((provision for )?income tax(es)?( expense| provision)?|provision for taxes)( \(benefit\))?",
    "net_income": PROFIT,
}
BALANCE = {
    "total_assets": r"total assets",
    "current_assets": r"total current assets",
    "current_liabilities": r"total current liabilities",
    "total_liabilities": r"total liabilities",
    "equity": rf"total {HOLDERS} equity|total {HOLDERS}|total equity",
    "cash": r"cash and cash equivalents",
    "inventory": r"(total )?inventor(y|ies)(, net)?",
    "goodwill": r"goodwill",
    "fixed_assets": r"(net )?property(, plant)?,? and equipment(, net)?",
}
CASH_FLOW = {
    "operating_cash_flow": r"net cash (provided by|from|flows from)( \(used in\))? operating activities",
    "investing_cash_flow": r"net cash (used in|provided by \(used in\)|used for|\(used in\)) investing activities",
    "financing_cash_flow": r"net cash (used in|provided by \(used in\)|used for|\(used in\)) financing activities",
}
PRINTED = {"IS": INCOME, "BS": BALANCE, "CF": CASH_FLOW}
"""The labels of each primary statement, as the `stmt` column of `pre` names it."""
LABELS = {line: (stmt, label) for stmt, lines in PRINTED.items() for line, label in lines.items()}
TWINS = {"net_income": "net_income_total", "equity": "equity_total"}
"""A bare “Net income” or “Total equity” may be the parent's or all owners': it is equal if it is either of them."""


def by_label() -> Iterator[Check]:
    """The figures of the quarter's primary statements, found by the label printed beside them."""
    filings, printed = recorded.annual_filings(), _printed()
    amounts: dict[tuple[str, str, str], dict[tuple[str, str, str], float]] = defaultdict(dict)
    for row in recorded.values():
        key = (row["adsh"], row["tag"], row["version"])
        amounts[key][row["qtrs"], row["uom"], recorded.day(row["ddate"]).isoformat()] = float(row["value"])
    last = {
        filing["cik"]: adsh for adsh, filing in sorted(filings.items(), key=lambda item: item[1]["filed"])
    }
    for cik, adsh in last.items():
        own = of_quarter()[cik]
        balances = _amounts(printed[adsh], "total_assets", amounts, own)
        for line in LABELS:
            for period, expected in _amounts(printed[adsh], line, amounts, own).items():
                if line in BALANCE and period not in balances:
                    continue  # a date of the statement of changes in equity
                check = own.check("printed label", line, period, expected)
                if line in TWINS and check.outcome != "equal":
                    twin = own.check("printed label", TWINS[line], period, expected)
                    check = twin if twin.outcome == "equal" else check
                yield check


def _printed() -> dict[str, list[recorded.Row]]:
    """The rows of the primary statements of each filing: the first report of each kind."""
    filings = recorded.annual_filings()
    with zipfile.ZipFile(recorded.QUARTER) as archive:
        shown = [row for row in recorded.rows(archive, "pre.txt") if row["adsh"] in filings]
    first: dict[tuple[str, str], int] = {}
    for row in shown:
        key = (row["adsh"], row["stmt"])
        first[key] = min(first.get(key, 10_000), int(row["report"]))
    found: dict[str, list[recorded.Row]] = defaultdict(list)
    for row in shown:
        if first[row["adsh"], row["stmt"]] == int(row["report"]):
            found[row["adsh"]].append(row)
    return found


def _amounts(
    printed: Iterable[recorded.Row],
    line: str,
    amounts: Mapping[tuple[str, str, str], Mapping[tuple[str, str, str], float]],
    own: Reading,
) -> dict[str, float]:
    """The amounts of a line by period; a period that has two of them has none, unless one is called the total."""
    currency = own.imported.currency if own.imported else "USD"
    statement, pattern = LABELS[line]
    wanted = "0" if statement == "BS" else "4"
    found: dict[str, dict[bool, set[float]]] = defaultdict(dict)
    for row in printed:
        text = row["plabel"].strip().casefold()
        if row["stmt"] != statement or not re.fullmatch(pattern, text):
            continue
        for (quarters, unit, period), value in amounts[row["adsh"], row["tag"], row["version"]].items():
            if (quarters, unit) == (wanted, currency):
                found[period].setdefault(text.startswith("total"), set()).add(value)
    sure = {period: values.get(True) or values[False] for period, values in found.items()}
    return {period: next(iter(values)) for period, values in sure.items() if len(values) == 1}

"""Checks before ratios: does the statement hold together at all?

Assets = liabilities + equity (+ mezzanine equity); sums; signs; units that jump by 1,000; two periods closer than a
year; a year-end that moved; two currencies. A warning says what was seen, with the figures; nothing is changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from accountkit.finance.statements.books import Books, completed, in_order
from accountkit.finance.statements.lines import label
from accountkit.i18n import _, day, fiscal_year, listed, money
from accountkit.model import Statement

TOLERANCE = 0.005
"""Half a per cent of the larger side: more than any rounding to millions in a company worth analysing."""
JUMP = 200
"""A line that grows this many times in a year has changed its unit: real growth stays far below."""
EXACT = 6
"""Significant figures of an amount that has to be found again in the statement."""
YEAR = (350, 380)
MOVED = 20
"""Days by which a 52- or 53-week year end may wander without having moved."""


@dataclass(frozen=True)
class Warning:
    """`code` is stable (``balance``, ``sum``, ``sign``, ``unit``, ``period``, ``year_end``, ``currency``)."""

    code: str
    text: str
    period: dt.date | None = None


def checks(statements: Mapping[str, Statement]) -> tuple[Warning, ...]:
    """All warnings, by period; empty where nothing was seen. Raises `StatementError` for two statements of one day."""
    books = [completed(statement) for statement in in_order(statements)]
    found: list[Warning] = [*_currencies(books)]
    for place, book in enumerate(books):
        found += [*_balance(book), *_sums(book), *_parts(book), *_signs(book), *_size(book), *_months(book)]
        if place:
            found += [*_jumps(books[place - 1], book), *_spacing(books[place - 1], book)]
    return tuple(found)


def _off(a: float, b: float) -> bool:
    return abs(a - b) > TOLERANCE * max(abs(a), abs(b), 1e-12)


def _balance(book: Books) -> Iterator[Warning]:
    """Assets against what finances them.

    If the total of liabilities and equity is reported, it decides: what its parts leave open is a line that is not read,
    but its parts cannot be more. Else liabilities, mezzanine equity, equity and minorities have to add up in one of the
    ways in which statements write them.
    """
    v = {key: value for key, value in book.values.items() if key not in book.derived}
    assets = v.get("total_assets")
    if assets is None:
        return
    claims = _claims(v)
    total = v.get("liabilities_and_equity")
    if total is not None and not _off(assets, total):
        wrong = [claim for claim in claims if claim > assets and _off(assets, claim)]
        if len(wrong) < len(claims) or not claims:
            return
    elif total is not None:
        claims = [total]
    if not claims or any(not _off(assets, claim) for claim in claims):
        return
    text = _(
        "The balance sheet does not balance: assets {assets}, liabilities and equity {claims}, difference {gap}."
    )
    nearest = min(claims, key=lambda claim: abs(assets - claim))
    yield _warning("balance", book, text, assets=assets, claims=nearest, gap=assets - nearest)


def _claims(v: Mapping[str, float]) -> list[float]:
    """What finances the assets, in each way to add it up: minorities stand in the equity, beside it or in the liabilities."""
    if "total_liabilities" not in v:
        return []
    mezzanine, minorities = v.get("mezzanine_equity", 0.0), v.get("minority_interest", 0.0)
    equities = [v[key] for key in ("equity_total", "equity") if key in v]
    if "equity" in v and minorities:
        equities.append(v["equity"] + minorities)
    return [v["total_liabilities"] + equity + other for equity in equities for other in {mezzanine, 0.0}]


SUMS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("gross_profit", "revenue", "cost_of_revenue", ()),
    ("net_income_total", "income_before_tax", "income_tax", ("discontinued_income", "associates_income")),
    ("equity", "equity_total", "minority_interest", ()),
    ("net_income", "net_income_total", "minority_income", ()),
)
"""Total, whole and what is deducted; then what stands between them in some statements and in others does not."""


def _sums(book: Books) -> Iterator[Warning]:
    v = {key: value for key, value in book.values.items() if key not in book.derived}
    for total, whole, part, between in SUMS:
        if not {total, whole, part} <= set(v):
            continue
        rest = v[whole] - v[part]
        added = [v[key] for key in between if key in v]
        ways = [rest + sum(some) for n in range(len(added) + 1) for some in combinations(added, n)]
        # redeemable interests take their share of the profit beside the minorities
        shared = total == "net_income" and v.get("mezzanine_equity") and v[total] < rest
        if shared or any(not _off(v[total], way) for way in ways):
            continue
        text = _("{total} is {value}, but {whole} less {part} is {sum}.")
        names = {"total": label(total), "whole": label(whole), "part": label(part)}
        yield _warning("sum", book, text, value=v[total], sum=rest, **names)


PARTS = (
    ("current_assets", ("cash", "short_term_investments", "receivables", "inventory")),
    ("total_assets", ("current_assets", "fixed_assets", "intangible_assets", "goodwill")),
    ("total_liabilities", ("current_liabilities", "long_term_debt")),
)


def _parts(book: Books) -> Iterator[Warning]:
    """Parts of a sum that are together more than the sum."""
    for whole, parts in PARTS:
        known = [key for key in parts if key in book.values]
        total = sum(book.values[key] for key in known)
        if whole in book.values and known and total > book.values[whole] * (1 + TOLERANCE):
            text = _("{parts} add up to {total}, more than {whole} ({value}).")
            yield _warning(
                "sum",
                book,
                text,
                total=total,
                value=book.values[whole],
                parts=listed([label(key) for key in known]),
                whole=label(whole),
            )


NEVER_NEGATIVE = (
    "revenue",
    "total_operating_revenue",
    "cost_of_revenue",
    "total_assets",
    "total_liabilities",
    "interest_expense",
    "receivables",
    "inventory",
    "fixed_assets",
    "cash",
    "payables",
    "total_debt",
    "short_term_debt",
    "long_term_debt",
    "depreciation",
    "capital_expenditure",
    "operating_expense",
    "current_assets",
    "current_liabilities",
)


def _signs(book: Books) -> Iterator[Warning]:
    for key in NEVER_NEGATIVE:
        if book.values.get(key, 0.0) < 0 and key not in book.derived:
            text = _("{line} is negative ({value}). Check the sign.")
            yield _warning("sign", book, text, value=book.values[key], line=label(key))
    equity, assets = (
        book.values.get("equity", book.values.get("equity_total")),
        book.values.get("total_assets"),
    )
    if equity is not None and equity <= 0:
        yield _warning(
            "sign",
            book,
            _("Equity is negative ({value}), so ROE has no meaning. Compare margin and turnover."),
            value=equity,
        )
    if equity is not None and assets is not None and 0 < assets < equity * (1 - TOLERANCE):
        text = _("Equity ({equity}) exceeds total assets ({assets}). Check the units of both.")
        yield _warning("sign", book, text, equity=equity, assets=assets)


def _size(book: Books) -> Iterator[Warning]:
    """Revenue and assets in one unit are never a thousand apart in a company that trades."""
    revenue, assets = book.values.get("revenue", 0.0), book.values.get("total_assets", 0.0)
    if revenue > 0 and assets > 0 and not 1 / JUMP < revenue / assets < JUMP:
        text = _(
            "Revenue ({revenue}) and total assets ({assets}) are so far apart that their units may differ. Check both."
        )
        yield _warning("unit", book, text, revenue=revenue, assets=assets)


def _jumps(before: Books, book: Books) -> Iterator[Warning]:
    for key in ("revenue", "total_assets", "equity", "equity_total", "net_income", "total_liabilities"):
        old, new = before.statement.figures.get(key), book.statement.figures.get(key)
        if not old or not new or before.currency != book.currency:
            continue
        small, large = sorted((abs(old.value), abs(new.value)))
        if small > 0 and large / small >= (JUMP if key != "net_income" else JUMP * 5):
            text = _("{line} jumped from {old} to {new}. Check whether the unit changed.")
            yield _warning("unit", book, text, old=old.value, new=new.value, line=label(key))


def _months(book: Books) -> Iterator[Warning]:
    if book.statement.months != 12:
        text = _("The period to {day} covers {months} months, not a year.")
        if book.statement.months == 1:
            text = _("The period to {day} covers {months} month, not a year.")
        yield _warning("period", book, text, months=book.statement.months, day=day(book.period_end))


def _spacing(before: Books, book: Books) -> Iterator[Warning]:
    apart = (book.period_end - before.period_end).days
    if apart < YEAR[0]:
        text = _("The periods to {before} and {day} are only {days} days apart.")
    elif apart > YEAR[1]:
        text = _(
            "The periods to {before} and {day} are {days} days apart. A year is missing, so the opening balance is unknown."
        )
    else:
        return
    yield _warning("period", book, text, days=apart, before=day(before.period_end), day=day(book.period_end))
    if _moved(before.period_end, book.period_end):
        text = _("The year-end moved from {before} to {day}.")
        yield _warning("year_end", book, text, before=day(before.period_end), day=day(book.period_end))


def _moved(before: dt.date, after: dt.date) -> bool:
    """Whether the place in the calendar year shifted by more than a 52- or 53-week year can."""
    shift = (after - before).days % 365.25
    return min(shift, 365.25 - shift) > MOVED


def _currencies(books: Sequence[Books]) -> Iterator[Warning]:
    known = sorted({book.currency for book in books})
    if len(known) > 1:
        text = _("The statements are in {currencies}. Import one currency.")
        yield Warning("currency", text.format(currencies=listed(known)))


def _warning(code: str, book: Books, text: str, **values: float | str) -> Warning:
    shown = {
        key: money(value, book.currency, EXACT) if isinstance(value, float) else str(value)
        for key, value in values.items()
    }
    said = text.format(**shown)
    if "day" not in values:
        said = _("{day}: {note}").format(day=fiscal_year(book.period_end), note=said)
    return Warning(code, said, book.period_end)

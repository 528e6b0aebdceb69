"""Segments and regions in sentences and as rows: one form for app, brief and command line.

The largest part of a change is named with what offset it, each as a sum, so that the parts add up to the company's figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accountkit.finance.returns.formulas import MATERIAL_PART
from accountkit.finance.segments.names import part_name
from accountkit.finance.segments.years import (
    Parts,
    SegmentGrowth,
    SegmentYear,
    segment_growth,
    segments_by_kind,
)
from accountkit.finance.statements.lines import label, within
from accountkit.i18n import N_, _, clauses, fiscal_year, labelled, listed, money, paragraph, percent, spaced
from accountkit.model import Statement
from accountkit.model.statement import SegmentKind

MOST_YEARS = 3
MOST_NAMED = 3
TITLES: dict[SegmentKind, str] = {"business": N_("Business segments"), "region": N_("Regions")}
WHOSE: dict[SegmentKind, str] = {"business": N_("segments"), "region": N_("regions")}
HEADS = {
    1: N_("{line} rose by {delta} to {whole} in {year}"),
    -1: N_("{line} fell by {delta} to {whole} in {year}"),
    0: N_("{line} was unchanged at {whole} in {year}"),
}
RECOVERED = N_("{line} recovered to {whole} in {year} from {before}")
TURNED = N_("{line} turned negative in {year} at {whole}, from {before}")
ALONE = {True: N_("{name} added {part}"), False: N_("{name} cost {part}")}
TOGETHER = {
    True: N_("{name} added {part}, {others} {more}"),
    False: N_("{name} cost {part}, {others} {more}"),
}
TAKEN_BACK = {
    False: N_("{name} took back {part}"),
    True: N_("{name} took back {part}, {others} {more}"),
}
"""What ran against a rise, by whether others did too."""


@dataclass(frozen=True)
class SegmentTable:
    """The parts of a kind over the years: a title, a sentence, and a table whose columns are named."""

    kind: SegmentKind
    title: str
    text: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def segment_tables(statements: Mapping[str, Statement]) -> list[SegmentTable]:
    """One table for each kind that the statements have."""
    return [
        SegmentTable(
            kind,
            _(TITLES[kind]),
            segments_in_words(years),
            segment_names(years),
            segment_rows(years),
        )
        for kind, years in segments_by_kind(statements).items()
    ]


def segments_in_words(years: Sequence[SegmentYear]) -> str:
    """Which parts carried the growth of the last year and its profit, and how they add up; empty without parts."""
    if not years:
        return ""
    now, before = years[-1], years[-2] if len(years) > 1 else None
    said = []
    if before is not None:
        said = [_growth(before, now, line) for line in ("revenue", now.profit) if line]
        if segment_growth(before, now) is None:
            text = _("The {parts} of {year} and {before} differ, so their growth cannot be compared.")
            years_named = {"year": fiscal_year(now.end), "before": fiscal_year(before.end)}
            said = [text.format(parts=_(WHOSE[now.kind]), **years_named)]
    adding_up = (_adding_up(now, line) for line in ("revenue", now.profit) if line)
    return spaced(paragraph(*said, _most(now), *adding_up))


def _growth(before: SegmentYear, now: SegmentYear, line: str) -> str:
    """The company's change, then the parts on either side of it."""
    found = segment_growth(before, now, line)
    if found is None:
        return ""
    up, down = (_side(found, before.line(line), now, rising) for rising in (True, False))
    direction = (1 if found.whole > 0 else -1) if found.material else 0
    whole, old = now.line(line).whole or 0.0, before.line(line).whole or 0.0
    across = {(True, False): RECOVERED, (False, True): TURNED}.get((old < 0, whole < 0), "")
    head = _(across or HEADS[direction]).format(
        line=label(line),
        delta=money(abs(found.whole), now.currency),
        whole=money(whole, now.currency),
        before=money(old, now.currency),
        year=fiscal_year(now.end),
    )
    first, second = (down, up) if direction < 0 else (up, down)
    sides = [_moved(first, direction >= 0, now.currency, against=False)]
    sides.append(_moved(second, direction < 0, now.currency, against=direction > 0))
    told = [side for side in sides if side]
    return (
        _("{head}: {causes}.").format(head=head, causes=clauses(told))
        if told
        else _("{head}.").format(head=head)
    )


Moved = list[tuple[str, float]]


def _side(found: SegmentGrowth, before: Parts, now: SegmentYear, rising: bool) -> Moved:
    """The parts that moved this way, and the rest, largest first; what moved by under 1 % is none."""
    least = MATERIAL_PART * abs(found.whole)
    moved = [
        (part_name(key, now.names[key]), value)
        for key, value in found.parts.items()
        if abs(value) >= max(least, MATERIAL_PART * abs(before.parts[key]))
    ]
    if abs(found.rest) >= max(least, MATERIAL_PART * abs(before.rest or 0.0)):
        moved.append((_("unallocated items"), found.rest))
    return sorted(((n, v) for n, v in moved if v and (v > 0) == rising), key=lambda one: -abs(one[1]))


def _moved(side: Moved, added: bool, currency: str, *, against: bool) -> str:
    """One side of a change: its largest part, and the others as a sum."""
    if not side:
        return ""
    (name, part), others = side[0], side[1:]
    more = sum(value for _name, value in others)
    patterns = TAKEN_BACK if against else {bool(k): (TOGETHER if k else ALONE)[added] for k in (0, 1)}
    return _(patterns[bool(others)]).format(
        name=name,
        part=money(abs(part), currency),
        others=others[0][0] if len(others) == 1 else _("the others"),
        more=money(abs(more), currency),
    )


def _most(now: SegmentYear) -> str:
    """The part with most profit, or with most revenue where no profit of parts is known."""
    line = now.profit or "revenue"
    parts, currency = now.line(line), now.currency
    if len(parts.parts) < 2:
        return ""
    key = max(parts.parts, key=lambda one: parts.parts[one])
    if parts.parts[key] <= 0:
        return ""
    lost = [one for one, value in parts.parts.items() if value < 0]
    values = {
        "name": part_name(key, now.names[key]),
        "part": money(parts.parts[key], currency),
        "year": fiscal_year(now.end),
        "line": within(line),
        "sum": money(parts.sum, currency),
        "parts": _(WHOSE[now.kind]),
    }
    if line == "revenue":
        return _("{name} has the largest revenue in {year}, {part} of {sum}.").format(**values)
    if lost:
        names = [part_name(one, now.names[one]) for one in lost]
        values["losing"] = listed(names) if len(names) <= MOST_NAMED else _("the others")
        values["loss"] = money(-sum(parts.parts[one] for one in lost), currency)
        return _("{name} earned most in {year}, {part} of {line}; {losing} lost {loss}.").format(**values)
    return _("{name} earned most in {year}, {part} of the {parts}' {line} of {sum}.").format(**values)


def _adding_up(now: SegmentYear, line: str) -> str:
    """The sum of the parts, what belongs to none, and the company's figure."""
    parts = now.line(line)
    if parts.whole is None or parts.rest is None:
        return ""
    values = {
        "line": within(line),
        "parts": _(WHOSE[now.kind]),
        "sum": money(parts.sum, now.currency),
        "rest": money(parts.rest, now.currency),
        "whole": money(parts.whole, now.currency),
    }
    if money(parts.sum, now.currency) == values["whole"]:
        return _("The {parts}' {line} adds up to the company's {whole}.").format(**values)
    return _(
        "The {parts}' {line} of {sum} and unallocated items of {rest} make the company's {whole}."
    ).format(**values)


def segment_names(years: Sequence[SegmentYear]) -> tuple[str, ...]:
    """The columns: revenue of up to three years, its change and each part's share of it, profit and margin."""
    shown = years[-MOST_YEARS:]
    profit = shown[-1].profit
    return (
        _(TITLES[shown[-1].kind]),
        *(labelled(_("Revenue"), fiscal_year(year.end)) for year in shown),
        *((_("Change"), _("Share of growth")) if len(shown) > 1 else ()),
        *((label(profit), _("Margin")) if profit else ()),
    )


def segment_rows(years: Sequence[SegmentYear]) -> list[tuple[str, ...]]:
    """One row a part of the latest year, largest first, then what belongs to none, then the company."""
    shown = years[-MOST_YEARS:]
    now = shown[-1]
    rows = [_row(part_name(key, name), shown, key) for key, name in now.names.items()]
    rests = [year.line(line).rest for year in shown for line in ("revenue", "profit")]
    if any(rest and abs(rest) >= 1 for rest in rests):
        rows.append(_row(_("Unallocated and eliminations"), shown, "", "rest"))
    return [*rows, _row(_("Company"), shown, "", "whole")]


def _row(name: str, years: Sequence[SegmentYear], key: str, of: str = "") -> tuple[str, ...]:
    """The cells of a part, or of what `of` names (``rest``, ``whole``)."""

    def value(year: SegmentYear, line: str) -> float | None:
        found = year.line(line)
        return getattr(found, of) if of else found.parts.get(key)

    now, currency = years[-1], years[-1].currency
    cells = [money(value(year, "revenue"), currency) for year in years]
    if len(years) > 1:
        cells += _change(segment_growth(years[-2], now), key, of, currency)
    if now.profit:
        earned, sold = value(now, now.profit), value(now, "revenue")
        margin = earned / sold if earned is not None and sold and of != "rest" else None
        cells += [money(earned, currency), percent(margin)]
    return (name, *cells)


def _change(found: SegmentGrowth | None, key: str, of: str, currency: str) -> list[str]:
    if found is None:
        return ["–", "–"]
    change = getattr(found, of) if of else found.parts[key]
    share = change / found.whole if found.material else None
    return [money(change, currency, sign=True), percent(share, 0)]

"""Which label of the file serves which canonical line, decided over all labels together."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from accountkit.errors import LineNotFound, StatementError
from accountkit.finance.statements.lines import FLOWS, LINES, STOCKS, label
from accountkit.i18n import _, listed
from accountkit.sources.imported import Mapped
from accountkit.sources.lines.names.exports import BESIDE_TOTAL, EITHER_STATEMENT
from accountkit.sources.lines.recognition import Match, normal, proposals
from accountkit.sources.lines.vocabulary import CORE, STAND_INS, TOTALS_FOR
from accountkit.sources.tables.layout import Layout, Series

SETTINGS = frozenset({"decimal", "unit", "currency", "fiscal_year_end", "sheet", "entity"})
"""Keys of a mapping that are no lines but say how the file is to be read; they are saved with it."""
_STAND_IN = {"revenue": "total_operating_revenue"}


@dataclass(frozen=True)
class Assignment:
    """The series of each line, best first; with concepts and repeated names a later one fills the gaps of the first."""

    series: dict[str, tuple[Series, ...]]
    mapping: tuple[Mapped, ...]
    unmapped: tuple[str, ...]
    proposals: dict[str, tuple[str, ...]]
    warnings: tuple[str, ...]


def shape_of(layout: Layout) -> str:
    """The form of a file as a short signature: its labels and orientation, whatever its values and periods are."""
    labels = sorted({normal(series.label) for series in layout.series})
    return hashlib.sha256("\n".join([layout.orientation, *labels]).encode()).hexdigest()[:16]


def checked(mapping: Mapping[str, str] | None) -> dict[str, str]:
    """A mapping given by a person, its keys verified. Raises `StatementError` for a key that is no line."""
    chosen = dict(mapping or {})
    for key in chosen:
        if key not in LINES and key not in SETTINGS:
            raise StatementError(
                _("“{line}” is not a statement line. Choose one of: {lines}.").format(
                    line=key[:60], lines=", ".join(LINES)
                )
            )
    return chosen


def assigned(layout: Layout, chosen: Mapping[str, str]) -> Assignment:
    """The lines of a layout: `chosen` (line → label) first, else the best-ranked name of each line.

    A label mapped to an empty text is a line that the person does not want. Raises `LineNotFound` if a chosen label is
    not in the file.
    """
    series = [s for s in layout.series if s.label]
    wanted = {line: column for line, column in chosen.items() if line not in SETTINGS}
    picked = {line: _picked(layout, series, line, column) for line, column in wanted.items() if column}
    taken = {id(s) for several in picked.values() for s in several}
    matches = [(s, m) for s in series if id(s) not in taken and (m := s.match)]
    found = _by_line(_owners_settled(_placed(matches), picked), wanted)
    warnings = _repeated(found)
    lines = {**{line: tuple(s for s, _m in pairs) for line, pairs in found.items()}, **picked}
    mapped = [Mapped(line, several[0].label, "chosen") for line, several in picked.items()]
    for line, pairs in found.items():
        mapped += [Mapped(line, s.label, m.reason, m.confidence) for s, m in _distinct(pairs)]
    for line, other in _STAND_IN.items():
        if line not in lines and other in lines and line not in wanted:
            lines[line] = lines[other]
            mapped.append(Mapped(line, lines[other][0].label, "stand_in", 0.6))
            warnings.append(
                _("{line} was read from “{label}”, because the file has no {line} of its own.").format(
                    line=label(line), label=lines[other][0].label
                )
            )
    used = {s.label for several in lines.values() for s in several}
    left = tuple(dict.fromkeys(s.label for s in series if s.label not in used and s.has_figures))
    warnings += [
        _(
            "“{label}” was read as {line}, because the names are similar. If that is wrong, correct it."
        ).format(label=m.label, line=label(m.line))
        for m in mapped
        if m.reason == "similar"
    ]
    mapped.sort(key=lambda m: list(LINES).index(m.line) if m.line in LINES else len(LINES))
    return Assignment(
        lines, tuple(mapped), left, {text: o for text in left if (o := proposals(text))}, tuple(warnings)
    )


def _picked(layout: Layout, series: Sequence[Series], line: str, column: str) -> tuple[Series, ...]:
    found = tuple(s for s in series if s.label == column) or tuple(
        s for s in series if normal(s.label) == normal(column)
    )
    if not found:
        raise LineNotFound(
            _("{name} has no “{column}” for {line}. Choose one of: {labels}.").format(
                name=layout.table.title, column=column[:80], line=label(line), labels=_shown(series)
            ),
            tuple(s.label for s in series),
            shape_of(layout),
        )
    return found[:1] if layout.orientation == "period_columns" else found


def _shown(series: Sequence[Series], most: int = 30) -> str:
    names = list(dict.fromkeys(s.label[:60] for s in series))
    return listed([f"“{name}”" for name in names[:most]]) + (" …" if len(names) > most else "")


def _placed(pairs: list[tuple[Series, Match]]) -> list[tuple[Series, Match]]:
    """Names that both statements use, by where they stand: after lines of the income statement they are its lines."""
    settled: list[tuple[Series, Match]] = []
    flow = False
    for series, match in pairs:
        meant = EITHER_STATEMENT.get(normal(series.label))
        if meant and match.line == "minority_interest" and flow:
            match = replace(match, line=meant, rank=match.rank + 40)
        elif match.line in FLOWS or match.line in STOCKS:
            flow = match.line in FLOWS and match.reason != "similar"
        settled.append((series, match))
    return _beside_total(settled)


def _beside_total(pairs: list[tuple[Series, Match]]) -> list[tuple[Series, Match]]:
    """股东权益 beside 总权益: the one is the parent's share of the other; in the forms of Hong Kong (溢利) it always is."""
    named = {normal(s.label) for s, m in pairs if m.line == "equity_total"}
    hong_kong = any("溢利" in s.label for s, _m in pairs)
    if not (hong_kong or named - BESIDE_TOTAL.keys()) or any(m.line == "equity" for _s, m in pairs):
        return pairs
    return [
        (s, replace(m, line=BESIDE_TOTAL.get(normal(s.label), m.line)) if m.line == "equity_total" else m)
        for s, m in pairs
    ]


def _owners_settled(
    pairs: list[tuple[Series, Match]], picked: Mapping[str, object]
) -> dict[str, list[tuple[Series, Match]]]:
    """Names such as "Net income" given to the parent's owners or to all owners, by what else the file has.

    They mean all owners where the file also names the parent's share or the minorities' share, or where the other
    statement is known for all owners only; else the parent's owners. Where the total has a name of its own beside them
    ("Net income including minorities"), they are the parent's.
    """
    lines: dict[str, list[tuple[Series, Match]]] = {}
    for series, match in pairs:
        if not match.either:
            lines.setdefault(match.line, []).append((series, match))
    have = set(lines) | set(picked)
    open_pairs = [(s, m) for s, m in pairs if m.either]
    minorities = {"minority_income", "minority_interest"} & have
    parents = {line for line in TOTALS_FOR if line in have}
    totals = {line for line in TOTALS_FOR.values() if line in have}
    opposite = {"net_income": "equity", "equity": "net_income"}
    open_equity = any(m.line == "equity" for _s, m in open_pairs)
    for series, match in open_pairs:
        other = opposite[match.line]
        total_only = TOTALS_FOR[other] in totals and other not in parents
        both_open = other == "equity" and open_equity and other not in parents
        named_total = match.either in totals and match.line not in parents
        everyone = match.line in parents or minorities or total_only or both_open
        if named_total:
            everyone = False
        elif match.line == "equity" and not everyone:
            everyone = not {"net_income", "net_income_common"} & have
        lines.setdefault(match.either if everyone else match.line, []).append((series, match))
    return lines


def _by_line(
    lines: dict[str, list[tuple[Series, Match]]], wanted: Mapping[str, str]
) -> dict[str, list[tuple[Series, Match]]]:
    """The series of each line that was not chosen or declined, the best name with figures first."""
    found: dict[str, list[tuple[Series, Match]]] = {}
    for line, pairs in lines.items():
        if line in wanted or line not in LINES:
            continue
        ordered = sorted(pairs, key=lambda pair: (not pair[0].has_figures, pair[1].rank))
        concepts = ordered[0][1].reason == "concept"
        first = normal(ordered[0][0].label)
        found[line] = [
            p for p in ordered if (concepts and p[1].reason == "concept") or normal(p[0].label) == first
        ]
    return found


def _distinct(pairs: list[tuple[Series, Match]]) -> list[tuple[Series, Match]]:
    seen: dict[str, tuple[Series, Match]] = {}
    for series, match in pairs:
        if series.has_figures:
            seen.setdefault(series.label, (series, match))
    return list(seen.values())


def _repeated(found: Mapping[str, list[tuple[Series, Match]]]) -> list[str]:
    """A name that stands in several rows with different figures: the first is taken, and that is said."""
    warnings = []
    for line, pairs in found.items():
        rows = [s for s, m in pairs if m.reason != "concept" and s.has_figures]
        values = {tuple((e.period.end, str(e.cell)) for e in s.entries) for s in rows}
        if len(values) > 1:
            warnings.append(
                _(
                    "“{label}” appears at {places}. {line} was read from the first; the others fill its blanks."
                ).format(label=rows[0].label, places=listed([s.place for s in rows]), line=label(line))
            )
    return warnings


def not_recognised(layout: Layout) -> LineNotFound:
    """The error for a file in which no line at all is known."""
    labels = tuple(s.label for s in layout.series if s.label)
    return LineNotFound(
        _(
            "No statement line was recognised in {name}. Labels read: {labels}. {words} Name these lines so, or choose each with LINE=LABEL."
        ).format(name=layout.table.title, labels=_shown(layout.series), words=four_words()),
        labels,
        shape_of(layout),
    )


def four_words() -> str:
    """What return on equity needs of a file, in the words by which it is found."""
    return _(
        "Return on equity needs four lines: Revenue (营业收入), Net income (净利润), Total assets (资产总计) and Equity (所有者权益合计)."
    )


def missing_core(lines: Mapping[str, object], name: str) -> list[str]:
    """A warning that names the lines that return on equity needs and the file does not have."""
    absent = [label(line) for line in CORE if not {line, *STAND_INS.get(line, ())} & set(lines)]
    if not absent:
        return []
    return [
        _(
            "{name} has no {lines}. {words} Choose one of its labels, or import the rest from another file."
        ).format(name=name, lines=listed(absent), words=four_words())
    ]

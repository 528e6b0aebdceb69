"""From a file to statements: what kind of file it is, which table is meant, and all that is said about it."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from accountkit.errors import StatementError
from accountkit.i18n import _, listed, paragraph
from accountkit.model.statement import Vintage
from accountkit.sources.cells.numerals import Mark
from accountkit.sources.cells.units import currency_named, unit_named
from accountkit.sources.files.delimited import delimiter_of, text_table
from accountkit.sources.files.filing_sheets import statement_sheets
from accountkit.sources.files.screening import screened
from accountkit.sources.imported import Imported
from accountkit.sources.kinds import data_set, tables_in, unpacked
from accountkit.sources.limits import content
from accountkit.sources.sec.companyfacts import companyfacts
from accountkit.sources.sec.one_of_data_set import one_of_data_set
from accountkit.sources.statements import mapping as mappings
from accountkit.sources.statements.assembly import statements
from accountkit.sources.statements.merging import merged
from accountkit.sources.statements.openings import with_openings, with_vintage
from accountkit.sources.statements.terms import Terms
from accountkit.sources.tables.companies import company_in, of_company
from accountkit.sources.tables.layout import Layout, texts
from accountkit.sources.tables.orientation import layout_of
from accountkit.sources.tables.placing import year_end_in, year_end_named
from accountkit.sources.tables.relative_periods import dated, relative_header
from accountkit.sources.tables.side_by_side import unfolded
from accountkit.sources.tables.table import Table
from accountkit.sources.xbrl.reading import xbrl

MARKS: dict[str, Mark] = {".": ".", ",": ","}


@dataclass(frozen=True)
class Wishes:
    """What the person stated about a file; it outranks what the file says and what is guessed."""

    mapping: dict[str, str]
    entity: str | None = None
    currency: str | None = None
    unit: float | None = None
    fiscal_year_end: str | None = None
    decimal: Mark | None = None
    sheet: str | None = None
    vintage: Vintage = "as_last_filed"


def read(
    source: str | Path | bytes,
    name: str = "",
    *,
    mapping: Mapping[str, str] | None = None,
    ticker: str | None = None,
    entity: str | None = None,
    currency: str | None = None,
    unit: float | str | None = None,
    fiscal_year_end: str | None = None,
    vintage: Vintage = "as_last_filed",
) -> Imported:
    """The annual statements in a file (a path, or its bytes with the `name` that it had).

    Reads CSV, XLSX, .xls, SEC companyfacts (JSON, plain or gzip), XBRL instances and inline XBRL (plain, gzip, or in a
    report's zip), tables with many companies and quarters of the SEC's data sets (zip), of which `ticker` or `entity`
    chooses one. `mapping` is line → label and outranks recognition; it may also hold ``decimal``, ``unit``,
    ``currency``, ``sheet``, ``entity`` and ``fiscal_year_end``. A bare year ends on `fiscal_year_end` (``05-31``).
    Of several filings of a year `vintage` says which counts. Values come in whole units of the currency. Raises
    `StatementError` and its kinds, each with what to do.
    """
    name = name or (Path(source).name if isinstance(source, str | Path) else "")
    wishes = _wishes(mapping, ticker or entity, currency, unit, fiscal_year_end, vintage)
    if (quarter := data_set(source, name)) is not None:
        return one_of_data_set(quarter, name, wishes.entity, wishes.currency, wishes.mapping, wishes.vintage)
    return _read(content(source, name), name, wishes)


def paste(
    text: str,
    name: str = "",
    *,
    mapping: Mapping[str, str] | None = None,
    entity: str | None = None,
    currency: str | None = None,
    unit: float | str | None = None,
    fiscal_year_end: str | None = None,
) -> Imported:
    """The annual statements in text copied from a spreadsheet or a page (cells separated by tabs); else as `read`."""
    name = name or _("clipboard")
    wishes = _wishes(mapping, entity, currency, unit, fiscal_year_end)
    data = content(text.encode("utf-8", "replace"), name)
    return _from_text(data.decode("utf-8"), name, wishes)


def shape_of(source: str | Path | bytes, name: str = "", *, entity: str | None = None) -> str:
    """The form of a file, for finding a mapping that was saved for it before reading; blank for a filing's JSON."""
    name = name or (Path(source).name if isinstance(source, str | Path) else "")
    if data_set(source, name) is not None:
        return ""
    tables = tables_in(unpacked(content(source, name), name), name)
    if tables is None:
        return ""
    forms = [
        form
        for table in tables[0]
        if (form := layout_of(of_company(table, entity)[0], frozenset())) is not None
    ]
    return _shape(forms)


def _wishes(
    mapping: Mapping[str, str] | None,
    entity: str | None,
    currency: str | None,
    unit: float | str | None,
    fiscal_year_end: str | None,
    vintage: Vintage = "as_last_filed",
) -> Wishes:
    chosen = mappings.checked(mapping)
    unit = unit if unit is not None else chosen.get("unit")
    currency = currency or chosen.get("currency")
    year_end = fiscal_year_end or chosen.get("fiscal_year_end")
    if year_end:
        year_end_named(year_end)
    decimal = chosen.get("decimal")
    if decimal is not None and decimal not in MARKS:
        raise StatementError(
            _("“{mark}” is not a decimal mark. Use decimal=. or decimal=,").format(mark=decimal[:20])
        )
    return Wishes(
        chosen,
        entity or chosen.get("entity"),
        currency_named(currency) if currency else None,
        unit_named(unit) if unit is not None else None,
        year_end,
        MARKS.get(decimal or ""),
        chosen.get("sheet"),
        vintage,
    )


def _read(data: bytes, name: str, wishes: Wishes) -> Imported:
    data = unpacked(data, name)
    tables = tables_in(data, name)
    if tables is None:
        is_json = data.lstrip(codecs.BOM_UTF8).lstrip()[:1] in (b"{", b"[")
        reader = companyfacts if is_json else xbrl
        return reader(data, name, wishes.currency, wishes.mapping, wishes.vintage)
    return _from_tables(tables[0], name, wishes, tables[1])


def _from_text(text: str, name: str, wishes: Wishes) -> Imported:
    delimiter = delimiter_of(text)
    return _from_tables([text_table(text, name, delimiter)], name, wishes, delimiter)


def _from_tables(tables: list[Table], name: str, wishes: Wishes, delimiter: str) -> Imported:
    tables, registrant = statement_sheets(tables) if wishes.sheet is None else (tables, "")
    tables = _of_sheet(tables, name, wishes.sheet)
    titles = [t for table in tables for t in texts(table, range(min(len(table.rows), 6)))]
    tables = [unfolded(dated(table, titles)) for table in tables]
    chosen = frozenset(column for line, column in wishes.mapping.items() if line not in mappings.SETTINGS)
    read_ones: list[tuple[Layout, str, tuple[str, ...]]] = []
    left: list[str] = []
    for table in tables:
        rows, entity, entities = of_company(table, wishes.entity)
        form = layout_of(rows, chosen)
        if form is None or not (form.recognised or any(s.label in chosen for s in form.series)):
            left.append(table.sheet or name)
            continue
        read_ones.append((form, entity, entities))
    if not read_ones:
        raise _nothing_understood(tables, name, wishes)
    warnings = [_("Sheet “{sheet}” has no recognised lines and was skipped.").format(sheet=s) for s in left]
    return _imported(read_ones, name, wishes, delimiter, warnings, registrant)


def _of_sheet(tables: list[Table], name: str, sheet: str | None) -> list[Table]:
    if sheet is None:
        return tables
    found = [table for table in tables if table.sheet.casefold() == sheet.casefold()]
    if not found:
        raise StatementError(
            _("{name} has no sheet “{sheet}”. Choose one of: {sheets}.").format(
                name=name, sheet=sheet[:60], sheets=listed([t.sheet for t in tables if t.sheet])
            )
        )
    return found


def _nothing_understood(tables: list[Table], name: str, wishes: Wishes) -> StatementError:
    for table in tables:
        form = layout_of(of_company(table, wishes.entity)[0], frozenset())
        if form is not None and form.series:
            return mappings.not_recognised(form)
    for table in tables:
        if header := relative_header(table):
            raise StatementError(
                _(
                    "{name}: “{header}” names no year. Write the year above the table (2024年度, 2024-12-31), or in the header."
                ).format(name=name, header=header[:40])
            )
    shown = [str(cell)[:40] for row in tables[0].rows[:2] for cell in row[:8] if cell is not None]
    return StatementError(
        _(
            "{name} has no periods. It begins with {cells}. Put years or period ends (2024, 2024-12-31) in one row or column, and line names next to them."
        ).format(name=name, cells=listed([f"“{text}”" for text in shown]))
    )


def _shape(forms: list[Layout]) -> str:
    return "-".join(mappings.shape_of(form) for form in forms[:4])


def _imported(
    read_ones: list[tuple[Layout, str, tuple[str, ...]]],
    name: str,
    wishes: Wishes,
    delimiter: str,
    warnings: list[str],
    registrant: str = "",
) -> Imported:
    forms = [form for form, _entity, _entities in read_ones]
    form = merged(forms)
    assignment = mappings.assigned(form, wishes.mapping)
    terms = Terms(
        name,
        form.titles,
        wishes.unit,
        wishes.currency,
        wishes.fiscal_year_end or year_end_in(form.titles),
        wishes.decimal,
        delimiter,
        any(f.table.is_chinese for f in forms),
        warnings,
        vintage=wishes.vintage,
    )
    years, interim = screened(statements(assignment, terms), form, terms)
    found = with_vintage(with_openings(years, form), terms)
    if not found:
        raise StatementError(
            _(
                "{name} has no annual figures: the recognised lines are blank or not full years. {warnings}"
            ).format(name=name, warnings=paragraph(*terms.warnings[:3]))
        )
    notes = (*terms.warnings, *assignment.warnings, *mappings.missing_core(assignment.series, name))
    return Imported(
        found,
        assignment.mapping,
        assignment.unmapped,
        tuple(dict.fromkeys(notes)),
        next((e for _f, e, _n in read_ones if e), registrant or company_in(form.titles)),
        "long" if form.orientation == "long" else "table",
        name,
        next(iter(found.values())).currency,
        _shape(forms),
        entities=next((n for _f, _e, n in read_ones if n), ()),
        proposals=assignment.proposals,
        interim=with_vintage(interim, terms) if interim else {},
    )

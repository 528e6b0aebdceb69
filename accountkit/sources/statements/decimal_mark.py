"""The decimal mark of a file: as stated, else as its figures prove; what could be either is asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accountkit.errors import StatementError
from accountkit.i18n import _
from accountkit.sources.cells.cell import Cell
from accountkit.sources.cells.numerals import Mark, is_open, plain, proofs
from accountkit.sources.statements.mapping import Assignment
from accountkit.sources.statements.terms import Terms
from accountkit.sources.tables.layout import Entry


def decimal_mark(assignment: Assignment, terms: Terms) -> Mark:
    """The decimal mark: as stated, else as the figures prove; two proofs against each other are an error."""
    if terms.decimal:
        return terms.decimal
    entries = [e for several in assignment.series.values() for s in several for e in s.entries]
    proven = proofs((e.cell, e.place) for e in entries)
    if len(proven) == 2:
        raise _two_ways(terms, proven["."], proven[","])
    if proven:
        return _undisputed(next(iter(proven)), proven, entries, terms)
    unclear = next((e for e in entries if is_open(e.cell) and "." in str(e.cell)), None)
    if unclear and terms.delimiter == ";":
        raise StatementError(
            _(
                "{name}, {place}: “{value}” can be thousands or decimals. Write all numbers of the file one way, such as 1,234.5, and choose it again. On the command line, --map decimal=. or --map decimal=, says which."
            ).format(name=terms.source, place=unclear.place, value=str(unclear.cell)[:40])
        )
    if unclear:
        terms.warn(
            _("{name}: points in numbers such as “{value}” were read as decimal points.").format(
                name=terms.source, value=str(unclear.cell)[:40]
            )
        )
    return "."


def _undisputed(
    mark: Mark, proven: Mapping[Mark, tuple[Cell, str]], entries: Sequence[Entry], terms: Terms
) -> Mark:
    """The proven mark; a decimal comma is asked about where other cells use the comma as one does between thousands."""
    grouped = next((e for e in entries if is_open(e.cell) and "," in plain(str(e.cell))), None)
    if mark == "," and grouped:
        raise _two_ways(terms, (grouped.cell, grouped.place), proven[","])
    return mark


def _two_ways(terms: Terms, *found: tuple[Cell, str]) -> StatementError:
    """That two cells, each with its place, write numbers in two ways."""
    (first, place), (second, other) = found
    return StatementError(
        _(
            "{name} writes numbers in two ways: {first} at {place} and {second} at {other}. Write all numbers of the file one way, such as 1,234.5, and choose it again. On the command line, --map decimal=. or --map decimal=, says which."
        ).format(name=terms.source, first=str(first)[:40], place=place, second=str(second)[:40], other=other)
    )

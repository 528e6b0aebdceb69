"""The catalogue of our own offers as CSV, and back: one row an offer, read by people and by spreadsheets.

Columns: id, name, name_zh, metric, process, kpi, kind, change_low, change_base, change_high, share, ramp_years,
one_off_low … one_off_high, running_low … running_high, currency, years_of_use, degree, case. All but name may be left
out; an id is made from the name where it is missing, and spelled as one where it has other signs than ids have.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from accountkit.errors import InvalidEdit, StatementError
from accountkit.finance.levers.kinds import KINDS
from accountkit.i18n import _
from accountkit.model.offers import CatalogueOffer
from accountkit.model.reasons import first_error
from accountkit.model.slugs import key_of, slug_of
from accountkit.sources.cells.formulas import as_written, neutralised
from accountkit.sources.cells.typed import typed_value
from accountkit.sources.limits import content

SPANS = {"change": "change", "one_off": "one_off", "running": "running_cost"}
ENDS = ("low", "base", "high")
PLAIN = (
    "name",
    "name_zh",
    "metric",
    "process",
    "kpi",
    "kind",
    "share",
    "ramp_years",
    "currency",
    "years_of_use",
    "degree",
    "case",
)
NUMBERS = frozenset(
    {"share", "ramp_years", "years_of_use", *(f"{span}_{end}" for span in SPANS for end in ENDS)}
)
COLUMNS = (
    "id",
    *PLAIN[:6],
    *(f"change_{end}" for end in ENDS),
    "share",
    "ramp_years",
    *(f"{span}_{end}" for span in ("one_off", "running") for end in ENDS),
    "currency",
    "years_of_use",
    "degree",
    "case",
)


def read_catalogue(source: str | Path | bytes) -> dict[str, CatalogueOffer]:
    """The offers of a CSV file by id. Raises `StatementError` with the row, the column and the value that are wrong."""
    name = str(source) if isinstance(source, str | Path) else "CSV"
    data = content(source, name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
    rows = csv.DictReader(io.StringIO(text))
    unknown = [column for column in rows.fieldnames or () if column not in COLUMNS]
    if "name" not in (rows.fieldnames or ()) or unknown:
        raise StatementError(
            _("{file} is not a catalogue: {problem}. The columns of a catalogue are: {columns}.").format(
                file=name,
                columns=", ".join(COLUMNS),
                problem=_("it has unknown columns {names}").format(names=", ".join(unknown))
                if unknown
                else _("it has no column “name”"),
            )
        )
    offers: dict[str, CatalogueOffer] = {}
    for line, row in enumerate(rows, start=2):
        if any((value or "").strip() for value in row.values() if isinstance(value, str)):
            key, offer = _offer(row, name, line)
            if key in offers:
                raise StatementError(
                    _("{file}, row {row}: the id “{id}” is used twice. Change one of them.").format(
                        file=name, row=line, id=key
                    )
                )
            offers[key] = offer
    if not offers:
        raise StatementError(
            _("{file} has no offerings. The columns of a catalogue are: {columns}.").format(
                file=name, columns=", ".join(COLUMNS)
            )
        )
    return offers


def _offer(row: Mapping[str | None, Any], name: str, line: int) -> tuple[str, CatalogueOffer]:
    values = {
        column: as_written(value)
        for column, value in row.items()
        if column is not None and value and value.strip()
    }
    if values.get("kind", "cost_of_revenue_percent") not in KINDS:
        raise _wrong(
            name,
            line,
            "kind",
            values["kind"],
            _("it must be one of {expected}").format(expected=", ".join(KINDS)),
        )
    numbers = {column: _number(values[column], name, line, column) for column in NUMBERS & values.keys()}
    record: dict[str, float | str | dict[str, float]] = {
        column: numbers.get(column, values[column]) for column in PLAIN if column in values
    }
    for span, field in SPANS.items():
        record[field] = {end: numbers[f"{span}_{end}"] for end in ENDS if f"{span}_{end}" in numbers}
    try:
        key = key_of(values["id"], "offer") if "id" in values else slug_of(values.get("name", ""), "offer")
        return key, CatalogueOffer.model_validate(record)
    except ValidationError as error:
        place, value, reason = first_error(error)
        raise _wrong(name, line, place, str(value), reason) from error


def _number(text: str, name: str, line: int, column: str) -> float:
    try:
        value = typed_value(text)
    except InvalidEdit as error:
        raise _wrong(name, line, column, text, error.reason) from error
    if value is None:
        raise _wrong(name, line, column, text, _("a number is expected"))
    return value


def _wrong(name: str, line: int, column: str, value: str, reason: str) -> StatementError:
    return StatementError(
        _("{file}, row {row}, column {column}: “{value}” was not imported: {reason}.").format(
            file=name, row=line, column=column, value=value[:80], reason=reason
        )
    )


def write_catalogue(offers: Mapping[str, CatalogueOffer]) -> str:
    """The catalogue as CSV text. A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for key, offer in offers.items():
        row = {"id": key, **{column: getattr(offer, column) for column in PLAIN}}
        for span, field in SPANS.items():
            row |= {f"{span}_{end}": getattr(getattr(offer, field), end) for end in ENDS}
        writer.writerow({column: _safe(value) for column, value in row.items()})
    return stream.getvalue()


def _safe(value: object) -> object:
    if isinstance(value, str):
        return neutralised(value)
    return "" if value is None else repr(value)

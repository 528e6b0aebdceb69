"""A quarter of the SEC's Financial Statement Data Sets: a zip of sub, num, tag and pre.

``sub`` has one row per filing, ``num`` one per value. Annual reports only (10-K, 20-F, 40-F and amendments); values of a
segment or of a co-registrant belong to a part of the company and are left out. ``ddate`` is rounded to the end of a
month by the SEC, ``qtrs`` counts quarters: 4 for a year, 0 for a balance. Layout: https://www.sec.gov/files/aqfs.pdf
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import IO, TYPE_CHECKING

import numpy as np
import pandas as pd

from accountkit.errors import FileTooLarge, StatementError, UnreadableFile
from accountkit.i18n import _, number
from accountkit.sources.limits import LARGEST_SECTOR_EXPANSION, MEGABYTE, check_expansion
from accountkit.sources.lines.concepts import BANK_REVENUE, GROSS_BANK_REVENUE, ORDER
from accountkit.sources.sec.filings import Filings, in_one_currency
from accountkit.sources.sec.selection import filing, selected
from accountkit.sources.tables.facts import ANNUAL_FORMS, Fact

if TYPE_CHECKING:
    from typing_extensions import Buffer

_SUB = ("adsh", "cik", "name", "sic", "form", "period", "filed")
_NUM = ("adsh", "tag", "version", "ddate", "qtrs", "uom", "segments", "coreg", "value")
_CHUNK = 400_000
_IDENTITY = ("company", "period_end", "name", "industry", "currency", "adsh", "filed")
_YEAR = dt.timedelta(days=364)
_OPTIONAL = frozenset({"segments", "coreg"})


def is_data_set(opened: zipfile.ZipFile) -> bool:
    """Whether a zip archive has the files of a data set."""
    return {"sub", "num"} <= {_stem(path) for path in opened.namelist()}


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()


def financial_data_sets(opened: zipfile.ZipFile, name: str) -> pd.DataFrame:
    """One row per company and period with the canonical lines of its annual reports, NaN where missing.

    Which value stands for a line and a year is decided as for a single company (`selection`): of several filings (an
    amendment) the value filed last, in the currency that most values of the filing are in.
    """
    check_expansion(opened, name, LARGEST_SECTOR_EXPANSION)
    filings = annual_reports(opened, name)
    facts = _facts(_values(opened, name, filings), filings)
    columns = (filings[c].tolist() for c in ("adsh", "name", "sic"))
    companies = {adsh: (title, industry) for adsh, title, industry in zip(*columns, strict=True)}
    rows = [
        row
        for company, own in facts.items()
        for row in _rows(in_one_currency(own, name, company, None, ORDER), company, companies)
    ]
    table = pd.DataFrame(rows, columns=[*_IDENTITY, *ORDER])
    table = table.dropna(axis="columns", how="all") if rows else table
    for column in ("period_end", "filed"):
        table[column] = pd.to_datetime(table[column])
    return table


def _facts(values: pd.DataFrame, filings: pd.DataFrame) -> dict[str, list[Fact]]:
    """The facts of each company; a year is taken to begin 364 days before its rounded end."""
    origin = {
        adsh: (company, form, _date(filed))
        for adsh, company, form, filed in zip(
            *(filings[c].tolist() for c in ("adsh", "cik", "form", "filed")), strict=True
        )
    }
    found: dict[str, list[Fact]] = defaultdict(list)
    columns = (values[c].tolist() for c in ("adsh", "tag", "version", "ddate", "qtrs", "uom", "value"))
    for adsh, tag, version, ddate, quarters, unit, value in zip(*columns, strict=True):
        company, form, filed = origin[adsh]
        end = _date(ddate)
        if filed and end:
            concept = f"{'us-gaap' if version.startswith('us-gaap') else 'ifrs-full'}:{tag}"
            start = end - _YEAR if quarters == 4 else None
            found[company].append(Fact(concept, start, end, value, unit, form, adsh, filed))
    return found


@lru_cache(maxsize=10_000)
def _date(number: int) -> dt.date | None:
    """The day of ``20101231``; None if it is not a day."""
    try:
        return dt.date(number // 10000, number // 100 % 100, number % 100)
    except ValueError:
        return None


def _rows(
    filings: Filings, company: str, companies: Mapping[str, tuple[str, str]]
) -> Iterator[dict[str, object]]:
    for end, lines in selected(filings).items():
        last = max((chosen.fact for chosen in lines.values()), key=filing)
        title, industry = companies[last.accession]
        yield {
            "company": company,
            "period_end": end,
            "name": title,
            "industry": industry,
            "currency": filings.currency,
            "adsh": last.accession,
            "filed": last.filed,
            **{line: chosen.value for line, chosen in lines.items()},
        }


def facts_of(opened: zipfile.ZipFile, name: str, reports: pd.DataFrame) -> list[Fact]:
    """The facts of some reports (`annual_reports`), of whole companies, for a year or a day."""
    return [fact for own in _facts(_values(opened, name, reports), reports).values() for fact in own]


def annual_reports(opened: zipfile.ZipFile, name: str) -> pd.DataFrame:
    """The annual reports of a quarter, one row each: ``adsh``, ``cik``, ``name``, ``sic``, ``form``, ``period``, ``filed``."""
    filings = pd.concat(_chunks(opened, name, "sub", _SUB))
    filings = filings[filings["form"].isin(ANNUAL_FORMS)].drop_duplicates("adsh", keep="last")
    for column in ("period", "filed"):
        filings[column] = pd.to_numeric(filings[column], errors="coerce")
    return filings.dropna(subset=["period", "filed"]).astype({"period": int, "filed": int})


def _values(opened: zipfile.ZipFile, name: str, filings: pd.DataFrame) -> pd.DataFrame:
    """The values of whole companies for a year or a day, of the concepts that are used."""
    wanted = {tag for tags in (*ORDER.values(), BANK_REVENUE, GROSS_BANK_REVENUE) for tag in tags}
    kept = []
    for chunk in _chunks(opened, name, "num", _NUM):
        for column, used in (("adsh", filings["adsh"]), ("qtrs", ("0", "4")), ("tag", wanted)):
            chunk = chunk[chunk[column].isin(used)]
        whole = chunk["segments"].isna() & chunk["coreg"].isna() & chunk["value"].notna()
        money = chunk["uom"].str.fullmatch("[A-Z]{3}").fillna(False).astype(bool)
        standard = chunk["version"].str.startswith(("us-gaap", "ifrs")).fillna(False).astype(bool)
        kept.append(chunk[whole & money & standard])
    values = pd.concat(kept, ignore_index=True)
    values["value"] = _numeric(values["value"], name, "value")
    values["ddate"] = _numeric(values["ddate"], name, "ddate").astype(int)
    values["qtrs"] = values["qtrs"].astype(int)
    return values


def _numeric(column: pd.Series, name: str, what: str) -> pd.Series:
    numbers = pd.to_numeric(column, errors="coerce")
    bad = numbers.isna() | ~np.isfinite(numbers)
    if bad.any():
        raise UnreadableFile(
            _("{name}, num: “{value}” in column {column} is not a number. Download the file again.").format(
                name=name, value=str(column[bad].iloc[0])[:40], column=what
            )
        )
    return numbers


def _chunks(
    opened: zipfile.ZipFile, name: str, stem: str, columns: tuple[str, ...]
) -> Iterator[pd.DataFrame]:
    """The rows of one file of the data set as text, in portions, with the columns that are used."""
    path = next(p for p in opened.namelist() if _stem(p) == stem)
    try:
        with opened.open(path) as stream:
            portions = pd.read_csv(
                io.BufferedReader(_Counted(stream, name)),
                sep="\t",
                dtype=str,
                quoting=csv.QUOTE_NONE,
                encoding="utf-8",
                encoding_errors="replace",
                usecols=lambda c: c in columns,
                chunksize=_CHUNK,
                on_bad_lines="skip",
            )
            for portion in portions:
                missing = [c for c in columns if c not in portion.columns and c not in _OPTIONAL]
                if missing:
                    raise UnreadableFile(
                        _(
                            "{name}, {part}: the columns {missing} are missing. Download the file again."
                        ).format(name=name, part=path, missing=", ".join(missing))
                    )
                yield portion.reindex(columns=list(columns))
    except StatementError:
        raise
    except Exception as error:  # a damaged archive fails with whatever its broken offsets lead to
        raise UnreadableFile(
            _("{name}, {part} is damaged or empty ({reason}). Download the file again.").format(
                name=name, part=path, reason=str(error)[:80]
            )
        ) from error


class _Counted(io.RawIOBase):
    """A stream that stops where a zip bomb would go on."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self.stream, self.name, self.left = stream, name, LARGEST_SECTOR_EXPANSION

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        free = memoryview(buffer)
        data = self.stream.read(len(free))
        self.left -= len(data)
        if self.left < 0:
            raise FileTooLarge(
                _("{name} unpacks to more than {limit} MB and was not read. Choose a smaller file.").format(
                    name=self.name, limit=number(LARGEST_SECTOR_EXPANSION / MEGABYTE, 0)
                )
            )
        free[: len(data)] = data
        return len(data)

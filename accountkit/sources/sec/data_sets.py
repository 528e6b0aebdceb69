"""A quarter of the SEC's Financial Statement Data Sets: a zip of sub, num, tag and pre.

``sub`` has one row per filing, ``num`` one per value. Annual reports only (10-K, 20-F, 40-F and amendments); values of a
segment or of a co-registrant belong to a part of the company and are left out. ``ddate`` is rounded to the end of a
month by the SEC, ``qtrs`` counts quarters: 4 for a year, 0 for a balance. Layout: https://www.sec.gov/files/aqfs.pdf
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

import numpy as np
import pandas as pd

from accountkit.errors import FileTooLarge, StatementError, UnreadableFile
from accountkit.i18n import _, number
from accountkit.sources.limits import LARGEST_SECTOR_EXPANSION, MEGABYTE, check_expansion
from accountkit.sources.lines.concepts import BALANCES, BANK_REVENUE, ORDER
from accountkit.sources.tables.facts import ANNUAL_FORMS

if TYPE_CHECKING:
    from typing_extensions import Buffer

_SUB = ("adsh", "cik", "name", "sic", "form", "period", "filed")
_NUM = ("adsh", "tag", "version", "ddate", "qtrs", "uom", "segments", "coreg", "value")
_CHUNK = 400_000
_OPTIONAL = frozenset({"segments", "coreg"})


def is_data_set(opened: zipfile.ZipFile) -> bool:
    """Whether a zip archive has the files of a data set."""
    return {"sub", "num"} <= {_stem(path) for path in opened.namelist()}


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()


def financial_data_sets(opened: zipfile.ZipFile, name: str) -> pd.DataFrame:
    """One row per company and period with the canonical lines of its annual reports, NaN where missing.

    A company that filed twice (an amendment) counts with the value filed last. Figures are in the currency that most
    values of the filing are in.
    """
    check_expansion(opened, name, LARGEST_SECTOR_EXPANSION)
    filings = _filings(opened, name)
    values = _values(opened, name, filings)
    values = _in_reporting_currency(values)
    values = values.merge(filings, on="adsh").sort_values(["filed", "adsh"], kind="stable")
    values = values[_on_year_end(values["ddate"], values["period"])]
    lines = _pivoted(values)
    identity = values.groupby(["cik", "ddate"], sort=False).agg(
        name=("name", "last"),
        industry=("sic", "last"),
        currency=("uom", "last"),
        adsh=("adsh", "last"),
        filed=("filed", "last"),
    )
    table = identity.join(lines).reset_index().rename(columns={"cik": "company", "ddate": "period_end"})
    table["period_end"] = pd.to_datetime(table["period_end"].astype(str), format="%Y%m%d", errors="coerce")
    table["filed"] = pd.to_datetime(table["filed"], format="%Y%m%d", errors="coerce")
    return table.dropna(subset="period_end")


def _filings(opened: zipfile.ZipFile, name: str) -> pd.DataFrame:
    filings = pd.concat(_chunks(opened, name, "sub", _SUB))
    filings = filings[filings["form"].isin(ANNUAL_FORMS)].drop_duplicates("adsh", keep="last")
    for column in ("period", "filed"):
        filings[column] = pd.to_numeric(filings[column], errors="coerce")
    return filings.dropna(subset=["period", "filed"]).astype({"period": int, "filed": int})


def _values(opened: zipfile.ZipFile, name: str, filings: pd.DataFrame) -> pd.DataFrame:
    """The values of whole companies for a year or a day, of the concepts that are used."""
    wanted = {tag for tags in ORDER.values() for tag in tags} | set(BANK_REVENUE)
    kept = []
    for chunk in _chunks(opened, name, "num", _NUM):
        chunk = chunk[
            chunk["tag"].isin(wanted) & chunk["adsh"].isin(filings["adsh"]) & chunk["qtrs"].isin(("0", "4"))
        ]
        whole = chunk["segments"].isna() & chunk["coreg"].isna() & chunk["value"].notna()
        money = chunk["uom"].str.fullmatch("[A-Z]{3}").fillna(False).astype(bool)
        standard = chunk["version"].str.startswith(("us-gaap", "ifrs")).fillna(False).astype(bool)
        kept.append(chunk[whole & money & standard])
    values = pd.concat(kept, ignore_index=True)
    values["value"] = _numeric(values["value"], name, "value")
    values["ddate"] = _numeric(values["ddate"], name, "ddate").astype(int)
    values["qtrs"] = values["qtrs"].astype(int)
    return values[["adsh", "tag", "ddate", "qtrs", "uom", "value"]]


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


def _in_reporting_currency(values: pd.DataFrame) -> pd.DataFrame:
    counted = values.groupby(["adsh", "uom"], as_index=False).size()
    counted["foreign"] = counted["uom"] != "USD"
    chosen = counted.sort_values(["size", "foreign"]).drop_duplicates("adsh", keep="last")
    return values.merge(chosen[["adsh", "uom"]], on=["adsh", "uom"])


def _on_year_end(ddate: pd.Series, period: pd.Series) -> pd.Series:
    """Whether a date is the filing's own year end, or that of up to three years before."""
    months = (period // 10000 * 12 + period // 100 % 100) - (ddate // 10000 * 12 + ddate // 100 % 100)
    return months.isin((0, 12, 24, 36))


def _pivoted(values: pd.DataFrame) -> pd.DataFrame:
    """The lines as columns: of several concepts the first in the declared order, of several filings the last."""
    order = {tag: (line, rank) for line, tags in ORDER.items() for rank, tag in enumerate(tags)}
    known = values[values["tag"].isin(order)].copy()
    known["line"] = known["tag"].map(lambda tag: order[tag][0])
    known["rank"] = known["tag"].map(lambda tag: order[tag][1])
    known = known[(known["qtrs"] == 0) == known["line"].isin(BALANCES)]
    first = known.sort_values("rank", kind="stable", ascending=False).drop_duplicates(
        ["cik", "ddate", "line", "rank"], keep="last"
    )
    first = first.drop_duplicates(["cik", "ddate", "line"], keep="last")
    lines = first.pivot(index=["cik", "ddate"], columns="line", values="value")
    return _with_bank_revenue(lines, values)


def _with_bank_revenue(lines: pd.DataFrame, values: pd.DataFrame) -> pd.DataFrame:
    """The revenue of banks that tag no total: net interest income plus noninterest income."""
    parts = values[values["tag"].isin(BANK_REVENUE) & (values["qtrs"] == 4)]
    parts = parts.drop_duplicates(["cik", "ddate", "tag"], keep="last").pivot(
        index=["cik", "ddate"], columns="tag", values="value"
    )
    if set(BANK_REVENUE) <= set(parts.columns):
        total = parts[list(BANK_REVENUE)].sum(axis=1, skipna=False)
        lines["revenue"] = (
            lines["revenue"].fillna(total) if "revenue" in lines else total.reindex(lines.index)
        )
    return lines


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

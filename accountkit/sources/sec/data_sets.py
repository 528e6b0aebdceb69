"""A quarter of the SEC's Financial Statement Data Sets: a zip of sub, num, tag and pre.

``sub`` has one row per filing, ``num`` one per value. Annual reports only (10-K, 20-F, 40-F and amendments); values of a
segment or of a co-registrant belong to a part of the company and are never its own. ``ddate`` is rounded to the end of a
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
from accountkit.sources.lines.concepts import BESIDE, ORDER
from accountkit.sources.sec.filings import OPENED, Filings, filing, in_one_currency
from accountkit.sources.sec.presentation import COLUMNS, Named, named_tags
from accountkit.sources.sec.selection import selected
from accountkit.sources.sec.years import INFLATION
from accountkit.sources.tables.facts import ANNUAL_FORMS, OWN, Fact

if TYPE_CHECKING:
    from typing_extensions import Buffer

_SUB = ("adsh", "cik", "name", "sic", "form", "period", "filed")
_NUM = ("adsh", "tag", "version", "ddate", "qtrs", "uom", "segments", "coreg", "value")
_BLOCK = 32 * MEGABYTE
TAXONOMIES = {"us-gaap": "us-gaap", "ifrs": "ifrs-full"}
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
    named = own_tags(opened, name, filings)
    facts = facts_by_company(values_of(opened, name, filings, named), filings)
    columns = (filings[c].tolist() for c in ("adsh", "name", "sic"))
    companies = {adsh: (title, industry) for adsh, title, industry in zip(*columns, strict=True)}
    rows = [
        row
        for company, own in facts.items()
        for row in _rows(in_one_currency(own, name, company, None, _orders(own, named)), company, companies)
    ]
    table = pd.DataFrame(rows, columns=[*_IDENTITY, *ORDER, *(f"{line}_opening" for line in OPENED)])
    table = table.dropna(axis="columns", how="all") if rows else table
    for column in ("period_end", "filed"):
        table[column] = pd.to_datetime(table[column])
    return table


def facts_by_company(values: pd.DataFrame, filings: pd.DataFrame) -> dict[str, list[Fact]]:
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
            concept = f"{_taxonomy(version)}:{tag}"
            start = end - _YEAR if quarters == 4 else None
            found[company].append(Fact(concept, start, end, value, unit, form, adsh, filed))
    return found


def _taxonomy(version: str) -> str:
    """The taxonomy of a tag; a filing's own tag has the filing as its version."""
    return next((name for start, name in TAXONOMIES.items() if version.startswith(start)), OWN)


def own_tags(opened: zipfile.ZipFile, name: str, filings: pd.DataFrame) -> Named:
    """The lines of tags that annual reports made themselves; empty if the data set has no presentation."""
    if not any(_stem(path) == "pre" for path in opened.namelist()):
        return {}
    return named_tags(_chunks(opened, name, "pre", COLUMNS, set(filings["adsh"])))


def _orders(facts: list[Fact], named: Named) -> dict[str, tuple[str, ...]]:
    """The order of concepts for one company: its own tags come after those of the taxonomies."""
    own = own_concepts(facts, named)
    return {**ORDER, **{line: (*ORDER[line], *tags) for line, tags in own.items()}} if own else ORDER


def own_concepts(facts: list[Fact], named: Named) -> dict[str, list[str]]:
    """The tags that the filings of one company made themselves, by line."""
    own: dict[str, list[str]] = defaultdict(list)
    for accession in dict.fromkeys(fact.accession for fact in facts) if named else ():
        for tag, line in named.get(accession, {}).items():
            own[line].append(tag)
    return dict(own)


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
    for end, year in selected(filings).items():
        lines = year.lines
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
            **{f"{line}_opening": year.opening[line].value for line in OPENED if line in year.opening},
        }


def annual_reports(opened: zipfile.ZipFile, name: str) -> pd.DataFrame:
    """The annual reports of a quarter, one row each: ``adsh``, ``cik``, ``name``, ``sic``, ``form``, ``period``, ``filed``."""
    filings = pd.concat(_chunks(opened, name, "sub", _SUB))
    filings = filings[filings["form"].isin(ANNUAL_FORMS)].drop_duplicates("adsh", keep="last")
    for column in ("period", "filed"):
        filings[column] = pd.to_numeric(filings[column], errors="coerce")
    return filings.dropna(subset=["period", "filed"]).astype({"period": int, "filed": int})


def values_of(
    opened: zipfile.ZipFile,
    name: str,
    filings: pd.DataFrame,
    named: Named,
    parts: frozenset[str] = frozenset(),
) -> pd.DataFrame:
    """The values of whole companies for a year or a day, of the concepts that are used; of `parts` those of segments too."""
    wanted = {tag for tags in ORDER.values() for tag in tags} | BESIDE | {INFLATION}
    own = {adsh + adsh + tag for adsh, tags in named.items() for tag in tags}
    of_own = {tag for tags in named.values() for tag in tags}
    kept = []
    for chunk in _chunks(opened, name, "num", _NUM, set(filings["adsh"])):
        used = (("adsh", filings["adsh"]), ("qtrs", ("0", "4")), ("tag", wanted | of_own | parts))
        for column, wanted_ones in used:
            chunk = chunk[chunk[column].isin(wanted_ones)]
        whole = chunk["segments"].isna()
        if parts:
            whole |= chunk["tag"].isin(parts) & (chunk["qtrs"] == "4")
        whole &= chunk["coreg"].isna() & chunk["value"].notna()
        money = chunk["uom"].str.fullmatch("[A-Z]{3}").fillna(False).astype(bool)
        standard = chunk["version"].str.startswith(tuple(TAXONOMIES)).fillna(False).astype(bool)
        standard &= chunk["tag"].isin(wanted | parts)
        if own:
            standard |= (chunk["adsh"] + chunk["version"] + chunk["tag"]).isin(own)
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
    opened: zipfile.ZipFile, name: str, stem: str, columns: tuple[str, ...], filings: set[str] | None = None
) -> Iterator[pd.DataFrame]:
    """The rows of one file of the data set as text, in portions, with the columns that are used.

    With `filings` the rows of other filings are left out before they are parsed, as far as that can be told.
    """
    path = next(p for p in opened.namelist() if _stem(p) == stem)
    try:
        with opened.open(path) as stream:
            for block in _blocks(io.BufferedReader(_Counted(stream, name)), filings):
                portion = pd.read_csv(
                    io.BytesIO(block),
                    sep="\t",
                    dtype=str,
                    quoting=csv.QUOTE_NONE,
                    encoding="utf-8",
                    encoding_errors="replace",
                    usecols=lambda c: c in columns,
                    on_bad_lines="skip",
                )
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


def _blocks(stream: io.BufferedReader, filings: set[str] | None) -> Iterator[bytes]:
    """The file in blocks of whole lines, each with the header.

    Where the first column is the filing, only the lines of `filings` are kept: a quarter holds ten times as many
    quarterly reports.
    """
    header = stream.readline()
    widths = {len(adsh) for adsh in filings or ()}
    width = widths.pop() if len(widths) == 1 and header.startswith(b"adsh\t") else 0
    only = {adsh.encode() for adsh in filings or ()}
    rest, first = b"", True
    while data := stream.read(_BLOCK):
        lines = (rest + data).split(b"\n")
        rest = lines.pop()
        if width:
            lines = [line for line in lines if line[:width] in only]
        if lines or first:
            yield header + b"\n".join(lines) + b"\n"
            first = False
    if rest or first:
        yield header + rest


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

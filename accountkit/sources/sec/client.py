"""Filings of a company from the SEC's public interface, by ticker or CIK.

The SEC asks every program to name a person to write to and to stay under ten requests a second
(https://www.sec.gov/os/accessing-edgar-data): the contact comes from ``ACCOUNTKIT_SEC_CONTACT``, requests are spaced,
and answers are kept for a day. ``ACCOUNTKIT_SEC_URL`` puts another server in its place (a mirror, a test).
"""

from __future__ import annotations

import json
import os
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from platformdirs import user_cache_path

from accountkit import __version__
from accountkit.errors import FileTooLarge, StatementError, Unavailable
from accountkit.i18n import _, number
from accountkit.model.statement import Vintage
from accountkit.sources.imported import Imported
from accountkit.sources.limits import LARGEST_EXPANSION, MEGABYTE
from accountkit.sources.sec.companyfacts import companyfacts

Progress = Callable[[int, int | None], None]
"""Called with the bytes received so far and the bytes expected (None if the server does not say)."""

TICKERS = "/files/company_tickers.json"
FACTS = "/api/xbrl/companyfacts/CIK{cik}.json"
DAY = 86_400
SPACING = 0.11
"""Seconds between requests of this process: nine a second."""
ATTEMPTS = 3
LONGEST_WAIT = 30.0

_lock = threading.Lock()
_last_request = 0.0


@dataclass
class Client:
    """A polite client of the SEC. `contact` is a mail address; `cache` a folder (None: the user's cache folder)."""

    contact: str = field(default_factory=lambda: os.environ.get("ACCOUNTKIT_SEC_CONTACT", ""))
    cache: Path | None = None
    progress: Progress | None = None
    server: str = field(default_factory=lambda: os.environ.get("ACCOUNTKIT_SEC_URL", ""))
    pause: Callable[[float], None] = time.sleep
    warnings: list[str] = field(default_factory=list)

    def companyfacts(
        self,
        ticker_or_cik: str,
        *,
        currency: str | None = None,
        refresh: bool = False,
        vintage: Vintage = "as_last_filed",
    ) -> Imported:
        """The annual statements of a company. Raises `StatementError` if it is not known, `Unavailable` if the SEC is not."""
        cik, ticker = self.company(ticker_or_cik, refresh=refresh)
        data = self._answer("https://data.sec.gov", FACTS.format(cik=cik), DAY, refresh, ticker_or_cik)
        imported = companyfacts(data, f"CIK{cik}.json", currency, vintage=vintage)
        warnings = (*self.warnings, *imported.warnings)
        return Imported(**{**vars(imported), "ticker": ticker, "warnings": warnings})

    def company(self, ticker_or_cik: str, *, refresh: bool = False) -> tuple[str, str]:
        """The CIK (ten digits) and the ticker (blank if unknown) of a company."""
        asked = ticker_or_cik.strip().upper()
        if match := re.fullmatch(r"(?:CIK)?0*(\d{1,10})", asked):
            return match[1].zfill(10), ""
        data = self._answer("https://www.sec.gov", TICKERS, 7 * DAY, refresh, asked)
        try:
            known = {
                str(row["ticker"]).upper(): str(int(row["cik_str"])) for row in json.loads(data).values()
            }
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Unavailable(
                _("The SEC's list of tickers could not be read. Try again later, or enter the CIK.")
            ) from error
        for name in (asked, asked.replace(".", "-")):
            if name in known:
                return known[name].zfill(10), name
        raise StatementError(
            _("The SEC does not know the ticker “{ticker}”. Check it, or enter the CIK.").format(
                ticker=asked[:20]
            )
        )

    # Requests and cache ------------------------------------------------------------------------------------------------

    def _answer(self, host: str, path: str, fresh_for: float, refresh: bool, asked: str) -> bytes:
        """The answer for a path: from the cache while it is fresh, else from the SEC, else an old one with a warning."""
        kept = self._folder() / re.sub(r"[^\w.]+", "_", f"{self.server or host}{path}")
        if not refresh and kept.is_file() and time.time() - kept.stat().st_mtime < fresh_for:
            return kept.read_bytes()
        try:
            data = self._requested((self.server or host).rstrip("/") + path, asked)
        except Unavailable as error:
            if not kept.is_file():
                raise
            self.warnings.append(_("{reason} A cached answer was used instead.").format(reason=error))
            return kept.read_bytes()
        part = kept.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(data)
        part.replace(kept)
        return data

    def _folder(self) -> Path:
        folder = self.cache or Path(os.environ.get("ACCOUNTKIT_CACHE", user_cache_path("accountkit"))) / "sec"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _requested(self, url: str, asked: str) -> bytes:
        if not re.search(r"[^\s@]+@[^\s@]+\.[^\s@]+", self.contact):
            raise Unavailable(
                _(
                    "The SEC requires a contact. Set ACCOUNTKIT_SEC_CONTACT to your e-mail address and try again."
                )
            )
        headers = {
            "User-Agent": f"accountkit/{__version__} {self.contact.strip()}",
            "Accept-Encoding": "gzip, deflate",
        }
        with httpx.Client(
            headers=headers, timeout=httpx.Timeout(30, connect=10), follow_redirects=False
        ) as client:
            for attempt in range(ATTEMPTS):
                try:
                    status, data, wait = self._received(client, url, asked)
                except (httpx.HTTPError, httpx.InvalidURL) as error:
                    if attempt + 1 == ATTEMPTS:
                        raise Unavailable(
                            _(
                                "The SEC could not be reached ({reason}). Check the connection, or import a file."
                            ).format(reason=str(error)[:120] or type(error).__name__)
                        ) from error
                    self.pause(2.0**attempt)
                    continue
                if status == 200:
                    return data
                self._raise_final(status, asked)
                self.pause(min(wait if wait is not None else 2.0**attempt, LONGEST_WAIT))
        raise Unavailable(
            _("The SEC answered {status} to {n} attempts. Try again in a few minutes.").format(
                status=status, n=ATTEMPTS
            )
        )

    def _received(self, client: httpx.Client, url: str, asked: str) -> tuple[int, bytes, float | None]:
        """Status, body and the wait that the server asks for; the body is counted as it is unpacked."""
        _spaced(self.pause)
        with client.stream("GET", url) as response:
            wait = response.headers.get("Retry-After", "")
            if response.status_code != 200:
                return response.status_code, b"", float(wait) if wait.isdigit() else None
            expected = response.headers.get("Content-Length", "")
            chunks, size = [], 0
            for chunk in response.iter_bytes():
                size += len(chunk)
                if size > LARGEST_EXPANSION:
                    raise FileTooLarge(
                        _(
                            "The answer for {company} is over {limit} MB and was not read. Import a file instead."
                        ).format(company=asked[:20], limit=number(LARGEST_EXPANSION / MEGABYTE, 0))
                    )
                chunks.append(chunk)
                if self.progress:
                    self.progress(
                        response.num_bytes_downloaded, int(expected) if expected.isdigit() else None
                    )
            return 200, b"".join(chunks), None

    def _raise_final(self, status: int, asked: str) -> None:
        """Answers that another attempt would not change."""
        if status == 404:
            raise StatementError(
                _(
                    "The SEC has no figures for “{company}”. Check the ticker or CIK; funds and some foreign companies do not file them."
                ).format(company=asked[:20])
            )
        if status == 403:
            raise Unavailable(
                _(
                    "The SEC refused the request (403). Check that ACCOUNTKIT_SEC_CONTACT is a real address, and wait ten minutes."
                )
            )
        if status < 500 and status != 429:
            raise Unavailable(
                _("The SEC answered {status}. Try again later, or import a file.").format(status=status)
            )


def _spaced(pause: Callable[[float], None]) -> None:
    """Wait until a request may be sent: all threads of the process share one clock."""
    global _last_request
    with _lock:
        wait = _last_request + SPACING - time.monotonic()
        if wait > 0:
            pause(wait)
        _last_request = time.monotonic()


def fetch(
    ticker_or_cik: str,
    *,
    currency: str | None = None,
    contact: str | None = None,
    cache: Path | None = None,
    progress: Progress | None = None,
    refresh: bool = False,
    vintage: Vintage = "as_last_filed",
) -> Imported:
    """The annual statements of a company out of all its filings with the SEC; see `Client.companyfacts`."""
    client = Client(cache=cache, progress=progress) if contact is None else Client(contact, cache, progress)
    return client.companyfacts(ticker_or_cik, currency=currency, refresh=refresh, vintage=vintage)

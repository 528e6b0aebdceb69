"""What a page shows before its kernel answers: sentence, score and figures of one analysis, out of the store.

It is what the panel will show, made by the same functions, and under the names that `FigureView` knows its
figures by (``pest/map``), so that the live panel adopts the drawings as they stand. Made once for a revision,
a tab and a language.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock

from accountkit import methods
from accountkit.errors import AccountkitError
from accountkit.figures.chain import chain, chain_text
from accountkit.figures.core import drawn as drawn_of
from accountkit.figures.shapes import drawing as drawing_of
from accountkit.i18n import _, bracketed, labelled, language, listed
from accountkit.methods import Analyses
from accountkit.methods.method import Method
from accountkit.methods.overview.overview import Tile, overview
from accountkit.methods.subjects import FIRST, ids, name
from accountkit.methods.wording import joined
from accountkit.methods.workspaces import cards, in_sight, screen_name, screens
from accountkit.model import Account
from accountkit.panels.own.placed import PLACED
from accountkit.panels.practice_tables import TABLES
from accountkit.panels.workspace import WIDE
from accountkit.server.chain_list import Step, threads

KEPT = 256
NAMED = 4
"""Records of a table that its first picture names."""


@dataclass(frozen=True)
class Drawing:
    """A figure by the name that its live view has, and what it shows in words."""

    key: str
    figure: dict
    text: str
    threads: tuple[tuple[Step, ...], ...] = ()
    """The same as a list, where a narrow page cannot hold the figure."""
    columns: int = 0
    """How many of twelve its card takes; 0 where that depends on how many figures there are."""

    @property
    def height(self) -> int:
        return int(self.figure.get("layout", {}).get("height") or 260)

    @property
    def least_width(self) -> int:
        """The width below which its words do not fit; 0 where it may be as narrow as the page."""
        return self.figure.get("layout", {}).get("meta", {}).get("least_width", 0)


@dataclass(frozen=True)
class Paint:
    """The first picture of a tab."""

    key: str
    title: str
    sentence: str
    basis: str
    tiles: tuple[Tile, ...]
    drawings: tuple[Drawing, ...]


_painted: OrderedDict[tuple, Paint] = OrderedDict()
_tidying = Lock()


def of_account(
    read: Callable[[], Analyses], account: Account, revisions: tuple[int, int], key: str, record: str = ""
) -> Paint:
    """The first picture of an analysis (or of the workbook's tab of that key) in the current language; `read` gives the
    account's readings.

    It is kept for the `revisions` of the account and of our own side, so that opening a page again costs nothing. `record` is
    the person or the deal that a method is asked about, the first one unless it is named.
    """
    known = (account.slug, revisions, id(account), key, record, language())
    return _kept(known, lambda: paint(read(), key, record))


def of_practice(read: Callable[[], Analyses], revision: int, page: str) -> Paint:
    """The first picture of a page of our own side, in the current language; `read` gives its readings."""
    return _kept((page, revision, language()), lambda: _page(read(), page))


def _kept(known: tuple, make: Callable[[], Paint]) -> Paint:
    found = _painted.get(known)
    if found is None:
        found = _painted[known] = make()
        with _tidying:  # several pages may be asked for at once
            while len(_painted) > KEPT:
                _painted.popitem(last=False)
    return found


def _page(analyses: Analyses, page: str) -> Paint:
    """What the cards in sight say, and the records of each table by name."""
    practice, shown = analyses.practice, _screen(analyses, page)
    tiles = []
    for table in TABLES[page]:
        called = [name(practice, table.subject, key) for key in ids(practice, table.subject)]
        note = listed(called[:NAMED]) if called else _(table.first)
        tiles.append(Tile(table.records, _(table.title), str(len(called)), note=note))
    first = next((_(table.first) for table in TABLES[page] if not ids(practice, table.subject)), "")
    return replace(shown, sentence=shown.sentence or first or shown.title, tiles=tuple(tiles))


def paint(analyses: Analyses, key: str, record: str = "") -> Paint:
    """The picture of an account as it stands; where its figures cannot be read, the reason takes the
    sentence's place.
    """
    try:
        if key in methods.REGISTRY:
            method = methods.REGISTRY[key]
            return _analysis(analyses, key) if method.core else _method(analyses, method, record)
        return _screen(analyses, key) if key in screens() else _overview(analyses)
    except AccountkitError as error:
        return Paint(key, _("Overview"), str(error), "", (), ())


def _overview(analyses: Analyses) -> Paint:
    seen, picture = overview(analyses), methods.picture(analyses)
    drawing = Drawing("overview/chain", chain(picture), chain_text(picture), threads(picture))
    return Paint("overview", _("Overview"), seen.sentence, seen.basis, seen.tiles, (drawing,))


def _analysis(analyses: Analyses, key: str) -> Paint:
    verdict = analyses.assess(key)
    score = ""
    if verdict.score_text:
        text = verdict.score_text + (bracketed(verdict.band_label) if verdict.band_label else "")
        score = labelled(verdict.name, text)
    drawings = (
        Drawing(place, figure, words, columns=PLACED.get(place, 0))
        for name, (figure, words) in drawn_of(verdict.detail).items()
        for place in (f"{key}/{name}",)
    )
    return Paint(key, verdict.name, verdict.sentence, score, (), tuple(drawings))


def _method(analyses: Analyses, method: Method, record: str) -> Paint:
    """A card: what it says of one record, or of the account."""
    if _is_withheld(method):
        return Paint(method.key, _(method.name), _(method.question), "", (), ())
    ids = analyses.ids(method.key)
    if not ids:
        return Paint(method.key, _(method.name), _(FIRST[method.subject]), "", (), ())
    reading = analyses.read(method.key, record if record in ids else ids[0])
    text = _("{label}: {text}").format(label=_(method.name), text=method.verdict_text(reading))
    drawn = drawing_of(reading, analyses.readings(method.key))
    picture = Drawing(f"{method.key}/figure", drawn.figure, drawn.text, columns=12 * (method.shape in WIDE))
    drawings = (picture,) if reading.begun or reading.total else ()
    return Paint(method.key, _(method.name), method.sentence(reading), text, (), drawings)


def _screen(analyses: Analyses, tab: str) -> Paint:
    """The cards of a tab that are in sight first."""
    seen = tuple(key for key in cards(tab) if not _is_withheld(methods.REGISTRY[key]))
    shown = [_method(analyses, methods.REGISTRY[key], "") for key in in_sight(seen, analyses)]
    drawings = tuple(drawing for one in shown for drawing in one.drawings)
    return Paint(tab, _(screen_name(tab)), joined(one.sentence for one in shown), "", (), drawings)


def _is_withheld(method: Method) -> bool:
    """Whether pages are for reading alone: what describes real people does not exist there."""
    return method.private and os.environ.get("ACCOUNTKIT_READ_ONLY") == "1"

"""What a page shows before its kernel answers: sentence, score and figures of one analysis, out of the store.

It is what the panel will show, made by the same functions, and under the names that `FigureView` knows its
figures by (``pest/map``), so that the live panel adopts the drawings as they stand. Made once for a revision,
a tab and a language.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Lock

from accountkit import methods
from accountkit.errors import AccountkitError
from accountkit.figures.chain import chain, chain_text
from accountkit.figures.forces_radar import forces_radar, forces_radar_text
from accountkit.figures.importance_urgency import importance_urgency, importance_urgency_text
from accountkit.figures.pest_balance import pest_balance, pest_balance_text
from accountkit.figures.pest_map import pest_map, pest_map_text
from accountkit.figures.problem_gap import problem_gap, problem_gap_text
from accountkit.figures.roe_waterfall import roe_waterfall, roe_waterfall_text
from accountkit.i18n import _, language
from accountkit.methods import Assessment
from accountkit.methods.overview.overview import Tile, overview
from accountkit.model import Account, in_language
from accountkit.server.chain_list import Step, threads

KEPT = 256


@dataclass(frozen=True)
class Drawing:
    """A figure by the name that its live view has, and what it shows in words."""

    key: str
    figure: dict
    text: str
    threads: tuple[tuple[Step, ...], ...] = ()
    """The same as a list, where a narrow page cannot hold the figure."""

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


def painted(account: Account, revision: int, key: str) -> Paint:
    """The first picture of an analysis (the overview where it is none), in the current language."""
    known = (account.slug, revision, id(account), key, language())
    found = _painted.get(known)
    if found is None:
        found = _painted[known] = paint(in_language(account, language()), key)
        with _tidying:  # several pages may be asked for at once
            while len(_painted) > KEPT:
                _painted.popitem(last=False)
    return found


def paint(account: Account, key: str) -> Paint:
    """The picture of an account as it stands; where its figures cannot be read, the reason takes the
    sentence's place.
    """
    try:
        return _analysis(account, key) if key in methods.REGISTRY else _overview(account)
    except AccountkitError as error:
        return Paint(key, _("Overview"), str(error), "", (), ())


def _overview(account: Account) -> Paint:
    seen, picture = overview(account), methods.picture(account)
    drawing = Drawing("overview/chain", chain(picture), chain_text(picture), threads(picture))
    return Paint("overview", _("Overview"), seen.sentence, seen.basis, seen.tiles, (drawing,))


def _analysis(account: Account, key: str) -> Paint:
    verdict = methods.assess(account, key)
    score = ""
    if verdict.score_text:
        text = f"{verdict.score_text} {verdict.band_label}".strip()
        score = _("{label}: {text}").format(label=verdict.name, text=text)
    draw = DRAWINGS.get(key)
    return Paint(key, verdict.name, verdict.sentence, score, (), tuple(draw(verdict)) if draw else ())


def _pest(verdict: Assessment) -> Iterator[Drawing]:
    yield Drawing("pest/map", pest_map(verdict.detail), pest_map_text(verdict.detail))
    yield Drawing("pest/balance", pest_balance(verdict.detail), pest_balance_text(verdict.detail))


def _forces(verdict: Assessment) -> Iterator[Drawing]:
    yield Drawing("five_forces/radar", forces_radar(verdict.detail), forces_radar_text(verdict.detail))


def _numbers(verdict: Assessment) -> Iterator[Drawing]:
    roe = verdict.detail
    if roe.change is not None:
        yield Drawing(
            "dupont_roe/change",
            roe_waterfall(roe.dupont, roe.change),
            roe_waterfall_text(roe.dupont, roe.change),
        )


def _problems(verdict: Assessment) -> Iterator[Drawing]:
    for entry in verdict.detail.entries[:1]:
        yield Drawing("problem_types/gap", problem_gap(entry), problem_gap_text(entry))


def _motives(verdict: Assessment) -> Iterator[Drawing]:
    yield Drawing(
        "motive_assessment/importance",
        importance_urgency(verdict.detail),
        importance_urgency_text(verdict.detail),
    )


DRAWINGS: dict[str, Callable[[Assessment], Iterator[Drawing]]] = {
    "pest": _pest,
    "five_forces": _forces,
    "dupont_roe": _numbers,
    "problem_types": _problems,
    "motive_assessment": _motives,
}
"""The figures of each analysis that are worth waiting for; the others come with the panel."""

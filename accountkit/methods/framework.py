"""What a framework is, and the shapes it can have.

A framework is a definition: names, items, and its own arithmetic as plain functions. What is the same for all
frameworks of a kind (what a blank means, when a verdict is withheld, how the parts come together) belongs to the shape.
`docs/decisions/0001-framework-shapes.md` lists what each method needs from its shape.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from accountkit.i18n import N_, _, language, percent
from accountkit.methods.assessment import Assessment, BriefSentence, Offer, Part
from accountkit.model import Account

ENOUGH = 0.6
"""Share of items that must be rated before a scorecard gives its verdict (methods, A3)."""
WITHHELD = "–"
"""What stands in place of a score whose verdict is withheld: a number would be read as one."""


@dataclass(frozen=True)
class Item:
    """One rated item, 1 to 5, with what 1 and 5 mean; `group` is the key of the part of the score it belongs to."""

    key: str
    name: str
    low: str
    high: str
    group: str = ""
    weight: float = 1.0


@dataclass(frozen=True)
class Field:
    """One field of a record: its name, its kind, and the choices of a choice (key → name)."""

    key: str
    name: str
    kind: str = "text"
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Score:
    """A score before it is put into words: over all that counts, over what is confirmed, and how much is rated."""

    value: float | None
    confirmed: float | None
    text: str
    confirmed_text: str
    rated: int
    total: int
    scale: str = ""
    band: str | None = None
    band_label: str = ""

    @property
    def coverage(self) -> float:
        """Rated over all items, 0 to 1; 0 where there are none."""
        return self.rated / self.total if self.total else 0.0


@dataclass(frozen=True, kw_only=True)
class Framework:
    """A definition. `measure` turns an account into the framework's own frozen detail; the rest reads that detail."""

    key: str
    name: str
    question: str
    group: str
    seed: str
    rule: str
    measure: Callable[[Account], Any]
    score: Callable[[Any], Score]
    parts: Callable[[Any], Iterable[Part]]
    sentence: Callable[[Account, Any], str]
    offers: Callable[[Account, Any], Iterable[Offer]]
    brief: Callable[[Account, Any], Iterable[BriefSentence]]
    feeds: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    fields: tuple[Field, ...] = ()

    shape: ClassVar[str] = ""
    withholds: ClassVar[bool] = False

    def assess(self, account: Account) -> Assessment:
        """The verdict on the account, in the current language; offers that were declined are left out."""
        detail = self.measure(account)
        score = self.score(detail)
        band, band_label = self._verdict(score)
        kept_back = self.withholds and band is None
        return Assessment(
            key=self.key,
            name=_(self.name),
            question=_(self.question),
            rule=_(self.rule),
            score=score.value,
            confirmed_score=score.confirmed,
            scale=score.scale,
            score_text=WITHHELD if kept_back else score.text,
            confirmed_text=WITHHELD if kept_back else score.confirmed_text,
            band=band,
            band_label=band_label,
            coverage=score.coverage,
            rated=score.rated,
            total=score.total,
            parts=tuple(self.parts(detail)),
            sentence=self.sentence(account, detail),
            offers=tuple(offer for offer in self.offers(account, detail) if offer.id not in account.declined),
            written=partial(self.brief, account, detail),
            lang=language(),
            detail=detail,
        )

    def _verdict(self, score: Score) -> tuple[str | None, str]:
        if self.withholds and score.coverage < ENOUGH:
            return None, withheld(score.rated, score.total)
        return score.band, score.band_label


class Scorecard(Framework):
    """Rated items; the verdict is withheld while too few of them are rated."""

    shape = "scorecard"
    withholds = True


class Register(Framework):
    """Typed records, sorted as the rule says; each has its own verdict, so none is withheld for the whole."""

    shape = "register"


class Calculator(Framework):
    """A formula on numbers; a missing number leaves its result blank, with the reason."""

    shape = "calculator"


def withheld(rated: int, total: int) -> str:
    """What stands in place of a verdict that too few ratings would carry."""
    if not total:
        return _("No ratings yet")
    return _("{rated} of {total} rated, too few to judge").format(rated=rated, total=total)


def seconds_for(items: int) -> int:
    """How long rating the rest takes, at eight seconds an item (what the offer promises)."""
    return 8 * items


def coverage_text(rated: int, total: int) -> str:
    """How much is rated, in words: ``5 of 6 rated (83 %)``."""
    return _("{rated} of {total} rated ({share})").format(
        rated=rated, total=total, share=percent(rated / total if total else None, 0)
    )


RATE_THE_REST = N_("{rated} of {total} rated. Rate the rest: {seconds} s")

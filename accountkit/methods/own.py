"""Methods with an arithmetic and a panel of their own: two of the core analyses, the return on equity and the types of problems.
The other three core analyses have a shape.

They are methods like all others to whoever asks `Analyses`; instead of a shape they bring plain functions that measure the
account and put into words what was measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from accountkit.i18n import _, language
from accountkit.methods.assessment import Assessment, BriefSentence, Part, Suggestion
from accountkit.methods.method import Entry, Given, Method
from accountkit.model import Account


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


@dataclass(frozen=True, kw_only=True)
class Own(Method):
    """A core analysis without a shape. `measure` turns an account into a frozen detail of its own; the other functions read that detail."""

    of_shape: str
    measure: Callable[[Account], Any]
    scored: Callable[[Any], Score]
    explained: Callable[[Any], Iterable[Part]]
    spoken: Callable[[Account, Any], str]
    suggested: Callable[[Account, Any], Iterable[Suggestion]]
    written: Callable[[Account, Any], Iterable[BriefSentence]]
    core: bool = True
    items: tuple[Entry, ...] = ()
    fields: tuple[Field, ...] = ()

    @property
    def shape(self) -> str:  # type: ignore[override]  # each core analysis says its own
        return self.of_shape

    def read(self, analyses: Given, subject_id: str | None) -> Any:
        """Its own detail, for the account as a whole."""
        return self.measure(analyses.account)

    def assess(self, analyses: Given, subject_id: str | None = None) -> Assessment:
        """The verdict on the account, in the current language; suggestions that were declined are left out."""
        account, detail = analyses.account, analyses.read(self.key)
        score = self.scored(detail)
        return Assessment(
            key=self.key,
            name=_(self.name),
            question=_(self.question),
            rule=_(self.rule),
            score=score.value,
            confirmed_score=score.confirmed,
            scale=score.scale,
            score_text=score.text,
            confirmed_text=score.confirmed_text,
            band=score.band,
            band_label=score.band_label,
            rated=score.rated,
            total=score.total,
            parts=tuple(self.explained(detail)),
            sentence=self.spoken(account, detail),
            suggestions=tuple(
                one for one in self.suggested(account, detail) if one.id not in account.declined
            ),
            written=partial(self.written, account, detail),
            lang=language(),
            detail=detail,
        )

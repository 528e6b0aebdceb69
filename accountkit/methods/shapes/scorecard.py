"""Scorecard: rated items in weighted groups, a band with its gates, flags, and ratings that check the groups another way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from accountkit.i18n import _, labelled, number, percent
from accountkit.methods.assessment import Part, Suggestion, suggestion_id
from accountkit.methods.marks import ENOUGH, Mark, Marked, band, opposite, weighted
from accountkit.methods.method import Entry, Flag, Given, Method, Reading, read_in
from accountkit.methods.sentences import coverage_text, rate_the_rest, withheld
from accountkit.methods.shapes.answers import answer_of, marks_of
from accountkit.methods.shapes.groups import (
    BANDS,
    Check,
    Gate,
    Group,
    GroupReading,
    by_weight,
    in_hundredths,
    share_of,
)


@dataclass(frozen=True, kw_only=True)
class ScorecardReading(Reading):
    """`groups` holds what was found of each group, by key; `band` is the verdict before its gates, and `gates` are those that
    held it back.
    """

    method: Scorecard
    groups: Mapping[str, GroupReading] = field(default_factory=dict)
    band: str | None = None
    gates: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        return self.total > 0 and self.coverage >= self.method.needs

    @property
    def shown(self) -> float | None:
        """The score as far as its verdict stands."""
        return self.score if self.verdict else None

    @property
    def title(self) -> str:
        """What a suggestion about it begins with."""
        return self.called

    @property
    def weakest(self) -> str | None:
        """The item that helps the score least; of equals the first; None where nothing is rated."""
        falling = {item.key for group in self.method.groups if group.falls for item in group.items}
        helps = {mark.key: 6 - mark.value if mark.key in falling else mark.value for mark in self.known}
        return min(helps, key=lambda key: helps[key], default=None)

    @property
    def means(self) -> Mapping[str, float | None]:
        """The mean of each group, 1 to 5; None where none of its items is rated."""
        return {key: group.mean for key, group in self.groups.items()}

    @property
    def strongest(self) -> GroupReading | None:
        """The group with the highest mean among those that have a verdict."""
        known = [group for group in self.groups.values() if group.band]
        return max(known, key=lambda group: group.mean or 0.0, default=None)


@dataclass(frozen=True, kw_only=True)
class Scorecard(Method):
    """Rated items, 1 to 5. `within` makes the mean of a group, `combine` the score of the groups' means, or `weigh` a score
    without a scale of all that is entered; `band_of` its band, a key of `bands`, which stand from the lowest to the highest. The verdict is withheld while less than `needs` of the items is
    rated, and held back by `gates`; `also` is said beside it. A reading of another type than `found_as` knows more of its
    subject.

    `judges_groups`: each group has a verdict of its own, withheld under 60 %. `has_outlook`: each may be rated as expected in
    12 months. `fields` are what else a record holds: the subject, or a `record` of the answer. `unused` are the items that whoever
    uses the method does without: they count nowhere.
    """

    groups: tuple[Group, ...]
    within: Callable[[Iterable[tuple[float, float | None]]], float | None] = weighted
    combine: Callable[[Mapping[str, float | None], tuple[Group, ...]], float | None] = by_weight
    weigh: Callable[[Mapping[str, Mark]], float | None] | None = None
    bands: Mapping[str, str] = field(default_factory=lambda: BANDS)
    band_of: Callable[[float | None], str | None] = band
    flags: tuple[Flag, ...] = ()
    notes: tuple[Entry, ...] = ()
    checks: tuple[Check, ...] = ()
    gates: tuple[Gate, ...] = ()
    needs: float = ENOUGH
    also: Callable[[Any], str] = lambda _reading: ""
    found_as: type[ScorecardReading] = ScorecardReading
    judges_groups: bool = False
    has_outlook: bool = False
    record: str = ""
    fields: tuple[Entry, ...] = ()
    unused: Callable[[Any], Collection[str]] = lambda _reading: ()

    shape: ClassVar[str] = "scorecard"
    withholds: bool = True

    @property
    def scale(self) -> str:  # type: ignore[override]  # it follows from how the groups are combined
        return "" if self.weigh else "/100" if self.is_of_hundred else "/5"

    @property
    def is_of_hundred(self) -> bool:
        return self.combine is in_hundredths

    def score_text(self, reading: Any, value: float | None) -> str:
        return number(value, 2 if self.weigh else 0 if self.is_of_hundred else 1)

    def entries(self) -> tuple[Entry, ...]:
        items = (item for group in sorted(self.groups, key=lambda one: one.asked) for item in group.items)
        checks = (one for check in self.checks for one in (check.item, *check.inputs))
        return (*items, *(replace(one, counts=False) for one in checks), *self.notes)

    def verdicts(self) -> Mapping[str, str]:
        return self.bands

    def verdict_text(self, reading: ScorecardReading) -> str:
        if reading.verdict is None and (reading.rated or self.core):
            return withheld(reading.rated, reading.total)
        text, also = super().verdict_text(reading), self.also(reading) if reading.verdict else ""
        return f"{text} · {also}" if also else text

    def asked(self, key: str) -> str:
        return next(
            (one.asks for one in self.groups if key in (one.key, *(item.key for item in one.items))), ""
        )

    def read(self, analyses: Given, subject_id: str | None) -> ScorecardReading:
        base = marks_of(self, analyses, subject_id)
        without = self.unused(self.found_as(**base))
        base["marks"] = {
            key: replace(one, value=None, counts=False) if key in without else one
            for key, one in base["marks"].items()
        }
        marks = base["marks"] = self._checked(base["marks"])
        ratings = answer_of(self, read_in(self, analyses), subject_id).ratings if self.has_outlook else {}
        groups = {}
        for group in self.groups:
            own = ratings.get(group.key)
            groups[group.key] = self._group(group, marks, own.expected if own else None)
        reading = self.found_as(
            **base,
            groups=groups,
            score=self.combine({key: one.mean for key, one in groups.items()}, self.groups),
            confirmed=self.combine({key: one.confirmed for key, one in groups.items()}, self.groups),
        )
        if self.weigh:
            reading = replace(reading, score=self.weigh(marks), confirmed=self.weigh(_confirmed(marks)))
        band = self.band_of(reading.score) if reading.enough else None
        return self.judged(reading, band=band, **self._gated(reading, band))

    def _gated(self, reading: ScorecardReading, band: str | None) -> dict[str, Any]:
        """The verdict that is left of a band, and the gates that held it back."""
        closed = [gate for gate in self.gates if gate.closed(reading)]
        if band is None or not closed:
            return {"verdict": band}
        order = list(self.bands).index
        held = tuple(gate.key for gate in closed if order(gate.ceiling) < order(band))
        return {"verdict": min([band, *(gate.ceiling for gate in closed)], key=order), "gates": held}

    def _checked(self, marks: dict[str, Mark]) -> dict[str, Mark]:
        """The marks with those checks that nobody rated as the mean of their inputs, where enough of these are."""
        for check in self.checks:
            inputs = Marked(marks={one.key: replace(marks[one.key], counts=True) for one in check.inputs})
            if inputs.enough and marks[check.item.key].value is None:
                mean = weighted((1.0, one.value) for one in inputs.known)
                marks[check.item.key] = replace(marks[check.item.key], value=mean, derived=True)
        return marks

    def _group(self, group: Group, marks: Mapping[str, Mark], expected: int | None) -> GroupReading:
        own = Marked(marks={item.key: marks[item.key] for item in group.items})
        sure = {mark.key: mark.value for mark in own.known if mark.status == "confirmed"}

        def mean_of(value: Callable[[str], Any]) -> float | None:
            return self.within(
                (item.weight, opposite(value(item.key)) if item.key in group.opposed else value(item.key))
                for item in group.items
            )

        mean = mean_of(own.value)
        return GroupReading(
            bands=self.bands,
            group=group,
            marks=own.marks,
            mean=mean,
            confirmed=mean_of(sure.get),
            band=self.band_of(mean) if own.enough else None,
            expected=expected or mean,
            mirror=opposite(marks[group.check].value) if group.check else None,
        )

    def parts(self, reading: ScorecardReading) -> Iterable[Part]:
        for group in reading.groups.values():
            if self.judges_groups:
                yield self._judged_part(group)
            elif self.is_of_hundred:
                yield self._weighed_part(group)
            elif len(self.groups) > 1:
                known = _("{rated} of {total} rated").format(rated=group.rated, total=group.total)
                yield Part(group.name, number(group.mean, 1), known)
            else:
                yield from (
                    Part(_(item.name), number(reading.value(item.key), 0)) for item in group.group.items
                )

    def _weighed_part(self, group: GroupReading) -> Part:
        share = share_of(group.group, group.mean)
        detail = _("mean {mean} of 5, weight {weight}; {coverage}").format(
            mean=number(group.mean, 1),
            weight=percent(group.group.weight, 0),
            coverage=coverage_text(group.rated, group.total),
        )
        return Part(
            group.name, number(None if share is None else 100 * group.group.weight * share, 1), detail
        )

    def _judged_part(self, group: GroupReading) -> Part:
        detail = [coverage_text(group.rated, group.total)]
        detail += [
            _("{driver} {rating}").format(driver=_(item.name), rating=value) for item, value in group.top
        ]
        if group.differs:
            detail.append(_("cross-check differs: {value}").format(value=number(group.mirror, 1)))
        text = group.verdict
        if group.band:
            text = _("{score}, {verdict}").format(score=number(group.mean, 1), verdict=text)
        return Part(group.name, text, " · ".join(detail))

    def proposed(self, reading: ScorecardReading) -> Iterable[Suggestion]:
        """What the definition offers, then groups that their check contradicts, and what has too few ratings for a verdict."""
        yield from super().proposed(reading)
        answer = self.answer_path(reading.subject_id)
        for group in reading.groups.values() if self.judges_groups else ():
            if group.differs:
                yield self._disagreement(group, answer)
            if group.rated and not group.enough:
                yield self._rest(group, group.key, group.name, answer)
        if self.core and not self.judges_groups and not reading.enough:
            yield self._rest(reading, reading.subject_id or "", reading.title, answer)

    def _disagreement(self, group: GroupReading, answer: str) -> Suggestion:
        return Suggestion(
            id=suggestion_id(self.key, "disagree", group.key),
            text=_("{force}: the drivers give {score}, the cross-check {adapted}.").format(
                force=group.name, score=number(group.mean, 1), adapted=number(group.mirror, 1)
            ),
            action=_("Compare"),
            kind="rate",
            path=f"{answer}/ratings/{group.group.check}",
        )

    def _rest(self, rated: Marked, key: str, called: str, answer: str) -> Suggestion:
        """The offer to rate what is blank: of a group or of all items."""
        blank = next(mark.key for mark in rated.marks.values() if mark.counts and mark.value is None)
        return Suggestion(
            id=suggestion_id(self.key, "rate", key),
            text=labelled(called, rate_the_rest(rated.rated, rated.total)),
            action=_("Rate"),
            kind="rate",
            path=f"{answer}/ratings/{blank}",
        )


def _confirmed(marks: Mapping[str, Mark]) -> dict[str, Mark]:
    """The marks without the value of what is only assumed."""
    return {key: one if one.status == "confirmed" else replace(one, value=None) for key, one in marks.items()}

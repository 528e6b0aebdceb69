"""Checklist: conditions that are met or not, or stages of which the first that has not ended is the present one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from accountkit.i18n import N_, _
from accountkit.methods.assessment import Part
from accountkit.methods.marks import Mark
from accountkit.methods.method import SUMMED, Entry, Flag, Given, Method, Reading, read_in
from accountkit.methods.shapes.answers import marks_of

MET = (("met", N_("met")), ("not_met", N_("not met")), ("unknown", N_("unknown")))
OUTCOMES: dict[str, str] = {"pass": N_("pass"), "fail": N_("fail"), "open": N_("open")}
COMPLETE = "complete"


@dataclass(frozen=True)
class Condition:
    """One condition. If a `required` one is not met, the whole fails. `of` works it out, and then nobody enters it: it
    gives the entry that decides, its value ``met`` or ``not_met``. `choices` are its answers where it has others than
    `MET`: ``met`` stands for what is in place, ``not_met`` for what is not, any other key for what is neither."""

    key: str
    name: str
    prompt: str = ""
    required: bool = True
    of: Callable[[ChecklistReading], Mark] | None = None
    choices: tuple[tuple[str, str], ...] = MET


@dataclass(frozen=True)
class Stage:
    """One stage: its name, what has happened when it has ended, and the entries of people whose word counts in it. `of` says
    out of records whether it has ended, None while nothing is known, and then nobody marks it."""

    key: str
    name: str
    ends: str
    who: tuple[str, ...] = ()
    of: Callable[[ChecklistReading], bool | None] | None = None


@dataclass(frozen=True, kw_only=True)
class ChecklistReading(Reading):
    """`current` is the first stage that has not ended, None when all have; `unmet` the conditions that are not met."""

    method: Checklist
    current: Stage | None = None
    unmet: tuple[Condition, ...] = ()
    unknown: tuple[Condition, ...] = ()

    def outcome(self, part: Condition | Stage) -> str:
        """The answer of a condition, or whether a stage has ended; ``unknown`` where nobody says."""
        return self.value(part.key) or "unknown"

    def outcome_text(self, part: Condition | Stage) -> str:
        return _({**dict(MET), **dict(getattr(part, "choices", ()))}[self.outcome(part)])

    @property
    def begun(self) -> bool:
        """Whether anything has been entered, or is known of a stage that follows from records."""
        return super().begun or any(self.value(one.key) is not None for one in self.method.stages if one.of)

    @property
    def at(self) -> int:
        """The number of stages that have ended."""
        return sum(1 for stage in self.method.stages if self.value(stage.key) == "met")


@dataclass(frozen=True, kw_only=True)
class Checklist(Method):
    """Conditions with a verdict (pass, fail, open), or stages. `extra` is entered beside them; `flags` are warnings.

    `reached` reads the present stage from a record of the chain: the stages before it have ended where nobody says
    otherwise. An entry that is answered with ``unknown`` is not assessed. `judge` makes a verdict of the conditions where it
    is another than pass, fail or open; `outcomes` are its names.

    Where `stage_field` of the record holds the present stage, it is chosen there and no stage is marked; `present` says which
    stage is shown if that is another one.
    """

    conditions: tuple[Condition, ...] = ()
    stages: tuple[Stage, ...] = ()
    extra: tuple[Entry, ...] = ()
    flags: tuple[Flag, ...] = ()
    judge: Callable[[ChecklistReading], str | None] | None = None
    outcomes: Mapping[str, str] = field(default_factory=lambda: OUTCOMES)
    reached: Callable[[Any, str | None], str | None] = lambda _document, _id: None
    stage_field: str = ""
    present: Callable[[ChecklistReading], str | None] = lambda reading: reading.value(
        reading.method.stage_field
    )

    summed: tuple[str, str, str] = (*SUMMED[:2], N_("{rated} of {total} assessed ({share})"))

    shape: ClassVar[str] = "checklist"

    def entries(self) -> tuple[Entry, ...]:
        switches = (
            *(
                Entry(one.key, one.name, kind="choice", choices=one.choices, prompt=one.prompt)
                for one in self.conditions
                if one.of is None
            ),
            *(
                Entry(one.key, one.name, kind="choice", choices=MET, prompt=one.ends)
                for one in self.stages
                if not self.stage_field and one.of is None
            ),
        )
        return (*self._chosen(), *switches, *self.extra)

    def _chosen(self) -> tuple[Entry, ...]:
        """The present stage as a field of the record."""
        stages = tuple((stage.key, stage.name) for stage in self.stages)
        return (
            (Entry(self.stage_field, N_("Present stage"), kind="choice", choices=stages, on_record=True),)
            if self.stage_field
            else ()
        )

    def verdicts(self) -> Mapping[str, str]:
        return {**self.outcomes, **{stage.key: stage.name for stage in self.stages}, COMPLETE: N_("complete")}

    def read(self, analyses: Given, subject_id: str | None) -> ChecklistReading:
        found = marks_of(self, analyses, subject_id, self._ended(read_in(self, analyses), subject_id))
        marks = {key: _assessed(mark) for key, mark in found["marks"].items()}
        base = ChecklistReading(**{**found, "marks": marks})
        if self.stage_field:
            return self._at(base)
        if self.stages:
            known = {one.key: one.of(base) for one in self.stages if one.of}
            ended = {key: None if is_ is None else "met" if is_ else "not_met" for key, is_ in known.items()}
            base = replace(
                base,
                marks={**base.marks, **{key: Mark(key, value, derived=True) for key, value in ended.items()}},
            )
            current = next((stage for stage in self.stages if base.value(stage.key) != "met"), None)
            verdict = (current.key if current else COMPLETE) if base.begun or base.rated else None
            return self.judged(replace(base, current=current), verdict=verdict)
        worked = {
            one.key: replace(one.of(base), key=one.key, counts=True) for one in self.conditions if one.of
        }
        base = replace(base, marks={**worked, **marks})
        unmet = tuple(one for one in self.conditions if base.value(one.key) == "not_met")
        unknown = tuple(one for one in self.conditions if base.value(one.key) is None)
        reading = replace(base, unmet=unmet, unknown=unknown)
        judge = self.judge or self._outcome
        return self.judged(reading, verdict=judge(reading) if reading.begun else None)

    def _at(self, base: ChecklistReading) -> ChecklistReading:
        """At the stage that is shown: those before it have ended, on the evidence of the record."""
        keys, at = [stage.key for stage in self.stages], self.present(base)
        ended = keys.index(at) if at in keys else 0
        entered = replace(base.marks[self.stage_field], derived=True, counts=False)
        follows = {
            key: replace(entered, key=key, value="met" if n < ended else None) for n, key in enumerate(keys)
        }
        current = self.stages[ended] if at in keys else None
        reading = replace(base, marks={**base.marks, **follows}, current=current)
        return self.judged(reading, verdict=at if current else None)

    def _ended(self, document: Any, subject_id: str | None) -> dict[str, str]:
        keys = [stage.key for stage in self.stages]
        at = self.reached(document, subject_id)
        return dict.fromkeys(keys[: keys.index(at)], "met") if at in keys else {}

    def _outcome(self, reading: ChecklistReading) -> str:
        if any(one.required for one in reading.unmet):
            return "fail"
        return "pass" if not reading.unmet and not reading.unknown else "open"

    def score_text(self, reading: ChecklistReading, value: float | None) -> str:
        keys = [*(one.key for one in self.conditions), *(stage.key for stage in self.stages)]
        met = sum(reading.value(key) == "met" for key in keys)
        return _("{met} of {total}").format(met=met, total=len(keys))

    def parts(self, reading: ChecklistReading) -> Iterable[Part]:
        rows: tuple[Condition | Stage, ...] = (*self.conditions, *self.stages)
        yield from (Part(_(one.name), reading.outcome_text(one)) for one in rows)


def _assessed(mark: Mark) -> Mark:
    return replace(mark, value=None) if mark.value == "unknown" else mark

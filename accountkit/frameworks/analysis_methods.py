"""The nine methods of problem analysis, three per type, each a small worksheet (seed 004/8; methods, problem_types).

A worksheet is rows of the method's columns; `worksheet_findings` reads out what the rows already say.
"""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.frameworks.framework import Field
from accountkit.i18n import N_

YES_NO = (("yes", N_("yes")), ("no", N_("no")), ("unknown", N_("unknown")))
MET = (("met", N_("met")), ("not_met", N_("not met")), ("unknown", N_("unknown")))


@dataclass(frozen=True)
class Method:
    """One method: its type of problem, how it works, what must be given, a worked example, the worksheet's columns."""

    key: str
    type: str
    name: str
    how: str
    precondition: str
    example: str
    columns: tuple[Field, ...]


METHODS: dict[str, Method] = {
    method.key: method
    for method in (
        Method(
            "composition",
            "restore",
            N_("Composition analysis"),
            N_("Split the whole level by level, clear the healthy parts, close in on the sick one."),
            N_("The parts do not influence each other."),
            N_(
                "On-time 96 → 88. By line: A 97, B 95, C 71. Line C by step: machining 98, coating 74, packing 97. Need: coating capacity on line C."
            ),
            (
                Field("part", N_("Component")),
                Field("level", N_("Level of the split"), "number"),
                Field("value", N_("Value now"), "number"),
                Field("healthy", N_("Healthy?"), "choice", YES_NO),
            ),
        ),
        Method(
            "trace_back",
            "restore",
            N_("Process trace-back"),
            N_("List what happened between the last good and the first bad moment; test each for effect."),
            N_("The dates are known."),
            N_(
                "Complaints flat to May, up from July. May new price list, June resin supplier changed, August new staff. August is too late, the price list cannot crack housings; test resin lots. Need: incoming-material control."
            ),
            (
                Field("date", N_("When"), "date"),
                Field("event", N_("What happened")),
                Field("possible", N_("Can it be the cause?"), "choice", YES_NO),
                Field("test", N_("How tested")),
            ),
        ),
        Method(
            "difference",
            "restore",
            N_("Difference comparison"),
            N_("Set a sick and a healthy system side by side; ask which difference can cause the fault."),
            N_("There is a comparable twin; trust, if another firm is named."),
            N_(
                "Plant 1 scrap 2 %, plant 2 6 %. Same machines and product; plant 1 has a shift handover record, plant 2 none. Trial in plant 2. Need: digital handover."
            ),
            (
                Field("aspect", N_("Point of comparison")),
                Field("sick", N_("In the sick one")),
                Field("healthy", N_("In the healthy one")),
                Field("possible", N_("Can it be the cause?"), "choice", YES_NO),
            ),
        ),
        Method(
            "inducement",
            "prevent",
            N_("Inducement analysis"),
            N_(
                "The whole still works; look for parts that already decline and ask when the whole can no longer absorb it."
            ),
            N_("The parts have indicators of their own."),
            N_(
                "Profit still up 8 %, but products younger than two years fell from 30 % to 12 % of sales; at the same slope the old line no longer covers overhead in six quarters. Need: faster product release."
            ),
            (
                Field("part", N_("Component")),
                Field("before", N_("Before"), "number"),
                Field("now", N_("Now"), "number"),
                Field("limit", N_("No longer bearable at"), "number"),
                Field("periods", N_("Periods between"), "number"),
            ),
        ),
        Method(
            "simulation",
            "prevent",
            N_("What-if rehearsal"),
            N_("Assume a rare event, and walk or test it through."),
            N_("There is a scenario with numbers."),
            N_(
                "Three buyers are 62 % of sales; the largest (28 %) leaves: contribution falls 11 m against fixed cost reserve of 7 m. Loss after one quarter. Need: second segment and early-warning on that account."
            ),
            (
                Field("event", N_("Event")),
                Field("probability", N_("Probability per year"), "percent"),
                Field("loss", N_("Loss if it happens"), "money"),
                Field("reserve", N_("Reserve against it"), "money"),
            ),
        ),
        Method(
            "lessons",
            "prevent",
            N_("Lessons learned"),
            N_("Use other firms' or own past mishaps in the same segment, compliance cases included."),
            N_("The situation is similar."),
            N_(
                "Two firms of the segment were fined for missing emission records. Own check: 4 of 9 records lack signatures. Need: record system before the next audit."
            ),
            (
                Field("case", N_("What happened, to whom")),
                Field("cause", N_("What led to it")),
                Field("check", N_("Our own check")),
                Field("met", N_("Are we safe?"), "choice", MET),
            ),
        ),
        Method(
            "clarify_goal",
            "pursue_ideal",
            N_("Clarify the goal"),
            N_("Turn the wish into a SMART aim with date and sub-aims."),
            N_("The owner of the wish takes part."),
            N_(
                "“Better service” → first-visit repair from 72 % to 85 % by 31 December, 78 % by June. Need: parts forecast for vans."
            ),
            (
                Field("aim", N_("Aim or sub-aim")),
                Field("from", N_("Starting value"), "number"),
                Field("to", N_("Target value"), "number"),
                Field("date", N_("By date"), "date"),
            ),
        ),
        Method(
            "preconditions",
            "pursue_ideal",
            N_("Plan the preconditions"),
            N_("List assumptions on market, rivals and own abilities; mark the unmet."),
            N_("There is a stated aim."),
            N_(
                "Export to a new region in 18 months: certificate (open), two distributors (met), batch traceability (unmet), local manual (met). Need: traceability."
            ),
            (
                Field("condition", N_("What must be true")),
                Field("met", N_("Met?"), "choice", MET),
                Field("who", N_("Who can bring it about")),
            ),
        ),
        Method(
            "path",
            "pursue_ideal",
            N_("Plan the path"),
            N_("Milestones, durations, critical path; find the step that needs help."),
            N_("There is an aim with a date."),
            N_(
                "Data cleaning 3 months → pilot 2 → roll-out 4 = 9; deadline in 10. Slack one month; cleaning is critical and unstaffed. Need: cleaning service from next month."
            ),
            (
                Field("step", N_("Step")),
                Field("months", N_("Months"), "number"),
                Field("after", N_("After step")),
                Field("staffed", N_("Staffed?"), "choice", YES_NO),
            ),
        ),
    )
}

BY_TYPE = {
    kind: tuple(method for method in METHODS.values() if method.type == kind)
    for kind in ("restore", "prevent", "pursue_ideal")
}

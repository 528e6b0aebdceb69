"""The nine methods of problem analysis, three per type, each a small worksheet (seed 004/8; methods, problem_types).

A worksheet is rows of the method's columns; `worksheet_findings` reads out what the rows already say.
"""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.i18n import N_
from accountkit.methods.own import Field

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
            N_("Split the whole level by level, rule out the healthy parts, and find the weak point."),
            N_("The parts do not influence each other."),
            N_(
                "On-time delivery fell from 96 to 88 %. By line: A 97, B 95, C 71. Line C by step: machining 98, "
                "coating 74, packing 97. Need: coating capacity on line C."
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
            N_(
                "List the events between the last good and the first bad moment, and test the effect of each."
            ),
            N_("The dates are known."),
            N_(
                "Complaints were flat to May and rose from July. May: new price list; June: new resin supplier; "
                "August: new staff. August is too late, and a price list does not crack housings, so the resin "
                "lots are tested. Need: incoming-material control."
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
            N_("Compare a faulty and a healthy system, and ask which difference can cause the fault."),
            N_("A comparable system exists; naming another company requires trust."),
            N_(
                "Scrap is 2 % in plant 1 and 6 % in plant 2. Machines and product are the same; only plant 1 "
                "keeps a shift handover record. Plant 2 tries it. Need: digital handover."
            ),
            (
                Field("aspect", N_("Point of comparison")),
                Field("sick", N_("Faulty system")),
                Field("healthy", N_("Healthy system")),
                Field("possible", N_("Can it be the cause?"), "choice", YES_NO),
            ),
        ),
        Method(
            "inducement",
            "prevent",
            N_("Inducement analysis"),
            N_(
                "The whole still works. Find the parts in decline, and estimate when the whole can no longer "
                "absorb them."
            ),
            N_("Each part has its own measure."),
            N_(
                "Profit is up 8 %, but products younger than two years fell from 30 % to 12 % of sales. At this "
                "rate the old line will not cover overhead in six quarters. Need: faster product release."
            ),
            (
                Field("part", N_("Component")),
                Field("before", N_("Before"), "number"),
                Field("now", N_("Now"), "number"),
                Field("limit", N_("Critical level"), "number"),
                Field("periods", N_("Periods between values"), "number"),
            ),
        ),
        Method(
            "simulation",
            "prevent",
            N_("What-if rehearsal"),
            N_("Assume a rare event, and rehearse or test its course."),
            N_("A scenario with numbers exists."),
            N_(
                "Three buyers make up 62 % of sales. If the largest (28 %) leaves, contribution falls by 11 m "
                "against a fixed-cost reserve of 7 m: a loss after one quarter. Need: a second segment, and "
                "early warning on this buyer."
            ),
            (
                Field("event", N_("Event")),
                Field("probability", N_("Annual probability"), "percent"),
                Field("loss", N_("Loss if it occurs"), "money"),
                Field("reserve", N_("Reserve"), "money"),
            ),
        ),
        Method(
            "lessons",
            "prevent",
            N_("Lessons learned"),
            N_(
                "Use past failures of your own or of other companies in the same segment, compliance cases "
                "included."
            ),
            N_("The situation is similar."),
            N_(
                "Two companies of the segment were fined for missing emission records. Own check: 4 of 9 records "
                "lack signatures. Need: a record system before the next audit."
            ),
            (
                Field("case", N_("Incident and company")),
                Field("cause", N_("Cause of the incident")),
                Field("check", N_("Own check")),
                Field("met", N_("Is the customer safe?"), "choice", MET),
            ),
        ),
        Method(
            "clarify_goal",
            "pursue_ideal",
            N_("Goal definition"),
            N_("Turn the wish into a SMART target with a date and sub-targets."),
            N_("The person with the wish takes part."),
            N_(
                "“Better service” → first-visit repair from 72 % to 85 % by 31 December, 78 % by June. Need: parts forecast for vans."
            ),
            (
                Field("aim", N_("Target or sub-target")),
                Field("from", N_("Starting value"), "number"),
                Field("to", N_("Target value"), "number"),
                Field("date", N_("Target date"), "date"),
            ),
        ),
        Method(
            "preconditions",
            "pursue_ideal",
            N_("Precondition review"),
            N_("List the assumptions on market, rivals and own abilities, and mark those not met."),
            N_("The target is stated."),
            N_(
                "Export to a new region in 18 months: certificate (open), two distributors (met), batch "
                "traceability (not met), local manual (met). Need: traceability."
            ),
            (
                Field("condition", N_("Precondition")),
                Field("met", N_("Met?"), "choice", MET),
                Field("who", N_("Who can ensure it")),
            ),
        ),
        Method(
            "path",
            "pursue_ideal",
            N_("Path planning"),
            N_("Set milestones, durations and the critical path, and find the step that needs support."),
            N_("The target has a date."),
            N_(
                "Data cleaning 3 months → pilot 2 → roll-out 4 = 9; deadline in 10. Slack: one month. Cleaning "
                "is critical and unstaffed. Need: a cleaning service from next month."
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

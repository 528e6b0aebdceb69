"""The nine methods of problem analysis, three per type, each a register of a problem (seed 004/8; methods, problem_types).

What the rows of each say is worked out in `worksheets`.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.problems.worksheets import (
    Worksheet,
    duration,
    goal,
    is_last_period,
    left,
    shortest,
    unmet,
    weak_point,
    worst,
)
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column

YES_NO = (("yes", N_("yes")), ("no", N_("no")), ("unknown", N_("unknown")))
MET = (("met", N_("met")), ("not_met", N_("not met")), ("unknown", N_("unknown")))
UNMET = says(N_("Not met: {list}."), N_("To check: {n}."), N_("All met."))

METHODS: dict[str, Worksheet] = {
    sheet.key: sheet
    for sheet in (
        Worksheet(
            key="composition",
            type="restore",
            name=N_("Composition analysis"),
            rule=N_("Split the whole level by level, rule out the healthy parts, and find the weak point."),
            precondition=N_("The parts do not influence each other."),
            example=N_(
                "On-time delivery fell from 96 to 88 %. By line: A 97, B 95, C 71. Line C by step: machining 98, "
                "coating 74, packing 97. Need: coating capacity on line C."
            ),
            columns=(
                Column("part", N_("Component")),
                Column("level", N_("Level of the split"), "number"),
                Column("value", N_("Value now"), "number"),
                Column("healthy", N_("Healthy?"), "choice", YES_NO),
            ),
            says=(says(N_("Weak point: {part} ({value}).")),),
            words=weak_point,
        ),
        Worksheet(
            key="trace_back",
            type="restore",
            name=N_("Process trace-back"),
            rule=N_(
                "List the events between the last good and the first bad moment, and test the effect of each."
            ),
            precondition=N_("The dates are known."),
            example=N_(
                "Complaints were flat to May and rose from July. May: new price list; June: new resin supplier; "
                "August: new staff. August is too late, and a price list does not crack housings, so the resin "
                "lots are tested. Need: incoming-material control."
            ),
            columns=(
                Column("date", N_("When"), "date"),
                Column("event", N_("What happened")),
                Column("possible", N_("Can it be the cause?"), "choice", YES_NO),
                Column("test", N_("How tested")),
            ),
            says=(
                says(
                    N_("Possible causes: {list}."),
                    N_("None of the listed events can be the cause. Add others."),
                ),
            ),
            words=left("event"),
        ),
        Worksheet(
            key="difference",
            type="restore",
            name=N_("Difference comparison"),
            rule=N_("Compare a faulty and a healthy system, and ask which difference can cause the fault."),
            precondition=N_("A comparable system exists; naming another company requires trust."),
            example=N_(
                "Scrap is 2 % in plant 1 and 6 % in plant 2. Machines and product are the same; only plant 1 "
                "keeps a shift handover record. Plant 2 tries it. Need: digital handover."
            ),
            columns=(
                Column("aspect", N_("Point of comparison")),
                Column("sick", N_("Faulty system")),
                Column("healthy", N_("Healthy system")),
                Column("possible", N_("Can it be the cause?"), "choice", YES_NO),
            ),
            says=(
                says(
                    N_("Differences that may be the cause: {list}."),
                    N_("None of the listed differences can be the cause. Add others."),
                ),
            ),
            words=left("aspect"),
        ),
        Worksheet(
            key="inducement",
            type="prevent",
            name=N_("Inducement analysis"),
            rule=N_(
                "The whole still works. Find the parts in decline, and estimate when the whole can no longer "
                "absorb them."
            ),
            precondition=N_("Each part has its own measure."),
            example=N_(
                "Profit is up 8 %, but products younger than two years fell from 30 % to 12 % of sales. At this "
                "rate the old line will not cover overhead in six quarters. Need: faster product release."
            ),
            columns=(
                Column("part", N_("Component")),
                Column("before", N_("Before"), "number"),
                Column("now", N_("Now"), "number"),
                Column("limit", N_("Critical level"), "number"),
                Column("periods", N_("Periods between values"), "number"),
            ),
            says=(
                says(
                    N_("At this rate {part} reaches the critical level in {n} period."), when=is_last_period
                ),
                says(
                    N_("At this rate {part} reaches the critical level in {n} periods."),
                    when=lambda sheet: not is_last_period(sheet),
                ),
            ),
            words=shortest,
        ),
        Worksheet(
            key="simulation",
            type="prevent",
            name=N_("What-if rehearsal"),
            rule=N_("Assume a rare event, and rehearse or test its course."),
            precondition=N_("A scenario with numbers exists."),
            example=N_(
                "Three buyers make up 62 % of sales. If the largest (28 %) leaves, contribution falls by 11 m "
                "against a fixed-cost reserve of 7 m: a loss after one quarter. Need: a second segment, and "
                "early warning on this buyer."
            ),
            columns=(
                Column("event", N_("Event")),
                Column("probability", N_("Annual probability"), "percent"),
                Column("loss", N_("Loss if it occurs"), "money"),
                Column("reserve", N_("Reserve"), "money"),
            ),
            says=(
                says(
                    N_("{event} costs {loss}, exceeding the reserve by {short}."), N_("{event} costs {loss}.")
                ),
            ),
            words=worst,
        ),
        Worksheet(
            key="lessons",
            type="prevent",
            name=N_("Lessons learned"),
            rule=N_(
                "Use past failures of your own or of other companies in the same segment, compliance cases "
                "included."
            ),
            precondition=N_("The situation is similar."),
            example=N_(
                "Two companies of the segment were fined for missing emission records. Own check: 4 of 9 records "
                "lack signatures. Need: a record system before the next audit."
            ),
            columns=(
                Column("case", N_("Incident and company")),
                Column("cause", N_("Cause of the incident")),
                Column("check", N_("Own check")),
                Column("met", N_("Is the customer safe?"), "choice", MET),
            ),
            says=(UNMET,),
            words=unmet("check"),
        ),
        Worksheet(
            key="clarify_goal",
            type="pursue_ideal",
            name=N_("Goal definition"),
            rule=N_("Turn the wish into a SMART target with a date and sub-targets."),
            precondition=N_("The person with the wish takes part."),
            example=N_(
                "“Better service” → first-visit repair from 72 % to 85 % by 31 December, 78 % by June. Need: parts forecast for vans."
            ),
            columns=(
                Column("aim", N_("Target or sub-target")),
                Column("from", N_("Starting value"), "number"),
                Column("to", N_("Target value"), "number"),
                Column("date", N_("Target date"), "date"),
            ),
            says=(says(N_("{aim}: {to} by {date}."), N_("The target needs a value and a date.")),),
            words=goal,
        ),
        Worksheet(
            key="preconditions",
            type="pursue_ideal",
            name=N_("Precondition review"),
            rule=N_("List the assumptions on market, rivals and own abilities, and mark those not met."),
            precondition=N_("The target is stated."),
            example=N_(
                "Export to a new region in 18 months: certificate (open), two distributors (met), batch "
                "traceability (not met), local manual (met). Need: traceability."
            ),
            columns=(
                Column("condition", N_("Precondition")),
                Column("met", N_("Met?"), "choice", MET),
                Column("who", N_("Who can ensure it")),
            ),
            says=(UNMET,),
            words=unmet("condition"),
        ),
        Worksheet(
            key="path",
            type="pursue_ideal",
            name=N_("Path planning"),
            rule=N_("Set milestones, durations and the critical path, and find the step that needs support."),
            precondition=N_("The target has a date."),
            example=N_(
                "Data cleaning 3 months → pilot 2 → roll-out 4 = 9; deadline in 10. Slack: one month. Cleaning "
                "is critical and unstaffed. Need: a cleaning service from next month."
            ),
            columns=(
                Column("step", N_("Step")),
                Column("months", N_("Months"), "number"),
                Column("after", N_("After step")),
                Column("staffed", N_("Staffed?"), "choice", YES_NO),
            ),
            says=(
                says(N_("Duration in months: {n}.")),
                says(N_("Slack in months: {slack}.")),
                says(N_("Critical and unstaffed: {list}.")),
            ),
            words=duration,
        ),
    )
}

BY_TYPE = {
    kind: tuple(sheet for sheet in METHODS.values() if sheet.type == kind)
    for kind in ("restore", "prevent", "pursue_ideal")
}

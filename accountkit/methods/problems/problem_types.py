"""Problem types: does the customer want to get back, keep safe, or get further, and which cause can we act on?

A problem is a felt gap between present and expected. Which comes first says `reading.precedence`. Rules are
in `rules`, worth in `worth`, the worksheets in `worksheet_methods`.
Sources: seed 004/8; the three-way split is McKinsey's.
"""

from __future__ import annotations

from accountkit.i18n import N_, _, number
from accountkit.methods import labels
from accountkit.methods.method import Entry
from accountkit.methods.own import Field, Own, Score
from accountkit.methods.problems import sentences, suggestions
from accountkit.methods.problems.reading import KEY, Problems, measure

DIRECTIONS = (("higher", N_("Higher is better")), ("lower", N_("Lower is better")))
RISK_TREND = Entry("risk_trend", N_("Risk trend"), N_("falling"), N_("rising fast, or a threshold is near"))


def score(reading: Problems) -> Score:
    """How many open problems have a type, of all open ones; confirmed: on confirmed evidence."""
    typed = [entry for entry in reading.entries if entry.gap.types]
    sure = [entry for entry in typed if entry.status == "confirmed"]
    judged = [entry for entry in reading.entries if entry.gap.types or entry.gap.measured]
    known = bool(reading.entries)
    return Score(
        value=float(len(typed)) if known else None,
        confirmed=float(len(sure)) if known else None,
        text=number(len(typed), 0),
        confirmed_text=number(len(sure), 0),
        rated=len(judged),
        total=len(reading.entries),
        band="admitted" if any(entry.admitted for entry in typed) else None,
        band_label=_("{n} acknowledged").format(n=sum(entry.admitted for entry in typed)),
    )


METHOD = Own(
    of_shape="register",
    workspace="problems",
    key=KEY,
    name=N_("Problem-type analysis"),
    question=N_(
        "Does the customer want to restore, prevent or pursue something, and which cause or step can we "
        "act on?"
    ),
    group="analyse",
    source="004/8",
    rule=N_(
        "Restore: below its best level by more than the tolerance, with a higher target. Pursue: the "
        "target exceeds the best level. Prevent: acceptable today, but the risk is rising. The larger "
        "gap determines the primary type. Order: value × acknowledgement (a tenth if no one at the customer "
        "acknowledges it) × evidence (half if assumed); then by size = findings + people affected + layers."
    ),
    items=(RISK_TREND,),
    fields=(
        Field("statement", labels.FIELDS["statement"]),
        Field("metric", labels.FIELDS["metric"]),
        Field("unit", labels.FIELDS["unit"]),
        Field("direction", labels.FIELDS["direction"], "choice", DIRECTIONS),
        Field("past_best", N_("Best sustained level"), "number"),
        Field("past_best_on", N_("Period end of the best level"), "date"),
        Field("current", labels.FIELDS["current"], "number"),
        Field("current_on", N_("Period end of the present level"), "date"),
        Field("expected", labels.FIELDS["expected"], "number"),
        Field("expected_by", labels.FIELDS["expected_by"], "date"),
        Field("tolerance", labels.FIELDS["tolerance"], "number"),
        Field("rival", labels.FIELDS["rival"]),
        Field("layer", labels.FIELDS["layer"], "choice", tuple(labels.WORDS["layer"].items())),
        Field("probability", labels.FIELDS["probability"], "percent"),
        Field("loss", N_("Loss per year"), "money"),
        Field("worth", labels.FIELDS["worth"], "money"),
        Field("admitted", labels.FIELDS["admitted"], "choice", tuple(labels.WORDS["answered"].items())),
    ),
    feeds=("motive_assessment", "solution_evaluation", "question_script", "sales_mode"),
    summed=(
        N_("Problems: {score}"),
        N_("confirmed: {confirmed}"),
        N_("measured: {rated} of {total} ({share})"),
    ),
    measure=measure,
    scored=score,
    explained=sentences.parts,
    spoken=sentences.sentence,
    suggested=suggestions.suggested,
    written=sentences.brief,
)

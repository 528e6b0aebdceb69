"""Expansion difficulty: how hard is it to get in and win here? (seed 004/5)

    difficulty = mean(access, competitive position, sales cycle), each the mean of its items, 1 easy to 5 hard

Equal weights are a proposal of the methods file. Our brand is that of the segment, read as 6 − brand.
"""

from __future__ import annotations

from dataclasses import replace

from accountkit.i18n import N_
from accountkit.methods.method import Entry
from accountkit.methods.portfolio.segment_rules import BRAND, difficulty_words
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Group, Scorecard

METHOD = Scorecard(
    key="expansion_difficulty",
    name=N_("Expansion difficulty"),
    question=N_("How hard is it to get in and win in this segment?"),
    group="portfolio",
    workspace="portfolio",
    source="004/5",
    rule=N_(
        "Difficulty is the mean of access, competitive position and sales cycle: low below 2.5, high from 3.5. Our brand here is kept on the segment and counts the other way round."
    ),
    first=N_("Rate access, our competitive position and the sales cycle."),
    subject="segment",
    uses=(),
    groups=(
        Group(
            "access",
            N_("Access"),
            (
                Entry(
                    "marketing_reach",
                    N_("Reach of our marketing"),
                    N_("reaches most buyers"),
                    N_("reaches no one"),
                ),
                Entry("partner_resources", N_("Partners with access"), N_("many"), N_("none")),
                Entry(
                    "cold_visits", N_("Success of cold visits"), N_("most lead to a talk"), N_("none does")
                ),
                Entry("decider_reach", N_("Reach of key deciders"), N_("easy to meet"), N_("out of reach")),
            ),
        ),
        Group(
            "competitiveness",
            N_("Competitive position"),
            (
                replace(BRAND, counts=True),
                Entry(
                    "fluency",
                    N_("Fluency in their business"),
                    N_("we speak their language"),
                    N_("we do not know it"),
                ),
                Entry(
                    "people_known", N_("Knowledge of the people"), N_("we know most"), N_("we know no one")
                ),
                Entry(
                    "solution_quality",
                    N_("Quality of our solution"),
                    N_("clearly the best"),
                    N_("clearly behind"),
                ),
            ),
            opposed=(BRAND.key,),
        ),
        Group(
            "cycle",
            N_("Sales cycle"),
            (
                Entry("procurement_rules", N_("Procurement rules"), N_("simple"), N_("long formal tenders")),
                Entry(
                    "decision_speed", N_("Time to decide"), N_("days"), N_("longer than our appraisal period")
                ),
            ),
        ),
    ),
    says=(
        says(
            N_("{segment}: expansion difficulty {score} of 5; hardest: {item}."),
            when=lambda reading: reading.verdict is not None,
            internal=True,
        ),
    ),
    words=difficulty_words,
    feeds=("expansion_matrix", "partner_selection"),
)

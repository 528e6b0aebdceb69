"""Micro-environment: what just changed inside the few buyers on whom the customer depends? (seed 004/8)

    exposure = share of revenue × effect / 5

Exposure and the alarm (the three largest bring more than half) are proposals of the methods file.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.environment.micro_rules import (
    DIRECTIONS,
    TYPES,
    concentrated,
    exposure,
    headline,
    over,
    suggested,
    totals,
    words,
)
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key="micro_environment",
    name=N_("Micro-environment: strategic customers"),
    question=N_("What has just changed inside the few buyers on whom the customer depends?"),
    group="understand",
    workspace="environment",
    source="004/8",
    rule=N_(
        "Exposure is the share of revenue times the effect, divided by 5. If the three largest bring more than half, rehearse losing one."
    ),
    first=N_("List the customer's largest buyers with their share of revenue."),
    uses=("findings", "problems"),
    columns=(
        Column("strategic_customer", N_("Strategic customer")),
        Column("revenue_share", N_("Share of revenue"), "percent", of_whole=True),
        Column("change", N_("Change"), "text"),
        Column("change_type", N_("Type of change"), "choice", TYPES),
        Column(
            "effect",
            N_("Effect on the customer's results"),
            "rating",
            low=N_("none"),
            high=N_("decides the year"),
        ),
        Column("direction", N_("Direction"), "choice", DIRECTIONS),
        Column("exposure", N_("Exposure"), "percent", of=exposure),
    ),
    order=lambda row: -(row["exposure"] or 0),
    alarms=(
        Flag("concentrated", N_("three buyers bring more than half"), concentrated),
        Flag("over", N_("the shares add up to more than 100 %"), over),
    ),
    totals=totals,
    total_names={"shown": N_("Three largest buyers")},
    says=(
        says(
            N_("The three largest buyers bring {share} of revenue; largest exposure: {buyer}."),
            N_("The three largest buyers bring {share} of revenue."),
        ),
    ),
    words=headline,
    row_says=(says(N_("{buyer} brings {share} of revenue and is changing: {change}.")),),
    row_words=words,
    also_suggests=suggested,
    feeds=("five_forces", "swot", "problem_types", "organisation_perception"),
)

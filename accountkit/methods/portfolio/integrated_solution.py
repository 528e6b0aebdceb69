"""Integrated solution: a one-off, or a solution for a segment that we can sell many times? (seed 000/2)

    reuse = components that repeat / all components; 60 % productised, 30 to 60 % partly, below a one-off

The cuts are proposals of the methods file.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry
from accountkit.methods.portfolio.sheet_rules import REUSE, reuse, reuse_words
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Block, Canvas

METHOD = Canvas(
    key="integrated_solution",
    name=N_("Integrated solution"),
    question=N_("Is this a one-off, or a solution for a segment that we can sell many times?"),
    group="portfolio",
    workspace="portfolio",
    source="000/2",
    rule=N_(
        "Reuse is the share of components that repeat: from 60 % the offering is productised, from 30 % partly, below it is a one-off."
    ),
    first=N_("Describe the offering, and count its components and those that repeat."),
    subject="offer",
    uses=("segments",),
    header=(
        Entry("segment_id", N_("Segment"), kind="segment", counts=False, on_record=True),
        Entry("components", N_("Components"), kind="number", counts=False),
        Entry("repeatable", N_("Components that repeat"), kind="number", counts=False),
    ),
    blocks=(
        Block("segment", N_("Common problem of the segment"), N_("Which problem do its buyers share?")),
        Block("custom_product", N_("Customised product"), N_("What is adapted to the customer?")),
        Block("full_service", N_("Full-course service"), N_("Service before, during and after the purchase")),
        Block("platform", N_("Platform operation"), N_("Organisation, processes, information, partners")),
        Block("repeat", N_("Repeatable parts"), N_("What do we deliver unchanged to the next customer?")),
    ),
    judge=reuse,
    outcomes=REUSE,
    says=(
        says(
            N_("{offer}: {product} + {service} on {platform}; {share} reusable in the segment {segment}."),
            N_("{offer}: {product} + {service} on {platform}; {share} reusable."),
            N_("{offer}: {share} reusable, {verdict}."),
            internal=True,
        ),
    ),
    words=reuse_words,
    feeds=("sales_mode", "key_account_service"),
)

"""Segment positioning: in which pond are we, or can we be, the big fish? (seed 004/5)

A segment passes three tests. We widen to the parent from 30 % of the market or a brand of 4, else we deepen (proposals of the
methods file). Each row is the segment itself, so that our brand there is entered once.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Flag, Suggests
from accountkit.methods.portfolio.segment_rules import (
    ACTIVITIES,
    BASES,
    BRAND,
    MOVES,
    TESTS,
    failed,
    move,
    moves,
    other_basis,
    position_words,
    untested,
    with_basis,
)
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key="segment_positioning",
    name=N_("Segment positioning"),
    question=N_("In which segment are we, or can we become, the leading supplier?"),
    group="portfolio",
    workspace="portfolio",
    source="004/5",
    rule=N_(
        "A segment has similar needs, takes the same value proposition, and its buyers refer to each other. From 30 % market share or a brand of 4, widen to the parent segment; until then deepen. A primary activity suggests segments by industry, a support activity by region."
    ),
    first=N_("Add a segment, and answer the three tests."),
    subject="portfolio",
    uses=(),
    records="segments",
    bars="brand",
    columns=(
        Column("name", N_("Segment")),
        Column("parent_id", N_("Parent segment"), "segment"),
        Column("market_share", N_("Market share"), "percent", of_whole=True),
        Column("brand", BRAND.name, "rating", low=BRAND.low, high=BRAND.high),
        Column("move", N_("Next move"), "choice", MOVES, of=move),
        *(Column(key, text, "choice", labels.pairs("answered")) for key, text in TESTS.items()),
        Column("activity", N_("Activity we serve"), "choice", ACTIVITIES),
        Column("basis", N_("Defined by"), "choice", BASES),
        Column("reference_cases", N_("Reference cases"), "text"),
    ),
    row_flags=(
        Flag("no_segment", N_("not a segment"), lambda row: bool(failed(row))),
        Flag("untested", N_("tests open"), untested),
    ),
    total_names={"count": N_("Segments")},
    says=(
        says(
            N_("Deepen: {deepen}; widen: {widen}; not a segment: {none}."),
            when=lambda reading: any(row["move"] or failed(row) for row in reading.counted),
            internal=True,
        ),
    ),
    words=moves,
    row_says=(
        says(
            N_("Segment {segment}: market share {share}, brand {brand} of 5; widen to {parent}."),
            N_("Segment {segment}: market share {share}, brand {brand} of 5; {move}."),
            N_("Segment {segment}: brand {brand} of 5; {move}."),
            N_("Segment {segment}: market share {share}; {move}."),
            N_("{segment} is not a segment; failed: {tests}."),
            internal=True,
        ),
    ),
    row_words=position_words,
    row_suggests=(
        Suggests(
            "basis",
            N_("“{segment}” serves a {activity}: define it by {basis}."),
            N_("Define it so"),
            lambda row: other_basis(row) is not None,
            edits=with_basis,
        ),
    ),
    feeds=(
        "ideal_customer",
        "expansion_difficulty",
        "brand_consideration",
        "integrated_solution",
        "go_to_market_sheet",
        "sales_division",
        "resource_grid",
    ),
)

"""Ideal customer: how close is this segment, or an account of it, to the customer we dream of? (seed 004/5)

    ratio = ((power + habit) / 2) / cost        potential = 3 + 2 · log2(ratio) / log2(5), within 1 to 5

The seed makes power and habit the numerator and cost the denominator; the arithmetic and the cuts at 1 and 2 are proposals of
the methods file. Worked: 4, 3 and 2 give 1.75, a potential of 3.70. Which indicators count is a setting.
"""

from __future__ import annotations

from functools import partial

from accountkit.i18n import N_
from accountkit.methods.method import Entry
from accountkit.methods.portfolio.segment_rules import choice_of, ideal_words, ratio, without
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Group, Scorecard
from accountkit.methods.shapes.groups import cut

GROUPS = (
    Group(
        "power",
        N_("Purchasing power"),
        (
            Entry("size", N_("Size"), N_("very small"), N_("among the largest")),
            Entry("output", N_("Output"), N_("very low"), N_("very high")),
            Entry("margin", N_("Margin"), N_("sells at a loss"), N_("far above its industry")),
            Entry("growth", N_("Growth"), N_("shrinking"), N_("growing fast")),
            Entry("cash_flow", N_("Cash flow"), N_("short of cash"), N_("ample")),
            Entry(
                "price_insensitivity",
                N_("Price insensitivity"),
                N_("buys on price only"),
                N_("price hardly matters"),
            ),
            Entry("strategic_value", N_("Strategic value to us"), N_("none"), N_("opens a market")),
        ),
    ),
    Group(
        "habit",
        N_("Buying habit"),
        (
            Entry(
                "innovative",
                N_("Open to innovation"),
                N_("never buys such things"),
                N_("buys them regularly"),
            ),
            Entry("maturity", N_("Business maturity"), N_("improvised"), N_("mature")),
            Entry("governance", N_("Governance"), N_("one person decides all"), N_("clear rules")),
            Entry("core_field", N_("Role of our field"), N_("marginal"), N_("its core or growth engine")),
        ),
    ),
    Group(
        "cost",
        N_("Selling cost"),
        (
            Entry("entry_cost", N_("Entry qualification"), N_("none needed"), N_("long and expensive")),
            Entry("bargaining", N_("Bargaining strength"), N_("takes our price"), N_("dictates the price")),
            Entry("visiting", N_("Cost of visits and relationships"), N_("low"), N_("very high")),
        ),
        falls=True,
    ),
)
METHOD = Scorecard(
    key="ideal_customer",
    name=N_("Ideal customer"),
    question=N_("How close is this segment to our ideal customer?"),
    group="portfolio",
    workspace="portfolio",
    source="004/5",
    rule=N_(
        "The ratio is the mean of purchasing power and buying habit over selling cost. From 1 it is high, from 2 very high. A ratio of 1 is a potential of 3. An account with a profile of its own is a segment below its market."
    ),
    first=N_("Rate power, habit and selling cost of a typical customer."),
    subject="segment",
    uses=(),
    settings=choice_of(GROUPS),
    unused=without,
    groups=GROUPS,
    weigh=partial(ratio, GROUPS),
    bands={"low": N_("low"), "high": N_("high"), "very_high": N_("very high")},
    band_of=cut(1.0, 2.0, bands=("low", "high", "very_high")),
    says=(
        says(
            N_("{segment}: ideal-customer ratio {ratio} ({band}); limited by {dimension}."),
            when=lambda reading: reading.verdict is not None,
            internal=True,
        ),
    ),
    words=ideal_words,
    feeds=("expansion_matrix", "account_tier", "reach_channels", "funnel_grade"),
)

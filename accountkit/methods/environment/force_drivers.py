"""Porter's standard drivers with their anchors, and the items of the seed's adapted reading.

Each driver is rated as pressure on the customer, 1 weak to 5 strong. Sources: the drivers are textbook content
(M. E. Porter, Competitive Strategy, 1980); the adapted reading is seeds 004/5 and 004/8.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry
from accountkit.methods.shapes import Check, Group

FORCES = (
    Group(
        "rivalry",
        N_("Existing rivalry"),
        (
            Entry(
                "rival_number",
                N_("number and balance of rivals"),
                N_("one clear leader, few others"),
                N_("many rivals of equal size"),
            ),
            Entry("growth", N_("industry growth"), N_("fast growth"), N_("a flat or shrinking industry")),
            Entry(
                "sameness", N_("product similarity"), N_("clearly different"), N_("interchangeable products")
            ),
            Entry(
                "fixed_cost",
                N_("fixed and storage costs"),
                N_("low fixed costs"),
                N_("high fixed costs that push volume at low prices"),
            ),
            Entry(
                "overcapacity", N_("surplus capacity"), N_("balanced capacity"), N_("large surplus capacity")
            ),
            Entry(
                "exit_barrier",
                N_("exit barriers"),
                N_("easy to leave"),
                N_("assets or obligations that prevent exit"),
            ),
            Entry(
                "rival_intent",
                N_("aggressiveness and variety of rivals"),
                N_("stable behaviour"),
                N_("price wars, or newcomers with other goals"),
            ),
        ),
        asks=N_("When you lose a customer, who wins, and why?"),
    ),
    Group(
        "new_entrants",
        N_("New entrants"),
        (
            Entry(
                "scale", N_("economies of scale"), N_("large scale required"), N_("small scale sufficient")
            ),
            Entry("brand_loyalty", N_("brand and loyalty"), N_("strong loyalty"), N_("no loyalty")),
            Entry(
                "capital",
                N_("capital requirements"),
                N_("very high capital requirements"),
                N_("minimal capital requirements"),
            ),
            Entry(
                "channel_access", N_("access to channels"), N_("channels closed"), N_("channels open to all")
            ),
            Entry(
                "know_how", N_("patents, data and experience"), N_("protected know-how"), N_("easy to copy")
            ),
            Entry(
                "licence",
                N_("licences and qualifications"),
                N_("strict, scarce licences"),
                N_("no licence required"),
            ),
            Entry(
                "retaliation",
                N_("expected retaliation"),
                N_("certain and strong retaliation"),
                N_("no retaliation"),
            ),
        ),
        asks=N_("Who has entered your market in the last two years?"),
    ),
    Group(
        "substitutes",
        N_("Substitutes"),
        (
            Entry(
                "price_performance",
                N_("price-performance of substitutes"),
                N_("substitutes clearly worse"),
                N_("substitutes clearly better"),
            ),
            Entry(
                "switch_cost_sub",
                N_("switching cost"),
                N_("switching is expensive"),
                N_("switching is almost free"),
            ),
            Entry(
                "propensity",
                N_("buyers' readiness to switch"),
                N_("conservative buyers"),
                N_("buyers eager to try"),
            ),
            Entry(
                "improvement",
                N_("progress of substitutes"),
                N_("substitutes stagnant"),
                N_("substitutes improve fast"),
            ),
        ),
        check="replaced_threshold",
        asks=N_("What do your customers use instead of your products?"),
    ),
    Group(
        "supplier_power",
        N_("Suppliers"),
        (
            Entry(
                "supplier_concentration",
                N_("supplier concentration"),
                N_("many suppliers"),
                N_("one or two suppliers"),
            ),
            Entry("input_unique", N_("uniqueness of inputs"), N_("commodity input"), N_("unique input")),
            Entry(
                "switch_cost_in",
                N_("cost of changing supplier"),
                N_("changing supplier is cheap"),
                N_("changing supplier is expensive"),
            ),
            Entry(
                "input_substitute",
                N_("substitute inputs"),
                N_("several substitute inputs"),
                N_("no substitute input"),
            ),
            Entry(
                "forward",
                N_("threat of forward integration"),
                N_("forward integration unlikely"),
                N_("suppliers already integrate forward"),
            ),
            Entry(
                "importance_to_supplier",
                N_("customer's importance to suppliers"),
                N_("key customer of its suppliers"),
                N_("minor customer of its suppliers"),
            ),
        ),
        check="power_over_suppliers",
        asks=N_("Which supplier is hardest to replace, and what would a change require?"),
    ),
    Group(
        "buyer_power",
        N_("Buyers"),
        (
            Entry(
                "buyer_concentration",
                N_("buyer concentration and volume"),
                N_("many small buyers"),
                N_("few large buyers"),
            ),
            Entry(
                "standard",
                N_("product standardisation"),
                N_("tailored product"),
                N_("fully standardised product"),
            ),
            Entry(
                "switch_cost_out",
                N_("buyers' switching cost"),
                N_("switching is costly for buyers"),
                N_("switching is free for buyers"),
            ),
            Entry(
                "backward",
                N_("threat of backward integration"),
                N_("backward integration unlikely"),
                N_("buyers already produce it themselves"),
            ),
            Entry(
                "price_sensitive",
                N_("price sensitivity"),
                N_("small share of the buyers' cost"),
                N_("large share of the buyers' cost, thin margins"),
            ),
            Entry(
                "transparency", N_("market transparency"), N_("opaque market"), N_("fully transparent prices")
            ),
        ),
        check="power_over_customers",
        asks=N_("What do your customers compare before signing, and what would switching cost them?"),
    ),
)

_AGAINST, _FOR = N_("unfavourable to the customer"), N_("favourable to the customer")
CHECKS = (
    Check(
        Entry(
            "replacing_threshold",
            N_("Barrier to winning buyers from substitutes"),
            N_("very low, buyers can switch at once"),
            N_("very high, buyers are hard to win"),
        )
    ),
    Check(
        Entry(
            "replaced_threshold",
            N_("Barrier to being replaced"),
            N_("very low, easily replaced"),
            N_("very high, hard to replace"),
        )
    ),
    Check(
        Entry(
            "power_over_customers",
            N_("Power over customers and channels"),
            N_("accepts any terms"),
            N_("sets the terms"),
        ),
        (
            Entry(
                "customers_homogeneity", N_("Similarity of its own product (unfavourable)"), _AGAINST, _FOR
            ),
            Entry("customers_brand", N_("Brand strength"), _AGAINST, _FOR),
            Entry("customers_region", N_("Regional advantage"), _AGAINST, _FOR),
        ),
    ),
    Check(
        Entry(
            "power_over_suppliers",
            N_("Power over suppliers, including us"),
            N_("accepts any terms"),
            N_("sets the terms"),
        ),
        (
            Entry(
                "suppliers_homogeneity",
                N_("Similarity of the purchased product (favourable)"),
                _AGAINST,
                _FOR,
            ),
            Entry("suppliers_brand", N_("Brand strength"), _AGAINST, _FOR),
            Entry("suppliers_region", N_("Regional advantage"), _AGAINST, _FOR),
        ),
    ),
)
"""The adapted reading: what should read 6 minus its force."""

LANDSCAPE = (
    Entry("name", N_("Rival"), kind="text"),
    Entry("strategy", N_("Marketing strategy"), kind="text"),
    Entry("positioning", N_("Positioning"), kind="text"),
    Entry("share", N_("Market share"), kind="percent", of_whole=True),
    Entry(
        "approach",
        N_("Approach"),
        kind="choice",
        choices=(("same", N_("same approach")), ("different", N_("different approach"))),
    ),
    Entry("qualification", N_("Qualifications held"), kind="text"),
)
"""Rivals are records of the answer; those with a different approach deserve most attention."""

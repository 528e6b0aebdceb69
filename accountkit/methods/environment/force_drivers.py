"""Porter's standard drivers with their anchors, and the items of the seed's adapted reading.

Each driver is rated as pressure on the customer, 1 weak to 5 strong. Sources: the drivers are textbook content
(M. E. Porter, Competitive Strategy, 1980); the adapted reading is seeds 004/5 and 004/8.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.marks import Item
from accountkit.methods.own import Field

FORCES: dict[str, str] = {
    "rivalry": N_("Existing rivalry"),
    "new_entrants": N_("New entrants"),
    "substitutes": N_("Substitutes"),
    "supplier_power": N_("Suppliers"),
    "buyer_power": N_("Buyers"),
}

_ROWS = {
    "rivalry": (
        (
            "rival_number",
            N_("number and balance of rivals"),
            N_("one clear leader, few others"),
            N_("many rivals of equal size"),
        ),
        (
            "growth",
            N_("industry growth"),
            N_("fast growth"),
            N_("a flat or shrinking industry"),
        ),
        ("sameness", N_("product similarity"), N_("clearly different"), N_("interchangeable products")),
        (
            "fixed_cost",
            N_("fixed and storage costs"),
            N_("low fixed costs"),
            N_("high fixed costs that push volume at low prices"),
        ),
        ("overcapacity", N_("surplus capacity"), N_("balanced capacity"), N_("large surplus capacity")),
        (
            "exit_barrier",
            N_("exit barriers"),
            N_("easy to leave"),
            N_("assets or obligations that prevent exit"),
        ),
        (
            "rival_intent",
            N_("aggressiveness and variety of rivals"),
            N_("stable behaviour"),
            N_("price wars, or newcomers with other goals"),
        ),
    ),
    "new_entrants": (
        ("scale", N_("economies of scale"), N_("large scale required"), N_("small scale sufficient")),
        ("brand_loyalty", N_("brand and loyalty"), N_("strong loyalty"), N_("no loyalty")),
        (
            "capital",
            N_("capital requirements"),
            N_("very high capital requirements"),
            N_("minimal capital requirements"),
        ),
        ("channel_access", N_("access to channels"), N_("channels closed"), N_("channels open to all")),
        ("know_how", N_("patents, data and experience"), N_("protected know-how"), N_("easy to copy")),
        (
            "licence",
            N_("licences and qualifications"),
            N_("strict, scarce licences"),
            N_("no licence required"),
        ),
        (
            "retaliation",
            N_("expected retaliation"),
            N_("certain and strong retaliation"),
            N_("no retaliation"),
        ),
    ),
    "substitutes": (
        (
            "price_performance",
            N_("price-performance of substitutes"),
            N_("substitutes clearly worse"),
            N_("substitutes clearly better"),
        ),
        (
            "switch_cost_sub",
            N_("switching cost"),
            N_("switching is expensive"),
            N_("switching is almost free"),
        ),
        (
            "propensity",
            N_("buyers' readiness to switch"),
            N_("conservative buyers"),
            N_("buyers eager to try"),
        ),
        (
            "improvement",
            N_("progress of substitutes"),
            N_("substitutes stagnant"),
            N_("substitutes improve fast"),
        ),
    ),
    "supplier_power": (
        (
            "supplier_concentration",
            N_("supplier concentration"),
            N_("many suppliers"),
            N_("one or two suppliers"),
        ),
        ("input_unique", N_("uniqueness of inputs"), N_("commodity input"), N_("unique input")),
        (
            "switch_cost_in",
            N_("cost of changing supplier"),
            N_("changing supplier is cheap"),
            N_("changing supplier is expensive"),
        ),
        (
            "input_substitute",
            N_("substitute inputs"),
            N_("several substitute inputs"),
            N_("no substitute input"),
        ),
        (
            "forward",
            N_("threat of forward integration"),
            N_("forward integration unlikely"),
            N_("suppliers already integrate forward"),
        ),
        (
            "importance_to_supplier",
            N_("customer's importance to suppliers"),
            N_("key customer of its suppliers"),
            N_("minor customer of its suppliers"),
        ),
    ),
    "buyer_power": (
        (
            "buyer_concentration",
            N_("buyer concentration and volume"),
            N_("many small buyers"),
            N_("few large buyers"),
        ),
        ("standard", N_("product standardisation"), N_("tailored product"), N_("fully standardised product")),
        (
            "switch_cost_out",
            N_("buyers' switching cost"),
            N_("switching is costly for buyers"),
            N_("switching is free for buyers"),
        ),
        (
            "backward",
            N_("threat of backward integration"),
            N_("backward integration unlikely"),
            N_("buyers already produce it themselves"),
        ),
        (
            "price_sensitive",
            N_("price sensitivity"),
            N_("small share of the buyers' cost"),
            N_("large share of the buyers' cost, thin margins"),
        ),
        ("transparency", N_("market transparency"), N_("opaque market"), N_("fully transparent prices")),
    ),
}

DRIVERS = tuple(Item(*row, group=force) for force, rows in _ROWS.items() for row in rows)
BY_FORCE = {force: tuple(item for item in DRIVERS if item.group == force) for force in FORCES}

THRESHOLDS = (
    Item(
        "replacing_threshold",
        N_("Barrier to winning buyers from substitutes"),
        N_("very low, buyers can switch at once"),
        N_("very high, buyers are hard to win"),
    ),
    Item(
        "replaced_threshold",
        N_("Barrier to being replaced"),
        N_("very low, easily replaced"),
        N_("very high, hard to replace"),
    ),
)
LOW_THRESHOLD = 2
"""A threshold of 2 or less is offered as a finding."""
POWERS = (
    Item(
        "power_over_customers",
        N_("Power over customers and channels"),
        N_("accepts any terms"),
        N_("sets the terms"),
    ),
    Item(
        "power_over_suppliers",
        N_("Power over suppliers, including us"),
        N_("accepts any terms"),
        N_("sets the terms"),
    ),
)
_AGAINST, _FOR = N_("unfavourable to the customer"), N_("favourable to the customer")
POWER_INPUTS = {
    "power_over_customers": (
        Item(
            "customers_homogeneity",
            N_("Similarity of its own product (unfavourable)"),
            _AGAINST,
            _FOR,
        ),
        Item("customers_brand", N_("Brand strength"), _AGAINST, _FOR),
        Item("customers_region", N_("Regional advantage"), _AGAINST, _FOR),
    ),
    "power_over_suppliers": (
        Item("suppliers_homogeneity", N_("Similarity of the purchased product (favourable)"), _AGAINST, _FOR),
        Item("suppliers_brand", N_("Brand strength"), _AGAINST, _FOR),
        Item("suppliers_region", N_("Regional advantage"), _AGAINST, _FOR),
    ),
}
CROSS_CHECK = {
    "buyer_power": "power_over_customers",
    "supplier_power": "power_over_suppliers",
    "substitutes": "replaced_threshold",
}
"""Force → the adapted item that should read 6 minus the force."""

LANDSCAPE = (
    Field("name", N_("Rival")),
    Field("strategy", N_("Marketing strategy")),
    Field("positioning", N_("Positioning")),
    Field("share", N_("Market share"), "percent"),
    Field(
        "approach",
        N_("Approach"),
        "choice",
        (("same", N_("same approach")), ("different", N_("different approach"))),
    ),
    Field("qualification", N_("Qualifications held")),
)
"""Rivals are records of the answer; those with a different approach deserve most attention."""

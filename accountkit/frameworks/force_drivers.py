"""Porter's standard drivers with their anchors, and the items of the seed's adapted reading.

Each driver is rated as pressure on the customer, 1 weak to 5 strong. Sources: the drivers are textbook content
(M. E. Porter, Competitive Strategy, 1980); the adapted reading is seeds 004/5 and 004/8.
"""

from __future__ import annotations

from accountkit.frameworks.framework import Field, Item
from accountkit.i18n import N_

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
            N_("fast growth, room for all"),
            N_("a flat or shrinking industry"),
        ),
        ("sameness", N_("product sameness"), N_("clearly different"), N_("interchangeable products")),
        (
            "fixed_cost",
            N_("fixed and storage cost"),
            N_("low fixed cost"),
            N_("high fixed cost pushes volume at any price"),
        ),
        ("overcapacity", N_("capacity jumps"), N_("balanced capacity"), N_("large surplus capacity")),
        ("exit_barrier", N_("exit barriers"), N_("easy to leave"), N_("trapped assets or duties")),
        (
            "rival_intent",
            N_("aggressiveness and variety of rivals"),
            N_("stable habits"),
            N_("price wars, outsiders with other goals"),
        ),
    ),
    "new_entrants": (
        ("scale", N_("scale economies needed"), N_("large scale essential"), N_("small scale is enough")),
        ("brand_loyalty", N_("brand and loyalty"), N_("strong ties"), N_("no loyalty")),
        ("capital", N_("capital needed"), N_("very high capital"), N_("trivial capital")),
        ("channel_access", N_("channel access"), N_("channels closed"), N_("channels open to anyone")),
        ("know_how", N_("patents, data, learning"), N_("protected know-how"), N_("free to copy")),
        (
            "licence",
            N_("licences and qualifications"),
            N_("strict, scarce licences"),
            N_("no licence needed"),
        ),
        (
            "retaliation",
            N_("expected retaliation"),
            N_("certain and harsh retaliation"),
            N_("no retaliation"),
        ),
    ),
    "substitutes": (
        (
            "price_performance",
            N_("price to performance of the other approach"),
            N_("substitutes clearly worse"),
            N_("substitutes clearly better"),
        ),
        (
            "switch_cost_sub",
            N_("cost to switch"),
            N_("switching is dear"),
            N_("switching costs next to nothing"),
        ),
        ("propensity", N_("buyers' readiness"), N_("conservative buyers"), N_("buyers eager to try")),
        (
            "improvement",
            N_("pace of improvement of substitutes"),
            N_("substitutes stagnant"),
            N_("substitutes improve fast"),
        ),
    ),
    "supplier_power": (
        (
            "supplier_concentration",
            N_("concentration of suppliers"),
            N_("many suppliers"),
            N_("one or two suppliers"),
        ),
        ("input_unique", N_("uniqueness of input"), N_("commodity input"), N_("unique input")),
        (
            "switch_cost_in",
            N_("cost to change supplier"),
            N_("cheap to change supplier"),
            N_("dear to change supplier"),
        ),
        (
            "input_substitute",
            N_("substitute inputs"),
            N_("several substitute inputs"),
            N_("no substitute input"),
        ),
        (
            "forward",
            N_("forward integration threat"),
            N_("forward integration not credible"),
            N_("suppliers already move forward"),
        ),
        (
            "importance_to_supplier",
            N_("customer's weight for the supplier"),
            N_("key account of its suppliers"),
            N_("negligible to its suppliers"),
        ),
    ),
    "buyer_power": (
        (
            "buyer_concentration",
            N_("concentration and volume of buyers"),
            N_("many small buyers"),
            N_("few large buyers"),
        ),
        ("standard", N_("standard product"), N_("tailored product"), N_("standard product for every buyer")),
        (
            "switch_cost_out",
            N_("buyers' switching cost"),
            N_("buyers switch at high cost"),
            N_("buyers switch at no cost"),
        ),
        (
            "backward",
            N_("backward integration threat"),
            N_("backward integration not credible"),
            N_("buyers already make it themselves"),
        ),
        (
            "price_sensitive",
            N_("price sensitivity"),
            N_("small share of the buyers' cost"),
            N_("large share of the buyers' cost, thin profit"),
        ),
        ("transparency", N_("information of buyers"), N_("opaque market"), N_("full price comparison")),
    ),
}

DRIVERS = tuple(Item(*row, group=force) for force, rows in _ROWS.items() for row in rows)
BY_FORCE = {force: tuple(item for item in DRIVERS if item.group == force) for force in FORCES}

THRESHOLDS = (
    Item(
        "replacing_threshold",
        N_("Threshold to replace others"),
        N_("very low, buyers can move at once"),
        N_("very high: hard to win buyers over"),
    ),
    Item(
        "replaced_threshold",
        N_("Threshold to be replaced"),
        N_("very low, easily replaced"),
        N_("very high: hard to replace"),
    ),
)
LOW_THRESHOLD = 2
"""A threshold of 2 or less is offered as a finding."""
POWERS = (
    Item(
        "power_over_customers",
        N_("Power over its customers and channel"),
        N_("takes any terms"),
        N_("sets terms"),
    ),
    Item(
        "power_over_suppliers",
        N_("Power over its suppliers, us included"),
        N_("takes any terms"),
        N_("sets terms"),
    ),
)
_AGAINST, _FOR = N_("against the customer"), N_("for the customer")
POWER_INPUTS = {
    "power_over_customers": (
        Item(
            "customers_homogeneity",
            N_("Sameness of the customer's own product (counts against it)"),
            _AGAINST,
            _FOR,
        ),
        Item("customers_brand", N_("Overall brand strength"), _AGAINST, _FOR),
        Item("customers_region", N_("Regional advantage"), _AGAINST, _FOR),
    ),
    "power_over_suppliers": (
        Item("suppliers_homogeneity", N_("Sameness of the bought product (counts for it)"), _AGAINST, _FOR),
        Item("suppliers_brand", N_("Overall brand strength"), _AGAINST, _FOR),
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
    Field("qualification", N_("Qualification held")),
)
"""Rivals are records of the answer; those with a different approach deserve most attention."""

"""What a contact of ours is worth on the way to a customer (methods, network_resources)."""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row

CIRCLES = (
    ("relatives", N_("relatives")),
    ("classmates", N_("classmates")),
    ("alumni", N_("alumni")),
    ("colleagues", N_("colleagues")),
    ("interests", N_("shared interests")),
    ("home_region", N_("home region")),
    ("customers", N_("customers")),
)
LEVELS = (
    ("kinship", N_("kinship")),
    ("instrumental", N_("instrumental")),
    ("mixed", N_("mixed (friends)")),
)
RESOURCES = (
    ("power", N_("power")),
    ("standing", N_("fame and wealth")),
    ("sensory", N_("pleasant presence")),
    ("information", N_("information")),
)
TENDING = (
    ("build_self", N_("build oneself")),
    ("effective_social", N_("choose circles")),
    ("gratitude", N_("return favours")),
    ("activate", N_("put resources to use")),
)
FAR = 1_000
"""Links of a contact of whom they are not counted yet: it comes last."""


def worth(row: Row) -> float | None:
    """Closeness × value of resources, 1 to 25; None while one is not rated."""
    closeness, value = row.value("closeness"), row.value("resource_value")
    return None if closeness is None or value is None else closeness * value


def rank(row: Row) -> tuple[float, float]:
    hops = row["hops"]
    return (hops if isinstance(hops, int | float) else FAR, -(worth(row) or 0))


def best(reading: RegisterReading) -> Row | None:
    """The first contact that leads to a person of this customer."""
    return next((row for row in reading.counted if row["target"] in reading.account.stakeholders), None)


def overdue(row: Row) -> bool:
    """Whether something promised is past its day."""
    due = row.value("due")
    return bool(row["promised"]) and due is not None and due < row.reading.account.as_of

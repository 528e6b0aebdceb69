"""Supporting teams: who supports sellers, and where do they report? (seed 004/10)

Where presales and the partner ecosystem belong follows from the offer: standard if products are pushed, else differentiated.
No sales operations in a bureaucratic style is an alarm (a proposal of the methods file).
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.sentences import Word, label, listing, says
from accountkit.methods.shapes import Column, Register
from accountkit.methods.shapes.register import RegisterReading, Row

TEAMS = {
    "marketing": N_("Marketing"),
    "presales": N_("Presales"),
    "deal_support": N_("Deal support"),
    "ecosystem": N_("Partner ecosystem"),
    "operations": N_("Sales operations"),
}
PLACES = {
    "own": N_("own unit"),
    "central": N_("central pool"),
    "units": N_("product or sector units"),
    "regions": N_("regional units"),
}
STANDARD = {"marketing": "own", "presales": "central", "deal_support": "central", "ecosystem": "regions"}
DIFFERENTIATED = {**STANDARD, "presales": "units", "ecosystem": "units"}
EXISTS = (("yes", N_("yes")), ("no", N_("no")))


def belongs(row: Row) -> str | None:
    """Where a team belongs; None where the sales mode does not say it."""
    mode = getattr(row.reading.record, "mode", None)
    places = {None: {}, "product_push": STANDARD}.get(mode, DIFFERENTIATED)
    return places.get(row.value("team") or "")


def _misplaced(row: Row) -> bool:
    right, place = belongs(row), row.value("place")
    return row.value("exists") == "yes" and None not in (right, place) and right != place


def _having(reading: RegisterReading) -> set[str]:
    return {row.value("team") for row in reading.counted if row.value("exists") == "yes"}


def _no_operations(reading: RegisterReading) -> bool:
    style = reading.analyses.read(reading.method.reads[0], reading.subject_id).verdict
    return style == "bureaucratic" and "operations" not in _having(reading)


def _words(reading: RegisterReading) -> Mapping[str, Word]:
    if not reading.counted:
        return {}
    having = _having(reading)
    return {
        "teams": listing(label(text) for key, text in TEAMS.items() if key in having),
        "gap": listing(label(text) for key, text in TEAMS.items() if key not in having),
    }


METHOD = Register(
    key="support_teams",
    name=N_("Supporting teams"),
    question=N_("Who supports sellers, and where do they report?"),
    group="organisation",
    workspace="team",
    source="004/10",
    rule=N_(
        "Marketing is a unit of its own; deal support is central. Presales is a central pool for standard offerings, and inside product or sector units for differentiated ones; partners belong to regions, or to these units. A bureaucratic organisation without sales operations is an alarm."
    ),
    first=N_("Add each team that supports sellers."),
    subject="team",
    reads=("organisation_style",),
    uses=(),
    columns=(
        Column("team", N_("Supporting team"), "choice", tuple(TEAMS.items())),
        Column("exists", N_("Exists"), "choice", EXISTS),
        Column("place", N_("Place in the organisation"), "choice", tuple(PLACES.items())),
        Column("belongs", N_("Belongs to"), "choice", tuple(PLACES.items()), of=belongs),
        Column("headcount", N_("Headcount"), "number"),
        Column("gap", N_("What is missing")),
    ),
    row_flags=(Flag("misplaced", N_("belongs elsewhere"), _misplaced),),
    alarms=(Flag("no_operations", N_("bureaucratic without sales operations"), _no_operations),),
    total_names={"count": N_("Supporting teams")},
    says=(says(N_("Support available: {teams}; missing: {gap}."), internal=True),),
    words=_words,
    feeds=("sales_operations", "resource_grid"),
)

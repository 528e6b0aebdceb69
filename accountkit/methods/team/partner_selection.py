"""Partner positioning: sell here ourselves, with a strategic partner, with a local one, or not at all? (seeds 004/4, 004/5)

Both axes are the segment's own, those of the expansion matrix. Worked by hand: potential 4 and difficulty 5: strategic.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag, Reading
from accountkit.methods.sentences import label, name, says
from accountkit.methods.shapes import Axis, Cell, Matrix

KINDS = (("differentiated", N_("differentiated")), ("standard", N_("standard")))


def _derived(reading: Reading) -> Mapping[str, Any]:
    """Both axes are those of the grid that it shares; what we sell is differentiated or standard if all offerings are."""
    grid = reading.analyses.read(reading.method.reads[0], reading.subject_id)
    axes = {key: grid.value(key) for key in ("potential", "difficulty")}
    offers = reading.practice.offers.values()
    known = {one.differentiated for one in offers if one.segment_id == reading.subject_id} - {"unknown"}
    kind = {"yes": "differentiated", "no": "standard"}
    return {**axes, "offer": kind[known.pop()] if len(known) == 1 else None}


METHOD = Matrix(
    key="partner_selection",
    name=N_("Partner positioning"),
    question=N_(
        "Should we sell here ourselves, with a strategic partner, with a local partner, or not at all?"
    ),
    group="organisation",
    workspace="team",
    source="004/4, 004/5",
    rule=N_(
        "High potential: direct if easy, a strategic partner if hard. Low potential: a local partner if easy, no investment if hard. Partners complement direct sales and do not collide with them. Cooperation on a single project is outside this method."
    ),
    first=N_("Rate potential and difficulty of each segment."),
    subject="segment",
    reads=("expansion_matrix",),
    uses=("offers",),
    derives=_derived,
    horizontal=Axis(
        "difficulty",
        N_("Difficulty"),
        N_("easy"),
        N_("hard"),
        (Entry("difficulty", N_("Difficulty"), N_("easy"), N_("hard"), on_record=True),),
    ),
    vertical=Axis(
        "potential",
        N_("Market potential"),
        N_("low"),
        N_("high"),
        (Entry("potential", N_("Market potential"), N_("low"), N_("high"), on_record=True),),
    ),
    cells=(
        Cell(
            "strategic",
            N_("strategic partner"),
            True,
            True,
            N_("The partner opens doors and keeps relations; our team moves the deal."),
        ),
        Cell("direct", N_("direct sales"), False, True, N_("Our own team sells.")),
        Cell(
            "local",
            N_("local partner"),
            False,
            False,
            N_("The partner sells alone, at its own cost; tiers are possible."),
        ),
        Cell("none", N_("no investment"), True, False, N_("Spend nothing here for now.")),
    ),
    extra=(Entry("offer", N_("What we sell here"), kind="choice", choices=KINDS, counts=False),),
    flags=(
        Flag(
            "wholesale",
            N_("OEM or wholesale possible"),
            lambda r: r.verdict == "strategic" and r.value("offer") == "standard",
        ),
    ),
    says=(
        says(
            N_("Route to {segment}: {route}, close to {other}."),
            when=lambda reading: reading.borderline,
            internal=True,
        ),
        says(N_("Route to {segment}: {route}."), when=lambda reading: not reading.borderline, internal=True),
    ),
    words=lambda reading: {
        "segment": name(reading.called),
        "route": label(reading.cell.name) if reading.cell else None,
        "other": label(reading.borders[0].name) if reading.borders else None,
    },
    feeds=("strategic_partner_profile", "local_partner_profile", "resource_grid"),
)

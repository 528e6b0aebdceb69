"""Partner training and support: can the partner present, sell and support without us? (seed 004/4)

It may sell alone once the technical and the go-to-market training are certified; both expire after 12 months (proposals
of the methods file). Worked by hand: both certified in the last year, nothing else: 2 of 6, may sell alone.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.team import partner_work as rules

METHOD = Checklist(
    key="partner_enablement",
    name=N_("Partner training and support"),
    question=N_("Can the partner present, sell and support without us?"),
    group="organisation",
    workspace="team",
    source="004/4",
    rule=N_(
        "Training and support count for 12 months. The partner may sell alone if the technical and the go-to-market training are certified."
    ),
    first=N_("Enter when each training was held, and who was certified."),
    subject="partner",
    reads=("partner_agreement", "go_to_market_sheet"),
    uses=("offers",),
    conditions=tuple(
        Condition(f"{key}_done", text, required=key in rules.NEEDED, of=rules.done(key))
        for key, text in rules.TRAININGS.items()
    ),
    judge=rules.alone,
    outcomes={"alone": N_("may sell alone"), "with_us": N_("sells with us")},
    extra=tuple(
        entry
        for key, text in rules.TRAININGS.items()
        for entry in (
            Entry(f"{key}_on", text, kind="date", prompt=rules.PROMPTS.get(key, ""), counts=False),
            Entry(f"{key}_by", N_("Held by"), kind="line", counts=False),
            Entry(
                f"{key}_certified",
                N_("Certified"),
                kind="choice",
                choices=labels.pairs("answered"),
                counts=False,
            ),
        )
    ),
    flags=(
        Flag("expired", N_("training expired"), lambda r: bool(r.unmet)),
        Flag(
            "agreement",
            N_("agreement incomplete"),
            lambda r: r.analyses.read("partner_agreement", r.subject_id).verdict in ("fail", "open"),
        ),
        Flag("sheet", N_("a sheet in its scope is not ready"), rules.sheet_missing),
    ),
    says=(
        says(
            N_("{partner} is enabled in {n} of 6 and {verdict}. Next: {item}."),
            N_("{partner} is enabled in {n} of 6 and {verdict}."),
            internal=True,
        ),
    ),
    words=rules.training_words,
    feeds=("partner_review",),
)

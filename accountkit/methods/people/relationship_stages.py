"""Five stages of a working relationship: how far has trust grown, and what may I ask now? (seed 004/2, 004/8)

The stage is a field of the person; what ends a stage is a proposal of the methods file. More than 60 days without contact
lower the stage that is shown by one. Stimulus, value and role (Murstein) stand behind the first three stages. Worked: head
of IT, attraction, 86 days ago: first impression, to re-check.
"""

from __future__ import annotations

from accountkit.i18n import N_, _
from accountkit.methods.method import Flag
from accountkit.methods.people.stages import STAGES, before, shown, to_check
from accountkit.methods.sentences import label, says, text
from accountkit.methods.shapes import Checklist

METHOD = Checklist(
    key="relationship_stages",
    name=N_("Five stages of a working relationship"),
    question=N_("How far has trust grown with this person, and what may I ask now?"),
    group="people",
    workspace="people",
    source="004/2, 004/8",
    rule=N_(
        "Each person is at one stage. Ask about strategy or budget from mutual trust on, and about implications from attraction on. After 60 days without contact the stage is shown one lower, to re-check."
    ),
    first=N_("Choose the stage that the relationship has reached."),
    subject="stakeholder",
    uses=("stakeholders", "contacts", "visits"),
    stages=STAGES,
    stage_field="relationship_stage",
    present=shown,
    flags=(
        Flag("recheck", N_("to re-check: no contact in 60 days"), to_check),
        Flag(
            "no_strategy",
            N_("too early for strategy and budget"),
            lambda r: r.verdict is not None and before(r, "mutual_trust"),
        ),
        Flag(
            "no_implication",
            N_("too early for implication questions"),
            lambda r: r.verdict is not None and before(r, "liking"),
        ),
    ),
    says=(
        says(
            N_("Relationship with {role}: {stage}; next step: {exit}."),
            when=lambda reading: reading.verdict is not None,
            internal=True,
        ),
    ),
    words=lambda reading: {
        "role": text(reading.called),
        "stage": label(reading.current.name) if reading.current else None,
        "exit": text(_(reading.current.ends)) if reading.current else None,
    },
    feeds=(
        "question_script",
        "action_commitment",
        "supporters",
        "contact_mechanism",
        "contact_coverage",
        "internal_politics",
    ),
)

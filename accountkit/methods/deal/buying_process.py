"""Buying process: where is the customer in buying, who counts now, and is our step in tune? (seed 001/5, 004/3)

The present stage is the first that has not ended. Who counts in design, comparison and commitment, the ends of stages but
the tender, and the warnings are proposals of the methods file. Worked: internal discussion, our step need analysis: ahead.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.deal.buying_stages import (
    GROUPS,
    NAMED,
    ORDER,
    STAGES,
    STEPS,
    WHO,
    ahead,
    first_meeting_open,
    tender_without_decider,
    who_counts,
    words,
)
from accountkit.methods.method import Entry, Flag, Suggests
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist
from accountkit.methods.shapes.checklist import COMPLETE

METHOD = Checklist(
    key="buying_process",
    name=N_("Buying process"),
    question=N_("Where is the customer in the buying process, who matters now, and is our step aligned?"),
    group="plan",
    workspace="deal",
    source="001/5, 004/3",
    rule=N_(
        "The current stage is the first that is not complete. Follow the customer's process, not our order target, and name a person for each group involved."
    ),
    first=N_("Mark the buying stages that are complete."),
    subject="opportunity",
    uses=("opportunities", "stakeholders", "contacts", "visits"),
    stages=STAGES,
    reached=lambda account, deal: getattr(account.opportunities.get(deal or ""), "stage", None),
    extra=(
        *(Entry(key, name, kind="people", counts=False) for key, name in GROUPS.items()),
        Entry("step", N_("Our selling step"), kind="choice", choices=tuple(STEPS.items()), counts=False),
        Entry("entered", N_("Stage of our first contact"), kind="choice", choices=NAMED, counts=False),
        Entry("judged", N_("Customer's criteria at this stage"), kind="text", counts=False),
    ),
    flags=(
        Flag("step_ahead", N_("our step is ahead of the customer"), lambda r: (ahead(r) or 0) >= 1),
        Flag("first_meeting", N_("no meeting with the decision makers yet"), first_meeting_open),
        Flag(
            "no_decider", N_("tender issued without contact to the decision makers"), tender_without_decider
        ),
        Flag("late_entry", N_("late entry"), lambda r: r.value("entered") in ORDER[3:]),
    ),
    says=(
        says(
            N_("{deal}: all buying stages are complete."), when=lambda r: r.verdict == COMPLETE, internal=True
        ),
        says(
            N_("{deal} is in {stage}. Key person: {role}. Our step ({step}) is {tune}."),
            N_("{deal} is in {stage}. Key person: {role}."),
            N_("{deal} is in {stage}."),
            internal=True,
        ),
    ),
    words=words,
    suggests=(
        Suggests(
            "who_counts",
            N_("No key person is named for this stage yet: {stage}."),
            N_("Add people"),
            lambda r: r.current is not None and r.verdict is not None and not who_counts(r),
            path=lambda r: f"{r.method.answer_path(r.subject_id)}/values/{WHO[r.current.key][0]}",
        ),
    ),
    feeds=("action_commitment", "sales_objective", "opportunity_elements", "funnel_grade"),
)

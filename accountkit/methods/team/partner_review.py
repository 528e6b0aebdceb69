"""Partner management and renewal: do we go on with this partner? (seed 004/4)

All four conditions renew it, one that is not met ends it. The line of 80 % of the quota is a proposal of the methods file.
Worked by hand: 710 k of a quota of 1,000 k is 71 %, below the line: end.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag, Suggests
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import MET
from accountkit.methods.team import partner_work as rules

METHOD = Checklist(
    key="partner_review",
    name=N_("Partner management and renewal"),
    question=N_("Do we go on with this partner?"),
    group="organisation",
    workspace="team",
    source="004/4",
    rule=N_(
        "Renew if all four conditions are met; end if one is not. The performance line is 80 % of the quota unless another is set. Between partners, bring them together to share; between a partner and us, protect the partner. The partner judges us too."
    ),
    first=N_("Enter what was sold, and check the four conditions of renewal."),
    subject="partner",
    reads=("partner_agreement", "partner_enablement"),
    uses=(),
    derives=rules.performance_met,
    conditions=(
        Condition("performance_met", N_("Performance line met")),
        Condition("qualified", N_("Still qualified")),
        Condition("honest", N_("Pays and serves honestly"), N_("No harm to our name")),
        Condition("no_rival", N_("No dealing with rivals")),
    ),
    outcomes={"pass": N_("renew"), "fail": N_("end"), "open": N_("renewal undecided")},
    extra=(
        Entry("sold", N_("Sold in the period"), kind="money", counts=False),
        Entry("line", N_("Performance line, share of quota"), kind="percent", counts=False),
        *(Entry(key, text, kind="choice", choices=MET, counts=False) for key, text in rules.DAILY),
        *(
            Entry(
                f"view_{key}",
                text,
                N_("poor"),
                N_("excellent"),
                prompt=N_("The partner's view of us"),
                counts=False,
            )
            for key, text in rules.VIEW.items()
        ),
    ),
    flags=(
        Flag(
            "expired",
            N_("training expired"),
            lambda r: "expired" in r.analyses.read("partner_enablement", r.subject_id).flags,
        ),
        Flag(
            "unhappy",
            N_("the partner judges us poorly"),
            lambda r: any((r.value(f"view_{key}") or 5) <= 2 for key in rules.VIEW),
        ),
    ),
    says=(
        says(
            N_("{partner}: {verdict}, {done} of quota; not met: {unmet}."),
            N_("{partner}: {verdict}; not met: {unmet}."),
            N_("{partner}: {verdict}, {done} of quota."),
            N_("{partner}: {verdict}."),
            internal=True,
        ),
    ),
    words=rules.renewal_words,
    suggests=(
        Suggests(
            "plan",
            N_("{partner} reached {done} of its quota. Ask for a plan before renewing?"),
            N_("Review"),
            lambda r: r.value("performance_met") == "not_met",
        ),
    ),
    feeds=("resource_grid", "quota_plan"),
)

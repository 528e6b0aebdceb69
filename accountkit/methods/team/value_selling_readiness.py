"""Value-selling readiness: is the organisation, and not only one seller, able to sell value? (seed 004/3)

    readiness = (met + half of partly) / 11, at most 50 % while management is not organised

The cap is a proposal of the methods file: single sellers cannot turn alone. Worked by hand: 6 met, 2 partly is 63.6 %,
capped at 50 %. The brief says nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.sentences import Word, label, listing, says, share
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import ChecklistReading

STEPS = (("not_met", N_("not met")), ("partly", N_("partly met")), ("met", N_("met")))
ORGANISED, CAP = "organised", 0.5
ITEMS = (
    ("active", N_("Active selling"), ""),
    ("customer_centred", N_("Customer-centred"), ""),
    ("all_scenes", N_("All sales modes mastered"), ""),
    ("people_link", N_("People linked"), ""),
    ("business_link", N_("Product and business linked"), ""),
    ("choose", N_("Deals chosen or dropped by strategy"), ""),
    (
        ORGANISED,
        N_("Organised management"),
        N_("Mode fits strategy, control and pay fit the mode, the organisation learns"),
    ),
    ("visit", N_("Process for visits"), ""),
    ("deal", N_("Process for deals"), ""),
    ("account", N_("Process for accounts"), ""),
    ("channel", N_("Process for channels"), ""),
)


def readiness(reading: ChecklistReading) -> float | None:
    """None while fewer than 60 % of the items are assessed."""
    if not reading.enough:
        return None
    steps = [reading.value(key) for key, *_rest in ITEMS]
    found = (steps.count("met") + steps.count("partly") / 2) / len(ITEMS)
    return min(found, CAP) if reading.value(ORGANISED) == "not_met" else found


def _outcome(reading: ChecklistReading) -> str | None:
    if readiness(reading) is None:
        return None
    if reading.value(ORGANISED) == "not_met":
        return "capped"
    return "pass" if readiness(reading) == 1 else "open"


def _words(reading: ChecklistReading) -> Mapping[str, Word]:
    return {
        "share": share(readiness(reading)),
        "items": listing(
            label(text) for key, text, _prompt in ITEMS if reading.value(key) in ("not_met", "partly")
        ),
    }


METHOD = Checklist(
    key="value_selling_readiness",
    name=N_("Value-selling readiness"),
    question=N_("Is the organisation, and not only one seller, able to sell value?"),
    group="organisation",
    workspace="team",
    source="004/3",
    rule=N_(
        "Readiness is met plus half of partly met, of eleven. While management is not organised, it is at most 50 %: single sellers cannot change alone."
    ),
    first=N_("Assess the three principles, four mindsets and four processes."),
    subject="team",
    reads=("sales_operations",),
    uses=(),
    conditions=tuple(Condition(*one, choices=STEPS) for one in ITEMS),
    judge=_outcome,
    outcomes={"pass": N_("ready"), "capped": N_("at most 50 %"), "open": N_("partly ready")},
    flags=(
        Flag("capped", N_("management is not organised"), lambda r: r.value(ORGANISED) == "not_met"),
        Flag(
            "not_lived",
            N_("called organised, but a required rule is missing"),
            lambda r: (
                r.value(ORGANISED) == "met"
                and r.analyses.read(r.method.reads[0], r.subject_id).verdict == "fail"
            ),
        ),
    ),
    on_screen=(says(N_("Ready for value selling: {share}. Missing: {items}.")),),
    words=_words,
    feeds=("partner_review", "account_lifecycle", "visit_plan", "opportunity_elements"),
)

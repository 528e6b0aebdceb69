"""Solution evaluation: on the indicators that matter, are we better, and can we prove it? (seed 004/8)

    weight = importance × urgency (× return / 3 where rated)      total = Σ weight × score / Σ weight
    unique value: our score − the best rival's ≥ 1, ranked by weight × lead

The arithmetic is a proposal of the methods file. Worked: 3.93 against 3.11 and 2.98; throughput 25, traceability 16.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.deal.solution_rules import (
    PROOFS,
    RIVALS,
    indicator_rows,
    lead,
    new_indicators,
    new_values,
    totals,
    unique,
    value_rows,
    weight,
    words,
)
from accountkit.methods.method import Entry, Flag, Suggests
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

FAILS, EXCEEDS = N_("fails"), N_("exceeds")
METHOD = Register(
    key="solution_evaluation",
    name=N_("Solution evaluation"),
    question=N_("On the indicators that matter, are we better, and can we prove it?"),
    group="evaluate",
    workspace="deal",
    source="004/8",
    rule=N_(
        "Weight is importance times urgency, times a third of the return where it is rated. We are unique where we lead the best rival by 1 or more; only that, on a heavy indicator, moves the choice. A doubt raised while it can be answered is better than one raised later."
    ),
    first=N_("Enter the need indicators and score us and each rival."),
    subject="need",
    uses=("needs", "doubts", "levers", "offers"),
    extra=(
        Entry("indicators", N_("What shows that the need is met"), kind="text", counts=False, on_record=True),
        *(Entry(f"name_{key}", title, kind="line", counts=False) for key, (title, _score) in RIVALS.items()),
        Entry("evaluation_cost", N_("Customer's cost of judging us"), N_("small"), N_("heavy"), counts=False),
    ),
    columns=(
        Column("indicator", N_("Need indicator")),
        Column("weight", N_("Weight"), "number", of=weight),
        Column("our_score", N_("Our score"), "rating", low=FAILS, high=EXCEEDS),
        *(
            Column(f"rival_{key}", score, "rating", titled_by=f"name_{key}", low=FAILS, high=EXCEEDS)
            for key, (_title, score) in RIVALS.items()
        ),
        Column("lead", N_("Lead"), "number", of=lead),
        Column(
            "importance",
            N_("Importance"),
            "rating",
            low=N_("nice to have"),
            high=N_("no purchase without it"),
        ),
        Column("urgency", N_("Urgency"), "rating", low=N_("any time"), high=N_("now")),
        Column(
            "return",
            N_("Return on meeting it"),
            "rating",
            low=N_("hardly pays"),
            high=N_("pays for the whole"),
        ),
        Column("proof", N_("Proof"), "choice", PROOFS),
        Column("proof_status", N_("State of the proof"), "choice", labels.pairs("proof")),
        Column("feature", N_("Feature")),
        Column("advantage", N_("Advantage")),
        Column("benefit", N_("Benefit")),
        Column("grounds", N_("Evidence")),
    ),
    order=lambda row: -(row["weight"] or 0),
    row_flags=(Flag("unique", N_("unique value"), unique, tone="green"),),
    alarms=(
        Flag("lighter_test", N_("offer a lighter test"), lambda r: (r.value("evaluation_cost") or 0) >= 4),
    ),
    totals=totals,
    total_names={
        "us": N_("Us"),
        **{key: title for key, (title, _score) in RIVALS.items()},
        "coverage": N_("Share proven"),
    },
    says=(
        says(
            N_(
                "“{need}”: our unique value is {indicator} (weight {w}), proven by {proof}; open doubts: {n}."
            ),
            N_("“{need}”: our unique value is {indicator} (weight {w}), not proven yet; open doubts: {n}."),
            N_("“{need}”: nothing sets us apart yet; open doubts: {n}."),
            when=lambda r: r.totals["us"] is not None,
            internal=True,
        ),
    ),
    words=words,
    suggests=(
        Suggests(
            "indicators",
            N_("Evaluate these indicators of the need: {list}."),
            N_("Add rows"),
            lambda r: bool(new_indicators(r)),
            edits=indicator_rows,
        ),
        Suggests(
            "sheet",
            N_("Evaluate what our sheets call unique: {ours}."),
            N_("Add rows"),
            lambda r: bool(new_values(r)),
            edits=value_rows,
        ),
    ),
    feeds=(
        "value_proposition_canvas",
        "solution_selling_stages",
        "buyer_concerns",
        "sales_objective",
        "dupont_roe",
    ),
)

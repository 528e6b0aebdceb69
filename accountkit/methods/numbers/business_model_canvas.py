"""Business model canvas: what does this organisation, department or person do, for whom, with what? (seed 004/8)

Completeness is counted out of nine. Every problem names the blocks it arises in; a block with two or more problems is
highlighted (a proposal of the methods file).
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods import subjects
from accountkit.methods.method import Entry, Reading
from accountkit.methods.sentences import Word, label, listing, name, says
from accountkit.methods.shapes import Block, Canvas
from accountkit.methods.shapes.canvas import CanvasReading

BLOCKS = (
    Block("key_partners", N_("Key partners"), N_("Who helps create and deliver the value?"), (0, 0, 2, 2)),
    Block("key_activities", N_("Key activities"), N_("Which activities create the value?"), (2, 0, 2, 1)),
    Block("key_resources", N_("Key resources"), N_("What sustains the advantage?"), (2, 1, 2, 1)),
    Block(
        "value_propositions", N_("Value propositions"), N_("Which value does each segment get?"), (4, 0, 2, 2)
    ),
    Block(
        "customer_relationships", N_("Customer relationships"), N_("How are customers served?"), (6, 0, 2, 1)
    ),
    Block("channels", N_("Channels"), N_("How are customers reached?"), (6, 1, 2, 1)),
    Block(
        "customer_segments", N_("Customer segments"), N_("Who is served, including colleagues?"), (8, 0, 2, 2)
    ),
    Block("cost_structure", N_("Cost structure"), N_("What does it cost, not only in money?"), (0, 2, 5, 1)),
    Block(
        "revenue_streams", N_("Revenue streams"), N_("What does it bring, not only in money?"), (5, 2, 5, 1)
    ),
)


def _problems(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """The open problems that name each block."""
    account = reading.account
    counted = {
        key: problem
        for key, problem in account.problems.items()
        if not problem.closed and account.standing(problem.evidence) != "refuted"
    }
    return {
        block.key: tuple(f"problems/{key}" for key, one in counted.items() if block.key in one.canvas_blocks)
        for block in BLOCKS
    }


def _words(reading: CanvasReading) -> Mapping[str, Word]:
    named = [label(block.name) for block in BLOCKS if reading.counts[block.key]]
    return {
        "blocks": listing(named) if named else None,
        "unit": name(reading.value("unit") or subjects.customer_name(reading.account)),
    }


def _several(reading: CanvasReading) -> bool:
    return len({path for paths in reading.pointing.values() for path in paths}) > 1


METHOD = Canvas(
    key="business_model_canvas",
    name=N_("Business model canvas"),
    question=N_("What does this organisation, department or person do, for whom, with what?"),
    group="understand",
    workspace="numbers",
    source="004/8",
    rule=N_(
        "Each problem is linked to the blocks where it arises; a block with two or more problems is highlighted."
    ),
    first=N_("Fill in the blocks for one unit, and link each problem to the blocks where it arises."),
    uses=("problems", "profile"),
    header=(
        Entry(
            "unit",
            N_("Unit described"),
            kind="line",
            prompt=N_("The company, an institution, a department or a role"),
            counts=False,
        ),
    ),
    blocks=BLOCKS,
    points=_problems,
    says=(
        says(N_("The problem lies in {blocks} of {unit}."), when=lambda reading: not _several(reading)),
        says(N_("The problems lie in {blocks} of {unit}."), when=_several),
    ),
    words=_words,
    feeds=("balanced_scorecard", "problem_types", "question_script"),
)

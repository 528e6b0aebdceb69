"""The ten rated items of a motive with their anchors, and the guidance for its four effects (seed 004/8)."""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry
from accountkit.methods.shapes import Group

GROUPS = (
    Group(
        "effects",
        N_("Benefit: the four effects"),
        (
            Entry(
                "unsolved_long",
                N_("If unsolved: over time"),
                N_("the impact stays small"),
                N_("costs keep growing, or the opportunity is lost"),
            ),
            Entry(
                "unsolved_spread",
                N_("If unsolved: who else is affected"),
                N_("the team only"),
                N_("top management, buyers and rivals notice"),
            ),
            Entry("solved_long", N_("If solved: over time"), N_("one-off relief"), N_("benefits every year")),
            Entry(
                "solved_spread",
                N_("If solved: who else benefits"),
                N_("one position benefits"),
                N_("other departments or the brand benefit"),
            ),
        ),
        0.35,
    ),
    Group(
        "urgency",
        N_("Urgency"),
        (
            Entry(
                "urgency",
                N_("Urgency"),
                N_("no deadline, and stable"),
                N_("must be solved within three months"),
            ),
        ),
        0.25,
    ),
    Group(
        "vision",
        N_("Vision clarity"),
        (
            Entry(
                "vision",
                N_("Vision clarity"),
                N_("no idea of a solution"),
                N_("describes the solved state in their own words"),
            ),
        ),
        0.15,
        asked=-1,
    ),
    Group(
        "harm",
        N_("Concerns"),
        (
            Entry(
                "risk",
                N_("Risk of change"),
                N_("negligible"),
                N_("could cost a job or stop operations"),
                weight=2.0,
            ),
            Entry("obstacle", N_("Obstacle"), N_("no obstacle"), N_("a powerful opponent, or no funds")),
            Entry(
                "process_change",
                N_("Process change"),
                N_("no change of process"),
                N_("several departments change how they work"),
            ),
            Entry("skill", N_("Learning"), N_("no new skill"), N_("new job profiles; some staff do not fit")),
        ),
        0.25,
        falls=True,
    ),
)
"""The parts of the score with their weights."""

PHRASES = {
    "unsolved_long": N_("ending a growing loss"),
    "unsolved_spread": N_("containing the problem"),
    "solved_long": N_("a recurring benefit"),
    "solved_spread": N_("benefits for other departments"),
    "risk": N_("the risk of change"),
    "obstacle": N_("the obstacles"),
    "process_change": N_("new processes"),
    "skill": N_("the learning effort"),
}

DEGREES: dict[str, dict[str, str]] = {
    "restore": {"temporary": N_("emergency fix"), "fundamental": N_("root fix")},
    "prevent": {"temporary": N_("response after the event"), "fundamental": N_("prevention")},
    "pursue_ideal": {"temporary": N_("planning"), "fundamental": N_("execution")},
}
"""What the two degrees of solution are, by the problem's type."""

GUIDANCE: dict[str, dict[str, str]] = {
    "restore": {
        "unsolved_long": N_("idle losses add up, and a backlog makes repair more expensive"),
        "unsolved_spread": N_("management, buyers and rivals hear of it; staff leave"),
        "solved_long": N_("normal operations earn again every month"),
        "solved_spread": N_("damage is contained, and quick repair shows competence"),
    },
    "prevent": {
        "unsolved_long": N_("worry, makeshift costs and rising probability; time to act runs out"),
        "unsolved_spread": N_("others add safety margins and checks"),
        "solved_long": N_("less worry and fewer makeshift measures; early action is cheap"),
        "solved_spread": N_("the wider system costs less, and funding is easier"),
    },
    "pursue_ideal": {
        "unsolved_long": N_("the window closes, careers stall, rivals catch up"),
        "unsolved_spread": N_("partners and other departments also lose the opportunity"),
        "solved_long": N_("capability and satisfaction improve, then results"),
        "solved_spread": N_("one strong department lifts the others"),
    },
}
"""What to think of when rating an effect, by the problem's type."""

NEXT_MOVE: dict[str, str] = {
    "vision": N_("Their vision is vague. Show an example."),
    "unsolved_long": N_("The cost of waiting is unclear. Ask what it adds up to."),
    "unsolved_spread": N_("We don't yet know who else is affected. Ask."),
    "solved_long": N_("The recurring benefit is unclear. Ask what a solution would free up each year."),
    "solved_spread": N_("We don't yet know who else would benefit. Ask."),
    "urgency": N_("Nothing is urgent. Find a deadline."),
    "risk": N_("Main concern: risk. Offer proof or a pilot."),
    "obstacle": N_("Main concern: an obstacle. Find out who would lose, and win a sponsor."),
    "process_change": N_("Main concern: process change. Phase it."),
    "skill": N_("Main concern: learning. Include training in the solution."),
}
"""What to do next, by the lowest of the normalised parts (rule 5)."""

"""The ten rated items of a motive with their anchors, and the guidance for its four effects (seed 004/8)."""

from __future__ import annotations

from accountkit.frameworks.framework import Item
from accountkit.i18n import N_

ITEMS: tuple[Item, ...] = (
    Item(
        "vision",
        N_("Vision clarity"),
        N_("no idea how it could be solved"),
        N_("describes the solved state in own words"),
        "vision",
    ),
    Item(
        "unsolved_long",
        N_("If unsolved, over time"),
        N_("stays small"),
        N_("cost or loss keeps growing, or the chance is lost for good"),
        "effects",
    ),
    Item(
        "unsolved_spread",
        N_("If unsolved, who else feels it"),
        N_("stays in the team"),
        N_("reaches top management, buyers, rivals"),
        "effects",
    ),
    Item(
        "solved_long",
        N_("If solved, over time"),
        N_("one-off relief"),
        N_("gain accumulates every year"),
        "effects",
    ),
    Item(
        "solved_spread",
        N_("If solved, who else gains"),
        N_("one desk benefits"),
        N_("lifts other departments or the brand"),
        "effects",
    ),
    Item(
        "urgency",
        N_("Urgency"),
        N_("no date, no worsening"),
        N_("must be solved within three months"),
        "urgency",
    ),
    Item(
        "risk",
        N_("Risk of change"),
        N_("negligible"),
        N_("could cost the job or stop operations"),
        "harm",
        2.0,
    ),
    Item("obstacle", N_("Obstacle"), N_("no obstacle"), N_("a powerful loser or no funds"), "harm"),
    Item(
        "process_change",
        N_("Process change"),
        N_("no change of process"),
        N_("several departments work differently"),
        "harm",
    ),
    Item("skill", N_("Skill learning"), N_("no new skill"), N_("new profile, some staff unsuited"), "harm"),
)
BY_GROUP = {
    group: tuple(item for item in ITEMS if item.group == group)
    for group in ("effects", "urgency", "vision", "harm")
}
NAMES = {item.key: item.name for item in ITEMS}

GROUPS: dict[str, tuple[str, float]] = {
    "effects": (N_("Benefit: the four effects"), 0.35),
    "urgency": (N_("Urgency"), 0.25),
    "vision": (N_("Vision clarity"), 0.15),
    "harm": (N_("Harm to avoid"), 0.25),
}
"""The parts of the score and their weights."""

EFFECT_PHRASES = {
    "unsolved_long": N_("ending a loss that keeps growing"),
    "unsolved_spread": N_("keeping the trouble from spreading"),
    "solved_long": N_("a gain that adds up every year"),
    "solved_spread": N_("relief beyond the own desk"),
}
HARM_PHRASES = {
    "risk": N_("the risk of change"),
    "obstacle": N_("what stands in the way"),
    "process_change": N_("new ways of working"),
    "skill": N_("what has to be learned"),
}

DEGREES: dict[str, dict[str, str]] = {
    "restore": {"temporary": N_("emergency fix"), "fundamental": N_("root fix")},
    "prevent": {"temporary": N_("response once it happens"), "fundamental": N_("prevention beforehand")},
    "pursue_ideal": {"temporary": N_("planning"), "fundamental": N_("carrying out")},
}
"""What the two degrees of solution are, by the problem's type."""

GUIDANCE: dict[str, dict[str, str]] = {
    "restore": {
        "unsolved_long": N_("idle losses add up; backlog makes repair dearer later"),
        "unsolved_spread": N_("news travels to bosses, buyers, rivals; staff leave"),
        "solved_long": N_("normal running earns again, every month"),
        "solved_spread": N_("damage stays contained; quick repair is seen as competence"),
    },
    "prevent": {
        "unsolved_long": N_("worry, makeshift cost, rising probability; the window to act closes"),
        "unsolved_spread": N_("others build in safety margins and checks against us"),
        "solved_long": N_("peace of mind, makeshift dropped; early cure is cheap"),
        "solved_spread": N_("the wider system gets cheaper and funding easier"),
    },
    "pursue_ideal": {
        "unsolved_long": N_("the window closes, careers stall, rivals catch up"),
        "unsolved_spread": N_("partners and sister departments lose their chance too"),
        "solved_long": N_("capability, satisfaction, then figures improve"),
        "solved_spread": N_("one strong department pulls the rest up"),
    },
}
"""What to think of when rating an effect, by the problem's type."""

NEXT_MOVE: dict[str, str] = {
    "vision": N_("The picture of the solution is faint: show them a solved state."),
    "unsolved_long": N_("The cost of waiting is not felt: ask what it adds up to."),
    "unsolved_spread": N_("Who else is touched is not seen: ask who."),
    "solved_long": N_("The lasting gain is not seen: ask what it would free up every year."),
    "solved_spread": N_("The gain for others is not seen: ask who else would profit."),
    "urgency": N_("Nothing presses: find the date or the window."),
    "risk": N_("The risk weighs most: offer proof or a pilot."),
    "obstacle": N_("The obstacle weighs most: find who loses by it, remove it or win a sponsor."),
    "process_change": N_("The change of process weighs most: phase it."),
    "skill": N_("The learning weighs most: put the training into the offer."),
}
"""What to do next, by the lowest of the normalised parts (rule 5)."""

"""The rules that a team works by: their style, who supports it, what is lived, whether it is ready (methods, part J)."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.marks import band
from accountkit.methods.method import Entry
from accountkit.methods.sentences import Word, count, label, listing, share
from accountkit.methods.shapes.checklist import ChecklistReading
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.methods.shapes.scorecard import ScorecardReading
from accountkit.methods.team.team_rules import MODES

# -- style -----------------------------------------------------------------------------------------------------------

STYLES = {
    "bureaucratic": N_("bureaucratic"),
    "between": N_("between organic and bureaucratic"),
    "organic": N_("organic"),
}
WANTED = {"demand_creating": 4, "motive_creating": 3, "product_push": 2}
FAR = 2
FEATURES = (
    Entry("freedom", N_("Freedom"), N_("every step is set"), N_("sellers decide")),
    Entry("result_control", N_("What is controlled"), N_("the process"), N_("the result")),
    Entry("commission", N_("Share of commission"), N_("low"), N_("high")),
    Entry("meetings", N_("Sales meetings"), N_("frequent"), N_("rare")),
    Entry("hiring", N_("Hiring standard"), N_("detailed"), N_("not fixed")),
    Entry("innovation", N_("Innovation by sellers"), N_("not expected"), N_("expected")),
    Entry("retention", N_("Seller stability"), N_("sellers change often"), N_("sellers stay")),
    Entry("process_design", N_("Process design from the top"), N_("in high demand"), N_("in low demand")),
    Entry("customer_centred", N_("Customer-centred work"), N_("hard"), N_("easy")),
    Entry("culture_need", N_("Need for culture and climate"), N_("very high"), N_("moderate")),
)


def fits(reading: ScorecardReading) -> bool | None:
    mode = reading.value("mode")
    if reading.score is None or reading.verdict is None or mode is None:
        return None
    return band(reading.score) == band(WANTED[mode])


def far(reading: ScorecardReading) -> tuple[Entry, ...]:
    """The items that lie far from what the mode wants."""
    wanted = WANTED.get(reading.value("mode"))
    return tuple(
        one
        for one in FEATURES
        if wanted and (rated := reading.value(one.key)) is not None and abs(rated - wanted) >= FAR
    )


def style_words(reading: ScorecardReading) -> Mapping[str, Word]:
    fit, apart = fits(reading), far(reading)
    return {
        "style": label(STYLES.get(reading.verdict or "")),
        "mode": label(MODES.get(reading.value("mode") or "")),
        "fit": None if fit is None else label(N_("consistent") if fit else N_("mismatch")),
        "items": listing(label(one.name) for one in apart) if apart else None,
    }


# -- supporting teams ------------------------------------------------------------------------------------------------

TEAMS = {
    "marketing": N_("Marketing"),
    "presales": N_("Presales"),
    "deal_support": N_("Deal support"),
    "ecosystem": N_("Partner ecosystem"),
    "operations": N_("Sales operations"),
}
PLACES = {
    "own": N_("own unit"),
    "central": N_("central pool"),
    "units": N_("product or sector units"),
    "regions": N_("regional units"),
}
STANDARD = {"marketing": "own", "presales": "central", "deal_support": "central", "ecosystem": "regions"}
DIFFERENTIATED = {**STANDARD, "presales": "units", "ecosystem": "units"}
EXISTS = (("yes", N_("yes")), ("no", N_("no")))


def belongs(row: Row) -> str | None:
    """Where a team belongs; None where the sales mode does not say it."""
    mode = getattr(row.reading.record, "mode", None)
    places = {None: {}, "product_push": STANDARD}.get(mode, DIFFERENTIATED)
    return places.get(row.value("team") or "")


def misplaced(row: Row) -> bool:
    right, place = belongs(row), row.value("place")
    return row.value("exists") == "yes" and None not in (right, place) and right != place


def having(reading: RegisterReading) -> set[str]:
    return {row.value("team") for row in reading.counted if row.value("exists") == "yes"}


def no_operations(reading: RegisterReading) -> bool:
    style = reading.analyses.read(reading.method.reads[0], reading.subject_id).verdict
    return style == "bureaucratic" and "operations" not in having(reading)


def support_words(reading: RegisterReading) -> Mapping[str, Word]:
    if not reading.counted:
        return {}
    there = having(reading)
    return {
        "teams": listing(label(text) for key, text in TEAMS.items() if key in there),
        "gap": listing(label(text) for key, text in TEAMS.items() if key not in there),
    }


# -- rules that are lived --------------------------------------------------------------------------------------------

RULE_STEPS = (("not_met", N_("none")), ("written", N_("written")), ("met", N_("lived")))
RULES = (
    (
        "sales_process",
        N_("Sales process"),
        N_("Our own obstacles as stages, key activities, the next step judges the one before"),
    ),
    ("management_process", N_("Management process"), ""),
    (
        "ability_standard",
        N_("Ability standards"),
        N_(
            "From duty to profile, hiring, training and promotion. Sellers: negotiation, questions, information. Managers: meetings, time, delegation, data"
        ),
    ),
    ("climate", N_("Team climate"), N_("Declare it, repeat it, praise the right act, correct the wrong one")),
    ("collaboration", N_("Collaboration rules"), N_("Reviews and shared experience")),
    ("executive_access", N_("Executive resources"), ""),
)
REQUIRED = {"bureaucratic": ("sales_process", "ability_standard"), "organic": ("collaboration",)}


def in_place(reading: ChecklistReading) -> str:
    style = reading.analyses.read(reading.method.reads[0], reading.subject_id).verdict
    required = [reading.value(key) for key in REQUIRED.get(style, [key for key, *_rest in RULES])]
    if style in REQUIRED and set(required) - {"met", None}:
        return "fail"
    return "pass" if set(required) == {"met"} else "open"


def rule_words(reading: ChecklistReading) -> Mapping[str, Word]:
    written = [text for key, text, _prompt in RULES if reading.value(key) == "written"]
    known = reading.rated > 0
    return {
        "n": count(sum(reading.value(key) == "met" for key, *_rest in RULES)) if known else None,
        "written": listing(map(label, written)) if written else None,
    }


# -- readiness -------------------------------------------------------------------------------------------------------

ABILITY_STEPS = (("not_met", N_("not met")), ("partly", N_("partly met")), ("met", N_("met")))
ORGANISED, CAP = "organised", 0.5
ABILITIES = (
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
    steps = [reading.value(key) for key, *_rest in ABILITIES]
    found = (steps.count("met") + steps.count("partly") / 2) / len(ABILITIES)
    return min(found, CAP) if reading.value(ORGANISED) == "not_met" else found


def is_ready(reading: ChecklistReading) -> str | None:
    if readiness(reading) is None:
        return None
    if reading.value(ORGANISED) == "not_met":
        return "capped"
    return "pass" if readiness(reading) == 1 else "open"


def ready_words(reading: ChecklistReading) -> Mapping[str, Word]:
    return {
        "share": share(readiness(reading)),
        "items": listing(
            label(text) for key, text, _prompt in ABILITIES if reading.value(key) in ("not_met", "partly")
        ),
    }

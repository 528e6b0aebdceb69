"""What the methods about partners share: one profile of ability and will, and what an agreement has to hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.deal.funnel_rules import later
from accountkit.methods.method import Entry, Flag, Reading
from accountkit.methods.sentences import Word, count, label, listing, mean, name, says, series
from accountkit.methods.shapes import Group, Scorecard
from accountkit.methods.shapes.checklist import ChecklistReading, Condition
from accountkit.methods.shapes.groups import Gate, cut, lowest
from accountkit.methods.shapes.scorecard import ScorecardReading

VERDICTS = {"reject": N_("reject"), "develop": N_("develop"), "accept": N_("accept")}


def profile(
    *, kind: str, ability: tuple[Entry, ...], will: tuple[Entry, ...], vetoes: Mapping[str, int], **told: Any
) -> Scorecard:
    """One profile, two sets of items. `vetoes`: an item rated so low rejects the partner, and one that is not rated holds
    acceptance back."""

    def elsewhere(reading: ScorecardReading) -> bool:
        """Whether the routes to all segments of this partner are known, and none is its own kind."""
        known = (
            one for one in getattr(reading.record, "segment_ids", ()) if one in reading.practice.segments
        )
        routes = {reading.analyses.read(reading.method.reads[0], one).verdict for one in known} - {None}
        return bool(routes) and kind not in routes

    return Scorecard(
        **told,
        group="organisation",
        workspace="team",
        source="004/4",
        subject="partner",
        uses=("segments", "offers"),
        groups=(
            Group("ability", N_("Ability to sell"), ability),
            Group("will", N_("Willingness to sell"), will),
        ),
        combine=lambda means, _groups: lowest((1.0, one) for one in means.values()),
        bands=VERDICTS,
        band_of=cut(3.5, bands=("develop", "accept")),
        gates=(
            Gate("veto", N_("a must is not met"), "reject", lambda r: _vetoed(r, vetoes)),
            Gate("unrated", N_("a must is not rated"), "develop", lambda r: None in map(r.value, vetoes)),
        ),
        flags=(Flag("route", N_("its segments take another route"), elsewhere),),
        says=(
            says(
                N_("{partner}: ability {ability}, will {will} – {verdict}. Weakest: {item}."), internal=True
            ),
        ),
        words=_profile_words,
    )


def _vetoed(reading: ScorecardReading, vetoes: Mapping[str, int]) -> bool:
    return any((reading.value(key) or most + 1) <= most for key, most in vetoes.items())


def _profile_words(reading: ScorecardReading) -> Mapping[str, Word]:
    names = {entry.key: entry.name for entry in reading.method.entries()}
    return {
        "partner": name(reading.called),
        "ability": mean(reading.means["ability"]),
        "will": mean(reading.means["will"]),
        "verdict": label(VERDICTS.get(reading.verdict or "")),
        "item": label(names.get(reading.weakest or "")),
    }


# -- the agreement ---------------------------------------------------------------------------------------------------

TYPES = {
    "exclusive": N_("exclusive"),
    "registered": N_("deal registration"),
    "bulk": N_("bulk sale"),
}
CONTENTS = (
    Condition("qualification", N_("Partner qualification"), required=False),
    Condition("price", N_("Price and payment"), N_("Fixed plus rebate, or tiers"), False),
    Condition("performance", N_("Performance terms"), N_("Floor, quota, period, deposit"), False),
    Condition(
        "service_split",
        N_("Service split"),
        N_("Standard and online by us, tailored and face to face by the partner"),
        False,
    ),
    Condition("duties", N_("Mutual duties"), required=False),
    Condition("exit_renewal", N_("Exit or renewal"), required=False),
)
ISSUES: dict[str, str] = {
    "joint_project": N_("no joint project before"),
    "quota": N_("no quota"),
    "floor": N_("no floor"),
    "deposit": N_("no deposit"),
    "overlap": N_("overlaps another exclusive scope"),
}


def issues(reading: ChecklistReading) -> tuple[str, ...]:
    """What forbids an exclusive agreement; what is not known forbids nothing yet."""
    if reading.value("agreement") != "exclusive":
        return ()
    missing = [key for key in ISSUES if reading.value(key) in ("no", 0)]
    return (*missing, *(["overlap"] if overlapping(reading) else []))


def has_issue(issue: str, reading: ChecklistReading) -> bool:
    return issue in issues(reading)


def overlapping(reading: Reading) -> tuple[str, ...]:
    """The partners whose exclusive scope, still in force, meets this one's in segment, offering and region."""
    mine = reading.record
    return tuple(
        key
        for key, other in reading.practice.partners.items()
        if key != reading.subject_id and mine is not None and other.agreement == "exclusive"
        if other.agreed_until is None or other.agreed_until >= reading.document.as_of
        if all(map(_meet, _scope(mine), _scope(other)))
    )


def _scope(partner: Any) -> tuple[set[str], ...]:
    return set(partner.segment_ids), set(partner.offer_ids), {partner.region} - {""}


def _meet(one: set[str], other: set[str]) -> bool:
    """Whether two parts of a scope share something; an empty one is unlimited."""
    return not one or not other or bool(one & other)


def may_be_signed(reading: ChecklistReading) -> str:
    if issues(reading):
        return "fail"
    exclusive = reading.value("agreement") == "exclusive"
    unknown = [key for key in ISSUES if key != "overlap" and reading.value(key) in (None, "unknown")]
    ready = reading.value("agreement") and not reading.unmet and not reading.unknown
    return "pass" if ready and not (exclusive and unknown) else "open"


def agreement_words(reading: ChecklistReading) -> Mapping[str, Word]:
    lacking = [one.name for one in (*reading.unmet, *reading.unknown)]
    found = issues(reading)
    return {
        "partner": name(reading.called),
        "type": label(TYPES.get(reading.value("agreement") or "")),
        "n": count(len(CONTENTS) - len(lacking)),
        "issue": series(label(ISSUES[key]) for key in found) if found else None,
        "missing": listing(map(label, lacking)) if lacking else None,
    }


# -- training and renewal --------------------------------------------------------------------------------------------

EXPIRES_MONTHS = 12


def is_current(reading: Reading, on: dt.date) -> bool:
    return later(on, EXPIRES_MONTHS) >= reading.document.as_of

"""Reaching new customers: what is the best first door to this account? (seed 004/5)

A large account: referral before network before event, never cold; a small one: events and who comes to us. Where partners and
the rest come in is our reading. Who comes to us is always welcome.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag, Reading
from accountkit.methods.our_offers import cases
from accountkit.methods.sentences import Word, label, listing, name, says, text
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import ChecklistReading

OPEN = (("met", N_("available")), ("not_met", N_("not available")), ("unknown", N_("unknown")))
CHANNELS = {
    "referral": (N_("Referral by a customer"), N_("Referral: contact"), N_("Referral: next step")),
    "network": (N_("Personal network"), N_("Network: contact"), N_("Network: next step")),
    "event": (N_("Conference, fair or market activity"), N_("Event: contact"), N_("Event: next step")),
    "partner": (N_("Partner"), N_("Partner: contact"), N_("Partner: next step")),
    "cold": (N_("Cold call or walk-in"), N_("Cold call: contact"), N_("Cold call: next step")),
    "inbound": (N_("Comes to us"), N_("Inquiry: contact"), N_("Inquiry: next step")),
}
NAMES = {key: title for key, (title, _contact, _step) in CHANNELS.items()}
ORDER = {
    "large": ("referral", "network", "event", "partner", "inbound"),
    "small": ("event", "inbound", "referral", "network", "partner", "cold"),
}
"""Which door is best, by the size of the account; one of unknown size is treated as a large one."""


def best(reading: ChecklistReading) -> str | None:
    order = ORDER[reading.value("size") or "large"]
    return next((key for key in order if reading.value(key) == "met"), None)


def _only_cold(reading: ChecklistReading) -> bool:
    return reading.value("cold") == "met" and best(reading) is None


def _owner(reading: Reading) -> Mapping[str, Any]:
    return {"owner": reading.account.profile.owner or None}


def _words(reading: ChecklistReading) -> Mapping[str, Word]:
    channel = reading.verdict or ""
    found = cases(reading)
    return {
        "channel": label(NAMES.get(channel)),
        "contact": text(reading.value(f"contact_{channel}")),
        "step": text(reading.value(f"step_{channel}")),
        "owner": name(reading.value("owner")),
        "cases": listing(found) if found else None,
    }


METHOD = Checklist(
    key="reach_channels",
    name=N_("Reaching new customers"),
    question=N_("What is the best first door to this account?"),
    group="plan",
    workspace="portfolio",
    source="004/5",
    rule=N_(
        "Large accounts: a referral, then the personal network, then events; never cold. Small ones: events, and those who come to us. Who comes to us is always welcome."
    ),
    first=N_("Mark the channels that are available."),
    uses=("profile", "offers"),
    derives=_owner,
    conditions=tuple(Condition(key, channel, choices=OPEN) for key, channel in NAMES.items()),
    extra=(
        Entry(
            "size",
            N_("Size of the account"),
            kind="choice",
            choices=(("large", N_("large")), ("small", N_("small"))),
            counts=False,
        ),
        Entry("owner", N_("Owner"), kind="line", counts=False),
        *(
            Entry(f"{part}_{key}", title, kind="line", counts=False)
            for key, titles in CHANNELS.items()
            for part, title in zip(("contact", "step"), titles[1:], strict=True)
        ),
    ),
    judge=best,
    outcomes=NAMES,
    flags=(Flag("only_cold", N_("cold calls are for small accounts"), _only_cold),),
    says=(
        says(
            N_("Reach them by {channel}: {contact}. Next: {step} ({owner})."),
            N_("Reach them by {channel}: {contact}. Next: {step}."),
            N_("Reach them by {channel}: {contact}."),
            N_("Reach them by {channel}."),
            internal=True,
        ),
        says(N_("Cases that open the door: {cases}."), when=lambda r: r.verdict is not None, internal=True),
    ),
    words=_words,
    feeds=("entry_focus", "expansion_difficulty", "high_probability_qualification"),
)

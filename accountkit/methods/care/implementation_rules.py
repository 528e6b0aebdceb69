"""The three stages of getting used to what was bought, and when care after signing fails (methods, implementation_stages)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Reading
from accountkit.methods.sentences import Word, date, label, name
from accountkit.methods.shapes import Stage
from accountkit.methods.shapes.checklist import ChecklistReading
from accountkit.model import Contact

STAGES = (
    Stage("new_toy", N_("New-toy stage"), N_("Real work with the solution begins.")),
    Stage(
        "learning",
        N_("Learning stage"),
        N_("Users work without help, and an agreed result is measured."),
    ),
    Stage(
        "effectiveness", N_("Effectiveness stage"), N_("Work is routine again, and users would not go back.")
    ),
)
ORDER = tuple(stage.key for stage in STAGES)


def _entered(stage: str, name: str) -> Entry:
    return Entry(f"{stage}_on", name, kind="date", counts=False)


def _mood(stage: str, name: str) -> Entry:
    return Entry(f"{stage}_mood", name, N_("angry"), N_("delighted"), counts=False)


ENTRIES = (
    _entered("new_toy", N_("New-toy stage entered on")),
    _mood("new_toy", N_("Mood in the new-toy stage")),
    _entered("learning", N_("Learning stage entered on")),
    _mood("learning", N_("Mood in the learning stage")),
    _entered("effectiveness", N_("Effectiveness stage entered on")),
    _mood("effectiveness", N_("Mood in the effectiveness stage")),
    Entry("issues", N_("Open issues"), kind="text", counts=False),
    Entry("open_since", N_("Oldest issue unanswered since"), kind="date", counts=False),
    Entry("warnings", N_("Warning signs"), kind="text", counts=False),
)
DROP = 2
WINDOW, TOO_SOON = 90, 30
"""Days before and after signing whose contacts are compared; earlier than `TOO_SOON` after it nothing is judged."""
WORKING_DAYS = 5


def signed_on(reading: Reading) -> dt.date | None:
    deal = reading.account.opportunities.get(reading.subject_id or "")
    return deal.closed_on if deal is not None and deal.outcome == "won" else None


def log(reading: Reading) -> Iterator[tuple[dt.date, Contact]]:
    """The contacts about this deal, or about none, that were held by the day of the review."""
    account = reading.account
    for one in account.contacts.values():
        counts = account.standing(one.evidence) != "refuted" and one.opportunity_id in (
            None,
            reading.subject_id,
        )
        if counts and one.date and one.date <= account.as_of:
            yield one.date, one


def from_log(reading: Reading) -> Mapping[str, Any]:
    """What the log and the deal say: when the first stage began, and the last mood in each stage."""
    kept = reading.value
    begun: dict[str, dt.date | None] = {key: kept(f"{key}_on") for key in ORDER}
    begun[ORDER[0]] = begun[ORDER[0]] or signed_on(reading)
    found: dict[str, Any] = {f"{ORDER[0]}_on": begun[ORDER[0]]}
    moods = sorted((day, one.mood) for day, one in log(reading) if one.mood is not None)
    for n, key in enumerate(ORDER):
        start, ends = begun[key], [day for one in ORDER[n + 1 :] if (day := begun[one])]
        inside = [mood for day, mood in moods if start and start <= day and (not ends or day < ends[0])]
        found[f"{key}_mood"] = inside[-1] if inside else None
    return found


def moods(reading: ChecklistReading) -> list[float]:
    """The mood of each stage that has begun, in order."""
    at = ORDER.index(reading.current.key) if reading.current else len(ORDER) - 1
    known = (reading.value(f"{key}_mood") for key in ORDER[: at + 1])
    return [mood for mood in known if mood is not None]


def mood_dropped(reading: ChecklistReading) -> bool:
    """Whether the mood in the learning stage is two below that before it."""
    before, now = (reading.value(f"{key}_mood") for key in ORDER[:2])
    learning = reading.verdict == ORDER[1]
    return learning and before is not None and now is not None and before - now >= DROP


def contacts(reading: Reading) -> tuple[float, float] | None:
    """Our contacts a month before signing and after it; None until a month has passed."""
    signed, today = signed_on(reading), reading.account.as_of
    if signed is None or (today - signed).days < TOO_SOON:
        return None
    since = max(signed, today - dt.timedelta(days=WINDOW))
    days = [day for day, _one in log(reading)]
    before = sum(0 < (signed - day).days <= WINDOW for day in days)
    after = sum(day >= since for day in days)
    return before * 30 / WINDOW, after * 30 / (today - since).days


def neglected(reading: ChecklistReading) -> bool:
    """Whether we are in contact less than half as often as before they signed."""
    found = contacts(reading)
    return found is not None and found[1] < found[0] / 2


def escalates(reading: ChecklistReading) -> bool:
    """Whether an issue has waited five working days for an answer."""
    since, today = reading.value("open_since"), reading.account.as_of
    if since is None:
        return False
    days = (since + dt.timedelta(days=n + 1) for n in range((today - since).days))
    return sum(day.weekday() < 5 for day in days) >= WORKING_DAYS


TRENDS = {-1: N_("falling"), 0: N_("steady"), 1: N_("rising")}


def words(reading: ChecklistReading) -> Mapping[str, Word]:
    known = moods(reading)[-2:]
    change = (known[-1] > known[0]) - (known[-1] < known[0]) if len(known) == 2 else None
    return {
        "deal": name(reading.called),
        "stage": label(reading.current.name) if reading.current and reading.verdict else None,
        "trend": None if change is None else label(TRENDS[change]),
        "date": date(reading.analyses.read(reading.method.reads[0]).totals["due"]),
    }

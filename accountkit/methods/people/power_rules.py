"""Who can watch, act, or decide how it ends: three questions in order (methods, power_classes)."""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.marks import mark
from accountkit.methods.shapes.checklist import ChecklistReading
from accountkit.model import Account

KEY = "power_classes"
QUESTIONS = ("knows", "changes", "settles")
CLASSES = {
    "unaware": N_("unaware of it"),
    "watcher": N_("watches it happen"),
    "political": N_("political circle"),
    "inner": N_("inner circle"),
}
ORDER = tuple(CLASSES)
INNER_FROM, POLITICAL_FROM = 4.0, 3.0


def class_of(answers: dict[str, str | None]) -> str | None:
    """The class by the answers in order; None where the one that would decide is missing."""
    for question, named in zip(QUESTIONS, ORDER, strict=False):
        if answers.get(question) == "not_met":
            return named
        if answers.get(question) != "met":
            return None
    return "inner"


def outcome(reading: ChecklistReading) -> str | None:
    return class_of({key: reading.value(key) for key in QUESTIONS})


def suggested(reading: ChecklistReading) -> str | None:
    """The class that the influence of the person suggests; none for a low one."""
    (influence,) = reading.method.reads
    found = reading.analyses.read(influence, reading.subject_id)
    if found.verdict is None or found.score < POLITICAL_FROM - 1e-9:
        return None
    return "inner" if found.score >= INNER_FROM - 1e-9 else "political"


def mismatch(reading: ChecklistReading) -> bool:
    return reading.verdict is not None and suggested(reading) not in (None, reading.verdict)


def inner_circle(account: Account) -> tuple[str, ...]:
    """Those who can settle the result, by the answers alone: what influence suggests is no answer."""
    return tuple(key for key in account.stakeholders if _class_of(account, key) == "inner")


def _class_of(account: Account, person: str) -> str | None:
    answer = account.private_answers.get(f"{KEY}.{person}")
    kept = answer.values if answer else {}
    return class_of({key: mark(account, key, kept.get(key)).value for key in QUESTIONS})

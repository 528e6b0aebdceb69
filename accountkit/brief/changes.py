"""What changed between two states of an account: figures, claims, problems, commitments and the profile, and which records came
or went.

Both states come out of the edit log (``store.at(slug, day)`` and the account as it is); this module only compares them.
A claim counts as confirmed or refuted when its *standing* changed, however many edits that took.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.brief.wording import line
from accountkit.finance.statements.lines import label as line_name
from accountkit.i18n import N_, _, day, money, number
from accountkit.methods import subjects
from accountkit.methods.labels import PROFILE, label
from accountkit.model import Account, Statement

CLAIMS = ("findings", "problems", "needs")
RECORDS: dict[str, tuple[str, str]] = {
    "findings": ("finding", N_("Finding: {name}")),
    "problems": ("", N_("Problem: {name}")),
    "needs": ("added", N_("Business need: {name}")),
    "levers": ("lever", N_("Solution: {name}")),
    "alternatives": ("added", N_("Alternative: {name}")),
    "stakeholders": ("added", N_("Person: {name}")),
    "motives": ("added", N_("Motive: {name}")),
    "commitments": ("", N_("Commitment: {name}")),
    "opportunities": ("added", N_("Deal: {name}")),
    "plan": ("added", N_("Action: {name}")),
    "visits": ("added", N_("Visit: {name}")),
    "contacts": ("added", N_("Contact: {name}")),
    "doubts": ("added", N_("Doubt: {name}")),
    "peers": ("peer", N_("Peer: {name}")),
}
"""The collections of which it is told that a record came or went: the kind of change that a new one is (blank where it is
told by its status), and how both are said. Ties between people are private and are told nowhere."""
CALLED = ("statement", "change", "action", "name", "signal", "note")
"""What a record is called that no method is about: the first of these that it has."""


@dataclass(frozen=True)
class Change:
    """One change: its kind (a key of `KINDS`), a sentence, and the path of the record."""

    kind: str
    text: str
    path: str


KINDS = {
    "figure": N_("Figures"),
    "confirmed": N_("Confirmed"),
    "refuted": N_("Refuted"),
    "reopened": N_("Reopened"),
    "finding": N_("New findings"),
    "opened": N_("Problems opened"),
    "closed": N_("Problems closed"),
    "commitment": N_("Commitments"),
    "lever": N_("Solutions"),
    "peer": N_("Peers"),
    "added": N_("Added"),
    "deleted": N_("Deleted"),
    "profile": N_("Account details"),
}
"""The kinds of change in the order in which they are told."""


def changes(before: Account, now: Account) -> tuple[Change, ...]:
    """What differs, in the current language, in the order of `KINDS`."""
    found = [
        *_figures(before, now),
        *_standings(before, now),
        *_records(before, now),
        *_problems(before, now),
        *_commitments(before, now),
        *_profile(before, now),
    ]
    order = list(KINDS)
    return tuple(sorted(found, key=lambda change: order.index(change.kind)))


def _figures(before: Account, now: Account) -> Iterator[Change]:
    for key in sorted({*before.statements, *now.statements}):
        old, new = before.statements.get(key), now.statements.get(key)
        if old is not None and new is not None:
            yield from _lines(key, old, new)
        elif old is not None:
            yield Change(
                "figure",
                _("Year to {day} removed.").format(day=day(old.period_end)),
                f"statements/{key}",
            )
        elif new is not None:
            yield Change(
                "figure",
                _("Year to {day} added, lines: {n}.").format(day=day(new.period_end), n=len(new.figures)),
                f"statements/{key}",
            )


def _value(statement: Statement, line: str) -> float | None:
    figure = statement.figures.get(line)
    return figure.value if figure else None


def _lines(key: str, old: Statement, new: Statement) -> Iterator[Change]:
    for name in sorted({*old.figures, *new.figures}):
        was, is_now = (_value(statement, name) for statement in (old, new))
        if was != is_now:
            before, after = _amounts(was, old.currency, is_now, new.currency)
            text = _("{line}, year to {day}: {before} → {after}.").format(
                line=line_name(name), day=day(new.period_end), before=before, after=after
            )
            yield Change("figure", text, f"statements/{key}/figures/{name}")


def _amounts(was: float | None, old: str, is_now: float | None, new: str) -> tuple[str, str]:
    """Two amounts, rounded as everywhere; to the unit where rounding would hide that they differ."""
    before, after = money(was, old), money(is_now, new)
    return (before, after) if before != after else (f"{number(was, 0)} {old}", f"{number(is_now, 0)} {new}")


def _standings(before: Account, now: Account) -> Iterator[Change]:
    for collection in CLAIMS:
        for key, record in getattr(now, collection).items():
            old = getattr(before, collection).get(key)
            was = before.standing(old.evidence) if old else "assumed"
            is_now = now.standing(record.evidence)
            if was != is_now:
                kind = "reopened" if is_now == "assumed" else is_now
                yield Change(kind, _named(record.statement), f"{collection}/{key}")


def _records(before: Account, now: Account) -> Iterator[Change]:
    """The records that are new and those that are gone; an open problem that is gone is told as closed."""
    for collection, (kind, text) in RECORDS.items():
        old, new = getattr(before, collection), getattr(now, collection)
        for key in (key for key in new if kind and key not in old):
            name = _called(now, collection, key)
            yield Change(kind, _(text).format(name=name) if kind == "added" else name, f"{collection}/{key}")
        for key in (key for key in old if key not in new):
            if collection != "problems" or old[key].closed:
                name = _called(before, collection, key)
                yield Change("deleted", _(text).format(name=name), f"{collection}/{key}")


def _called(account: Account, collection: str, key: str) -> str:
    subject, _key = subjects.at(f"{collection}/{key}")
    if subject:
        return _named(subjects.name(account, subject, key))
    record = getattr(account, collection)[key]
    return _named(next(filter(None, (getattr(record, name, "") for name in CALLED)), ""))


def _problems(before: Account, now: Account) -> Iterator[Change]:
    for key, problem in now.problems.items():
        old = before.problems.get(key)
        if not problem.closed and (old is None or old.closed):
            yield Change("opened", _named(problem.statement), f"problems/{key}")
        if problem.closed and old is not None and not old.closed:
            yield Change("closed", _named(problem.statement), f"problems/{key}")
    for key, problem in before.problems.items():
        if key not in now.problems and not problem.closed:
            yield Change(
                "closed",
                _("{problem} (deleted)").format(problem=_named(problem.statement)),
                f"problems/{key}",
            )


def _profile(before: Account, now: Account) -> Iterator[Change]:
    for name, called in PROFILE.items():
        was, is_now = (_shown(getattr(account.profile, name)) for account in (before, now))
        if was != is_now:
            text = _("{field}: {before} → {after}").format(
                field=_(called), before=was or "–", after=is_now or "–"
            )
            yield Change("profile", text, f"profile/{name}")


def _shown(value: object) -> str:
    return day(value) if isinstance(value, dt.date) else line(str(value or ""), 120)


def _commitments(before: Account, now: Account) -> Iterator[Change]:
    for key, item in now.commitments.items():
        old = before.commitments.get(key)
        if old is None or old.status != item.status:
            text = _("{action}: {status}").format(
                action=_named(item.action), status=label("commitment", item.status)
            )
            yield Change("commitment", text, f"commitments/{key}")


def _named(text: str) -> str:
    return line(text, 200) or _("without text")

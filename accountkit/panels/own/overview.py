"""The overview: the account in one sentence, four tiles, the chain, and what to settle before the meeting."""

from __future__ import annotations

from typing import Any

from accountkit import methods
from accountkit.figures.chain import chain, chain_table, chain_text
from accountkit.i18n import _, clauses, day, labelled, percent
from accountkit.methods import labels
from accountkit.methods.chain.budget_calendar import budget_calendar, missed_dates
from accountkit.methods.overview.overview import overview
from accountkit.methods.portfolio.groups import group_text
from accountkit.methods.workspaces import OVERVIEW
from accountkit.model import Account
from accountkit.panels.events import Choose
from accountkit.panels.names import by_the_way, person_name, place_name
from accountkit.panels.panel import Panel
from accountkit.panels.places import tab_of
from accountkit.panels.session import Session
from accountkit.panels.strips import strips
from accountkit.panels.tables import table

MOST = 5


class Overview(Panel):
    """Everything entered shows up here at once; every box leads to its record."""

    VUE = "overview.vue"
    EVENTS = {"choose": Choose}
    WRITABLE = (
        r"profile/(name|name_zh|industry|country|owner|summary|fiscal_year_end|budget_opens|budget_closes|next_results|website|parent)",
        "currency",
        "review_date",
        "stale_after_days",
    )
    READING = frozenset({"choose"})

    def __init__(self, session: Session) -> None:
        self.all = False
        super().__init__(session)

    def shown(self) -> dict[str, Any]:
        account, analyses = self.session.shown, self.session.analyses
        seen, self.chain = overview(analyses), methods.picture(analyses)
        found = methods.completeness(account)
        return {
            "sentence": seen.sentence,
            "basis": seen.basis,
            "strips": strips(self.session, OVERVIEW),
            "tiles": [vars(tile) for tile in seen.tiles],
            "tasks": [
                {
                    "kind": task.kind,
                    "text": task.text,
                    "path": task.path,
                    "action": task.action,
                    "money": task.money,
                    "tab": tab_of(account, task.path),
                }
                for task in (seen.tasks if self.all else seen.tasks[:MOST])
            ],
            "hidden": 0 if self.all else max(0, len(seen.tasks) - MOST),
            "openers": [
                {
                    "role": o.role,
                    "subject": o.subject,
                    "why": o.why,
                    "question": o.question,
                    "path": o.path,
                    "tab": tab_of(account, o.path),
                }
                for o in methods.openers(analyses)[:3]
            ],
            "founded": {
                "begun": found.share is not None,
                "share": percent(found.share, 0),
                "confirmed": found.confirmed,
                "total": found.total,
                "stale": found.stale,
                "assumed": found.assumed,
            },
            "group": list(group_text(analyses.accounts, account.slug)),
            "remarks": self._remarks(),
            "changes": self._changes(),
            "profile": account.profile.model_dump(mode="json"),
            "called": {key: _(name) for key, name in labels.PROFILE.items()},
            "currency": account.currency,
            "budget": _budget(account),
            "review_date": account.review_date.isoformat() if account.review_date else None,
            "stale_after_days": account.stale_after_days,
            "review_day": day(account.review_date),
            "places": {box.path: tab_of(account, box.path) for box in self.chain.boxes},
            "tables": {"chain": table(chain_table(self.chain))},
        }

    def drawn(self) -> dict[str, tuple[dict, str]]:
        return {"chain": (chain(self.chain), chain_text(self.chain))}

    def on_choose(self, event: Choose) -> None:
        self.all = bool(event.value)
        self.refresh()

    def _remarks(self) -> list[dict[str, Any]]:
        """Open comments of readers, the newest first, with the claim they are about."""
        account = self.session.shown
        found = [
            {
                "id": key,
                "text": c.text,
                "by": c.by or _("Reader"),
                "day": c.at[:10],
                "path": c.target,
                "tab": tab_of(account, c.target),
                "about": place_name(account, c.target),
            }
            for key, c in account.comments.items()
            if not c.closed
        ]
        return sorted(found, key=lambda remark: remark["day"], reverse=True)

    def _changes(self) -> dict[str, Any]:
        """What was changed since the last review: how many edits, by whom, the newest first."""
        since = self.session.account.review_date
        logged = self.session.store.history(self.session.slug, since)
        entries = [entry for entry in logged if not by_the_way(entry.path)]
        newest = [
            {
                "when": day(entry.at.date()),
                "by": person_name(entry.by),
                "what": place_name(self.session.shown, entry.path),
                "path": entry.path,
                "tab": tab_of(self.session.account, entry.path),
            }
            for entry in entries[-4:][::-1]
        ]
        return {"count": len(entries), "newest": newest}


def _budget(account: Account) -> dict[str, Any]:
    """The customer's budget calendar, and the dates of ours that fall after the budget is closed."""
    found = budget_calendar(account)
    if found is None:
        return {"text": "", "late": []}
    late = [
        {
            "path": path,
            "text": labelled(name or day(due), clauses((day(due), found.late_note))),
            "tab": tab_of(account, path),
        }
        for path, name, due in missed_dates(account)
    ]
    return {"text": found.text, "late": late}


PANEL = Overview

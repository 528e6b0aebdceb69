"""All accounts beside each other, at the head of the portfolio: tier, what each brought and will bring, contact, and what is next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from accountkit.i18n import N_, _, day, language, listed, money, number
from accountkit.methods.care.contact_rules import interval_of
from accountkit.methods.portfolio.account_tier import METHOD as TIER
from accountkit.methods.portfolio.ranking import TIERS, reason
from accountkit.methods.portfolio.value_matrix import METHOD as VALUE
from accountkit.methods.shapes.rows import Row
from accountkit.methods.wording import joined
from accountkit.model.account_line import AccountLine
from accountkit.panels.events import Choose
from accountkit.panels.panel import Panel
from accountkit.panels.session import Session
from accountkit.panels.tables import page_of

ROWS_AT_ONCE = 20
NAMED = 3
"""So many accounts are named in the headline."""
TONES = {"key_valuable": "blue", "key_potential": "violet", "normal": "", "blacklist": "red"}


def waits(row: Row) -> int | None:
    """Days since the last contact with an account; None before the first."""
    line: AccountLine = row.record
    return (line.as_of - line.last_contact).days if line.last_contact else None


def is_late(row: Row) -> bool:
    """Whether an account waits longer than its tier allows; an excluded one is not waited for."""
    days = waits(row)
    return row["tier"] != "blacklist" and days is not None and days > interval_of(row["tier"])


ORDERS: dict[str, tuple[str, Callable[[Row], Any]]] = {
    "tier": (N_("by tier"), lambda row: 0),
    "future": (N_("by expected contribution"), lambda row: -(row["future"] or 0)),
    "contact": (N_("by waiting time"), lambda row: interval_of(row["tier"]) - (waits(row) or 0)),
    "next": (N_("by next date"), lambda row: _next_day(row)),
}
"""How the rows may be ordered; accounts that are equal stay in the order of their tiers."""


def _next_day(row: Row) -> str:
    line: AccountLine = row.record
    return line.next_due.due.isoformat() if line.next_due and line.next_due.due else "9999"


class AllAccounts(Panel):
    """The table of accounts, a part of it where they are many; it changes nothing."""

    VUE = "all_accounts.vue"
    EVENTS = {"choose": Choose}
    READING = frozenset({"choose"})

    def __init__(self, session: Session) -> None:
        self.order, self.owner, self.page = "tier", "", 0
        super().__init__(session)

    @property
    def key(self) -> str:
        return "all_accounts"

    def shown(self) -> dict[str, Any]:
        analyses = self.session.analyses
        reading = analyses.readings(TIER.key)[0]
        owners = {row.record.owner: row.record.said(row.record.owner, language()) for row in reading.rows}
        rows = [row for row in reading.rows if self.owner in ("", row.record.owner)]
        rows.sort(key=ORDERS[self.order][1])
        shown, page = page_of(rows, self.page, ROWS_AT_ONCE)
        values = {one.subject_id: VALUE.verdict_text(one) for one in self._values() if one.verdict}
        most = max([1.0, *(abs(row[name] or 0) for row in rows for name in ("past", "future"))])
        return {
            "sentence": joined([TIER.sentence(reading), _late(rows)]),
            "rated": any(value for row in shown for value in self._ratings(row)),
            "rows": [self._row(row, most, values.get(row.id, "")) for row in shown],
            "orders": [{"key": key, "name": _(name)} for key, (name, _by) in ORDERS.items()],
            "order": self.order,
            "owners": [{"key": key, "name": owners[key]} for key in sorted(owners) if key],
            "owner": self.owner,
            **page,
        }

    def shows(self, path: str) -> bool:
        return False

    def on_choose(self, event: Choose) -> None:
        value = event.value
        if event.name == "order" and value in ORDERS:
            self.order, self.page = str(value), 0
        elif event.name == "owner":
            self.owner, self.page = str(value or ""), 0
        elif event.name == "page" and isinstance(value, int | float):
            self.page = max(0, int(value))
        self.refresh()

    def _values(self) -> tuple[Any, ...]:
        (reading,) = self.session.analyses.readings(VALUE.key)
        return tuple(reading.members)

    @staticmethod
    def _ratings(row: Row) -> list[Any]:
        return [row.value(name) for name in ("benchmark", "innovation")]

    def _row(self, row: Row, most: float, value: str) -> dict[str, Any]:
        line: AccountLine = row.record
        days, ahead = waits(row), line.next_due
        excluded = row["tier"] == "blacklist"
        return {
            "id": row.id,
            "name": row["account"],
            "industry": (line.industry_zh if language() == "zh_CN" else "") or line.industry,
            "tier": _(TIERS[row["tier"]]) if row["tier"] else "–",
            "tone": TONES.get(row["tier"] or "", ""),
            "excluded": excluded,
            "amounts": [
                {
                    "text": money(row[name], self.session.document.currency),
                    "share": 100 * abs(row[name] or 0) / most,
                }
                for name in ("past", "future")
            ],
            "ratings": self._ratings(row),
            "hollow": row.status != "confirmed",
            "value": value,
            "contact": _("{days} d of {limit}").format(
                days=number(days, 0), limit=number(interval_of(row["tier"]), 0)
            )
            if days is not None
            else "–",
            "late": is_late(row),
            "next": reason(row)
            if excluded
            else line.said(ahead.action, language())
            if ahead
            else _("none yet"),
            "when": day(ahead.due) if ahead and ahead.due and not excluded else "",
            "overdue": _("Overdue: {n}").format(n=number(len(line.overdue), 0))
            if line.overdue and not excluded
            else "",
        }


def _late(rows: list[Row]) -> str:
    """Which accounts wait longest for a contact; empty where none waits too long."""
    late = sorted(filter(is_late, rows), key=lambda row: interval_of(row["tier"]) - (waits(row) or 0))
    if not late:
        return ""
    names = [row["account"] for row in late[:NAMED]]
    more = len(late) - len(names)
    if more:
        names.append(_("{n} other accounts").format(n=number(more, 0)))
    return _("Longer without a contact than their tier allows: {names}.").format(names=listed(names))

"""The list of accounts: all of them, or those that a search finds."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from accountkit.commands.options import Db, Lang
from accountkit.commands.stores import opened
from accountkit.commands.terminal import one_of, say, table, tell
from accountkit.i18n import N_, _, language, percent

if TYPE_CHECKING:
    from accountkit.model.account_line import AccountLine
    from accountkit.store import Entry, Store
    from accountkit.store.rows import Stored

Form = Annotated[str, typer.Option("--format", help=N_("table or json."))]
AT_ONCE = 500
"""Accounts that are read together."""


def list_(
    form: Form = "table",
    search: Annotated[
        str,
        typer.Option(
            help=N_(
                "Only accounts that hold all these words: in names, problems, people and the rest of their texts."
            ),
            metavar="WORDS",
        ),
    ] = "",
    limit: Annotated[
        int | None, typer.Option(min=1, help=N_("At most so many accounts, the one changed last first."))
    ] = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    one_of(form, ("table", "json"), "--format")
    entries = _entries(opened(db), search, limit)
    readable = [(entry, entry.line) for entry in entries if entry.line]
    damaged = [entry for entry in entries if not entry.line]
    if form == "json":
        rows = [_listed(entry.stored, line) for entry, line in readable]
        rows += [{"slug": one.stored.slug, "name": one.stored.name, "error": one.damage} for one in damaged]
        say(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in damaged:
        tell(one.damage)
    if search.strip() and not entries:
        say(_("No account matches. Search for other words."))
        return
    head = (_("Account"), _("Name"), _("ROE"), _("Year to"), _("Revision"), _("Changed"), _("By"))
    say(table(head, [_row(entry.depth, line, entry.stored) for entry, line in readable]))


def _entries(store: Store, search: str, limit: int | None) -> list[Entry]:
    """The accounts in the order of the list; of all of them, their lines are read at once."""
    from accountkit.methods.portfolio.groups import in_groups
    from accountkit.store import Entry, Wanted

    if limit is None and not search.strip():
        stored, found = {one.slug: one for one in store.accounts()}, store.lines()
        known = [
            Entry(stored[line.slug], line, depth=depth)
            for depth, line in in_groups(found.lines)
            if line.slug in stored
        ]
        return known + [Entry(stored[slug], None, reason) for slug, reason in found.damaged.items()]
    after: int | None = 0
    while search.strip() and after is not None:  # what an earlier version stored is found too
        after = store.catch_up(after)
    size = min(limit or AT_ONCE, AT_ONCE)
    wanted, entries, pages = Wanted(search, size=size, companies=size), list[Entry](), 1
    while wanted.page <= pages and (limit is None or len(entries) < limit):
        page = store.page(wanted)
        entries += page.entries
        pages, wanted = page.pages, replace(wanted, page=wanted.page + 1)
    return entries[:limit]


def _listed(stored: Stored, line: AccountLine) -> dict[str, Any]:
    return {
        "slug": stored.slug,
        "name": stored.name,
        "parent": line.parent,
        "return_on_equity": line.last_return,
        "period_end": line.returns_end.isoformat() if line.returns_end else None,
        "revision": stored.revision,
        "updated_at": stored.updated_at.isoformat(),
        "updated_by": stored.updated_by,
    }


def _row(depth: int, line: AccountLine, stored: Stored) -> tuple[str, ...]:
    return (
        "  " * depth + stored.slug,
        line.name_zh if language() == "zh_CN" and line.name_zh else stored.name,
        percent(line.last_return),
        line.returns_end.isoformat() if line.returns_end else "–",
        str(stored.revision),
        stored.updated_at.date().isoformat(),
        stored.updated_by,
    )

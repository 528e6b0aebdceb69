"""Groups of accounts: who belongs to whom, and what a group's account shows of the others.

A parent's statements mostly hold those of its subsidiaries: returns, problems and their worth stand side by side and are never
added. What we earn is entered once, in the account that pays, so it is summed over the group, each account once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import fsum

from accountkit.i18n import ESTIMATE, N_, _, clauses, labelled, language, money, number, percent
from accountkit.model.account_line import AccountLine

EARNED = {
    "past_result": N_("past contribution of the group"),
    "future": N_("expected contribution of the group"),
}


def in_groups(lines: Iterable[AccountLine]) -> list[tuple[int, AccountLine]]:
    """All accounts, each below its parent, with how deep it stands. One whose parent is not there stands on top."""
    known = {line.slug: line for line in lines}
    below: dict[str, list[AccountLine]] = {}
    for line in known.values():
        below.setdefault(line.parent if line.parent in known else "", []).append(line)
    found: list[tuple[int, AccountLine]] = []
    waiting = [(0, line) for line in reversed(below.get("", ()))]
    while waiting:
        depth, line = waiting.pop()
        found.append((depth, line))
        waiting += [(depth + 1, one) for one in reversed(below.get(line.slug, ()))]
    shown = {line.slug for _depth, line in found}
    return found + [
        (0, line) for slug, line in known.items() if slug not in shown
    ]  # a circle that a file brought


def subsidiaries(lines: Iterable[AccountLine], slug: str) -> list[tuple[int, AccountLine]]:
    """The accounts below one, at any depth; the nearest have the depth 1."""
    listed = in_groups(lines)
    start = next((n for n, (_depth, line) in enumerate(listed) if line.slug == slug), len(listed))
    found = []
    for depth, line in listed[start + 1 :]:
        if depth <= listed[start][0]:
            break
        found.append((depth - listed[start][0], line))
    return found


def told(line: AccountLine) -> str:
    """An account of a group in one line: its return on equity, its problems and the largest of them."""
    last = line.last_return
    parts = [] if last is None else [_("ROE {value}").format(value=percent(last))]
    parts.append(_("problems: {n}").format(n=number(line.problems, 0)))
    if line.largest and line.largest.amount is not None:
        pattern = _("{amount} a year") if line.largest.yearly else _("{amount} one-off")
        worth = pattern.format(amount=money(line.largest.amount, line.currency, ESTIMATE))
        parts.append(labelled(line.said(line.largest.name, language()), worth))
    return labelled(line.named(language()), clauses(parts))


def group_text(lines: tuple[AccountLine, ...], slug: str) -> Iterator[str]:
    """The group below an account, line by line; nothing where there is none."""
    found = subsidiaries(lines, slug)
    if not found:
        return
    yield _("Group")
    for depth, line in found:
        yield f"{'  ' * (depth - 1)}- {told(line)}"
    whole = [line for line in lines if line.slug == slug] + [line for _depth, line in found]
    same = [line for line in whole if line.currency == whole[0].currency]
    for key, name in EARNED.items():
        known = [value for line in same if (value := getattr(line, key)) is not None]
        if known:
            yield "- " + labelled(_(name), money(fsum(known), whole[0].currency))

"""An import as edits of an account, so that it is one step to undo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from accountkit.errors import StatementError
from accountkit.finance.levers.kinds import KINDS
from accountkit.i18n import _, day, listed
from accountkit.methods import REGISTRY
from accountkit.model import Account, Edit, Peer, Span, Statement, new_id, remove
from accountkit.model.people import MONEY
from accountkit.model.slugs import slug_of
from accountkit.sources.imported import Imported

OF_FILINGS = ("vintage", "opening", "caveats")
"""What of a statement only a reader of filings knows."""


def import_edits(
    account: Account, imported: Imported, peer: str | None = None, *, replace: bool = False
) -> list[Edit]:
    """The edits that take the statements into the account, or into its peer of that name (made if it is new).

    A period that is there already keeps its other figures, so that a balance sheet adds to an income statement; a figure
    that is there with the same value is left alone. Where the currencies differ, an import that has all years and lines that are
    there takes their place: a currency that was guessed is so corrected. Raises `StatementError` where it has not. With
    `replace` the file's statements take the place of all that are there, whatever they have.
    """
    if replace and not imported.statements:
        text = _("{name} has no full year to put in place of the stored ones. Import an annual report.")
        raise StatementError(text.format(name=imported.name or _("The file")))
    if peer is None:
        return [
            *first_currency(account, imported.currency),
            *_other_currency(account, imported, replace),
            *_edits(account.statements, imported, "statements", replace),
            *_interim_edits(account, imported),
        ]
    if not imported.statements:
        text = _("{name} has no full year, and peers are compared by years. Import the peer's annual report.")
        raise StatementError(text.format(name=imported.name or _("The file")))
    key, known = _peer(account, peer)
    if known is None:
        return [
            Edit(
                f"peers/{key}",
                Peer(name=peer[:500], ticker=imported.ticker[:500], statements=imported.statements),
            )
        ]
    return _edits(known.statements, imported, f"peers/{key}/statements", replace)


def _interim_edits(account: Account, imported: Imported) -> list[Edit]:
    """Interim statements as they were read last; those of years before the last whole one serve nothing and go."""
    _check_later(_ends(account, imported), imported)
    before = _one_before_last(account, imported)
    gone = [
        key for key, s in account.interim.items() if s.period_end <= before and key not in imported.interim
    ]
    read = {key: s for key, s in imported.interim.items() if account.interim.get(key) != s}
    return [
        *(remove(f"interim/{key}") for key in gone),
        *(Edit(f"interim/{key}", statement) for key, statement in read.items()),
    ]


def _ends(account: Account, imported: Imported) -> list[dt.date]:
    return sorted({s.period_end for s in (*account.statements.values(), *imported.statements.values())})


def _one_before_last(account: Account, imported: Imported) -> dt.date:
    """The end of the whole year before the last; interim statements up to there serve nothing."""
    ends = _ends(account, imported)
    return ends[-2] if len(ends) > 1 else dt.date.min


def _check_later(ends: list[dt.date], imported: Imported) -> None:
    """An interim report alone says nothing of years that are there already."""
    latest = max((s.period_end for s in imported.interim.values()), default=None)
    if imported.statements or latest is None or not ends or latest > ends[-1]:
        return
    raise StatementError(
        _(
            "{name} reports to {day}, and the statements reach {year} already. Nothing was taken. Choose a later interim report."
        ).format(name=imported.name or _("The file"), day=day(latest), year=day(ends[-1]))
    )


def _peer(account: Account, name: str) -> tuple[str, Peer | None]:
    """The peer that a name, ticker or key means; a new key where there is none."""
    folded = name.strip().casefold()
    for key, peer in account.peers.items():
        if folded in (key.casefold(), peer.name.casefold(), peer.ticker.casefold()) and folded:
            return key, peer
    key = slug_of(name, "peer")
    return (key if key not in account.peers else new_id("peer-")), None


def first_currency(account: Account, currency: str) -> list[Edit]:
    """An account without statements takes the currency of its first ones, unless amounts were entered in another one."""
    if account.statements or account.currency == currency or _amounts(account):
        return []
    return [Edit("currency", currency)]


def _other_currency(account: Account, imported: Imported, replace: bool) -> list[Edit]:
    """What else follows where an import takes the place of all statements, or the years in another currency are gone: interim
    statements beside it go too."""
    before = _one_before_last(account, imported)
    gone = [
        key
        for key, one in account.interim.items()
        if (replace or one.currency != imported.currency)
        and key not in imported.interim
        and one.period_end > before
    ]
    of_old = account.currency in {one.currency for one in account.statements.values()} - {imported.currency}
    own = [Edit("currency", imported.currency)] if of_old and not _amounts(account) else []
    return [*own, *(remove(f"interim/{key}") for key in gone)]


def _replaces(existing: Mapping[str, Statement], imported: Imported) -> bool:
    """Whether an import in another currency has every year and every line that is there."""
    taken = imported.statements
    return any(one.currency != imported.currency for one in existing.values()) and all(
        key in taken and set(one.figures) <= set(taken[key].figures) for key, one in existing.items()
    )


def _amounts(account: Account) -> bool:
    """Whether people have entered money in the account's currency."""
    spans = [account.business_case.switching_cost]
    for lever in account.levers.values():
        in_money = lever.kind in KINDS and KINDS[lever.kind].unit == "money"
        spans += [lever.one_off, lever.running_cost, *([lever.change] if in_money else ())]
    for way in account.alternatives.values():
        spans += [way.benefit, way.one_off, way.running_cost, way.switching_cost]
    single: list[object] = [deal.how_much for deal in account.opportunities.values() if deal.currency is None]
    single += [amount for one in account.problems.values() for amount in (one.loss, one.worth)]
    single += [getattr(one, name) for one in account.motives.values() for name in (*MONEY, "budget")]
    single += _answered(account)
    return any(span != Span() for span in spans) or any(amount is not None for amount in single)


def _answered(account: Account) -> Iterator[object]:
    """The money that was entered into the answers of methods."""
    for key, answer in (*account.answers.items(), *account.private_answers.items()):
        method = REGISTRY.get(key.split(".")[0])
        entries = (*method.entries(), *getattr(method, "columns", ())) if method else ()
        in_money = {one.key for one in entries if one.kind == "money"}
        yield from (one.value for name, one in answer.values.items() if name in in_money)
        cells = (cell for row in answer.rows.values() for cell in row.cells.items())
        yield from (value for name, value in cells if name in in_money)


def _edits(existing: dict[str, Statement], imported: Imported, path: str, replace: bool) -> list[Edit]:
    if replace or _replaces(existing, imported):
        taken = imported.statements
        return [
            *(remove(f"{path}/{period}") for period in existing if period not in taken),
            *(Edit(f"{path}/{period}", one) for period, one in taken.items() if existing.get(period) != one),
        ]
    others = sorted({s.currency for s in existing.values()} - {imported.currency})
    if others:
        raise StatementError(
            _(
                "{name} is in {currency}, the account's statements are in {others}. Import one currency, or a file in {currency} that has all of their years and lines; or remove these years first (Numbers, table “Statements”: “Enter figures”, “×” beside the year). On the command line, --replace removes them."
            ).format(name=imported.name or _("The file"), currency=imported.currency, others=listed(others))
        )
    edits: list[Edit] = []
    for period, statement in imported.statements.items():
        before = existing.get(period)
        if before is None:
            edits.append(Edit(f"{path}/{period}", statement))
            continue
        changed = {line: f for line, f in statement.figures.items() if before.figures.get(line) != f}
        edits += [Edit(f"{path}/{period}/figures/{line}", figure) for line, figure in changed.items()]
        if (
            statement.vintage
        ):  # what a filing says of the year replaces what stood; another file says nothing of it
            edits += [
                Edit(f"{path}/{period}/{part}", value)
                for part in OF_FILINGS
                if getattr(before, part) != (value := getattr(statement, part))
            ]
        # companyfacts and most tables have no segments: they leave those of another file as they are
        if statement.segments and statement.segments != before.segments:
            edits.append(Edit(f"{path}/{period}/segments", statement.segments))
    return edits

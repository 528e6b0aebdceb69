"""A lever's inputs in words: a value with its range, and the unit once."""

from __future__ import annotations

from accountkit.finance.levers.kinds import KINDS
from accountkit.i18n import _, currency_name, decimals, entered, money_range, percent
from accountkit.model import Lever, Span


def two_currencies(statements: str, entered: str) -> str:
    """What to do if the statements are in another currency than the amounts that people enter: no rate is known here. Empty
    if they are in the same."""
    if statements == entered:
        return ""
    return _(
        "The statements are in {theirs} and the amounts entered in {own}, so they are neither added up nor compared. Enter"
        " the amounts in {theirs} and set the account's currency to {theirs}."
    ).format(theirs=currency_name(statements), own=currency_name(entered))


def ends(span: Span) -> tuple[float, float, float] | None:
    """Low, base and high; a blank one is taken from its neighbour. None if all are blank."""
    known = [value for value in (span.base, span.low, span.high) if value is not None]
    if not known:
        return None
    base = known[0]
    return (
        base if span.low is None else span.low,
        base,
        base if span.high is None else span.high,
    )


def amounts(span: Span, currency: str, like: float | None = None) -> str:
    """An amount of money with its range: ``US$ 6 m (4 to 9)``; on the scale of another one (`like`)."""
    known = ends(span)
    return "–" if known is None else money_range(*known, currency, like=like)


def changed(lever: Lever, currency: str) -> str:
    """What a lever changes, and by how much: ``Cost of revenue: −0.8 % (−0.4 to −1.2)``, ``Inventory days: −2 days``."""
    kind = KINDS.get(lever.kind)
    text = amounts(lever.change, currency)
    if kind is None or kind.unit != "money":
        text = _numbers(lever.change, kind.unit if kind else "")
    return _("{what}: {range}").format(what=kind.noun if kind else lever.kind, range=text)


def _numbers(span: Span, unit: str) -> str:
    known = ends(span)
    if known is None:
        return "–"
    low, base, high = (entered(value) for value in known)
    amount = entered(known[1], sign=True)
    if unit == "percent":
        amount = percent(known[1] / 100, decimals(known[1]), sign=True)
    elif unit == "days":
        text = _("{n} day") if abs(known[1]) == 1 else _("{n} days")
        amount = text.format(n=amount)
    if low == base == high:
        return amount
    return _("{base} ({low} to {high})").format(base=amount, low=low, high=high)

"""The line of an account among all accounts, from what its methods read: kept with each revision of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from accountkit.i18n import use_language
from accountkit.methods.analyses import Analyses
from accountkit.methods.chain.completeness import completeness, stale_from
from accountkit.methods.chain.foremost import unkept
from accountkit.methods.chain.reviews import next_review
from accountkit.methods.method import Given
from accountkit.methods.numbers.dupont_roe import ReturnOnEquity, last_delta, return_on_equity
from accountkit.methods.people.met import last_met
from accountkit.methods.people.network import key_people, people
from accountkit.methods.portfolio.lifetime_rules import PURCHASE, brings, costs
from accountkit.methods.portfolio.lifetime_value import METHOD as LIFETIME
from accountkit.methods.portfolio.whitespace_rules import sold, units
from accountkit.methods.problems.reading import largest_problem, problems
from accountkit.model import Account
from accountkit.model.account_line import AccountLine, Due, Worth

CONTACTS = 12
"""So many of the newest days of contact are kept: the last one that is not still to come is among them."""

PEERS = 3
"""So many peers are named in a list; the others are counted."""


RETURNS = ("currency", "peers", "statements")
"""What the return on equity is worked out from."""

PROBLEMS = (*RETURNS, "evidence", "levers", "needs", "problems", "stakeholders")
"""What the problems and their worth are worked out from, beside which findings there are. Both are by far the most of the work."""

BY_LIFETIME = (
    "past",
    "future",
    "lifetime",
    "current",
    "potential",
    "current_rating",
    "potential_rating",
    "brings",
    "costs",
    "status",
    "stale",
)
"""What the worth of the account to us says in its line."""


def line_of(account: Account) -> AccountLine:
    """The line of an account."""
    return line_after(None, account)


def line_after(known: tuple[Account, AccountLine] | None, account: Account) -> AccountLine:
    """The line of an account after an edit: with the figures of the line before it where the edit touched none of them."""
    with use_language("en"):
        analyses = Analyses(account)
        figures = _as_before(
            known, account, RETURNS, "returns", "returns_end", "moved", "all_owners"
        ) or _returns(return_on_equity(analyses))
        same = known and known[0].findings.keys() == account.findings.keys()
        figures |= (
            _as_before(known, account, PROBLEMS, "problems", "largest") if same else None
        ) or _problems(analyses)
        held = known and Analyses(known[0]).is_same(analyses, LIFETIME.key)
        figures |= (_as_before(known, account, (), *BY_LIFETIME) if held else None) or _lifetime(analyses)
        return _line(account, figures)


def _as_before(
    known: tuple[Account, AccountLine] | None, account: Account, collections: tuple[str, ...], *names: str
) -> dict[str, Any] | None:
    """These values of the line before, where the edit touched nothing that they are worked out from; else None."""
    if known is None or any(getattr(known[0], name) != getattr(account, name) for name in collections):
        return None
    return {name: getattr(known[1], name) for name in names}


def _line(account: Account, figures: dict[str, Any]) -> AccountLine:
    profile = account.profile
    deals = [one for one in account.opportunities.values() if one.is_open]
    same = [
        one.how_much for one in deals if one.currency in (None, account.currency) and one.how_much is not None
    ]
    days = {one.date for one in account.contacts.values()}
    days |= {one.date for one in account.visits.values() if one.status == "held"}
    line = AccountLine(
        slug=account.slug,
        name=profile.name,
        name_zh=profile.name_zh,
        industry=profile.industry,
        industry_zh=profile.industry_zh,
        owner=profile.owner,
        fiscal_year_end=profile.fiscal_year_end,
        parent=profile.parent or None,
        currency=account.currency,
        review_date=account.review_date,
        confirmed=completeness(account).share,
        stale_from=stale_from(account),
        dues=tuple(Due(key=key, action=one.action, due=one.due) for key, one in unkept(account)),
        contacts=tuple(sorted(filter(None, days))[-CONTACTS:]),
        planned_from=_planned_from(account),
        oldest_contact=_oldest_contact(account),
        next_review=next_review(account),
        deals=len(deals),
        pipeline=sum(same)
        if same or not deals
        else None,  # none of them says an amount: unknown, not nothing
        peers=tuple((peer.name, peer.name_zh) for peer in list(account.peers.values())[:PEERS]),
        peers_known=len(account.peers),
        units=units(account),
        sold=sold(account),
        topics=_topics(account),
        **figures,
    )
    return line.model_copy(update={"wording": _wording(account, line)})


def _lifetime(analyses: Given) -> dict[str, Any]:
    value = analyses.read(LIFETIME.key)
    return {
        "past": value.series("profit_history"),
        "future": value.results["clp_narrow"],
        "lifetime": value.results["clv"],
        "current": value.results["current"],
        "potential": value.results["potential"],
        "current_rating": value.value(f"{PURCHASE[0]}_rating"),
        "potential_rating": value.results["potential_rating"],
        "brings": brings(value),
        "costs": costs(value),
        "status": value.status,
        "stale": value.stale,
    }


def _topics(account: Account) -> tuple[str, ...]:
    """The topics of an account, as all accounts are told of them; nothing else of what was said leaves it."""
    listened = (one for one in account.contacts.values() if one.function == "listen" and one.topic.strip())
    kept = (one.topic.strip() for one in listened if account.standing(one.evidence) != "refuted")
    return tuple(sorted(set(kept), key=str.casefold))


def _planned_from(account: Account) -> dt.date | None:
    days = {one.due for one in account.plan.values() if one.status == "open" and one.due}
    days |= {one.date or dt.date.min for one in account.visits.values() if one.status == "planned"}
    return min(days, default=None)


def _oldest_contact(account: Account) -> dt.date | None:
    """Of the key people and those who were met; one of whom no day is known counts as the longest ago."""
    ever, key = account.model_copy(update={"review_date": dt.date.max}), key_people(account)
    last = {person: last_met(ever, person) for person in people(account)}
    return min((day or dt.date.min for who, day in last.items() if day or who in key), default=None)


def _returns(measured: ReturnOnEquity) -> dict[str, Any]:
    known = [year.return_on_equity for year in measured.dupont.years]
    first = next((index for index, value in enumerate(known) if value is not None), len(known))
    end = measured.year.period_end if measured.year else None
    return {
        "returns": tuple(known[first:]),
        "returns_end": end,
        "moved": last_delta(measured),
        "all_owners": bool(measured.dupont.mark),
    }


def _problems(analyses: Given) -> dict[str, Any]:
    entries = problems(analyses).entries
    largest = largest_problem(entries)
    if largest is None:
        return {"problems": 0, "largest": None}
    worth = largest.worth
    amount, yearly = (worth.amount, worth.yearly) if worth else (None, True)
    name = largest.problem.statement[:500]
    return {"problems": len(entries), "largest": Worth(name=name, amount=amount, yearly=yearly)}


def _wording(account: Account, line: AccountLine) -> dict[str, dict[str, str]]:
    """The texts of the line in the other language, as far as the account has them."""
    texts = {
        line.industry,
        line.owner,
        *(one.action for one in line.dues),
        *([line.largest.name] if line.largest else ()),
    }
    return {
        lang: {text: known[text] for text in sorted(texts) if known.get(text, "").strip()}
        for lang, known in account.wording.items()
    }

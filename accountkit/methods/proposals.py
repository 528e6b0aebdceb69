"""Which of our offers answer a need: the problem's metric proposes them.

An offer fits by three signs, the strongest first: its metric or KPI is named in the problem's measure, it acts on the
problem's driver, its words are those of the need. What fits by none is not proposed.

Words are compared as they are stored, together with their wordings in every language, never as one reader sees them:
hand in the stored account, and two readers are proposed the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accountkit.errors import InvalidEdit
from accountkit.finance.levers.kinds import KINDS
from accountkit.i18n import LANGUAGES, _, enumerated, language, translated
from accountkit.model import Account, Edit, Need, Problem, new_id
from accountkit.model.measures import MEASURES
from accountkit.model.offers import CatalogueOffer


@dataclass(frozen=True)
class Proposal:
    """An offer that may answer a need: its name in the reader's language, why it fits, the strength of the fit (1 to 3)."""

    offer_id: str
    name: str
    why: str
    fit: int


def proposals(
    account: Account, need_id: str, catalogue: Mapping[str, CatalogueOffer]
) -> tuple[Proposal, ...]:
    """The offers that fit a need, best first; those that answer it already are left out."""
    need = account.needs[need_id]
    problem = account.problems.get(need.problem_id, Problem())
    taken = {lever.offer_id for lever in account.levers.values() if lever.need_id == need_id}
    measure = _folded(" ".join(_said(account, problem, need)))
    found = [
        _proposal(key, offer, problem, need, measure) for key, offer in catalogue.items() if key not in taken
    ]
    return tuple(
        sorted((p for p in found if p), key=lambda p: (-p.fit, catalogue[p.offer_id].name, p.offer_id))
    )


def _said(account: Account, problem: Problem, need: Need) -> Iterator[str]:
    """What the problem is measured in and what would show that the need is met, in every language it is known in."""
    if problem.measure:
        yield from (translated(MEASURES[problem.measure].name, lang) for lang in LANGUAGES)
    for text in (problem.metric, problem.statement, need.indicators):
        yield text
        yield from (wording[text] for wording in account.wording.values() if text in wording)


def _proposal(key: str, offer: CatalogueOffer, problem: Problem, need: Need, measure: str) -> Proposal | None:
    named = next((term for term in _terms(offer) if _folded(term) in measure), None)
    if named:
        return Proposal(key, name_of(offer), _("Improves {metric}").format(metric=named), 3)
    kind = KINDS.get(offer.kind)
    if kind and problem.driver == kind.driver:
        return Proposal(
            key, name_of(offer), _("Acts on the same driver: {lever}").format(lever=kind.label), 2
        )
    shared = _words(offer.name + " " + offer.process) & _words(need.statement)
    if shared:
        return Proposal(
            key, name_of(offer), _("Mentions {words}").format(words=enumerated(sorted(shared))), 1
        )
    return None


def lever_from(
    account: Account, need_id: str, offer_id: str, catalogue: Mapping[str, CatalogueOffer]
) -> list[Edit]:
    """The edits that answer a need with an offer. Raises `InvalidEdit` where need or offer is gone."""
    if need_id not in account.needs or offer_id not in catalogue:
        raise InvalidEdit(_("The need or the offering was deleted. Reload the page and choose again."))
    offer, need = catalogue[offer_id], account.needs[need_id]
    lever = offer.lever(
        offer_id,
        statement=name_of(offer),
        currency=account.currency,
        need_id=need_id,
        problem_id=need.problem_id,
        driver=KINDS[offer.kind].driver if offer.kind in KINDS else None,
    )
    return [Edit(f"levers/{new_id('l')}", lever)]


def name_of(offer: CatalogueOffer) -> str:
    """The offer's name in the reader's language, as far as it has one there."""
    return offer.name_zh if language() == "zh_CN" and offer.name_zh else offer.name


def _terms(offer: CatalogueOffer) -> list[str]:
    return [term for field in (offer.metric, offer.kpi) for term in separated(field) if len(term) > 1]


def separated(text: str) -> list[str]:
    """The texts of a line with semicolons between them."""
    return [one.strip() for one in re.split(r"[;；]", text) if one.strip()]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _words(text: str) -> set[str]:
    """The telling words of a text: five letters or more (shorter ones join sentences)."""
    return {word for word in re.findall(r"[a-z]{5,}", text.casefold())}

"""One framework's verdict on an account, and what accepting one of its offers does."""

from __future__ import annotations

from accountkit.errors import InvalidEdit
from accountkit.i18n import _, listed
from accountkit.methods.assessment import Assessment, Offer
from accountkit.methods.framework import Framework
from accountkit.methods.registry import REGISTRY
from accountkit.model import Account, Edit


def framework(key: str) -> Framework:
    """The framework of that key. Raises `InvalidEdit` and lists the keys there are."""
    if key not in REGISTRY:
        raise InvalidEdit(
            _("No framework is named “{key}”. Choose one of: {keys}.").format(
                key=key[:80], keys=listed(list(REGISTRY))
            )
        )
    return REGISTRY[key]


def assess(account: Account, key: str) -> Assessment:
    """The verdict of one framework on the account as of its review date, in the current language."""
    return framework(key).assess(account)


def offers(account: Account, key: str | None = None) -> tuple[Offer, ...]:
    """What one framework, or all of them, offer now; declined offers are left out."""
    keys = (key,) if key else tuple(REGISTRY)
    return tuple(offer for name in keys for offer in assess(account, name).offers)


def accept(account: Account, offer_id: str) -> list[Edit]:
    """The edits that taking an offer means, with fresh ids; none for an offer that only opens something.

    Raises `InvalidEdit` where the offer no longer stands (somebody else took it, or its ground is gone).
    """
    key = offer_id.partition(".")[0]
    found = (
        next((offer for offer in offers(account, key) if offer.id == offer_id), None)
        if key in REGISTRY
        else None
    )
    if found is None:
        raise InvalidEdit(_("This suggestion is out of date. Reload the page."))
    return list(found.edits())

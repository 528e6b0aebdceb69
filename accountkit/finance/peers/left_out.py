"""Who is not in the median or the aggregate, by name and with the reason: a row that is shown and not counted is told."""

from __future__ import annotations

from accountkit.finance.peers.comparison import Comparison
from accountkit.i18n import _, bracketed, currency_name, enumerated


def left_out(beside: Comparison) -> tuple[str, ...]:
    """A sentence for the peers in neither, and one for those that the aggregate's currency excludes; each only where there
    is something to be left out of. A peer without a year has no row that would miss."""
    said = []
    gone = [
        peer.name + bracketed(peer.reason.rstrip(".。"))
        for peer in beside.peers
        if peer.year and not peer.usable
    ]
    if gone and beside.aggregate:
        said.append(_("Left out of median and aggregate: {peers}.").format(peers=enumerated(gone)))
    elif gone and beside.medians:
        said.append(_("Left out of the median: {peers}.").format(peers=enumerated(gone)))
    if beside.aggregate:
        common = beside.aggregate.currency
        foreign = [peer.name + bracketed(peer.currency) for peer in beside.usable if peer.currency != common]
        if foreign:
            text = _("Left out of the aggregate, which adds up {currency} alone: {peers}.")
            said.append(text.format(currency=currency_name(common), peers=enumerated(foreign)))
    return tuple(said)

"""What ``roe --peers`` and ``roe --sector`` put beside the customer's own figures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accountkit.commands.sectors import standing
from accountkit.errors import NotMeaningful
from accountkit.i18n import _


@dataclass(frozen=True)
class Beside:
    """A comparison with peers and the gap to each of them, and the standing in a sector; None where not asked for."""

    peers: Any = None
    gaps: tuple[Any, ...] = ()
    sector: Any = None


def beside(own: Any, account: Any | None, sector: Path | None) -> Beside:
    """The comparison that was asked for. Raises `NotMeaningful` where there is nothing to compare."""
    compared = _peers(own, account) if account is not None else None
    return Beside(
        peers=compared,
        gaps=_gaps(compared) if compared else (),
        sector=standing(own, sector) if sector else None,
    )


def _peers(own: Any, account: Any) -> Any:
    from accountkit.finance.peers import compare, peer_names, peer_returns

    if not account.peers:
        raise NotMeaningful(_("The account has no peers. Import one with `accountkit import {slug} FILE --peer NAME`.").format(slug=account.slug))
    return compare(own, peer_returns(account.peers, steps=own.steps, basis=own.basis), names=peer_names(account.peers))


def _gaps(compared: Any) -> tuple[Any, ...]:
    from accountkit.finance.gap import gap

    return tuple(gap(compared, peer.key) for peer in compared.usable)

"""What ``roe --peers`` and ``roe --sector`` put beside the customer's own figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accountkit.commands.terminal import BadInput, tell
from accountkit.errors import AccountkitError, EntityNeeded, NotMeaningful
from accountkit.i18n import _

if TYPE_CHECKING:
    from accountkit.model.statement import Vintage


@dataclass(frozen=True)
class Among:
    """The customer among peers, or among a sector's companies (`file`), with the gaps that these are enough for."""

    comparison: Any
    gaps: tuple[Any, ...]
    file: str = ""


@dataclass(frozen=True)
class Beside:
    """A comparison with peers, and one with a sector; None where not asked for."""

    peers: Among | None = None
    sector: Among | None = None


def with_peers(own: Any, statements: Mapping[str, Any], names: Mapping[str, str]) -> Among:
    """The customer beside peers, given their statements by key. Raises `NotMeaningful` where there are none."""
    from accountkit.finance import compare, dupont

    if not statements:
        raise NotMeaningful(_("No peers yet. Import one with --peer NAME, or add peer files."))
    returns = {key: dupont(each, steps=own.steps, basis=own.basis) for key, each in statements.items()}
    compared = compare(own, returns, names=names)
    return Among(compared, gaps(compared, [peer.key for peer in compared.usable]))


def with_sector(own: Any, file: Path) -> Among:
    """The customer among the usable companies of a sector file."""
    from accountkit.commands.sectors import returns
    from accountkit.finance import placed

    compared = placed(own, returns(file, steps=own.steps, basis=own.basis))
    return Among(compared, gaps(compared), file.name)


def gaps(compared: Any, keys: Sequence[str] = ()) -> tuple[Any, ...]:
    """The gaps to the median and the best quartile, where there are peers enough, and to each of `keys`."""
    from accountkit.finance import gap
    from accountkit.finance.peers.gap import QUANTILES

    if not compared.own.complete:
        return ()
    targets = [target for target, (_share, fewest) in QUANTILES.items() if compared.n >= fewest]
    return tuple(gap(compared, target) for target in (*targets, *keys))


def account_peers(account: Any) -> tuple[dict[str, Any], dict[str, str]]:
    """The statements and the names of an account's peers."""
    from accountkit.finance import peer_names

    return {key: peer.statements for key, peer in account.peers.items()}, peer_names(account.peers)


def peers_in(
    files: Sequence[Path], own: tuple[Path | None, str], vintage: Vintage = "as_last_filed"
) -> tuple[dict[str, Any], dict[str, str]]:
    """The statements of all companies in files, and their names, but for the customer's own file and company."""
    found: dict[str, Any] = {}
    for file in files:
        if not file.is_file():
            raise BadInput(_("The peer file {file} does not exist. Check the path.").format(file=file))
        for company in _companies(file):
            if (file, company) != own and not (company and company == own[1]):
                _take(found, file, company, vintage)
    return found, {key: key for key in found}


def _companies(file: Path) -> tuple[str, ...]:
    """The companies of a file by name; one without a name where it holds a single one."""
    from accountkit import sources

    try:
        return (sources.read(file, file.name).entity,)
    except EntityNeeded as several:
        return several.entities


def _take(found: dict[str, Any], file: Path, company: str, vintage: Vintage) -> None:
    from accountkit import sources

    try:
        read = sources.read(file, file.name, entity=company or None, vintage=vintage)
    except AccountkitError as error:
        tell(_("{company} was skipped: {reason}").format(company=company or file.name, reason=error))
        return
    if not read.statements:
        text = _("{company} was skipped: its file is an interim report without a full year.")
        tell(text.format(company=company or file.name))
    else:
        found[company or file.stem] = read.statements

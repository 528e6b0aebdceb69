"""The decomposition that tells most about the last year: what an account shows unless a person chooses otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.finance.returns.dupont import Basis, DuPont, dupont
from accountkit.finance.statements.books import completed, in_order
from accountkit.finance.statements.owners import Owners, last_on_totals_alone
from accountkit.model import Statement


def latest(
    statements: Mapping[str, Statement],
    *,
    steps: int = 3,
    basis: Basis | None = None,
    owners: Owners | None = None,
) -> DuPont:
    """As `dupont`, with two choices made if they are None.

    Owners: all owners if the last year has a return of theirs alone, so that no old year stands for it (`DuPont.mark`
    says so). Basis: average balances, or ending ones if averages give no return.
    """
    whose = owners or (
        "total" if last_on_totals_alone([completed(s) for s in in_order(statements)]) else None
    )
    taken = dupont(statements, steps=steps, basis=basis or "average", owners=whose)
    if basis or taken.latest or not statements:
        return taken
    ending = dupont(statements, steps=steps, basis="ending", owners=whose)
    return ending if ending.latest else taken

"""How the numbers are read: steps, basis, owners, the two years, and the method that shares out the change.

Choices change what is shown and nothing of the account, so that readers have them too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Any, Literal

from accountkit.errors import InvalidEdit
from accountkit.finance.returns.attribution import METHOD_NAMES, Method
from accountkit.finance.returns.dupont import BASIS_NAMES, Basis, DuPont
from accountkit.finance.returns.formulas import THREE, named
from accountkit.finance.statements.owners import Owners
from accountkit.i18n import N_, _, day

STEP_NAMES = {"3": N_("3 factors"), "5": N_("5 factors")}
OWNER_NAMES = {
    "auto": N_("Equity as reported"),
    "parent": N_("Parent company's equity"),
    "total": N_("Total equity, with minority interests"),
}
ORDERS = {"-".join(order): order for order in permutations(THREE)}
FIXED: Mapping[str, Collection[str]] = {
    "steps": STEP_NAMES,
    "basis": BASIS_NAMES,
    "owners": OWNER_NAMES,
    "method": METHOD_NAMES,
    "order": ORDERS,
}
"""The choices that do not depend on the figures: name → the values that it may take."""


@dataclass(frozen=True)
class Choices:
    """What was chosen; `start` and `end` are None as long as the last two years with a return are meant,
    `basis` as long as it is the average or, where that gives no figure at all, the ending balances."""

    steps: int = 3
    basis: Basis | None = None
    owners: Literal["auto", "parent", "total"] = "auto"
    method: Method = "shapley"
    order: str = "-".join(THREE)
    start: dt.date | None = None
    end: dt.date | None = None

    def choosing(self, name: str, value: Any) -> Choices:
        """The choices with another one of them. Raises `InvalidEdit` for a name or a value that is none."""
        changed: dict[str, Any] = {name: value}
        if name in ("start", "end"):
            changed[name] = _date(value)
        elif value not in FIXED.get(name, ()):
            raise InvalidEdit(
                _("“{value}” is not an option for {name}. Choose one of the options shown.").format(
                    value=str(value)[:80], name=name[:80]
                )
            )
        elif name == "steps":
            changed[name] = int(value)
        return replace(self, **changed)

    @property
    def whose(self) -> Owners | None:
        """The owners as `finance.dupont` wants them."""
        return None if self.owners == "auto" else self.owners

    @property
    def in_order(self) -> tuple[str, ...] | None:
        """The order of chain substitution; in five steps the margin's three factors stand where the margin stands."""
        if self.method != "chain":
            return None
        order = ORDERS[self.order]
        if self.steps == 3:
            return order
        inside = {"net_margin": ("operating_margin", "interest_burden", "tax_burden")}
        return tuple(name for factor in order for name in inside.get(factor, (factor,)))


def ends(choices: Choices, dupont: DuPont) -> tuple[dt.date, dt.date] | None:
    """The two years that are compared: the chosen ones, else the last two with a return, else the last two."""
    days = [year.period_end for year in dupont.years]
    if len(days) < 2:
        return None
    full = [year.period_end for year in dupont.years if year.return_on_equity is not None]
    last = (
        choices.end if choices.end in days[1:] else (full[-1] if full and full[-1] != days[0] else days[-1])
    )
    earlier = [d for d in days if d < last]
    known = [d for d in full if d < last]
    first = choices.start if choices.start in earlier else (known or earlier)[-1]
    return first, last


def controls(choices: Choices, dupont: DuPont) -> dict[str, Any]:
    """The choices for the panel: every control with its options, translated, and what is chosen."""
    pair = ends(choices, dupont)
    days = [year.period_end for year in dupont.years]
    return {
        "steps": _control(str(choices.steps), STEP_NAMES.items()),
        "basis": _control(dupont.basis, BASIS_NAMES.items()),
        "owners": _control(choices.owners, OWNER_NAMES.items()),
        "method": _control(choices.method, METHOD_NAMES.items()),
        "order": {
            "value": choices.order,
            "options": [
                {"value": key, "text": " → ".join(named(name) for name in order)}
                for key, order in ORDERS.items()
            ],
        },
        "start": _years([d for d in days if pair and d < pair[1]], pair[0] if pair else None),
        "end": _years(days[1:], pair[1] if pair else None),
    }


def _control(value: str, names: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {"value": value, "options": [{"value": key, "text": _(name)} for key, name in names]}


def _years(days: list[dt.date], chosen: dt.date | None) -> dict[str, Any]:
    options = [{"value": d.isoformat(), "text": day(d)} for d in days]
    return {"value": chosen.isoformat() if chosen else "", "options": options}


def _date(value: Any) -> dt.date:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError as error:
        raise InvalidEdit(
            _("“{value}” is not a date. Write it as 2024-05-31.").format(value=str(value)[:40])
        ) from error

"""An offer of ours in the catalogue: what it changes at a customer, reusable over accounts."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from accountkit.model.problems import Degree, Lever, Share, Span
from accountkit.model.record import Driver, Key, Line, Record, Text


class CatalogueOffer(Record):
    """An offer as a row of the catalogue gives it; a practice keeps more of it (`accountkit.model.practice.Offer`).

    From the customer's metric to our lever: metric → process → KPI → change with a range, the case, the cost.

    `metric` and `kpi` are what a problem is measured by, in words that are looked for in its measure (several separated
    by ``;``, both languages side by side). `kind`, `change` and the costs become those of a `Lever`; costs are in the
    catalogue's `currency`.
    """

    name: Line
    name_zh: Line = ""
    metric: Line = ""
    process: Line = ""
    kpi: Line = ""
    kind: Key = "cost_of_revenue_percent"
    change: Span = Span()
    share: Share = 1.0
    ramp_years: Annotated[float, Field(ge=0, le=20)] = 0
    one_off: Span = Span()
    running_cost: Span = Span()
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "USD"
    years_of_use: Annotated[float, Field(gt=0, le=50)] = 5
    degree: Degree = "fundamental"
    case: Text = ""

    def lever(
        self,
        offer_id: str,
        *,
        statement: str,
        currency: str,
        need_id: str,
        problem_id: str | None,
        driver: Driver | None,
    ) -> Lever:
        """The lever that this offer is for one need. Costs go along only in the account's own currency: none is converted."""
        same = self.currency == currency
        return Lever(
            offer_id=offer_id,
            statement=statement,
            kind=self.kind,
            change=self.change,
            share=self.share,
            ramp_years=self.ramp_years,
            one_off=self.one_off if same else Span(),
            running_cost=self.running_cost if same else Span(),
            years_of_use=self.years_of_use,
            degree=self.degree,
            case=self.case,
            need_id=need_id,
            problem_id=problem_id,
            driver=driver,
        )

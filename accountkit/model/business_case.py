"""The terms of a business case, and what the customer could do instead of our solution."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from accountkit.model.problems import Span
from accountkit.model.record import Key, Line, Record, Text

AlternativeKind = Literal["rival", "internal", "other"]


class CaseTerms(Record):
    """How benefits and costs are valued; a blank is not entered, and a stated default applies.

    `discount_rate` is a fraction a year, `horizon_years` the years that are counted. `switching_cost` is what the change
    to our solution costs the customer once (contracts ended, data moved, people trained), in the account's currency.
    `rate_source` says in words where the discount rate comes from.
    """

    discount_rate: Annotated[float, Field(ge=0, le=1)] | None = None
    horizon_years: Annotated[int, Field(ge=1, le=15)] | None = None
    switching_cost: Span = Span()
    rate_source: Line = ""


class Alternative(Record):
    """Another way for the customer: a rival's solution, a project of its own. Amounts are in the account's currency.

    `benefit` and `running_cost` are before tax, a year, at full effect; `one_off` and `switching_cost` are paid once.
    `released` says that the author lets the customer see it.
    """

    name: Line = ""
    kind: AlternativeKind = "rival"
    benefit: Span = Span()
    one_off: Span = Span()
    running_cost: Span = Span()
    switching_cost: Span = Span()
    ramp_years: Annotated[float, Field(ge=0, le=20)] = 0
    years_of_use: Annotated[float, Field(gt=0, le=50)] = 5
    note: Text = ""
    released: bool = False
    evidence: tuple[Key, ...] = ()
    order: Annotated[float, Field(allow_inf_nan=False)] = 0

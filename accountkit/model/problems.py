"""Problems, their trees of causes, the needs at the leaves, and the levers that answer them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from accountkit.model.measures import Counted, Measure, read_measure, read_unit
from accountkit.model.record import Amount, Day, Driver, Key, Line, Record, Scalar, Stars, Text

ProblemType = Literal["restore", "prevent", "pursue_ideal"]
Direction = Literal["higher", "lower"]
Answered = Literal["yes", "no", "unknown"]
Addressable = Literal["yes", "part", "no"]
Layer = Literal["financial", "customer", "operations", "learning", "capital_change"]
Degree = Literal["temporary", "fundamental"]
UseOfCash = Literal["repay", "return", "reinvest", "hold"]
Share = Annotated[float, Field(ge=0, le=1)]


class Node(Record):
    """One step of the tree of causes: deeper (*why?*) or beside (*what else?*) its parent."""

    text: Text = ""
    parent: Key | None = None
    move: Literal["why", "what_else"] = "why"
    evidence: tuple[Key, ...] = ()
    addressable: Addressable | None = None
    smart: bool = False
    order: Amount = 0


class Worksheet(Record):
    """One of the nine methods as a small table of rows, and what it concludes."""

    rows: dict[Key, dict[Key, Scalar]] = {}
    conclusion: Text = ""


class Problem(Record):
    """A felt gap between present and expected; its type follows from its measure (methods.problems).

    `probability` and `loss` (per year, in the account's currency) value a prevent problem; `worth` is a person's own
    estimate per year where no rule gives one.

    `current_on` and `past_best_on` are the days on which the periods of these values end.

    `measure` is what is measured, by key; `metric` its name in the author's own words. `counted_in` and `rival_id` are
    what `unit` and `rival` say, by key. Where a key is missing the words are read as they are stored (`measured_by`,
    `counted`; `Account.rival_of`); an account shown in another language carries the keys of the stored one.
    """

    statement: Text = ""
    measure: Measure | None = None
    metric: Line = ""
    unit: Line = ""
    counted_in: Counted | None = None
    direction: Direction = "higher"
    past_best: Amount | None = None
    past_best_on: Day | None = None
    current: Amount | None = None
    current_on: Day | None = None
    expected: Amount | None = None
    expected_by: Day | None = None
    tolerance: Annotated[float, Field(ge=0)] | None = None
    risk_trend: Stars | None = None
    rival: Line = ""
    rival_id: Key | None = None
    layer: Layer | None = None
    scope: Line = ""
    driver: Driver | None = None
    canvas_blocks: tuple[Key, ...] = ()
    finding_ids: tuple[Key, ...] = ()
    felt_by: tuple[Key, ...] = ()
    admitted: Answered = "unknown"
    probability: Share | None = None
    loss: Amount | None = None
    worth: Amount | None = None
    evidence: tuple[Key, ...] = ()
    nodes: dict[Key, Node] = {}
    worksheets: dict[Key, Worksheet] = {}
    closed: bool = False
    order: Amount = 0

    @property
    def measured_by(self) -> Measure | None:
        """The measure's key; None where none is chosen and no words name one."""
        return self.measure or read_measure(self.metric, self.driver)

    @property
    def counted(self) -> Counted:
        """What the values of the measure count in."""
        return self.counted_in or read_unit(self.unit)


class Need(Record):
    """A cause or a step of the path that we can act on. `rank` is the customer's: 1 is its first need."""

    problem_id: Key
    node_id: Key | None = None
    statement: Text = ""
    rank: Annotated[int, Field(ge=1, le=99)] | None = None
    smart: bool = False
    addressable: Addressable = "yes"
    indicators: Text = ""
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


class Span(Record):
    """A quantity with its range; blanks are *not estimated*."""

    low: Amount | None = None
    base: Amount | None = None
    high: Amount | None = None


class Lever(Record):
    """What our answer to a need changes in the customer's accounts.

    `kind` names the change (finance.scenario: ``days_sales_outstanding``, ``cost_of_revenue_percent`` …) and `change`
    how much of it; `one_off` and `running_cost` are what the customer pays, in the account's currency; `released` says
    that the author lets the customer see the estimate.
    """

    need_id: Key | None = None
    problem_id: Key | None = None
    offer_id: Key | None = None
    statement: Text = ""
    degree: Degree = "fundamental"
    driver: Driver | None = None
    kind: Key = "cost_of_revenue_percent"
    change: Span = Span()
    share: Share = 1.0
    ramp_years: Annotated[float, Field(ge=0, le=20)] = 0
    one_off: Span = Span()
    running_cost: Span = Span()
    years_of_use: Annotated[float, Field(gt=0, le=50)] = 5
    use_of_cash: UseOfCash = "hold"
    case: Text = ""
    released: bool = False
    evidence: tuple[Key, ...] = ()
    order: Amount = 0

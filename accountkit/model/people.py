"""Stakeholders (by role), how they stand to each other, their motives, and what they committed to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from accountkit.model.claims import Rating
from accountkit.model.deals import Actor, BuyingStage
from accountkit.model.problems import Answered, Degree, Share
from accountkit.model.record import Amount, Day, Key, Line, Record, Stars, Text

Appetite = Literal["bold", "normal", "cautious"]
Adopter = Literal["innovator", "opinion_leader", "deliberate", "traditional", "laggard"]
PowerClass = Literal["decider", "influencer", "user", "gatekeeper"]
Level = Literal["high", "mid", "low"]
AskFailure = Literal["unaware", "unplanned", "mistimed", "unskilled"]
RelationshipStage = Literal["first_impression", "liking", "mutual_trust", "persuasion", "inspiration"]
Entry = Literal["receptive", "dissatisfied", "power"]
DecisionRole = Literal["decider_active", "decider_dormant", "organiser", "approver"]
LeaderTrait = Literal["expert", "broad_view", "past_successes", "appeal"]
DormantReason = Literal["technical", "small", "trust", "other_events"]


class Stakeholder(Record):
    """A role at the customer. What methods.md calls private (power, influence, support, personal needs, what a person starts
    from) stays out of shared views and exports.

    `decision_roles` and `leader_traits` say who counts in the decision (methods, key_roles); `entry_focus`,
    `decision_basis` and the four starting points from `first_concern` to `view` where one comes in (entry_focus).
    """

    role_title: Line = ""
    real_name: Line = ""
    unit: Line = ""
    function: Line = ""
    layer: Literal["top", "middle", "operational"] | None = None
    in_post_since: Day | None = None
    relationship_stage: RelationshipStage | None = None
    entry_focus: tuple[Entry, ...] = ()
    attitude: Literal["for_us", "neutral", "against", "unknown"] = "unknown"
    decision_roles: tuple[DecisionRole, ...] = ()
    dormant_reason: DormantReason | None = None
    leader_traits: tuple[LeaderTrait, ...] = ()
    decision_basis: Line = ""
    decision_stage: Line = ""
    first_concern: Text = ""
    feeling: Text = ""
    intention: Text = ""
    view: Text = ""
    adopter: Adopter | None = None
    admits: tuple[Key, ...] = ()
    power_class: PowerClass | None = None
    influence: Stars | None = None
    supporter_roles: tuple[Key, ...] = ()
    personal_needs: Text = ""
    private_note: Text = ""
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


COSTS = ("outlay", "opportunity_cost", "change_cost", "skill_cost")
"""What a motive weighs against its gain: fields of money."""
MONEY = ("gain", "loss", *COSTS)
"""The fields of money that make a motive's return; its budget is money too."""


class Motive(Record):
    """Will this person act on this need now? One per stakeholder and need (methods.motives).

    `ratings` holds the ten rated items; money is per year (gain, loss) or once (the rest), in the account's currency.
    """

    stakeholder_id: Key
    problem_id: Key | None = None
    need_id: Key | None = None
    ratings: dict[Key, Rating] = {}
    degree: Degree | None = None
    gain: Amount | None = None
    loss: Amount | None = None
    probability: Share | None = None
    years: Annotated[float, Field(gt=0, le=50)] | None = None
    outlay: Amount | None = None
    opportunity_cost: Amount | None = None
    change_cost: Amount | None = None
    skill_cost: Amount | None = None
    discount_rate: Annotated[float, Field(ge=0, le=1)] = 0.1
    appetite: Appetite | None = None
    personal_fit: Amount | None = None
    pushed_from_above: bool = False
    interest: Answered = "unknown"
    deadline: Day | None = None
    budget: Amount | None = None
    time_resource: Answered = "unknown"
    site: Answered = "unknown"
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


class Commitment(Record):
    """An action that the customer takes, or is asked to take.

    `stage` is the stage of buying that the action belongs to; `failure` why asking for it failed, in our own judgement.
    """

    stakeholder_id: Key | None = None
    motive_id: Key | None = None
    opportunity_id: Key | None = None
    visit_id: Key | None = None
    action: Text = ""
    actor: Actor = "customer"
    our_owner: Line = ""
    level: Level = "mid"
    due: Day | None = None
    place: Line = ""
    manner: Line = ""
    process: Literal["seller_work", "customer_work", "order_progress"] | None = None
    milestone: Line = ""
    stage: BuyingStage | None = None
    done_on: Day | None = None
    reason: Text = ""
    ask_signal: Text = ""
    failure: AskFailure | None = None
    status: Literal["planned", "asked", "given", "done", "refused"] = "planned"
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


def reports_to_itself(pairs: Mapping[str, Pair], key: str) -> bool:
    """Whether whoever reports by the pair `key` reports, over others or at once, to themselves."""
    start = pairs[key]
    if start.tie != "reports_to":
        return False
    seen: set[str] = set()
    above = {start.to_id}
    while above - seen:
        seen |= above
        above = {one.to_id for one in pairs.values() if one.tie == "reports_to" and one.from_id in above}
    return start.from_id in seen


def rings_of_reporting(pairs: Mapping[str, Pair]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each tie that closes a ring of reporting, and the people of the ring, from the superior of the tie upward.

    Without these ties nobody reports to themselves. Each tie is walked once: a file may bring thousands in.
    """
    above: dict[str, list[tuple[str, str]]] = {}
    for key, one in pairs.items():
        if one.tie == "reports_to":
            above.setdefault(one.from_id, []).append((key, one.to_id))
    done: set[str] = set()
    for first in above:
        line = {} if first in done else {first: iter(above[first])}
        while line:
            person = next(reversed(line))
            for key, superior in line[person]:
                if superior in line:
                    people = tuple(line)
                    yield key, people[people.index(superior) :]
                elif superior not in done:
                    line[superior] = iter(above.get(superior, ()))
                    break
            else:
                done.add(line.popitem()[0])


class Pair(Record):
    """How two people of the customer stand to each other, at work (methods, internal_politics).

    `reports_to` and `influences` lead from `from_id` to `to_id`; `close` and `tense` have no direction. A tie of which it is
    not said yet what it is (None) counts nowhere.
    """

    from_id: Key
    to_id: Key
    tie: Literal["reports_to", "close", "tense", "influences"] | None = None
    strength: Stars | None = None
    basis: Text = ""
    date: Day | None = None
    evidence: tuple[Key, ...] = ()
    order: Amount = 0

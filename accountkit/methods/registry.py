"""All methods by key, in the order in which a person goes through them; a definition is imported when first asked for.

Another package brings its own methods by entry points of the group ``accountkit.methods``: a name for the key, and the
place of the `Method`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, lru_cache, wraps
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar, TypeVarTuple

from accountkit.methods.method import Method
from accountkit.methods.subjects import Subject
from accountkit.model.kept_private import know_private

GROUP = "accountkit.methods"
PLACES: dict[str, str] = {
    "three_c_scan": "environment.three_c_scan",
    "product_business_canvas": "overview.product_business_canvas",
    "account_lifecycle": "overview.account_lifecycle",
    "plan_tracking": "overview.plan_tracking",
    "pest": "environment.pest",
    "five_forces": "environment.five_forces",
    "dupont_roe": "numbers.dupont_roe",
    "cash_flow_reading": "numbers.cash_flow_reading",
    "micro_environment": "environment.micro_environment",
    "organisation_perception": "numbers.organisation_perception",
    "internal_change": "numbers.internal_change",
    "personal_needs": "people.personal_needs",
    "empathy_map": "people.empathy_map",
    "balanced_scorecard": "numbers.balanced_scorecard",
    "ansoff_matrix": "numbers.ansoff_matrix",
    "swot": "environment.swot",
    "latent_need_scan": "problems.latent_need_scan",
    "problem_types": "problems.problem_types",
    "motive_assessment": "motives.motive_assessment",
    "benefits_3_plus_5": "problems.benefits_3_plus_5",
    "relationship_stages": "people.relationship_stages",
    "psychology_levers": "people.psychology_levers",
    "network_resources": "people.network_resources",
    "first_impression": "people.first_impression",
    "key_roles": "people.key_roles",
    "influence_score": "people.influence_score",
    "power_classes": "people.power_classes",
    "supporters": "people.supporters",
    "internal_politics": "people.internal_politics",
    "entry_focus": "people.entry_focus",
    "contact_coverage": "people.contact_coverage",
    "business_model_canvas": "numbers.business_model_canvas",
    "solution_evaluation": "deal.solution_evaluation",
    "value_proposition_canvas": "deal.value_proposition_canvas",
    "buyer_concerns": "deal.buyer_concerns",
    "decision_style": "deal.decision_style",
    "purchase_rationality": "deal.purchase_rationality",
    "sales_mode": "deal.sales_mode",
    "buying_process": "deal.buying_process",
    "sales_objective": "deal.sales_objective",
    "visit_plan": "meetings.visit_plan",
    "question_script": "meetings.question_script",
    "action_commitment": "meetings.action_commitment",
    "communication_basics": "meetings.communication_basics",
    "opportunity_elements": "deal.opportunity_elements",
    "funnel_grade": "deal.funnel_grade",
    "relationship_win_rate": "deal.relationship_win_rate",
    "high_probability_qualification": "deal.high_probability_qualification",
    "opportunity_ranking": "deal.opportunity_ranking",
    "deal_review": "deal.deal_review",
    "solution_selling_stages": "overview.solution_selling_stages",
    "reach_channels": "portfolio.reach_channels",
    "segment_positioning": "portfolio.segment_positioning",
    "ideal_customer": "portfolio.ideal_customer",
    "expansion_difficulty": "portfolio.expansion_difficulty",
    "expansion_matrix": "portfolio.expansion_matrix",
    "brand_consideration": "portfolio.brand_consideration",
    "integrated_solution": "portfolio.integrated_solution",
    "go_to_market_sheet": "portfolio.go_to_market_sheet",
    "contact_mechanism": "care.contact_mechanism",
    "relationship_variables": "care.relationship_variables",
    "implementation_stages": "care.implementation_stages",
    "relationship_four_elements": "care.relationship_four_elements",
    "delivered_value": "care.delivered_value",
    "supplier_positioning": "care.supplier_positioning",
    "loyalty_repeat_referral": "care.loyalty_repeat_referral",
    "loyalty_preference_repeat": "care.loyalty_preference_repeat",
    "key_account_service": "care.key_account_service",
    "market_information": "care.market_information",
    "referral_and_exit": "care.referral_and_exit",
    "lifetime_value": "portfolio.lifetime_value",
    "partner_selection": "team.partner_selection",
    "strategic_partner_profile": "team.strategic_partner_profile",
    "local_partner_profile": "team.local_partner_profile",
    "partner_agreement": "team.partner_agreement",
    "partner_enablement": "team.partner_enablement",
    "partner_review": "team.partner_review",
    "quota_plan": "team.quota_plan",
    "resource_grid": "team.resource_grid",
    "sales_division": "team.sales_division",
    "sales_team_structure": "team.sales_team_structure",
    "organisation_style": "team.organisation_style",
    "support_teams": "team.support_teams",
    "sales_operations": "team.sales_operations",
    "value_selling_readiness": "team.value_selling_readiness",
    "performance_coaching": "team.performance_coaching",
    "whitespace": "portfolio.whitespace",
    "account_tier": "portfolio.account_tier",
    "key_account_screen": "portfolio.key_account_screen",
    "value_matrix": "portfolio.value_matrix",
    "value_growth": "portfolio.value_growth",
}
"""Key → the module of the definition, which holds it as ``METHOD``."""


class Registry(Mapping[str, Method]):
    """The methods of the package, then those of other packages, then those that were added at run time."""

    def __init__(self) -> None:
        self._added: dict[str, Method] = {}
        self._loaded: dict[str, Method] = {}
        self.states = 0
        """How often methods came and went: what was worked out for all methods holds until the next time."""

    @cached_property
    def _foreign(self) -> dict[str, EntryPoint]:
        return {point.name: point for point in entry_points(group=GROUP) if point.name not in PLACES}

    def __getitem__(self, key: str) -> Method:
        if key in self._added:
            return self._added[key]
        if key not in self._loaded:
            place = PLACES.get(key)
            self._loaded[key] = (
                import_module(f"accountkit.methods.{place}").METHOD if place else self._foreign[key].load()
            )
        return self._loaded[key]

    def __iter__(self) -> Iterator[str]:
        yield from PLACES
        yield from self._foreign
        yield from self._added

    def __len__(self) -> int:
        return sum(1 for _key in self)

    @contextmanager
    def added(self, *methods: Method) -> Iterator[None]:
        """With some methods more, for as long as the block lasts."""
        before = dict(self._added)
        self._added.update({method.key: method for method in methods})
        self.states += 1
        try:
            yield
        finally:
            self._added = before
            self.states += 1


REGISTRY = Registry()
know_private(lambda key: key in REGISTRY and REGISTRY[key].private)
Asked = TypeVarTuple("Asked")
Found = TypeVar("Found")


def kept(ask: Callable[[*Asked], Found]) -> Callable[[*Asked], Found]:
    """What is asked of all methods is worked out once, for as long as no method comes or goes; nobody changes what is found."""

    @lru_cache(maxsize=256)
    def found(_state: int, asked: tuple[*Asked]) -> Found:
        return ask(*asked)

    @wraps(ask)
    def answer(*asked: *Asked) -> Found:
        return found(REGISTRY.states, asked)

    return answer


@kept
def core() -> dict[str, Method]:
    """The core analyses: those with an address, a notebook and a tab of their own."""
    return {key: method for key, method in REGISTRY.items() if method.core}


@kept
def in_workspace(workspace: str) -> dict[str, Method]:
    """The methods of one screen."""
    return {key: method for key, method in REGISTRY.items() if method.workspace == workspace}


@kept
def heading(subject: Subject) -> Method | None:
    """The method whose entries head the screen about a record of this kind."""
    return next((method for method in REGISTRY.values() if method.heads and method.subject == subject), None)


@kept
def weighing(subject: Subject) -> Method | None:
    """The method whose score is how much a record of this kind counts."""
    return next((method for method in REGISTRY.values() if method.weighs and method.subject == subject), None)

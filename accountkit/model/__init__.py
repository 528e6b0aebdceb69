"""The account and what is known about it: frozen documents, no input or output."""

from accountkit.model.account import Account, Profile
from accountkit.model.claims import Answer, Comment, Finding, Rating, Row, Value
from accountkit.model.deals import Doubt, Opportunity, PlanAction
from accountkit.model.edits import Edit, apply, inverse, presently, remove, value_at
from accountkit.model.evidence import Evidence
from accountkit.model.exchange import from_json, to_json
from accountkit.model.links import Link, broken_links, links, resting_on
from accountkit.model.meetings import Ask, Contact, Visit
from accountkit.model.people import Commitment, Motive, Pair, Stakeholder
from accountkit.model.private import shareable
from accountkit.model.problems import Lever, Need, Node, Problem, Span, Worksheet
from accountkit.model.record import Record, new_id
from accountkit.model.statement import Figure, Origin, Peer, Restatement, Statement
from accountkit.model.versions import SCHEMA_VERSION
from accountkit.model.wording import in_language

__all__ = [
    "SCHEMA_VERSION",
    "Account",
    "Answer",
    "Ask",
    "Comment",
    "Commitment",
    "Contact",
    "Doubt",
    "Edit",
    "Evidence",
    "Figure",
    "Finding",
    "Lever",
    "Link",
    "Motive",
    "Need",
    "Node",
    "Opportunity",
    "Origin",
    "Pair",
    "Peer",
    "PlanAction",
    "Problem",
    "Profile",
    "Rating",
    "Record",
    "Restatement",
    "Row",
    "Span",
    "Stakeholder",
    "Statement",
    "Value",
    "Visit",
    "Worksheet",
    "apply",
    "broken_links",
    "from_json",
    "in_language",
    "inverse",
    "links",
    "new_id",
    "presently",
    "remove",
    "resting_on",
    "shareable",
    "to_json",
    "value_at",
]

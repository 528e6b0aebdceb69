"""The account and what is known about it: frozen documents, no input or output."""

from accountkit.model.account import SCHEMA_VERSION, Account, Profile
from accountkit.model.claims import Answer, Comment, Finding, Rating
from accountkit.model.edits import Edit, apply, inverse, remove, value_at
from accountkit.model.evidence import Evidence
from accountkit.model.exchange import from_json, to_json
from accountkit.model.links import Link, broken_links, links, resting_on
from accountkit.model.people import Commitment, Motive, Objective, Stakeholder
from accountkit.model.private import shareable
from accountkit.model.problems import Lever, Need, Node, Problem, Span, Worksheet
from accountkit.model.record import Record, new_id
from accountkit.model.statement import Figure, Origin, Peer, Restatement, Statement
from accountkit.model.wording import in_language

__all__ = [
    "SCHEMA_VERSION",
    "Account",
    "Answer",
    "Comment",
    "Commitment",
    "Edit",
    "Evidence",
    "Figure",
    "Finding",
    "Lever",
    "Link",
    "Motive",
    "Need",
    "Node",
    "Objective",
    "Origin",
    "Peer",
    "Problem",
    "Profile",
    "Rating",
    "Record",
    "Restatement",
    "Span",
    "Stakeholder",
    "Statement",
    "Worksheet",
    "apply",
    "broken_links",
    "from_json",
    "in_language",
    "inverse",
    "links",
    "new_id",
    "remove",
    "resting_on",
    "shareable",
    "to_json",
    "value_at",
]

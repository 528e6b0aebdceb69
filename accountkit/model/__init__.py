"""The account, our own practice, and what is known about them: frozen documents, no input or output."""

from accountkit.model.account import Account, Profile
from accountkit.model.business_case import Alternative, CaseTerms
from accountkit.model.claims import Answer, Comment, Finding, Rating, Row, Value
from accountkit.model.deals import Doubt, Opportunity, PlanAction
from accountkit.model.document import Document
from accountkit.model.edits import Edit, apply, inverse, presently, remove, value_at
from accountkit.model.evidence import Evidence
from accountkit.model.exchange import document_from_json, from_json, practice_from_json, to_json
from accountkit.model.links import Link, broken_links, evidence_path, field_evidence, links
from accountkit.model.meetings import Ask, Contact, Visit
from accountkit.model.people import Commitment, Motive, Pair, Stakeholder
from accountkit.model.practice import Offer, Partner, Practice, Segment, Seller, Team
from accountkit.model.private import shareable
from accountkit.model.problems import Lever, Need, Node, Problem, Span, Worksheet
from accountkit.model.record import Record, new_id
from accountkit.model.statement import Figure, Origin, Peer, ReportedSegment, Restatement, Statement
from accountkit.model.versions import SCHEMA_VERSION
from accountkit.model.wording import in_language

__all__ = [
    "SCHEMA_VERSION",
    "Account",
    "Alternative",
    "Answer",
    "Ask",
    "CaseTerms",
    "Comment",
    "Commitment",
    "Contact",
    "Document",
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
    "Offer",
    "Opportunity",
    "Origin",
    "Pair",
    "Partner",
    "Peer",
    "PlanAction",
    "Practice",
    "Problem",
    "Profile",
    "Rating",
    "Record",
    "ReportedSegment",
    "Restatement",
    "Row",
    "Segment",
    "Seller",
    "Span",
    "Stakeholder",
    "Statement",
    "Team",
    "Value",
    "Visit",
    "Worksheet",
    "apply",
    "broken_links",
    "document_from_json",
    "evidence_path",
    "field_evidence",
    "from_json",
    "in_language",
    "inverse",
    "links",
    "new_id",
    "practice_from_json",
    "presently",
    "remove",
    "shareable",
    "to_json",
    "value_at",
]

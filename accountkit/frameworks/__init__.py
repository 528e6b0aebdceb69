"""The methods as declared frameworks, and what they say about an account.

from accountkit import frameworks
verdict = frameworks.assess(account, "pest")        # score, parts, sentence, offers, sentences for the brief
edits = frameworks.accept(account, verdict.offers[0].id)
frameworks.summary(account, "pest")                 # plain text
frameworks.chain.gaps(account)                      # what is still to establish
frameworks.openers(account)                         # whom to open the meeting with, and with what
"""

from accountkit.frameworks import chain, labels, questions
from accountkit.frameworks.assess import accept, assess, offers
from accountkit.frameworks.assessment import Assessment, BriefSentence, Offer, Part
from accountkit.frameworks.completeness import Completeness, completeness
from accountkit.frameworks.framework import Calculator, Field, Framework, Item, Register, Scorecard
from accountkit.frameworks.openers import Opener, openers
from accountkit.frameworks.registry import REGISTRY
from accountkit.frameworks.summary import summary

__all__ = [
    "REGISTRY",
    "Assessment",
    "BriefSentence",
    "Calculator",
    "Completeness",
    "Field",
    "Framework",
    "Item",
    "Offer",
    "Opener",
    "Part",
    "Register",
    "Scorecard",
    "accept",
    "assess",
    "chain",
    "completeness",
    "labels",
    "offers",
    "openers",
    "questions",
    "summary",
]

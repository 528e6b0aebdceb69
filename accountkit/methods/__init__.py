"""The methods, and what they say about an account.

from accountkit import methods
verdict = methods.assess(account, "pest")        # score, parts, sentence, suggestions, sentences for the brief
edits = methods.accept(account, verdict.suggestions[0].id)
methods.summary(account, "pest")                 # plain text
methods.gaps(methods.Analyses(account))          # what is still to establish
methods.openers(methods.Analyses(account))       # whom to open the meeting with, and with what
"""

from accountkit.methods import labels
from accountkit.methods.analyses import Analyses, analysed
from accountkit.methods.assess import accept, assess, suggestions
from accountkit.methods.assessment import Assessment, BriefSentence, Part, Suggestion
from accountkit.methods.chain.completeness import Completeness, completeness
from accountkit.methods.chain.gaps import Gap, gaps
from accountkit.methods.chain.open_points import OpenPoint, open_points
from accountkit.methods.chain.openers import Opener, openers
from accountkit.methods.chain.picture import Picture, picture
from accountkit.methods.method import Method
from accountkit.methods.registry import REGISTRY, core, in_workspace
from accountkit.methods.summary import summary

__all__ = [
    "REGISTRY",
    "Analyses",
    "Assessment",
    "BriefSentence",
    "Completeness",
    "Gap",
    "Method",
    "OpenPoint",
    "Opener",
    "Part",
    "Picture",
    "Suggestion",
    "accept",
    "analysed",
    "assess",
    "completeness",
    "core",
    "gaps",
    "in_workspace",
    "labels",
    "open_points",
    "openers",
    "picture",
    "suggestions",
    "summary",
]

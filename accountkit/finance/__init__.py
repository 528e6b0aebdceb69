"""Financial analysis of annual statements: decomposition, attribution, peers, scenarios. Pure functions, no I/O.

from accountkit import finance
roe = finance.dupont(account.statements)
change = finance.attribution(roe)
finance.reading(roe, change).sentence
"""

from accountkit.finance.attribution import Attribution, Movement, attribution, split
from accountkit.finance.books import frame
from accountkit.finance.candidates import Candidate, candidates
from accountkit.finance.checks import Warning, checks
from accountkit.finance.detail import Part, detail
from accountkit.finance.document import roe_document
from accountkit.finance.dupont import DuPont, DuPontYear, dupont
from accountkit.finance.lines import LINES, Line
from accountkit.finance.reading import Reading, reading
from accountkit.finance.shapley import chain, shapley

__all__ = [
    "LINES", "Attribution", "Candidate", "DuPont", "DuPontYear", "Line", "Movement", "Part", "Reading", "Warning",
    "attribution", "candidates", "chain", "checks", "detail", "dupont", "frame", "reading", "roe_document", "shapley",
    "split",
]  # fmt: skip

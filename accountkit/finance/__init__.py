"""Financial analysis of annual statements: decomposition, attribution, peers, scenarios. Pure functions, no I/O.

from accountkit import finance
roe = finance.dupont(account.statements)
change = finance.attribution(roe)
finance.reading(roe, change).sentence
"""

from accountkit.finance.assumed import assumed_statement
from accountkit.finance.attribution import Attribution, Movement, attribution, split
from accountkit.finance.books import frame
from accountkit.finance.candidates import Candidate, candidates
from accountkit.finance.checks import Warning, checks
from accountkit.finance.defence import Defence
from accountkit.finance.detail import Part, detail
from accountkit.finance.document import roe_document
from accountkit.finance.drivers import LEVER_PROMPTS, PROBLEM_PROMPTS, SUB_RATIOS, sub_ratios
from accountkit.finance.dupont import DuPont, DuPontYear, dupont
from accountkit.finance.gap import Gap, gap
from accountkit.finance.levers import KINDS, Kind
from accountkit.finance.lines import LINES, Line
from accountkit.finance.management import ManagementYear, management_form
from accountkit.finance.peers import Comparison, compare, peer_names, peer_returns, percentile
from accountkit.finance.placed import placed
from accountkit.finance.published import PublishedReturn, published_returns
from accountkit.finance.reading import Reading, reading
from accountkit.finance.scenario import Scenario, scenario
from accountkit.finance.sector import sector, sector_attribution, sector_medians, sector_percentiles
from accountkit.finance.shapley import chain, shapley
from accountkit.finance.simulation import Assumptions, assumptions_of
from accountkit.finance.tornado import Swing
from accountkit.finance.worth import Worth, worth

__all__ = [
    "KINDS",
    "LEVER_PROMPTS",
    "LINES",
    "PROBLEM_PROMPTS",
    "SUB_RATIOS",
    "Assumptions",
    "Attribution",
    "Candidate",
    "Comparison",
    "Defence",
    "DuPont",
    "DuPontYear",
    "Gap",
    "Kind",
    "Line",
    "ManagementYear",
    "Movement",
    "Part",
    "PublishedReturn",
    "Reading",
    "Scenario",
    "Swing",
    "Warning",
    "Worth",
    "assumed_statement",
    "assumptions_of",
    "attribution",
    "candidates",
    "chain",
    "checks",
    "compare",
    "detail",
    "dupont",
    "frame",
    "gap",
    "management_form",
    "peer_names",
    "peer_returns",
    "percentile",
    "placed",
    "published_returns",
    "reading",
    "roe_document",
    "scenario",
    "sector",
    "sector_attribution",
    "sector_medians",
    "sector_percentiles",
    "shapley",
    "split",
    "sub_ratios",
    "worth",
]

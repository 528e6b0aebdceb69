"""Financial analysis of annual statements: decomposition, attribution, peers, scenarios. Pure functions, no I/O.

from accountkit import finance
roe = finance.dupont(account.statements)
change = finance.attribution(roe)
finance.reading(roe, change).sentence
"""

from accountkit.finance.findings.candidates import Candidate, candidates
from accountkit.finance.findings.reading import Reading, reading
from accountkit.finance.levers.assumed import assumed_statement
from accountkit.finance.levers.business_case import BusinessCase, business_case
from accountkit.finance.levers.defence import Defence
from accountkit.finance.levers.kinds import KINDS, Kind
from accountkit.finance.levers.scenario import Scenario, scenario
from accountkit.finance.levers.simulation import Assumptions, assumptions_of
from accountkit.finance.levers.tornado import Swing
from accountkit.finance.levers.worth import Worth, worth
from accountkit.finance.peers.comparison import Comparison, compare, peer_names, peer_returns, percentile
from accountkit.finance.peers.gap import Gap, gap
from accountkit.finance.peers.placed import placed
from accountkit.finance.peers.sector import sector, sector_attribution, sector_medians, sector_percentiles
from accountkit.finance.returns.attribution import Attribution, Movement, attribution, split
from accountkit.finance.returns.detail import Part, detail
from accountkit.finance.returns.document import inputs_document, interim_document, roe_document
from accountkit.finance.returns.drivers import SUB_RATIOS, sub_ratios
from accountkit.finance.returns.dupont import DuPont, DuPontYear, dupont
from accountkit.finance.returns.latest import latest
from accountkit.finance.returns.management import ManagementYear, management_form
from accountkit.finance.returns.operations import OperationsAndRest, operations_and_rest
from accountkit.finance.returns.published import PublishedReturn, published_returns
from accountkit.finance.returns.shapley import chain, shapley
from accountkit.finance.returns.trailing import Trailing, trailing
from accountkit.finance.segments.document import segments_document
from accountkit.finance.segments.years import SegmentGrowth, SegmentYear, segment_growth, segment_years
from accountkit.finance.statements.books import frame
from accountkit.finance.statements.checks import Warning, checks
from accountkit.finance.statements.lines import LINES, Line

__all__ = [
    "KINDS",
    "LINES",
    "SUB_RATIOS",
    "Assumptions",
    "Attribution",
    "BusinessCase",
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
    "OperationsAndRest",
    "Part",
    "PublishedReturn",
    "Reading",
    "Scenario",
    "SegmentGrowth",
    "SegmentYear",
    "Swing",
    "Trailing",
    "Warning",
    "Worth",
    "assumed_statement",
    "assumptions_of",
    "attribution",
    "business_case",
    "candidates",
    "chain",
    "checks",
    "compare",
    "detail",
    "dupont",
    "frame",
    "gap",
    "inputs_document",
    "interim_document",
    "latest",
    "management_form",
    "operations_and_rest",
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
    "segment_growth",
    "segment_years",
    "segments_document",
    "shapley",
    "split",
    "sub_ratios",
    "trailing",
    "worth",
]

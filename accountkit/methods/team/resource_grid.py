"""Resource grid: which people and money stand behind each pair of segment and offering? (seed 004/9)

    apart = share of the pay / share of the quota − 1; beyond 30 % it is shown (a proposal of the methods file)

Worked by hand: pay 120 of 1,000, quota 2,400 of 10,000: 12 % against 24 %, −50 %.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.deal.mode_rules import STRATEGY_NAMES
from accountkit.methods.method import Flag, Suggests
from accountkit.methods.portfolio import expansion_matrix
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Matrix, Register
from accountkit.methods.team import grid_rules as rules
from accountkit.methods.team import partner_selection
from accountkit.methods.team.team_rules import MODES


def _cells(matrix: Matrix) -> tuple[tuple[str, str], ...]:
    return tuple(matrix.verdicts().items())


METHOD = Register(
    key="resource_grid",
    name=N_("Resource grid"),
    question=N_("Which people and money support each pair of segment and offering?"),
    group="organisation",
    workspace="team",
    source="004/9",
    rule=N_(
        "Each cell has exactly one competitive strategy, and its mode must match it. The share of pay should follow the share of quota; more than 30 % apart is shown. Creating demand or a motive needs able sellers by name. Cells that share staff may be merged."
    ),
    first=N_("Add a cell: a segment and an offering."),
    subject="team",
    reads=("partner_selection", "expansion_matrix"),
    uses=("segments", "offers", "currency"),
    columns=(
        Column("segment", N_("Segment"), "segment"),
        Column("offer", N_("Offering"), "offer"),
        Column("route", N_("Route"), "choice", _cells(partner_selection.METHOD), of=rules.found_by(0)),
        Column("expansion", N_("Expansion"), "choice", _cells(expansion_matrix.METHOD), of=rules.found_by(1)),
        Column(
            "strategy",
            N_("Competitive strategy"),
            "choice",
            tuple(STRATEGY_NAMES.items()),
            of=rules.strategy,
        ),
        Column("mode", N_("Sales mode"), "choice", tuple(MODES.items())),
        Column("team_pay", N_("Team pay"), "money"),
        Column("quota", N_("Quota"), "money"),
        Column("apart", N_("Pay above quota"), "percent", of=rules.apart),
        Column("sellers", N_("Able sellers"), prompt=N_("By name")),
        Column("partners", N_("Partners")),
        Column("budget", N_("Marketing budget"), "money"),
        Column("shared_with", N_("Shared with other cells")),
    ),
    reads_as=rules.GridReading,
    row_flags=(
        Flag("apart", N_("pay and quota apart"), rules.is_apart),
        Flag("mismatch", N_("mode does not match the strategy"), rules.mismatch),
        Flag("unmanned", N_("no able seller named"), rules.unmanned),
        Flag("wasted", N_("no investment is planned here"), rules.wasted),
        Flag("double", N_("cell entered twice"), rules.double),
    ),
    totals=rules.totals,
    total_names={
        "count": N_("Cells"),
        "pay": N_("Team pay"),
        "quota": N_("Quota"),
        "apart": N_("Pay and quota apart"),
    },
    says=(
        says(
            N_("Quota of all cells: {quota}. Pay and quota apart: {apart}. No able seller: {unmanned}."),
            internal=True,
        ),
    ),
    words=rules.grid_words,
    row_says=(
        says(
            N_("Cell {segment} × {offer}: {strategy}, {mode}, quota {quota}."),
            N_("Cell {segment} × {offer}: {mode}, quota {quota}."),
            internal=True,
        ),
    ),
    row_suggests=(
        Suggests(
            "name",
            N_("{offer} in {segment} ({mode}) needs an able seller by name."),
            N_("Name one"),
            rules.unmanned,
        ),
        Suggests(
            "balance",
            N_("{offer} in {segment} carries {quota_share} of the quota with {pay_share} of the pay."),
            N_("Rebalance"),
            rules.is_apart,
        ),
    ),
    row_words=rules.words,
    feeds=("quota_plan",),
)

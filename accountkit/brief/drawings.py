"""The figures of a brief: plotly's picture from `accountkit.figures`, with its table, its sentence and its native chart."""

from __future__ import annotations

from collections.abc import Sequence

from accountkit.brief.blocks import Chart, Figure, Series
from accountkit.brief.drawn import MOST_BARS, figure, money_unit
from accountkit.brief.story import Story
from accountkit.brief.strands import strands
from accountkit.brief.wording import ended, line
from accountkit.errors import AccountkitError
from accountkit.figures.case_ranges import case_ranges, case_ranges_table, case_ranges_text
from accountkit.figures.chain import chain, chain_table, chain_text
from accountkit.figures.dupont_tree import dupont_tree, dupont_tree_table, dupont_tree_text
from accountkit.figures.forces_radar import forces_radar, forces_radar_table, forces_radar_text
from accountkit.figures.peer_gap_waterfall import peer_gap_waterfall, peer_gap_waterfall_table
from accountkit.figures.pest_map import pest_map, pest_map_table, pest_map_text
from accountkit.figures.problem_gap import problem_gap, problem_gap_table, problem_gap_text
from accountkit.figures.roe_waterfall import roe_waterfall, roe_waterfall_table, roe_waterfall_text, rule
from accountkit.figures.shapes import drawing
from accountkit.finance.levers.business_case import BusinessCase
from accountkit.finance.levers.case_in_words import CASE_NAMES, ways
from accountkit.finance.levers.scenario import CASES
from accountkit.finance.peers.gap import gap
from accountkit.finance.returns.formulas import named
from accountkit.i18n import ESTIMATE, _, currency_name, day, month, points, significant
from accountkit.methods import Method
from accountkit.methods.chain.gaps import picture
from accountkit.methods.environment.force_reading import five_forces
from accountkit.methods.environment.pest_reading import pest as outside_changes
from accountkit.methods.problems.reading import Entry
from accountkit.methods.problems.sentences import metric
from accountkit.methods.problems.sentences import name as problem_name

ON_A_PAGE = 620.0
"""Pixels that a picture of the brief has at least between its axes."""
IN_CHAIN = 3
"""Problems in the picture of the chain."""


def of_method(story: Story, method: Method) -> Figure:
    """The picture that a definition asks for by name, of all its records together."""
    readings = story.analyses.readings(method.key)
    made = drawing(readings[0], readings)
    return figure(method.key, _(method.name), made.text, made.figure, made.rows)


def returns(story: Story) -> list[Figure]:
    """The return and its three factors in the latest year, with what moved each: the ROE picture."""
    dupont = story.dupont
    if dupont is None or dupont.latest is None:
        return []
    end = dupont.latest.period_end
    change = story.change if story.change and story.change.end == end else None
    years = [year for year in dupont.years if year.return_on_equity is not None]
    values = Series(named("return_on_equity"), tuple(year.return_on_equity for year in years))
    chart = Chart("columns", tuple(month(year.period_end) for year in years), (values,), "0.0%")
    caption = _("Return on equity and its factors, year to {day}").format(day=day(end))
    rows = dupont_tree_table(dupont, change, end)
    return [
        figure(
            "dupont_tree",
            caption,
            dupont_tree_text(dupont, change, end),
            dupont_tree(dupont, change, end),
            rows,
            chart,
        )
    ]


def what_moved_it(story: Story) -> list[Figure]:
    """The change of the return as steps from the one year to the other."""
    dupont, change = story.dupont, story.change
    if dupont is None or change is None or not change.effects:
        return []
    start, end = (dupont.year(when).return_on_equity for when in (change.start, change.end))
    steps = tuple(change.effects.values())
    names = (month(change.start), *(named(factor) for factor in change.effects), month(change.end))
    neutral = tuple(
        place for place, move in enumerate(change.reading.values(), 1) if move.word in ("amplified", "damped")
    )
    chart = Chart(
        "waterfall", names, (Series(named("return_on_equity"), (start, *steps, end)),), "0.0%", neutral
    )
    caption = _("What changed ROE ({rule})").format(rule=rule(change))
    rows = roe_waterfall_table(dupont, change)
    return [
        figure(
            "roe_waterfall",
            caption,
            roe_waterfall_text(dupont, change),
            roe_waterfall(dupont, change),
            rows,
            chart,
        )
    ]


def peers(story: Story) -> list[Figure]:
    """The distance to the median of the peers, or to the first usable one where there are too few, by factor.

    It says what closing the distance would be worth: an estimate that nobody released, so the customer's edition has the
    peers' table alone.
    """
    beside = story.comparison if story.internal else None
    if beside is None or not beside.usable or not beside.own.complete:
        return []
    try:
        apart = gap(beside, "median" if beside.medians else beside.usable[0].key)
    except AccountkitError:
        return []
    companies = (story.name, *(peer.name for peer in beside.usable[:MOST_BARS]))
    values = (
        beside.own.return_on_equity,
        *(year.return_on_equity for year in beside.usable_years[:MOST_BARS]),
    )
    chart = Chart(
        "bars",
        tuple(line(name, 40) for name in companies),
        (Series(named("return_on_equity"), values),),
        "0.0%",
        own=0,
    )
    caption = _("ROE gap to {target}: {delta}").format(target=apart.label, delta=points(apart.delta))
    rows = peer_gap_waterfall_table(apart, beside)
    return [figure("peers", caption, apart.text, peer_gap_waterfall(apart, beside, story.name), rows, chart)]


def outside(story: Story) -> list[Figure]:
    """Outside changes by impact and likelihood."""
    pest = outside_changes(story.analyses)
    if not pest.rated:
        return []
    strongest = pest.summands[:MOST_BARS]
    values = Series(_("Priority"), tuple(factor["signed"] for factor in strongest))
    chart = Chart("bars", tuple(line(factor["headline"], 90) for factor in strongest), (values,), "0")
    caption = _("External changes by impact and likelihood")
    hidden = () if story.internal else (_("Affected party"), _("Status"))
    rows = [{name: text for name, text in row.items() if name not in hidden} for row in pest_map_table(pest)]
    return [
        figure(
            "outside",
            caption,
            pest_map_text(pest),
            pest_map(pest, width=ON_A_PAGE),
            rows,
            chart,
        )
    ]


def forces(story: Story) -> list[Figure]:
    """The five forces as a pentagon, now and expected."""
    reading = five_forces(story.analyses)
    known = [force for force in reading.groups.values() if force.band]
    if len(known) < 3:
        return []
    series = [Series(_("Now"), tuple(force.mean for force in known))]
    if any(force.expected != force.mean for force in known):
        series.append(Series(_("In 12 months"), tuple(force.expected for force in known)))
    chart = Chart("radar", tuple(force.name for force in known), tuple(series))
    caption = _("Competitive pressure, 1 weak to 5 strong")
    return [
        figure(
            "forces",
            caption,
            forces_radar_text(reading),
            forces_radar(reading),
            forces_radar_table(reading),
            chart,
        )
    ]


def problems(story: Story, entries: Sequence[Entry]) -> list[Figure]:
    """The chain from findings to commitments. The customer's edition has no people in it, so it has no chain either."""
    if not story.internal:
        return []
    drawn = picture(story.analyses, among={entry.id for entry in entries[:IN_CHAIN]})
    caption = _("Chain from finding to commitment (dashed: missing)")
    return [
        figure(
            "problems",
            caption,
            chain_text(drawn),
            chain(drawn),
            chain_table(drawn),
            _worth(story, entries),
            strands(drawn),
        )
    ]


def _worth(story: Story, entries: Sequence[Entry]) -> Chart | None:
    """What the problems are worth a year as bars, in the unit of the largest: million, billion; 万, 亿."""
    worth = [(entry, entry.worth) for entry in entries if entry.worth and entry.worth.yearly][:MOST_BARS]
    if not worth:
        return None
    scale, unit = money_unit(worth[0][1].amount)  # as in the table beside it
    name = _("Annual value ({currency}, {unit})").format(
        unit=unit, currency=currency_name(story.account.currency)
    )
    values = Series(name, tuple(significant(own.amount, ESTIMATE) / scale for _entry, own in worth))
    return Chart(
        "bars", tuple(line(problem_name(entry.problem), 90) for entry, _own in worth), (values,), "General"
    )


def business_case(story: Story, case: BusinessCase) -> list[Figure]:
    """What the ways are worth, from low to high."""
    ours = story.our_solution
    shown = ways(case, ours)[:MOST_BARS]
    scale, unit = money_unit(abs(case.whole.cases["base"].net_present_value))  # as in the table beside it
    series = tuple(
        Series(
            _(CASE_NAMES[name]),
            tuple(significant(one.cases[name].net_present_value, ESTIMATE) / scale for _name, one in shown),
        )
        for name in CASES
    )
    chart = Chart("bars", tuple(line(name, 40) for name, _one in shown), series, "General")
    caption = _("Net present value, low to high ({currency}, {unit})").format(
        currency=currency_name(case.currency), unit=unit
    )
    outward = not story.internal
    drawn = case_ranges(case, ours, for_customer=outward)
    rows = case_ranges_table(case, ours, for_customer=outward)
    return [figure("business_case", caption, case_ranges_text(case, ours), drawn, rows, chart)]


def problem(story: Story, entry: Entry, measure: str) -> list[Figure]:
    """Current, best and target on one line; `measure` says them in words without what is ours alone to know."""
    if entry.problem.current is None or (entry.problem.past_best is None and entry.problem.expected is None):
        return []
    caption = _("{metric} (current, best and target)").format(
        metric=line(metric(entry.problem) or problem_name(entry.problem), 80)
    )
    return [
        figure(
            f"gap_{entry.id}",
            caption,
            story.worded(problem_gap_text(entry), ended(measure)),
            problem_gap(entry),
            problem_gap_table(entry),
        )
    ]

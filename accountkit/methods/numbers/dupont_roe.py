"""DuPont: which of profit, speed or borrowing explains the customer's return, where did it slip, what would move it?

The arithmetic, the guards and the readings are those of `accountkit.finance`; this is their place in the chain: the
figures of the account, what they say aloud, and the problems they offer. Source: seed 004/8; methods, dupont_roe.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from accountkit import finance
from accountkit.errors import AccountkitError
from accountkit.finance.returns.change_in_words import change_in_words
from accountkit.finance.returns.obstacles import STATUS_NAMES
from accountkit.finance.segments.in_words import segments_in_words
from accountkit.finance.segments.years import segments_by_kind
from accountkit.i18n import N_, _, number, percent
from accountkit.methods import labels
from accountkit.methods.analyses import Analyses
from accountkit.methods.assessment import BriefSentence, Part, Suggestion, suggestion_id
from accountkit.methods.findings import problem_from
from accountkit.methods.known_figures import beside_peers, latest
from accountkit.methods.method import Given
from accountkit.methods.own import Field, Own, Score
from accountkit.methods.wording import worded
from accountkit.model import Account, Edit, Finding, new_id

KEY = "dupont_roe"
"""The key of the method; its findings carry it."""
FACTORS: dict[str, str] = {
    "net_margin": N_("net margin"),
    "asset_turnover": N_("asset turnover"),
    "equity_multiplier": N_("equity multiplier"),
}


@dataclass(frozen=True)
class ReturnOnEquity:
    """The decomposition in three steps on average balances (closing ones where no year has an opening), its last change,
    how finance reads it, and the candidates for problems. `change` is None where there are not two complete years."""

    dupont: finance.DuPont
    change: finance.Attribution | None
    reading: finance.Reading
    candidates: tuple[finance.Candidate, ...]

    @property
    def year(self) -> finance.DuPontYear | None:
        """The last year with a return on equity."""
        return self.dupont.latest


def decomposed(account: Account, steps: int = 3) -> finance.DuPont:
    """The decomposition that tells most about the last year (`finance.latest`). Raises `StatementError`."""
    return latest(account.statements, steps=steps)


def return_on_equity(analyses: Given) -> ReturnOnEquity:
    """What was found, worked out once."""
    return analyses.read(KEY)


def measure(account: Account) -> ReturnOnEquity:
    """The customer's return on equity from the account's statements.

    Statements that contradict each other (two of one year, two currencies) give no figure; the reading says what is
    wrong and what to do.
    """
    try:
        dupont = decomposed(account)
    except AccountkitError as error:
        return ReturnOnEquity(finance.dupont({}), None, finance.Reading(str(error), "", "", "", None), ())
    change = _last_change(dupont)
    medians = peer_medians(account, dupont)
    return ReturnOnEquity(
        dupont,
        change,
        finance.reading(dupont, change, peer_medians=medians),
        finance.candidates(dupont, change, peer_medians=medians),
    )


def peer_medians(account: Account, dupont: finance.DuPont) -> dict[str, float] | None:
    """The medians of the usable peers per factor, on the customer's basis; None under three usable peers."""
    if dupont.latest is None or not account.peers:
        return None
    return beside_peers(dupont, account.peers, period_end=dupont.latest.period_end).medians


def _last_change(dupont: finance.DuPont) -> finance.Attribution | None:
    known = [year for year in dupont.years if year.complete]
    if len(known) < 2:
        return None
    return finance.attribution(dupont, known[-2].period_end, known[-1].period_end)


def last_delta(reading: ReturnOnEquity) -> float | None:
    """How far the last return on equity moved from the year before; None where that is not known."""
    change, year = reading.change, reading.year
    at_end = change is not None and year is not None and change.end == year.period_end and change.effects
    return change.delta if change is not None and at_end and change.on_a_year else None


def score(reading: ReturnOnEquity) -> Score:
    """The last return on equity in per cent; confirmed where no figure in it is assumed."""
    year = reading.year
    value = None if year is None else year.return_on_equity
    sure = None if year is None or year.assumed else value
    status = year.status if year else "missing"
    return Score(
        value=None if value is None else 100 * value,
        confirmed=None if sure is None else 100 * sure,
        scale="%",
        text=percent(value),
        confirmed_text=percent(sure),
        rated=sum(y.complete for y in reading.dupont.years),
        total=len(reading.dupont.years),
        band=status,
        band_label=_(STATUS_NAMES[status]),
    )


def parts(reading: ReturnOnEquity) -> Iterator[Part]:
    """One part per factor of the last year, with what it did to the return."""
    if reading.year is None:
        return
    for factor, value in reading.year.factors.items():
        moved = reading.change.reading.get(factor) if reading.change else None
        text = percent(value) if factor == "net_margin" else number(value)
        yield Part(_(FACTORS[factor]), text, moved.text if moved else "")


def sentence(account: Account, reading: ReturnOnEquity) -> str:
    """The reading to say aloud."""
    return reading.reading.sentence


def suggested(account: Account, reading: ReturnOnEquity) -> Iterator[Suggestion]:
    """A problem from each candidate whose driver has none yet."""
    taken = {
        account.findings[key].source_item
        for problem in account.problems.values()
        if not problem.closed
        for key in problem.finding_ids
        if key in account.findings and account.findings[key].source_framework == KEY
    }
    for candidate in reading.candidates:
        if candidate.driver not in taken:
            yield Suggestion(
                id=suggestion_id(KEY, "problem", candidate.id),
                text=_("{seen} Create a problem?").format(seen=candidate.text),
                action=_("Create problem"),
                kind="problem",
                path=f"statements/{candidate.period_end.isoformat()}",
                edits=partial(from_candidate, account, candidate.id),
            )


def from_candidate(account: Account, candidate_id: str) -> tuple[Edit, ...]:
    """The edits that make a finding and the problem on it from a candidate, worded in both languages.

    The type that rule 3 gives is the type that the problem's measure gives: an own best is its past best, a peers'
    median what is wanted, borrowing that hides a slide a risk that rises.
    """
    analyses = Analyses(account)

    def candidate() -> finance.Candidate:
        """As the language of the moment words it."""
        return next(one for one in return_on_equity(analyses).candidates if one.id == candidate_id)

    seen = candidate()
    text, text_wording = worded(lambda: candidate().text)
    title, title_wording = worded(lambda: candidate().title)
    metric, metric_wording = worded(lambda: candidate().metric)
    rival, rival_wording = worded(lambda: _("peer median"))
    against_peers, preventing = seen.reason == "peer_median", seen.type == "prevent"
    finding = Finding(
        statement=text,
        source_framework=KEY,
        source_item=seen.driver,
        effect="weakness" if against_peers or preventing else "threat",
    )
    finding_id = new_id("f")
    problem = problem_from(
        finding_id,
        finding,
        statement=title,
        measure=seen.factor,
        metric=metric,
        unit=seen.unit,
        driver=seen.driver,
        layer="financial",
        direction="lower" if preventing else "higher",
        past_best=None if preventing else _shortened(seen.past_best),
        current=_shortened(seen.current),
        expected=_shortened(seen.expected),
        tolerance=0.0 if seen.reason == "part" else None,
        risk_trend=4 if preventing else None,
        rival=rival if against_peers else "",
    )
    return (
        Edit(f"findings/{finding_id}", finding),
        problem,
        *text_wording,
        *title_wording,
        *metric_wording,
        *(rival_wording if against_peers else ()),
    )


def _shortened(value: float | None) -> float | None:
    """A measure as a person would enter it: ``0.639``, not ``0.638851``."""
    return None if value is None else round(value, 3)


def brief(account: Account, reading: ReturnOnEquity) -> Iterator[BriefSentence]:
    """How ROE moved, the leading factor and the largest offset, left out if effects have no meaning; then which segments
    and regions carry growth and profit."""
    change, year = reading.change, reading.year
    if change is not None and change.effects and year is not None and change.end == year.period_end:
        yield BriefSentence(
            change_in_words(reading.dupont, change)[0],
            "assumed" if year.assumed else "confirmed",
            f"statements/{year.period_end.isoformat()}",
        )
    for years in segments_by_kind(account.statements).values():
        last = years[-1].end
        yield BriefSentence(segments_in_words(years), "confirmed", f"statements/{last.isoformat()}")


def note(finding: Finding) -> str:
    """Which driver a finding comes from; where it is none, how it acts."""
    if finding.source_item in labels.WORDS["driver"]:
        return _("DuPont · {driver}").format(driver=labels.label("driver", finding.source_item))
    return labels.label("effect", finding.effect)


QUESTIONS = {
    "margin": N_("Which of last year's costs were one-off, and which will recur?"),
    "turnover": N_("Where is most capital tied up: inventory, receivables, or idle sites?"),
    "multiplier": N_("How do you decide how much to borrow next year?"),
}
"""What to ask about a driver."""

METHOD = Own(
    of_shape="calculator",
    workspace="numbers",
    key=KEY,
    name=N_("ROE decomposition"),
    question=N_(
        "Do margin, turnover or leverage drive the customer's return on equity, what weakened, and what "
        "could our solution improve?"
    ),
    group="understand",
    source="004/8",
    rule=N_(
        "Return on equity = net margin × asset turnover × equity multiplier, on average balances. "
        "Shapley values attribute the change between two years and add up to it exactly. A driver 10 % "
        "below its best level or its peers is suggested as a problem; leverage is never a target."
    ),
    fields=(
        Field("revenue", N_("Revenue"), "money"),
        Field("net_income", N_("Net profit"), "money"),
        Field("total_assets", N_("Total assets"), "money"),
        Field("equity", N_("Net assets"), "money"),
    ),
    feeds=(
        "problem_types",
        "motive_assessment",
        "organisation_perception",
        "balanced_scorecard",
        "benefits_3_plus_5",
    ),
    summed=(
        N_("ROE {score}"),
        N_("on confirmed figures {confirmed}"),
        N_("years with an ROE: {rated} of {total} ({share})"),
    ),
    uses=("statements", "peers"),
    measure=measure,
    scored=score,
    explained=parts,
    spoken=sentence,
    suggested=suggested,
    written=brief,
    noted=note,
    asks=QUESTIONS,
)

"""What the decomposition says, in words that a seller who is no accountant can say to the customer.

Four parts: the sentence; the lever that the customer can move (margin or turnover, never leverage); what is fragile
(leverage); and the question to ask about it. Everything follows from the figures by fixed rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accountkit.finance.attribution import Attribution, Movement
from accountkit.finance.candidates import Candidate, candidates, ratio
from accountkit.finance.detail import detail
from accountkit.finance.dupont import DuPont, DuPontYear
from accountkit.finance.formulas import paragraph, shown
from accountkit.finance.question import question
from accountkit.i18n import N_, _, day, number

PRACTICALLY_ALL = 0.9
MOST = 0.5
HIGH_MULTIPLIER = 4.0
"""Four units of assets on one of own money: a fall of assets by a quarter takes all of it."""


@dataclass(frozen=True)
class Reading:
    """`driver` is the factor the reading turns on (``margin`` or ``turnover``; None where there is nothing to say)."""

    sentence: str
    lever: str
    fragile: str
    question: str
    driver: str | None


def reading(
    dupont: DuPont,
    attribution: Attribution | None = None,
    *,
    peer_medians: Mapping[str, float] | None = None,
) -> Reading:
    """The reading of the change that `attribution` describes, or of the last year where there is none."""
    year = dupont.year(attribution.end) if attribution else dupont.latest
    if year is None or year.return_on_equity is None:
        year = year or (dupont.years[-1] if dupont.years else None)
        return Reading(_silence(year), "", "", _(ASK_FOR_FIGURES), None)
    offered = candidates(dupont, attribution, period_end=year.period_end, peer_medians=peer_medians)
    parts = detail(dupont, attribution) if attribution else ()
    lever = _lever_factor(attribution, offered)
    return Reading(
        sentence=paragraph(*_sentences(dupont, attribution, year)),
        lever=_lever(lever, attribution, offered, bool(peer_medians)),
        fragile=_fragile(attribution, year),
        question=question(lever, _two(attribution).get(lever or "", 0.0) < 0, parts, year.period_end),
        driver={"net_margin": "margin", "asset_turnover": "turnover"}.get(lever or ""),
    )


ASK_FOR_FIGURES = N_("Could you show us the annual statements of the last two years?")


def _silence(year: DuPontYear | None) -> str:
    if year is None or not year.reasons:
        return _("There is no return on equity to read yet: it needs revenue, profit, assets and equity.")
    said = _("There is no return on equity to read: {reason}").format(reason=year.reasons[0])
    margin, turnover = ratio(year, "net_margin"), year.factors["asset_turnover"]
    if margin is None or turnover is None:
        return said
    alone = _("What can be read alone: the net margin, {margin}, and the asset turnover, {turnover}.")
    return paragraph(
        said, alone.format(margin=shown("net_margin", margin), turnover=shown("asset_turnover", turnover))
    )


def _sentences(dupont: DuPont, attribution: Attribution | None, year: DuPontYear) -> list[str]:
    before = dupont.year(attribution.start) if attribution else None
    if attribution is None or not attribution.effects or before is None or before.return_on_equity is None:
        return [_earned(year)]
    return [
        _moved(before, year),
        *_explained(attribution),
        *_read_through_a_loss(attribution),
        *_hidden(attribution),
    ]


def _hundred(value: float) -> str:
    return number(abs(value) * 100, 1)


def _earned(year: DuPontYear) -> str:
    text = (
        _("On every 100 of the owners' money the company earned {now} in the year to {day}.")
        if year.return_on_equity >= 0
        else _("On every 100 of the owners' money the company lost {now} in the year to {day}.")
    )
    return text.format(now=_hundred(year.return_on_equity), day=day(year.period_end))


MOVED = {
    (True, True): N_(
        "On every 100 of the owners' money the company earned {now} in the year to {day}, after {before} in {since}."
    ),
    (True, False): N_(
        "On every 100 of the owners' money the company lost {now} in the year to {day}, after earning {before} in {since}."
    ),
    (False, True): N_(
        "On every 100 of the owners' money the company earned {now} in the year to {day}, after losing {before} in {since}."
    ),
    (False, False): N_(
        "On every 100 of the owners' money the company lost {now} in the year to {day}, after a loss of {before} in {since}."
    ),
}


def _moved(before: DuPontYear, year: DuPontYear) -> str:
    text = _(MOVED[before.return_on_equity >= 0, year.return_on_equity >= 0])
    return text.format(
        now=_hundred(year.return_on_equity),
        before=_hundred(before.return_on_equity),
        day=day(year.period_end),
        since=_("the year to {day}").format(day=day(before.period_end)),
    )


SHARES = {
    ("all", "up"): N_("Practically all of the rise comes from {driver}: {fact}."),
    ("all", "down"): N_("Practically all of the fall comes from {driver}: {fact}."),
    ("most", "up"): N_("Most of the rise comes from {driver}: {fact}."),
    ("most", "down"): N_("Most of the fall comes from {driver}: {fact}."),
    ("part", "up"): N_("The largest part of the rise comes from {driver}: {fact}."),
    ("part", "down"): N_("The largest part of the fall comes from {driver}: {fact}."),
}
PLAIN = {
    "net_margin": N_("what is left of a sale"),
    "operating_margin": N_("what the business itself leaves of a sale"),
    "tax_burden": N_("tax"),
    "interest_burden": N_("interest and what else lies below the operating line"),
    "asset_turnover": N_("how fast assets turn into sales"),
    "equity_multiplier": N_("borrowing"),
}
FACTS = {
    "net_margin": N_("of every 100 of sales, {after} stayed, before it was {before}"),
    "operating_margin": N_(
        "of every 100 of sales, {after} stayed before interest and tax, before it was {before}"
    ),
    "tax_burden": N_("of every 100 of pre-tax profit, {after} reached the owners, before it was {before}"),
    "interest_burden": N_(
        "of every 100 of operating profit, {after} stayed after interest, before it was {before}"
    ),
    "asset_turnover": N_("each 100 of assets brought {after} of sales a year, before it was {before}"),
    "equity_multiplier": N_("on each 100 of own money stand {after} of assets, before it was {before}"),
}


def _explained(attribution: Attribution) -> list[str]:
    """The factor that moved the return most in the direction in which it went."""
    delta = attribution.delta or 0.0
    if abs(delta) < 0.0005:
        return [_("The return stood still; what moved inside cancelled out.")]
    name, effect = max(attribution.effects.items(), key=lambda item: item[1] * (1 if delta > 0 else -1))
    share = effect / delta
    size = "all" if share >= PRACTICALLY_ALL else "most" if share >= MOST else "part"
    text = _(SHARES[size, "up" if delta > 0 else "down"])
    return [text.format(driver=_(PLAIN[name]), fact=_fact(attribution.reading[name]))]


LOSS_FACTS = {
    (True, False): N_("of every 100 of sales, {after} were lost, before {before} stayed"),
    (False, True): N_("of every 100 of sales, {after} stayed, before {before} were lost"),
    (False, False): N_("of every 100 of sales, {after} were lost, before it was a loss of {before}"),
}


def _fact(move: Movement) -> str:
    signs = (move.before >= 0, move.after >= 0)
    text = LOSS_FACTS.get(signs, FACTS[move.factor])
    return _(text).format(before=_hundred(move.before), after=_hundred(move.after))


def _read_through_a_loss(attribution: Attribution) -> list[str]:
    turnover = attribution.reading["asset_turnover"]
    if not attribution.across_loss or turnover.moved == "unchanged":
        return []
    if turnover.moved == "fell":
        return [
            _("Assets also turned more slowly; at a loss that only spreads the loss thinner and is no gain.")
        ]
    return [_("Assets turned faster; at a loss that shows in the return only once the sales earn something.")]


def _hidden(attribution: Attribution) -> list[str]:
    leverage = attribution.reading["equity_multiplier"]
    if attribution.across_loss or (attribution.delta or 0) >= 0 or leverage.word != "raised":
        return []
    return [_("More borrowing hid part of the slide.")]


def _lever_factor(attribution: Attribution | None, offered: Sequence[Candidate]) -> str | None:
    """Margin or turnover: the one that a candidate names first, else the one whose effect is the lower."""
    named = [c.factor for c in offered if c.factor != "equity_multiplier"]
    effects = _two(attribution)
    worst = min(effects, key=lambda name: effects[name], default=None)
    if named:
        return worst if worst in named else named[0]
    return worst if worst and effects[worst] < 0 else None


def _two(attribution: Attribution | None) -> dict[str, float]:
    if attribution is None or not attribution.effects:
        return {}
    effects = attribution.effects
    turnover = effects["asset_turnover"]
    margin = sum(v for k, v in effects.items() if k not in ("asset_turnover", "equity_multiplier"))
    return (
        {"net_margin": margin}
        if attribution.across_loss
        else {"net_margin": margin, "asset_turnover": turnover}
    )


LEVERS = {
    "net_margin": N_("The lever they can move: the margin (price, mix, cost, expense)."),
    "asset_turnover": N_(
        "The lever they can move: turnover (stock, unpaid invoices, idle sites and machines)."
    ),
}


def _lever(
    factor: str | None, attribution: Attribution | None, offered: Sequence[Candidate], peers: bool
) -> str:
    if factor is None and not peers and (attribution is None or not attribution.effects):
        return _("There is nothing yet to compare margin and turnover with: add an earlier year, or peers.")
    if factor is None:
        return _("Neither margin nor turnover fell behind: ask what they want to reach next.")
    reason = next((c.text for c in offered if c.factor == factor), "")
    if not reason and attribution and factor in attribution.reading:
        reason = attribution.reading[factor].text
    return paragraph(_(LEVERS[factor]), reason)


def _fragile(attribution: Attribution | None, year: DuPontYear) -> str:
    """What leverage does to the return: never a target, always to be named."""
    multiplier = year.factors["equity_multiplier"]
    if multiplier is None:
        return ""
    shown_multiplier = shown("equity_multiplier", multiplier)
    if year.status == "distorted":
        text = _(
            "Fragile: equity is so thin (multiplier {m}) that the return says more about it than about the business."
        )
        return text.format(m=shown_multiplier)
    if multiplier >= HIGH_MULTIPLIER:
        text = _(
            "Fragile: {m} of assets stand on 1 of own money; what lifts the return now sinks it in a bad year."
        )
        return text.format(m=shown_multiplier)
    move = attribution.reading.get("equity_multiplier") if attribution else None
    if move and move.moved == "rose":
        text = _(
            "Fragile: leverage rose to {m}; a return that rests on borrowing turns with the interest rate."
        )
        return text.format(m=shown_multiplier)
    if move is None:
        return _("Leverage is {m}: a figure to know, not one to promise anything about.").format(
            m=shown_multiplier
        )
    return _("Leverage ({m}) carries no more of the return than before.").format(m=shown_multiplier)

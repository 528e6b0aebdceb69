"""What the decomposition says, in sentences for sellers who are not accountants.

Four parts: the sentence; the lever that the customer can move (margin or turnover, never leverage); what is fragile
(leverage); and the question to ask about it. Everything follows from the figures by fixed rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accountkit.finance.findings.candidates import Candidate, candidates, ratio
from accountkit.finance.findings.question import question, question_key
from accountkit.finance.returns.attribution import NO_LOSS_READING, Attribution
from accountkit.finance.returns.change_in_words import change_in_words
from accountkit.finance.returns.detail import detail
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import MATERIAL, shown
from accountkit.i18n import N_, _, paragraph

HIGH_MULTIPLIER = 4.0
"""Four units of assets on one of own money: a fall of assets by a quarter takes all of it."""


@dataclass(frozen=True)
class Reading:
    """`driver` is the factor the reading turns on (``margin`` or ``turnover``; None where there is nothing to say).

    `asked` is what the question is about, as a key that is the same in every language: ``net_margin.2024-05-31``.
    """

    sentence: str
    lever: str
    fragile: str
    question: str
    driver: str | None
    asked: str = ""


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
    key = question_key(lever, _two(attribution).get(lever or "", 0.0) < 0, parts)
    return Reading(
        sentence=paragraph(*change_in_words(dupont, attribution, year)),
        lever=_lever(lever, attribution, offered, bool(peer_medians)),
        fragile=_fragile(attribution, year),
        question=question(key, year.period_end),
        driver={"net_margin": "margin", "asset_turnover": "turnover"}.get(lever or ""),
        asked=f"{key}.{year.period_end.isoformat()}",
    )


ASK_FOR_FIGURES = N_("Could you share the annual statements of the last two years?")


def _silence(year: DuPontYear | None) -> str:
    if year is None or not year.reasons:
        return _("ROE cannot be calculated yet. Add revenue, net income, total assets and equity.")
    said = _("ROE cannot be calculated: {reason}").format(reason=year.reasons[0])
    margin, turnover = ratio(year, "net_margin"), year.factors["asset_turnover"]
    if margin is None or turnover is None:
        return said
    alone = _("Net margin is {margin} and asset turnover {turnover}.")
    return paragraph(
        said, alone.format(margin=shown("net_margin", margin), turnover=shown("asset_turnover", turnover))
    )


def _lever_factor(attribution: Attribution | None, offered: Sequence[Candidate]) -> str | None:
    """Margin or turnover: the one that a candidate names first, else the one whose effect is the lower.

    Across a loss the margin alone: it is the lever if it lags, or is still negative.
    """
    if attribution and attribution.effects and attribution.across_loss:
        return _margin_across_a_loss(attribution, offered)
    named = [c.factor for c in offered if c.factor != "equity_multiplier"]
    effects = _two(attribution)
    worst = min(effects, key=lambda name: effects[name], default=None)
    if named:
        return worst if worst in named else named[0]
    return worst if worst and effects[worst] <= -MATERIAL else None


def _margin_across_a_loss(attribution: Attribution, offered: Sequence[Candidate]) -> str | None:
    margins = [move for name, move in attribution.reading.items() if name not in NO_LOSS_READING]
    loses = min(move.after for move in margins) < 0
    fell = sum(move.effect for move in margins) <= -MATERIAL
    lags = any(c.factor == "net_margin" for c in offered)
    return "net_margin" if loses or fell or lags else None


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
    "net_margin": N_("Most actionable lever: net margin (price, mix, costs)."),
    "asset_turnover": N_(
        "Most actionable lever: asset turnover (inventory, receivables, idle sites and equipment)."
    ),
}


def _lever(
    factor: str | None, attribution: Attribution | None, offered: Sequence[Candidate], peers: bool
) -> str:
    if factor is None and not peers and (attribution is None or not attribution.effects):
        return _("Margin and turnover have no comparison yet. Add an earlier year, or peers.")
    if factor is None and attribution and attribution.across_loss:
        return _("Net margin does not lag. Ask what the customer wants to reach next.")
    if factor is None:
        return _("Neither margin nor turnover lags. Ask what the customer wants to reach next.")
    reason = next((c.text for c in offered if c.factor == factor), "")
    if not reason and attribution and factor in attribution.reading:
        reason = attribution.reading[factor].text
    return paragraph(_(LEVERS[factor]), reason)


def _fragile(attribution: Attribution | None, year: DuPontYear) -> str:
    """What leverage does to the return: never a target, always to be named."""
    multiplier = year.factors["equity_multiplier"]
    if multiplier is None:
        return ""
    move = attribution.reading.get("equity_multiplier") if attribution else None
    if year.status == "distorted":
        text = _("Equity is thin (multiplier {m}), so ROE is distorted: compare margin and turnover.")
    elif multiplier >= HIGH_MULTIPLIER:
        text = _("Highly leveraged: assets are {m} times equity, so a bad year would hit returns hard.")
    elif move is None:
        text = _("Assets are {m} times equity.")
    elif move.moved != "rose":
        text = _("Leverage ({m}×) did not add to the return.")
    elif _owes(year):
        text = _("Leverage rose to {m}×, so returns depend more on interest rates.")
    else:
        text = _("Leverage rose to {m}×, without net debt.")
    return text.format(m=shown("equity_multiplier", multiplier))


def _owes(year: DuPontYear) -> bool:
    """Whether debt exceeds cash and short-term investments, as far as the statements tell; unknown debt counts as debt."""
    v = year.inputs
    if "total_debt" not in v:
        return True
    return v["total_debt"] > v.get("cash", 0.0) + v.get("short_term_investments", 0.0)

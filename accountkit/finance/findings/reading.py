"""What the decomposition says, in sentences for sellers who are not accountants.

Four parts: the sentence; the lever that the customer can move (margin or turnover, never leverage); what is fragile
(leverage); and the question to ask about it. Everything follows from the figures by fixed rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accountkit.finance.findings.acquisition import turnover_by_acquisition, without_acquired
from accountkit.finance.findings.candidates import candidates, ratio
from accountkit.finance.findings.fragile import fragile
from accountkit.finance.findings.lever import Lever, lever
from accountkit.finance.findings.question import question, question_key
from accountkit.finance.returns.attribution import Attribution
from accountkit.finance.returns.change_in_words import change_in_words
from accountkit.finance.returns.detail import detail
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import shown
from accountkit.finance.statements.business import kind_of
from accountkit.i18n import N_, _, paragraph

MULTIPLIER = "equity_multiplier"


@dataclass(frozen=True)
class Reading:
    """`driver` is the factor the reading turns on (``margin`` or ``turnover``; None where there is nothing to say), `ratio`
    the one that its lever names (``operating_margin``).

    `asked` is what the question is about, as a key that is the same in every language: ``net_margin.2024-05-31``.
    """

    sentence: str
    lever: str
    fragile: str
    question: str
    driver: str | None
    asked: str = ""
    ratio: str | None = None


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
    found = lever(dupont, attribution, year, offered)
    key = question_key(found.factor if found else None, bool(found and found.fell), parts)
    return Reading(
        sentence=paragraph(*change_in_words(dupont, attribution, year)),
        lever=_lever(dupont, attribution, found, bool(peer_medians)),
        fragile=fragile(attribution, year, peer_medians or {}),
        question=question(key, year.period_end, kind_of(year.inputs)),
        driver={"net_margin": "margin", "asset_turnover": "turnover"}[found.factor] if found else None,
        asked=f"{key}.{year.period_end.isoformat()}",
        ratio=found.ratio if found else None,
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


def _lever(dupont: DuPont, attribution: Attribution | None, found: Lever | None, peers: bool) -> str:
    """The lever in words; without one, why there is none and what to ask."""
    if found:
        return found.text
    if not peers and (attribution is None or not attribution.effects):
        return _("Margin and turnover have no comparison yet. Add an earlier year, or peers.")
    fell = [m for name, m in attribution.reading.items() if name != MULTIPLIER] if attribution else []
    weaker = any(move.moved == "fell" and move.effect < 0 for move in fell)
    if attribution and weaker:
        return paragraph(
            _("Operations did not weaken. Ask what the customer wants to reach next."),
            _acquired(dupont.year(attribution.start), dupont.year(attribution.end)),
        )
    if attribution and attribution.across_loss:
        return _("Net margin does not lag. Ask what the customer wants to reach next.")
    return _("Neither margin nor turnover lags. Ask what the customer wants to reach next.")


def _acquired(first: DuPontYear, last: DuPontYear) -> str:
    if not turnover_by_acquisition(first, last):
        return ""
    text = _(
        "Asset turnover fell because of an acquisition: without goodwill and intangible assets it is {value}."
    )
    return text.format(value=shown("asset_turnover", without_acquired(last)))

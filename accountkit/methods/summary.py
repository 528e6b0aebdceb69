"""A framework's verdict as plain text: deterministic, as of the review date, in the current language."""

from __future__ import annotations

from accountkit.i18n import _, percent
from accountkit.methods.analyses import method_and_record
from accountkit.methods.assess import assess
from accountkit.methods.assessment import Assessment, Part
from accountkit.methods.method import WITHHELD
from accountkit.methods.registry import REGISTRY
from accountkit.methods.wording import joined
from accountkit.model import Account


def summary(account: Account, key: str) -> str:
    """Name, sentence, score with its parts, and what goes into the brief; a line each.

    `key` is a method's, or ``KEY.ID`` for one of its records. Raises `InvalidEdit` with the nearest ones.
    """
    method, record = method_and_record(key)
    verdict = assess(account, method, record)
    lines = [verdict.name, verdict.sentence, score_line(verdict, REGISTRY[method].summed)]
    lines += [part_line(part) for part in verdict.parts]
    if verdict.brief:
        lines.append(_("For the brief:"))
        lines += [
            "- " + joined((line.text, "" if line.status == "confirmed" else _("[assumed]")))
            for line in verdict.brief
        ]
    return "\n".join(line for line in lines if line)


def part_line(part: Part) -> str:
    """One part of the score: its name, value and how it came about."""
    text = _("- {label}: {value} ({detail})") if part.detail else _("- {label}: {value}")
    return text.format(label=part.label, value=part.value_text, detail=part.detail)


def score_line(verdict: Assessment, text: str) -> str:
    """The score with its scale and band, over all claims and over the confirmed ones, and how much is rated; in `text`."""
    scale = verdict.scale if verdict.scale != "%" else ""
    score = verdict.score_text if verdict.score_text == WITHHELD else f"{verdict.score_text}{scale}"
    if verdict.band_label:
        score = _("{score} ({band})").format(score=score, band=verdict.band_label)
    return _(text).format(
        score=score,
        confirmed=WITHHELD
        if verdict.confirmed_score is None or verdict.confirmed_text == WITHHELD
        else f"{verdict.confirmed_text}{scale}",
        rated=verdict.rated,
        total=verdict.total,
        share=percent(verdict.coverage, 0),
    )

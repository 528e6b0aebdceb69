"""A framework's verdict as plain text: deterministic, as of the review date, in the current language."""

from __future__ import annotations

from accountkit.i18n import _, clauses, percent
from accountkit.methods.analyses import method_and_record
from accountkit.methods.assess import Read, assess
from accountkit.methods.assessment import Assessment, Part
from accountkit.methods.method import WITHHELD
from accountkit.methods.registry import REGISTRY
from accountkit.methods.wording import joined, upper_first


def summary(read: Read, key: str) -> str:
    """Name, sentence, score with its parts, and what goes into the brief; a line each. While nothing is rated, the
    sentence alone: it says what to do first.

    `key` is a method's, or ``KEY.ID`` for one of its records. Raises `InvalidEdit` with the nearest ones.
    """
    method, record = method_and_record(key)
    verdict = assess(read, method, record)
    lines = [verdict.name, verdict.sentence]
    if verdict.rated:
        lines.append(score_line(verdict, REGISTRY[method].summed))
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
    text = _("- {label}: {value} ({detail})") if part.detail not in ("", "–") else _("- {label}: {value}")
    return text.format(label=part.label, value=part.value_text, detail=part.detail)


def score_line(verdict: Assessment, summed: tuple[str, str, str]) -> str:
    """The score with its scale and band, over all claims and over the confirmed ones, and how much is rated.

    What has no figure is left out; empty where nothing has one. A method without a score says its verdict.
    """
    score, confirmed, rated = summed
    scale = verdict.scale if verdict.scale != "%" else ""
    pieces = []
    if verdict.score is not None:
        shown = verdict.score_text if verdict.score_text == WITHHELD else f"{verdict.score_text}{scale}"
        if verdict.band_label and verdict.band_label != shown:
            shown = _("{score} ({band})").format(score=shown, band=verdict.band_label)
        pieces.append(_(score).format(score=shown) if score else shown)
    elif verdict.band_label:
        pieces.append(_("Result: {band}").format(band=verdict.band_label))
    if verdict.confirmed_score is not None and verdict.confirmed_text != WITHHELD:
        pieces.append(_(confirmed).format(confirmed=f"{verdict.confirmed_text}{scale}"))
    if rated:
        share = percent(verdict.coverage, 0)
        pieces.append(_(rated).format(rated=verdict.rated, total=verdict.total, share=share))
    return _("{facts}.").format(facts=upper_first(clauses(pieces))) if pieces else ""

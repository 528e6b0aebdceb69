"""The five-forces panel: the standard drivers with their anchors and the adapted reading side by side."""

from __future__ import annotations

from typing import Any

from accountkit.figures.core import drawn
from accountkit.figures.forces_radar import forces_radar_table
from accountkit.i18n import _, number
from accountkit.methods.environment.force_drivers import (
    BY_FORCE,
    CROSS_CHECK,
    DRIVERS,
    FORCES,
    LANDSCAPE,
    POWER_INPUTS,
    POWERS,
    THRESHOLDS,
)
from accountkit.methods.environment.force_reading import KEY, RATINGS, Force, Threshold
from accountkit.methods.marks import Item
from accountkit.methods.own import coverage_text
from accountkit.methods.wording import upper_first
from accountkit.model import Answer, Edit, Finding, Rating, new_id
from accountkit.panels.events import Event
from accountkit.panels.evidence import claim
from accountkit.panels.offers import offered
from accountkit.panels.panel import Panel
from accountkit.panels.tables import table

ANSWER = f"answers/{KEY}"
ITEMS = (*DRIVERS, *THRESHOLDS, *POWERS, *(item for inputs in POWER_INPUTS.values() for item in inputs))
_RATED = "|".join((*(item.key for item in ITEMS), *FORCES))
_RATING = rf"{RATINGS}/({_RATED})"
_RIVAL = rf"{ANSWER}/records/[A-Za-z0-9_.\-]+"
_FIELDS = "|".join(field.key for field in LANDSCAPE)


class FiveForces(Panel):
    """Each driver is one click; a force opens to its drivers, with the adapted reading beside it."""

    VUE = "five_forces.vue"
    WRITABLE = (
        rf"{_RATING}/(value|expected|note)",
        rf"{ANSWER}/notes/({'|'.join(FORCES)})_lever",
        rf"{_RIVAL}/({_FIELDS})",
        r"findings/[^/]+/statement",
    )
    REMOVABLE = (_RIVAL, r"findings/[^/]+")
    CITABLE = (_RATING, r"findings/[^/]+")
    EVENTS = {"rival": Event}

    def shown(self) -> dict[str, Any]:
        self.verdict = verdict = self.session.analyses.assess(KEY)
        reading = verdict.detail
        self.answer = self.session.shown.answers.get(KEY, Answer())
        return {
            "sentence": verdict.sentence,
            "question": verdict.question,
            "pressure": {
                "text": verdict.score_text,
                "confirmed": verdict.confirmed_text,
                "band": verdict.band_label,
                "withheld": verdict.band is None,
                "rule": verdict.rule,
                "attractiveness": number(reading.attractiveness, 1),
                "coverage": coverage_text(verdict.rated, verdict.total),
                "parts": [
                    {"label": part.label, "value": part.value_text, "detail": part.detail}
                    for part in verdict.parts
                ],
            },
            "forces": [self._force(force) for force in reading.forces.values()],
            "thresholds": [self._adapted(item, reading.adapted[item.key]) for item in (*THRESHOLDS, *POWERS)],
            "findings": [
                self._finding(key, finding)
                for key, finding in self.session.shown.findings.items()
                if finding.source_framework == KEY
            ],
            "rivals": [{"id": key, **rival} for key, rival in self.answer.records.items()],
            "rival_fields": [
                {
                    "key": field.key,
                    "name": _(field.name),
                    "kind": field.kind,
                    "choices": [{"value": value, "title": _(title)} for value, title in field.choices],
                }
                for field in LANDSCAPE
            ],
            "offers": offered(verdict.offers),
            "tables": {"radar": table(forces_radar_table(reading))},
        }

    def drawn(self) -> dict[str, tuple[dict, str]]:
        return drawn(self.verdict.detail)

    def on_rival(self, _event: Event) -> None:
        self.session.edit([Edit(f"{ANSWER}/records/{new_id('r')}", {"name": "", "approach": "same"})])

    def _force(self, force: Force) -> dict[str, Any]:
        mirror = CROSS_CHECK.get(force.key)
        own = self.answer.ratings.get(force.key, Rating())
        return {
            "key": force.key,
            "name": _(FORCES[force.key]),
            "score": number(force.shown_score, 1),
            "verdict": force.verdict,
            "band": force.band,
            "expected": number(force.shown_expected, 1),
            "expected_set": own.expected,
            "lever": force.lever,
            "drivers": [
                _(item.high) if (rating.value or 0) > 3 else _(item.name)
                for item, rating in force.top_drivers
            ],
            "items": [self._item(item) for item in BY_FORCE[force.key]],
            "rated": force.tally.rated,
            "total": force.tally.total,
            "status": force.tally.status,
            "disagrees": force.disagrees,
            "adapted": number(force.adapted, 1),
            "mirror": mirror,
        }

    def _finding(self, key: str, finding: Finding) -> dict[str, Any]:
        account = self.session.account
        return {
            "id": key,
            "statement": finding.statement,
            "refuted": account.standing(finding.evidence) == "refuted",
            "problem": next((p for p, problem in account.problems.items() if key in problem.finding_ids), ""),
            "claim": claim(account, finding.evidence),
        }

    def _item(self, item: Item) -> dict[str, Any]:
        rating = self.answer.ratings.get(item.key, Rating())
        return {
            "key": item.key,
            "path": f"{ANSWER}/ratings/{item.key}",
            "name": upper_first(_(item.name)),
            "low": _(item.low),
            "high": _(item.high),
            "value": rating.value,
            "note": rating.note,
            "hollow": self.session.account.standing(rating.evidence) != "confirmed",
            "claim": claim(self.session.account, rating.evidence),
        }

    def _adapted(self, item: Item, threshold: Threshold) -> dict[str, Any]:
        inputs = [self._item(part) for part in POWER_INPUTS.get(item.key, ())]
        return {
            **self._item(item),
            "reads": number(threshold.value, 1),
            "derived": threshold.derived,
            "inputs": inputs,
        }


PANEL = FiveForces

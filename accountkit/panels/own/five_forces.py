"""The five-forces panel: the standard drivers with their anchors and the adapted reading side by side."""

from __future__ import annotations

from typing import Any

from accountkit.figures.core import drawn
from accountkit.figures.forces_radar import forces_radar_table
from accountkit.i18n import _, number
from accountkit.methods.environment.five_forces import METHOD
from accountkit.methods.findings import problems_by_finding
from accountkit.methods.marks import opposite
from accountkit.methods.method import Entry
from accountkit.methods.paths import paths
from accountkit.methods.sentences import coverage_text
from accountkit.methods.shapes.groups import PRESSING, Check, GroupReading
from accountkit.model import Answer, Edit, Finding, Rating, new_id
from accountkit.panels.events import Choose, Event
from accountkit.panels.evidence import claim, entered
from accountkit.panels.panel import Panel
from accountkit.panels.session import Session
from accountkit.panels.suggestions import suggested
from accountkit.panels.tables import AT_FIRST, scored, table

ANSWER = METHOD.answer_path(None)
_FORCES = "|".join(force.key for force in METHOD.groups)
_RIVAL = rf"{ANSWER}/records/[A-Za-z0-9_.\-]+"
_FIELDS = "|".join(field.key for field in METHOD.fields)
_PATHS = paths(METHOD)


class FiveForces(Panel):
    """Each driver is one click; a force opens to its drivers, with the adapted reading beside it."""

    VUE = "five_forces.vue"
    WRITABLE = (
        *_PATHS.writable,
        rf"{ANSWER}/notes/({_FORCES})_lever",
        rf"{_RIVAL}/({_FIELDS})",
        r"findings/[^/]+/statement",
    )
    REMOVABLE = (_RIVAL, r"findings/[^/]+")
    CITABLE = (*_PATHS.citable, rf"{ANSWER}/ratings/({_FORCES})", r"findings/[^/]+")
    EVENTS = {"rival": Event, "choose": Choose}
    READING = frozenset({"choose"})

    def __init__(self, session: Session) -> None:
        self.most, self.wanted = AT_FIRST, ""
        super().__init__(session)

    def shown(self) -> dict[str, Any]:
        self.verdict = verdict = self.session.analyses.assess(METHOD.key)
        self.reading = reading = verdict.detail
        self.answer = self.session.shown.answers.get(METHOD.key, Answer())
        return {
            "sentence": verdict.sentence,
            "question": verdict.question,
            "pressure": {
                **scored(verdict),
                "withheld": verdict.band is None,
                "attractiveness": number(opposite(reading.score), 1),
                "coverage": coverage_text(verdict.rated, verdict.total),
            },
            "forces": [self._force(force) for force in reading.groups.values()],
            "thresholds": [self._check(check) for check in METHOD.checks],
            **self._findings(),
            "rivals": [{"id": key, **rival} for key, rival in self.answer.records.items()],
            "rival_fields": [
                {
                    "key": field.key,
                    "name": _(field.name),
                    "kind": field.kind,
                    "choices": [{"value": value, "title": _(title)} for value, title in field.choices],
                }
                for field in METHOD.fields
            ],
            "suggestions": suggested(verdict.suggestions),
            "tables": {"radar": table(forces_radar_table(reading))},
        }

    def drawn(self) -> dict[str, tuple[dict, str]]:
        return drawn(self.reading)

    def on_rival(self, _event: Event) -> None:
        self.session.edit([Edit(f"{ANSWER}/records/{new_id('r')}", {"name": "", "approach": "same"})])

    def _force(self, force: GroupReading) -> dict[str, Any]:
        return {
            "key": force.key,
            "name": force.name,
            "score": number(force.shown, 1),
            "verdict": force.verdict,
            "band": force.band,
            "expected": number(force.shown_expected, 1),
            "expected_set": self.answer.ratings.get(force.key, Rating()).expected,
            "lever": self.answer.notes.get(f"{force.key}_lever", ""),
            "drivers": [_(item.high if rating >= PRESSING else item.name) for item, rating in force.top],
            "items": [self._item(item) for item in force.group.items],
            "rated": force.rated,
            "total": force.total,
            "status": force.status,
            "disagrees": force.differs,
            "adapted": number(force.mirror, 1),
        }

    def _findings(self) -> dict[str, Any]:
        """What was found here: the first of them, and how many more there are."""
        account = self.session.shown
        found = [key for key, one in account.findings.items() if one.source_framework == METHOD.key]
        seen = [*found[: self.most], *(key for key in found[self.most :] if key == self.wanted)]
        problems = problems_by_finding(account)
        return {
            "findings": [self._finding(key, account.findings[key], problems.get(key, ())) for key in seen],
            "hidden": max(0, len(found) - self.most),
        }

    def select(self, path: str) -> bool:
        collection, key, *_rest = (*path.split("/"), "")
        found = self.session.account.findings.get(key) if collection == "findings" else None
        if found is None or found.source_framework != METHOD.key or key == self.wanted:
            return False
        self.wanted = key
        return key not in {row["id"] for row in self.view["findings"]}

    def on_choose(self, event: Choose) -> None:
        if event.name == "most":
            self.most += AT_FIRST
            self.refresh()

    def _finding(self, key: str, finding: Finding, problems: tuple[str, ...]) -> dict[str, Any]:
        account = self.session.account
        return {
            "id": key,
            "statement": finding.statement,
            "refuted": account.standing(finding.evidence) == "refuted",
            "problem": problems[0] if problems else "",
            "claim": claim(account, finding.evidence),
        }

    def _item(self, item: Entry) -> dict[str, Any]:
        mark = self.reading.marks[item.key]
        follows = number(mark.value, 0) if mark.derived and item.counts else ""
        return {**entered(self.session.account, item, mark, f"{ANSWER}/{item.place}"), "follows": follows}

    def _check(self, check: Check) -> dict[str, Any]:
        mark = self.reading.marks[check.item.key]
        return {
            **self._item(check.item),
            "reads": number(mark.value, 1),
            "derived": mark.derived or mark.value is None,
            "inputs": [self._item(part) for part in check.inputs],
        }


PANEL = FiveForces

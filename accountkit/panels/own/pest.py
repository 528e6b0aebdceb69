"""The PEST panel: outside factors as rows that are rated in place, and where they lie on the map."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from accountkit.errors import InvalidEdit
from accountkit.figures.core import drawn
from accountkit.figures.pest_balance import pest_balance_table
from accountkit.figures.pest_map import pest_map_table
from accountkit.i18n import _, number
from accountkit.methods import labels
from accountkit.methods.environment.pest import METHOD
from accountkit.methods.environment.pest_prompts import DIMENSIONS, PROMPTS, factor_name, unexplored
from accountkit.methods.environment.pest_reading import Pest as Reading
from accountkit.methods.environment.pest_suggestions import begin
from accountkit.methods.findings import problem_from
from accountkit.methods.paths import paths
from accountkit.methods.shapes.rows import Row
from accountkit.model.claims import Dimension
from accountkit.model.record import Key
from accountkit.panels.events import Choose, Event
from accountkit.panels.evidence import claim
from accountkit.panels.panel import Panel
from accountkit.panels.places import tab_for
from accountkit.panels.session import Session
from accountkit.panels.strips import strips
from accountkit.panels.suggestions import suggested
from accountkit.panels.tables import AT_FIRST, first_of, scored, table

PATHS = paths(METHOD)
ORDERS = ("priority", "entered")


class Add(Event):
    """Begin a factor of a dimension, from a prompt's key or from nothing."""

    dimension: Dimension
    factor: Annotated[str, Field(max_length=80)] = ""


class MakeProblem(Event):
    """Make the finding a problem."""

    finding: Key


class Pest(Panel):
    """Factors of the outside world. The list is the input; what follows from it is suggested."""

    VUE = "pest.vue"
    WRITABLE, REMOVABLE, CITABLE = PATHS.writable, PATHS.removable, PATHS.citable
    EVENTS = {"add": Add, "choose": Choose, "problem": MakeProblem}
    READING = frozenset({"choose"})

    def __init__(self, session: Session) -> None:
        self.chosen: dict[str, Any] = {"dimension": "all", "order": "priority", "most": AT_FIRST}
        self.wanted = ""
        self._rows: dict[str, tuple[Row, tuple[str, ...], dict[str, Any]]] = {}
        super().__init__(session)

    def shown(self) -> dict[str, Any]:
        self.verdict = self.session.analyses.assess("pest")
        pest = self.verdict.detail
        left = unexplored(factor["factor"] for factor in pest.rows)
        found = suggested(self.verdict.suggestions)
        rows = [factor for factor in pest.rows if self.chosen["dimension"] in ("all", factor["source_item"])]
        if self.chosen["order"] == "entered":
            rows.sort(key=lambda factor: (factor.record.order, factor.id))
        return {
            "sentence": self.verdict.sentence,
            "question": self.verdict.question,
            "strips": strips(self.session, METHOD.key),
            "score": scored(self.verdict),
            "rows": self._shown(pest, first_of(rows, self.chosen["most"], self.wanted)),
            "hidden": max(0, len(rows) - self.chosen["most"]),
            "count": len(pest.rows),
            "news": [
                {"id": factor.id, "text": factor["headline"]}
                for factor in pest.rows
                if "news" in factor.flags
            ],
            "suggestions": [one for one in found if not one["about"].startswith("findings/") or one["path"]],
            "prompts": [self._prompts(dimension, left[dimension]) for dimension in DIMENSIONS],
            "choices": {
                name: labels.choices(name) for name in ("dimension", "party", "effect", "horizon", "felt")
            },
            "anchors": {one.key: [_(one.low), _(one.high)] for one in METHOD.columns if one.low},
            "chosen": dict(self.chosen),
            "problem_tab": tab_for("problems"),
            "tables": {"map": table(pest_map_table(pest)), "balance": table(pest_balance_table(pest))},
        }

    def drawn(self) -> dict[str, tuple[dict, str]]:
        return drawn(self.verdict.detail)

    def select(self, path: str) -> bool:
        collection, key, *_rest = (*path.split("/"), "")
        finding = self.session.account.findings.get(key) if collection == "findings" else None
        if finding is None or key in {row["id"] for row in self.view["rows"]}:
            return False
        self.wanted = key
        if self.chosen["dimension"] != finding.source_item:
            self.chosen["dimension"] = "all"
        return True

    def on_choose(self, event: Choose) -> None:
        known = {"dimension": ("all", *DIMENSIONS), "order": ORDERS}
        if event.name == "most":
            self.chosen["most"] += AT_FIRST
        elif event.value in known.get(event.name, ()):
            self.chosen[event.name] = event.value
        self.refresh()

    def on_add(self, event: Add) -> None:
        if event.factor and event.factor not in PROMPTS[event.dimension]:
            event = event.model_copy(update={"factor": ""})
        _key, edits = begin(event.dimension, event.factor)
        self.session.edit(edits)

    def on_problem(self, event: MakeProblem) -> str:
        finding = self.session.account.findings.get(event.finding)
        if finding is None:
            raise InvalidEdit(_("This factor was deleted. Undo, or choose another."))
        title = finding.statement or finding.change or factor_name(finding.factor)
        if not title:
            raise InvalidEdit(_("Name the factor first: the problem takes its title from it."))
        self.session.edit([problem_from(event.finding, finding, statement=title)])
        return _("Problem created.")

    def _shown(self, pest: Reading, factors: list[Row]) -> list[dict[str, Any]]:
        """The rows on the screen: those that say what they said before are handed out as they are, and not compared again."""
        before, self._rows = self._rows, {}
        for factor in factors:
            resting = pest.resting.get(factor.id, ())
            known = before.get(factor.id)
            same = known is not None and known[0] is factor and known[1] == resting
            self._rows[factor.id] = known if known and same else (factor, resting, self._row(factor, resting))
        return [row for _factor, _resting, row in self._rows.values()]

    def _row(self, factor: Row, resting: tuple[str, ...]) -> dict[str, Any]:
        entered = (
            "statement",
            "change",
            "affected_party",
            "effect",
            "impact",
            "likelihood",
            "horizon",
            "felt",
        )
        return {
            "id": factor.id,
            **{name: factor[name] for name in entered},
            "factor": factor_name(factor["factor"]),
            "dimension": factor["source_item"],
            "letter": labels.label("dimension", factor["source_item"])[:1],
            "priority": number(factor["priority"], 1) if factor["priority"] is not None else "",
            "is_finding": "finding" in factor.flags,
            "news": "news" in factor.flags,
            "problems": list(resting),
            "hollow": factor.status != "confirmed",
            "refuted": not factor.counts,
            "claim": claim(self.session.account, factor.evidence),
        }

    def _prompts(self, dimension: str, keys: tuple[str, ...]) -> dict[str, Any]:
        prompts = [{"key": key, "text": _(PROMPTS[dimension][key])} for key in keys]
        return {"dimension": dimension, "name": labels.label("dimension", dimension), "prompts": prompts}


PANEL = Pest

"""What one reader is told, without its words: every figure, key, verdict and order of an account."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from accountkit import methods
from accountkit.brief import compose
from accountkit.brief.blocks import Bullets, Figure, Paragraph, Table, Tiles
from accountkit.brief.storyboard import storyboard
from accountkit.i18n import use_language
from accountkit.methods import Analyses, Method
from accountkit.methods.overview.overview import overview
from accountkit.methods.problems.worksheet_methods import METHODS
from accountkit.methods.problems.worksheets import critical_path
from accountkit.model import Account, in_language
from accountkit.panels.own.problem_views import bar

KEY = re.compile(r"[a-z0-9][a-z0-9_.:/\-]*")
"""The form of a key. A word for a reader has another form in at least one of two languages."""
WORDS = frozenset(
    [
        "text",
        "label",
        "name",
        "headline",
        "unit",
        "sentence",
        "question",
        "about",
        "role",
        "metric",
        "title",
        "called",
    ]
)
"""Fields of results that hold words in every language, of whatever form."""


def bare(value: Any) -> Any:
    """A result without its words: records and results by field, numbers and keys as they are."""
    if isinstance(value, Method | Analyses):
        return getattr(value, "key", None)
    if isinstance(value, BaseModel):
        kept = {k: v for k, v in value if not isinstance(v, str) and k != "worksheets"}
        return {k: bare(v) for k, v in kept.items()}
    if is_dataclass(value):
        return {f.name: bare(getattr(value, f.name)) for f in fields(value) if f.name not in WORDS}
    if isinstance(value, dict):
        return [(k, bare(v)) for k, v in value.items()]
    if isinstance(value, list | tuple | set | frozenset):
        return [bare(item) for item in value]
    if callable(value):  # a rule of a definition, which a stage carries along
        return value.__qualname__
    assert value is None or isinstance(value, str | bool | int | float | dt.date), type(value)
    return value


def assessed(account: Account, key: str) -> dict[str, Any]:
    found = methods.assess(account, key)
    return {
        "score": (found.score, found.confirmed_score, found.band, found.coverage, found.rated, found.total),
        "offers": [(offer.id, offer.kind, offer.path) for offer in found.suggestions],
        "brief": [(line.status, line.path) for line in found.brief],
        "parts": len(found.parts),
        "detail": bare(found.detail),
    }


def composed(account: Account, edition: str) -> list[Any]:
    """The blocks of a brief by their kind and shape, what its charts draw, and the columns of the deck's tables."""
    brief = compose(account, edition=edition)
    slides = [[_shape(block) for block in slide.blocks] for slide in storyboard(brief, 11)]
    blocks = [(section.key, [_shape(block) for block in section.blocks]) for section in brief.sections]
    return [blocks, slides, _shape_of_notes(brief)]


def worked(account: Account) -> list[Any]:
    """What the rows of the worksheets hold by choice, and the length of the paths in them."""
    found: list[Any] = []
    for key, problem in account.problems.items():
        for method, sheet in problem.worksheets.items():
            chosen = [field.key for field in METHODS[method].columns if field.kind == "choice"]
            rows = list(sheet.rows.values())
            months, steps = critical_path(rows)
            answers = [str(row.get(name)) for row in rows for name in chosen]
            found.append([f"{key}/{method}", f"answers/{'/'.join(answers)}", months, len(steps)])
    return found


def _shape_of_notes(brief: Any) -> list[int]:
    return [len(slide.notes) for slide in storyboard(brief, 11)]


def _shape(block: Any) -> Any:
    match block:
        case Table():
            columns = [(column.key, column.share, column.numeric) for column in block.columns]
            return block.key, columns, [[(c.tone, c.mark, c.refs) for c in row] for row in block.rows]
        case Figure():
            return block.key, block.chart and (block.chart.kind, len(block.chart.categories))
        case Tiles():
            return [tile.tone for tile in block.tiles]
        case Paragraph():
            return block.role, block.key, block.mark, block.refs, bool(block.text)
        case Bullets():
            return [_shape(item) for item in block.items]
    return type(block).__name__


def told(account: Account, lang: str) -> dict[str, Any]:
    """All that a reader of this language is told, without the words."""
    with use_language(lang):
        seen = in_language(account, lang)
        analyses = methods.Analyses(seen)
        at_a_glance = overview(analyses)
        return {
            **{key: assessed(seen, key) for key in methods.REGISTRY},
            "tiles": [(tile.key, tile.tone, tile.tab, tile.path, tile.empty) for tile in at_a_glance.tiles],
            "tasks": [(task.kind, task.path) for task in at_a_glance.tasks],
            "gaps": [(gap.code, gap.path) for gap in methods.gaps(analyses)],
            "picture": bare(methods.picture(analyses)),
            "openers": [opener.path for opener in methods.openers(analyses)],
            "founded": bare(methods.completeness(seen)),
            "worked": worked(seen),
            "bars": [bar(entry) for entry in methods.assess(seen, "problem_types").detail.entries],
            "brief": composed(account, "internal"),
            "customer": composed(account, "customer"),
        }


def differences(one: Any, other: Any, place: str = "") -> list[str]:
    """Where two results differ, for a message that can be read."""
    if isinstance(one, dict) and isinstance(other, dict):
        names = one.keys() | other.keys()
        return [
            d for n in sorted(names, key=str) for d in differences(one.get(n), other.get(n), f"{place}/{n}")
        ]
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and len(one) == len(other):
        return [
            d
            for n, (a, b) in enumerate(zip(one, other, strict=True))
            for d in differences(a, b, f"{place}/{n}")
        ]
    if place.endswith("/1") and "/worked/" in place:
        return [] if one == other else [f"{place}: {one} / {other}"]
    if isinstance(one, str) and isinstance(other, str) and not (KEY.fullmatch(one) and KEY.fullmatch(other)):
        return []
    return [] if one == other else [f"{place}: {one!r:.120} / {other!r:.120}"]

"""One invented method of each shape, for tests of what holds for any method: added at run time, known to no module."""

from __future__ import annotations

from typing import Any

from accountkit.methods.method import Entry, Flag, Method, Suggests
from accountkit.methods.sentences import count, says
from accountkit.methods.shapes import (
    Axis,
    Block,
    Calculator,
    Canvas,
    Cell,
    Checklist,
    Column,
    Condition,
    Group,
    Input,
    Matrix,
    Register,
    Result,
    Scorecard,
    Series,
    Stage,
)

HEAD: dict[str, Any] = {"group": "test", "source": "–", "rule": "The rule.", "first": "Begin with one entry."}


def _head(key: str, name: str, workspace: str, **rest: Any) -> dict[str, Any]:
    return {
        **HEAD,
        "key": key,
        "name": name,
        "question": f"What about {name}?",
        "workspace": workspace,
        **rest,
    }


SCORECARD = Scorecard(
    **_head("x_bond", "Bond", "people", subject="stakeholder", private=True),
    groups=(
        Group(
            "soft",
            "Soft",
            (Entry("trust", "Trust", "none", "full"), Entry("warmth", "Warmth", "cold", "warm")),
        ),
        Group("hard", "Hard", (Entry("contract", "Contract", "none", "long"),), 2.0),
    ),
    notes=(Entry("remark", "Remark", kind="text", counts=False),),
    flags=(Flag("weak", "weak trust", lambda r: (r.value("trust") or 5) <= 2),),
    suggests=(Suggests("plan", "Trust is {trust}.", "Plan", lambda r: r.value("trust") == 2),),
    words=lambda r: {"trust": count(r.value("trust")), "score": count(r.score)},
    says=(says("The bond is {score}.", when=lambda r: r.verdict is not None, internal=True),),
)
MATRIX = Matrix(
    **_head("x_place", "Place", "deal", subject="opportunity"),
    horizontal=Axis("hard", "Hard to replace", "easy", "hard", (Entry("rare", "Rare", "common", "rare"),)),
    vertical=Axis("weight", "Weight", "light", "heavy", (Entry("share", "Share", "small", "large"),)),
    cells=(
        Cell("partner", "partner", True, True, "Grow together."),
        Cell("exploit", "exploit", False, True, "Be rare."),
        Cell("risk", "risk", True, False, "Explain."),
        Cell("shop", "shop", False, False, "Be quick."),
    ),
    extra=(Entry("when", "When", kind="date", counts=False),),
)
REGISTER = Register(
    **_head("x_changes", "Changes", "meetings"),
    columns=(
        Column("what", "What", "text"),
        Column("kind", "Kind", "choice", (("people", "people"), ("money", "money"))),
        Column("on", "On", "date"),
        Column("who", "Who", "person"),
        Column("cost", "Cost", "money"),
        Column("share", "Share", "percent"),
        Column("weight", "Weight", "rating"),
        Column("sure", "Sure", "flag"),
        Column("late", "Late", "flag", of=lambda row: bool(row["on"]) and row["on"] < "2026"),
    ),
    row_flags=(Flag("late", "late", lambda row: row["late"]),),
    alarms=(Flag("many", "many", lambda r: len(r.rows) > 2),),
    total_names={"count": "Rows"},
)
CHAIN = Register(
    **_head("x_asks", "Asks", "meetings", subject="stakeholder"),
    records="commitments",
    belongs=lambda record, key: record.stakeholder_id == key,
    columns=(
        Column("action", "Action", "text"),
        Column("status", "Status", "choice", (("planned", "planned"), ("asked", "asked"), ("done", "done"))),
        Column("due", "Due", "date"),
    ),
)
CHECKLIST = Checklist(
    **_head("x_scan", "Scan", "numbers"),
    conditions=(Condition("fits", "Fits", "Does it?"), Condition("holds", "Holds", required=False)),
    extra=(Entry("budget", "Budget", kind="money", counts=False),),
)
STAGES = Checklist(
    **_head("x_stages", "Stages", "deal", subject="opportunity"),
    stages=(
        Stage("find", "Find", "found"),
        Stage("design", "Design", "drawn"),
        Stage("buy", "Buy", "signed"),
    ),
)
CANVAS = Canvas(
    **_head("x_model", "Model", "problems"),
    header=(Entry("year", "Year", kind="line", counts=False),),
    blocks=(
        Block("partners", "Partners", "Who helps?"),
        Block("costs", "Costs", "What costs?"),
        Block("gain", "Gain", ""),
    ),
)
CALCULATOR = Calculator(
    **_head("x_value", "Value", "care"),
    inputs=(
        Input("profit", "Profit", "money"),
        Input("rate", "Rate", "percent", default=0.1),
        Input(
            "mode",
            "Mode",
            "choice",
            choices=(("a", "first"), ("b", "second"), ("c", "third"), ("d", "fourth")),
        ),
        Input("trust", "Trust", "rating", low="none", high="full"),
    ),
    series=(Series("gain", "Gain", (1, 2, 3), "Year {n}"),),
    results=(
        Result(
            "value", "Value", lambda r: _over(r.value("profit"), r.value("rate")), "money", "profit ÷ rate"
        ),
        Result("share", "Share", lambda r: r.value("rate"), "percent"),
    ),
)


def _over(amount: float | None, rate: float | None) -> float | None:
    return amount / rate if amount is not None and rate else None


SIX: tuple[Method, ...] = (SCORECARD, MATRIX, REGISTER, CHAIN, CHECKLIST, STAGES, CANVAS, CALCULATOR)

"""The routes of growth, the chief one among them, and what is missing on each (methods, ansoff_matrix)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from accountkit.i18n import N_, _
from accountkit.methods.assessment import Suggestion
from accountkit.methods.findings import proposed
from accountkit.methods.method import Entry, Reading
from accountkit.methods.sentences import Word, label, money, name
from accountkit.methods.shapes import Cell
from accountkit.methods.shapes.matrix import MatrixReading

CELLS = (
    Cell(
        "penetration",
        N_("market penetration"),
        False,
        False,
        N_("Sell more of what they have to whom they have."),
    ),
    Cell(
        "market_development",
        N_("market development"),
        False,
        True,
        N_("Find new customers for what they have."),
    ),
    Cell(
        "product_development",
        N_("product development"),
        True,
        False,
        N_("Develop for the customers they have."),
    ),
    Cell("diversification", N_("diversification"), True, True, N_("Rehearse what if it fails.")),
)
STRONG, GAP = 4, 2


def of_route(cell: Cell) -> tuple[Entry, ...]:
    return (
        Entry(
            f"{cell.key}.intent", N_("Intent"), N_("not mentioned"), N_("in this year's plan, with a budget")
        ),
        Entry(
            f"{cell.key}.readiness",
            N_("Readiness"),
            N_("no ability or channel yet"),
            N_("under way with results"),
        ),
        Entry(f"{cell.key}.target", N_("Growth target per year"), kind="money", counts=False),
        Entry(f"{cell.key}.obstacle", N_("What is missing"), kind="line", counts=False),
    )


ROUTES = tuple(entry for cell in CELLS for entry in of_route(cell))
REPEAT = Entry(
    "repeat",
    N_("Repeat purchases of present customers"),
    kind="choice",
    choices=(("rising", N_("rising")), ("steady", N_("steady")), ("falling", N_("declining"))),
    counts=False,
)


def chief(reading: Reading) -> str | None:
    """The route with the highest intent; of equals the one with the larger target. None while too little is rated."""
    if not reading.enough:
        return None
    rated = [cell.key for cell in CELLS if reading.value(f"{cell.key}.intent") is not None]
    return max(
        rated,
        key=lambda key: (reading.value(f"{key}.intent"), reading.value(f"{key}.target") or 0),
        default=None,
    )


def at(reading: Reading, *, right: bool) -> float | None:
    """The middle of the chief route's cell on one axis."""
    cell = next((one for one in CELLS if one.key == chief(reading)), None)
    return None if cell is None else 4.0 if (cell.right if right else cell.up) else 2.0


def suggested(reading: MatrixReading) -> Iterator[Suggestion]:
    at = reading.method.answer_path(None)
    for cell in CELLS:
        intent, ready = (reading.value(f"{cell.key}.{key}") for key in ("intent", "readiness"))
        missing = reading.value(f"{cell.key}.obstacle")
        if (
            missing
            and intent is not None
            and ready is not None
            and intent >= STRONG
            and intent - ready >= GAP
        ):
            evidence = reading.marks[f"{cell.key}.intent"].evidence
            path = f"{at}/values/{cell.key}.obstacle"
            yield from proposed(
                reading,
                cell.key,
                partial(str, missing),
                path,
                problem={},
                effect="opportunity",
                evidence=evidence,
            )
    if reading.value("repeat") == "falling":
        text = partial(_, N_("Repeat purchases of present customers fall"))
        yield from proposed(reading, "repeat", text, f"{at}/values/repeat", problem={"layer": "customer"})


def words(reading: MatrixReading) -> Mapping[str, Word]:
    if reading.cell is None:
        return {}
    key = reading.cell.key
    return {
        "route": label(reading.cell.name),
        "target": money(reading.value(f"{key}.target"), reading.currency),
        "obstacle": name(reading.value(f"{key}.obstacle")),
    }

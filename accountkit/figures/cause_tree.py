"""The tree of causes: why goes to the right, what else goes down; green is ours to act on, amber is only assumed."""

from __future__ import annotations

from accountkit.figures.boxes import Placed, edge, outline, targets, words
from accountkit.figures.style import (
    AMBER_FAINT,
    AMBER_SOFT,
    FAINT,
    GREEN,
    GREEN_FAINT,
    GREY,
    LINE,
    PAPER,
    Figure,
    Row,
    figure,
    hidden_axis,
)
from accountkit.i18n import _
from accountkit.methods.labels import label
from accountkit.methods.problems.reading import Entry
from accountkit.methods.problems.sentences import facts, name
from accountkit.model import Account, Node

COLUMNS_OF_TEXT = 26
COLUMN_WIDTH = 196
"""Pixels that a box with so much text needs, and the edge beside it."""
ROW_HEIGHT = 74


def cause_tree(account: Account, entry: Entry) -> Figure:
    """The problem at the left, its causes column by column; a leaf that has become a need says so."""
    boxes = placed(account, entry)
    by_id = {box.id: box for box in boxes}
    edges = [
        edge(by_id[node.parent or "root"], by_id[key], LINE)
        for key, node in entry.problem.nodes.items()
        if key in by_id and (node.parent or "root") in by_id
    ]
    rows = max(box.y for box in boxes) + 1
    columns = max(3.0, max(box.x for box in boxes) + 0.9)
    return figure(
        [targets(boxes)],
        shapes=[*edges, *(outline(box) for box in boxes)],
        annotations=[words(box, COLUMNS_OF_TEXT) for box in boxes],
        xaxis=hidden_axis(range=[-0.02, columns]),
        yaxis=hidden_axis(range=[rows - 0.4, -0.6]),
        height=int(ROW_HEIGHT * max(rows, 2)),
        meta={"least_width": int(COLUMN_WIDTH * columns)},
    )


def placed(account: Account, entry: Entry) -> list[Placed]:
    """Every box of the tree in its place: a leaf takes a row, a parent stands at the middle of its children."""
    nodes = entry.problem.nodes
    reached = {key for key in nodes if key not in entry.tree.orphans}
    children: dict[str | None, list[str]] = {}
    for key in sorted(reached, key=lambda k: (nodes[k].order, list(nodes).index(k))):
        children.setdefault(nodes[key].parent, []).append(key)
    rows: dict[str | None, float] = {}
    free = iter(range(len(nodes) + 1))

    def place(key: str | None) -> float:
        below = [place(child) for child in children.get(key, [])]
        rows[key] = (below[0] + below[-1]) / 2 if below else float(next(free))
        return rows[key]

    place(None)
    root = Placed(
        "root",
        0.0,
        rows[None],
        name(entry.problem),
        " · ".join(list(facts(entry))[:2]),
        f"problems/{entry.id}",
        fill=FAINT,
    )
    return [root, *(_box(account, entry, key, rows[key]) for key in rows if key is not None)]


def _box(account: Account, entry: Entry, key: str, row: float) -> Placed:
    node = entry.problem.nodes[key]
    fill, line, ink_note = _look(account, entry, key, node)
    return Placed(
        key,
        float(depth(entry.problem.nodes, key)),
        row,
        node.text or _("cause without text"),
        ink_note,
        f"problems/{entry.id}/nodes/{key}",
        fill,
        line,
    )


def depth(nodes: dict[str, Node], key: str) -> int:
    """1 for a cause of the first level, 2 for a cause of that …; the tree has no rings (orphans are left out)."""
    above = nodes[key].parent
    return 1 if above is None else 1 + depth(nodes, above)


def _look(account: Account, entry: Entry, key: str, node: Node) -> tuple[str, str, str]:
    """Fill, line and note of a node: need, ours, partly ours, not ours, to verify."""
    is_need = any(account.needs[need].node_id == key for need in entry.needs)
    if is_need:
        return (
            GREEN_FAINT,
            GREEN,
            _("need ✓ {addressable}").format(addressable=label("addressable", node.addressable or "yes")),
        )
    if node.addressable in ("yes", "part"):
        return GREEN_FAINT, GREEN, label("addressable", node.addressable)
    if node.addressable == "no":
        return PAPER, GREY, label("addressable", "no")
    if key in entry.tree.leaves and account.standing(node.evidence) == "assumed":
        return AMBER_FAINT, AMBER_SOFT, _("{move} · to verify").format(move=label("move", node.move))
    return PAPER, LINE, label("move", node.move)


def cause_tree_table(account: Account, entry: Entry) -> list[Row]:
    """The causes in the order of the tree, each with the chain of why above it."""
    nodes = entry.problem.nodes
    return [
        {
            _("Depth"): str(depth(nodes, box.id)),
            _("Cause"): nodes[box.id].text,
            _("Follow-up question"): label("move", nodes[box.id].move),
            _("Can we act on it?"): label("addressable", nodes[box.id].addressable),
            _("Status"): label("status", account.standing(nodes[box.id].evidence)),
        }
        for box in placed(account, entry)
        if box.id != "root"
    ]


def cause_tree_text(entry: Entry) -> str:
    """How deep and how wide the causes are explored, and the verdict on it."""
    tree = entry.tree
    if not tree.leaves:
        return _("No causes yet. Ask why.")
    verdict = _("analysed") if tree.analysed else _("shallow; ask why again, and what else")
    return _("Levels: {depth}; branches: {branches}; {verdict}.").format(
        depth=tree.depth, branches=tree.branches, verdict=verdict
    )

"""Which record an event made: the outermost, in the order in which a page goes to several; none where nothing came."""

from __future__ import annotations

from accountkit.model import Edit, apply, remove
from accountkit.panels.outcome import made
from benchmarks.large import large


def test_the_record_that_came_is_named():
    before = large(30, 5)

    def after(*edits):
        return made(before, apply(before, edits))

    assert after(Edit("findings/n3/impact", 4)) == after(remove("findings/n3")) == ""
    assert after(Edit("findings/new", {})) == "findings/new"
    assert after(Edit("findings/new", {}), Edit("problems/q", {"statement": "A"})) == "problems/q"
    several = [Edit(f"findings/{key}", {}) for key in ("zz", "aa", "mm")]
    assert after(*several) == "findings/zz"
    assert after(Edit("problems/p1/nodes/m", {"text": "A"})) == "problems/p1/nodes/m"
    row = "private_answers/internal_politics/rows/r"
    assert after(Edit(row, {"order": 1})) == row
    assert made(before, before) == ""

"""The strips of a screen's frame: what is done, where one is and what is open, each step with the way to its entries."""

from __future__ import annotations

from accountkit.model import Edit, remove

BLOCK = "answers/three_c_scan/values/competitors"


def steps(panel, key: str) -> dict[str, tuple[str, str]]:
    (strip,) = (one for one in panel.view["strips"] if one["key"] == key)
    return {step["key"]: (step["mark"], step["path"]) for step in strip["steps"]}


def test_a_block_is_open_then_noted_then_done_once_it_is_a_finding(opened, store, session):
    panel, _say, _sent = opened("pest")
    session.edit([remove(BLOCK)])
    assert steps(panel, "three_c_scan")["competitors"] == ("open", BLOCK)
    session.edit([Edit(BLOCK, {"value": "TAL grows faster"})])
    assert steps(panel, "three_c_scan")["competitors"] == ("now", BLOCK)
    found = {
        "statement": "TAL grows faster",
        "source_framework": "three_c_scan",
        "source_item": "competitors",
    }
    session.edit([Edit("findings/f-tal", found)])
    assert steps(panel, "three_c_scan")["competitors"] == ("met", BLOCK)


def test_the_overview_shows_the_road_and_the_stage_of_the_deal_that_is_looked_at(opened, session):
    panel, _say, _sent = opened("overview")
    assert {mark for mark, _path in steps(panel, "product_business_canvas").values()} <= {
        "met",
        "now",
        "open",
    }
    for deal in session.seen.opportunities:
        session.choose("opportunity", deal)
        panel.refresh()
        found = steps(panel, "solution_selling_stages")
        assert {path for _mark, path in found.values()} == {f"answers/solution_selling_stages.{deal}"}
        assert [mark for mark, _path in found.values()].count("now") == 1
    session.edit([remove(f"opportunities/{deal}") for deal in session.seen.opportunities])
    panel.refresh()
    assert [one["key"] for one in panel.view["strips"]] == ["product_business_canvas"]

"""The rule of methods.md, partner_selection; worked by hand: potential 4 and difficulty 5 are a strategic partner."""

from __future__ import annotations

import pytest

from accountkit.methods import REGISTRY, Analyses
from accountkit.model.practice import Offer
from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence

KEY = "partner_selection"


@pytest.mark.parametrize(
    ("potential", "difficulty", "route"),
    [(4, 5, "strategic"), (5, 1, "direct"), (2, 2, "local"), (1, 4, "none"), (None, 4, None)],
)
def test_the_four_routes(potential, difficulty, route):
    practice = house(segment={"potential": potential, "difficulty": difficulty})
    assert read(practice, KEY, "groups").verdict == route


def test_on_the_line_both_routes_are_named():
    """3 lies on the cut of 3.0: direct sales, or a strategic partner."""
    reading = read(house(segment={"potential": 4, "difficulty": 3}), KEY, "groups")
    assert reading.verdict == "strategic" and [cell.key for cell in reading.borders] == ["direct"]


def test_standard_offerings_may_go_by_wholesale():
    """What we sell follows from the offerings of the segment if all are of one kind."""
    practice = house(segment={"potential": 4, "difficulty": 5})

    def with_offers(*kinds: str):
        offers = {
            f"o{n}": Offer(name="Line", segment_id="groups", differentiated=kind)
            for n, kind in enumerate(kinds)
        }
        return read(practice.model_copy(update={"offers": offers}), KEY, "groups")

    assert with_offers("no", "no").flags == ("wholesale",)
    assert with_offers("yes").value("offer") == "differentiated" and not with_offers("yes").flags
    assert with_offers("yes", "no").value("offer") is None


@pytest.mark.parametrize(
    ("lang", "said", "close"),
    [
        (
            "en",
            "Route to School groups: strategic partner.",
            "Route to School groups: strategic partner, close to direct sales.",
        ),
        ("zh_CN", "教育集团的通路：战略伙伴。", "教育集团的通路：战略伙伴，接近直销。"),
    ],
)
def test_the_sentence(lang, said, close):
    assert sentence(house(segment={"potential": 4, "difficulty": 5}), KEY, lang, "groups") == said
    assert sentence(house(segment={"potential": 4, "difficulty": 3}), KEY, lang, "groups") == close


def test_segments_are_ranked_as_the_routes_are_listed():
    practice = house(segment={"potential": 4, "difficulty": 5})
    analyses = Analyses(practice)
    assert [one.called for one in analyses.readings(KEY) if one.verdict] == ["School groups"]


def test_what_the_scorecards_of_the_segment_find_stands_where_it_is_not_rated():
    """The grid is shared with the expansion matrix: difficulty 4 of its scorecard, potential as rated on the segment."""
    hard = REGISTRY["expansion_difficulty"]
    rated = {entry.key: 4 for entry in hard.entries() if entry.kind == "rating" and not entry.on_record}
    practice = house({"expansion_difficulty.groups": answer(rated=rated)}, segment={"potential": 4})
    reading = read(practice, KEY, "groups")
    assert (reading.value("potential"), reading.value("difficulty")) == (
        4,
        4,
    ) and reading.verdict == "strategic"

"""Places by level and ties: nobody stands on another, a level keeps together, and few ties cross."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from accountkit.figures.layers import crossings, placed

CROSSED = [["chief", "finance"], ["planner", "accountant"]]
TIES = [("planner", "finance"), ("accountant", "chief")]


def test_two_ties_that_cross_are_laid_side_by_side():
    assert crossings(CROSSED, TIES) == 1
    places = placed(CROSSED, TIES, 5)
    levels = [sorted(level, key=places.get) for level in CROSSED]
    assert crossings(levels, TIES) == 0
    assert places["chief"][1] == places["finance"][1] == 0
    assert places["planner"][1] == places["accountant"][1] == 1


def test_a_level_fuller_than_a_line_has_several_and_the_last_stands_in_the_middle():
    places = placed([[f"p{n}" for n in range(7)], ["q"]], [], 5)
    first = [(n, 0) for n in range(5)]
    assert [places[f"p{n}"] for n in range(7)] == [*first, (1.5, 1), (2.5, 1)]
    assert places["q"] == (2, 2)


@st.composite
def companies(draw):
    sizes = draw(st.lists(st.integers(1, 20), min_size=1, max_size=4))
    levels = [[f"{depth}-{n}" for n in range(size)] for depth, size in enumerate(sizes)]
    people = [person for level in levels for person in level]
    ends = st.tuples(st.sampled_from(people), st.sampled_from(people))
    return levels, draw(st.lists(ends, max_size=40))


@given(companies())
def test_whatever_the_ties_everybody_has_a_place_and_no_more_ties_cross_than_as_entered(company):
    levels, ties = company
    places = placed(levels, ties, 5)
    people = [person for level in levels for person in level]
    assert set(places) == set(people) and len(set(places.values())) == len(people)
    assert all(0 <= column <= 4 for column, _line in places.values())
    for above, below in pairwise(levels):
        assert max(places[one][1] for one in above) < min(places[one][1] for one in below)
    ordered = [sorted(level, key=lambda one: (places[one][1], places[one][0])) for level in levels]
    assert crossings(ordered, ties) <= crossings(levels, ties)
